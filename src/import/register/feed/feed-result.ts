import type { Day } from '../../../base/date.ts';
import type { FieldEdit } from '../../merge/edit-record.ts';
import type { MergeProblem, NotEditable } from '../../merge/merge-problem.ts';
import type { FieldTarget, RecordSection } from '../fields.ts';
import type { FeedRow } from './feed-rows.ts';
import type { KnownRecord } from './known-records.ts';

/** A row that sets nothing, and why. The other rows are not touched by that. */
export type RefusedRow = { readonly row: FeedRow } & (
  | { readonly why: 'no-record' }
  /** the key is that of several records */
  | { readonly why: 'several-records'; readonly places: readonly string[] }
  /** other rows are for the same record */
  | { readonly why: 'several-rows'; readonly rows: readonly number[] }
  /** a date of the row is before the one that stands in the inventory */
  | {
      readonly why: 'older';
      readonly path: FieldTarget;
      readonly cell: string;
      readonly given: unknown;
      readonly stands: unknown;
      readonly place: string;
    }
  /** a date of what was done lies after today: a clock is wrong, or the table */
  | {
      readonly why: 'future';
      readonly path: FieldTarget;
      readonly cell: string;
      readonly given: unknown;
      readonly today: Day;
    }
  /** what would have to change is written in a way that cannot be changed in its place */
  | {
      readonly why: 'not-editable';
      readonly reason: NotEditable;
      readonly path: FieldTarget | undefined;
      readonly place: string;
    }
);

/** A record with the rows that update it. */
export interface UpdatedRecord {
  readonly known: KnownRecord;
  readonly rows: readonly FeedRow[];
  /** the fields that change; none where the rows say what stands there */
  readonly edits: readonly FieldEdit[];
}

/** What the rows of tables that update come to. */
export interface AppliedFeed {
  readonly updated: readonly UpdatedRecord[];
  /** in the order of their tables and rows */
  readonly refused: readonly RefusedRow[];
  /** how many rows are of what is not in the inventory, and passed over since the mapping says so */
  readonly passedOver: number;
  /** how many records of a section no row is for */
  readonly without: readonly { readonly section: RecordSection; readonly records: number }[];
  /** the new texts of the files that change, by their paths */
  readonly texts: ReadonlyMap<string, string>;
  /** what keeps a file from being changed at all */
  readonly problems: readonly FeedProblem[];
}

/** Why a file cannot be changed. */
export interface FeedProblem {
  readonly shown: string;
  readonly problem: MergeProblem;
}
