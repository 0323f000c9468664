import type { RecordSection } from '../../../src/import/register/fields.ts';
import { addressOf, type Sheet } from '../../../src/spreadsheet/workbook.ts';
import { sheetOf } from './grid.ts';

/*
 * The registers of three offices that do not exist, with headers as offices write them. They were fixed before the table of
 * synonyms was written, so that they measure it: a header that it does not find stays here as it is.
 */

/** What a column is for: one field or any of several, a number of rows, or nothing that the vocabulary has a field for. */
type Right = string | readonly string[];

export interface OfficeColumn {
  /** its headers from the top to the lowest, set apart by ` > ` */
  readonly header: string;
  readonly right: Right;
  /** its first values, set apart by `|` */
  readonly values: string;
}

export interface OfficeSheet {
  readonly section: RecordSection;
  readonly sheet: Sheet;
  readonly columns: readonly OfficeColumn[];
}

export interface Office {
  readonly name: string;
  readonly sheets: readonly OfficeSheet[];
}

interface Layout {
  /** the rows above the headers */
  readonly above?: readonly (readonly string[])[];
  readonly below?: readonly (readonly string[])[];
  /** headers of groups are merged over their columns, and single headers down to the lowest row; true unless said */
  readonly merged?: boolean;
}

type Written = readonly [header: string, right: Right, values?: string];

function officeSheet(
  section: RecordSection,
  name: string,
  written: readonly Written[],
  layout: Layout = {},
): OfficeSheet {
  const { above = [], below = [], merged = true } = layout;
  const paths = written.map(([header]) => header.split(' > '));
  const depth = Math.max(...paths.map((path) => path.length));
  const top = above.length + 1;
  const merges: string[] = [];
  const headers = Array.from({ length: depth }, (_, level) =>
    paths.map((path, column) => {
      const left = paths[column - 1];
      const isGroup = path.length > level + 1;
      const goesOn =
        isGroup && left?.slice(0, level + 1).join(' > ') === path.slice(0, level + 1).join(' > ');
      return goesOn ? '' : (path[level] ?? '');
    }),
  );
  for (const [level, row] of headers.entries())
    for (const [column, text] of row.entries()) {
      const path = paths[column] ?? [];
      if (text === '' || !merged) continue;
      let right = column;
      if (path.length > level + 1)
        while (row[right + 1] === '' && (paths[right + 1]?.length ?? 0) > level + 1) right++;
      const bottom = path.length === level + 1 ? depth - 1 : level;
      if (right > column || bottom > level)
        merges.push(`${addressOf(top + level, column + 1)}:${addressOf(top + bottom, right + 1)}`);
    }
  const values = written.map(([, , text = '']) => text.split('|'));
  const records = [0, 1, 2].map((index) => values.map((column) => column[index] ?? ''));
  return {
    section,
    sheet: sheetOf(name, [...above, ...headers, ...records, ...below], merges),
    columns: written.map(([header, right, text = '']) => ({ header, right, values: text })),
  };
}

const unmapped = 'unmapped';
const rowNumber = 'row-number';
const counted = '1|2|3';

const town: Office = {
  name: '町',
  sheets: [
    officeSheet(
      'assets',
      '情報資産台帳',
      [
        ['No.', rowNumber, counted],
        ['整理番号', 'id', '税-001|税-002|税-003'],
        ['情報資産の名称', 'name', '固定資産課税台帳|滞納整理票|申告書綴り'],
        ['業務名', 'businessPurpose', '固定資産税賦課|徴収|住民税賦課'],
        ['媒体の\n種別', 'form', '電子|電子|紙'],
        ['分類 > 機密性', 'classification.confidentiality', '機密性３|機密性３|機密性２'],
        ['分類 > 完全性', 'classification.integrity', '完全性２|完全性２|完全性１'],
        ['分類 > 可用性', 'classification.availability', '可用性２|可用性２|可用性１'],
        ['個人情報 > 有無', 'contains[personal-information]', '有|有|有'],
        ['個人情報 > 要配慮', 'contains[sensitive-personal-information]', '無|無|無'],
        ['個人情報 > 特定個人', 'contains[my-number]', '有|有|有'],
        ['保管場所', 'facility', '電算室|電算室|税務課書庫'],
        ['施錠\nの有無', 'storage.locked', '○|○|○'],
        ['暗号化', ['encryption.atRest', 'encryption.inTransit'], '有|有|－'],
        ['外部持出し\n（可・否）', 'takeout.permitted', '否|否|可'],
        ['持出時の許可', 'takeout.permission', '||課長'],
        ['保存期間\n（年）', 'retention', '10|5|7'],
        ['廃棄 > 予定年度', unmapped, 'R18|R13|R15'],
        ['廃棄 > 年月日', 'disposal.date', '||R8.3.31'],
        ['廃棄 > 方法', 'disposal.method', '||溶解'],
        ['管理責任者（職名）', 'manager', '税務課長|税務課長|税務課長'],
        ['備　考', 'notes', '||'],
      ],
      {
        above: [
          ['令和８年度　情報資産管理台帳'],
          ['所管課：税務課', '', '', '', '作成日：令和８年４月１日'],
          [],
        ],
        below: [[], ['※　機密性は「情報資産の分類基準」により記入すること。']],
      },
    ),
    officeSheet(
      'systems',
      '機器台帳',
      [
        ['№', rowNumber, counted],
        ['備品番号', 'id', 'B-1001|B-1002|B-1003'],
        ['機器名称', 'name', '住民情報サーバ|職員端末|複合機'],
        ['種別', 'type', 'サーバ|ノートPC|複合機'],
        ['メーカー', unmapped, 'A社|B社|C社'],
        ['型　番', unmapped, 'PX-1|N-200|MX-5'],
        ['シリアルNo.', unmapped, 'S111|S222|S333'],
        ['ＯＳ', 'software[].name', 'Windows Server 2022|Windows 11|'],
        ['ＩＰアドレス', 'addresses', '192.168.1.1|DHCP|192.168.1.3'],
        ['接続系統', 'segments', '番号系|LGWAN系|LGWAN系'],
        ['設置場所', 'facility', '電算室|税務課|総務課'],
        ['使用課', ['users', 'division'], '全課|税務課|総務課'],
        ['使用者', [unmapped, 'users'], '|山田|'],
        ['導入年月日', 'introduced', 'R5.4.1|R6.10.1|R7.4.1'],
        ['リース > 期間', unmapped, '5年|5年|5年'],
        ['リース > 満了日', unmapped, 'R10.3.31|R11.9.30|R12.3.31'],
        ['保守期限', 'supportEnds', 'R10.3.31||'],
        ['ウイルス対策ソフト', 'malware.installed', '有|有|－'],
        ['パターン更新', 'malware.definitions', '自動|自動|－'],
        ['Windows Update\n最終適用日', 'vulnerability.lastPatched', 'R8.3.15|R8.3.20|'],
        ['ＵＳＢポート制限', 'export.disabled', '有|有|'],
        ['認証方法', 'authentication.factors', 'ID/PW|ICカード＋PW|'],
        ['ワイヤーロック', 'physical.secured', '|○|'],
        ['ログ取得', 'logs.acquired', '○|○|×'],
        ['バックアップ', 'backup.taken', '毎日|－|－'],
        ['廃棄日', 'disposal.date', '||'],
        ['備考', 'notes', '||'],
      ],
      { above: [['機器管理台帳']], below: [['', '', '合計', '3台']] },
    ),
    officeSheet(
      'contracts',
      '委託先一覧',
      [
        ['No', rowNumber, counted],
        ['契約番号', 'id', '8-12|8-13|8-20'],
        ['委託業務の名称', 'name', '住民情報システム保守業務|文書溶解業務|議事録作成業務'],
        ['受託者', 'contractor', '㈱あさひ情報|㈲緑|㈱ことば'],
        ['契約期間 > 自', 'period.starts', 'R8.4.1|R8.4.1|R8.4.1'],
        ['契約期間 > 至', 'period.ends', 'R9.3.31|R9.3.31|R9.3.31'],
        ['契約金額\n（円）', unmapped, '3300000|220000|550000'],
        ['主管課', 'division', '総務課|総務課|議会事務局'],
        ['個人情報の取扱い', ['assets', unmapped], '有|有|無'],
        ['秘密保持\n条項', 'terms.confidentiality', '○|○|○'],
        ['目的外利用\n禁止', 'terms.purposeLimitation', '○|○|○'],
        ['再委託 > 有無', 'subcontractors', '有|無|無'],
        ['再委託 > 再委託先', 'subcontractors[].name', '㈱ほし||'],
        ['データの返却・消去', 'terms.returnOrDisposal', '○|○|○'],
        ['報告・立入検査', 'terms.auditCooperation', '○||'],
        ['履行確認日', 'verification.last', 'R8.3.31||'],
        ['備考', 'notes', '||'],
      ],
      { above: [['令和８年度委託契約一覧（個人情報等を取り扱うもの）'], []] },
    ),
    officeSheet('segments', 'ネットワーク', [
      ['項番', rowNumber, counted],
      ['ネットワーク名称', 'name', '基幹系LAN|LGWAN系LAN|公衆無線LAN'],
      ['系統区分', 'layer', 'マイナンバー利用事務系|LGWAN接続系|インターネット接続系'],
      ['ネットワークアドレス', 'cidr', '192.168.1.0/24|192.168.2.0/24|10.0.0.0/24'],
      ['VLAN番号', unmapped, '10|20|30'],
      ['外部接続先', 'externalNetwork', '県庁|LGWAN|インターネット'],
      ['回線種別', unmapped, '専用線|専用線|光'],
      ['集線装置設置場所', 'facility', '電算室|電算室|1階ロビー'],
      ['不正通信の監視', 'monitoring.intrusion', '○|○|×'],
      ['未登録端末の接続制御', 'deviceControl.unauthorisedBlocked', '○|○|×'],
      ['管理課', 'division', '総務課|総務課|企画課'],
      ['備考', 'notes', '||'],
    ]),
  ],
};

const city: Office = {
  name: '市',
  sheets: [
    officeSheet(
      'assets',
      '情報資産一覧（令和8年度）',
      [
        ['通番', rowNumber, counted],
        ['部局名', ['agency', unmapped], '市民部|市民部|福祉部'],
        ['所管課名', 'division', '市民課|市民課|障がい福祉課'],
        ['情報セキュリティ管理者', 'manager', '市民課長|市民課長|障がい福祉課長'],
        ['資産番号', 'id', 'A0101|A0102|A0201'],
        ['情報資産 > 名称', 'name', '住民基本台帳|印鑑登録原票|手帳交付台帳'],
        ['情報資産 > 内容（概要）', unmapped, '住民の記録|印鑑登録|手帳交付'],
        ['情報資産 > 種別', 'form', '電子|紙|電子'],
        ['情報資産 > 記録媒体', 'medium', 'サーバ||USBメモリ'],
        ['重要性評価 > 機密性（３～１）', 'classification.confidentiality', '3|3|3'],
        ['重要性評価 > 完全性（２～１）', 'classification.integrity', '2|2|2'],
        ['重要性評価 > 可用性（２～１）', 'classification.availability', '2|1|2'],
        ['重要性評価 > 総合評価', unmapped, '3|3|3'],
        ['個人情報 > 個人情報の有無', 'contains[personal-information]', '○|○|○'],
        ['個人情報 > 要配慮個人情報の有無', 'contains[sensitive-personal-information]', '×|×|○'],
        ['個人情報 > 番号法 > 特定個人情報', 'contains[my-number]', '○|×|○'],
        ['個人情報 > 番号法 > 利用事務', 'affairs[my-number-use]', '○|×|○'],
        ['個人情報 > 番号法 > 関係事務', 'affairs[my-number-related]', '×|×|×'],
        ['個人情報 > 本人の数（概数）', 'quantity', '約5万件|3万件|2,000件'],
        ['利用システム名', 'system', '住民情報システム||障がい福祉システム'],
        ['保存場所', 'facility', 'データセンター|市民課倉庫|電算室'],
        ['利用者の範囲', 'users', '市民課|市民課|障がい福祉課'],
        ['入手元', 'origin', '本人|本人|本人・県'],
        ['外部提供の有無', unmapped, '有|無|無'],
        ['施錠保管', 'storage.locked', '有|有|有'],
        ['データの暗号化', ['encryption.atRest', 'encryption.inTransit'], '有||有'],
        ['メール送信時の\nパスワード付与', 'encryption.inTransit', '送信なし|－|有'],
        ['庁外持出しの可否', 'takeout.permitted', '不可|不可|可'],
        ['運搬の有無', 'transport.carried', '無|無|有'],
        ['運搬時の施錠\nケース使用', 'transport.lockedCase', '||有'],
        ['廃棄・消去 > 実施日', 'disposal.date', '||R8.3.1'],
        ['廃棄・消去 > 方法', 'disposal.method', '||データ消去ソフト'],
        ['廃棄・消去 > 証明書', 'disposal.recorded', '||有'],
        ['最終棚卸日', unmapped, 'R7.10.1|R7.10.1|R7.10.1'],
        ['摘要', 'notes', '||'],
      ],
      {
        above: [
          ['情報資産一覧表'],
          ['', '', '', '', '', '', '', '', '', '', '', '', '', '（令和８年４月１日現在）'],
        ],
      },
    ),
    officeSheet(
      'systems',
      '情報機器管理簿',
      [
        ['管理番号', rowNumber, counted],
        ['ホスト名', 'name', 'JUKI-AP01|PC-0123|FW-01'],
        ['機種区分', 'type', 'サーバ|PC|ネットワーク機器'],
        ['用途', unmapped, '住基AP|事務|境界防御'],
        ['管理所属 > 部', ['agency', unmapped], '総務部|市民部|総務部'],
        ['管理所属 > 課', 'division', '情報政策課|市民課|情報政策課'],
        ['設置場所 > 施設名', 'facility', '本庁舎|本庁舎|データセンター'],
        ['設置場所 > 階・室', ['facility', unmapped], '3階サーバ室|1階|'],
        ['ネットワーク > 接続系', 'segments', '番号系|LGWAN系|インターネット系'],
        ['ネットワーク > ＩＰ', 'addresses', '10.1.1.1|10.2.1.5|10.3.0.1'],
        ['ネットワーク > ＭＡＣアドレス', unmapped, '00-11|00-22|00-33'],
        ['ソフトウェア > ＯＳ名', 'software[].name', 'RHEL|Windows 11|PAN-OS'],
        ['ソフトウェア > バージョン', 'software[].version', '9.2|23H2|11.1'],
        ['台数', 'quantity', '1台|86台|2台'],
        ['取得日', 'introduced', 'R6.4.1|R7.1.1|R5.10.1'],
        ['ＥＯＳ日', 'supportEnds', 'R14.5.31|R8.11.10|'],
        ['セキュリティ対策 > ウイルス対策', 'malware.installed', '○|○|－'],
        ['セキュリティ対策 > 定義ファイル更新', 'malware.definitions', '毎日|毎日|－'],
        ['セキュリティ対策 > パッチ適用日', 'vulnerability.lastPatched', 'R8.3.1|R8.3.15|R8.2.1'],
        ['セキュリティ対策 > ＥＤＲ', unmapped, '○|○|－'],
        ['セキュリティ対策 > 不正侵入検知', 'vulnerability.intrusionPrevention', '○|×|○'],
        ['ログ > 取得', 'logs.acquired', '○|○|○'],
        ['ログ > 保存日数', 'logs.retentionDays', '365|180|365'],
        ['ログ > 分析', 'logs.analysed', '○|×|○'],
        ['バックアップ > 頻度', 'backup.taken', '日次|－|月次'],
        ['バックアップ > 遠隔地保管', unmapped, '有|－|無'],
        ['バックアップ > リストア試験日', 'backup.lastTested', 'R7.11.1||'],
        ['認証 > 方式', 'authentication.factors', 'ID/PW＋静脈|ID/PW＋静脈|ID/PW'],
        ['認証 > ID共用', 'authentication.shared', '無|無|有'],
        ['支給・私物の別', 'issued', '支給|支給|支給'],
        ['初期パスワード変更', 'hardening.defaultPasswordChanged', '済|済|済'],
        ['死活監視', 'monitoring', '○|×|○'],
        ['関連ドキュメント', 'documents', '設計書||設定書'],
        ['備考（特記事項）', 'notes', '||'],
      ],
      { above: [['情報機器管理簿'], ['課名：情報政策課']], merged: false },
    ),
    officeSheet('contracts', '外部委託先管理表', [
      ['連番', rowNumber, counted],
      ['件　名', 'name', '住基システム運用保守|封入封緘業務|窓口業務委託'],
      ['契約の相手方 > 名称', 'contractor', '○○システム㈱|△△印刷㈱|□□㈱'],
      ['契約の相手方 > 所在地', unmapped, '熊谷市|本庄市|深谷市'],
      ['契約の相手方 > 連絡先', unmapped, '048-111|048-222|048-333'],
      ['履行期間 > 開始', 'period.starts', 'R8.4.1|R8.6.1|R7.4.1'],
      ['履行期間 > 終了', 'period.ends', 'R9.3.31|R8.8.31|R10.3.31'],
      ['契約区分', 'type', '委託|委託|委託'],
      ['対象システム', 'systems', '住民情報システム||'],
      ['提供する情報資産', 'assets', '住民基本台帳|納税通知書データ|'],
      ['選定時の確認 > Pマーク・ISMS等', ['selection.certificationsConsidered', unmapped], 'ISMS|Pマーク|'],
      ['選定時の確認 > セキュリティ体制', 'selection.securityReviewed', '○|○|○'],
      ['契約条項 > ポリシーの遵守', 'terms.compliance', '○|○|○'],
      ['契約条項 > 守秘義務', 'terms.confidentiality', '○|○|○'],
      ['契約条項 > 目的外利用・第三者提供の禁止', 'terms.purposeLimitation', '○|○|○'],
      ['契約条項 > 再委託制限', 'terms.subcontractingRestricted', '○|○|○'],
      ['契約条項 > 監査・検査', 'terms.auditCooperation', '○|○|×'],
      ['契約条項 > 損害賠償', 'terms.responsibility', '○|○|○'],
      ['契約条項 > 返還・廃棄', 'terms.returnOrDisposal', '○|○|○'],
      ['契約条項 > 事故時の報告', 'incidentMeasures', '○|○|○'],
      ['点検 > 実施日', 'verification.last', 'R7.12.1||R8.1.15'],
      ['点検 > 指摘内容', 'verification.problems', 'なし||ログ未確認'],
      ['担当課', 'division', '市民課|税務課|市民課'],
      ['備考', 'notes', '||'],
    ]),
    officeSheet(
      'services',
      'クラウドサービス利用台帳',
      [
        ['№', rowNumber, counted],
        ['サービス名称', 'name', '電子申請|Web会議|公式SNS'],
        ['提供事業者名', unmapped, 'A社|B社|C社'],
        ['種類', 'type', 'クラウド|Web会議|SNS'],
        ['利用課', ['division', 'users'], '全課|秘書課|広報課'],
        ['利用目的・業務', 'scope', '申請受付|会議|広報'],
        ['接続形態\n（LGWAN／インターネット）', 'reachedBy', 'LGWAN|インターネット|インターネット'],
        ['取り扱う情報の機密性', 'confidentiality', '2|1|1'],
        ['ISMAP登録の有無', 'certifications', '有|有|無'],
        ['約款による\nサービスか', 'terms.standard', '×|○|○'],
        ['利用規約確認日', 'terms.confirmed', '|R7.4.1|R7.4.1'],
        ['データ保存場所\n（国内・国外）', unmapped, '国内|国外|国外'],
        ['アクセス制御', 'controls.accessControl', '○|○|○'],
        ['通信・データの暗号化', 'controls.encryption', '○|○|○'],
        ['アカウント管理', 'credentials.managed', '○|○|○'],
        ['運用責任者', 'responsible', '情報政策課長|秘書課長|広報課長'],
        ['利用承認日', unmapped, 'R7.3.1|R7.3.1|R6.4.1'],
        ['利用手順書', 'procedure', '有|有|無'],
        ['備考', 'notes', '||'],
      ],
      { above: [['外部サービス（クラウド）利用状況']] },
    ),
  ],
};

const board: Office = {
  name: '教育委員会',
  sheets: [
    officeSheet(
      'assets',
      '学校情報資産台帳',
      [
        ['番号', rowNumber, counted],
        ['所属（学校名）', 'division', '第一小学校|第一小学校|中央中学校'],
        ['資産名称', 'name', '指導要録|健康診断票|成績一覧表'],
        ['重要性分類（Ⅰ～Ⅳ）', [unmapped, 'classification.confidentiality'], 'Ⅰ|Ⅰ|Ⅱ'],
        ['形態（紙・デジタル）', 'form', '紙|紙|デジタル'],
        ['保管先', 'facility', '校長室金庫|保健室|校務サーバ'],
        ['保管方法', ['storage.locked', 'storage.hiddenFromView'], '施錠保管|施錠保管|アクセス制限'],
        ['取扱者', [unmapped, 'users'], '担任|養護教諭|教員'],
        ['外部持ち出し制限', 'takeout.permitted', '禁止|禁止|要許可'],
        ['持ち出し許可の要否', 'takeout.permission', '要|要|要'],
        ['持ち出し記録簿', unmapped, '有|有|有'],
        ['電子データ > 使用システム名', 'system', '||校務支援システム'],
        ['電子データ > ファイル暗号化', 'encryption.atRest', '||○'],
        ['電子データ > 使用媒体', 'medium', '||サーバ'],
        ['個人情報の\n有無', 'contains[personal-information]', '○|○|○'],
        ['要配慮\n個人情報', 'contains[sensitive-personal-information]', '×|○|×'],
        ['収集先', 'origin', '本人|本人|校内'],
        ['保管期限', 'retention', '20年|5年|5年'],
        ['廃棄の > 方法', 'disposal.method', '溶解|溶解|消去'],
        ['廃棄の > 年月日', 'disposal.date', '||'],
        ['廃棄の > 確認者', unmapped, '||'],
        ['登録日', unmapped, 'R5.4.1|R5.4.1|R6.4.1'],
        ['更新日', unmapped, 'R7.4.1|R7.4.1|R7.4.1'],
        ['特記事項', 'notes', '||'],
      ],
      {
        above: [['教育情報資産台帳'], ['学校番号', '101']],
        merged: false,
        below: [['※重要性分類はガイドラインによる'], ['※保管期限は学校文書規程による']],
      },
    ),
    officeSheet(
      'systems',
      '端末・機器管理台帳',
      [
        ['連番', rowNumber, counted],
        ['資産管理番号', 'id', 'K-001|K-002|K-003'],
        ['学校名', 'division', '第一小学校|第一小学校|中央中学校'],
        ['端末・機器名', 'name', '校務用PC|学習者用端末|NAS'],
        ['種類', 'type', 'PC|タブレット|NAS'],
        ['OS（バージョン）', ['software[].name', 'software[].version'], 'Windows 11|iPadOS 17|'],
        ['台　数', 'quantity', '30台|420台|1台'],
        ['配布対象', 'users', '教職員|児童|教職員'],
        ['接続ＮＷ', 'segments', '校務系|学習系|校務系'],
        ['設置・保管場所', 'facility', '職員室|充電保管庫|職員室'],
        ['購入年月日', 'introduced', 'R5.3.31|R3.3.31|R6.3.31'],
        ['サポート終了\n予定日', 'supportEnds', 'R9.10.14||'],
        ['フィルタリング', unmapped, '有|有|－'],
        ['ウイルス対策ソフト名', 'malware.installed', 'ABC|－|－'],
        ['定義ファイル\n最終更新', 'malware.definitions', '自動|－|－'],
        ['OSアップデート実施日', 'vulnerability.lastPatched', 'R8.3.1|R8.2.1|R8.1.1'],
        ['MDM', [unmapped, 'hardening.managed'], '×|○|×'],
        ['盗難防止措置', 'physical.secured', 'ワイヤー|保管庫施錠|施錠'],
        ['貸与・私物', 'issued', '貸与|貸与|貸与'],
        ['ログイン認証', 'authentication.factors', 'ID・パスワード|PIN|ID・パスワード'],
        ['アカウントの共有', 'authentication.shared', '無|無|有'],
        ['USBメモリ使用可否', 'export.disabled', '不可|不可|可'],
        ['操作ログの取得', 'logs.acquired', '○|×|○'],
        ['バックアップの有無', 'backup.taken', '×|×|○'],
        ['復元テスト実施日', 'backup.lastTested', '||R7.8.1'],
        ['障害記録簿', 'faults.recorded', '有|無|有'],
        ['容量制限の設定', 'capacity.limitSet', '||有'],
        ['管理者（職）', 'manager', '校長|校長|校長'],
        ['備考', 'notes', '||'],
      ],
      { above: [['教育用コンピュータ等管理台帳'], ['令和8年5月1日現在']] },
    ),
    officeSheet(
      'contracts',
      '業務委託一覧',
      [
        ['番号', rowNumber, counted],
        ['契約・協定の名称', 'name', '校務支援システム保守|学校給食調理業務|体育館指定管理'],
        ['契約先', 'contractor', '㈱まなび|㈱きゅうしょく|NPO体協'],
        ['委託・指定管理の別', 'type', '委託|委託|指定管理'],
        [
          '契約（協定）期間',
          ['period.starts', 'period.ends'],
          'R8.4.1～R9.3.31|R7.4.1～R10.3.31|R6.4.1～R11.3.31',
        ],
        ['契約方法', unmapped, '随契|入札|公募'],
        ['個人情報取扱特記事項', 'terms.securityRequirements', '有|有|有'],
        ['機密保持', 'terms.confidentiality', '有|有|有'],
        ['再委託の可否', 'terms.subcontractingRestricted', '原則不可|不可|可'],
        ['再委託先名', 'subcontractors[].name', '||㈱清掃'],
        ['再委託承認日', 'subcontractors[].approved', '||R8.4.1'],
        ['従事者への教育', unmapped, '有|有|無'],
        ['監査の受入れ', 'terms.auditCooperation', '有|無|無'],
        ['事故発生時の対応', 'incidentMeasures', '有|有|有'],
        ['契約終了時のデータ消去', 'terms.returnOrDisposal', '有|有|有'],
        ['実地調査日', 'verification.last', 'R7.11.5||'],
        ['担当指導主事', unmapped, '鈴木|佐藤|田中'],
        ['備考', 'notes', '||'],
      ],
      { above: [['業務委託等一覧表'], ['担当：教育総務課']] },
    ),
    officeSheet('segments', 'ネットワーク構成', [
      ['No.', rowNumber, counted],
      ['セグメント名', 'name', '校務系|学習系|公開系'],
      ['系（校務・学習）', ['layer', 'network'], '校務系|学習系|公開系'],
      ['IPアドレス範囲', 'cidr', '10.10.0.0/16|10.20.0.0/16|10.30.0.0/24'],
      ['用途', unmapped, '校務|学習|HP'],
      ['インターネット接続回線', [unmapped, 'externalNetwork'], '無|有|有'],
      ['設置校', ['facility', 'division'], '全校|全校|教育センター'],
      ['配線の保護', 'cabling.protected', '○|○|○'],
      ['侵入監視', 'monitoring.intrusion', '○|×|○'],
      ['管理責任者', 'manager', '教育総務課長|教育総務課長|教育総務課長'],
      ['備考', 'notes', '||'],
    ]),
  ],
};

/** The offices whose columns the table of synonyms is measured by. */
export const offices: readonly Office[] = [town, city, board];
