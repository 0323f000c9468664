import { defined } from '../../base/defined.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { takesSeveral } from './known-headers.ts';
import type { MappedColumn, MappedSheet, Update } from './mapping.ts';
import type { AddedColumn } from './mapping-file.ts';
import { type ColumnProposal, proposeColumns } from './propose.ts';
import type { UsedColumn } from './records.ts';
import type { Table } from './table.ts';
import { canBeUpdated, fieldOf } from './target.ts';

/** The columns of a sheet beside those that the mapping has for it. */
export interface MatchedColumns {
  readonly columns: readonly UsedColumn[];
  /** what the mapping does not have yet */
  readonly added: readonly AddedColumn[];
  /** headers of the mapping that the sheet does not have any more */
  readonly gone: readonly string[];
}

/** How the columns of a sheet that the mapping does not have yet are matched. */
export interface MatchingOptions {
  readonly acceptGuesses: boolean;
  readonly update: Update | undefined;
  /** a sheet of the same workbook with the same headers, whose columns people have confirmed */
  readonly like?: MappedSheet;
}

/** Columns are known by their headers, and equal ones by their order. */
export function matchColumns(
  table: Table,
  section: RecordSection,
  known: readonly MappedColumn[],
  { acceptGuesses, update, like }: MatchingOptions,
): MatchedColumns {
  let proposals: readonly ColumnProposal[] | undefined;
  const occurrences = new Map<string, number>();
  const columns: UsedColumn[] = [];
  const added: AddedColumn[] = [];
  const left = new Set(known);
  const taken = new Set(known.flatMap(({ field, removed }) => (removed ? [] : (field ?? []))));
  for (const [index, column] of table.columns.entries()) {
    const header = column.header === '' ? `（見出しなし ${column.column}列目）` : column.header;
    const occurrence = occurrences.get(header) ?? 0;
    occurrences.set(header, occurrence + 1);
    const written = known.filter((one) => one.header === header)[occurrence];
    if (written !== undefined) left.delete(written);
    const kept = keptKey(header, occurrence);
    // A sheet of which all columns are known needs no proposals.
    if (written === undefined) proposals ??= proposeColumns(table, section);
    const alike = like?.columns.filter((one) => one.header === header)[occurrence];
    const isConfirmedAlike = alike?.field !== undefined && !alike.removed;
    const likely = isConfirmedAlike
      ? { ...proposedColumn(header, undefined), field: alike.field }
      : proposedColumn(header, proposals?.[index]);
    const proposed =
      written ?? untaken(update === undefined ? likely : updating(likely, update, kept), section, taken);
    const isConfirmed =
      acceptGuesses && proposed.guess !== undefined && !isTaken(proposed.guess, section, taken);
    const mapped: MappedColumn = isConfirmed ? { ...proposed, field: proposed.guess ?? [] } : proposed;
    for (const target of mapped.field ?? []) taken.add(target);
    columns.push({ column, mapped, occurrence, kept });
    if (written === undefined || isConfirmed)
      added.push({
        ...{ header, occurrence, questions: [] },
        ...defined({ field: proposed.field, guess: proposed.guess }),
        ...(proposed.field === undefined && proposed.guess === undefined && !proposed.rowNumber && !update
          ? { field: [kept] }
          : {}),
        ...(proposed.rowNumber ? { rowNumber: true } : {}),
        ...(isConfirmed ? { confirmed: true } : {}),
      });
  }
  const gone = [...left].filter(({ removed, rowNumber }) => !removed && !rowNumber);
  return { columns, added, gone: gone.map(({ header }) => header) };
}

/** What is kept of a column without a field stands under its header, which may be a whole text. */
function keptKey(header: string, occurrence: number): string {
  const characters = [...header];
  const name = characters.length > longestKey ? `${characters.slice(0, longestKey).join('')}…` : header;
  return `x-${name}${occurrence === 0 ? '' : `-${occurrence + 1}`}`;
}

const longestKey = 200;

/** Whether a column of the mapping is for one of the fields, and that has one value. */
function isTaken(
  targets: readonly FieldTarget[],
  section: RecordSection,
  taken: ReadonlySet<FieldTarget>,
): boolean {
  return targets.some(
    (target) => taken.has(target) && !target.startsWith('x-') && !takesSeveral(section, target),
  );
}

/** A new column takes no field from one that people have confirmed: it is kept as it is. */
function untaken(
  column: MappedColumn,
  section: RecordSection,
  taken: ReadonlySet<FieldTarget>,
): MappedColumn {
  const { field, guess, ...rest } = column;
  return isTaken(field ?? guess ?? [], section, taken) ? rest : column;
}

/**
 * What a new column of a table that updates is for. What no field is for is not taken: a tool has many columns that nobody wants
 * in the inventory. Nor is what records are called, unless they are known by it. What people keep, such as rooms and addresses, is
 * asked, since a tool may know less of it; what a tool finds out is a date, a number, or yes or no.
 */
function updating(column: MappedColumn, { section, key }: Update, kept: string): MappedColumn {
  const { field, guess, ...rest } = column;
  if (key === kept) return { ...rest, field: [key] };
  const targets = field ?? guess ?? [];
  const isTaken = (target: FieldTarget) =>
    target === key || (!/^(?:x-.*|id|name)$/su.test(target) && canBeUpdated(section, target));
  if (targets.length === 0 || !targets.every(isTaken)) return rest;
  const isCertain = field?.every((target) => target === key || isFoundOut(section, target)) === true;
  return isCertain ? column : { ...rest, guess: targets };
}

/** Whether a field is a date, a number, or yes or no. */
function isFoundOut(section: RecordSection, target: FieldTarget): boolean {
  const { format, types = [] } = fieldOf(section, target)?.shape ?? {};
  return format !== undefined || types.includes('boolean') || types.includes('integer');
}

function proposedColumn(header: string, proposal: ColumnProposal | undefined): MappedColumn {
  const { state, targets } = proposal ?? { state: 'unmapped' };
  // What is kept and not judged needs no confirmation.
  const isCertain = state === 'exact' || targets?.every((target) => target.startsWith('x-')) === true;
  return {
    header,
    ...(targets === undefined || state === 'row-number' || state === 'unmapped'
      ? {}
      : isCertain
        ? { field: targets }
        : { guess: targets }),
    rowNumber: state === 'row-number',
    removed: false,
    repeats: false,
    answers: new Map(),
  };
}
