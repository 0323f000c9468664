import { listSections } from '../../../../generated/records.ts';
import type { FieldTarget, RegisterValue, Source } from '../fields.ts';
import type { MappedReference, Update } from '../mapping.ts';
import { type ReadRow, type ReadSheet, readRecords } from '../records.ts';
import { type NamedRecord, type OpenReference, References } from '../references.ts';
import type { MappedTable } from '../sheets.ts';

/** A sheet whose rows update records, read. */
export interface FeedSheet {
  readonly update: Update;
  /** `undefined` where no column is for the key yet, so that no row can find its record */
  readonly read: ReadSheet | undefined;
}

/** A row that updates a record. */
export interface FeedRow {
  readonly update: Update;
  readonly source: Source;
  /** what its record is known by: one of several, where the key is a list */
  readonly keys: readonly string[];
  readonly keyCell: string;
  /** what it sets, by the paths of fields */
  readonly values: ReadonlyMap<FieldTarget, RegisterValue>;
}

/** @returns a sheet whose rows update records; `undefined` for any other */
export function readFeed({ table, columns, mapped }: MappedTable): FeedSheet | undefined {
  const { update, ignored } = mapped;
  if (table === undefined || update === undefined || ignored) return undefined;
  const hasKey = columns.some(({ mapped: { field } }) => field?.includes(update.key));
  return { update, read: hasKey ? readRecords(table, update.section, columns, mapped) : undefined };
}

/** The rows of sheets that update records, and the names in them that stand for no record. */
export interface FeedRows {
  readonly rows: readonly FeedRow[];
  readonly open: readonly OpenReference[];
}

/** Takes from the rows of sheets what they set. No record is made of a name that is in no section. */
export function feedRows(
  sheets: readonly (MappedTable & { readonly feed: FeedSheet | undefined })[],
  inventory: readonly NamedRecord[],
  mapped: readonly MappedReference[],
): FeedRows {
  if (sheets.every(({ feed }) => feed?.read === undefined)) return { rows: [], open: [] };
  const references = new References(inventory, mapped, new Set(listSections));
  const rows = sheets.flatMap(({ file, sheet, feed, columns }) => {
    if (feed?.read === undefined) return [];
    const { update, read } = feed;
    const named = new Set(columns.flatMap(({ mapped: { field } }) => field ?? []));
    return read.rows.flatMap((row): FeedRow[] => {
      const source = { file, sheet: sheet.name, row: row.row };
      const key = keyOf(row, update);
      if (key === undefined) return [];
      const resolved = references.resolve(update.section, row.values, source);
      // A text beside a value, or one that waits for an answer, goes nowhere unless somebody says so.
      const taken = [...resolved].filter(
        ([path]) => path !== update.key && (!path.startsWith('x-') || named.has(path)),
      );
      return [
        {
          ...{ update, source, ...key },
          values: new Map(taken.map(([path, { value, cell }]) => [path, { value, cell }])),
        },
      ];
    });
  });
  return { rows, open: references.open };
}

function keyOf(
  { values, numberCell }: ReadRow,
  { key }: Update,
): { readonly keys: readonly string[]; readonly keyCell: string } | undefined {
  const found = key === 'id' ? numberCell : values.get(key);
  if (found === undefined) return undefined;
  const all = Array.isArray(found.value) ? found.value : [found.value];
  return { keys: all.map(String), keyCell: found.cell };
}
