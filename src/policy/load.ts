import path from 'node:path';
import { builtInLaws, builtInPolicies } from '../../generated/policies/index.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { defaultLimits } from '../base/limits.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import { areaAround } from '../tree/area.ts';
import { workTree } from '../tree/work-tree.ts';
import type { Position } from '../yaml/source-text.ts';
import { buildPolicy, type PolicyContent } from './build.ts';
import { checkDraft, isPossible, type RuleCatalogue, ruleCatalogue } from './check.ts';
import { extendPolicy } from './extend.ts';
import { policyIssuedBy } from './issuers.ts';
import { inOrder, isPath, type LoadResult, type OpenedPolicy, targetOf } from './opened.ts';
import type { RuleSource } from './own/check.ts';
import { ownRulesIn, readRuleFiles } from './own/load.ts';
import type { Policy } from './policy.ts';
import { type PolicyReading, readBytes, relativeToFile } from './policy-file.ts';
import { PolicyError, type PolicyProblem } from './problem.ts';
import { readDraft, type ValidPart } from './read.ts';
import { inBothLanguages } from './written-text.ts';

export { isPath, isPossible, PolicyError, type PolicyProblem, ruleCatalogue };

/** The ids of the policies that come built in. */
export const builtInPolicyIds: readonly string[] = Object.keys(builtInPolicies);

/** Those of them that are policies of bodies: laws bind every body, and are the policy of none. */
export const bodyPolicyIds: readonly string[] = builtInPolicyIds.filter((id) => !builtInLaws.includes(id));

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
  const around = { rules, ...reading };
  const { content, files, problems } = await settled(await find(reference, directory, around), around);
  if (content === undefined) throw new PolicyError(problems);
  return buildPolicy(content, files);
}

/** A policy with the places of what it writes itself. */
export interface PolicyWithSources {
  readonly policy: Policy;
  /** the policy file and the files of rules that it names; none of a built-in policy */
  readonly sources: readonly RuleSource[];
}

/**
 * Loads a policy as {@link loadPolicy} does, for whoever tells of its rules where they stand.
 *
 * @throws PolicyError with everything that is wrong
 */
export async function loadWithSources(
  reference: string,
  directory: string,
  rules: RuleCatalogue,
): Promise<PolicyWithSources> {
  const around = { rules, ...fromDisk };
  return withSources(await find(reference, directory, around), around);
}

/**
 * Loads a file of rules that no policy names, under the usual levels and layers or those of a policy.
 *
 * @param base the id or the file of that policy
 * @throws PolicyError with everything that is wrong
 */
export async function loadRuleFile(
  file: string,
  base: string | undefined,
  directory: string,
  rules: RuleCatalogue,
): Promise<PolicyWithSources> {
  const named = path.resolve(directory, file);
  // A person has named the files, so they may lie anywhere.
  const around = { rules, ...fromDisk, area: path.parse(named).root };
  const read = await readBytes(named, around);
  if ('reason' in read) throw new PolicyError([{ code: 'unreadable', file, ...read }]);
  const policyOf = {
    id: 'own-rules',
    title: file,
    ownRules: path.basename(file),
    clauses: [],
    ...(base !== undefined && { extends: isPath(base) ? path.resolve(directory, base) : base }),
  };
  const beside = (of: string) => path.join(path.dirname(of), '-');
  const opened = await readFrom(Buffer.from(JSON.stringify(policyOf)), beside(file), around, [
    { shown: beside(file), path: beside(named) },
  ]);
  const { policy, sources } = await withSources(opened, around);
  return { policy, sources: sources.slice(1) };
}

async function withSources(opened: OpenedPolicy, around: Surroundings): Promise<PolicyWithSources> {
  const { content, files, problems } = await settled(opened, around);
  if (content === undefined) throw new PolicyError(problems);
  return { policy: buildPolicy(content, files), sources: opened.sources ?? [] };
}

const fromDisk: PolicyReading = { tree: workTree, limits: defaultLimits };

/** An `extends`: where it is written, and the chain of files that led to it. */
interface Extension {
  readonly file: string;
  readonly position: Position;
  readonly chain: readonly PolicyFile[];
}

/** What policies are checked against, and where their files are read. */
interface Surroundings extends PolicyReading {
  readonly rules: RuleCatalogue;
  readonly builtInFile?: BuiltInFile;
}

/** Where the file of a built-in policy lies: for the build, before its module is there. `undefined` of any other name. */
type BuiltInFile = (id: string) => string | undefined;

async function find(
  named: string,
  directory: string,
  around: Surroundings,
  extension?: Extension,
): Promise<OpenedPolicy> {
  const reference = around.builtInFile?.(named) ?? named;
  const builtIn = Object.hasOwn(builtInPolicies, reference) ? builtInPolicies[reference] : undefined;
  if (builtIn !== undefined) return { key: reference, content: (await builtIn()).content, problems: [] };
  // Problems of loading a base are reported at the `extends` that names it.
  const { chain = [], ...at } = extension ?? { file: reference };
  if (!isPath(reference)) {
    const facts = { given: reference, known: builtInPolicyIds };
    const issued = await policyIssuedBy(reference);
    const suggestion = asSuggestion(issued === undefined ? suggest(reference, builtInPolicyIds) : undefined);
    return failed({ code: 'unknown-policy', ...at, ...facts, ...suggestion, ...defined({ issued }) });
  }
  const read = await readBytes(path.resolve(directory, reference), around);
  if ('reason' in read)
    return failed({ code: 'unreadable', ...at, ...read, ...(extension && { base: reference }) });
  const shown = extension === undefined ? reference : relativeToFile(extension.file, reference);
  const first = chain.findIndex((file) => file.path === read.path);
  if (first >= 0) {
    const circle = chain.slice(first).map((file) => file.shown);
    return failed({ code: 'circular-extends', ...at, chain: [...circle, circle[0] ?? shown] });
  }
  return readFrom(read.bytes, shown, around, [...chain, { shown, path: read.path }]);
}

function failed(problem: PolicyProblem): OpenedPolicy {
  return { problems: [problem] };
}

/**
 * Reads and checks a policy file: the one way in for built-in policies (at build time) and a body's own.
 *
 * @param file where it lies, and as messages show it
 * @param builtInFile where built-in policies that it names are read, since their modules are being built
 */
export async function readPolicy(
  bytes: Uint8Array,
  file: string,
  rules: RuleCatalogue,
  builtInFile?: BuiltInFile,
): Promise<LoadResult> {
  const own = { shown: file, path: path.resolve(file) };
  const around = { rules, ...fromDisk, ...defined({ builtInFile }) };
  return settled(await readFrom(bytes, file, around, [own]), around);
}

/** Looks up what the clauses of a policy say that they answer elsewhere, and takes over what they take over. */
async function settled(opened: OpenedPolicy, around: Surroundings): Promise<LoadResult> {
  if (!namesOthers(opened)) return opened;
  // Loaded lazily: few policies name others.
  const { settleServed } = await import('./serves.ts');
  const area = around.area ?? (await areaAround(opened.directory ?? ''));
  return settleServed(opened, {
    rules: around.rules,
    builtIn: builtInPolicyIds,
    open: (reference, { directory, ...at }) =>
      find(reference, directory, { ...around, area }, { ...at, chain: [] }),
  });
}

function namesOthers({ draft, base }: OpenedPolicy): boolean {
  const clauses = draft?.validPart.clauses ?? [];
  const names = clauses.some((clause) => (clause?.serves ?? clause?.as) !== undefined);
  return names || (base !== undefined && namesOthers(base));
}

/** @param chain the files that extend one another down to this one, itself included */
async function readFrom(
  bytes: Uint8Array,
  file: string,
  around: Surroundings,
  chain: readonly PolicyFile[],
): Promise<OpenedPolicy> {
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
  const checked = checkDraft(draft, whole ? 'none' : (base?.content ?? 'unusable'), around.rules, sources);
  // A rule that is not found may stand in a file that could not be read.
  const isSure = ruleFiles.areAllRead;
  const found = checked.filter((one) => isSure || one.code !== 'unknown-rule' || !one.id.startsWith('own/'));
  const problems = inOrder(
    [file, ...ruleFiles.sources.map((source) => source.file)],
    [...draft.problems, ...ruleFiles.problems, ...found, ...(base?.problems ?? [])],
  );
  const key = chain.at(-1)?.path ?? file;
  const opened = { key, draft, directory, problems, ...defined({ base }) };
  if (problems.length > 0) return opened;
  const written = {
    ...inBothLanguages(withTargets(draft.validPart, opened)),
    ...(await ownRulesIn(sources)),
  };
  const own: FileDigest = { path: key, size: bytes.length, sha256: sha256(bytes) };
  return {
    ...opened,
    content: base?.content === undefined ? (written as PolicyContent) : extendPolicy(base.content, written),
    files: [own, ...ruleFiles.files, ...(base?.files ?? [])],
    sources,
  };
}

/** What clauses say that they answer elsewhere, by the keys of the policies: a path means nothing in another file. */
function withTargets(
  { clauses, rules: _, fields: __, ownRules: ___, ...written }: ValidPart,
  opened: OpenedPolicy,
): Parameters<typeof inBothLanguages>[0] {
  const target = (reference: string | undefined) => targetOf(reference ?? '', opened, builtInPolicyIds) ?? [];
  return {
    ...written,
    ...(clauses && {
      clauses: clauses.map((clause) => {
        const { serves, as, ...rest } = clause ?? {};
        const [taken] = as === undefined ? [] : [target(as)].flat();
        return {
          ...rest,
          ...(serves && { serves: serves.flatMap(target) }),
          ...(taken && { as: { ...taken, ...defined({ overruledBy: written.parameters }) } }),
        };
      }),
    }),
  } as Parameters<typeof inBothLanguages>[0];
}
