import type { RegisterFile } from '../../import/register/open-registers.ts';
import type { ReadRegisters } from '../../import/register/read-registers.ts';
import type { CellEdit, EditableSpreadsheet } from '../../spreadsheet/editable.ts';
import { Account } from './account.ts';
import { type AddedRows, RowAdder } from './new-rows.ts';
import { wrongRows } from './read-back.ts';
import {
  type KnownSheet,
  knownSheets,
  namesIn,
  type RegisterContext,
  readOriginal,
  rowKey,
  rowsSaid,
} from './registers.ts';
import type { WhyUnwritten } from './result.ts';
import { differences, type RowValues } from './row-reader.ts';
import { type RowChange, SheetWriter } from './sheet-writer.ts';
import { RowTracker, type TrackedRow } from './tracked-rows.ts';

/** how often names are followed: a record is called otherwise, then a cell names it so */
const mostPasses = 3;

/** One try to write a register, after which reading it shows which rows are not what they are to be. */
export class Attempt {
  readonly account: Account;
  /** by row and column */
  readonly edits = new Map<string, CellEdit>();
  bytes: Uint8Array;

  readonly #file: RegisterFile;
  readonly #context: RegisterContext;
  readonly #editor: EditableSpreadsheet;
  readonly #excluded: ReadonlyMap<string, WhyUnwritten>;
  #rows: ReadonlyMap<string, TrackedRow> = new Map();
  #added: AddedRows = { rows: [], edits: [], rooms: [] };

  /** @param excluded rows and records that are left as they are, since they came out wrong before, and why */
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
    this.account = new Account(context);
  }

  run(): void {
    let registers = readOriginal(this.#file, this.#context, true);
    this.#rows = new RowTracker(this.#context, this.#excluded, this.account).track(registers);
    for (let pass = 1; pass <= mostPasses; pass += 1) {
      const edited = this.edits.size;
      this.#write(registers, pass === 1);
      // Names that are new are followed once more, even where nothing was written.
      if (pass > 1 && this.edits.size === edited) break;
      this.bytes = this.#editor.write([...this.edits.values()]);
      registers = this.#readAgain();
    }
    const adder = new RowAdder(this.#context, this.#editor, this.#excluded, this.account);
    this.#added = adder.add(registers, (sheet) => this.#writerFor(sheet, registers));
    for (const edit of this.#added.edits) this.#edit(edit);
    this.bytes = this.#editor.write([...this.edits.values()], this.#added.rooms);
  }

  /** @returns rows and records that came out wrong, by their keys */
  wrong(): Map<string, WhyUnwritten> {
    if (this.bytes === this.#file.bytes) return new Map();
    return wrongRows({
      before: readOriginal(this.#file, this.#context, false),
      after: this.#readAgain(),
      tracked: this.#rows,
      added: this.#added.rows,
      rooms: this.#added.rooms,
    });
  }

  #readAgain(): ReadRegisters {
    return readOriginal({ ...this.#file, bytes: this.bytes }, this.#context, false);
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
    const trackedAt = (row: number) => this.#rows.get(rowKey({ sheet: sheet.read.sheet.name, row }));
    for (const { row, path, cell, why } of plan.unwritten) {
      const tracked = trackedAt(row);
      if (tracked !== undefined) this.account.leaveValue(tracked, path, why, cell);
    }
    for (const { row, path } of plan.withoutColumn) {
      const tracked = trackedAt(row);
      if (tracked !== undefined) this.account.withoutColumn.push({ section: tracked.section, path });
    }
    for (const { row, says, target, paths } of changes) {
      const tracked = trackedAt(row);
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
