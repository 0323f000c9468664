import type { ReadRegisters } from '../../import/register/read-registers.ts';
import { recordKey } from '../../register/state.ts';
import type { CellContent, CellEdit, EditableSpreadsheet, RoomForRows } from '../../spreadsheet/editable.ts';
import type { Account } from './account.ts';
import { appendingEdits, freeRows, lastRowOf, type NewRow, nextNumber } from './append.ts';
import {
  type InventoryRecord,
  type KnownSheet,
  knownSheets,
  type RegisterContext,
  rowsSaid,
} from './registers.ts';
import type { RowOfRecord, WhyUnwritten } from './result.ts';
import type { RowValues } from './row-reader.ts';
import type { SheetWriter } from './sheet-writer.ts';
import { factsOf } from './target.ts';

/** A row of its own for a record that no register holds, and what it is to say. */
export interface AddedRow extends RowOfRecord {
  readonly says: RowValues;
}

/** The rows that a register gets, and what is to be written for them. */
export interface AddedRows {
  readonly rows: readonly AddedRow[];
  readonly edits: readonly CellEdit[];
  readonly rooms: readonly RoomForRows[];
}

/** Makes rows for records that people added to the inventory, below the others of their sheet. */
export class RowAdder {
  readonly #context: RegisterContext;
  readonly #editor: EditableSpreadsheet;
  readonly #excluded: ReadonlyMap<string, WhyUnwritten>;
  readonly #account: Account;
  readonly #rows: AddedRow[] = [];
  readonly #edits: CellEdit[] = [];
  readonly #rooms: RoomForRows[] = [];

  constructor(
    context: RegisterContext,
    editor: EditableSpreadsheet,
    excluded: ReadonlyMap<string, WhyUnwritten>,
    account: Account,
  ) {
    this.#context = context;
    this.#editor = editor;
    this.#excluded = excluded;
    this.#account = account;
  }

  add(registers: ReadRegisters, writerFor: (sheet: KnownSheet) => SheetWriter): AddedRows {
    const sheets = knownSheets(registers, this.#context);
    const inRows = new Set([...rowsSaid(registers).values()].map(({ id }) => id));
    for (const sheet of sheets) {
      const added = this.#freshRecords(sheet).filter(({ id }) => !inRows.has(id));
      if (this.#isOnlySheet(sheet)) this.#addTo(sheet, writerFor, this.#withoutExcluded(sheet, added));
      else if (sheets.find(({ section }) => section === sheet.section) === sheet)
        for (const record of added) this.#leave(sheet, record, 'several-sheets');
    }
    return { rows: this.#rows, edits: this.#edits, rooms: this.#rooms };
  }

  #freshRecords({ section }: KnownSheet): InventoryRecord[] {
    const { records, state } = this.#context;
    const imported = new Set(state.records.map((one) => recordKey(one.section, one.id)));
    return records.filter((one) => one.section === section && !imported.has(recordKey(section, one.id)));
  }

  #isOnlySheet({ section }: KnownSheet): boolean {
    return this.#context.mapping.sheets.filter((one) => !one.ignored && one.section === section).length === 1;
  }

  #withoutExcluded(sheet: KnownSheet, records: readonly InventoryRecord[]): InventoryRecord[] {
    return records.filter((record) => {
      const why = this.#excluded.get(recordKey(sheet.section, record.id));
      if (why !== undefined) this.#leave(sheet, record, why);
      return why === undefined;
    });
  }

  #leave({ section, read }: KnownSheet, { id }: InventoryRecord, why: WhyUnwritten): void {
    this.#account.leaveRecord({ section, id, sheet: read.sheet.name }, why);
  }

  #addTo(
    sheet: KnownSheet,
    writerFor: (sheet: KnownSheet) => SheetWriter,
    records: readonly InventoryRecord[],
  ): void {
    if (records.length === 0) return;
    const { read, table } = sheet;
    const places = this.#placesFor(sheet, records.length);
    const writer = writerFor(sheet);
    const rows: NewRow[] = [];
    for (const record of records) {
      const row = places.rows[rows.length];
      const cells = row === undefined ? undefined : this.#draft(sheet, writer, record, row);
      if (row === undefined) this.#leave(sheet, record, 'no-room');
      if (row === undefined || cells === undefined) continue;
      const number = nextNumber(read, table, rows.length);
      if (number !== undefined && !cells.has(number.column))
        cells.set(number.column, { kind: 'number', number: number.number });
      rows.push({ row, cells });
    }
    const last = lastRowOf(table);
    this.#rooms.push(...places.roomsFor(rows.length));
    const kindOf: EditableSpreadsheet['kindOf'] = (name, row, column) =>
      row <= last + places.free ? this.#editor.kindOf(name, row, column) : 'empty';
    this.#edits.push(...appendingEdits(read, last, rows, kindOf));
  }

  /** The free rows below a table, and behind them those that what stands below can move away for. */
  #placesFor({ read, table }: KnownSheet, wanted: number) {
    const last = lastRowOf(table);
    const free = this.#editor.insertsRows ? [] : freeRows(read, table, wanted);
    const room = (behind: number, count: number, isFree: boolean): RoomForRows => ({
      ...{ sheet: read.sheet.name, behind, count, isFree },
      first: table.rows[0]?.row ?? behind,
    });
    const canMove =
      free.length < wanted && this.#editor.canMakeRoom(room(last + free.length, wanted - free.length, false));
    const count = canMove ? wanted : free.length;
    return {
      free: free.length,
      rows: Array.from({ length: count }, (_, index) => last + 1 + index),
      roomsFor: (used: number): RoomForRows[] => {
        const [filled, moved] = [Math.min(used, free.length), Math.max(0, used - free.length)];
        return [
          ...(filled > 0 ? [room(last, filled, true)] : []),
          ...(moved > 0 ? [room(last + free.length, moved, false)] : []),
        ];
      },
    };
  }

  /** @returns what stands in the cells of a new row; `undefined` where no row says what the record is */
  #draft(
    { read, section }: KnownSheet,
    writer: SheetWriter,
    record: InventoryRecord,
    row: number,
  ): Map<number, CellContent> | undefined {
    const place = { sheet: read.sheet.name, row, section, id: record.id };
    const drafted = writer.newRow(row, record.id, new Map(factsOf(record.value)));
    if (drafted === undefined) {
      this.#account.leaveRecord(place, 'no-form');
      return undefined;
    }
    this.#account.appended.push(place);
    this.#rows.push({ ...place, says: drafted.says });
    for (const { path, cell, why } of drafted.unwritten) this.#account.leaveValue(place, path, why, cell);
    for (const path of drafted.withoutColumn) this.#account.withoutColumn.push({ section, path });
    return new Map(drafted.cells);
  }
}
