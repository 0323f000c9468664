import type { ConfidentialText } from '../base/confidential.ts';
import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Policy, Severity } from '../policy/policy.ts';
import type { NotJudged } from '../tree/tree.ts';
import type {
  AttestationAccount,
  AuditFollowUp,
  Body,
  CorrectionAccount,
  ExceptionAccount,
  Input,
  Repository,
} from './account.ts';
import type { AgainstCoverage } from './against.ts';
import type { Comparison, Hidden, Known, NetworkChange, TrustedChange } from './comparison.ts';
import type { Cover } from './cover.ts';
import type { JudgedPolicy, PolicyCoverage, VerdictCounts } from './coverage.ts';
import type { NetworkDrawing } from './drawing.ts';
import type { DueItem, Undated } from './due.ts';
import type { CitedClause, Finding, FindingLocation, RecordReference } from './finding.ts';
import type { Notice } from './notice.ts';
import type { Shown } from './shown.ts';
import type { Ticks } from './ticks.ts';

export type * from './account.ts';
export * from './against.ts';
export type * from './comparison.ts';
export * from './cover.ts';
export * from './coverage.ts';
export * from './drawing.ts';
export * from './due.ts';
export * from './finding.ts';
export * from './notice.ts';
export * from './shown.ts';
export type * from './ticks.ts';

/** Everything that reporters may know of a run. */
export interface Result {
  readonly tool: { readonly name: 'sekisho'; readonly version: string };
  /** the day judged by */
  readonly asOf: Day;
  readonly policies: readonly JudgedPolicy[];
  /** `sha256:` and a digest of the rules, the policies and the changes that the configuration makes to them */
  readonly judgedBy: { readonly digest: string };
  /** messages for the top of a report */
  readonly notices: readonly Notice[];
  readonly summary: Summary;
  /** the body whose inventory was judged */
  readonly body: Body;
  /** what the report says of itself */
  readonly cover: Cover;
  /** sorted by file, position and rule */
  readonly findings: readonly Finding[];
  /** where a report is to show the findings of some divisions alone; `shownFindings` gives them */
  readonly shown?: Shown;
  /** records that no selected policy applies to */
  readonly outOfScope: readonly RecordReference[];
  /** files below the paths that hold nothing to judge, in their order */
  readonly notJudged: readonly NotJudged[];
  /** what prevented part of the run; with any of these, the result is not to be trusted */
  readonly errors: readonly RunError[];
  /** the coverage of each policy */
  readonly coverage: readonly PolicyCoverage[];
  /** the rules that ran, by id, in order of id */
  readonly rules: ReadonlyMap<string, RuleTexts>;
  /** rules that the policies cite and that did not run */
  readonly leftOut: readonly LeftOutRule[];
  /** all exceptions and attestations of the inventory, in its order */
  readonly exceptions: readonly ExceptionAccount[];
  readonly attestations: readonly AttestationAccount[];
  /** all corrections of the inventory, in its order */
  readonly corrections: readonly CorrectionAccount[];
  /** absent where no audit with findings is listed */
  readonly lastAudit?: AuditFollowUp;
  /** the comparison with a baseline or a base */
  readonly comparison?: Comparison;
  /** the passages between layers that the change opens and closes */
  readonly networkChange?: NetworkChange;
  /** how many findings were left out because the change does not concern them */
  readonly unrelated?: { readonly since: string; readonly count: number };
  /** what a change since the base or the trusted state takes out of judgement; absent where there is neither */
  readonly hidden?: readonly Hidden[];
  /** what was taken from the trusted state, and how the change differs from it */
  readonly trusted?: { readonly ref: string; readonly changes: readonly TrustedChange[] };
  /** the repository of the inventory, if requested and if it is in git */
  readonly repository?: Repository;
  /** @returns the files that contributed to the result, by kind and path */
  inputs(): readonly Input[];
  /** @returns the paths of files that should have contributed, and that could not be read or are over a limit */
  unread(): readonly string[];
  /** @returns the text of a line of an inventory file, counted from 1 */
  sourceLine(file: string, line: number): string | undefined;
  /** @returns what a finding rests on */
  known(finding: Finding): Known;
  /**
   * @param within an ISO 8601 duration from the day judged by
   * @returns what falls due in that time, and what is overdue; by date, then in the order of the inventory
   */
  due(within: string): readonly DueItem[];
  /** @returns what the inventory, and every state that it was compared with, says of addresses, persons and products */
  confidential(): readonly ConfidentialText[];
  /**
   * @param divisions ids; where they are given, only what concerns these
   * @returns of what it is not known when it falls due, since the inventory does not say
   */
  undated(divisions?: readonly string[]): readonly Undated[];
  /** @returns how many passes rest on a mere yes or no; everything is judged once more for it, so only reports that say it ask */
  ticks(): Ticks;
  /** @returns how the clauses of a policy are answered, be it one of those judged by or another */
  against(policy: Policy): AgainstCoverage;
  /** @returns the same of every law judged by; only reports that lay a body's policies against them ask */
  againstLaws(): readonly AgainstCoverage[];
  /** @returns the network under the first policy, drawn on demand; `undefined` where there is no policy */
  drawing(): NetworkDrawing | undefined;
}

export interface Summary {
  readonly files: number;
  readonly records: number;
  readonly rules: number;
  /** counts of rule × record; under several policies each pair counts once, by its worst verdict */
  readonly verdicts: VerdictCounts;
  /** counts of findings that are not suppressed, and of which a clause is in force */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** how many hold only from a day to come; absent where none does */
  readonly announced?: number;
  /** by division, last what names none; absent where no division is named at all */
  readonly divisions?: readonly DivisionCount[];
}

/** How many records a division has, and how many findings about them count. */
export interface DivisionCount {
  /** as `body.divisions` has it; `null` for what names no division */
  readonly id: string | null;
  readonly name: string | null;
  readonly records: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface RunError {
  readonly code: 'rule-crashed' | 'no-policy';
  readonly message: Localized;
  readonly location: FindingLocation | null;
}

/** The texts of a rule, the severity of its fails under the selected policies, and its verdict counts. */
export interface RuleTexts {
  readonly id: string;
  /** the chapter it belongs to: the first part of its id */
  readonly area: string;
  readonly title: Localized;
  readonly rationale: Localized;
  readonly remedy: Localized;
  readonly example: string;
  readonly severity: Severity;
  readonly clauses: readonly CitedClause[];
  /** the day from which a clause asks for it, where none does yet */
  readonly announced?: Day;
  /** what the configuration overrides: the severity that the policies give, and parameters */
  readonly override?: {
    readonly severity?: Severity;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
  /**
   * over all records; under several policies each record counts once, by its worst verdict. To what only clauses ask that are
   * not in force yet, no record is applicable
   */
  readonly verdicts: VerdictCounts;
}

/** A rule that a policy cites and that the user left out. */
export interface LeftOutRule {
  readonly id: string;
  readonly title: Localized;
  /** the key of the configuration or the option by which it was left out; `mixture`: two inventories were read as one */
  readonly where: 'rules' | '--rule' | '--skip' | 'mixture';
  readonly clauses: readonly CitedClause[];
}
