import { addToGroup } from '../../base/groups.ts';
import type { UsedColumn } from '../../import/register/records.ts';
import type { Table, TableCell } from '../../import/register/table.ts';
import type { Area, Sheet } from '../../spreadsheet/workbook.ts';

/** The rows of a table with all that they say, cells included that the mapping has repeat the one above. */
export function effectiveRows(
  { rows }: Table,
  columns: readonly UsedColumn[],
): ReadonlyMap<number, ReadonlyMap<number, TableCell>> {
  const repeating = columns.filter(({ mapped }) => mapped.repeats);
  const last = new Map<number, TableCell>();
  return new Map(
    rows.map(({ row, cells }) => {
      const all = new Map(cells);
      for (const { column } of repeating) {
        const cell = cells.get(column.column) ?? last.get(column.column);
        if (cell === undefined) continue;
        all.set(column.column, cell);
        last.set(column.column, cell);
      }
      return [row, all];
    }),
  );
}

/** A cell into which a text has to be written. */
export interface WrittenCell {
  readonly row: number;
  readonly text: string;
}

/** What is to be written into a column, or what cannot be. */
export interface ColumnPlan {
  readonly written: readonly WrittenCell[];
  /** rows whose cells cannot be changed, since they would change or repeat others */
  readonly blocked: readonly number[];
}

/**
 * Tells which cells of a column are written so that each row says what it is to say, and none says something else because a cell
 * above it does: 同上 stays where it still says the right thing, and becomes a text where it would not. Merged cells stay merged.
 *
 * @param textOf what a row is to say in the column
 */
export function planColumn(
  { column, mapped }: Pick<UsedColumn, 'column' | 'mapped'>,
  table: Table,
  { merges }: Sheet,
  textOf: (row: number) => string,
): ColumnPlan {
  // Of a cell that is merged to the right as well, the first column alone has the value.
  const areas = merges
    .filter(({ left, top, bottom }) => left === column.column && bottom > top)
    .sort((one, other) => one.top - other.top);
  let next = 0;
  const written: WrittenCell[] = [];
  const blocked = new Set<number>();
  const rowsOfArea = new Map<Area, number[]>();
  let above: string | undefined;
  let last = '';
  for (const { row, cells } of table.rows) {
    const cell = cells.get(column.column);
    const text = textOf(row);
    while ((areas[next]?.bottom ?? row) < row) next += 1;
    const area = (areas[next]?.top ?? row + 1) <= row ? areas[next] : undefined;
    if (area !== undefined) addToGroup(rowsOfArea, area, row);
    const natural =
      cell?.repeats === 'ditto' ? (above ?? cell.text) : (cell?.text ?? (mapped.repeats ? last : ''));
    if (area !== undefined && row > area.top) {
      const first = rowsOfArea.get(area)?.[0] ?? row;
      if (first === row ? text !== natural : text !== textOf(first))
        for (const one of rowsOfArea.get(area) ?? []) blocked.add(one);
    } else if (text !== natural) {
      // An empty cell would repeat the one above.
      if (text === '' && mapped.repeats && last !== '') blocked.add(row);
      else written.push({ row, text });
    }
    above = text === '' ? undefined : text;
    if (text !== '') last = text;
  }
  // Where a merged cell cannot be changed for one of its rows, it cannot for any.
  for (const rows of rowsOfArea.values())
    if (rows.some((row) => blocked.has(row))) for (const row of rows) blocked.add(row);
  return { written, blocked: [...blocked] };
}
