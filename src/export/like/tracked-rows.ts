import type { ReadRegisters } from '../../import/register/read-registers.ts';
import { type ImportState, recordKey } from '../../register/state.ts';
import type { Account } from './account.ts';
import {
  type InventoryRecord,
  isFrom,
  knownSheets,
  type RegisterContext,
  rowKey,
  rowsSaid,
  type SaidRow,
} from './registers.ts';
import type { RowOfRecord, WhyUnwritten } from './result.ts';
import type { RowValues } from './row-reader.ts';
import { targetOf } from './target.ts';

/** A row of the register that is a record of the inventory. */
export interface TrackedRow extends RowOfRecord {
  /** what it is to say, as far as that can be written */
  target: RowValues;
  readonly paths: readonly string[];
}

/** Finds out which rows are records of the inventory, and what each is to say. */
export class RowTracker {
  readonly #context: RegisterContext;
  /** rows and records that are left as they are, since they came out wrong before, and why */
  readonly #excluded: ReadonlyMap<string, WhyUnwritten>;
  readonly #account: Account;
  readonly #state: ReadonlyMap<string, ImportState['records'][number]>;
  readonly #records: ReadonlyMap<string, InventoryRecord>;
  readonly #rows = new Map<string, TrackedRow>();

  constructor(context: RegisterContext, excluded: ReadonlyMap<string, WhyUnwritten>, account: Account) {
    this.#context = context;
    this.#excluded = excluded;
    this.#account = account;
    this.#state = new Map(context.state.records.map((one) => [recordKey(one.section, one.id), one]));
    this.#records = new Map(context.records.map((one) => [recordKey(one.section, one.id), one]));
  }

  /** @returns the rows, by {@link rowKey} */
  track(registers: ReadRegisters): Map<string, TrackedRow> {
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
        if (paths.length > 0) this.#account.leaveRecord(one, 'no-row');
      }
    return this.#rows;
  }

  /** @returns the key of the record */
  #trackRow(place: { readonly sheet: string; readonly row: number }, { section, id, says }: SaidRow): string {
    const key = recordKey(section, id);
    const imported = this.#state.get(key);
    const record = this.#records.get(key);
    const row = { ...place, section, id };
    if (imported === undefined) return key;
    if (record === undefined) {
      this.#account.gone.push(row);
      return key;
    }
    const { target, paths, conflicts, newer } = targetOf(section, imported.values, record.value, says);
    const leave = (path: string, why: WhyUnwritten) =>
      this.#account.leaveValue(row, path, why, imported.cells.get(path));
    this.#account.newer += newer;
    for (const path of conflicts) leave(path, 'both-changed');
    const why = this.#excluded.get(rowKey(place));
    if (why !== undefined) for (const path of paths) leave(path, why);
    const isLeft = why !== undefined;
    this.#rows.set(rowKey(place), { ...row, target: isLeft ? says : target, paths: isLeft ? [] : paths });
    return key;
  }
}
