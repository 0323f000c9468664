import { foldReference } from './reference.ts';

/** A step of a reference, as it is compared: what kind of step, and which of its kind. */
interface Step {
  readonly rank: number;
  /** numbers, branches last: 第3条の2 is [3, 2] */
  readonly numbers: readonly bigint[];
  readonly text: string;
}

/** The kinds of steps, in the order in which they follow the text they divide. */
const ranks = ['opening', 'duty', 'main', 'number', 'sign', 'kana', 'letters', 'word', 'appendix'] as const;

const kanaRank = ranks.indexOf('kana');
const wordRank = ranks.indexOf('word');

/** What stands at one place of references that are the same up to it, in the order of the document. */
type Series = Set<string>;

/**
 * The order of references as their document counts them: numbers by their value; ①, Ⅰ and (a) by theirs; イ ロ ハ or ア イ
 * ウ, whichever a series is; 第3条の2 behind all of 第3条; 前文 first; 附則 and what is appended (別表, 様式) last. Words
 * count nothing, so they stand as the document has them.
 *
 * @param references those to be ordered, in the order of the document
 * @returns a comparison that is 0 only for one reference, however typed
 */
export function referenceOrder(references: Iterable<string>): (a: string, b: string) => number {
  const known = new Map<string, readonly Step[]>();
  const series = new Map<string, Series>();
  for (const reference of references) {
    const folded = foldReference(reference);
    if (known.has(folded)) continue;
    const steps = stepsOf(folded);
    known.set(folded, steps);
    for (const [index, { text }] of steps.entries()) seriesAt(steps, index, series).add(text);
  }
  return (a, b) => {
    const [first, second] = [foldReference(a), foldReference(b)];
    if (first === second) return 0;
    const [left, right] = [known.get(first) ?? stepsOf(first), known.get(second) ?? stepsOf(second)];
    for (const [index, one] of left.entries()) {
      const other = right[index];
      if (other === undefined) return 1;
      const order = compareSteps(one, other, () => seriesAt(left, index, series));
      if (order !== 0) return order;
    }
    return left.length < right.length || first < second ? -1 : 1;
  };
}

function seriesAt(steps: readonly Step[], index: number, series: Map<string, Series>): Series {
  const before = JSON.stringify(
    steps.slice(0, index).map(({ rank, numbers, text }) => [rank, numbers.map(String), text]),
  );
  const members = series.get(before) ?? new Set();
  series.set(before, members);
  return members;
}

function compareSteps(a: Step, b: Step, series: () => Series): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  for (const [index, one] of a.numbers.entries()) {
    const other = b.numbers[index];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  if (a.numbers.length < b.numbers.length) return -1;
  if (a.text === b.text) return 0;
  const order = a.rank === kanaRank ? kanaOrder(series()) : a.rank === wordRank ? [...series()] : [];
  const [first, second] = [a, b].map(({ text }) => order.indexOf(text)) as [number, number];
  if (first >= 0 && second >= 0) return first - second;
  if (first >= 0 || second >= 0) return first >= 0 ? -1 : 1;
  return a.text < b.text ? -1 : 1;
}

const iroha = [
  ...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
];
const aiueo = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン',
];

/** A series is far shorter than the alphabet, so its order is the one in which its letters stand nearer the beginning. */
function kanaOrder(members: Series): readonly string[] {
  const letters = [...members].filter((member) => iroha.includes(member));
  const furthest = (order: readonly string[]) => Math.max(...letters.map((letter) => order.indexOf(letter)));
  return furthest(aiueo) < furthest(iroha) ? aiueo : iroha;
}

/** The divisions of a law from the widest: of 第1章 and 第1条 beside each other, the chapter comes first. */
const units = '編章節款目条項号';

const sign =
  '[\\u2160-\\u2188\\u2460-\\u24FF\\u2776-\\u2793\\u3220-\\u3229\\u3251-\\u325F\\u3280-\\u3289\\u32B1-\\u32BF\\u32D0-\\u32FE]';

/** A letter of a series stands alone: ア in 6(3)ア, but not in アクセス制御. */
const kana = '(?<![\\p{Script=Katakana}ー])[ア-ン](?![\\p{Script=Katakana}ー])';

const step = new RegExp(
  [
    `第(?<count>\\d+)(?<unit>[${units}])(?<branches>(?:の\\d+)*)`,
    '(?<number>\\d+)',
    `(?<sign>${sign})`,
    `(?<kana>${kana})`,
    '(?<letters>[A-Za-z]+)',
    '(?<duty>\\[)',
    `\\p{P}|[^\\p{N}\\p{P}](?:(?!${kana})[^\\p{N}\\p{P}A-Za-z第])*|.`,
  ].join('|'),
  'gsu',
);

function stepsOf(folded: string): readonly Step[] {
  const steps: Step[] = [seriesOf(folded)];
  for (const { 0: text, groups = {} } of folded.matchAll(step)) {
    const { count, unit, branches = '', number } = groups;
    if (count !== undefined && unit !== undefined) {
      // Items directly below an article are those of its first paragraph, which is unnumbered: they precede 第2項.
      if (unit === '号' && steps.at(-1)?.text === '条') steps.push(inLaw('項', [1n]));
      steps.push(inLaw(unit, [count, ...branches.split('の').slice(1)].map(BigInt)));
    } else if (number !== undefined) steps.push(made('number', [BigInt(number)]));
    else if (groups['sign'] !== undefined) steps.push(made('sign', [countOf(text)], look(text)));
    else {
      const kind = (['kana', 'letters', 'duty'] as const).find((name) => groups[name] !== undefined);
      steps.push(made(kind ?? 'word', [], text));
    }
  }
  return steps;
}

/** 附則 counts from 1 again behind the main text, and 別表 and the like behind that. */
function seriesOf(folded: string): Step {
  if (folded.startsWith('前文')) return made('opening');
  if (folded.startsWith('附則') || folded.startsWith('付則')) return made('appendix', [0n]);
  if (/^(?:別表|別記|別紙|様式|附表|付表)/.test(folded)) return made('appendix', [1n]);
  return made('main');
}

function inLaw(unit: string, numbers: readonly bigint[]): Step {
  return { ...made('number', numbers, unit), rank: ranks.indexOf('number') + units.indexOf(unit) / 10 };
}

function made(kind: (typeof ranks)[number], numbers: readonly bigint[] = [], text = ''): Step {
  return { rank: ranks.indexOf(kind), numbers, text };
}

const romans = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n, 11n, 12n, 50n, 100n, 500n, 1000n];

/** What a sign counts: ③ is 3, Ⅳ is 4, ㈡ is 2; one that counts nothing stands by its code. */
function countOf(sign: string): bigint {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x2160 && code < 0x2180) return romans[(code - 0x2160) % 16] ?? 0n;
  const [digits] = /\d+/.exec(sign.normalize('NFKC')) ?? [];
  return BigInt(digits ?? code);
}

/** Signs of one look, such as ① to ⑳ and ㉑ to ㊿, are one series. */
function look(sign: string): string {
  if (/[\u2460-\u2473\u24EA\u3251-\u325F\u32B1-\u32BF]/.test(sign)) return '①';
  return sign.normalize('NFKC').replaceAll(/[\dIVXLCDMivxlcdm一二三四五六七八九十]/g, '');
}
