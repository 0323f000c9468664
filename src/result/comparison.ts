import type { Localized } from '../base/localized.ts';
import type { LinkKind } from './drawing.ts';
import type { Finding, PathStep } from './finding.ts';

/** How the result stands compared with an earlier state of things. */
export interface Comparison {
  /** `base`: the inventory as it was; `baseline`: a file that lists findings */
  readonly against: 'base' | 'baseline';
  /** the folder, git ref or file, as it was named */
  readonly name: string;
  /** findings that are there no more, in the order of their records */
  readonly fixed: readonly EarlierFinding[];
}

/** A finding of an earlier run; a baseline keeps no more of it than tells it from others. */
export type EarlierFinding = Pick<Finding, 'ruleId' | 'verdict' | 'record' | 'fingerprint'> &
  Partial<Pick<Finding, 'severity' | 'label' | 'message'>> & {
    /** of one that is there no more: whether its whole record is, so that nothing need have been mended */
    readonly recordGone?: boolean;
  };

/** What a change of the inventory means for who can talk to whom. */
export interface NetworkChange {
  readonly opened: readonly Passage[];
  readonly closed: readonly Passage[];
}

/** A way by which data can pass from one layer straight into another, and what lets it pass. */
export interface Passage {
  readonly from: PassageEnd;
  readonly to: PassageEnd;
  /** how it is guarded: by the best of its hops */
  readonly kind: LinkKind;
  /** the shortest way, hop by hop in the direction of the data */
  readonly hops: readonly PathStep[];
}

/** A layer at an end of a passage. */
export interface PassageEnd {
  readonly id: string;
  readonly name: Localized;
}

/**
 * `scope`: a record that no policy applies to, and that did not stand outside before; `suppressed`: a record of which
 * findings are suppressed, and which the change alters.
 */
export type AffectedKind = 'scope' | 'suppressed';

/** What a run goes by, and takes from the trusted state. */
export type BasisKind = 'exception' | 'baseline' | 'configuration' | 'policy';

/** What a change does to that by which it is judged: it is not believed, or where it must be, a person has to look. */
export interface TrustedChange {
  readonly kind: BasisKind | AffectedKind;
  /** the id of an exception, the path of a file, `organization.policy`, or section and id of a record */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
}
