/** The series in which provisions are counted, each from its first member on. */
export const aiueo = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
];
export const iroha = [
  ...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
];

const digits = '〇一二三四五六七八九';

/** @returns what a kanji numeral up to 999 counts, `undefined` where it is none */
export function kanjiValue(written: string): number | undefined {
  if (/^[〇一二三四五六七八九]+$/.test(written) && written.length < 4)
    return Number([...written].map((one) => digits.indexOf(one)).join(''));
  const parts = /^(?:([一二三四五六七八九]?)百)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(
    written,
  );
  if (parts === null || written === '') return undefined;
  const [, hundreds, tens, ones] = parts;
  const worth = (one: string | undefined, unit: number) =>
    one === undefined ? 0 : (one === '' ? (unit === 1 ? 0 : 1) : digits.indexOf(one)) * unit;
  return worth(hundreds, 100) + worth(tens, 10) + worth(ones, 1);
}

/** @returns a number in kanji, as laws write it */
export function inKanji(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const of = (count: number, unit: string) =>
    count === 0 ? '' : `${count === 1 ? '' : digits.charAt(count)}${unit}`;
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  return `${of(hundreds, '百')}${of(tens, '十')}${ones}`;
}

const romanLetters: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** @returns what a Roman numeral of Latin letters counts, `undefined` where it is none */
export function romanValue(written: string): number | undefined {
  const upper = written.toUpperCase();
  if (!/^(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})$/.test(upper)) return undefined;
  const values = [...upper].map((letter) => romanLetters[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** @returns a digit or number in any width as a number */
export function digitValue(written: string): number {
  return Number(written.normalize('NFKC'));
}

/** Signs, letters and digits in half width, kana in full, without blanks; ① and Ⅰ are signs of their own and stay. */
export function plainWidth(written: string): string {
  return written.replaceAll(/[ \u3000]/g, '').replaceAll(/[\uFF01-\uFF9F]+/g, (one) => one.normalize('NFKC'));
}
