import path from 'node:path';
import { builtInPolicies } from '../../generated/policies/index.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { defaultLimits, type Limits, limitOf } from '../base/limits.ts';
import { slashed } from '../base/paths.ts';
import { outside, type Reason, reasonOf } from '../base/system-error.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import { areaAround, liesIn } from '../tree/area.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import { comparePositions, type Position } from '../yaml/source-text.ts';
import { buildPolicy, type PolicyContent } from './build.ts';
import { checkDraft, isPossible, type RuleCatalogue, ruleCatalogue } from './check.ts';
import { extendPolicy, type WrittenPolicy } from './extend.ts';
import type { RuleSource } from './own/check.ts';
import { joinedFields } from './own/fields.ts';
import { ownFieldsOf, ownRuleOf, type WrittenFields, type WrittenRule } from './own/written.ts';
import type { Policy } from './policy.ts';
import { PolicyError, type PolicyProblem } from './problem.ts';
import { type PolicyDraft, readDraft, readRulesDraft } from './read.ts';
import { inBothLanguages } from './written-text.ts';

export { isPossible, PolicyError, type PolicyProblem, ruleCatalogue };

/** The ids of the policies that come built in. */
export const builtInPolicyIds: readonly string[] = Object.keys(builtInPolicies);

/** A policy with all that it extends, or everything that is wrong with them. */
interface LoadResult {
  /** absent where there are problems */
  readonly content?: PolicyContent;
  /** the files it was read from, those that it extends last */
  readonly files?: readonly FileDigest[];
  readonly problems: readonly PolicyProblem[];
}

/** A policy file: its path as messages show it, and its real path. */
interface PolicyFile {
  readonly shown: string;
  readonly path: string;
}

/**
 * Loads a policy by the id of a built-in one or by a path to a policy file, with all that it extends.
 *
 * @param directory what a relative path is relative to
 * @param rules the rules there are
 * @param reading where and how its files are read
 * @throws PolicyError with everything that is wrong
 */
export async function loadPolicy(
  reference: string,
  directory: string,
  rules: RuleCatalogue,
  reading: PolicyReading = fromDisk,
): Promise<Policy> {
  const { content, files, problems } = await find(reference, directory, { rules, ...reading });
  if (content === undefined) throw new PolicyError(problems);
  return buildPolicy(content, files);
}

/** Where policy files are read, and how large they may be. */
export interface PolicyReading {
  readonly tree: Tree;
  readonly limits: Limits;
  /**
   * the folder that the file must lie in if a file names it; what a person names on the command line may lie anywhere
   */
  readonly area?: string;
}

const fromDisk: PolicyReading = { tree: workTree, limits: defaultLimits };

/** Whether a reference means a file rather than a built-in policy. */
export function isPath(reference: string): boolean {
  return /[\\/]/.test(reference) || /\.ya?ml$/i.test(reference);
}

/** An `extends`: where it is written, and the chain of files that led to it. */
interface Extension {
  readonly file: string;
  readonly position: Position;
  readonly chain: readonly PolicyFile[];
}

/** What policies are checked against, and where their files are read. */
interface Surroundings extends PolicyReading {
  readonly rules: RuleCatalogue;
}

async function find(
  reference: string,
  directory: string,
  around: Surroundings,
  extension?: Extension,
): Promise<LoadResult> {
  const builtIn = Object.hasOwn(builtInPolicies, reference) ? builtInPolicies[reference] : undefined;
  if (builtIn !== undefined) return { content: (await builtIn()).content, problems: [] };
  // Problems of loading a base are reported at the `extends` that names it.
  const { chain = [], ...named } = extension ?? { file: reference };
  if (!isPath(reference)) {
    const facts = { given: reference, known: builtInPolicyIds };
    const suggestion = asSuggestion(suggest(reference, builtInPolicyIds));
    return failed({ code: 'unknown-policy', ...named, ...facts, ...suggestion });
  }
  const read = await readBytes(path.resolve(directory, reference), around);
  if ('reason' in read)
    return failed({ code: 'unreadable', ...named, ...read, ...(extension && { base: reference }) });
  const shown = extension === undefined ? reference : relativeToFile(extension.file, reference);
  const first = chain.findIndex((file) => file.path === read.path);
  if (first >= 0) {
    const circle = chain.slice(first).map((file) => file.shown);
    return failed({ code: 'circular-extends', ...named, chain: [...circle, circle[0] ?? shown] });
  }
  return readFrom(read.bytes, shown, around, [...chain, { shown, path: read.path }]);
}

/** @returns a file with its real path, by which cycles are found, or the reason why it cannot be read */
async function readBytes(
  file: string,
  { tree, limits, area }: PolicyReading,
): Promise<{ bytes: Uint8Array; path: string } | { reason: Reason }> {
  try {
    const named = await tree.locate(file);
    if (area !== undefined && !(await liesIn(area, named, tree))) return { reason: outside };
    const bytes = await tree.read(named, limitOf('settingBytes', limits));
    return { bytes, path: (await tree.realPath(named)) ?? named };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function failed(problem: PolicyProblem): LoadResult {
  return { problems: [problem] };
}

/** A path that is relative to the folder of a file, as it is shown beside that file. */
function relativeToFile(file: string, reference: string): string {
  if (path.isAbsolute(reference)) return reference;
  return slashed(path.join(path.dirname(file), reference));
}

/**
 * Reads and checks a policy file: the one way in for built-in policies (at build time) and a body's own.
 *
 * @param file where it lies, and as messages show it
 */
export function readPolicy(bytes: Uint8Array, file: string, rules: RuleCatalogue): Promise<LoadResult> {
  const own = { shown: file, path: path.resolve(file) };
  return readFrom(bytes, file, { rules, ...fromDisk }, [own]);
}

/** @param chain the files that extend one another down to this one, itself included */
async function readFrom(
  bytes: Uint8Array,
  file: string,
  around: Surroundings,
  chain: readonly PolicyFile[],
): Promise<LoadResult> {
  const draft = await readDraft(bytes, file, around.limits);
  const reference = draft.validPart.extends;
  const directory = path.dirname(chain.at(-1)?.path ?? file);
  const base =
    reference === undefined
      ? undefined
      : await find(
          reference,
          directory,
          { ...around, area: around.area ?? (await areaAround(directory)) },
          { file, position: draft.at(['extends']), chain },
        );
  const whole = reference === undefined && draft.isValid(['extends']);
  const ruleFiles = await readRuleFiles(draft, directory, around);
  const sources = [{ ...draft, ...draft.validPart }, ...ruleFiles.sources];
  const found = checkDraft(draft, whole ? 'none' : (base?.content ?? 'unusable'), around.rules, sources);
  const problems = inOrder(
    [file, ...ruleFiles.sources.map((source) => source.file)],
    [...draft.problems, ...ruleFiles.problems, ...found, ...(base?.problems ?? [])],
  );
  if (problems.length > 0) return { problems };
  const { rules: _, fields: __, ownRules: ___, ...texts } = draft.validPart;
  const written: WrittenPolicy = {
    ...inBothLanguages(texts as Parameters<typeof inBothLanguages>[0]),
    ...(await ownRulesIn(sources)),
  };
  const own: FileDigest = { path: chain.at(-1)?.path ?? file, size: bytes.length, sha256: sha256(bytes) };
  return {
    content: base?.content === undefined ? (written as PolicyContent) : extendPolicy(base.content, written),
    files: [own, ...ruleFiles.files, ...(base?.files ?? [])],
    problems,
  };
}

/** The rules and fields of a policy file and the files that it names, all of them valid. */
async function ownRulesIn(
  sources: readonly RuleSource[],
): Promise<Pick<PolicyContent, 'ownRules' | 'fields'>> {
  const rules = sources.flatMap((source) => (source.rules ?? []) as readonly WrittenRule[]);
  const fields = sources.map((source) => ownFieldsOf(source.fields as WrittenFields | undefined));
  const declared = { fields: joinedFields(fields) };
  if (rules.length === 0) return declared;
  // Loaded lazily: most policies have no rules of their own.
  const { writeYaml } = await import('../yaml/write.ts');
  return { ...declared, ownRules: rules.map((rule) => ownRuleOf(rule, writeYaml)) };
}

/** The files that a policy file names for rules of its own. */
interface RuleFiles {
  readonly sources: readonly RuleSource[];
  readonly files: readonly FileDigest[];
  readonly problems: readonly PolicyProblem[];
}

async function readRuleFiles(
  draft: PolicyDraft,
  directory: string,
  around: Surroundings,
): Promise<RuleFiles> {
  const { ownRules = [] } = draft.validPart;
  const named = [ownRules].flat();
  const area = around.area ?? (named.length === 0 ? undefined : await areaAround(directory));
  const sources: RuleSource[] = [];
  const files: FileDigest[] = [];
  const problems: PolicyProblem[] = [];
  for (const [index, reference] of named.entries()) {
    if (reference === undefined) continue;
    const at = Array.isArray(ownRules) ? ['ownRules', index] : ['ownRules'];
    const read = await readBytes(path.resolve(directory, reference), { ...around, ...defined({ area }) });
    if ('reason' in read) {
      const facts = { reason: read.reason, rules: reference };
      problems.push({ code: 'unreadable-rules', file: draft.file, position: draft.at(at), ...facts });
      continue;
    }
    const shown = relativeToFile(draft.file, reference);
    const rules = await readRulesDraft(read.bytes, shown, around.limits);
    problems.push(...rules.problems);
    sources.push({ ...rules, ...rules.validPart });
    files.push({ path: read.path, size: read.bytes.length, sha256: sha256(read.bytes) });
  }
  return { sources, files, problems };
}

/** The problems of each of some files by their lines, then those of the files that it builds on. */
function inOrder(files: readonly string[], problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const own = files.flatMap((file) =>
    problems
      .filter((problem) => problem.file === file)
      .sort((a, b) => comparePositions(a.position, b.position)),
  );
  return [...own, ...problems.filter((problem) => !files.includes(problem.file))];
}
