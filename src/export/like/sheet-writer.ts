import { sameValue } from '../../import/merge/record-value.ts';
import type { SheetResult } from '../../import/register/read-registers.ts';
import type { NamedRecord, References } from '../../import/register/references.ts';
import type { Table, TableCell } from '../../import/register/table.ts';
import type { RecordSection } from '../../register/state.ts';
import type { CellContent, CellEdit, EditableSpreadsheet } from '../../spreadsheet/editable.ts';
import { addressOf } from '../../spreadsheet/workbook.ts';
import { type ColumnProfile, isDay, profileOf } from './column-profile.ts';
import type { NamesOf } from './forms.ts';
import { effectiveRows, planColumn } from './repeated-cells.ts';
import { RowReader, type RowValues } from './row-reader.ts';
import { type ColumnGroup, RowSolver } from './solve.ts';

/** Why a value is not written into the sheet. */
export type WhyNotWritten =
  /** nothing that the column could say reads back as the value */
  | 'no-form'
  /** a merged cell would say it of other rows, too */
  | 'merged'
  /** it stands above the table, for all of its rows */
  | 'above-table'
  /** formulas of other cells are taken from that of the cell, or fill it together with others */
  | 'bound'
  | 'unreachable'
  /** the cell says something beside the value, which the inventory still keeps under `x-` */
  | 'beside-kept'
  /** the encoding of the file lacks characters of it */
  | 'missing-characters'
  /** whoever opens the file would compute it */
  | 'formula';

/** A row that is to say something else under some paths. */
export interface RowChange {
  readonly row: number;
  readonly id: string;
  readonly says: RowValues;
  readonly paths: readonly string[];
  /** what it is to say under all paths */
  readonly target: RowValues;
}

/** A value that could not be written. */
export interface UnwrittenValue {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  /** the address of a cell that would have to say it */
  readonly cell: string;
  readonly why: WhyNotWritten;
}

/** What becomes of the rows of a sheet. */
export interface SheetPlan {
  readonly edits: readonly CellEdit[];
  /** the paths that were written, by their rows */
  readonly solved: ReadonlyMap<number, readonly string[]>;
  readonly unwritten: readonly UnwrittenValue[];
  /** paths for which the sheet has no column */
  readonly withoutColumn: readonly { readonly row: number; readonly path: string }[];
}

/** What stands in a new row. */
export interface NewRowPlan {
  readonly cells: ReadonlyMap<number, CellContent>;
  readonly says: RowValues;
  readonly unwritten: Pick<UnwrittenValue, 'path' | 'cell' | 'why'>[];
  readonly withoutColumn: readonly string[];
}

/** Writes rows of one sheet of a register. */
export class SheetWriter {
  readonly #read: SheetResult;
  readonly #table: Table;
  readonly #editor: EditableSpreadsheet;
  readonly #profiles: readonly ColumnProfile[];
  readonly #rows: ReturnType<typeof effectiveRows>;
  readonly #reader: RowReader;
  /** where that stands which is said above the table of all of its rows, by the column that it counts as */
  readonly #above: ReadonlyMap<number, TableCell>;
  readonly solver: RowSolver;

  constructor(
    read: SheetResult,
    table: Table,
    section: RecordSection,
    references: References,
    made: readonly NamedRecord[],
    namesOf: NamesOf,
    editor: EditableSpreadsheet,
  ) {
    this.#read = read;
    this.#table = table;
    this.#editor = editor;
    const kindOf: EditableSpreadsheet['kindOf'] = (...cell) => editor.kindOf(...cell);
    this.#profiles = read.columns.map((column) => profileOf(column, section, read, kindOf));
    this.#rows = effectiveRows(table, read.columns);
    const columns = table.columns.filter(({ isAbove }) => isAbove === true);
    this.#above = new Map(
      columns.flatMap(({ column }) => {
        const cell = table.rows[0]?.cells.get(column);
        return cell === undefined ? [] : [[column, cell]];
      }),
    );
    this.#reader = new RowReader(table, section, read.columns, read.mapped, references, made);
    this.solver = new RowSolver(section, this.#profiles, this.#reader, references, namesOf);
  }

  /** Tries again and again with more cells left as they are, until nothing says what it is not to say. */
  plan(changes: readonly RowChange[]): SheetPlan {
    const blocked = new Set<string>();
    for (;;) {
      const draft = this.#draft(changes, blocked);
      const plans = this.#profiles.map((profile) => ({
        profile,
        plan: planColumn(profile.used, this.#table, this.#read.sheet, (row) =>
          this.#textAt(draft.texts, row, profile.used.column.column),
        ),
      }));
      const before = blocked.size;
      for (const { profile, plan } of plans)
        for (const row of plan.blocked) blocked.add(cellKey(row, profile.used.column.column));
      if (blocked.size > before) continue;
      const edits = plans.flatMap(({ profile, plan }) =>
        plan.written.map(({ row, text }) => this.#edit(profile, row, text)),
      );
      const { solved, unwritten, withoutColumn } = draft;
      return { edits, solved, unwritten, withoutColumn };
    }
  }

  /**
   * @returns what stands in the cells of a new row, and what it says then; `undefined` where it would have no name, and with it
   *   be no record
   */
  newRow(row: number, id: string, target: RowValues): NewRowPlan | undefined {
    const own = new Map(this.#above);
    const number = this.#profiles.find(({ used }) => used.mapped.field?.includes('id') === true);
    if (number !== undefined && this.#canHold(id)) own.set(number.used.column.column, { text: id });
    let says = this.#saidAbove(row, id, own);
    const unwritten: NewRowPlan['unwritten'] = [];
    const open = new Set([...target.keys()].filter((path) => !sameValue(says.get(path), target.get(path))));
    const canHold = (text: string) => this.#canHold(text);
    // A row without a name says nothing.
    const groups = [...this.solver.groups].sort(
      (one, other) => Number(other.paths.has('name')) - Number(one.paths.has('name')),
    );
    for (const group of groups) {
      const some = [...open].filter((path) => group.paths.has(path));
      for (const path of some) open.delete(path);
      const isFree = (column: number) => !this.#above.has(column);
      const task = { row, id, cells: own, says, isFree, canHold };
      const written = some.length === 0 ? undefined : this.solver.solve(task, group, some, target);
      for (const [column, text] of written ?? []) own.set(column, { text });
      if (written !== undefined) says = withPaths(says, some, target);
      else if (some.includes('name')) return undefined;
      else
        for (const path of some)
          unwritten.push({ path, ...this.#whyUnwritten(group, row, path, target, new Set()) });
    }
    const profiles = new Map(this.#profiles.map((profile) => [profile.used.column.column, profile]));
    const cells = [...own].flatMap(([column, { text }]): [number, CellContent][] => {
      const profile = profiles.get(column);
      return profile === undefined || this.#above.has(column)
        ? []
        : [[column, this.#content(profile, row, text)]];
    });
    return { cells: new Map(cells), says, unwritten, withoutColumn: [...open] };
  }

  /** What is said above the table of a row that says nothing yet; a name is put into it, since without one it would be no record. */
  #saidAbove(row: number, id: string, own: ReadonlyMap<number, TableCell>): RowValues {
    const named = this.#profiles.find(({ used }) => used.mapped.field?.includes('name') === true);
    if (this.#above.size === 0 || named === undefined) return new Map();
    const cells = new Map([...own, [named.used.column.column, { text: '名称' }] as const]);
    const says = new Map(this.#reader.read(row, id, cells));
    says.delete('name');
    return says;
  }

  #draft(changes: readonly RowChange[], blocked: ReadonlySet<string>) {
    const texts = new Map<number, Map<number, string>>();
    const solved = new Map<number, string[]>();
    const unwritten: UnwrittenValue[] = [];
    const withoutColumn: { row: number; path: string }[] = [];
    for (const { row, id, says: read, paths, target } of changes) {
      let says = read;
      const cells = new Map(this.#rows.get(row));
      const own = new Map<number, string>();
      const isFree = (column: number) => this.#whyNot(row, column, blocked) === undefined;
      const canHold = (text: string) => this.#canHold(text);
      const attempt = (group: ColumnGroup, some: readonly string[]): boolean => {
        const written = this.solver.solve({ row, id, cells, says, isFree, canHold }, group, some, target);
        for (const [column, text] of written ?? []) {
          own.set(column, text);
          if (text === '') cells.delete(column);
          else cells.set(column, { text });
        }
        if (written !== undefined) {
          says = withPaths(says, some, target);
          solved.set(row, [...(solved.get(row) ?? []), ...some]);
        }
        return written !== undefined;
      };
      const open = new Set(paths);
      for (const group of this.solver.groups) {
        const some = paths.filter((path) => group.paths.has(path));
        for (const path of some) open.delete(path);
        if (some.length === 0 || attempt(group, some)) continue;
        for (const path of some) {
          if (some.length > 1 && attempt(group, [path])) continue;
          unwritten.push({ row, id, path, ...this.#whyUnwritten(group, row, path, target, blocked) });
        }
      }
      for (const path of open) withoutColumn.push({ row, path });
      texts.set(row, own);
    }
    return { texts, solved, unwritten, withoutColumn };
  }

  #canHold(text: string): boolean {
    return this.#editor.missingIn(text) === '' && !this.#editor.computes(text);
  }

  #textAt(texts: ReadonlyMap<number, ReadonlyMap<number, string>>, row: number, column: number): string {
    return texts.get(row)?.get(column) ?? this.#rows.get(row)?.get(column)?.text ?? '';
  }

  #whyUnwritten(
    group: ColumnGroup,
    row: number,
    path: string,
    target: RowValues,
    blocked: ReadonlySet<string>,
  ): Pick<UnwrittenValue, 'cell' | 'why'> {
    const own = group.profiles.filter(({ used, targets }) =>
      [
        used.kept,
        ...targets.map(({ target: one, field }) => field?.item?.list ?? field?.path ?? one),
      ].includes(path),
    );
    const columns = (own.length === 0 ? group.profiles : own).map(({ used }) => used.column.column);
    const [first = 1] = columns;
    const why = columns.map((column) => this.#whyNot(row, column, blocked)).find((one) => one !== undefined);
    const text = String(target.get(path) ?? '');
    const hindrance =
      this.#editor.missingIn(text) !== ''
        ? 'missing-characters'
        : this.#editor.computes(text)
          ? 'formula'
          : 'no-form';
    const at = this.#above.get(first)?.at ?? { row, column: first };
    return { cell: addressOf(at.row, at.column), why: why ?? hindrance };
  }

  #whyNot(row: number, column: number, blocked: ReadonlySet<string>): WhyNotWritten | undefined {
    if (this.#above.has(column)) return 'above-table';
    const isCovered = this.#read.sheet.merges.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column > left && column <= right,
    );
    if (isCovered || blocked.has(cellKey(row, column))) return 'merged';
    const kind = this.#editor.kindOf(this.#read.sheet.name, row, column);
    return kind === 'bound' || kind === 'unreachable' ? kind : undefined;
  }

  #edit(profile: ColumnProfile, row: number, text: string): CellEdit {
    const { column } = profile.used.column;
    return { sheet: this.#read.sheet.name, row, column, content: this.#content(profile, row, text) };
  }

  /** Numbers and days are kept as such where the cell was one, or where those of its column are. */
  #content(profile: ColumnProfile, row: number, text: string): CellContent {
    const { column } = profile.used.column;
    if (text === '') return { kind: 'empty' };
    const kind = this.#editor.kindOf(this.#read.sheet.name, row, column);
    const isNumeric = kind === 'number' || (kind !== 'text' && profile.isNumeric);
    if (!isNumeric) return { kind: 'text', text };
    const own = this.#rows.get(row)?.get(column)?.text ?? '';
    if (isDay(text) && kind === 'number' && isDay(own)) return { kind: 'day', day: text };
    if (isDay(text) && profile.dayRow !== undefined)
      return { kind: 'day', day: text, lookOf: profile.dayRow };
    return /^(?:0|-?[1-9]\d{0,14})$/.test(text)
      ? { kind: 'number', number: Number(text) }
      : { kind: 'text', text };
  }
}

function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}

function withPaths(says: RowValues, paths: readonly string[], target: RowValues): RowValues {
  const changed = new Map(says);
  for (const path of paths) {
    const value = target.get(path);
    if (value === undefined) changed.delete(path);
    else changed.set(path, value);
  }
  return changed;
}
