import type { Language } from '../../base/localized.ts';
import type { LinkKind } from '../../result/result.ts';
import { linkWords } from '../../result/words.ts';

/** The texts of the drawing of the network, in one language. */
export interface GraphText {
  readonly title: (policy: string) => string;
  readonly described: (counts: { nodes: number; lanes: number; links: number }) => string;
  readonly marked: (paths: number) => string;
  readonly judged: (asOf: string) => string;
  /** the names of lanes that stand for no layer of the policy */
  readonly lane: Readonly<Record<'between' | 'unknown', string>>;
  readonly segments: (count: number) => string;
  readonly folded: (count: number) => string;
  readonly kind: Readonly<Record<LinkKind, string>>;
  readonly offending: string;
  /** which of several paths of one finding this is */
  readonly towards: (offence: string, layers: readonly string[]) => string;
  readonly shape: Readonly<Record<'segment' | 'system' | 'service', string>>;
  readonly oneWay: string;
  readonly bundle: string;
  readonly morePaths: (count: number) => string;
}

const ja: GraphText = {
  title: (policy) => `系ごとのネットワーク図 ─ ${policy}`,
  described: ({ nodes, lanes, links }) =>
    `${lanes}の区分に並べた${nodes}のセグメント・機器・サービスと、その間の許可された通信${links}件。`,
  marked: (paths) => `違反する経路は${paths}件。`,
  judged: (asOf) => `判定日 ${asOf}`,
  lane: { between: '系をまたぐ機器・系のない機器', unknown: '系の記載なし' },
  segments: (count) => `${count}件`,
  folded: (count) => `ほか${count}件`,
  kind: linkWords.ja,
  offending: '違反する経路',
  towards: (offence, layers) => `${offence}（${layers.join('・')}）`,
  shape: { segment: 'セグメント', system: '機器・システム', service: '外部サービス' },
  oneWay: '矢印は片方向、矢印なしは双方向',
  bundle: '×n は通信n件',
  morePaths: (count) => `ほかに違反する経路${count}件`,
};

const en: GraphText = {
  title: (policy) => `Network by layer: ${policy}`,
  described: ({ nodes, lanes, links }) =>
    `Segments, equipment and services (${nodes}) in ${lanes} lanes, with the communication permitted between them (${links}).`,
  marked: (paths) => `Offending paths: ${paths}.`,
  judged: (asOf) => `as of ${asOf}`,
  lane: { between: 'between layers, or in none', unknown: 'layer not stated' },
  segments: (count) => `${count} in all`,
  folded: (count) => `${count} more`,
  kind: linkWords.en,
  offending: 'offending path',
  towards: (offence, layers) => `${offence} (${layers.join(', ')})`,
  shape: { segment: 'segment', system: 'equipment, system', service: 'external service' },
  oneWay: 'arrow: one way; none: both ways',
  bundle: '×n: n connections',
  morePaths: (count) => `and ${count} more offending paths`,
};

/** The texts of the drawing, by language. */
export const graphTexts: Readonly<Record<Language, GraphText>> = { ja, en };
