import type { Table, TableCell } from '../../../src/import/register/table.ts';
import type { OfficeColumn } from './offices.ts';

/** A table of columns, each of a header as a table has it and its values, set apart by `|`. */
export function tableOf(columns: readonly (readonly [header: string, values?: string])[]): Table {
  const values = columns.map(([, texts = '']) => texts.split('|'));
  const count = Math.max(0, ...values.map((texts) => texts.length));
  const rows = Array.from({ length: count }, (_, index) => {
    const cells = new Map<number, TableCell>();
    for (const [column, texts] of values.entries()) {
      const text = texts[index] ?? '';
      if (text !== '') cells.set(column + 1, { text });
    }
    return { row: index + 2, cells };
  });
  return {
    headerRows: { first: 1, last: 1 },
    columns: columns.map(([header], index) => ({ column: index + 1, header })),
    rows,
    skipped: [],
  };
}

/** The table of the sheet of an office, as the finding of tables has it. */
export function officeTable(columns: readonly OfficeColumn[]): Table {
  return tableOf(columns.map(({ header, values }) => [headerOf(header), values]));
}

/** Headers of groups and columns, set apart by ` > ` there, as a table has them. */
function headerOf(written: string): string {
  return written
    .split(' > ')
    .map((part) => part.normalize('NFKC').replaceAll(/\s/g, ''))
    .join('／');
}
