import type { Localized } from '../base/localized.ts';
import type { Facts } from '../inventory/facts.ts';
import type { PassedOver } from '../tree/tree.ts';
import type { LinkKind } from './drawing.ts';
import type { Finding, FindingReach, PathStep } from './finding.ts';

/** The comparison of the result with a base or a baseline. */
export interface Comparison {
  /** `base`: another state of the inventory; `baseline`: a file that lists findings */
  readonly against: 'base' | 'baseline';
  /** the folder, git ref or file, as given */
  readonly name: string;
  /** findings that no longer occur, in the order of their records */
  readonly fixed: readonly EarlierFinding[];
}

/** A finding of the base or the baseline; a baseline keeps only what identifies it. */
export type EarlierFinding = Pick<Finding, 'ruleId' | 'verdict' | 'record' | 'fingerprint'> &
  Partial<Pick<Finding, 'severity' | 'label' | 'message'>> & {
    /** of a baseline: what it was known with */
    readonly known?: Known;
    /** of a finding that no longer occurs: whether its record is gone, so that nothing need have been fixed */
    readonly recordGone?: boolean;
  };

/** What a finding rests on: once there is more, or it is something else, it is no longer the one that was known. */
export interface Known {
  /** the decisive facts of its record; absent where it has none, and in old baselines */
  readonly facts?: Facts;
  /** what its hop leads between; absent where it is not on paths, and in old baselines */
  readonly reach?: FindingReach;
}

/**
 * In what a finding goes beyond the one that was known or permitted: facts of its record that have changed, or what has
 * been added behind and beyond its way.
 */
export type Beyond = { readonly facts: readonly string[] } | { readonly added: readonly string[] };

/** What a change of the inventory opens and closes between layers. */
export interface NetworkChange {
  readonly opened: readonly Passage[];
  readonly closed: readonly Passage[];
}

/** A path by which data can pass from one layer directly into another, and what permits it. */
export interface Passage {
  readonly from: PassageEnd;
  readonly to: PassageEnd;
  /** how it is guarded: by its best-guarded hop */
  readonly kind: LinkKind;
  /** the shortest path, hop by hop in the direction of the data */
  readonly hops: readonly PathStep[];
}

/** A layer at an end of a passage. */
export interface PassageEnd {
  readonly id: string;
  readonly name: Localized;
}

/**
 * `scope`: a record that is out of scope of every policy and was in scope before; `suppressed`: a record that the
 * change alters and that has suppressed findings
 */
export type AffectedKind = 'scope' | 'suppressed';

/**
 * What a change takes out of judgement, or brings in without being judged: a file with an inventory in it that is hidden,
 * excluded, or named otherwise than one; a link, which is not followed; a record to which fewer rules apply than before,
 * or of which a violation is now unknown
 */
export type Hidden = { readonly name: string } & (
  | { readonly kind: 'file' | 'link' | 'folder'; readonly reason: PassedOver['reason'] }
  | {
      readonly kind: 'record';
      readonly reason: 'out-of-scope' | 'facts' | 'taken-back';
      /** how many rules no longer judge it, or no longer find the violation */
      readonly rules: number;
      /** the facts that changed */
      readonly facts: readonly string[];
    }
);

/** The inputs that a run takes from the trusted state. */
export type BasisKind = 'exception' | 'exemption' | 'baseline' | 'configuration' | 'policy';

/** A change to what the run judges by. The trusted state takes precedence; where it cannot, a person must look. */
export interface TrustedChange {
  readonly kind: BasisKind | AffectedKind;
  /** the id of an exception, the path of a file, `organization.policy`, `organization.exemption`, or section and id of a record */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
}
