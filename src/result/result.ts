import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Severity } from '../policy/policy.ts';
import type { AttestationAccount, Body, ExceptionAccount, Input, Repository } from './account.ts';
import type { Comparison, NetworkChange, TrustedChange } from './comparison.ts';
import type { JudgedPolicy, PolicyCoverage, VerdictCounts } from './coverage.ts';
import type { NetworkDrawing } from './drawing.ts';
import type { CitedClause, Finding, FindingLocation, RecordReference } from './finding.ts';
import type { Notice } from './notice.ts';

export type * from './account.ts';
export type * from './comparison.ts';
export * from './coverage.ts';
export * from './drawing.ts';
export * from './finding.ts';
export * from './notice.ts';

/** Everything that reporters may know of a run. */
export interface Result {
  readonly tool: { readonly name: 'sekisho'; readonly version: string };
  /** the day judged by */
  readonly asOf: Day;
  readonly policies: readonly JudgedPolicy[];
  /** `sha256:` and a digest of the rules, the policies and what the configuration changes in them */
  readonly judgedBy: { readonly digest: string };
  /** what a reader must know before anything else */
  readonly notices: readonly Notice[];
  readonly summary: Summary;
  /** the body judged */
  readonly body: Body;
  /** sorted by file, position and rule */
  readonly findings: readonly Finding[];
  /** records that no selected policy applies to */
  readonly outOfScope: readonly RecordReference[];
  /** what kept part of the run from being done; with any of these the result is not to be trusted */
  readonly errors: readonly RunError[];
  /** clause by clause, how each policy is answered and how the inventory stands */
  readonly coverage: readonly PolicyCoverage[];
  /** the rules that ran, by id, in order of id */
  readonly rules: ReadonlyMap<string, RuleTexts>;
  /** rules that the policies ask for and that did not run */
  readonly leftOut: readonly LeftOutRule[];
  /** all exceptions of the inventory, and all its attestations, in its order */
  readonly exceptions: readonly ExceptionAccount[];
  readonly attestations: readonly AttestationAccount[];
  /** how it stands compared with a baseline, or with the inventory as it was */
  readonly comparison?: Comparison;
  /** what the change since then opens and closes in the network */
  readonly networkChange?: NetworkChange;
  /** findings that a change has nothing to do with and that were left out for it */
  readonly unrelated?: { readonly since: string; readonly count: number };
  /** what was taken from a trusted state, and what the change does to it */
  readonly trusted?: { readonly ref: string; readonly changes: readonly TrustedChange[] };
  /** where the inventory is kept, if that was asked for and it is in git */
  readonly repository?: Repository;
  /** @returns the files that had a part in the result, by kind and path */
  inputs(): readonly Input[];
  /** @returns the text of a line of an inventory file, counted from 1 */
  sourceLine(file: string, line: number): string | undefined;
  /** @returns the network as the first policy sees it, drawn when asked for; `undefined` where there is no policy */
  drawing(): NetworkDrawing | undefined;
}

export interface Summary {
  readonly files: number;
  readonly records: number;
  readonly rules: number;
  /** counts of rule × record; under several policies each pair counts once, by its worst verdict */
  readonly verdicts: VerdictCounts;
  /** counts of findings that are not suppressed */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
}

export interface RunError {
  readonly code: 'rule-crashed' | 'no-policy';
  readonly message: Localized;
  readonly location: FindingLocation | null;
}

/** The texts of a rule, the severity its fails have under the selected policies, and what it came to. */
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
  /** what the configuration changes: the severity that the policies give it, and the parameters that it sets */
  readonly override?: {
    readonly severity?: Severity;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
  /** over all records; under several policies each record counts once, by its worst verdict */
  readonly verdicts: VerdictCounts;
}

/** A rule that a policy asks for and that somebody left out. */
export interface LeftOutRule {
  readonly id: string;
  readonly title: Localized;
  /** the key of the configuration or the option by which it was left out */
  readonly where: 'rules' | '--rule' | '--skip';
  readonly clauses: readonly CitedClause[];
}
