import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Severity } from '../policy/policy.ts';

export interface RecordReference {
  /** the section, or `files` for a file itself */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** A record; the occurrence distinguishes records with the same id. */
export interface RecordIdentity extends RecordReference {
  /** 0 for the first record of its kind with this id, 1 for the second … */
  readonly occurrence: number;
}

/** A cell of a register that a record was imported from. */
export interface CellSource {
  /** the name of the register's file, without its folder; `NetBox` */
  readonly file: string;
  /** of NetBox, the list */
  readonly sheet: string;
  /** its address, such as `M14`; of what has no cell of its own, that of the record's name; of NetBox, the id of the entry */
  readonly cell: string;
}

/** A range in an inventory file: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface FindingLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** JSON pointer (RFC 6901) within the document; for an absent field, to where it belongs */
  readonly pointer: string;
  /** the index of the document in the file, from 0 */
  readonly document: number;
  /** the cell that it is from, where the record came from a register */
  readonly source?: CellSource;
}

/**
 * The label of a finding: a `violation` breaks a duty that a clause states; an `improvement` is a fail under clauses
 * that ask only where needed, or under our reading of an aim; `unconfirmed` is a fail under clauses of law alone, which is no
 * violation: that the measure is taken cannot be confirmed; an `inventory-error` is an error in the inventory itself.
 */
export const findingLabels = [
  'violation',
  'unconfirmed',
  'inventory-error',
  'improvement',
  'unknown',
  'review',
] as const;

export type FindingLabel = (typeof findingLabels)[number];

/** An issue that is not a pass (fail, unknown or review), with its location. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly severity: Severity;
  readonly label: FindingLabel;
  /** the inventory is invalid there; since nobody knows what that hides, it always fails the run */
  readonly invalid?: true | undefined;
  /** whole sentences that name the record */
  readonly message: Localized;
  /** the same without the name of the record, to follow that name */
  readonly statement: Localized;
  readonly remedy: Localized;
  readonly record: RecordReference;
  /** the agency that the record belongs to, where it or its division names one */
  readonly agency?: string | undefined;
  /** the id of the division in charge of the record, where it names one, as `body.divisions` has it */
  readonly division?: string | undefined;
  readonly location: FindingLocation;
  /** the path of the field inside the record, with `[]` for any item; empty for the record itself */
  readonly field: string;
  /** for an unknown: the fact to write */
  readonly missing?: MissingFact | undefined;
  /**
   * what findings of one rule may have in common: `anchor <file>:<name>`, the YAML anchor behind which the value is
   * written; `fact <kind>/<id>.<field>`, the missing fact; `parent <kind>/<id>`, the record whose own fact decides
   */
  readonly cause?: string | undefined;
  readonly clauses: readonly CitedClause[];
  /** the day from which it holds, where none of its clauses is in force yet: until then it weighs `info` and fails no run */
  readonly announced?: Day | undefined;
  /** the other locations involved; of a path through the network, the hops of the first of `paths` come first */
  readonly trace: readonly TraceStep[];
  /**
   * for a finding on paths through the network: the shortest path to each layer that the message names, in that order
   */
  readonly paths?: readonly FindingPath[] | undefined;
  /** of a finding on paths: tells what its hop leads between; an exception or a baseline entry holds for no more */
  readonly reach?: (() => FindingReach) | undefined;
  /** `v1:` and a hash that survives moves, reordering and translation */
  readonly fingerprint: string;
  readonly suppression: Suppression | null;
  /** the ids of the corrections that are for it; absent where there are none */
  readonly corrections?: readonly string[] | undefined;
  /** compared with the base or the baseline, if any; `changed` where the verdict differs or there is more than was known */
  readonly state?: 'new' | 'changed' | 'unchanged' | undefined;
}

/**
 * The segments and services behind and beyond a hop, `segments/<id>` and `services/<id>` in order of these names. Hops that
 * have a list in common share it.
 */
export interface FindingReach {
  readonly behind: readonly string[];
  readonly beyond: readonly string[];
}

/** A location involved in a finding. */
export interface TraceStep {
  readonly message: Localized;
  /** absent where the location belongs to no record, as with an anchor */
  readonly record?: RecordReference;
  /** the field of the record, as `field` of a finding */
  readonly field?: string;
  readonly location: FindingLocation;
}

/** A path through the network for one layer, beginning or ending at the hop that the finding is reported at. */
export interface FindingPath {
  /** absent where it leads to a record without a layer */
  readonly layer?: { readonly id: string; readonly name: Localized };
  /** hop by hop in the direction of the data */
  readonly steps: readonly PathStep[];
  /** where the path begins at a system that is itself in the layer it leaves: the hop from that layer to the system */
  readonly before?: PathHop;
  /** where the path ends at a system that is itself in the layer it enters: the hop from the system to that layer */
  readonly after?: PathHop;
}

/** A hop of a path, as a location involved in a finding. */
export interface PathStep extends TraceStep {
  readonly record: RecordReference;
  readonly hop: PathHop;
}

/** Data passes between two records, by virtue of a third (which may be one of them). */
export interface PathHop {
  readonly record: RecordIdentity;
  readonly from: RecordIdentity;
  readonly to: RecordIdentity;
}

/** A fact that the inventory does not state, and where it belongs, which may be another record than the one judged. */
export interface MissingFact {
  readonly kind: string;
  /** the path inside the record, with `[]` for any item */
  readonly field: string;
  /** for a record that is missing as a whole: which one, with an id that distinguishes it in its section */
  readonly what?: (Localized & { readonly id: string }) | undefined;
  readonly record: RecordReference;
  readonly location: FindingLocation;
  /** why the fact is needed, if for more than being absent */
  readonly reason?: Localized | undefined;
  /** what the field is, in the words of the schema */
  readonly name?: Localized | undefined;
  /** the permitted values, where the vocabulary lists them */
  readonly value?: Localized | undefined;
  /** further text of the schema on the field */
  readonly about?: Localized | undefined;
  /** the keys of a field that has fields of its own */
  readonly keys?: MissingKeys | undefined;
  /** the values to choose from, and what they mean */
  readonly choices?: readonly Choice[] | undefined;
  /** something is written there that does not settle the matter */
  readonly stated?: true | undefined;
  /** of a field that a policy declares: what it holds */
  readonly own?: OwnFieldType | undefined;
  /** of a field of an item of a list: the items as the record has them, and which it is */
  readonly item?: (() => MissingItem | undefined) | undefined;
  /** whether the record says that the field does not apply to it, so that nobody is to be asked for it again */
  readonly notApplicable?: (() => boolean) | undefined;
  /** those in charge of the record that lacks the fact, as far as it names them */
  readonly agency?: string | undefined;
  readonly division?: string | undefined;
  readonly manager?: (() => string | undefined) | undefined;
}

/** What a field may hold that a policy declares; `list` is one of texts. */
export type OwnFieldType = 'boolean' | 'string' | 'integer' | 'number' | 'date' | 'list';

/** An item of a list that lacks a field. */
export interface MissingItem {
  /** the path of the list inside the record */
  readonly list: string;
  readonly items: readonly unknown[];
  /** from 0 */
  readonly index: number;
}

/** A value that may be written, and what it means, where the vocabulary or the policy says so. */
export interface Choice {
  readonly value: string;
  readonly name?: Localized;
}

/** The keys that may be written below a field. */
export interface MissingKeys {
  readonly names: readonly string[];
  /** whether the field is a list, and the keys belong to its items */
  readonly ofEach: boolean;
  /** what each key means, or its permitted values */
  readonly meaning: Localized;
}

/** Why a finding is suppressed. */
export interface Suppression {
  readonly kind: 'exception' | 'baseline';
  readonly justification: string;
  /** of an exception: its id, who approved it, and its last day */
  readonly id?: string;
  readonly approver?: string;
  readonly expires?: Day;
  /** the same in the notation of the file, for people */
  readonly expiresAsWritten?: string;
}

/** A clause that a finding goes back to, in its document's own notation. */
export interface CitedClause {
  readonly policy: string;
  readonly ref: string;
  readonly title: Localized;
  /** the day from which it is in force, where that is yet to come */
  readonly announced?: Day;
}

/** Whether a finding counts today: nothing suppresses it, and a clause behind it is in force. */
export function countsToday({ suppression, announced }: Pick<Finding, 'suppression' | 'announced'>): boolean {
  return suppression === null && announced === undefined;
}

/** Whether a finding holds only from a day to come, and nothing suppresses it. */
export function isAnnounced<Of extends Pick<Finding, 'suppression' | 'announced'>>(
  finding: Of,
): finding is Of & { readonly announced: Day } {
  return finding.suppression === null && finding.announced !== undefined;
}

/**
 * How a finding is counted: by its label or, if it is suppressed, by the reason; `announced` where none of its clauses is in
 * force yet.
 */
export type CountedAs = FindingLabel | 'announced' | Suppression['kind'];
