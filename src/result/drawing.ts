import type { Localized } from '../base/localized.ts';
import type { JudgedPolicy } from './coverage.ts';
import type { Finding, RecordReference } from './finding.ts';

/** The network as plain data: who may talk to whom, layer by layer. Ids are the drawing's own. */
export interface NetworkDrawing {
  readonly policy: Pick<JudgedPolicy, 'id' | 'title'>;
  /** the policy's layers, those inside first; lanes that no layer stands for only where something lies in them */
  readonly lanes: readonly DrawnLane[];
  /** segments, and systems and services that have a part in communication, in the order of the inventory */
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  /** ways that violate a rule */
  readonly paths: readonly OffendingPath[];
  readonly judgement: PathJudgement;
}

/** Whether ways through the network were judged at all, in whole sentences. */
export interface PathJudgement {
  /** `false`: no rule that judges ways ran */
  readonly judged: boolean;
  /** what is to be said where no way is marked */
  readonly statement: Localized;
  /** what is to be known in any case */
  readonly remarks: readonly Localized[];
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
  /** the layers that are reached by it, as far as findings name any */
  readonly layers: readonly { readonly id: string; readonly name: Localized }[];
  readonly findings: readonly Finding[];
}
