import { foldText } from '../../base/fold-text.ts';
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
 * @param sheet its name, which may say as much
 */
export function withFactColumns(
  table: Table,
  section: RecordSection,
  known: readonly Pick<MappedColumn, 'header'>[],
  sheet: string,
): Table {
  const { columns, rows } = table;
  const facts = [...(table.facts ?? []), ...formOfMedia(table, section, sheet)];
  const taken = new Set(columns.flatMap(({ header }) => [header, ...fieldsOf(header, section)]));
  const added: (TableColumn & { readonly says: TableCell })[] = [];
  let column = columns.reduce((last, one) => Math.max(last, one.column), 0);
  for (const fact of facts) {
    if (fact.key !== formBySheet && !counts(fact, section, known, taken)) continue;
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

/** The header of a column that no sheet has: what the name of the sheet says of the form of what is in it. */
const formBySheet = '形態(シートの名称から)';

/** All that a list of media holds is media, whatever stands in its columns; who takes which out is another list. */
function formOfMedia({ headerRows, columns }: Table, section: RecordSection, sheet: string): TableFact[] {
  const name = foldText(sheet);
  const isOfMedia = /USB|媒体|メディア/i.test(name) && !/紙|持ち?出|貸し?出|廃棄/.test(name);
  const isSaid = columns.some(({ header }) => {
    const { targets = [], alternatives = [] } = matchHeader(header, section)?.known ?? {};
    return targets.includes('form') && !alternatives.includes('medium');
  });
  if (section !== 'assets' || !isOfMedia || isSaid) return [];
  const [{ column } = { column: 1 }] = columns;
  return [{ row: headerRows.first, column, key: formBySheet, text: '電磁的記録媒体' }];
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
