import type { InventoryFile } from '../inventory/file.ts';
import type { BegunSection, Entry } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type { CellSource, FindingLocation } from '../result/result.ts';
import type { SourceText } from '../yaml/source-text.ts';
import type { Location, Path, Span } from '../yaml/tape.ts';

/** The location of a field and, where its value comes through an alias or a merge key, where that value is written. */
export interface LocatedField {
  readonly location: FindingLocation;
  readonly origin?: FindingLocation;
  /** the name of the anchor */
  readonly anchor?: string;
}

/** @returns the location of a path inside a record */
export function locateInRecord(entry: Entry, path: Path, node = nodeOf(entry)): LocatedField {
  const { file, document, base } = entry;
  const found = foundInRecord(entry, path, node);
  const source = sourceOf(entry, path);
  const place = placeOf(file, found, document, pointerTo(path, pointerTo(base)));
  const location = source === undefined ? place : { ...place, source };
  if (found.origin === undefined) return { location };
  const { alias } = found;
  return {
    location,
    origin: placeOf(file, found.origin, document, location.pointer),
    ...(alias === undefined ? {} : { anchor: file.yaml.source.text.slice(alias.start + 1, alias.end) }),
  };
}

/**
 * @returns the node of a record on the tape, from which what is inside it is found without going through the file to it;
 *   `undefined` where the record is borrowed through an alias or a merge key, which is told only from the root of the file
 */
export function nodeOf({ file, document, base }: Entry): number | undefined {
  const { tape, documents } = file.yaml;
  const root = documents[document]?.root ?? 0;
  const [section, index] = base;
  if (typeof section !== 'string' || typeof index !== 'number') return undefined;
  if (tape.locate(root, base).origin !== undefined) return undefined;
  const list = tape.child(root, section);
  return list === undefined ? undefined : tape.items(list)[index];
}

/** @returns where a path inside a record is found on the tape */
export function foundInRecord(
  { file, document, base }: Entry,
  path: Path,
  node: number | undefined,
): Location {
  if (node !== undefined) return shownLocation(file, node, path);
  return shownLocation(file, file.yaml.documents[document]?.root ?? 0, [...base, ...path]);
}

/** @returns the offset at which the key of a section that is begun is written */
export function startOfSection({ file, document }: BegunSection, section: string): number {
  return file.yaml.tape.locate(file.yaml.documents[document]?.root ?? 0, [section], 'key').start;
}

/** @returns the cell that a path inside a record is from; of several records of one id, the first is the register's */
export function sourceOf({ file, section, id, occurrence }: Entry, path: Path): CellSource | undefined {
  if (occurrence > 0) return undefined;
  for (const cells of file.cells ?? []) {
    const source = cells.sourceOf(section, id, path);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** A list or mapping of several lines is located at its key, since its first line is only its first item. */
function shownLocation(file: InventoryFile, from: number, path: Path): Location {
  const { tape, source } = file.yaml;
  const found = tape.locate(from, path);
  const isField =
    typeof path.at(-1) === 'string' && found.depth === path.length && found.origin === undefined;
  if (!isField || endOnFirstLine(source, found) === found.end) return found;
  return tape.locate(from, path, 'key');
}

/** @returns the location of a key at the top of a document */
export function locateKey(file: InventoryFile, document: number, key: string): FindingLocation {
  const found = file.yaml.tape.locate(file.yaml.documents[document]?.root ?? 0, [key], 'key');
  return locationOf(file, found, document, [key]);
}

/** @returns the location of a problem that was found while the file was read */
export function locateProblem(file: InventoryFile, problem: FileProblem): FindingLocation {
  return locationOf(file, problem, problem.document, problem.path);
}

/** @returns a path as a JSON Pointer (RFC 6901), behind that of what it leads from */
export function pointerTo(path: Path, from = ''): string {
  let pointer = from;
  for (const step of path) pointer += `/${typeof step === 'number' ? step : escaped(step)}`;
  return pointer;
}

function escaped(key: string): string {
  if (!key.includes('~') && !key.includes('/')) return key;
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A location never exceeds its first line: code reviews show annotations only on lines of the change. */
function placeOf(file: InventoryFile, span: Span, document: number, pointer: string): FindingLocation {
  const { source } = file.yaml;
  const { line, column } = source.position(span.start);
  const endColumn = column + Math.max(0, endOnFirstLine(source, span) - span.start);
  return { file: file.path, line, column, endLine: line, endColumn, pointer, document };
}

function locationOf(file: InventoryFile, span: Span, document: number, path: Path): FindingLocation {
  return placeOf(file, span, document, pointerTo(path));
}

/** Where what begins on a line ends on it, blanks behind the last sign of the line left out. */
function endOnFirstLine(source: SourceText, { start, end }: Span): number {
  const { text } = source;
  const near = Math.min(end, start + nearby);
  const lineBreak = lineBreakIn(text, start, near);
  if (lineBreak < near) return start + text.slice(start, lineBreak).trimEnd().length;
  // Whether a blank at the end is followed by a sign is seen on the whole line only.
  const endsInBlank = end > start && text.charAt(end - 1).trim() === '';
  return near < end || endsInBlank ? Math.min(end, Math.max(source.endOfLine(start), start)) : end;
}

/** How far a line break is looked for in the text itself. Beyond that, the lines of the file are counted to know where this one ends. */
const nearby = 120;

/** @returns where the first line break stands; `end` where there is none before it */
function lineBreakIn(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at++;
  return at;
}

const lineFeed = 10;
const carriageReturn = 13;
