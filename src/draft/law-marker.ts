import { digitValue, kanjiValue, plainWidth } from './numerals.ts';

/**
 * What a provision begins with. A text may be read in several ways: イ is the second of アイウエオ and the first of イロハ.
 * Which one holds is for the outline to say, by what comes before.
 */
export interface Marker {
  /** the series that it is of */
  readonly style: string;
  readonly family: 'unit' | 'appendix' | 'number' | 'composite' | 'bullet' | 'named';
  /** its place in the series, from 1 on */
  readonly value: number;
  /** as a reference writes it: in half width, without blanks and full stops; ① and Ⅰ stay what they are */
  readonly written: string;
  /** what stands behind it */
  readonly rest: string;
  /** whether it is one by itself; another is one where its series goes on */
  readonly firm: boolean;
  /** of a number of several parts, such as 1.2.3 */
  readonly path?: readonly string[];
  /** of a unit: how high it stands, 編 the highest */
  readonly rank?: number;
  /** the last value of a range that it stands for: 第5条から第7条まで */
  readonly last?: number;
}

const digits = '[0-9０-９]{1,3}';
const kanji = '[〇一二三四五六七八九十百]{1,6}';
const blank = '[ \\u3000]';
const units = '編部章節款目条';

/** A unit that goes on in a sentence: 「第３条に規定する」「第２章の規定」. */
const unitRunsOn =
  /^(?:[のをはがとでにへ、。，,／/）)」』―－ー~～・]|から|まで|及び|又は|並びに|若しくは|より|も|各号|各項|本文|ただし|前段|後段|第|関係|中|以下|以上)/u;

const unit = new RegExp(
  `^第${blank}*(?<number>${digits}|${kanji})${blank}*(?<unit>[${units}])(?<branches>(?:${blank}*の${blank}*(?:${digits}|${kanji})(?![0-9０-９〇一二三四五六七八九十百]|${blank}*[つ者部人]))*)`,
  'u',
);

const appendix = new RegExp(
  `^(?<name>附則|付則|備考|別表|別記|別紙|様式|参考)(?<number>${blank}*第?${blank}*(?:${digits}|${kanji})(?:号|表|様式)?)?(?=$|${blank}|[（(「【])`,
  'u',
);

/** @returns the unit of a law, the series behind its main text, or 第1 that a line begins with */
export function lawMarkerAt(text: string): Marker | undefined {
  return unitAt(text) ?? appendixAt(text) ?? countedAt(text);
}

function unitAt(text: string): Marker | undefined {
  const { 0: all = '', groups = {} } = unit.exec(text) ?? {};
  if (all === '') return undefined;
  const { number = '', unit: name = '', branches = '' } = groups;
  const rest = text.slice(all.length);
  const value = countOf(number);
  if (value === undefined) return undefined;
  const range = new RegExp(
    `^(?:から|－|―|-|～|及び|、)${blank}*第(${digits}|${kanji})[条章節](?:まで)?(?=${blank}*削${blank}*除)`,
    'u',
  ).exec(rest);
  if (range === null && unitRunsOn.test(rest)) return undefined;
  if (/^[目節部]$/.test(name) && /^[標的次印録電分品]/.test(rest)) return undefined;
  return {
    style: name,
    family: 'unit',
    value,
    written: plainWidth(`第${number}${name}${branches}`),
    // 「第５条から第７条まで　削除」 says of all of them what it says.
    rest: range === null ? rest.trim() : text,
    firm: range !== null || /^$|^[ \u3000（(【［〔]/u.test(rest),
    rank: units.indexOf(name),
    ...(range !== null && { last: countOf(range[1] ?? '') ?? value }),
  };
}

/** 「第１　趣旨」, as guidelines count without a unit. */
function countedAt(text: string): Marker | undefined {
  const found = new RegExp(`^第${blank}?(${digits}|${kanji})(?=${blank}|$)`, 'u').exec(text);
  const [all = '', number = ''] = found ?? [];
  const value = countOf(number);
  if (found === null || value === undefined) return undefined;
  const written = plainWidth(`第${number}`);
  return { style: '第', family: 'number', value, written, rest: text.slice(all.length).trim(), firm: true };
}

function appendixAt(text: string): Marker | undefined {
  const { 0: all = '', groups = {} } = appendix.exec(text) ?? {};
  if (all === '') return undefined;
  const rest = text.slice(all.length).trim();
  // 「別表の資産は」 has no blank; 「別表 による」 and 「備考 のとおり」 go on.
  if (/^[のをはがとでに]/.test(rest)) return undefined;
  const { name = '', number = '' } = groups;
  const written = plainWidth(`${name === '付則' ? '付則' : name}${number}`);
  return { style: name, family: 'appendix', value: countOf(number) ?? 1, written, rest, firm: true, rank: 0 };
}

function countOf(number: string): number | undefined {
  const inner = number.replaceAll(/[第号表様式 \u3000]/g, '');
  if (inner === '') return undefined;
  return /^[0-9０-９]+$/.test(inner) ? digitValue(inner) : kanjiValue(inner);
}

/** 「〔平成十四年三月二十九日〕」「〔規則第十一号〕」: when a document was made, and its number among others. */
export function isOrigin(text: string): boolean {
  return /^(?:明治|大正|昭和|平成|令和).*日$|^\S{0,12}第[ \u3000]*[0-9０-９〇一二三四五六七八九十百]+[ \u3000]*号$/u.test(
    text,
  );
}
