import { listSections } from '../../../generated/records.ts';
import { jsonText } from '../../base/json.ts';
import { isMapping, type Mapping } from '../../base/mapping.ts';
import type { Path } from '../../yaml/tape.ts';
import type { RecordSection } from './fields.ts';
import { keysOf } from './record-value.ts';

/** The name of the file beside the inventory that holds what the last import gave. */
export const stateFileName = 'register.import.json';

/**
 * What the last import gave: the base of a three-way merge, and where findings look up the cell that a field is from. Records are
 * ordered by section and id.
 */
export interface ImportState {
  readonly records: readonly StateRecord[];
}

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
  /** the addresses of the cells, by the same paths */
  readonly cells: ReadonlyMap<string, string>;
}

/** Why a file cannot be read as a state, and on which line of it. */
export interface StateProblem {
  readonly code:
    | 'too-large'
    /** no JSON */
    | 'damaged'
    /** git left both sides of a merge in it */
    | 'merge-markers'
    /** JSON, but no state of an import */
    | 'foreign'
    /** of a version that this program does not know */
    | 'version'
    /** a record of it is not as it is written */
    | 'bad-record'
    /** a record stands in it twice */
    | 'duplicate-record';
  /** from 1 */
  readonly line: number;
  /** of a record: what it is called, or which part of it is wrong */
  readonly detail?: string;
}

export type ReadState = { readonly state: ImportState } | { readonly problem: StateProblem };

/** Much more than twenty thousand records of a hundred columns take. */
const limits = { characters: 256 * 1024 * 1024, records: 500_000, fields: 5000, name: 5000, depth: 10 };

/** The same state gives the same text, to the byte: a record a line, so that a difference shows which record it is of. */
export function writeState({ records }: ImportState): string {
  const lines = sortedRecords(records).map((record) => jsonText(plainRecord(record)));
  return `{"version":1,"records":[\n${lines.join(',\n')}${lines.length === 0 ? '' : '\n'}]}\n`;
}

/** @returns records in the order of their sections and ids, by code units */
export function sortedRecords(records: Iterable<StateRecord>): StateRecord[] {
  return [...records].sort((a, b) => compareTexts(a.section, b.section) || compareTexts(a.id, b.id));
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

/** Reads what {@link writeState} wrote. The file may come with a pull request, so that nothing in it is taken for granted. */
export function readState(text: string): ReadState {
  if (text.length > limits.characters) return { problem: { code: 'too-large', line: 1 } };
  const content = parsed(text);
  if (content === undefined) return { problem: damage(text) };
  if (!isMapping(content) || !Array.isArray(content['records'])) {
    return { problem: { code: 'foreign', line: 1 } };
  }
  if (content['version'] !== 1) return { problem: { code: 'version', line: 1 } };
  return readRecords(content['records'], text);
}

function readRecords(items: readonly unknown[], text: string): ReadState {
  if (items.length > limits.records) return { problem: { code: 'too-large', line: 1 } };
  const records: StateRecord[] = [];
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const record = readRecord(item);
    if (typeof record === 'string') {
      return { problem: { code: 'bad-record', line: lineOf(text, index), detail: record } };
    }
    const key = recordKey(record.section, record.id);
    if (seen.has(key)) {
      return { problem: { code: 'duplicate-record', line: lineOf(text, index), detail: record.id } };
    }
    seen.add(key);
    records.push(record);
  }
  return { state: { records: sortedRecords(records) } };
}

/** @returns what tells a record from all others of an inventory */
export function recordKey(section: RecordSection, id: string): string {
  return `${section}/${id}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** The first line that is not as {@link writeState} writes it. */
function damage(text: string): StateProblem {
  const lines = text.split('\n');
  const markers = lines.findIndex((line) => /^(?:<{7}|={7}|>{7}|\|{7})/.test(line));
  if (markers >= 0) return { code: 'merge-markers', line: markers + 1 };
  const last = lines.at(-1)?.trim() === '' ? lines.length - 1 : lines.length;
  const broken = lines.findIndex((line, index) => {
    if (index === 0 || index >= last - 1) return false;
    return parsed(line.trim().replace(/,$/, '')) === undefined;
  });
  if (broken >= 0) return { code: 'damaged', line: broken + 1 };
  return {
    code: 'damaged',
    line: /^\uFEFF?\{"version":\d+,"records":\[\r?$/.test(lines[0] ?? '') ? last : 1,
  };
}

/** The line of a record: each has one of its own, unless something else has written the file anew. */
function lineOf(text: string, index: number): number {
  const lines = text.split('\n', index + 2);
  return lines.length === index + 2 && lines.every((line) => line.startsWith('{')) ? index + 2 : 1;
}

/** @returns the record, or which part of it is wrong */
function readRecord(item: unknown): StateRecord | string {
  if (!isMapping(item)) return 'record';
  const { section, id, file, sheet, row, number, values, cells } = item;
  if (typeof section !== 'string' || !isRecordSection(section)) return 'section';
  if (!isName(id) || id === '') return 'id';
  if (!isName(file)) return 'file';
  if (!isName(sheet)) return 'sheet';
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 1) return 'row';
  if (number !== undefined && !isName(number)) return 'number';
  if (!isFields(values) || !Object.values(values).every((value) => isData(value, limits.depth)))
    return 'values';
  if (!isFields(cells)) return 'cells';
  const addresses = Object.entries(cells);
  if (!addresses.every((entry): entry is [string, string] => isAddress(entry[1]))) return 'cells';
  return {
    section,
    id,
    file,
    sheet,
    row,
    ...(number === undefined ? {} : { number }),
    values: new Map(Object.entries(values)),
    cells: new Map(addresses),
  };
}

function isRecordSection(name: string): name is RecordSection {
  return (listSections as readonly string[]).includes(name);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= limits.name;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{1,3}[1-9][0-9]{0,6}$/.test(value);
}

/** Keys of prototypes are nobody's columns. */
function isFields(value: unknown): value is Mapping {
  if (!isMapping(value)) return false;
  const paths = Object.keys(value);
  return paths.length <= limits.fields && paths.every((path) => isName(path) && isPath(path));
}

function isPath(path: string): boolean {
  const keys = keysOf(path);
  return keys.every((key) => key !== '') && !isOfPrototype(keys);
}

function isOfPrototype(keys: readonly string[]): boolean {
  return keys.some((key) => key === '__proto__' || key === 'constructor' || key === 'prototype');
}

function isData(value: unknown, depth: number): boolean {
  if (typeof value !== 'object') return true;
  if (value === null || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isData(item, depth - 1));
  return !isOfPrototype(Object.keys(value)) && Object.values(value).every((item) => isData(item, depth - 1));
}

/** A cell of a register. */
export interface CellSource {
  readonly file: string;
  readonly sheet: string;
  /** `M14`; absent where the record is from there and the field is not */
  readonly cell?: string;
  readonly row: number;
}

/** Answers which cell a field of a record is from. */
export class CellIndex {
  readonly #records: ReadonlyMap<string, StateRecord>;

  constructor({ records }: ImportState) {
    this.#records = new Map(records.map((record) => [recordKey(record.section, record.id), record]));
  }

  /**
   * @param path below the record. What stands inside a list is from the cell of the list; of a mapping that several cells make up,
   *   the first of them counts.
   * @returns `undefined` where the record is from no register
   */
  sourceOf(section: RecordSection, id: string, path: Path): CellSource | undefined {
    const record = this.#records.get(recordKey(section, id));
    if (record === undefined) return undefined;
    const { file, sheet, row } = record;
    const cell = cellOf(record.cells, path);
    return { file, sheet, row, ...(cell === undefined ? {} : { cell }) };
  }
}

function cellOf(cells: ReadonlyMap<string, string>, path: Path): string | undefined {
  const index = path.findIndex((step) => typeof step === 'number');
  const keys = index < 0 ? path : path.slice(0, index);
  for (let length = keys.length; length > 0; length--) {
    const cell = cells.get(keys.slice(0, length).join('.'));
    if (cell !== undefined) return cell;
  }
  const mapping = `${keys.join('.')}.`;
  if (keys.length === 0) return undefined;
  for (const [field, cell] of cells) if (field.startsWith(mapping)) return cell;
  return undefined;
}
