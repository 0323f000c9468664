import type { Limits } from '../base/limits.ts';
import type { TellPhase } from '../base/phase.ts';
import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Weights } from '../policy/severity.ts';
import type {
  ExceptionAccount,
  Finding,
  RecordReference,
  RunError,
  VerdictCounts,
} from '../result/result.ts';
import type { AnyRule, CorrectionView } from '../rule.ts';
import type { Parameters } from './context.ts';
import type { PolicyView } from './policy-view.ts';
import type { Tallies } from './tally.ts';
import type { TrustedState } from './trusted-state.ts';

/** What is judged, and by which policies and rules. */
export interface EvaluationInput {
  readonly inventory: Inventory;
  /** the inventory under each of the policies that it is judged by */
  readonly views: readonly PolicyView[];
  readonly rules: readonly AnyRule[];
  /** all rules there are, whether they run or not */
  readonly catalogue: readonly AnyRule[];
  readonly weights: Weights;
  readonly parameters?: Parameters;
  readonly evidence?: ExaminedEvidence;
  /** the state whose exceptions hold, where that is not the one judged */
  readonly trusted?: TrustedState | undefined;
  readonly asOf: string;
  readonly limits?: Limits;
  /** whether to tell which records each rule judged, for a comparison */
  readonly collect?: boolean;
  readonly observer?: Observer | undefined;
  /** is told of each rule that a record passes, or a file where there is no record */
  readonly passed?: TellPass;
}

export type TellPass = (ruleId: string, entry: Entry | undefined) => void;

/** By the id of a rule. */
export type JudgedRecords = ReadonlyMap<string, ReadonlySet<object>>;

/** Receives the progress of a run. */
export interface Observer {
  /** called after each file of an inventory, with how many files and bytes were read so far */
  read(files: number, all: number, bytes: number): void;
  /** called once for each inventory that is judged, before its first rule */
  begins(rules: number): void;
  /**
   * called after each rule
   *
   * @param records on how many it gave a verdict
   * @param findings how many there are so far, of all rules
   */
  judged(ruleId: string, records: number, findings: number): void;
  /** called where a phase begins, the rules excepted, which `begins` tells of */
  readonly enters?: TellPhase | undefined;
}

/** The result of evaluating. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** how often each rule came to each verdict; under several policies a record counts once, by its worst */
  readonly verdicts: ReadonlyMap<string, VerdictCounts>;
  readonly tallies: Tallies;
  readonly errors: readonly RunError[];
  /** records that no policy applies to */
  readonly outOfScope: readonly RecordReference[];
  /** the records that each rule applied to; empty unless it was asked for */
  readonly judged: JudgedRecords;
  /** all exceptions, each with its state */
  readonly exceptions: readonly ExceptionAccount[];
  /** what has come of the corrections of the inventory */
  readonly corrections: CorrectionView;
}
