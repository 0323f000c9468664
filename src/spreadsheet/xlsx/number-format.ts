import { decimalText } from './decimal.ts';
import { type Moment, type MomentShown, momentOf, writeMoment } from './moment.ts';

/** A number format, read: what it shows of positive numbers, of negative ones, of zero, and of what meets a condition. */
export interface NumberFormat {
  readonly sections: readonly Section[];
  /** it shows no texts */
  readonly hidesTexts: boolean;
}

interface Condition {
  readonly operator: string;
  readonly operand: number;
}

/** What a format shows of a number, as far as it says what the number means. */
export type Section = { readonly condition?: Condition } & (
  | { readonly kind: 'general' }
  | {
      readonly kind: 'number';
      /** digits before and behind the point that are shown even if they are zero */
      readonly integerDigits: number;
      readonly decimals: number;
      readonly percent: boolean;
    }
  | { readonly kind: 'moment'; readonly shown: MomentShown }
  /** words alone, whatever the number is: `[=1]"有";[=0]"無"` */
  | { readonly kind: 'words'; readonly words: string }
);

export const general: NumberFormat = { sections: [{ kind: 'general' }], hidesTexts: false };

/**
 * The formats that have a number alone, those of Japanese among them (ECMA-376-1, section 18.8.30). Where nothing else is said
 * than their number, all of those are given which show more or less than a plain number.
 */
const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: '[$-411]ge.m.d',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
};

/** @returns the format that has a number alone */
export function builtInFormat(id: number): NumberFormat {
  const code = builtIn[id];
  return code === undefined ? general : formatOf(code);
}

/**
 * @returns what a number shows under a format, as a cell has it: see `Cell.text`. Nothing where the format shows nothing of it,
 *   such as the zero of `0;-0;`. A number that is no day, though its format is for days, stays a number.
 */
export function shownNumber(value: number, format: NumberFormat, from1904: boolean): string {
  const section = sectionFor(value, format.sections);
  switch (section.kind) {
    case 'general':
      return decimalText(value);
    case 'number':
      return decimalText(value, section);
    case 'words':
      return section.words;
    case 'moment': {
      const moment = momentOf(value, section.shown, from1904);
      return moment === undefined ? decimalText(value) : writeMoment(moment, section.shown);
    }
  }
}

/** @returns what a day and time that is written as such shows under a format */
export function shownMoment(moment: Moment, format: NumberFormat): string {
  const section = format.sections[0];
  const { hour, minute, second } = moment;
  const shown: MomentShown =
    section?.kind === 'moment'
      ? section.shown
      : { date: 'day', time: hour + minute + second > 0 ? 'minutes' : undefined, elapsed: false };
  return writeMoment(moment, shown);
}

/** Without conditions the sections are for what is positive, negative and zero; the last one stands for what is left. */
function sectionFor(value: number, sections: readonly Section[]): Section {
  const [first = { kind: 'general' }, second, third] = sections;
  if (sections.some(({ condition }) => condition !== undefined))
    return (
      sections.find(({ condition }) => condition === undefined || meets(value, condition)) ?? {
        kind: 'general',
      }
    );
  if (value < 0) return second ?? first;
  return value === 0 ? (third ?? first) : first;
}

function meets(value: number, { operator, operand }: Condition): boolean {
  switch (operator) {
    case '<':
      return value < operand;
    case '<=':
      return value <= operand;
    case '>':
      return value > operand;
    case '>=':
      return value >= operand;
    case '<>':
      return value !== operand;
    default:
      return value === operand;
  }
}

/** Reads the code of a number format (ECMA-376-1, section 18.8.31). */
export function formatOf(code: string): NumberFormat {
  if (code === '') return general;
  const sections = splitSections(code);
  // A section with `@`, and the fourth in any case, is for texts.
  const texts =
    sections.length > 1 ? sections.findIndex((tokens, index) => index === 3 || isForTexts(tokens)) : -1;
  const numbers = texts < 0 ? sections : sections.slice(0, texts);
  return { sections: numbers.map(sectionOf), hidesTexts: texts >= 0 && (sections[texts] ?? []).length === 0 };
}

type Token =
  | { readonly kind: 'words'; readonly text: string }
  /** `0`, `#`, `?`, `.`, `%` and `E+` */
  | { readonly kind: 'digit'; readonly text: string }
  /** letters of a day or time, in lower case: `yyyy`, `m`, `[h]` */
  | { readonly kind: 'moment'; readonly text: string }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'general' | 'text' };

const tokens =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|[_*].|\[(?<bracket>[^\]]*)\]?|(?<general>General|G\/[^\s;"]+)|(?<meridiem>AM\/PM|A\/P|上午\/下午|午前\/午後)|(?<exponent>(?<=[0#?.])E[+-])|(?<moment>y+|m+|d+|h+|s+|g+|e+|r+|aaa+)|(?<digit>[0#?.%])|(?<text>@)|(?<end>;)|(?<other>.)/gisu;

function splitSections(code: string): Token[][] {
  const sections: Token[][] = [[]];
  for (const { groups = {} } of code.matchAll(tokens)) {
    if (groups['end'] !== undefined) sections.push([]);
    else {
      const token = tokenOf(groups);
      if (token !== undefined) sections.at(-1)?.push(token);
    }
  }
  return sections;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
  const { quoted, escaped, bracket, general, meridiem, exponent, moment, digit, text, other } = groups;
  if (bracket !== undefined) return bracketToken(bracket);
  if (general !== undefined) return { kind: 'general' };
  if (meridiem !== undefined) return { kind: 'moment', text: 'am/pm' };
  if (moment !== undefined) return { kind: 'moment', text: moment.toLowerCase() };
  if (text !== undefined) return { kind: 'text' };
  const digits = exponent ?? digit;
  if (digits !== undefined) return { kind: 'digit', text: digits };
  const words = quoted ?? escaped ?? other;
  return words === undefined || words === '' ? undefined : { kind: 'words', text: words };
}

/** `[h]` is a duration, `[>=100]` a condition, `[$¥-411]` a currency with its language; colours and scripts say nothing. */
function bracketToken(bracket: string): Token | undefined {
  if (/^(h+|m+|s+)$/i.test(bracket)) return { kind: 'moment', text: `[${bracket.toLowerCase()}]` };
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)$/.exec(bracket);
  if (condition?.[1] !== undefined)
    return { kind: 'condition', condition: { operator: condition[1], operand: Number(condition[2]) } };
  const currency = /^\$([^-]+)/.exec(bracket)?.[1];
  return currency === undefined ? undefined : { kind: 'words', text: currency };
}

function isForTexts(section: readonly Token[]): boolean {
  return section.some(({ kind }) => kind === 'text');
}

function sectionOf(section: readonly Token[]): Section {
  const condition = section.find((token) => token.kind === 'condition')?.condition;
  const meaning = meaningOf(section);
  return condition === undefined ? meaning : { condition, ...meaning };
}

function meaningOf(section: readonly Token[]): Section {
  const has = (kind: Token['kind']) => section.some((token) => token.kind === kind);
  if (has('general') || has('text')) return { kind: 'general' };
  if (has('moment'))
    return {
      kind: 'moment',
      shown: shownOf(section.flatMap((token) => (token.kind === 'moment' ? [token.text] : []))),
    };
  if (has('digit')) return digitsOf(section.flatMap((token) => (token.kind === 'digit' ? [token.text] : [])));
  const words = section
    .flatMap((token) => (token.kind === 'words' ? [token.text] : []))
    .join('')
    .trim();
  // Accounts show a dash for zero.
  return /^[-‐―－ー–—]+$/.test(words) ? { kind: 'general' } : { kind: 'words', words };
}

function digitsOf(digits: readonly string[]): Section {
  const marks = digits.join('').replace(/E[+-].*$/i, '');
  const percent = marks.includes('%');
  const [integer = '', decimals = ''] = marks.replaceAll('%', '').split('.');
  const firstZero = integer.indexOf('0');
  return {
    kind: 'number',
    // Behind a zero every place is shown: `0##` as `000`.
    integerDigits: firstZero < 0 ? 0 : integer.length - firstZero,
    // A fraction (`# ?/?`) or a power is shown as a plain number.
    decimals: decimals.lastIndexOf('0') + 1,
    percent,
  };
}

/** `m` is minutes behind hours and before seconds, else months. `aaa` and `ddd` are days of the week. */
function shownOf(letters: readonly string[]): MomentShown {
  const shown = new Set<string>();
  for (const [index, letter] of letters.entries())
    shown.add(unitOf(letter, letters[index - 1], letters[index + 1]));
  const has = (...units: readonly string[]) => units.some((unit) => shown.has(unit));
  const time = has('s') ? 'seconds' : has('h', 'minutes') ? 'minutes' : undefined;
  const onlyTime = time !== undefined && !has('y', 'm', 'd', 'weekday');
  const open = time === undefined && !has('d', 'weekday');
  return {
    date: onlyTime ? undefined : !open ? 'day' : has('m') ? 'month' : 'year',
    time,
    elapsed: letters.some((letter) => letter.startsWith('[')),
  };
}

function unitOf(letter: string, before: string | undefined, after: string | undefined): string {
  const unit = letter.replace('[', '').charAt(0);
  switch (unit) {
    case 'm':
      return letter.startsWith('[') || before?.includes('h') || after?.includes('s') ? 'minutes' : 'm';
    case 'd':
      return letter.length > 2 ? 'weekday' : 'd';
    case 'a':
      return letter === 'am/pm' ? 'h' : 'weekday';
    case 'g':
    case 'e':
    case 'r':
      return 'y';
    default:
      return unit;
  }
}
