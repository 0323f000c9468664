import { foldText } from '../../base/fold-text.ts';

/** A header with what only tells how to fill the column in cut off. */
export interface Reading {
  /** as {@link foldHeader} has it */
  readonly text: string;
  /** What was cut off is more than notation, so that the column may be another. */
  readonly doubt?: 'similar' | 'requirement' | 'direction';
}

/** Spellings that are one word; those on the right are what headers are compared by. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/持ち?出し?/g, '持出'],
  [/持ち?込み?/g, '持込'],
  [/取り?扱い?/g, '取扱'],
  [/受け?入れ?/g, '受入'],
  [/貸し?出し?/g, '貸出'],
  [/受け?渡し?/g, '受渡'],
  [/書き?出し?/g, '書出'],
  [/立ち?入り?/g, '立入'],
  [/棚卸し/g, '棚卸'],
  [/鍵付き/g, '鍵付'],
  [/格付け/g, '格付'],
  [/廻/g, '回'],
  [/ウィルス/g, 'ウイルス'],
  [/ソフトウエア/g, 'ソフトウェア'],
  [/情報セキュリティ/g, 'セキュリティ'],
  [/パスワード/g, 'pw'],
  [/プライバシーマーク/g, 'pマーク'],
  [/年月日|日付|日時/g, '日'],
  [/名称/g, '名'],
  [/代わり|代り/g, '代替'],
  [/する|した|すべき|される|された|を/g, ''],
  [/及び|又は|若しくは|もしくは|並びに|および|または/g, ''],
  [/に関する|に係る|における/g, ''],
  [/[のー・/、,.&＆\-_‐―－等]/g, ''],
];

/** Words around a header that say how to fill it in, and nothing of what the column is. */
const notation = {
  before:
    /^(?:[※*★◎●○◆■□▲#]+|【[^】]*】|\[(?:必須|任意)\]|\((?:必須|任意)\)|\(?[0-9]{1,2}[).．、:]|\([0-9]{1,2}\)|[ア-コ][.．)])/,
  after:
    /(?:※[0-9]*|\*[0-9]*|[(（]?注[0-9]*[)）]?|【(?:必須|任意|選択|西暦|和暦|プルダウン)】|欄|の別|の?有・?無|有\/無|の?該当|ですか|か否か|か\??|について|の?入力|を記入)$/,
  /** a number that a sign such as ① becomes when its width is folded */
  circled: /^[0-9]{1,2}(?=[^0-9年月日時か以])/,
  last: /^(?:最終|直近の?|最新の?)/,
};

/** What may stand between brackets without changing what the column is. */
const bracketed = [
  /^(?:[○×◯〇✓✔レ☑有無可否済未高中低年月日円千万台件名人個ヶか箇単位印で,、・/:~〜～ⅰ-ⅻ-]|[0-9]|[a-civ](?![a-z]))+$/i,
  /^(?:階|棟|室|室名|部屋|部屋名|フロア|建物|建物名|ラック)(?:[・/、,](?:階|棟|室|室名|部屋|部屋名|フロア|建物|建物名|ラック))*$/,
  /^(?:例|記入例|記載例|入力例|※|注).*/,
  /^(?:職|職名|職・?氏名|職名・氏名|役職|役職・氏名|役職名|課名|課所名|部課名|名称|氏名|年度|西暦|和暦|元号|概数|税込|税抜|税込み|必須|任意|選択|選択式|プルダウン|いずれか|該当に○|該当は○|該当する場合は○|半角|全角|半角数字|自由記述|別紙|[ymd年月日/\-.]+|h[0-9.]+|r[0-9.]+|r\.?yy\.mm\.dd|単位.*|はい[・/]いいえ|yes[/・]no|y[/・]n)$/i,
];

/** Words that make another column of the one that the rest of the header names. */
const otherColumn =
  /予定|見込|次回|次期|旧|変更前|変更後|リース|レンタル|賃貸|金額|費用|料金|価格|価額|電話|連絡先|住所|所在地|担当者|委託料|残数|氏名|満了|廃止|理由/;

/**
 * A header as it is compared: width, case, blanks, the の between nouns and spellings that vary do not count, so that
 * 「資産の名称」 and 「資産名」 are one.
 */
export function foldHeader(header: string): string {
  let folded = plain(header);
  for (const [pattern, word] of spellings) folded = folded.replaceAll(pattern, word);
  return folded;
}

/** @returns whether what a header says besides a known one makes it another column */
export function makesAnother(rest: string): boolean {
  return otherColumn.test(rest);
}

/**
 * @param isKnown whether a folded text is a header by itself, so that brackets around it say more than notation
 * @returns how a header may be read, the most literal first
 */
export function readingsOf(header: string, isKnown: (folded: string) => boolean): readonly Reading[] {
  const found = new Map<string, Reading>();
  const add = (text: string, doubt: Reading['doubt']) => {
    const folded = foldHeader(text);
    if (folded !== '' && !found.has(folded))
      found.set(folded, { text: folded, ...(doubt !== undefined && { doubt }) });
  };
  for (const { text, doubt } of withoutBrackets(plain(header), isKnown)) {
    add(text, doubt);
    for (const shorter of withoutNotation(text)) add(shorter, doubt);
  }
  for (const { text, doubt } of [...found.values()])
    for (const less of withoutMore(text)) add(less.text, doubt ?? less.doubt);
  return [...found.values()].sort(
    (one, other) => Number(one.doubt !== undefined) - Number(other.doubt !== undefined),
  );
}

function plain(header: string): string {
  return foldText(header).toLowerCase();
}

function withoutBrackets(header: string, isKnown: (folded: string) => boolean): Reading[] {
  const readings: Reading[] = [{ text: header }];
  const [, before = '', inside = '', after = ''] =
    /^([^([〔]*)[([〔]([^()[\]〔〕]*)[)\]〕](.*)$/.exec(header) ?? [];
  if (inside === '' || before + after === '' || makesAnother(inside)) return readings;
  const rest = before + after;
  // 「履行期間（開始日）」 is written as 「履行期間／開始日」, too.
  if (isKnown(foldHeader(before + inside + after))) readings.push({ text: before + inside + after });
  if (bracketed.some((pattern) => pattern.test(inside)) || isChoice(inside, isKnown))
    readings.push({ text: rest });
  else readings.push({ text: rest, doubt: /要/.test(inside) ? 'requirement' : 'similar' });
  return readings;
}

/** Whether brackets list what may be written: 「（紙・デジタル）」, and not what else stands in the column: 「（名称・バージョン）」. */
function isChoice(inside: string, isKnown: (folded: string) => boolean): boolean {
  const items = inside.split(/[・/、,~〜～]/);
  return (
    items.length > 1 &&
    !/要/.test(inside) &&
    items.every((item) => item.length <= 10 && !isKnown(foldHeader(item)))
  );
}

/** Cuts notation off at both ends, one piece after the other. */
function withoutNotation(header: string): string[] {
  const shorter: string[] = [];
  let rest = header;
  for (let round = 0; round < 4; round++) {
    const next = rest.replace(notation.before, '').replace(notation.after, '');
    if (next === rest || next === '') break;
    shorter.push(next);
    rest = next;
  }
  for (const text of [header, ...shorter]) {
    for (const pattern of [notation.circled, notation.last]) {
      const next = text.replace(pattern, '');
      if (next !== text && next !== '') shorter.push(next, next.replace(notation.after, ''));
    }
  }
  return shorter;
}

/** Cuts off what may change the meaning, so that what is left is a guess. */
function withoutMore(folded: string): Reading[] {
  const readings: Reading[] = [];
  for (const [pattern, doubt] of [
    [/要否|要不要/, 'requirement'],
    [/可否|可不可/, 'direction'],
    [
      /状況$|実施状況$|方法$|措置$|対応$|内容$|実施$|設定$|機能$|名$|日$|区分$|種別$|情報$|条項$|規定$|記載$|含有$|取得$|利用$|使用$|添付$|程度$/,
      'similar',
    ],
    [/^対象|^該当|^主な|^主たる|^当該|^使用する|^利用する|^保有/, 'similar'],
  ] as const) {
    const text = folded.replace(pattern, '');
    if (text !== folded && text !== '') readings.push({ text, doubt });
  }
  return readings;
}
