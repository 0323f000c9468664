import type { Day } from './date.ts';
import type { Localized } from './localized.ts';
import type { Basis, Modality, Severity } from './policy/policy.ts';

/** Everything that reporters may know of a run. */
export interface Result {
  readonly tool: { readonly name: 'sekisho'; readonly version: string };
  /** the day judged by */
  readonly asOf: Day;
  readonly policies: readonly JudgedPolicy[];
  readonly summary: Summary;
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
  /** @returns the text of a line of an inventory file, counted from 1 */
  sourceLine(file: string, line: number): string | undefined;
  /** @returns the network as the first policy sees it, drawn when asked for; `undefined` where there is no policy */
  drawing(): NetworkDrawing | undefined;
}

/** The network as plain data: who may talk to whom, layer by layer. Ids are the drawing's own. */
export interface NetworkDrawing {
  readonly policy: JudgedPolicy;
  /** the policy's layers, those inside first; lanes that no layer stands for only where something lies in them */
  readonly lanes: readonly DrawnLane[];
  /** segments, and systems and services that have a part in communication, in the order of the inventory */
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  /** what violates a rule on the network */
  readonly paths: readonly OffendingPath[];
}

export interface DrawnLane {
  readonly id: string;
  /** `between`: equipment of several layers, or of none; `unknown`: the inventory does not say which */
  readonly kind: 'layer' | 'between' | 'unknown';
  /** of a layer */
  readonly name?: Localized;
}

export interface DrawnNode {
  readonly id: string;
  readonly lane: string;
  readonly record: RecordReference;
}

/** Communication that is permitted, or that a system in several segments makes possible. */
export interface DrawnLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly twoWay: boolean;
  readonly kind: LinkKind;
  readonly record: RecordReference;
}

/**
 * `specific` communication is limited and approved, `sanitised` is made safe, `unconfirmed` is what nobody has
 * confirmed or what lacks a fact to count as specific.
 */
export const linkKinds = ['normal', 'specific', 'sanitised', 'unconfirmed'] as const;

export type LinkKind = (typeof linkKinds)[number];

/** A way that must not be, hop by hop in the direction of the data, and the findings that say so. */
export interface OffendingPath {
  readonly hops: readonly { readonly link: string; readonly from: string; readonly to: string }[];
  /** ids of all nodes concerned */
  readonly nodes: readonly string[];
  readonly findings: readonly Finding[];
}

/** A policy that the inventory was judged by. */
export interface JudgedPolicy {
  readonly id: string;
  readonly title: Localized;
}

/** How one policy is answered, in the order of its document. */
export interface PolicyCoverage {
  readonly policy: JudgedPolicy;
  readonly clauses: readonly ClauseCoverage[];
}

export interface ClauseCoverage {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly answeredBy: {
    readonly rules: readonly { readonly id: string; readonly basis: Basis }[];
    readonly attestation: boolean;
    /** what of the model the clause is reflected in, where no rule judges it */
    readonly informs: string | null;
  };
  /** of its rules, over all records */
  readonly verdicts: VerdictCounts;
  /** how many of them an exception covers */
  readonly excepted: number;
  readonly status: ClauseStatus;
}

/**
 * How an inventory stands to a clause: `unknown` also where a person must look, `not-applicable` where no record
 * is of the kind that it speaks of, `informs` where there is nothing to judge.
 */
export const clauseStatuses = [
  'not-met',
  'unknown',
  'excepted',
  'met',
  'attested',
  'not-applicable',
  'informs',
  'unanswered',
] as const;

export type ClauseStatus = (typeof clauseStatuses)[number];

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

export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly review: number;
  readonly notApplicable: number;
}

export interface RecordReference {
  /** the section, or `files` for a file itself */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** A place in an inventory file: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface FindingLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** RFC 6901, within the document; of an absent field, where it belongs */
  readonly pointer: string;
  /** which document of the file, from 0 */
  readonly document: number;
}

/** A located fail, unknown or review. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly severity: Severity;
  /** whole sentences that name the record */
  readonly message: Localized;
  readonly remedy: Localized;
  readonly record: RecordReference;
  readonly location: FindingLocation;
  /** the field in question, as a path inside the record with `[]` for any item; empty for the record itself */
  readonly field: string;
  /** for an unknown: the fact to write */
  readonly missing?: MissingFact;
  readonly clauses: readonly CitedClause[];
  readonly trace: readonly { readonly message: Localized; readonly location: FindingLocation }[];
  /** `v1:` and a hash that survives moving, re-ordering and translation */
  readonly fingerprint: string;
  readonly suppression: Suppression | null;
}

/** A fact that the inventory does not state, and where it belongs, which may be another record than the one judged. */
export interface MissingFact {
  readonly kind: string;
  /** as a path inside the record, with `[]` for any item */
  readonly field: string;
  /** of a record that is missing as a whole: which */
  readonly what?: Localized;
  readonly record: RecordReference;
  readonly location: FindingLocation;
  /** why it is asked for, where it is more than that nothing is written */
  readonly reason?: Localized;
  /** what may be written there, where the vocabulary says so: `true か false` */
  readonly value?: Localized;
  /** what the field means, in the words of the schema */
  readonly about?: Localized;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: 'exception' | 'baseline';
  readonly justification: string;
  /** of an exception: its id, who approved it, and its last day */
  readonly id?: string;
  readonly approver?: string;
  readonly expires?: Day;
}

/** A clause that a finding goes back to, in its document's own notation. */
export interface CitedClause {
  readonly policy: string;
  readonly ref: string;
  readonly title: Localized;
}

export interface RunError {
  readonly code: 'rule-crashed' | 'no-policy';
  readonly message: Localized;
  readonly location: FindingLocation | null;
}

/** The texts of a rule, and the severity its fails have under the selected policies. */
export interface RuleTexts {
  readonly id: string;
  readonly title: Localized;
  readonly rationale: Localized;
  readonly remedy: Localized;
  readonly example: string;
  readonly severity: Severity;
  readonly clauses: readonly CitedClause[];
}
