import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { Severity } from '../policy/policy.ts';

export interface RecordReference {
  /** the section, or `files` for a file itself */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** A record itself: of several that bear one id, which. */
export interface RecordIdentity extends RecordReference {
  /** 0 for the first record of its kind that bears this id, 1 for the second … */
  readonly occurrence: number;
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

/**
 * What people call a finding: a `violation` breaks a duty that a clause states; an `improvement` is a plain no under
 * clauses that ask for it only where needed, or under our reading of an aim; an `inventory-error` is written wrongly.
 */
export const findingLabels = ['violation', 'inventory-error', 'improvement', 'unknown', 'review'] as const;

export type FindingLabel = (typeof findingLabels)[number];

/** A located fail, unknown or review. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly severity: Severity;
  readonly label: FindingLabel;
  /** the inventory is not valid there: nobody knows what that hides, so that it always counts */
  readonly invalid?: true;
  /** whole sentences that name the record */
  readonly message: Localized;
  /** the same without the name of the record, which it goes on from */
  readonly statement: Localized;
  readonly remedy: Localized;
  readonly record: RecordReference;
  /** the agency that the record belongs to, where it names one */
  readonly agency?: string;
  readonly location: FindingLocation;
  /** the field in question, as a path inside the record with `[]` for any item; empty for the record itself */
  readonly field: string;
  /** for an unknown: the fact to write */
  readonly missing?: MissingFact;
  /**
   * what findings of one rule may have in common: `anchor <file>:<name>` that the value is written behind, `fact
   * <kind>/<id>.<field>` that is missing, `parent <kind>/<id>` whose own fact decides
   */
  readonly cause?: string;
  readonly clauses: readonly CitedClause[];
  /** the other places that have a part in it; of a way through the network, the steps of the first of `paths` come first */
  readonly trace: readonly TraceStep[];
  /** of one that speaks of ways through the network: the shortest to each layer that its message names, in that order */
  readonly paths?: readonly FindingPath[];
  /** `v1:` and a hash that survives moving, re-ordering and translation */
  readonly fingerprint: string;
  readonly suppression: Suppression | null;
  /** compared with an earlier state, where there is one; `changed` where the verdict was another */
  readonly state?: 'new' | 'changed' | 'unchanged';
}

/** A place that has a part in a finding. */
export interface TraceStep {
  readonly message: Localized;
  /** absent where the place belongs to no record: an anchor */
  readonly record?: RecordReference;
  /** the field of the record, as `field` of a finding */
  readonly field?: string;
  readonly location: FindingLocation;
}

/** A way through the network for one layer, beginning or ending at the hop that the finding stands at. */
export interface FindingPath {
  /** absent where it leads to what states no layer */
  readonly layer?: { readonly id: string; readonly name: Localized };
  /** hop by hop in the direction of the data */
  readonly steps: readonly PathStep[];
  /** where the way begins at a system that itself stands in the layer left: the hop from that layer to it */
  readonly before?: PathHop;
  /** where the way ends at a system that itself stands in the layer entered: the hop from it to that layer */
  readonly after?: PathHop;
}

/** One hop of a way, as a place that has a part in a finding. */
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
  /** as a path inside the record, with `[]` for any item */
  readonly field: string;
  /** of a record that is missing as a whole: which, with an id that tells it from others of its section */
  readonly what?: Localized & { readonly id: string };
  readonly record: RecordReference;
  readonly location: FindingLocation;
  /** why it is asked for, where it is more than that nothing is written */
  readonly reason?: Localized;
  /** what the field is, in the words of the schema */
  readonly name?: Localized;
  /** what may be written there, where the vocabulary says so */
  readonly value?: Localized;
  /** what the schema says of the field beyond that */
  readonly about?: Localized;
  /** of a field that holds fields of its own: which */
  readonly keys?: MissingKeys;
}

/** The keys that may be written below a field. */
export interface MissingKeys {
  readonly names: readonly string[];
  /** whether the field is a list, whose items they belong to */
  readonly ofEach: boolean;
  /** what each of them is, or what may be written there */
  readonly meaning: Localized;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: 'exception' | 'baseline';
  readonly justification: string;
  /** of an exception: its id, who approved it, and its last day */
  readonly id?: string;
  readonly approver?: string;
  readonly expires?: Day;
  /** the same for people, as its file writes days */
  readonly expiresAsWritten?: string;
}

/** A clause that a finding goes back to, in its document's own notation. */
export interface CitedClause {
  readonly policy: string;
  readonly ref: string;
  readonly title: Localized;
}

/** What a finding is counted as: by what people call it or, of one that does not count, by why. */
export type CountedAs = FindingLabel | Suppression['kind'];
