import { listSections } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import { isMapping, type Mapping } from '../base/mapping.ts';
import { idOf } from '../import/merge/section-file.ts';
import type { RecordSection } from '../import/register/fields.ts';
import type { NamedRecord } from '../import/register/references.ts';
import type { ReadFile } from '../inventory/file.ts';
import { type LoadOptions, loadInventory } from '../inventory/load.ts';
import { workTree } from '../tree/work-tree.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import type { Io } from './io.ts';
import { placed } from './placed.ts';
import { UsageError } from './usage-error.ts';

/** A record of the inventory, and where it stands. */
export interface PlacedRecord extends NamedRecord {
  readonly file: ReadFile;
  /** the document of the file, and the item of the section in it, both from 0 */
  readonly document: number;
  readonly index: number;
  readonly value: Mapping;
}

/** @returns where a record stands, as messages name it */
export function placeOfRecord({ section, file, document, index }: PlacedRecord): string {
  const { source, tape, documents } = file.yaml;
  const root = documents[document]?.root ?? 0;
  const { line, column } = source.position(tape.locate(root, [section, index]).start);
  return `${file.path}:${line}:${column}`;
}

/**
 * Reads the files of an inventory as they are written: nothing in them is judged.
 *
 * @param isKnown whether a file need not be parsed
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function filesIn(
  paths: readonly string[],
  { directory }: Io,
  isKnown?: LoadOptions['isKnown'],
): Promise<readonly ReadFile[]> {
  const { files } = await loadInventory(
    { tree: workTree, paths, mayBeMissing: true, without: [], evidenceFolders: [] },
    { directory, asWritten: true, ...defined({ isKnown }) },
  );
  const broken = brokenIn(files);
  if (broken.length > 0) throw new UsageError(...broken);
  return files;
}

/** @returns what is wrong in the files that are no YAML, with its place: the first of each */
export function brokenIn(files: readonly ReadFile[]): Localized[] {
  return files.flatMap(({ path: shown, yaml }) => {
    const [problem] = yaml.problems;
    if (problem === undefined) return [];
    const { line, column } = yaml.source.position(problem.start);
    return [placed(`${shown}:${line}:${column}`, joined(wordYamlProblem(problem)))];
  });
}

/** A record of a file, and where it stands in it. */
export interface WrittenRecord extends Pick<PlacedRecord, 'document' | 'index' | 'value'> {
  readonly section: RecordSection;
}

/** @returns all records of a file, those without an id among them */
export function writtenRecordsOf({ yaml }: ReadFile): WrittenRecord[] {
  return yaml.documents.flatMap(({ value }, document) =>
    listSections.flatMap((section) => {
      const list = (value as Mapping | undefined)?.[section];
      return (Array.isArray(list) ? list : []).flatMap((record, index): WrittenRecord[] =>
        isMapping(record) ? [{ section, document, index, value: record }] : [],
      );
    }),
  );
}

/** @returns the records of a file, which names in what is imported may stand for */
export function recordsOf(file: ReadFile): PlacedRecord[] {
  return writtenRecordsOf(file).flatMap((written): PlacedRecord[] => {
    const { section, document, index, value } = written;
    const id = idOf(file.yaml, document, [section, index, 'id'], value);
    if (id === undefined) return [];
    const { name } = value as { readonly name?: unknown };
    const called = typeof name === 'string' || typeof name === 'number' ? String(name) : id;
    return [{ ...written, id, name: called, file }];
  });
}

/** @returns a text with its byte order mark, which stays */
export function withMark(text: string, bytes: Uint8Array = new Uint8Array()): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\uFEFF${text}` : text;
}
