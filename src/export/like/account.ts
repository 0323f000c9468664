import { recordKey } from '../../register/state.ts';
import type { RegisterContext } from './registers.ts';
import type { NotWritten, RowOfRecord, WhyUnwritten } from './result.ts';
import { factsOf } from './target.ts';

/** What becomes of rows and records in one try to write a register. */
export class Account {
  readonly notWritten: NotWritten[] = [];
  readonly gone: RowOfRecord[] = [];
  readonly appended: RowOfRecord[] = [];
  readonly withoutColumn: { readonly section: RowOfRecord['section']; readonly path: string }[] = [];
  newer = 0;
  readonly #values: ReadonlyMap<string, object>;

  constructor({ records }: RegisterContext) {
    this.#values = new Map(records.map(({ section, id, value }) => [recordKey(section, id), value]));
  }

  /** Notes that a value of a record is not written. */
  leaveValue(row: RowOfRecord, path: string, why: WhyUnwritten, cell: string | undefined): void {
    const { section, id, sheet } = row;
    const record = this.#values.get(recordKey(section, id));
    const value = record && new Map(factsOf(record as Parameters<typeof factsOf>[0])).get(path);
    this.notWritten.push({ section, id, sheet, path, value, why, ...(cell === undefined ? {} : { cell }) });
  }

  /** Notes that a record is not written. */
  leaveRecord({ section, id, sheet }: Omit<RowOfRecord, 'row'>, why: WhyUnwritten): void {
    this.notWritten.push({ section, id, sheet, why });
  }
}
