import type { RecordSection } from '../../register/state.ts';
import type { WhyNotWritten } from './sheet-writer.ts';

/** What became of a register that was to say what the inventory says. */
export interface LikeResult {
  /** the very same bytes where nothing changed */
  readonly bytes: Uint8Array;
  readonly changed: readonly CellChange[];
  readonly appended: readonly RowOfRecord[];
  /** values that people changed and that the register does not say now */
  readonly notWritten: readonly NotWritten[];
  /** rows whose records are gone from the inventory; they stay */
  readonly gone: readonly RowOfRecord[];
  /** facts for which the register has no column; they stay in the inventory */
  readonly withoutColumn: readonly FieldCount[];
  /** how many values only the register changed since the import: an import brings them into the inventory */
  readonly newer: number;
}

/** A cell that says something else now. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** a formula stood in it, which is gone */
  readonly replacesFormula: boolean;
}

/** A record and its row. */
export interface RowOfRecord {
  readonly sheet: string;
  readonly row: number;
  readonly section: RecordSection;
  readonly id: string;
}

/** A value of the inventory that the register does not say. */
export interface NotWritten {
  readonly section: RecordSection;
  readonly id: string;
  readonly sheet: string;
  /** its cell, where there is one */
  readonly cell?: string;
  /** absent for a record as a whole */
  readonly path?: string;
  readonly value?: unknown;
  readonly why: WhyUnwritten;
}

export type WhyUnwritten =
  | WhyNotWritten
  /** both the register and the inventory changed it since the import */
  | 'both-changed'
  /** with all else that was to be written, its row would be read as something else */
  | 'reads-otherwise'
  /** an import would take its row for another record */
  | 'another-record'
  /** the register has no row of the record any more */
  | 'no-row'
  /** there is no room for a row below the table: notes, totals or merged cells stand there */
  | 'no-room'
  /** several sheets hold such records, and nobody can tell which of them it belongs to */
  | 'several-sheets';

export interface FieldCount {
  readonly section: RecordSection;
  readonly path: string;
  readonly count: number;
}
