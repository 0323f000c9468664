import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { isMapping } from '../base/mapping.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { FeedFile } from '../import/register/feed/feed-files.ts';
import type { RecordSection } from '../import/register/fields.ts';
import type { NamedRecord } from '../import/register/references.ts';
import { idOf } from '../import/register/section-file.ts';
import type { ReadFile } from '../inventory/file.ts';
import { loadInventory } from '../inventory/load.ts';
import { stateFileName } from '../register/file-name.ts';
import { workTree } from '../tree/work-tree.ts';
import { decode } from '../yaml/decode.ts';
import type { ParsedYaml } from '../yaml/parse.ts';
import { SourceText } from '../yaml/source-text.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';
import type { NewFile } from './write-file.ts';

type FileName = Omit<NewFile, 'text'>;

/** Where an import of registers reads and writes. */
export interface Place {
  /** the folder of the inventory, absolute */
  readonly out: string;
  readonly mapping: FileName;
  readonly state: FileName;
  readonly section: (section: RecordSection) => FileName;
}

/** What is in the folder that is written to. */
export interface Present {
  readonly mappingText: string | undefined;
  readonly stateText: string | undefined;
  /** the texts of the files that an import writes, with their byte order marks */
  readonly sections: ReadonlyMap<RecordSection, string | undefined>;
  /** those of them that are files of the inventory, as they are written */
  readonly parsed: ReadonlyMap<RecordSection, ParsedYaml>;
  /** all files of the inventory, as they are written */
  readonly feedFiles: readonly FeedFile[];
  readonly inventory: readonly PlacedRecord[];
}

/** A record of the inventory, and where it stands. */
export interface PlacedRecord extends NamedRecord {
  readonly file: ReadFile;
  /** the document of the file, and the item of the section in it, both from 0 */
  readonly document: number;
  readonly index: number;
}

/** @returns where an import reads and writes */
export function placeOf(
  { out, mapping }: { readonly out: string; readonly mapping?: string },
  { directory }: Io,
): Place {
  const folder = path.resolve(directory, out);
  const named = (name: string) => ({ path: path.join(folder, name), shown: path.join(out, name) });
  return {
    out: folder,
    mapping:
      mapping === undefined
        ? named('register.mapping.yaml')
        : { path: path.resolve(directory, mapping), shown: mapping },
    state: named(stateFileName),
    section: (section) => named(`${section}.yaml`),
  };
}

/**
 * Reads what is there. Each file is read and parsed once, for all that is done with it.
 *
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function readPresent(place: Place, io: Io): Promise<Present> {
  const files = await filesIn(place.out, io);
  const byPath = new Map(files.map((file) => [file.absolutePath, file]));
  const sections = new Map<RecordSection, string | undefined>();
  const parsed = new Map<RecordSection, ParsedYaml>();
  for (const section of listSections) {
    const name = place.section(section);
    const file = byPath.get(name.path);
    sections.set(section, file?.bytes === undefined ? await textOf(name) : writtenTextOf(file));
    if (file?.bytes !== undefined) parsed.set(section, file.yaml);
  }
  return {
    mappingText: await textOf(place.mapping),
    stateText: await textOf(place.state),
    ...{ sections, parsed },
    feedFiles: files.map((file) => ({
      path: file.absolutePath,
      shown: file.path,
      text: writtenTextOf(file),
      yaml: file.yaml,
    })),
    inventory: files.flatMap(recordsOf),
  };
}

/** @returns a text behind the place that it is about */
export function placed(place: string, { ja, en }: Localized): Localized {
  return { ja: `${place}: ${ja}`, en: `${place}: ${en}` };
}

/** @returns where a record stands, as messages name it */
export function placeOfRecord({ section, file, document, index }: PlacedRecord): string {
  const { source, tape, documents } = file.yaml;
  const root = documents[document]?.root ?? 0;
  const { line, column } = source.position(tape.locate(root, [section, index]).start);
  return `${file.path}:${line}:${column}`;
}

/** The text of a file of the inventory, with its byte order mark, which stays. */
function writtenTextOf({ bytes, yaml }: ReadFile): string {
  return withMark(yaml.source.text, bytes);
}

function withMark(text: string, bytes: Uint8Array = new Uint8Array()): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\uFEFF${text}` : text;
}

/** @throws UsageError if there is something of this name that cannot be read */
async function textOf({ path: file, shown }: FileName): Promise<string | undefined> {
  try {
    // A pipe would be waited for.
    if (!(await stat(file)).isFile()) throw new UsageError(usageErrors.cannotWrite(shown, 'EISDIR'));
    const bytes = await readFile(file);
    // Read as UTF-8, what is none would be written back as a riddle.
    const { text, problem } = decode(bytes);
    if (problem !== undefined) {
      const { line, column } = new SourceText(text).position(problem.start);
      throw new UsageError(placed(`${shown}:${line}:${column}`, joined(wordYamlProblem(problem))));
    }
    // With its byte order mark, which stays.
    return withMark(text, bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = reasonOf(error);
    if (isMissing(reason)) return undefined;
    throw new UsageError(usageErrors.cannotRead(shown, reason));
  }
}

async function filesIn(folder: string, { directory }: Io): Promise<readonly ReadFile[]> {
  const { files } = await loadInventory(
    { tree: workTree, paths: [folder], mayBeMissing: true, without: [], evidenceFolders: [] },
    { directory, asWritten: true },
  );
  const broken = files.flatMap(({ path: shown, yaml }) => {
    const [problem] = yaml.problems;
    if (problem === undefined) return [];
    const { line, column } = yaml.source.position(problem.start);
    return [placed(`${shown}:${line}:${column}`, joined(wordYamlProblem(problem)))];
  });
  if (broken.length > 0) throw new UsageError(...broken);
  return files;
}

/** The records of a file, which names in the register may stand for. */
function recordsOf(file: ReadFile): PlacedRecord[] {
  const { yaml } = file;
  return yaml.documents.flatMap(({ value }, document) =>
    listSections.flatMap((section) => {
      const list = (value as Readonly<Record<string, unknown>> | undefined)?.[section];
      return (Array.isArray(list) ? list : []).flatMap((record, index): PlacedRecord[] => {
        const id = isMapping(record) ? idOf(yaml, document, [section, index, 'id'], record) : undefined;
        if (id === undefined) return [];
        const { name } = record as { readonly name?: unknown };
        const called = typeof name === 'string' || typeof name === 'number' ? String(name) : id;
        return [{ section, id, name: called, file, document, index }];
      });
    }),
  );
}
