import { distance } from 'fastest-levenshtein';
import type { FieldTarget, RecordSection } from './fields.ts';
import { headerStems } from './header-stems.ts';
import { foldHeader, makesAnother, readingsOf } from './header-text.ts';
import { type HeaderQuestion, kept } from './headers.ts';
import { type KnownHeader, knownHeaders, targetShape } from './known-headers.ts';
import { isKeptKey } from './own-headers.ts';

/** What a header is taken for. */
export interface HeaderMatch {
  readonly known: KnownHeader;
  /** why it may be something else; nothing where the header means this for certain */
  readonly question?: HeaderQuestion;
}

/** Groups that say nothing of what their columns mean. */
const plainGroups = new Set(
  (
    '基本情報 基本事項 基本項目 基本 情報資産 資産 資産情報 機器 機器情報 機器概要 端末 ハードウェア ハード ソフトウェア ソフト システム システム概要 概要 ' +
    'セキュリティ セキュリティ対策 情報セキュリティ対策 安全管理措置 安全管理 対策 対策状況 技術的対策 物理的対策 人的対策 組織的対策 管理 管理情報 管理状況 管理項目 管理体制 ' +
    'ネットワーク 通信 分類 情報の分類 重要性評価 重要性分類 格付け 格付 情報の格付 評価 評価値 CIA 三要素 重要度 契約 契約内容 契約条項 契約書 契約事項 契約情報 条項 契約書の条項 契約書記載事項 その他 ' +
    '保管 保管状況 取扱い 取扱状況 取扱 個人情報 番号法 マイナンバー 電子データ 電子 紙 電磁的記録 紙媒体 運用 運用状況 運用管理 利用 利用状況 項目 内容 選定 選定時の確認 認証 アカウント 保存 保守 接続 ' +
    '監査 指摘 サービス サービス概要 利用サービス クラウドサービス 外部サービス 施設 設備 設備概要 研修 例外措置 申請 承認 インシデント 事案 事故 規程 文書 委託業務 委託内容 業務 監査結果 点検 チェック項目'
  )
    .split(' ')
    .map(foldHeader),
);

/** No header is longer, however much a hostile file has in one cell. */
const longest = 200;

/** @returns what a header is taken for in a section; `undefined` for one that is like no known header */
export function matchHeader(header: string, section: RecordSection): HeaderMatch | undefined {
  if (isKeptKey(header)) return { known: { text: header, targets: [header], anywhere: true } };
  const parts = partsOf(header);
  if (parts.length === 0) return undefined;
  return matchLiterally(parts, section) ?? matchRoughly(parts, section);
}

/**
 * @returns what a header is taken for when only notation may be cut off it, and groups that say nothing; a match with a
 *   question is one that is asked by its own nature, as 暗号化 is
 */
export function matchForCertain(header: string, section: RecordSection): KnownHeader | undefined {
  const match = matchLiterally(partsOf(header), section);
  return match !== undefined && match.question === match.known.question ? match.known : undefined;
}

/** The texts of the rows of a header; none of what is too long to be one. */
function partsOf(header: string): readonly string[] {
  return header.length > longest ? [] : header.split('／').filter((part) => foldHeader(part) !== '');
}

function matchLiterally(parts: readonly string[], section: RecordSection): HeaderMatch | undefined {
  const known = knownHeaders(section);
  const doubtful: { readonly match: HeaderMatch; readonly rank: number }[] = [];
  for (const { text, dropped } of shortenings(parts)) {
    for (const reading of readingsOf(text, (folded) => known.has(folded))) {
      const found = known.get(reading.text);
      if (found === undefined) continue;
      const isShifted = dropped.some((group) => !isPlain(group, found, section));
      const question = reading.doubt ?? (isShifted ? 'group' : undefined) ?? found.question;
      const match = { known: found, ...(question !== undefined && { question }) };
      if (reading.doubt === undefined && !isShifted) return match;
      if (isPlausible(parts.join(''), found, section))
        doubtful.push({ match, rank: (reading.doubt === undefined ? 0 : 1) + (isShifted ? 1 : 0) });
    }
  }
  return doubtful.sort((one, other) => one.rank - other.rank)[0]?.match;
}

/** A header with its groups, without the outer ones, without those between, and by its lowest row alone. */
function shortenings(
  parts: readonly string[],
): readonly { readonly text: string; readonly dropped: readonly string[] }[] {
  const all = parts.map((_, from) => ({ text: parts.slice(from).join(''), dropped: parts.slice(0, from) }));
  if (parts.length < 3) return all;
  const outermost = { text: `${parts[0]}${parts.at(-1)}`, dropped: parts.slice(1, -1) };
  return [...all.slice(0, 1), outermost, ...all.slice(1)];
}

/** Whether a header means the same without its group. */
function isPlain(group: string, found: KnownHeader, section: RecordSection): boolean {
  const folded = foldHeader(group.replaceAll(/[([].*$/g, ''));
  if (plainGroups.has(folded) || plainGroups.has(folded.replace(/(?:情報|状況|関係|関連|項目|事項)$/, '')))
    return true;
  if (makesAnother(folded)) return false;
  if (found.text.includes(folded)) return true;
  const ofGroup = knownHeaders(section).get(folded);
  return (
    ofGroup?.targets.some(
      (target) => target !== kept && found.targets.some((other) => rootOf(other) === rootOf(target)),
    ) ?? false
  );
}

function rootOf(target: FieldTarget): string {
  return /^[^.[]*/.exec(target)?.[0] ?? target;
}

/** Shared letters that are enough to trust the likeness of two headers more than a word that is in one. */
const wellAlike = 3.5;

/** A known header that is in the header or nearly the same, or a word that speaks of a field; always a question. */
function matchRoughly(parts: readonly string[], section: RecordSection): HeaderMatch | undefined {
  const texts = new Set([foldHeader(parts.join('')), foldHeader(parts.at(-1) ?? '')]);
  const { likeliest, likeness } = mostAlike(texts, section);
  const byWord = likeness < wellAlike ? findStem([...texts], section) : undefined;
  const known = byWord ?? likeliest;
  return known && { known, question: 'similar' };
}

function mostAlike(texts: ReadonlySet<string>, section: RecordSection) {
  let likeliest: KnownHeader | undefined;
  let likeness = 0;
  for (const text of texts)
    for (const known of knownHeaders(section).values()) {
      const score = likenessOf(text, known.text);
      if (score <= likeness || !isPlausible(text, known, section)) continue;
      likeness = score;
      likeliest = known;
    }
  return { likeliest, likeness };
}

function findStem(texts: readonly string[], section: RecordSection): KnownHeader | undefined {
  for (const { pattern, target } of headerStems(section)) {
    const text = texts.find((candidate) => pattern.test(candidate));
    const known = { text: '', targets: [target] };
    if (text !== undefined && isPlausible(text, known, section)) return known;
  }
  return undefined;
}

/** How much two headers have in common: 0 where it is too little to be meant, more the longer what they share is. */
function likenessOf(header: string, known: string): number {
  if (known.length < 2 || header.length < 2) return 0;
  if (header.includes(known)) {
    const atEdge = header.startsWith(known) || header.endsWith(known);
    if (known.length === 2 && (!atEdge || header.length > 8)) return 0;
    return known.length + (header.endsWith(known) ? 0.5 : 0);
  }
  if (header.length >= 3 && known.includes(header) && known.length <= header.length + 4)
    return header.length - 0.1 * (known.length - header.length);
  if (header.length < 4 || Math.abs(header.length - known.length) > 2) return 0;
  const far = distance(header, known);
  return far <= (header.length >= 7 ? 2 : 1) ? header.length - 1.5 * far : 0;
}

/** Whether a header that is not quite a known one may be meant by it: a day is no yes or no, nor is the name of a person. */
function isPlausible(header: string, known: KnownHeader, section: RecordSection): boolean {
  const text = foldHeader(header);
  if (makesAnother(text) && !makesAnother(known.text)) return false;
  return known.targets.every((target) => {
    if (target.startsWith(kept)) return true;
    const shape = targetShape(section, target);
    const isDay = shape?.format !== undefined;
    const isYesOrNo = !isDay && (shape?.types.every((type) => type === 'boolean') || /\[.+\]/.test(target));
    if (/(?:日|期限|年月|年度|時期|期日)$/.test(text)) return !isYesOrNo;
    if (
      /(?:者|氏名|職名|番号|no|コード|金額|円|料)$/.test(text) &&
      !/(?:者|氏名|職名|番号|no|コード)$/.test(known.text)
    )
      return !isYesOrNo && !isDay && target !== 'name';
    if (/(?:名|先|場所|方法|有無|可否|要否)$/.test(text)) return !isDay || /(?:有無|可否|要否)$/.test(text);
    return true;
  });
}
