import type { Row, Sheet } from '../../spreadsheet/workbook.ts';
import { isPassedOver, ownIdHeader } from './own-headers.ts';
import type { Table } from './table.ts';

/** Whether sekisho wrote a sheet: the header of its ids is in the first row. */
export function isOwnSheet({ rows: [first] }: Sheet): boolean {
  return first !== undefined && [...headersOf(first).values()].includes(ownIdHeader);
}

/**
 * The table of a sheet that sekisho wrote. Nothing has to be found out: the first row is the header, and each other one a record,
 * whatever its name looks like. Rows in which nothing but a verdict stands are none.
 */
export function ownTable({ rows: [first, ...rows], hiddenColumns }: Sheet): Table | undefined {
  if (first === undefined) return undefined;
  const all = headersOf(first);
  const headers = new Map([...all].filter(([, header]) => !isPassedOver(header)));
  const columns = new Set([...headers.keys(), ...rows.flatMap(({ cells }) => [...cells.keys()])]);
  for (const [column, header] of all) if (isPassedOver(header)) columns.delete(column);
  const passedOver = [...all.values()].filter(isPassedOver);
  return {
    headerRows: { first: first.number, last: first.number },
    columns: [...columns]
      .sort((a, b) => a - b)
      .map((column) => ({
        column,
        header: headers.get(column) ?? '',
        ...(hiddenColumns.has(column) && { hidden: true as const }),
      })),
    rows: rows.flatMap(({ number, hidden, cells }) => {
      const own = [...cells].filter(([column, { text }]) => columns.has(column) && text.trim() !== '');
      if (own.length === 0) return [];
      return [
        {
          row: number,
          ...(hidden && { hidden }),
          cells: new Map(own.map(([column, cell]) => [column, { ...cell, text: cell.text.trim() }])),
        },
      ];
    }),
    skipped: [],
    isOwn: true,
    ...(passedOver.length > 0 && { passedOver }),
  };
}

/** The headers by their columns. A mark before one says that a policy asks for it. */
function headersOf({ cells }: Row): ReadonlyMap<number, string> {
  return new Map(
    [...cells].map(([column, { text }]) => [column, text.replaceAll(/\s+/gu, '').replace(/^★/u, '')]),
  );
}
