import type { listSections } from '../../generated/records.ts';
import { sha256 } from '../base/digest.ts';
import { jsonText } from '../base/json.ts';
import type { Mapping } from '../base/mapping.ts';

/** A section that is a list of records. */
export type RecordSection = (typeof listSections)[number];

/**
 * What the last import gave: the base of a three-way merge, and where findings look up the cell that a field is from. Records are
 * ordered by section and id.
 */
export interface ImportState {
  /** the lists that were read, where one that is missing the next time must not look like one that became empty */
  readonly sources?: readonly string[];
  readonly records: readonly StateRecord[];
  /**
   * What tables that only update records (`--update`) last gave them, a table and a record each, ordered like the records. It is no
   * base of a merge: it tells what stands in the YAML and was not written by people, and which cell it is from.
   */
  readonly fed?: readonly StateRecord[];
  /** the files of sections that need not be read while they stay as the import left them */
  readonly left?: LeftFiles;
}

/**
 * The digests (SHA-256) of files of sections as an import left them: those in which all records are of the import, and say nothing
 * else than it does. As long as such a file is the same, and the register is, a merge would find nothing to do and nothing to tell.
 */
export type LeftFiles = ReadonlyMap<RecordSection, string>;

/** A record as the register gave it. */
export interface StateRecord {
  readonly section: RecordSection;
  readonly id: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** its own number in the register (管理番号), where it has one: the id alone does not tell whether it was made from it */
  readonly number?: string;
  /** by the paths of fields */
  readonly values: ReadonlyMap<string, unknown>;
  /**
   * The addresses of the cells, by the same paths, and by those of fields whose cells say nothing or wait for an answer. A field of
   * the items of a list has its own (`software[].version`) where it is from another cell than the list. Of a table that updates
   * records, only cells that say something.
   */
  readonly cells: ReadonlyMap<string, string>;
}

/** The same state gives the same text, to the byte: a record a line, so that a difference shows which record it is of. */
export function writeState({ sources, records, fed = [], left = new Map() }: ImportState): string {
  const read = sources === undefined ? '' : `"sources":${jsonText([...sources].sort(compareTexts))},`;
  const updates = fed.length === 0 ? '' : `],"fed":[\n${linesOf(fed)}`;
  const text = `{"version":1,${read}"records":[\n${linesOf(records)}${updates}`;
  return left.size === 0 ? `${text}]}\n` : `${text}],"left":{\n${leftLines(left, text)}}}\n`;
}

/** A digest a line. That of the text above tells whether it is still what the files were left by. */
function leftLines(left: LeftFiles, above: string): string {
  const files = [...left].sort(([a], [b]) => compareTexts(a, b));
  const lines = files.map(([section, digest]) => `${jsonText(section)}:${jsonText(digest)}`);
  return `"above":${jsonText(sha256(above))},\n"files":{\n${lines.join(',\n')}\n}`;
}

function linesOf(records: readonly StateRecord[]): string {
  const lines = sortedRecords(records).map((record) => jsonText(plainRecord(record)));
  return `${lines.join(',\n')}${lines.length === 0 ? '' : '\n'}`;
}

/** @returns records in the order of their sections and ids, and of their tables where several give one, by code units */
export function sortedRecords(records: Iterable<StateRecord>): StateRecord[] {
  return [...records].sort(
    (a, b) =>
      compareTexts(a.section, b.section) ||
      compareTexts(a.id, b.id) ||
      compareTexts(a.file, b.file) ||
      compareTexts(a.sheet, b.sheet),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function plainRecord({ section, id, file, sheet, row, number, values, cells }: StateRecord): Mapping {
  const ofRegister = number === undefined ? {} : { number };
  return {
    section,
    id,
    file,
    sheet,
    row,
    ...ofRegister,
    values: inOrderOfPaths(values),
    cells: inOrderOfPaths(cells),
  };
}

/** By their paths and not by their columns: a column that was moved changes addresses alone. */
function inOrderOfPaths(entries: ReadonlyMap<string, unknown>): Mapping {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareTexts(a, b)));
}

/** @returns what tells a record from all others of an inventory */
export function recordKey(section: string, id: string): string {
  return `${section}/${id}`;
}

/** @returns what tells a sheet from those of all files */
export function sheetKey({ file, sheet }: Pick<StateRecord, 'file' | 'sheet'>): string {
  return `${file}\n${sheet}`;
}
