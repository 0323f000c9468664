import { inventoryShape } from '../../generated/shapes.ts';
import { validateInventory } from '../../generated/validators/inventory.js';
import { defined } from '../base/defined.ts';
import { addToGroup, groupBy } from '../base/groups.ts';
import { defaultLimits, type Limits, limitOf } from '../base/limits.ts';
import { unknownFields } from '../schema/field-paths.ts';
import {
  type DeclaredWords,
  declaredByName,
  hasWord,
  isOpenWord,
  type OpenWord,
  withMeant,
} from '../schema/open-words.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import { putAt, takeOut, validate } from '../schema/validate.ts';
import { fullWidthTypoRemedy } from '../yaml/full-width-typos.ts';
import { type ParsedYaml, unreadYaml, writtenText } from '../yaml/parse.ts';
import type { Location, Path } from '../yaml/tape.ts';
import type { InventoryFile, ReadFile } from './file.ts';
import type { FileProblem } from './problem.ts';

/** A file with what of it may be judged, and what is wrong with it. */
type CheckedYaml = Pick<ReadFile, 'yaml' | 'found'>;

/** Checks what a file says against the vocabulary, and takes out of it what is wrong. Mutates the values. */
export function checkYaml(yaml: ParsedYaml, limits: Limits): CheckedYaml {
  const broken = schemaProblemsOf(yaml, limits);
  if (broken === undefined) {
    const { yaml: unread, problems } = tooManyProblems(yaml, limits);
    return { yaml: unread, found: problems };
  }
  const found = [...ownProblems(yaml, broken), ...broken, ...problemsOfMended(yaml, limits)];
  return { yaml, found: found.sort((a, b) => a.document - b.document || a.start - b.start) };
}

/**
 * What else is wrong with a file that is not YAML, so that it is mended in one go: found in its text with the syntax errors put
 * right, and told where it stands. A word may be one that a policy adds, which nobody asks of a file that is not read.
 */
function problemsOfMended({ mended, problems }: ParsedYaml, limits: Limits): FileProblem[] {
  if (mended === undefined) return [];
  const { yaml, written, certain } = mended;
  const told = new Set(problems.map(({ start }) => start));
  const broken = schemaProblemsOf(yaml, limits) ?? [];
  return [...ownProblems(yaml, broken), ...broken]
    .filter((one) => !isOpen(one) && (certain || isTypo(one)))
    .map((one) => ({ ...one, document: 0, start: written(one.start), end: written(one.end) }))
    .filter(({ start }) => !told.has(start));
}

/** What is wrong as YAML; where dashes are forgotten, the records make one mapping, whose keys are written again and again. */
function ownProblems(yaml: ParsedYaml, broken: readonly FileProblem[]): FileProblem[] {
  const mappings = broken.filter(
    (one) =>
      one.kind === 'schema' &&
      one.problem.code === 'type' &&
      one.problem.actual === 'object' &&
      one.problem.expected.includes('array'),
  );
  return yamlProblems(yaml).filter(
    ({ problem, start }) =>
      problem.code !== 'duplicate-key' || !mappings.some((one) => one.start <= start && start < one.end),
  );
}

/** Whether a problem is only that a word has a full-width mark, or lacks the blank behind its colon. */
function isTypo(found: FileProblem): boolean {
  if (found.kind !== 'schema') return false;
  const { problem } = found;
  const word = problem.code === 'unknown-key' ? problem.key : problem.code === 'type' ? problem.written : '';
  return fullWidthTypoRemedy(word) !== undefined;
}

/** What breaks the schema was not all taken out, so nothing of the file may be judged. */
function tooManyProblems({ source }: ParsedYaml, limits: Limits): Pick<InventoryFile, 'yaml' | 'problems'> {
  const limit = limitOf('schemaErrors', limits);
  const yaml = unreadYaml(source, [{ code: 'limit', limit, start: 0, end: 1 }]);
  return { yaml, problems: yamlProblems(yaml) };
}

/**
 * Settles which words are wrong that the vocabulary does not have: those that no policy adds to it. They are taken out, so
 * that they count as not stated. Mutates the values.
 *
 * @param own the words that the policies add
 */
export function settleWords(
  files: readonly ReadFile[],
  own: DeclaredWords,
  limits: Limits = defaultLimits,
): InventoryFile[] {
  return files.map(({ found, isOfAnother: _, ...file }) => {
    if (!found.some(isOpen)) return { ...file, problems: found };
    const left = found.filter((one) => !isOpen(one) || !isSettled(one, own, file.yaml));
    if (areTooMany(left, limits)) return { ...file, ...tooManyProblems(file.yaml, limits) };
    const problems = left.map((one) =>
      isOpen(one) ? { ...one, problem: withMeant(one.problem, own) } : one,
    );
    for (const { document, path, repeatedAt = [] } of left.filter(isOpen))
      for (const place of [path, ...repeatedAt]) takeOut(file.yaml.documents[document]?.value, place);
    return { ...file, problems };
  });
}

/** Whether a policy has a word, by its id or by its name: the id takes the place of the name. */
function isSettled(
  { problem, document, path, repeatedAt = [] }: OpenProblem,
  own: DeclaredWords,
  yaml: ParsedYaml,
): boolean {
  if (hasWord(own, problem)) return true;
  const id = declaredByName(own, problem);
  if (id === undefined) return false;
  for (const place of [path, ...repeatedAt]) putAt(yaml.documents[document]?.value, place, id);
  return true;
}

type OpenProblem = Extract<FileProblem, { kind: 'schema' }> & { readonly problem: OpenWord };

/** Whether a problem is only that a word may be none of the vocabulary. */
function isOpen(found: FileProblem): found is OpenProblem {
  return found.kind === 'schema' && isOpenWord(found.problem);
}

/** Whether more breaks the schema than the limit allows, in one document with all repetitions or in all documents. */
function areTooMany(problems: readonly FileProblem[], { schemaErrors }: Limits): boolean {
  const broken = problems.filter(({ kind }) => kind === 'schema');
  const byDocument = groupBy(broken, ({ document }) => document);
  const counts = [...byDocument.values()].map((own) =>
    own.reduce((sum, { repeatedAt = [] }) => sum + 1 + repeatedAt.length, 0),
  );
  return broken.length > schemaErrors || counts.some((count) => count > schemaErrors);
}

/** @returns what breaks the schema in all documents; `undefined` if that is more than the limit allows */
function schemaProblemsOf(yaml: ParsedYaml, limits: Limits): FileProblem[] | undefined {
  const problems: FileProblem[] = [];
  let certain = 0;
  for (const index of yaml.documents.keys()) {
    for (const problem of schemaProblems(yaml, index, limits)) {
      if (problem.kind === 'schema' && problem.problem.code === 'too-many') return undefined;
      problems.push(problem);
      if (!isOpen(problem)) certain++;
    }
    if (certain > limits.schemaErrors) return undefined;
  }
  return problems;
}

function yamlProblems({ documents, problems }: ParsedYaml): Extract<FileProblem, { kind: 'yaml' }>[] {
  let document = 0;
  return [...problems]
    .sort((a, b) => a.start - b.start)
    .map((problem) => {
      const { start, end } = problem;
      while (document < documents.length - 1 && (documents[document]?.end ?? 0) <= start) document++;
      return { kind: 'yaml', problem, document, path: [], start, end };
    });
}

function schemaProblems(yaml: ParsedYaml, index: number, limits: Limits): FileProblem[] {
  const document = yaml.documents[index];
  if (document?.value === undefined) return [];
  const { value, root } = document;
  const written = (path: Path) => writtenText(yaml, root, path);
  // A wrong value that aliases or merge keys repeat is reported once, at its anchor if it is validated there too.
  const problems = new Map<string, FileProblem>();
  const paths = new Map<string, Path[]>();
  const broken = validate(validateInventory, inventoryShape, value, { written, limits });
  for (const problem of [...broken, ...unknownFields(inventoryShape, value)]) {
    const path = problem.code === 'unknown-key' ? [...problem.path, problem.key] : problem.path;
    const { start, end, origin } = locate(yaml, root, problem);
    const key = 'key' in problem ? problem.key : '';
    const identity = `${origin?.start ?? start}:${problem.code}:${key}`;
    addToGroup(paths, identity, path);
    const known = problems.get(identity);
    if (known !== undefined && (known.origin === undefined || origin !== undefined)) continue;
    const record = recordAround(value, path);
    const found = { kind: 'schema', document: index, path, ...defined({ origin, record }) } as const;
    for (const [offset, line] of linesWithTypos(problem))
      problems.set(`${identity}:${offset}`, {
        ...found,
        problem: { ...problem, written: line } as SchemaProblem,
        start: start + offset,
        end: start + offset + line.length,
      });
    if (!problems.has(`${identity}:0`)) problems.set(identity, { ...found, problem, start, end });
  }
  return [...problems].map(([identity, problem]) => {
    const repeatedAt = paths.get(identity)?.filter((path) => path !== problem.path) ?? [];
    return repeatedAt.length === 0 ? problem : { ...problem, repeatedAt };
  });
}

/**
 * Lines whose colons are all full-width are one text to YAML, however many there are.
 *
 * @returns the lines with their offsets, each of which is told by itself; none where they are no such text
 */
function linesWithTypos(problem: SchemaProblem): (readonly [offset: number, line: string])[] {
  if (problem.code !== 'type' || !problem.expected.includes('object')) return [];
  const lines = [...problem.written.matchAll(/[^\s].*/g)].map(({ 0: line, index }) => [index, line] as const);
  const isOne = lines.length < 2 || lines.some(([, line]) => fullWidthTypoRemedy(line) === undefined);
  return isOne ? [] : lines;
}

function locate({ tape }: ParsedYaml, root: number, problem: SchemaProblem): Location {
  if (!('key' in problem)) return tape.locate(root, problem.path);
  const path = [...problem.path, problem.key];
  if (problem.code === 'unknown-key') return tape.locate(root, path, 'key');
  // A key without a value counts as missing, but the problem is located at it.
  const empty = tape.locate(root, path);
  return empty.depth === path.length ? empty : tape.locate(root, problem.path);
}

function recordAround(root: unknown, path: Path): { kind: string; id: string; name: string } | undefined {
  const [section, index] = path;
  if (typeof section !== 'string') return undefined;
  const content = (root as Record<string, unknown>)[section];
  const record = (typeof index === 'number' ? (content as unknown[] | undefined)?.[index] : content) as
    | Record<string, unknown>
    | undefined;
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const id = typeof record['id'] === 'string' ? record['id'] : undefined;
  const name = typeof record['name'] === 'string' ? record['name'] : id;
  return name === undefined ? undefined : { kind: section, id: id ?? name, name };
}
