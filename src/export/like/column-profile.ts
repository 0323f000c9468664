import { addToGroup } from '../../base/groups.ts';
import type { UsedColumn } from '../../import/register/records.ts';
import { alternativesOf } from '../../import/register/references.ts';
import type { MappedTable } from '../../import/register/sheets.ts';
import { type Field, fieldOf } from '../../import/register/target.ts';
import type { RecordSection } from '../../register/state.ts';
import type { EditableSpreadsheet } from '../../spreadsheet/editable.ts';

/** How an office writes in one column: what stands in it, and how its cells are kept. */
export interface ColumnProfile {
  readonly used: UsedColumn;
  /** the fields that the column is for, without `id` */
  readonly targets: readonly ColumnTarget[];
  /** what stands in it and repeats nothing, the most frequent first */
  readonly texts: readonly string[];
  /** whether most of what stands in it are numbers or days, and not texts */
  readonly isNumeric: boolean;
  /** the row of a cell that shows a number as a day */
  readonly dayRow: number | undefined;
}

/** A target of a column, with the field that it means; none for what is kept and not judged. */
export interface ColumnTarget {
  readonly target: string;
  readonly field: Field | undefined;
}

/** how many rows are looked at to learn how a column is written */
const sampleRows = 500;

/** Tells how an office writes in a column of a table. */
export function profileOf(
  used: UsedColumn,
  section: RecordSection,
  { table, sheet }: Pick<MappedTable, 'table' | 'sheet'>,
  kindOf: EditableSpreadsheet['kindOf'],
): ColumnProfile {
  const { column } = used.column;
  const rowsByText = new Map<string, number[]>();
  let numbers = 0;
  let others = 0;
  let dayRow: number | undefined;
  for (const { row, cells } of (table?.rows ?? []).slice(0, sampleRows)) {
    const cell = cells.get(column);
    if (cell === undefined || cell.repeats !== undefined || cell.isError) continue;
    addToGroup(rowsByText, cell.text, row);
    const isNumber = kindOf(sheet.name, row, column) === 'number';
    if (isNumber) numbers += 1;
    else others += 1;
    if (isNumber && isDay(cell.text)) dayRow ??= row;
  }
  const texts = [...rowsByText].sort(([, one], [, other]) => other.length - one.length);
  return {
    used,
    targets: targetsOf(used, section),
    texts: texts.map(([text]) => text),
    isNumeric: numbers > others,
    dayRow,
  };
}

/** What names a room may name a system or a service, too, where no other column is for these. */
function targetsOf({ mapped }: UsedColumn, section: RecordSection): ColumnTarget[] {
  const targets = (mapped.field ?? []).filter((target) => target !== 'id');
  const others = targets.flatMap((target) => alternativesOf(section, target));
  return [...targets, ...others].map((target) => ({ target, field: fieldOf(section, target) }));
}

/** @returns whether a text is a day as the reader shows those that are kept as numbers */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
