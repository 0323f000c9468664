import type { RegisterFile } from '../../import/register/open-registers.ts';
import type { ReadRegisters } from '../../import/register/read-registers.ts';
import { type ImportState, recordKey } from '../../register/state.ts';
import {
  type CellContent,
  type CellEdit,
  contentText,
  type EditableSpreadsheet,
  type InsertedRows,
} from '../../spreadsheet/editable.ts';
import { appendingEdits, freeRows, lastRowOf, type NewRow, nextNumber } from './append.ts';
import {
  type InventoryRecord,
  isFrom,
  type KnownSheet,
  knownSheets,
  namesIn,
  type RegisterContext,
  readOriginal,
  rowKey,
  rowsSaid,
  type SaidRow,
} from './registers.ts';
import type { NotWritten, RowOfRecord, WhyUnwritten } from './result.ts';
import { differences, type RowValues } from './row-reader.ts';
import { type RowChange, SheetWriter } from './sheet-writer.ts';
import { factsOf, targetOf } from './target.ts';

/** A row of the register that is a record of the inventory. */
interface TrackedRow extends RowOfRecord {
  /** what it is to say, as far as that can be written */
  target: RowValues;
  paths: readonly string[];
}

/** how often names are followed: a record is called otherwise, then a cell names it so */
const mostPasses = 3;

/** One try to write a register, after which reading it shows which rows are not what they are to be. */
export class Attempt {
  readonly notWritten: NotWritten[] = [];
  readonly gone: RowOfRecord[] = [];
  readonly appended: RowOfRecord[] = [];
  readonly withoutColumn: { readonly section: RowOfRecord['section']; readonly path: string }[] = [];
  /** by row and column */
  readonly edits = new Map<string, CellEdit>();
  newer = 0;
  bytes: Uint8Array;

  readonly #file: RegisterFile;
  readonly #context: RegisterContext;
  readonly #editor: EditableSpreadsheet;
  /** rows and records that are left as they are, since they came out wrong before, and why */
  readonly #excluded: ReadonlyMap<string, WhyUnwritten>;
  readonly #state: ReadonlyMap<string, ImportState['records'][number]>;
  readonly #records: ReadonlyMap<string, InventoryRecord>;
  readonly #rows = new Map<string, TrackedRow>();
  readonly #new = new Map<string, { readonly id: string; readonly target: RowValues }>();
  #inserted: InsertedRows | undefined;

  constructor(
    file: RegisterFile,
    context: RegisterContext,
    editor: EditableSpreadsheet,
    excluded: ReadonlyMap<string, WhyUnwritten>,
  ) {
    this.#file = file;
    this.bytes = file.bytes;
    this.#context = context;
    this.#editor = editor;
    this.#excluded = excluded;
    this.#state = new Map(context.state.records.map((one) => [recordKey(one.section, one.id), one]));
    this.#records = new Map(context.records.map((one) => [recordKey(one.section, one.id), one]));
  }

  run(): void {
    let registers = readOriginal(this.#file, this.#context, true);
    this.#track(registers);
    for (let pass = 1; pass <= mostPasses; pass += 1) {
      const edited = this.edits.size;
      this.#write(registers, pass === 1);
      // Names that are new are followed once more, even where nothing was written.
      if (pass > 1 && this.edits.size === edited) break;
      this.bytes = this.#editor.write([...this.edits.values()]);
      registers = readOriginal({ ...this.#file, bytes: this.bytes }, this.#context, false);
    }
    this.#append(registers);
    this.bytes = this.#editor.write([...this.edits.values()], this.#inserted);
  }

  /** @returns rows and records that came out wrong, by their keys */
  wrong(): Map<string, WhyUnwritten> {
    const wrong = new Map<string, WhyUnwritten>();
    if (this.bytes === this.#file.bytes) return wrong;
    const before = readOriginal(this.#file, this.#context, false);
    const after = readOriginal({ ...this.#file, bytes: this.bytes }, this.#context, false);
    const [saidBefore, said] = [rowsSaid(before), rowsSaid(after)];
    const known = new Set(before.made.map(({ id }) => id));
    const invented = new Set(after.made.flatMap(({ id }) => (known.has(id) ? [] : [id])));
    for (const [key, { section, id, says }] of saidBefore) {
      const row = this.#rows.get(key);
      const now = said.get(this.#shifted(key));
      const target = row?.target ?? says;
      if (now?.id !== (row?.id ?? id)) wrong.set(key, 'another-record');
      else if (differences(section, now.says, target).length > 0 || namesAny(now, invented))
        wrong.set(key, 'reads-otherwise');
    }
    for (const [key, { id, target }] of this.#new) {
      const now = said.get(key);
      const name = [...this.appended].find((one) => rowKey(one) === key);
      if (name === undefined) continue;
      const record = recordKey(name.section, id);
      if (now?.id !== id) wrong.set(record, 'another-record');
      else if (differences(name.section, now.says, target).length > 0 || namesAny(now, invented))
        wrong.set(record, 'reads-otherwise');
    }
    return wrong;
  }

  /** A row that is put into a table moves those below it down. */
  #shifted(key: string): string {
    if (this.#inserted === undefined) return key;
    const [row = ''] = key.split(' ', 1);
    const number = Number(row);
    const by = number > this.#inserted.behind ? this.#inserted.rows.length : 0;
    return `${number + by}${key.slice(row.length)}`;
  }

  /** Finds out which rows are records of the inventory, and what each is to say. */
  #track(registers: ReadRegisters): void {
    const said = rowsSaid(registers);
    const sheets = knownSheets(registers, this.#context);
    const found = new Set<string>();
    for (const sheet of sheets)
      for (const { row } of sheet.table.rows) {
        const place = { sheet: sheet.read.sheet.name, row };
        const now = said.get(rowKey(place));
        if (now !== undefined) found.add(this.#trackRow(place, now));
      }
    for (const sheet of sheets)
      for (const one of this.#context.state.records) {
        const key = recordKey(one.section, one.id);
        const record = this.#records.get(key);
        if (found.has(key) || record === undefined || one.section !== sheet.section || !isFrom(one, sheet))
          continue;
        const { paths } = targetOf(one.section, one.values, record.value, one.values);
        if (paths.length > 0)
          this.notWritten.push({ section: one.section, id: one.id, sheet: one.sheet, why: 'no-row' });
      }
  }

  /** @returns the key of the record */
  #trackRow(place: { readonly sheet: string; readonly row: number }, { section, id, says }: SaidRow): string {
    const key = recordKey(section, id);
    const imported = this.#state.get(key);
    const record = this.#records.get(key);
    const row = { ...place, section, id };
    if (imported === undefined) return key;
    if (record === undefined) {
      this.gone.push(row);
      return key;
    }
    const { target, paths, conflicts, newer } = targetOf(section, imported.values, record.value, says);
    this.newer += newer;
    for (const path of conflicts) this.#note(row, path, 'both-changed', imported.cells.get(path));
    const why = this.#excluded.get(rowKey(place));
    if (why !== undefined) for (const path of paths) this.#note(row, path, why, imported.cells.get(path));
    const isLeft = why !== undefined;
    this.#rows.set(rowKey(place), { ...row, target: isLeft ? says : target, paths: isLeft ? [] : paths });
    return key;
  }

  #note(row: RowOfRecord, path: string, why: WhyUnwritten, cell: string | undefined): void {
    const { section, id, sheet } = row;
    const record = this.#records.get(recordKey(section, id));
    const value = record && new Map(factsOf(record.value)).get(path);
    this.notWritten.push({ section, id, sheet, path, value, why, ...(cell === undefined ? {} : { cell }) });
  }

  #write(registers: ReadRegisters, isFirst: boolean): void {
    const said = rowsSaid(registers);
    for (const sheet of knownSheets(registers, this.#context)) {
      const name = sheet.read.sheet.name;
      const changes = sheet.table.rows.flatMap(({ row }): RowChange[] => {
        const tracked = this.#rows.get(rowKey({ sheet: name, row }));
        const says = said.get(rowKey({ sheet: name, row }))?.says;
        if (tracked === undefined || says === undefined) return [];
        const paths = isFirst ? tracked.paths : differences(sheet.section, says, tracked.target);
        const { id, target } = tracked;
        return paths.length === 0 ? [] : [{ row, id, says, paths, target }];
      });
      if (changes.length > 0) this.#plan(sheet, registers, changes);
    }
  }

  #plan(sheet: KnownSheet, registers: ReadRegisters, changes: readonly RowChange[]): void {
    const plan = this.#writerFor(sheet, registers).plan(changes);
    for (const edit of plan.edits) this.#edit(edit);
    const name = sheet.read.sheet.name;
    for (const { row, path, cell, why } of plan.unwritten) {
      const tracked = this.#rows.get(rowKey({ sheet: name, row }));
      if (tracked !== undefined) this.#note(tracked, path, why, cell);
    }
    for (const { row, path } of plan.withoutColumn) {
      const tracked = this.#rows.get(rowKey({ sheet: name, row }));
      if (tracked !== undefined) this.withoutColumn.push({ section: tracked.section, path });
    }
    for (const { row, says, target, paths } of changes) {
      const tracked = this.#rows.get(rowKey({ sheet: name, row }));
      if (tracked === undefined) continue;
      const solved = new Set(plan.solved.get(row));
      const open = paths.filter((path) => !solved.has(path));
      tracked.target = withoutPaths(target, says, open);
    }
  }

  #writerFor({ read, table, section }: KnownSheet, registers: ReadRegisters): SheetWriter {
    const names = namesIn(registers, this.#context);
    return new SheetWriter(read, table, section, registers.references, registers.made, names, this.#editor);
  }

  #edit(edit: CellEdit): void {
    this.edits.set(`${edit.row} ${edit.column} ${edit.sheet}`, edit);
  }

  /** Records that people added, and that no register holds, get rows of their own below the others. */
  #append(registers: ReadRegisters): void {
    const sheets = knownSheets(registers, this.#context);
    const mapped = this.#context.mapping.sheets.filter(({ ignored }) => !ignored);
    for (const sheet of sheets) {
      const { section } = sheet;
      const fresh = this.#context.records.filter(
        (one) => one.section === section && !this.#state.has(recordKey(section, one.id)),
      );
      const inRows = new Set([...rowsSaid(registers).values()].map(({ id }) => id));
      const added = fresh.filter(({ id }) => !inRows.has(id));
      const isOnly = mapped.filter((one) => one.section === section).length === 1;
      const name = sheet.read.sheet.name;
      const leave = (record: InventoryRecord, why: WhyUnwritten) =>
        this.notWritten.push({ section, id: record.id, sheet: name, why });
      if (!isOnly) {
        if (sheets.find((one) => one.section === section) === sheet)
          for (const record of added) leave(record, 'several-sheets');
        continue;
      }
      const wanted = added.filter((record) => {
        const why = this.#excluded.get(recordKey(section, record.id));
        if (why !== undefined) leave(record, why);
        return why === undefined;
      });
      this.#appendTo(sheet, registers, wanted, leave);
    }
  }

  #appendTo(
    sheet: KnownSheet,
    registers: ReadRegisters,
    records: readonly InventoryRecord[],
    leave: (record: InventoryRecord, why: WhyUnwritten) => void,
  ): void {
    if (records.length === 0) return;
    const { read, table, section } = sheet;
    const last = lastRowOf(table);
    const free = this.#editor.insertsRows
      ? records.map((_, index) => last + 1 + index)
      : freeRows(read, table, records.length);
    const writer = this.#writerFor(sheet, registers);
    const rows: NewRow[] = [];
    for (const record of records) {
      const row = free[rows.length];
      if (row === undefined) {
        leave(record, 'no-room');
        continue;
      }
      const drafted = writer.newRow(row, record.id, new Map(factsOf(record.value)));
      if (drafted === undefined) {
        leave(record, 'no-form');
        continue;
      }
      const number = nextNumber(read, table, rows.length);
      const cells = new Map<number, CellContent>(drafted.cells);
      if (number !== undefined && !cells.has(number.column))
        cells.set(number.column, { kind: 'number', number: number.number });
      rows.push({ row, cells });
      const place = { sheet: read.sheet.name, row, section, id: record.id };
      this.appended.push(place);
      this.#new.set(rowKey(place), { id: record.id, target: drafted.says });
      for (const { path, cell, why } of drafted.unwritten) this.#note(place, path, why, cell);
      for (const path of drafted.withoutColumn) this.withoutColumn.push({ section, path });
    }
    if (rows.length === 0) return;
    if (this.#editor.insertsRows)
      this.#inserted = { behind: last, rows: rows.map(({ cells }) => texts(cells)) };
    else for (const edit of appendingEdits(read, last, rows, this.#editor.kindOf)) this.#edit(edit);
  }
}

function texts(cells: ReadonlyMap<number, CellContent>): ReadonlyMap<number, string> {
  return new Map([...cells].map(([column, content]) => [column, contentText(content)]));
}

function namesAny({ says }: SaidRow, ids: ReadonlySet<string>): boolean {
  return (
    ids.size > 0 && [...says.values()].flat().some((value) => typeof value === 'string' && ids.has(value))
  );
}

/** @returns what is to be said, with what is said today under the paths that could not be written */
function withoutPaths(target: RowValues, says: RowValues, paths: readonly string[]): RowValues {
  const values = new Map(target);
  for (const path of paths) {
    const value = says.get(path);
    if (value === undefined) values.delete(path);
    else values.set(path, value);
  }
  return values;
}
