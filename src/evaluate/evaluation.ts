import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Weights } from '../policy/severity.ts';
import type {
  ExceptionAccount,
  Finding,
  RecordReference,
  RunError,
  VerdictCounts,
} from '../result/result.ts';
import type { AnyRule } from '../rule.ts';
import type { Parameters } from './context.ts';
import type { PolicyView } from './policy-view.ts';
import type { Tallies } from './tally.ts';

/** What is judged, by what. */
export interface EvaluationInput {
  readonly inventory: Inventory;
  /** it under each of the policies that it is judged by */
  readonly views: readonly PolicyView[];
  readonly rules: readonly AnyRule[];
  /** all rules there are, whether they run or not */
  readonly catalogue: readonly AnyRule[];
  readonly weights: Weights;
  readonly parameters?: Parameters;
  readonly evidence?: ExaminedEvidence;
  /** the inventory whose exceptions hold, where that is not the one judged */
  readonly trusted?: Inventory | undefined;
  readonly asOf: string;
  readonly observer?: Observer | undefined;
}

/** Who is told how far a run is, as it goes on. */
export interface Observer {
  /** so many files of an inventory are read, of so many */
  read(files: number, all: number): void;
  /** so many rules are about to be judged; once for each inventory that is judged */
  begins(rules: number): void;
  /** a rule is done, and came to a verdict on so many records */
  judged(ruleId: string, records: number): void;
}

/** What came of it. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** how often each rule came to each verdict; under several policies a record counts once, by its worst */
  readonly verdicts: ReadonlyMap<string, VerdictCounts>;
  readonly tallies: Tallies;
  readonly errors: readonly RunError[];
  /** records that no policy applies to */
  readonly outOfScope: readonly RecordReference[];
  /** all exceptions, and what each came to */
  readonly exceptions: readonly ExceptionAccount[];
}
