import type { Localized } from '../base/localized.ts';
import type { JudgedPolicy } from './coverage.ts';
import type { Finding, RecordReference } from './finding.ts';

/** The network as plain data: what may communicate with what, by layer. The ids are the drawing's own. */
export interface NetworkDrawing {
  readonly policy: Pick<JudgedPolicy, 'id' | 'title'>;
  /** the policy's layers, inside ones first; other lanes only where they are not empty */
  readonly lanes: readonly DrawnLane[];
  /** segments, and the systems and services that take part in communication, in the order of the inventory */
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  /** paths that violate a rule */
  readonly paths: readonly OffendingPath[];
  readonly judgement: PathJudgement;
}

/** Whether paths through the network were judged at all, in whole sentences. */
export interface PathJudgement {
  /** `false`: no rule that judges paths ran */
  readonly judged: boolean;
  /** the text where no path is marked */
  readonly statement: Localized;
  /** the text that is always shown */
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
 * `specific`: limited and approved; `sanitised`: made safe; `unconfirmed`: confirmed by nobody, or lacking a fact to
 * count as specific
 */
export const linkKinds = ['normal', 'specific', 'sanitised', 'unconfirmed'] as const;

export type LinkKind = (typeof linkKinds)[number];

/** An offending path, hop by hop in the direction of the data, and the findings about it. */
export interface OffendingPath {
  readonly hops: readonly { readonly link: string; readonly from: string; readonly to: string }[];
  /** ids of all nodes concerned */
  readonly nodes: readonly string[];
  /** the layers that it reaches, as far as findings name any */
  readonly layers: readonly { readonly id: string; readonly name: Localized }[];
  readonly findings: readonly Finding[];
}
