import { groupBy } from '../../base/groups.ts';
import { isMapping, type Mapping } from '../../base/mapping.ts';
import {
  isStated,
  mappingOfPaths,
  ownValueAt,
  sameValue,
  stated,
  withValueAt,
} from '../../import/merge/record-value.ts';
import { inlineText, keyText } from '../../import/merge/written-value.ts';
import { readsAs } from '../../import/register/cell-words.ts';
import { cellOf, columnsOf, type RegisterColumn } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';
import { isKeptKey, restTarget } from '../../import/register/own-headers.ts';
import { referredTo } from '../../import/register/references.ts';
import { readCell } from '../../import/register/values.ts';
import type { CellLayout } from '../../spreadsheet/layout.ts';
import { spreadsheetLimits } from '../../spreadsheet/limits.ts';

type CellValue = NonNullable<CellLayout['value']>;

/** A record as the cells of a row. */
export interface RecordCells {
  /** by target: fields, what people keep under keys of their own, and the rest */
  readonly cells: ReadonlyMap<FieldTarget, CellValue>;
  /** the fields that no cell can hold so that they are read back as they are */
  readonly lost: readonly string[];
}

/**
 * Lays a record out in cells. What a column of its own would not be read back from as it is goes into the rest, as YAML: names
 * such as 同上, items of lists that state different fields, references that lead nowhere.
 */
export function cellsOfRecord(section: RecordSection, record: Mapping, ids: KnownIds): RecordCells {
  const cells = new Map<FieldTarget, CellValue>();
  let rest = stated(record) as Mapping;
  const take = (target: FieldTarget, keys: readonly string[], cell: CellValue | undefined) => {
    if (cell === undefined) return;
    cells.set(target, cell);
    rest = withValueAt(rest, keys, undefined);
  };
  for (const column of columnsOf(section)) {
    const keys = column.target.split('.');
    const value = ownValueAt(rest, keys);
    if (column.kind !== 'items' && isResolved(column, value, ids))
      take(column.target, keys, cellAt(column, value));
  }
  for (const [list, columns] of itemColumns(section)) {
    const keys = list.split('.');
    const made = itemCells(columns, ownValueAt(rest, keys));
    for (const [target, cell] of made) take(target, keys, cell);
  }
  for (const [key, value] of Object.entries(rest))
    if (isKeptKey(key) && typeof value === 'string' && readsAs({ section, target: key }, value, value))
      take(key, [key], value);
  return { cells, lost: addRest(section, rest, cells) };
}

/** The ids of the records of a workbook, by their sections. */
export type KnownIds = ReadonlyMap<RecordSection, ReadonlySet<string>>;

/** Whether what a value refers to is in the workbook: an import would ask about anything else. */
function isResolved({ section, target }: RegisterColumn, value: unknown, ids: KnownIds): boolean {
  const sections = target.startsWith('x-') ? undefined : referredTo(section, target);
  if (sections === undefined || typeof value === 'boolean') return true;
  return [value].flat().every((id) => sections.some((one) => ids.get(one)?.has(String(id))));
}

function cellAt(column: RegisterColumn, value: unknown): CellValue | undefined {
  return value === undefined ? undefined : cellOf(column, value);
}

const knownItems = new Map<RecordSection, ReadonlyMap<string, readonly RegisterColumn[]>>();

/** The columns of the fields of items, by the lists. */
function itemColumns(section: RecordSection): ReadonlyMap<string, readonly RegisterColumn[]> {
  const known =
    knownItems.get(section) ??
    groupBy(
      columnsOf(section).filter(({ kind }) => kind === 'items'),
      ({ target }) => target.slice(0, target.indexOf('[]')),
    );
  knownItems.set(section, known);
  return known;
}

/** The cells of a list of mappings, an item a line: only where all items state the same fields, each in a column of its own. */
function itemCells(columns: readonly RegisterColumn[], list: unknown): [FieldTarget, CellValue][] {
  if (!Array.isArray(list) || !list.every(isMapping)) return [];
  const [first] = columns;
  if (list.length === 0) {
    const cell = first && cellOf(first, []);
    return first === undefined || cell === undefined ? [] : [[first.target, cell]];
  }
  const names = Object.keys(list[0] ?? {});
  const isAlike = list.every((item) => sameValue(Object.keys(item).sort(), [...names].sort()));
  if (!isAlike) return [];
  const cells = names.flatMap((name): [FieldTarget, CellValue][] => {
    const column = columns.find(({ target }) => target.endsWith(`[].${name}`));
    const cell =
      column &&
      cellOf(
        column,
        list.map((item) => item[name]),
      );
    return column === undefined || cell === undefined ? [] : [[column.target, cell]];
  });
  return cells.length === names.length ? cells : [];
}

/** Writes what is left as YAML, a key of the record a line. @returns what cannot be read back from that, or has no room there */
function addRest(section: RecordSection, rest: Mapping, cells: Map<FieldTarget, CellValue>): string[] {
  const lines: string[] = [];
  const lost: string[] = [];
  let room = spreadsheetLimits.cellCharacters;
  for (const [key, value] of Object.entries(rest)) {
    if (!isStated(value)) continue;
    const line = restLine(section, key, value);
    if (line === undefined || line.length > room) lost.push(key);
    else {
      lines.push(line);
      room -= line.length + 1;
    }
  }
  if (lines.length > 0) cells.set(restTarget, lines.join('\n'));
  return lost;
}

/** A key with its value as a person would write it, or else in escapes, which keep what a cell changes: が in two characters. */
function restLine(section: RecordSection, key: string, value: unknown): string | undefined {
  const lines = [
    `${keyText(key)}: ${inlineText(value)}`,
    `${escapedText(JSON.stringify(key))}: ${escapedText(JSON.stringify(value))}`,
  ];
  return lines.find((line) => isReadBack(section, line, { [key]: value }));
}

function escapedText(json: string): string {
  return json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isReadBack(section: RecordSection, line: string, rest: Mapping): boolean {
  const reading = readCell(line, restTarget, section);
  if (reading.kind !== 'value') return false;
  return sameValue(
    mappingOfPaths(
      {},
      reading.values.map(({ path, value }) => [path, value] as const),
    ),
    rest,
  );
}
