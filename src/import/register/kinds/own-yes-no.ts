import { foldCell } from '../cell-text.ts';
import type { QuestionCode } from '../reading.ts';
import { measures, type Names } from './measures.ts';

/** What offices write for yes and no into the column of one field, beside the words that mean so everywhere. */
export interface OwnYesNo {
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** words that look like an answer and are none */
  readonly asks?: Readonly<Partial<Record<QuestionCode, readonly string[]>>>;
  /** words that mean yes, and one of two things that must not be mixed up */
  readonly also?: { readonly words: readonly string[]; readonly path: string };
  /** what is named instead of ○: a product, how often; that it is named says yes, and the text is kept */
  readonly named?: Names;
}

const existence = ['有', 'あり', '有り', '無', 'なし', '無し'];
const circles = ['○', '◯', '〇', '●', '✓', 'レ', '×', '✕'];
const truth = ['はい', 'いいえ', 'TRUE', 'FALSE', '済', '実施済', '未', '未実施'];

const locks: OwnYesNo = {
  yes: [
    '施錠',
    '施錠あり',
    '施錠有',
    '施錠有り',
    '施錠済',
    '施錠管理',
    '施錠保管',
    '鍵あり',
    '鍵有',
    '鍵付き',
  ],
  no: ['施錠なし', '施錠無', '施錠無し', '無施錠', '未施錠', '鍵なし', '鍵無', '鍵無し'],
};

const encrypts: OwnYesNo = {
  yes: ['暗号化', '暗号化済', '暗号化済み', '暗号化あり', '暗号化有'],
  no: ['未暗号化', '暗号化なし', '暗号化無', '暗号化無し', '平文'],
};

/** By section and path, and the reason where a word is to be asked about though it looks plain. */
const written: Readonly<Record<string, OwnYesNo>> = {
  'assets storage.locked': { ...locks, named: measures.locked },
  'facilities locked': locks,
  'assets encryption.atRest': encrypts,
  'assets encryption.inTransit': encrypts,
  'assets transport.carried': {
    yes: ['運搬あり', '運搬有', '運搬する'],
    no: ['運搬なし', '運搬無', '運搬無し', '運搬しない'],
    also: {
      words: ['鍵付きケース', '鍵付ケース', '施錠ケース', '鍵付きケースで運搬'],
      path: 'transport.lockedCase',
    },
  },
  'assets transport.lockedCase': { yes: ['鍵付きケース', '鍵付ケース', '施錠ケース'] },
  'assets takeout.permitted': {
    yes: ['可', '持出可', '持出し可', '持ち出し可'],
    no: [
      '不可',
      '否',
      '禁止',
      '厳禁',
      '持出禁止',
      '持出し禁止',
      '持ち出し禁止',
      '持出不可',
      '持出し不可',
      '持ち出し不可',
    ],
    asks: { conditional: ['許可', '許可制'] },
  },
  'assets disposal.recorded': {
    yes: ['記録あり', '記録有', '記録済'],
    no: ['記録なし', '記録無', '記録無し'],
  },
  'systems disposal.recorded': {
    yes: ['記録あり', '記録有', '記録済'],
    no: ['記録なし', '記録無', '記録無し'],
  },
  'systems disposal.certificate': {
    yes: ['受領', '受領済', '受領済み', '証明書あり', '証明書有', '取得済', '取得'],
    no: ['未受領', '証明書なし', '証明書無', '未取得'],
  },
  'systems disposal.witnessed': {
    yes: ['立会い', '立会あり', '立会有', '立会済'],
    no: ['立会なし', '立会無'],
  },
  'systems issued': {
    yes: ['貸与', '支給', '公用', '公用端末', '貸与品', '支給品'],
    no: ['私物', 'BYOD', '私用', '個人所有', '私物端末'],
  },
  // Of ○ nobody knows whether the use of USB memory is restricted or allowed.
  'systems export.disabled': {
    yes: [
      '使用不可',
      '利用不可',
      '不可',
      '禁止',
      '使用禁止',
      '利用禁止',
      '持出不可',
      '持出し不可',
      '持ち出し不可',
    ],
    no: ['使用可', '利用可', '可', '持出可', '持出し可', '持ち出し可'],
    asks: { polarity: [...existence, ...circles, ...truth], conditional: ['制限あり', '制限有', '一部制限'] },
  },
  'systems malware.installed': {
    yes: ['導入', '導入済', '導入済み', 'インストール済', 'インストール済み'],
    no: ['未導入', '導入なし'],
    named: measures.antivirus,
  },
  'systems backup.taken': {
    yes: ['取得', '取得済', '取得あり'],
    no: ['未取得', '取得なし'],
    named: measures.often,
  },
  'systems logs.acquired': {
    yes: ['取得', '取得済', '取得あり', '取得中'],
    no: ['未取得', '取得なし', '取得していない'],
  },
  'systems vulnerability.intrusionPrevention': {
    yes: ['導入', '導入済'],
    no: ['未導入'],
    named: measures.intrusion,
  },
  'systems physical.secured': {
    yes: ['固定', '固定済'],
    no: ['固定なし', '未固定'],
    named: measures.secured,
  },
  'facilities fireProtection': { named: measures.fire },
  'facilities earthquakeProtection': { named: measures.earthquake },
  'facilities backupPower': { named: measures.power },
  'services terms.standard': { yes: ['約款', '定型約款'], no: ['個別契約', '個別'] },
  'contracts terms.standard': { yes: ['約款', '定型約款'], no: ['個別契約', '個別'] },
  'contracts terms.securityRequirements': {
    yes: ['特記事項あり', '特記事項有', '特記仕様書あり', '特記仕様書有'],
  },
  // 無 under 目的外利用 says that no such use takes place, not that the contract has no clause about it.
  'contracts terms.purposeLimitation': {
    yes: ['禁止', '目的外利用の禁止', '条項あり', '条項有'],
    asks: { polarity: [...existence, '×', '✕'] },
  },
  'contracts terms.subcontractingRestricted': {
    yes: ['禁止', '再委託禁止', '制限あり', '制限有', '制限有り'],
    no: ['制限なし', '制限無', '制限無し'],
    asks: { conditional: ['許可', '承諾', '事前承諾', '承諾制', '許可制'] },
  },
  'documents published': {
    yes: ['公表', '公開', '公表済', '公表済み', '公開済', '公開済み'],
    no: ['非公表', '非公開', '未公表', '未公開'],
  },
  'audits followUp': {
    yes: [
      '完了',
      '対応完了',
      '改善完了',
      '対応済',
      '対応済み',
      '改善済',
      '改善済み',
      '措置済',
      '措置済み',
      '是正済',
      '是正済み',
    ],
    no: ['未対応', '未改善', '未措置'],
    asks: { planned: ['対応中', '改善中', '措置中', '是正中'] },
  },
  'staffGroups privateDevices.prohibited': { yes: ['禁止'] },
  'staffGroups webUse.restricted': { yes: ['禁止'] },
};

/** The same with its words folded, to be looked up. */
export interface OwnWords {
  readonly taken: ReadonlyMap<string, boolean>;
  readonly asks: ReadonlyMap<string, QuestionCode>;
  readonly also: ReadonlyMap<string, string>;
  readonly named?: Names;
}

const compiled = new Map(Object.entries(written).map(([key, own]) => [key, compile(own)]));

/** @param key a field by its section and path */
export function ownWordsOf(key: string): OwnWords | undefined {
  return compiled.get(key);
}

function compile({ yes = [], no = [], asks = {}, also, named }: OwnYesNo): OwnWords {
  const folded = <Meaning>(words: readonly string[], meaning: Meaning) =>
    words.map((word): [string, Meaning] => [foldCell(word), meaning]);
  return {
    taken: new Map([...folded(yes, true), ...folded(no, false)]),
    asks: new Map(Object.entries(asks).flatMap(([code, words]) => folded(words ?? [], code as QuestionCode))),
    also: new Map(also === undefined ? [] : folded(also.words, also.path)),
    ...(named === undefined ? {} : { named }),
  };
}
