import { listSections } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import { sha256 } from '../base/digest.ts';
import { isMapping } from '../base/mapping.ts';
import { keysOf } from './field-path.ts';
import {
  type ImportState,
  type LeftFiles,
  type RecordSection,
  recordKey,
  type StateRecord,
  sheetKey,
  sortedRecords,
} from './state.ts';

/** Why a file cannot be read as a state, and on which line of it. */
export interface StateProblem {
  readonly code:
    | 'unreadable'
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

/** A state, or why there is none. */
export type ReadState = { readonly state: ImportState } | { readonly problem: StateProblem };

/** Much more than twenty thousand records of a hundred columns take. */
const limits = {
  characters: 256 * 1024 * 1024,
  /** of one line, and of a file that is not laid out in lines: JSON of brackets alone takes forty times its size when parsed */
  atOnce: 4 * 1024 * 1024,
  records: 500_000,
  fields: 5000,
  name: 5000,
  depth: 10,
  /** characters that the digests of the files of all sections may take */
  left: 10_000,
};

/**
 * Reads what {@link writeState} wrote, line by line. The file may come with a pull request, so that nothing in it is taken for
 * granted. A small one may be laid out otherwise, as formatters do.
 */
export function readState(text: string): ReadState {
  if (text.length > limits.characters) return { problem: { code: 'too-large', line: 1 } };
  const end = text.indexOf('\n');
  const first =
    end < 0
      ? undefined
      : /^\uFEFF?\{"version":(\d+),(?:"sources":(\[[^[\]]*\]),)?"records":\[\r?$/.exec(text.slice(0, end));
  if (first === undefined || first === null) return readWhole(text);
  if (first[1] !== '1') return { problem: { code: 'version', line: 1 } };
  if (end > limits.atOnce) return { problem: { code: 'damaged', line: 1 } };
  // Before any of them is parsed, which would take half a minute.
  if (hasMoreLines(text, limits.records + linesBeside))
    return { problem: { code: 'too-large', line: limits.records + linesBeside + 1 } };
  // What is no JSON is no list of sources either.
  const sources = first[2] === undefined ? undefined : (parsed(first[2]) ?? null);
  return isSources(sources) ? readLines(text, end + 1, sources) : { problem: { code: 'damaged', line: 1 } };
}

/** The lines of a state that are no record: where each of its parts begins and ends, and one for the digest of each section. */
const linesBeside = 8 + listSections.length;

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines > most) return true;
  return false;
}

function readLines(text: string, from: number, sources: Sources): ReadState {
  const records = new RecordList(sources);
  let isExpected: boolean | undefined;
  for (let start = from, line = 2; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > limits.atOnce) return { problem: { code: 'damaged', line } };
    const content = text.slice(start, end).trim();
    // What stands in it only saves time: nobody has to mend it after a merge of git.
    if (content === '],"left":{' && isExpected !== true) return { state: records.state(leftIn(text, start)) };
    start = end + 1;
    if (content === '],"fed":[' && isExpected !== true && records.beginFed()) {
      isExpected = undefined;
      continue;
    }
    // A comma before the end, and anything after it, is no JSON.
    if (content === ']}' && isExpected !== true && text.slice(start, start + 2).trim() === '')
      return { state: records.state() };
    const item = isExpected === false ? undefined : parsed(content.replace(/,$/, ''));
    if (item === undefined)
      return { problem: { code: markers.test(content) ? 'merge-markers' : 'damaged', line } };
    isExpected = content.endsWith(',');
    const problem = records.add(item, line);
    if (problem !== undefined) return { problem };
  }
  return { problem: { code: 'damaged', line: lineAt(text, text.trimEnd().length) } };
}

function readWhole(text: string): ReadState {
  if (text.length > limits.atOnce)
    return { problem: { code: markers.test(text) ? 'merge-markers' : 'foreign', line: 1 } };
  const content = parsed(text);
  if (content === undefined) return { problem: damage(text) };
  if (!isMapping(content) || !Array.isArray(content['records'])) {
    return { problem: { code: 'foreign', line: 1 } };
  }
  if (content['version'] !== 1) return { problem: { code: 'version', line: 1 } };
  const sources = content['sources'];
  if (!isSources(sources)) return { problem: { code: 'damaged', line: 1 } };
  const records = new RecordList(sources);
  for (const item of content['records']) {
    const problem = records.add(item, 1);
    if (problem !== undefined) return { problem };
  }
  if (!Array.isArray(content['fed'])) return { state: records.state() };
  records.beginFed();
  for (const item of content['fed']) {
    const problem = records.add(item, 1);
    if (problem !== undefined) return { problem };
  }
  return { state: records.state() };
}

/** @returns the files as the import left them; nothing where anything in the state is not as it wrote it */
function leftIn(text: string, start: number): LeftFiles | undefined {
  const from = start + '],"left":'.length;
  const written = text.slice(from, from + limits.left).replace(/\}\n$/, '');
  const { above, files } = (parsed(written) ?? {}) as { readonly above?: unknown; readonly files?: unknown };
  if (!isMapping(files) || above !== sha256(text.slice(0, start))) return undefined;
  const left = new Map<RecordSection, string>();
  for (const [section, digest] of Object.entries(files)) {
    if (!isRecordSection(section) || typeof digest !== 'string') return undefined;
    left.set(section, digest);
  }
  return left;
}

/** Records as they are read, each once; then those of tables that update, each once for its table. */
class RecordList {
  readonly #records: StateRecord[] = [];
  #fed: StateRecord[] | undefined;
  readonly #seen = new Set<string>();
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @returns whether it has not begun before */
  beginFed(): boolean {
    if (this.#fed !== undefined) return false;
    this.#fed = [];
    return true;
  }

  /** @returns why it cannot be one of them */
  add(item: unknown, line: number): StateProblem | undefined {
    const record = readRecord(item);
    if (typeof record === 'string') return { code: 'bad-record', line, detail: record };
    const own = recordKey(record.section, record.id);
    const key = this.#fed === undefined ? own : `${own}\n${sheetKey(record)}`;
    if (this.#seen.has(key)) return { code: 'duplicate-record', line, detail: record.id };
    if (this.#seen.size === limits.records) return { code: 'too-large', line };
    this.#seen.add(key);
    (this.#fed ?? this.#records).push(record);
    return undefined;
  }

  state(left?: LeftFiles): ImportState {
    const sources = this.#sources === undefined ? {} : { sources: this.#sources };
    const fed = this.#fed === undefined ? {} : { fed: sortedRecords(this.#fed) };
    return { ...sources, records: sortedRecords(this.#records), ...fed, ...defined({ left }) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** The marks that git leaves where it cannot merge. */
const markers = /^(?:<{7}|={7}|>{7}|\|{7})/;

/** Why a file is no JSON that is not laid out in lines. */
function damage(text: string): StateProblem {
  const marked = text.split('\n').findIndex((line) => markers.test(line));
  return marked < 0 ? { code: 'damaged', line: 1 } : { code: 'merge-markers', line: marked + 1 };
}

function lineAt(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
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
  const read = fieldsOf(values, (value): value is unknown => isData(value, limits.depth));
  if (read === undefined) return 'values';
  const addresses = fieldsOf(cells, isAddress);
  if (addresses === undefined) return 'cells';
  return {
    section,
    id,
    file,
    sheet,
    row,
    ...(number === undefined ? {} : { number }),
    values: read,
    cells: addresses,
  };
}

type Sources = readonly string[] | undefined;

function isSources(value: unknown): value is Sources {
  return (
    value === undefined || (Array.isArray(value) && value.length <= limits.fields && value.every(isName))
  );
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

/** @returns what stands under paths; `undefined` where something else does, or a value is none */
function fieldsOf<Value>(
  fields: unknown,
  isValue: (value: unknown) => value is Value,
): Map<string, Value> | undefined {
  if (!isMapping(fields)) return undefined;
  const read = new Map<string, Value>();
  for (const [path, value] of Object.entries(fields)) {
    if (read.size === limits.fields || !isPath(path) || !isValue(value)) return undefined;
    read.set(path, value);
  }
  return read;
}

/** The records of a section have the same paths again and again. */
const knownPaths = new Set<string>();

/** Keys of prototypes are nobody's columns. */
function isPath(path: string): boolean {
  if (knownPaths.has(path)) return true;
  const keys = keysOf(path);
  const isOne = isName(path) && keys.every((key) => key !== '') && !isOfPrototype(keys);
  if (isOne && knownPaths.size < limits.fields) knownPaths.add(path);
  return isOne;
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
