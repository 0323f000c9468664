import { readFile } from 'node:fs/promises';
import { inventoryShape } from '../../generated/shapes.ts';
import { validateInventory } from '../../generated/validators/inventory.js';
import { shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import { validate } from '../schema/validate.ts';
import type { UnreadablePlace } from '../tree/find-files.ts';
import type { Unreadable } from '../tree/unreadable.ts';
import { type ParsedYaml, parseYaml, writtenText } from '../yaml/parse.ts';
import type { Location, Path } from '../yaml/tape.ts';
import type { FileProblem } from './problem.ts';

/** One file of an inventory: its documents, valid as far as they go, and what was wrong with it. */
export interface InventoryFile {
  /** where it lies, absolute */
  readonly place: string;
  /** as reports show it: relative to the working directory where it lies below it, with `/` between folders */
  readonly path: string;
  /** as they were read; absent of a file that could not be */
  readonly bytes?: Uint8Array;
  readonly yaml: ParsedYaml;
  readonly problems: readonly FileProblem[];
}

/** How many files are read at once: enough that reading is no wait, few enough that no limit on open files is met. */
const batch = 64;

/**
 * @param files absolute
 * @param directory what the shown paths are relative to
 * @param origin where the user has a file that lies elsewhere for now: a file of an earlier commit
 * @param tell is told after each file how many are read
 */
export async function loadFiles(
  files: readonly string[],
  directory: string,
  origin = (file: string) => file,
  tell?: (read: number) => void,
): Promise<InventoryFile[]> {
  const loaded: InventoryFile[] = [];
  for (let start = 0; start < files.length; start += batch) {
    const some = files.slice(start, start + batch);
    const contents = await Promise.allSettled(some.map((file) => readFile(file)));
    for (const [index, content] of contents.entries()) {
      const place = some[index] ?? '';
      loaded.push({ place, path: shownPath(origin(place), directory), ...(await loadFile(content)) });
      tell?.(loaded.length);
    }
  }
  return loaded;
}

/** @returns what stands for places in which more of the inventory may be: files that cannot be read */
export function standIns(
  places: readonly UnreadablePlace[],
  directory: string,
  origin: (file: string) => string,
): Promise<InventoryFile[]> {
  return Promise.all(
    places.map(async (one) => ({
      place: one.path,
      path: shownPath(origin(one.path), directory),
      ...(await unreadableFile(one)),
    })),
  );
}

/** A file without its name. */
type FileContent = Omit<InventoryFile, 'place' | 'path'>;

async function loadFile(content: PromiseSettledResult<Uint8Array>): Promise<FileContent> {
  if (content.status === 'rejected')
    return unreadableFile({ what: 'file', reason: reasonOf(content.reason) });
  const yaml = await parseYaml(content.value);
  const problems = [
    ...yamlProblems(yaml),
    ...[...yaml.documents.keys()].flatMap((index) => schemaProblems(yaml, index)),
  ];
  return {
    bytes: content.value,
    yaml,
    problems: problems.sort((a, b) => a.document - b.document || a.start - b.start),
  };
}

async function unreadableFile({ what, reason }: Unreadable): Promise<FileContent> {
  return {
    yaml: { ...(await parseYaml(new Uint8Array())), readable: false },
    problems: [{ kind: 'unreadable', what, reason, document: 0, path: [], start: 0, end: 0 }],
  };
}

function yamlProblems({ documents, problems }: ParsedYaml): FileProblem[] {
  let document = 0;
  return [...problems]
    .sort((a, b) => a.start - b.start)
    .map((problem) => {
      const { start, end } = problem;
      while (document < documents.length - 1 && (documents[document]?.end ?? 0) <= start) document++;
      return { kind: 'yaml', problem, document, path: [], start, end };
    });
}

function schemaProblems(yaml: ParsedYaml, index: number): FileProblem[] {
  const document = yaml.documents[index];
  if (document?.value === undefined) return [];
  const { value, root } = document;
  const written = (place: Path) => writtenText(yaml, root, place);
  // What stands behind aliases or is merged is wrong once: where it is written, if it is judged there, too.
  const problems = new Map<string, FileProblem>();
  for (const problem of validate(validateInventory, inventoryShape, value, written)) {
    const place = problem.code === 'unknown-key' ? [...problem.path, problem.key] : problem.path;
    const { start, end, origin } = locate(yaml, root, problem);
    const key = 'key' in problem ? problem.key : '';
    const identity = `${origin?.start ?? start}:${problem.code}:${key}`;
    const known = problems.get(identity);
    if (known !== undefined && (known.origin === undefined || origin !== undefined)) continue;
    const record = recordAround(value, place);
    problems.set(identity, {
      kind: 'schema',
      problem,
      document: index,
      path: place,
      start,
      end,
      ...(origin === undefined ? {} : { origin }),
      ...(record === undefined ? {} : { record }),
    });
  }
  return [...problems.values()];
}

function locate({ tape }: ParsedYaml, root: number, problem: SchemaProblem): Location {
  if (!('key' in problem)) return tape.locate(root, problem.path);
  const place = [...problem.path, problem.key];
  if (problem.code === 'unknown-key') return tape.locate(root, place, 'key');
  // A key with nothing after it is missing, yet there to be shown.
  const empty = tape.locate(root, place);
  return empty.depth === place.length ? empty : tape.locate(root, problem.path);
}

function recordAround(root: unknown, place: Path): { kind: string; id: string; name: string } | undefined {
  const [section, index] = place;
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
