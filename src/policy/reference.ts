import { once } from '../base/once.ts';
import { suggest } from '../schema/suggest.ts';

/**
 * Folds a reference to a clause to what it is recognised by: half-width, without blanks, in plain brackets and hyphens,
 * with digits where a law counts in kanji. `６（２）［２］` and `6 (2) [2]` are `6(2)[2]`; `第十六条の三第一項` is
 * `第16条の3第1項`. Signs that are no mere width (①, Ⅰ, ㈱) stay as they are: `6.1①` is not `6.11`.
 */
export function foldReference(written: string): string {
  const plain = foldWidth(written.replaceAll(/\s/g, ''))
    .replaceAll(/[〔【]/g, '[')
    .replaceAll(/[〕】]/g, ']')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  // The key of the hyphen types a long-vowel mark, too, which is one only behind kana.
  return foldNumerals(plain).replaceAll(/(?<=[\d)\]\u2160-\u217F\u2460-\u24FF])ー/g, '-');
}

/** Makes letters, digits and signs half-width and katakana full-width, and nothing else: ① and Ⅰ stay. */
export function foldWidth(written: string): string {
  return written.replaceAll(/[\uFF01-\uFF9F]+/g, (wide) => wide.normalize('NFKC')).normalize('NFC');
}

/** Whether a reference lies below another: `5[1]` and `5(2)イ` below `5`, but not `51`; `第6条第2項` below `第6条`. */
export function isBelow(reference: string, parent: string): boolean {
  const whole = foldReference(reference);
  const start = foldReference(parent);
  if (start === '' || whole === start || !whole.startsWith(start)) return false;
  const rest = whole.slice(start.length);
  // 第6条の2 is an article beside 第6条, not a part of it.
  if (/[条項号章節款目編]$/.test(start)) return !/^の\d/.test(rest);
  if (rest.startsWith('第')) return true;
  return !runsOn().some(([end, begin]) => end.test(start) && begin.test(rest));
}

/** What goes on from one character to the next without a step down: numbers and words. */
const runsOn = once((): readonly (readonly [end: RegExp, begin: RegExp])[] =>
  [
    '\\d',
    '[a-z]',
    '[A-Z]',
    '[\\u2160-\\u217F]',
    '[\\p{Script=Katakana}ー]',
    '\\p{Script=Hiragana}',
    '\\p{Script=Han}',
  ].map((letter) => [new RegExp(`${letter}$`, 'u'), new RegExp(`^${letter}`, 'u')]),
);

/** @returns which of some references one that is cited means: see {@link ByReference.meant} */
export function referenceMeant(cited: string, references: readonly string[]): string | undefined {
  return new ByReference(references.map((reference) => [reference, reference])).meant(cited);
}

/** @returns the reference that an unknown one probably means */
export function suggestReference(written: string, references: readonly string[]): string | undefined {
  const known = new ByReference(references.map((reference) => [reference, reference]));
  const near = () => suggest(foldReference(written), known.folded());
  const meant = known.meant(written) ?? near();
  return meant === undefined ? undefined : known.get(meant);
}

/** An index of values by reference, however a reference is typed. */
export class ByReference<Value> {
  readonly #values = new Map<string, Value>();

  constructor(entries: Iterable<readonly [reference: string, value: Value]> = []) {
    for (const [reference, value] of entries) this.set(reference, value);
  }

  get(reference: string): Value | undefined {
    return this.#values.get(foldReference(reference));
  }

  has(reference: string): boolean {
    return this.#values.has(foldReference(reference));
  }

  /**
   * @returns the value of what a reference cites: of itself, however typed; else, of `第6条` for `第6条第1項`. Laws write no
   *   number before the first paragraph (項) of an article and cite the only paragraph of one without 第1項, so where there
   *   is no 第6条第1項, its text is 第6条. The reverse does not hold: 第6条 means the whole article.
   */
  meant(cited: string): Value | undefined {
    const folded = foldReference(cited);
    return this.#values.get(folded) ?? this.#values.get(folded.replace(/(第\d+条(?:の\d+)*)第1項/, '$1'));
  }

  /** A value that replaces another takes its place in the order. */
  set(reference: string, value: Value): void {
    this.#values.set(foldReference(reference), value);
  }

  delete(reference: string): void {
    this.#values.delete(foldReference(reference));
  }

  folded(): IterableIterator<string> {
    return this.#values.keys();
  }

  values(): IterableIterator<Value> {
    return this.#values.values();
  }
}

const numeral = '[〇零一二三四五六七八九十百千]+';

/** What follows a unit and makes an ordinary word of it: 第一項目, 第二条件, 第三号機. */
const noUnit = '(?:条(?:件|例)|項(?:目|番)|号(?:機|室|館|車|棟|線)|章典|節電|目(?:標|的|次)|編(?:成|集|入))';

/** What a branch number (第三条の二) stands before. In 第三条の一部 and 第三条の三つ it is a word; 一0 is no number. */
const afterBranch =
  '(?=$|第|の|[^\\d\\p{Script=Hiragana}\\p{Script=Han}]|ただし書|但書|本文|前段|後段|柱書|各号)';

/** 第十六条, and with branches 第十六条の三の二. */
const counted = once(
  () =>
    new RegExp(
      `第(?:\\d+|${numeral})(?!${noUnit})[条項号章節款目編](?:の(?:\\d+|${numeral})${afterBranch})*`,
      'gu',
    ),
);

/** 附則二, 別表第一: a series of its own behind the main text. */
const appended = once(
  () =>
    new RegExp(
      `(?<=(?:附則|別表|別記|別紙|様式|附表|付表)第?)${numeral}(?=$|第|[^\\d\\p{Script=Hiragana}\\p{Script=Han}])`,
      'gu',
    ),
);

/** Kanji become digits only where they count units of a law: 三者 in 第三者 is a word. */
function foldNumerals(reference: string): string {
  if (reference.search(kanji) < 0) return reference;
  const digits = (text: string) => text.replaceAll(kanji, (one) => numberOf(one) ?? one);
  return reference.replaceAll(counted(), digits).replaceAll(appended(), digits);
}

const kanji = new RegExp(numeral, 'gu');

/** @returns what a kanji numeral counts: 十六 and 一六 are 16; `undefined` where it is none */
function numberOf(kanji: string): string | undefined {
  const digit = (one: string) => '〇一二三四五六七八九'.indexOf(one === '零' ? '〇' : one);
  if (!/[十百千]/.test(kanji)) return [...kanji].map(digit).join('');
  const parts =
    /^(?:([一二三四五六七八九]?)千)?(?:([一二三四五六七八九]?)百)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(
      kanji,
    );
  if (parts === null) return undefined;
  const [, ...written] = parts;
  const worth = written.map((one, index) => {
    if (one === undefined) return 0;
    return (one === '' ? Number(index < 3) : digit(one)) * 10 ** (3 - index);
  });
  return String(worth.reduce((sum, one) => sum + one, 0));
}
