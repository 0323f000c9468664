import { isOrigin, lawMarkerAt, type Marker } from './law-marker.ts';
import { aiueo, iroha, kanjiValue, plainWidth, romanValue } from './numerals.ts';

export type { Marker };

const blank = '[ \\u3000]';

/** What goes on from a number in a sentence, so that it begins no provision: 「２に規定する」「３段階の対策」. */
const runsOn =
  /^(?:[年月日時分秒回人名件個台項号条章節つ級者層系割倍円階段種度字桁週泊件％%,，、。:：/／~～…‥]|か月|ヶ月|カ月|箇月|ヵ月|以上|以下|以内|以降|未満|文字|次|要素|点|に(?!ん)|の|を|は|が|と|で|から|まで|又は|及び|並びに|若しくは|より|も(?![のち]))/u;

/** @returns the ways in which the beginning of a line can be read, the likeliest first */
export function markersAt(text: string): readonly Marker[] {
  const law = lawMarkerAt(text);
  if (law !== undefined) return [law];
  const composite = compositeAt(text);
  if (composite !== undefined) return [composite];
  const first = text.charAt(0);
  if (/[（(]/.test(first)) return bracketedAt(text);
  const signs = signAt(text);
  if (signs.length > 0) return signs;
  const named = namedAt(text);
  if (named !== undefined) return [named];
  const bullet = bulletAt(text);
  if (bullet !== undefined) {
    // 「- (1) ネットワーク」: the bullet is one of the file, not of the document.
    const inner = /^[-*–—・]/.test(bullet.written)
      ? numbersAt(bullet.rest).filter(({ firm, rest }) => firm && rest !== '')
      : [];
    return inner.length > 0 ? inner : [bullet];
  }
  return plainAt(text);
}

function numbersAt(text: string): readonly Marker[] {
  return markersAt(text).filter(({ family }) => family !== 'named');
}

const part =
  '(?:[0-9０-９]{1,2}|[Ⅰ-Ⅻ]|[A-Za-zＡ-Ｚａ-ｚ]|[(（](?:[0-9０-９]{1,2}|[ア-ン])[)）]|[①-⑳]|[ア-ン])';
const joint = '[.．\\-－‐–−‑―]';
const composite = new RegExp(
  `^(${part}(?:${joint}${part}){1,5})[.．、]?(?=$|${blank}|[^\\p{L}\\p{N}.．,，年月日%％/~～-])`,
  'u',
);

/** 「1.0　平成16年3月1日　制定」「2.1 R5.4.1」: an edition and its day, as the table of a history lists them. */
const isDay =
  /^(?:(?:昭和|平成|令和)[ \u3000]*(?:元|[0-9０-９]+)[年.．/]|[SHRＳＨＲ][ ]?[0-9０-９]+[.．/年]|(?:19|20)[0-9]{2}[年.．/-]|２０[０-９]{2}[年．／])/u;

/** 1.2.3, 1－1, Ⅰ-1-(1), Ａ-ａ: each names all that it stands below. */
function compositeAt(text: string): Marker | undefined {
  const [all = '', written = ''] = composite.exec(text) ?? loose(text) ?? [];
  if (all === '') return undefined;
  const rest = text.slice(all.length);
  if (rest !== '' && !/[.．、]$/.test(all) && runsOn.test(rest)) return undefined;
  if (isDay.test(rest.trim())) return undefined;
  const plain = plainWidth(written).replaceAll(/[‐–−‑―]/g, '-');
  const path = plain.split(/[.-]/);
  const last = path.at(-1) ?? '';
  return {
    style: `composite${path.length}`,
    family: 'composite',
    value: partValue(last),
    written: plain,
    rest: rest.trim(),
    firm: true,
    path,
  };
}

/** 「1.1目的」: a text in which the blank behind the number is lost. */
function loose(text: string): RegExpExecArray | null {
  return /^([0-9０-９]{1,2}(?:[.．－-][0-9０-９]{1,2}){1,4})[.．]?(?=[\p{Script=Han}\p{Script=Katakana}])/u.exec(
    text,
  );
}

/** @returns the place of a part of a composite number in its series; 0 where it is none */
export function partValue(written: string): number {
  const inner = written.replaceAll(/[()（）]/g, '');
  if (/^\d+$/.test(inner)) return Number(inner);
  if (/^[Ⅰ-Ⅻ①-⑳]$/.test(inner)) return digitOfSign(inner);
  if (/^[ア-ン]$/.test(inner)) return aiueo.indexOf(inner) + 1;
  return /^[A-Za-z]$/.test(inner) ? inner.toLowerCase().charCodeAt(0) - 96 : 0;
}

/** 「(1)」「（ア）」「(a)」「(ⅰ)」「（一）」 */
function bracketedAt(text: string): readonly Marker[] {
  const found =
    /^[（(][ \u3000]*([0-9０-９]{1,3}|[ア-ンｱ-ﾝ]|[A-Za-zＡ-Ｚａ-ｚ]|[Ⅰ-ⅻ]|[〇一二三四五六七八九十]{1,3}|[ivxIVX]{2,4})[ \u3000]*[)）]/u.exec(
      text,
    );
  const [all = '', inner = ''] = found ?? [];
  if (all === '') return [];
  const rest = text.slice(all.length);
  if (/^[のをはがとでに、。及又並若]/u.test(rest)) return [];
  return seriesOf(plainWidth(inner)).map(({ style, value, written }) => ({
    style: `(${style})`,
    family: 'number',
    value,
    written: `(${written})`,
    rest: rest.trim().replace(/^[.．、][ \u3000]*/, ''),
    firm: true,
  }));
}

/** Series of signs of their own, by their first members. */
const signSeries: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['circled', /^[①-⑳㉑-㉟㊱-㊿⓪]/u],
  ['parenthesised', /^[⑴-⒇]/u],
  ['stopped', /^[⒈-⒛]/u],
  ['black-circled', /^[❶-❿⓫-⓴]/u],
  ['roman', /^[Ⅰ-Ⅻ]/u],
  ['small-roman', /^[ⅰ-ⅻ]/u],
  ['circled-letter', /^[Ⓐ-Ⓩⓐ-ⓩ]/u],
  ['circled-kana', /^[㋐-㋾]/u],
];

function signAt(text: string): readonly Marker[] {
  for (const [style, pattern] of signSeries) {
    const [sign = ''] = pattern.exec(text) ?? [];
    if (sign === '') continue;
    const rest = text.slice(sign.length);
    if (/^[のをはがとに、。・～~及又並]/u.test(rest)) return [];
    // 「ⅰ）」 is written as 「a)」 is; ①） is a slip.
    const closing = /roman$/.test(style) && /^[)）]/.test(rest) ? ')' : '';
    const value = digitOfSign(sign);
    const behind = rest.replace(/^[.．、)）]?[ \u3000]*/, '');
    const marker = { family: 'number', value, rest: behind, firm: true } as const;
    const written = style === 'stopped' ? String(value) : sign + closing;
    return [
      { ...marker, style: style + closing, written },
      // Old rules count their paragraphs so, from the second on.
      ...(style === 'circled' && value > 1 ? [{ ...marker, style: 'digit', written: sign }] : []),
    ];
  }
  return [];
}

const signStarts = '①⑴⒈❶Ⅰⅰⓐ㋐㉑㊱⓫';
const signValues = [1, 1, 1, 1, 1, 1, 1, 1, 21, 36, 11];

function digitOfSign(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  let best = { start: -1, value: 0 };
  for (const [at, start] of [...signStarts].entries()) {
    const from = start.codePointAt(0) ?? 0;
    if (from <= code && from > best.start) best = { start: from, value: (signValues[at] ?? 1) + code - from };
  }
  return sign >= 'Ⓐ' && sign <= 'Ⓩ' ? code - 0x24b6 + 1 : best.value;
}

const brackets =
  /^(?:《([^》]{1,40})》|【([^】]{1,40})】|〈([^〉]{1,40})〉|≪([^≫]{1,40})≫|＜([^＞]{1,40})＞|<([^>]{1,40})>|［([^］]{1,40})］|〔([^〕]{1,40})〕|\[([^\]]{1,40})\])/u;

/** 「《分類》」「【目的】」: a heading that has a name and no number. */
function namedAt(text: string): Marker | undefined {
  const found = brackets.exec(text);
  if (found === null) return undefined;
  const name = found.slice(1).find((one) => one !== undefined) ?? '';
  const rest = text.slice(found[0].length).trim();
  if (/^[のをはがとでに、。]/u.test(rest) || /[。]/.test(name) || name.trim() === '') return undefined;
  // What is amended is marked so, too.
  if (/^(?:新設|略|同左|同右|削[ \u3000]*除|注.*|[0-9０-９]+)$/u.test(name.trim()) || isOrigin(name.trim()))
    return undefined;
  const written = name.replaceAll(/[ \u3000]/g, '');
  return { style: `named${found[0].charAt(0)}`, family: 'named', value: 0, written, rest, firm: true };
}

function bulletAt(text: string): Marker | undefined {
  const found =
    /^(?:[・･•●○◯◎■□◆◇▪▫▶►▷➢✓✔★☆◦‣⁃\uF0B7\uF06C\uF0A7\uF0FC][ \u3000]*|(?:[-*+–—‐−－][ \u3000]+))(?=\S)/u.exec(
      text,
    );
  if (found === null) return undefined;
  const rest = text.slice(found[0].length);
  const sign = found[0].trim();
  return { style: `bullet${sign}`, family: 'bullet', value: 0, written: sign, rest, firm: true };
}

/** 「1 目的」「1. 目的」「1)」「ア 」「a)」「一 」 */
function plainAt(text: string): readonly Marker[] {
  const found =
    /^([0-9０-９]{1,3}|[ア-ンｱ-ﾝ]|[A-Za-zＡ-Ｚａ-ｚ]|[〇一二三四五六七八九十]{1,4}|[ivxIVX]{2,5})(?:([.．、，)）:：])|(?=[ \u3000]|$))/u.exec(
      text,
    );
  if (found !== null) {
    const [all, inner = '', mark = ''] = found;
    const behind = text.slice(all.length);
    const isTight = mark !== '' && /^[^ \u3000]/.test(behind);
    if (isTight && /^[.．,，、:：]$/.test(mark) && /^[0-9０-９]/.test(behind)) return [];
    if (/^[、，:：]$/.test(mark) && !/^[0-9０-９一二三四五六七八九十ア-ン]/u.test(inner)) return [];
    const rest = behind.trim();
    const closes = mark === ')' || mark === '）';
    const goesOn = mark === '' && /^[のをはがとに](?=[ \u3000])/u.test(rest);
    return goesOn
      ? []
      : seriesOf(plainWidth(inner)).map(({ style, value, written }) => ({
          style: closes ? `${style})` : style,
          family: 'number' as const,
          value,
          written: closes ? `${written})` : written,
          rest,
          firm: !/^[、，:：]$/.test(mark) || value === 1,
        }));
  }
  const tight =
    /^([0-9０-９]{1,2}|[アイウエオカキクケコ])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『])/u.exec(
      text,
    );
  const [inner = ''] = tight ?? [];
  if (inner === '') return [];
  const rest = text.slice(inner.length);
  const isNumber = /[0-9０-９]/.test(inner);
  if (isNumber ? runsOn.test(rest) : !/^\p{Script=Han}/u.test(rest)) return [];
  return seriesOf(plainWidth(inner)).map((one) => ({ ...one, family: 'number', rest, firm: false }));
}

/** @returns the series in which something counts */
function seriesOf(inner: string): readonly Pick<Marker, 'style' | 'value' | 'written'>[] {
  if (/^\d/.test(inner)) return [{ style: 'digit', value: Number(inner), written: String(Number(inner)) }];
  if (/^[Ⅰ-ⅻ]$/.test(inner))
    return [{ style: inner < 'ⅰ' ? 'roman' : 'small-roman', value: digitOfSign(inner), written: inner }];
  if (/^[〇一二三四五六七八九十]/.test(inner)) {
    const value = kanjiValue(inner);
    return value === undefined ? [] : [{ style: 'kanji', value, written: inner }];
  }
  if (/^[ァ-ン]$/.test(inner))
    return [
      { style: 'aiueo', value: aiueo.indexOf(inner) + 1, written: inner },
      { style: 'iroha', value: iroha.indexOf(inner) + 1, written: inner },
    ].filter(({ value }) => value > 0);
  const isCapital = inner === inner.toUpperCase();
  const roman = romanValue(inner);
  return [
    ...(inner.length === 1
      ? [{ style: isCapital ? 'A' : 'a', value: inner.toLowerCase().charCodeAt(0) - 96, written: inner }]
      : []),
    ...(roman === undefined ? [] : [{ style: isCapital ? 'I' : 'i', value: roman, written: inner }]),
  ];
}
