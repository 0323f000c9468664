import { foldText } from '../../base/fold-text.ts';
import type { RecordSection } from './fields.ts';

/** What the name of a sheet tells of the records in it. */
export interface SheetHint {
  /** absent for what is kept of other things than the inventory has records of: accounts, visits, keys */
  readonly section?: RecordSection;
  /** The sheet is kept for another purpose than the section, so that a person has to say whether it belongs there. */
  readonly isGuess?: true;
}

/** In this order: the first that fits counts, so that 「外部サービス利用申請」 is no application for an exception. */
const hints: readonly (readonly [RegExp, SheetHint])[] = [
  [
    /アカウント|ユーザー?(?:ID|一覧|管理|名簿)|権限一覧|名簿|入退室?(?:管理|記録)?簿|入室簿|来庁|来訪|鍵.{0,4}簿|鍵の?貸/i,
    {},
  ],
  [/個人情報ファイル簿/, { section: 'personalInformationFiles' }],
  [/例外|適用除外/, { section: 'exceptions' }],
  [/違反/, { section: 'violations' }],
  [/インシデント|事故|事案|ヒヤリハット/, { section: 'incidents' }],
  [/見直し/, { section: 'reviews', isGuess: true }],
  [/研修|受講/, { section: 'trainings', isGuess: true }],
  [/訓練/, { section: 'drills', isGuess: true }],
  [/改善計画|改善措置|是正(?:計画|措置)/, { section: 'corrections', isGuess: true }],
  [/指摘|是正/, { section: 'audits', isGuess: true }],
  [/監査|自己点検/, { section: 'audits' }],
  [/持ち?出|貸し?出|持出し/, { section: 'assets', isGuess: true }],
  [/USB|媒体|メディア/i, { section: 'assets', isGuess: true }],
  [/外部サービス|クラウド|SNS|ASP|SaaS|ソーシャル|生成AI|web会議/i, { section: 'services' }],
  [/委託|契約|協定|指定管理|外注|請負/, { section: 'contracts' }],
  [
    /通信許可|許可通信|通信一覧|許可された通信|ファイアウォール|FW|ポート|通信制御|接続許可|外部接続|接続先/i,
    { section: 'connections' },
  ],
  [/ネットワーク機器/, { section: 'systems' }],
  [/ソフトウェア|ソフト一覧|ライセンス|アプリ/, { section: 'systems', isGuess: true }],
  [/ネットワーク|セグメント|VLAN|NW|LAN一覧/i, { section: 'segments' }],
  [/サーバー?室|施設|設備|管理区域|区画|執務室/, { section: 'facilities' }],
  [/職員区分|職員等|職員一覧|任用|職種/, { section: 'staffGroups' }],
  [/規程|規定|要綱|例規|文書体系|手順書一覧|ドキュメント|ポリシー一覧/, { section: 'documents' }],
  [/機器|端末|サーバ|システム|PC|パソコン|タブレット|複合機|ハードウェア/i, { section: 'systems' }],
  [/ログ|バックアップ|証跡/, { section: 'systems', isGuess: true }],
  [/個人情報ファイル/, { section: 'personalInformationFiles' }],
  [/個人情報取扱事務/, { section: 'personalInformationFiles', isGuess: true }],
  [/情報資産|文書|資産|データ|帳票/, { section: 'assets' }],
];

/** Sheets beside the registers: what no one keeps records in. */
const neverRecords =
  /記入要領|記入例|記載例|記載要領|記入方法|入力例|入力方法|作成要領|凡例|選択肢|プルダウン|説明|^_choices|表紙|目次|はじめに|使い方|注意事項|履歴|変更点|様式説明|コード表|区分表|分類基準|用語|見本|サンプル|集計表|グラフ|ドロップダウン/;

/** Sheets that are named as choices are, and as registers sometimes are too. */
const seldomRecords =
  /^(?:リスト|list|マスター?|master|設定|集計|データ|参照|work|作業用?|入力規則|基準|定義|一覧表示|[a-z]*lookup)[0-9]*$|マスター?$|用リスト$|集計$|^選択|設定$|基準$/i;

/** @returns what the name of a sheet says of its records; `undefined` for one such as Sheet1 */
export function sectionOfSheet(name: string): SheetHint | undefined {
  const text = foldText(name);
  return hints.find(([pattern]) => pattern.test(text))?.[1];
}

/** @returns whether a sheet of this name holds no records: in any case, or unless its headers are those of records */
export function ignoredSheet(name: string): 'always' | 'unless-records' | undefined {
  const text = foldText(name);
  if (neverRecords.test(text)) return 'always';
  return seldomRecords.test(text) ? 'unless-records' : undefined;
}
