import type { RecordSection } from './fields.ts';
import { kept } from './headers.ts';
import { takesSeveral } from './known-headers.ts';
import type { MappedColumn } from './mapping.ts';
import { matchHeader } from './match-header.ts';
import type { Table, TableCell, TableColumn, TableFact } from './table.ts';

/**
 * Lets what a sheet says above its table count for each of its rows: 「所管課：総務課」 is a column 所管課 that says 総務課 all the
 * way down. Only what means a field of the section for certain, and is no column of the table itself, or what the mapping lists.
 *
 * @param known the columns that the mapping has for the sheet
 */
export function withFactColumns(
  table: Table,
  section: RecordSection,
  known: readonly Pick<MappedColumn, 'header'>[],
): Table {
  const { facts = [], columns, rows } = table;
  const taken = new Set(columns.flatMap(({ header }) => [header, ...fieldsOf(header, section)]));
  const added: (TableColumn & { readonly says: TableCell })[] = [];
  let column = columns.reduce((last, one) => Math.max(last, one.column), 0);
  for (const fact of facts) {
    if (!counts(fact, section, known, taken)) continue;
    for (const name of [fact.key, ...fieldsOf(fact.key, section)]) taken.add(name);
    column += 1;
    const { row, text } = fact;
    added.push({
      column,
      header: fact.key,
      says: { text, repeats: 'above', at: { row, column: fact.column } },
    });
  }
  if (added.length === 0) return table;
  const cells = added.map(({ column, says }): [number, TableCell] => [column, says]);
  return {
    ...table,
    columns: [...columns, ...added.map(({ column, header }) => ({ column, header, isAbove: true as const }))],
    rows: rows.map((row) => ({ ...row, cells: new Map([...row.cells, ...cells]) })),
  };
}

function counts(
  { key }: TableFact,
  section: RecordSection,
  known: readonly Pick<MappedColumn, 'header'>[],
  taken: ReadonlySet<string>,
): boolean {
  if (taken.has(key)) return false;
  if (known.some(({ header }) => header === key)) return true;
  const match = matchHeader(key, section);
  if (match === undefined || match.question !== undefined) return false;
  const { targets } = match.known;
  // Whatever all records share is no name or number of theirs.
  return targets.every(
    (target) =>
      ![kept, 'id', 'name'].includes(target) && !taken.has(target) && !takesSeveral(section, target),
  );
}

/** The fields that a header is for, be it that a person has to confirm it. */
function fieldsOf(header: string, section: RecordSection): readonly string[] {
  return matchHeader(header, section)?.known.targets ?? [];
}
