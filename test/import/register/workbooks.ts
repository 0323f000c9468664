import type { XlsxSheet } from '../../support/xlsx.ts';

/*
 * The workbooks of three offices that do not exist, with what real ones have: titles, merged headers of several rows, notes,
 * totals, 同上, merged cells, what is hidden or crossed out, formulas that failed, dates of Excel and of the Japanese calendar.
 */

/** The register of assets of a town, with a sheet on how to fill it in. */
export const townAssets: readonly XlsxSheet[] = [
  {
    name: '記入要領',
    rows: [['情報資産管理台帳　記入要領'], ['１　機密性は３段階で記入すること。'], ['２　「同上」は用いない。']],
  },
  {
    name: '情報資産管理台帳',
    rows: [
      ['令和８年度　情報資産管理台帳'],
      ['所管課：税務課', undefined, undefined, undefined, '作成日：令和８年４月１日'],
      [],
      [
        'No.',
        '管理番号',
        '情報資産の名称',
        '所管課',
        '分類',
        undefined,
        '個人情報\nの有無',
        '保管場所',
        '施錠\nの有無',
        '廃棄',
        undefined,
        '暗号化',
        '備　考',
      ],
      [undefined, undefined, undefined, undefined, '機密性', '完全性', undefined, undefined, undefined, '年月日', '方法'],
      [1, '税-001', '固定資産課税台帳', '税務課', '機密性３', '２', '○', '電算室', '○', undefined, undefined, '要', '年１回更新'],
      [2, '税-002', '滞納整理票', '同上', '機密性３', '２', '○', undefined, '〃', undefined, undefined, '－', undefined],
      [
        3,
        '税-003',
        { value: '申告書綴り', struckOut: true },
        '税務課',
        '機密性２',
        '１',
        '有（要配慮）',
        '税務課書庫',
        '×',
        { value: 46112, format: 'yyyy/m/d' },
        '溶解',
        '－',
        { formula: 'VLOOKUP(B8,x,2)', error: '#N/A' },
      ],
      [4, '税-004', 'ｺﾞﾙﾌ場利用税台帳', '税務課', '機密性１', '１', '無', '税務課書庫', '○', 'R8.3.31', '裁断', '－', 'A: "b" #c\n- d'],
      ['合計', undefined, '4件'],
      ['※　機密性は「情報資産の分類基準」により記入すること。'],
    ],
    merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'H4:H5', 'I4:I5', 'J4:K4', 'L4:L5', 'M4:M5', 'H6:H7'],
    hiddenRows: [9],
    hiddenColumns: [13],
  },
];

/** The registers of devices and of contractors of a city, in one workbook. */
export const cityDevices: readonly XlsxSheet[] = [
  {
    name: '機器一覧',
    rows: [
      ['情報機器管理台帳（令和８年４月１日現在）'],
      ['項番', '機器番号', '機器名称', '種別', '設置場所', '接続系統', 'ＯＳ', undefined, 'ＩＰアドレス', 'ウイルス対策', 'リース\n満了日'],
      [undefined, undefined, undefined, undefined, undefined, undefined, '名称', 'サポート終了', undefined, undefined, undefined],
      ['１', 'SV-01', '住民情報システムサーバ', 'サーバ', '本庁電算室', 'マイナンバー利用事務系', 'Windows Server 2022', { value: 48135, format: 14 }, '１０．１．２．３', '有', '令和１０年３月３１日'],
      ['２', 'PC-01', '税務課端末', 'ノートPC', '税務課', 'LGWAN接続系', 'Windows 11', undefined, '10.2.0.5、10.2.0.6', '有', '－'],
      ['３', 'PC-02', '税務課端末', 'ノートPC', '〃', '〃', '〃', undefined, 'DHCP', '無', 'リース外'],
      [undefined, undefined, undefined, '計', '3台'],
      ['注1　本表は年１回見直す。'],
    ],
    merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:H2', 'I2:I3', 'J2:J3', 'K2:K3'],
  },
  {
    name: '委託先一覧',
    rows: [
      ['委託先一覧'],
      ['No', '契約件名', '委託先名', '担当課', '委託期間', '対象システム', '秘密保持', '再委託の可否'],
      [1, '住民情報システム保守', '㈱Ａ社', '情報政策課', 'R8.4.1～R9.3.31', '住民情報システム', '○', '原則禁止'],
      [2, '帳票印刷', '（株）Ｂ印刷', '税務課', '令和８年度', '該当なし', '×', '可'],
    ],
  },
  { name: '選択肢', rows: [['種別'], ['サーバ'], ['ノートPC']], state: 'hidden' },
];

/** The list of a board of education, as a program for its website saved it. */
export const boardFiles =
  '管理番号,個人情報ファイルの名称,担当課,機密性,個人番号の有無,媒体,保存期間,備考\r\n' +
  'K-1,学齢簿,学校教育課,３,無,電子・紙,永年,"改行\r\nあり"\r\n' +
  'K-2,就学援助台帳,学校教育課,3,有,電子,５年,=SUM(A1)\r\n' +
  'K-2,要保護児童名簿,学校教育課,３,不明,紙,５年,\r\n';
