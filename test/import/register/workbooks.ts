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
