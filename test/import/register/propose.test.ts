import { describe, expect, test } from 'vitest';
import type { RecordSection } from '../../../src/import/register/fields.ts';
import { kept } from '../../../src/import/register/headers.ts';
import { proposeColumns } from '../../../src/import/register/propose.ts';
import { proposeSection } from '../../../src/import/register/propose-section.ts';
import { type OfficeColumn, offices } from './offices.ts';
import { otherCity, union } from './other-words.ts';
import { officeTable, tableOf } from './table-of.ts';

interface Judged {
  readonly header: string;
  /** `missed`: not found, or guessed wrong; `wrong`: mapped to another field for certain */
  readonly verdict: 'right' | 'missed' | 'wrong';
  readonly said: string;
}

/** Whether each column is proposed for what it is: one of its fields, all of them, or none where none is right. */
function judge(section: RecordSection, columns: readonly OfficeColumn[]): readonly Judged[] {
  const proposals = proposeColumns(officeTable(columns), section);
  return columns.map(({ header, right }, index) => {
    const { state = 'unmapped', targets = [] } = proposals[index] ?? {};
    const rights = [right].flat();
    const isRight = (target: string) => rights.includes(target.startsWith('x-') ? 'unmapped' : target);
    const areRight = state === 'row-number' ? rights.includes('row-number') : targets.every(isRight);
    const missed = state === 'guess' || state === 'unmapped' ? 'missed' : 'wrong';
    return { header, verdict: areRight ? 'right' : missed, said: `${state} ${targets}` };
  });
}

function shareOfRight(columns: readonly Judged[]): number {
  return columns.filter(({ verdict }) => verdict === 'right').length / columns.length;
}

describe.each(offices)('the registers of the $name', ({ sheets }) => {
  test('are seen to be what they are', () => {
    const seen = sheets.map(({ columns, sheet }) => proposeSection(officeTable(columns), sheet.name).section);
    expect(seen).toEqual(sheets.map(({ section }) => section));
  });

  test('have nearly all of their columns mapped or guessed right, and none wrong for certain', () => {
    const columns = sheets.flatMap((sheet) => judge(sheet.section, sheet.columns));
    expect(columns.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(shareOfRight(columns)).toBeGreaterThanOrEqual(0.95);
  });
});

describe.each([
  ['a union', union],
  ['another city', otherCity],
])('the registers of %s, in other words', (_, sheets) => {
  test.each(sheets)('$name is seen to be what it is', ({ name, section, columns }) => {
    expect(proposeSection(officeTable(columns), name).section).toBe(section);
  });

  test('have nearly all of their columns guessed right, and none wrong for certain', () => {
    const columns = sheets.flatMap((sheet) => judge(sheet.section, sheet.columns));
    expect(columns.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(shareOfRight(columns)).toBeGreaterThanOrEqual(0.95);
  });
});

/** What a column alone in a sheet is proposed for: its state and targets, those without a field as `x-`. */
function alone(section: RecordSection, header: string, values = ''): string {
  const [proposal] = proposeColumns(tableOf([[header, values]]), section);
  const { state = 'unmapped', targets = [] } = proposal ?? {};
  return [state, ...targets.map((target) => (target.startsWith(kept) ? kept : target))].join(' ');
}

describe('what one header may not be taken for', () => {
  test.each([
    ['assets', '廃棄予定日', 'exact x-'],
    ['assets', '廃棄／予定年度', 'exact x-'],
    ['assets', '廃棄日（予定）', 'exact x-'],
    ['assets', '廃棄／年月日', 'exact disposal.date'],
    ['assets', '担当者', 'exact x-'],
    ['assets', '取扱者', 'exact x-'],
    ['assets', '登録日', 'exact x-'],
    ['systems', '登録年月日', 'exact x-'],
    ['systems', '更新日', 'exact x-'],
    ['systems', 'リース満了日', 'exact x-'],
    ['systems', 'リース／満了日', 'exact x-'],
    ['systems', 'リース開始年月日', 'guess x-'],
    ['systems', '保守期限', 'exact supportEnds'],
    ['systems', 'ライセンス数', 'guess software[].licensed'],
    ['systems', 'USB制限', 'guess export.disabled'],
    ['systems', '容量制限', 'guess capacity.limitSet'],
    ['assets', '暗号化', 'guess encryption.atRest'],
    ['assets', '暗号化／保存時', 'exact encryption.atRest'],
    ['assets', '区分', 'guess form'],
    ['assets', '種別', 'guess form'],
    ['assets', '保管場所', 'guess facility'],
    ['assets', '確認', 'guess x-'],
    ['assets', '施錠の要否', 'guess storage.locked'],
    ['assets', '持出許可の要否', 'guess takeout.permission'],
    ['assets', '施錠（要・不要）', 'guess storage.locked'],
    ['assets', '①施錠（○×）', 'exact storage.locked'],
    ['assets', '【必須】情報資産の名称※', 'exact name'],
    ['assets', '暗号化の有無（保存時）', 'guess encryption.atRest'],
    ['assets', '複製の可否', 'guess x-'],
    ['assets', '分類／機密性', 'exact classification.confidentiality'],
    ['assets', '機密性（1〜3）', 'exact classification.confidentiality'],
    ['assets', '重要度', 'guess x-'],
    ['contracts', '契約期間', 'exact period.starts period.ends'],
    ['contracts', '契約期間／自', 'exact period.starts'],
    ['contracts', '委託期間（始期）', 'exact period.starts'],
    ['contracts', '契約終了日', 'guess period.ends'],
    ['contracts', '解約日', 'exact ended'],
    ['contracts', '再委託の有無', 'exact subcontractors'],
    ['contracts', '再委託の制限', 'exact terms.subcontractingRestricted'],
    ['contracts', '再委託の可否', 'guess terms.subcontractingRestricted'],
    ['contracts', '目的外利用', 'guess terms.purposeLimitation'],
    ['contracts', '目的外利用の禁止', 'exact terms.purposeLimitation'],
    ['contracts', 'Pマーク・ISMS', 'guess selection.certificationsConsidered'],
    ['contracts', '検収日', 'exact x-'],
    ['contracts', '契約の相手方／名称', 'exact contractor'],
    ['contracts', '委託先／担当者', 'exact x-'],
    ['contracts', '委託先／責任者', 'exact x-'],
    ['systems', 'バックアップ／有無', 'exact backup.taken'],
    ['systems', 'リストア試験実施日', 'exact backup.lastTested'],
    ['systems', '復元確認実施日', 'exact backup.lastTested'],
    ['systems', '最終パッチ適用日', 'exact vulnerability.lastPatched'],
    ['systems', 'ファームウェア更新日', 'exact vulnerability.lastPatched'],
    ['systems', '初期パスワード変更', 'exact hardening.defaultPasswordChanged'],
    ['systems', '初期パスワードの変更状況', 'exact hardening.defaultPasswordChanged'],
    ['services', '定型約款', 'exact terms.standard'],
    ['services', '定型約款による利用', 'exact terms.standard'],
    ['services', 'ISMAP', 'exact certifications'],
    ['services', 'ISMAP登録の有無', 'exact certifications'],
    ['services', '認証取得状況', 'exact certifications'],
    ['services', '生成AIに入力してよい情報', 'exact allowedInformation'],
    ['services', 'プロンプトに入力可能な情報', 'exact allowedInformation'],
    ['incidents', '発生日', 'guess x-'],
    ['incidents', '認知日', 'exact detected'],
    ['services', 'サービス種別', 'exact type'],
    ['services', '認証取得', 'guess certifications'],
    ['exceptions', '承認期間', 'exact starts expires'],
  ] as const)('%s: %s is %s', (section, header, expected) => {
    expect(alone(section, header.normalize('NFKC').replaceAll('/', header.includes('／') ? '／' : '/'))).toBe(
      expected,
    );
  });

  test('a number that counts the rows is no id, whatever it is called', () => {
    expect(alone('assets', '管理番号', '1|2|3')).toBe('row-number');
    expect(alone('assets', '管理番号', '001|002|003')).toBe('row-number');
    expect(alone('assets', '並び', '1|2|3')).toBe('row-number');
    expect(alone('assets', 'No.', '1|2|4')).toBe('row-number');
    expect(alone('assets', '管理番号', '税-1|税-2|税-3')).toBe('exact id');
    expect(alone('assets', '資産番号', '1|2|4')).toBe('exact id');
    expect(alone('assets', '番号', '税-1|税-2|税-3')).toBe('guess x-');
    expect(alone('systems', '台数', '1|2|3')).toBe('exact quantity');
  });

  test('two columns for a field of one value are both asked, and the field is filled once', () => {
    const proposals = proposeColumns(tableOf([['備考'], ['特記事項'], ['管理者']]), 'assets');
    expect(proposals).toEqual([
      { state: 'guess', targets: ['notes'], alternatives: ['x-備考'], question: 'two-columns' },
      { state: 'guess', targets: ['x-特記事項'], alternatives: ['notes'], question: 'two-columns' },
      { state: 'exact', targets: ['manager'] },
    ]);
  });

  test('what no field is for is kept below a key of its own', () => {
    const targets = proposeColumns(tableOf([['メーカー'], ['メーカー'], [''], ['ＡＢ.[c]']]), 'systems').map(
      (proposal) => proposal.targets,
    );
    expect(targets).toEqual([['x-メーカー'], ['x-メーカー-2'], ['x-列3'], ['x-ＡＢc']]);
  });
});

/** The columns of the law's own form, and what each is for: in a list of files, and where the files are taken for assets. */
const lawsForm = [
  ['個人情報ファイルの名称', 'name', 'name'],
  ['行政機関等の名称', 'agency', 'agency'],
  ['個人情報ファイルが利用に供される事務をつかさどる組織の名称', 'division', 'division'],
  ['個人情報ファイルの利用目的', 'businessPurpose', 'businessPurpose'],
  ['記録項目', 'recordedItems', kept],
  ['記録範囲', 'subjects', kept],
  ['個人情報ファイルに記録される個人情報の収集方法', 'collection', 'origin'],
  [
    '要配慮個人情報が含まれるときは、その旨',
    'contains[sensitive-personal-information]',
    'contains[sensitive-personal-information]',
  ],
  ['記録情報の経常的提供先', 'recipients', kept],
  ['開示請求等を受理する組織の名称及び所在地', 'requestsReceivedBy', kept],
  ['訂正及び利用停止に関する他の法律又はこれに基づく命令の規定による特別の手続等', 'otherProcedures', kept],
  ['個人情報ファイルの種別', 'type', 'form'],
  ['政令第21条第7項に該当するファイル', kept, kept],
  ['行政機関等匿名加工情報の提案の募集をする個人情報ファイルである旨', kept, kept],
  ['行政機関等匿名加工情報の提案を受ける組織の名称及び所在地', kept, kept],
  ['行政機関等匿名加工情報の概要', kept, kept],
  ['備考', 'notes', 'notes'],
] as const;

describe("the law's own list of files of personal information", () => {
  const table = tableOf(lawsForm.map(([header]) => [header]));

  test('is seen by the header over the names to be one, whatever the sheet is called', () => {
    for (const name of ['Sheet1', '個人情報ファイル簿', '情報資産台帳', '住民課'])
      expect(proposeSection(table, name)).toEqual({ state: 'exact', section: 'personalInformationFiles' });
    expect(proposeSection(table, '記入例')).toEqual({ state: 'ignored' });
  });

  test.each([
    ['personalInformationFiles', 1],
    ['assets', 2],
  ] as const)('has columns that are all known, as %s', (section, at) => {
    expect(
      proposeColumns(table, section).map(({ state, targets = [] }) => [
        state,
        targets[0]?.replace(/^x-.*/, kept),
      ]),
    ).toEqual(lawsForm.map((column) => ['exact', column[at]]));
  });

  test('is not a register of assets that names the file which each of them holds', () => {
    const assets = tableOf([['情報資産の名称'], ['個人情報ファイルの名称'], ['機密性'], ['保存期間']]);
    expect(proposeSection(assets, '情報資産台帳')).toEqual({ state: 'exact', section: 'assets' });
  });
});

describe('the sections of sheets', () => {
  test.each([
    ['USBメモリ管理簿', '管理番号 媒体名 容量 使用者 貸出日 返却日 保管場所', 'guess assets'],
    ['持出許可簿', '持出日 持出者 情報資産名 持出先 持出目的 許可者 返却日', 'guess assets'],
    ['個人情報ファイル簿', '名称 所管課 利用目的 記録項目', 'exact personalInformationFiles'],
    ['Sheet1', '個人情報取扱事務の名称 所管課 事務の目的', 'guess personalInformationFiles'],
    ['個人情報取扱事務登録簿', '事務の名称 所管課 事務の目的', 'guess personalInformationFiles'],
    ['例外措置申請一覧', '申請日 申請課 件名 理由 代替措置 承認日 有効期限', 'exact exceptions'],
    ['外部サービス利用申請', '申請日 申請課 サービス名 利用目的 利用承認日', 'exact services'],
    ['研修受講記録', '研修名 対象者 研修実施日 受講者数', 'guess staffGroups'],
    ['監査指摘事項一覧', '監査実施日 被監査課 指摘事項 改善状況', 'guess audits'],
    ['規程一覧', '規程名 制定日 最終改正日 公開・非公開', 'exact documents'],
    ['インシデント管理簿', '件名 発生日 認知日 報告日 原因', 'exact incidents'],
    ['職員区分', '職員区分 任用形態 人数 研修受講日', 'exact staffGroups'],
    ['施設・サーバ室一覧', '施設名 入退室管理 消火設備 UPS', 'exact facilities'],
    ['ネットワーク一覧', 'ネットワーク名 VLAN番号 ネットワークアドレス 系統', 'exact segments'],
    ['通信許可一覧', '送信元 宛先 プロトコル ポート番号 目的 承認日', 'exact connections'],
    ['Sheet1', '委託業務名 委託先 契約期間 再委託の有無 秘密保持', 'exact contracts'],
    ['端末リスト', '端末名 設置場所 OS ウイルス対策ソフト', 'exact systems'],
    ['記入要領', '情報資産名 所管課 機密性 保管場所', 'ignored '],
    ['記入例', '情報資産名 所管課 機密性 保管場所', 'ignored '],
    ['選択肢', '機密性 形態 所管課', 'ignored '],
    ['リスト', '課名 区分', 'ignored '],
    ['凡例', '記号 意味', 'ignored '],
    ['表紙', '', 'ignored '],
    ['マスタ', '所属コード 所属名', 'ignored '],
  ])('%s with %s: %s', (name, written, expected) => {
    const { state, section = '' } = proposeSection(
      tableOf(written.split(' ').map((header) => [header])),
      name,
    );
    expect(`${state} ${section}`).toBe(expected);
  });
});
