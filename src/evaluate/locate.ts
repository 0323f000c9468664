import type { InventoryFile } from '../inventory/file.ts';
import type { BegunSection, Entry } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type { CellSource, FindingLocation } from '../result/result.ts';
import type { Location, Path, Span } from '../yaml/tape.ts';

/** The location of a field and, where its value comes through an alias or a merge key, where that value is written. */
export interface LocatedField {
  readonly location: FindingLocation;
  readonly origin?: FindingLocation;
  /** the name of the anchor */
  readonly anchor?: string;
}

/** @returns the location of a path inside a record */
export function locateInRecord(entry: Entry, path: Path): LocatedField {
  const { file, document, base } = entry;
  const whole = [...base, ...path];
  const root = file.yaml.documents[document]?.root ?? 0;
  const found = shownLocation(file, root, whole);
  const source = sourceOf(entry, path);
  const location = { ...locationOf(file, found, document, whole), ...(source && { source }) };
  if (found.origin === undefined) return { location };
  const { alias } = found;
  return {
    location,
    origin: locationOf(file, found.origin, document, whole),
    ...(alias === undefined ? {} : { anchor: file.yaml.source.text.slice(alias.start + 1, alias.end) }),
  };
}

/** @returns the offset at which the location of a path inside a record begins */
export function startInRecord({ file, document, base }: Entry, path: Path): number {
  const root = file.yaml.documents[document]?.root ?? 0;
  return shownLocation(file, root, [...base, ...path]).start;
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
function shownLocation(file: InventoryFile, root: number, whole: Path): Location {
  const { tape, source } = file.yaml;
  const found = tape.locate(root, whole);
  const isField =
    typeof whole.at(-1) === 'string' && found.depth === whole.length && found.origin === undefined;
  if (!isField || found.end <= source.endOfLine(found.start)) return found;
  return tape.locate(root, whole, 'key');
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

/** @returns a path as a JSON Pointer (RFC 6901) */
export function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A location never exceeds its first line: code reviews show annotations only on lines of the change. */
function locationOf(file: InventoryFile, span: Span, document: number, path: Path): FindingLocation {
  const { source } = file.yaml;
  const start = source.position(span.start);
  const end = source.position(Math.min(span.end, Math.max(source.endOfLine(span.start), span.start)));
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: Math.max(end.column, start.column),
    pointer: pointerTo(path),
    document,
  };
}
