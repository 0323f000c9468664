import { foldReference } from './reference.ts';

/** A step of a reference, as it is compared: what kind of step, and which of its kind. */
interface Step {
  readonly rank: number;
  /** numbers, branches last: 第3条の2 is [3, 2] */
  readonly numbers: readonly string[];
  readonly text: string;
}

/** The kinds of steps, in the order in which they follow the text they divide. */
const ranks = [
  'opening',
  'duty',
  'part',
  'main',
  'number',
  'sign',
  'kana',
  'letters',
  'word',
  'appendix',
] as const;

const kanaRank = ranks.indexOf('kana');
const wordRank = ranks.indexOf('word');

/** A place in references that are the same up to it: what stands there, in the order of the document, and what follows. */
interface Place {
  readonly members: Set<string>;
  readonly next: Map<string, Place>;
}

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
  const folds = new Map<string, string>();
  const start = emptyPlace();
  for (const reference of references) {
    const folded = foldReference(reference);
    folds.set(reference, folded);
    if (known.has(folded)) continue;
    const steps = stepsOf(folded);
    known.set(folded, steps);
    let place = start;
    for (const step of steps) {
      place.members.add(step.text);
      const next = place.next.get(keyOf(step)) ?? emptyPlace();
      place.next.set(keyOf(step), next);
      place = next;
    }
  }
  return (a, b) => {
    const [first, second] = [folds.get(a) ?? foldReference(a), folds.get(b) ?? foldReference(b)];
    if (first === second) return 0;
    const [left, right] = [known.get(first) ?? stepsOf(first), known.get(second) ?? stepsOf(second)];
    let place: Place | undefined = start;
    for (const [index, one] of left.entries()) {
      const other = right[index];
      if (other === undefined) return 1;
      const order = compareSteps(one, other, place?.members);
      if (order !== 0) return order;
      place = place?.next.get(keyOf(one));
    }
    return left.length < right.length || first < second ? -1 : 1;
  };
}

function emptyPlace(): Place {
  return { members: new Set(), next: new Map() };
}

function keyOf({ rank, numbers, text }: Step): string {
  return [rank, ...numbers, text].join(' ');
}

function compareSteps(a: Step, b: Step, series: ReadonlySet<string> = new Set()): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  for (const [index, one] of a.numbers.entries()) {
    const other = b.numbers[index];
    if (other === undefined) return 1;
    if (one !== other) return one.length - other.length || (one < other ? -1 : 1);
  }
  if (a.numbers.length < b.numbers.length) return -1;
  if (a.text === b.text) return 0;
  const order = a.rank === kanaRank ? kanaOrder(series) : a.rank === wordRank ? [...series] : [];
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
function kanaOrder(members: ReadonlySet<string>): readonly string[] {
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

/** More steps than any document has; what is deeper is compared as it stands. */
const deepest = 100;

function stepsOf(folded: string): readonly Step[] {
  const steps: Step[] = [seriesOf(folded)];
  for (const { 0: text, groups = {}, index } of folded.matchAll(step)) {
    if (steps.length > deepest) return [...steps, made('word', [], folded.slice(index))];
    const { count, unit, branches = '', number } = groups;
    if (count !== undefined && unit !== undefined) {
      // Items directly below an article are those of its first paragraph, which is unnumbered: they precede 第2項.
      if (unit === '号' && steps.at(-1)?.text === '条') steps.push(inLaw('項', ['1']));
      steps.push(inLaw(unit, [count, ...branches.split('の').slice(1)]));
    } else if (number !== undefined) steps.push(made('number', [number]));
    else if (groups['sign'] !== undefined) steps.push(made('sign', [countOf(text)], look(text)));
    else {
      const kind = (['kana', 'letters', 'duty'] as const).find((name) => groups[name] !== undefined);
      const part = partsOfText.findIndex((names) => names.includes(text));
      steps.push(part < 0 ? made(kind ?? 'word', [], text) : made('part', [String(part)]));
    }
  }
  return steps;
}

/** The parts of the text of an article or a paragraph, which all stand before its items. */
const partsOfText: readonly (readonly string[])[] = [
  ['柱書', '本文', '前段'],
  ['後段'],
  ['ただし書', 'ただし書き', '但書'],
];

/** 附則 counts from 1 again behind the main text, and 別表 and the like behind that. */
function seriesOf(folded: string): Step {
  if (folded.startsWith('前文')) return made('opening');
  if (folded.startsWith('附則') || folded.startsWith('付則')) return made('appendix', ['0']);
  if (/^(?:別表|別記|別紙|様式|附表|付表)/.test(folded)) return made('appendix', ['1']);
  return made('main');
}

function inLaw(unit: string, numbers: readonly string[]): Step {
  return { ...made('number', numbers, unit), rank: ranks.indexOf('number') + units.indexOf(unit) / 10 };
}

function made(kind: (typeof ranks)[number], numbers: readonly string[] = [], text = ''): Step {
  return {
    rank: ranks.indexOf(kind),
    numbers: numbers.map((number) => number.replace(/^0+(?=.)/, '')),
    text,
  };
}

const romans = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000];

/** What a sign counts: ③ is 3, Ⅳ is 4, ㈡ is 2; one that counts nothing stands by its code. */
function countOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x2160 && code < 0x2180) return String(romans[(code - 0x2160) % 16]);
  const [digits] = /\d+/.exec(sign.normalize('NFKC')) ?? [];
  return digits ?? String(code);
}

/** Signs of one look, such as ① to ⑳ and ㉑ to ㊿, are one series. */
function look(sign: string): string {
  if (/[\u2460-\u2473\u24EA\u3251-\u325F\u32B1-\u32BF]/.test(sign)) return '①';
  return sign.normalize('NFKC').replaceAll(/[\dIVXLCDMivxlcdm一二三四五六七八九十]/g, '');
}
