import { foldText } from '../../base/fold-text.ts';

// What single cells of a sheet look like, which tells headers, values, titles and notes apart. All take folded text but where it is
// said.

/** @returns whether a text is rather a value than a header: a number, a date, a mark, a code, an address or a sentence */
export function isValue(label: string): boolean {
  if (label.length > longestLabel || isSentence(label)) return true;
  if (period.test(label)) return false;
  return value.test(label) || isDitto(label) || isCode(label);
}

const longestLabel = 40;

/** Columns for months and fiscal years are headers in spite of their digits. */
const period = /^(\d{1,2}月[分末]?|(令和|平成|[RH])?(元|\d{1,4})年度末?)$/i;

const value = new RegExp(
  `^(${[
    String.raw`[-+(約]?\d[\d,.:/~-]*\)?\D{0,3}`,
    String.raw`\d{1,4}[年月].*`,
    String.raw`(令和|平成|昭和)(元|\d+).*`,
    String.raw`[RHS](元|\d+)[./年].*`,
    '[○〇◯●◎×✕✖△▲□■☐☑✓✔レ‐–—―−ー-]',
    '#.+[!?A]',
    String.raw`\S+(://|@)\S+`,
  ].join('|')})$`,
  'i',
);

/** Mostly digits: 「A0101」, 「B-1001」. */
function isCode(label: string): boolean {
  const digits = label.match(/\d/g)?.length ?? 0;
  return label.length >= 3 && digits * 5 >= label.length * 2;
}

/** @returns whether a text answers yes or no; such stand in rows of values, but also below the header of a group. 「No」 is none: it heads numbers. */
export function isAnswer(label: string): boolean {
  return answer.test(label);
}

const answer = /^(有り?|無し?|あり|なし|可|否|不可|要|不要|済み?|未済?|はい|いいえ|対象外|非?該当|該当なし)$/;

/** @returns whether a text ends as sentences do */
export function isSentence(label: string): boolean {
  return label.length > 8 && /。[)」]?$/.test(label);
}

/** @returns whether a text is what registers are headed with: 「令和8年度情報資産管理台帳」, 「(令和8年4月1日現在)」 */
export function isTitle(label: string): boolean {
  return title.test(label);
}

const title =
  /^(様式|別[紙添表記]|(令和|平成)(元|\d+)年)|(令和|平成)(元|\d+)年\d+月|(台帳|一覧表?|管理[簿表]|調書|名簿|目録|リスト|現在)[)】」]?$/;

/** @returns whether a text begins a note on the table: 「※」, 「凡例」, 「(注)」, 「注1」, 「記入上の注意」 */
export function isLegend(label: string): boolean {
  return legend.test(label);
}

const legend =
  /^([※*]|[[(【〔<「]?(凡例|注意|(記入|記載)(要領|方法|上の|にあたって)|留意事項)|\(注\d*\)|[[【〔]注|注(記|釈)?([\d):.、]|$)|備考[\d:])/;

/** @returns whether nothing follows a text: 「以上」, 「以下余白」 */
export function isEnd(label: string): boolean {
  return /^[-〜~(]*(以上|(以下)?余白)[-〜~)]*$/.test(label);
}

/** @returns whether a row is an example of how to fill in, as its first cell says: 「記入例」, 「(例)」, 「例1」 */
export function isExample(label: string): boolean {
  return /^[[(【〔]?(記入|記載)?例[\])】〕]?\d*:?$/.test(label);
}

/** @returns whether a text stands before a total: 「合計」, 「計3台」, 「小計(総務課)」; 「会計」 and 「計画書」 do not */
export function isTotal(label: string): boolean {
  return total.test(label);
}

const total = /^[[(【〔]?(総?合計|小計|総計|累計|中計|計|総数|総件数)[\])】〕]?([\d:(（].*)?$/;

/** @returns whether a text is the total of something that it names: 「総務課小計」, 「総務課 計」; takes text as written */
export function isTotalOf(text: string): boolean {
  return /(小計|合計|総計|\s計)$/.test(text.slice(-longestLabel).trimEnd());
}

/** @returns whether a text is an amount or stands for none, as in a row of totals */
export function isAmount(label: string): boolean {
  return /^[-+約]?[\d,.]*\D{0,3}$/.test(label);
}

/** @returns whether a text says that what stands above it is meant; takes text as written. 「同左」 is none: it stays text. */
export function isDitto(text: string): boolean {
  return text.length <= 8 && dittoStart.test(text) && ditto.test(text.replaceAll(/\s+/g, ''));
}

/** Asked first, since every value of a sheet is asked. */
const dittoStart = /^[(（同仝〃″々〻"”“＂'′上]/;

const ditto = /^(同|同上|[(（]同上[)）]|仝|[〃″々〻"”“＂]|''|′′|上記?に同じ)$/;

/** @returns the whole number that a text is, such as 「１２」, 「(3)」 and 「④」 */
export function countOf(text: string): number | undefined {
  const [, digits] = (text.length <= 8 && /^\(?(\d{1,6})[).]?$/.exec(foldText(text))) || [];
  return digits === undefined ? undefined : Number(digits);
}
