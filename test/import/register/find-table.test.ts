import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LimitError } from '../../../src/base/limits.ts';
import { findTable } from '../../../src/import/register/find-table.ts';
import type { Table } from '../../../src/import/register/table.ts';
import type { Cell, Sheet } from '../../../src/spreadsheet/workbook.ts';
import { sheetOf } from './grid.ts';
import { offices } from './offices.ts';

/** Rows as they look: cells set apart by `|`. */
function grid(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n')));
}

function find(text: string, merges: readonly string[] = []): Table | undefined {
  return findTable(sheetOf('台帳', grid(text), merges));
}

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.4 : 1;

const headersOf = (table: Table | undefined) => table?.columns.map(({ header }) => header);

/** What a table is, in short: values with `^` where they repeat what is above them. */
function brief(table: Table | undefined) {
  if (table === undefined) return undefined;
  return {
    header: `${table.headerRows.first}-${table.headerRows.last}`,
    columns: headersOf(table)?.join(' '),
    rows: table.rows.map(({ row, cells }) =>
      [
        row,
        ...table.columns.map(({ column }) => {
          const cell = cells.get(column);
          return cell === undefined ? '' : `${cell.text}${cell.repeats === undefined ? '' : '^'}`;
        }),
      ].join('|'),
    ),
    skipped: table.skipped.map(({ row, why }) => `${row} ${why}`).join(', '),
    facts: table.facts?.map(({ row, key, text }) => `${row} ${key}=${text}`).join(', '),
  };
}

interface Shape {
  readonly what: string;
  readonly sheet: string;
  readonly merges?: readonly string[];
  readonly header: string;
  readonly columns: string;
  readonly rows: readonly string[];
  readonly skipped?: string;
  readonly facts?: string;
}

const shapes: readonly Shape[] = [
  {
    what: 'headers in the first row',
    sheet: `
      No.|名称|所管課
      1|住民票|市民課
      2|税台帳|税務課`,
    header: '1-1',
    columns: 'No. 名称 所管課',
    rows: ['2|1|住民票|市民課', '3|2|税台帳|税務課'],
  },
  {
    what: 'a title merged over the whole width, facts in one cell, a date, a blank row',
    sheet: `
      令和8年度　情報資産管理台帳|||
      所管課：総務課|||作成日　令和8年4月1日

      No.|名称|機密性|備考
      1|職員名簿|２|`,
    merges: ['A1:D1'],
    header: '4-4',
    columns: 'No. 名称 機密性 備考',
    rows: ['5|1|職員名簿|２|'],
    skipped: '1 title, 2 title',
    facts: '2 所管課=総務課',
  },
  {
    what: 'facts in two cells right above the headers',
    sheet: `
      情報資産台帳
      所管課|総務課||作成者|山田
      No.|名称|機密性|保管場所|備考
      1|職員名簿|２|書庫|`,
    header: '3-3',
    columns: 'No. 名称 機密性 保管場所 備考',
    rows: ['4|1|職員名簿|２|書庫|'],
    skipped: '1 title, 2 title',
    facts: '2 所管課=総務課, 2 作成者=山田',
  },
  {
    what: 'facts in two cells above a table that is hardly wider',
    sheet: `
      所管課|総務課
      名称|機密性|備考
      職員名簿|２|新`,
    header: '2-2',
    columns: '名称 機密性 備考',
    rows: ['3|職員名簿|２|新'],
    skipped: '1 title',
    facts: '1 所管課=総務課',
  },
  {
    what: 'several facts in one cell, and one in brackets',
    sheet: `
      所管課：総務課　 作成日：R8.4.1||（単位：件）
      名称|件数|備考
      職員名簿|20|新`,
    header: '2-2',
    columns: '名称 件数 備考',
    rows: ['3|職員名簿|20|新'],
    skipped: '1 title',
    facts: '1 所管課=総務課, 1 作成日=R8.4.1, 1 単位=件',
  },
  {
    what: 'legends above and notes below',
    sheet: `
      機器台帳
      ※ ○：有、×：無
      凡例|○|有
      |×|無

      No|機器名|種別|設置場所|ログ
      1|サーバ|サーバ|電算室|○
      注）ログは取得の有無
      　続き：保存は１年
      （注）台数は別紙
      以上`,
    header: '6-6',
    columns: 'No 機器名 種別 設置場所 ログ',
    rows: ['7|1|サーバ|サーバ|電算室|○'],
    skipped: '1 title, 2 legend, 3 legend, 4 legend, 8 legend, 9 legend, 10 legend, 11 legend',
  },
  {
    what: 'totals of parts and of all; 会計 and 統計 are none',
    sheet: `
      課|名称|台数
      会計課|統計|3台
      会計課|計|3台
      総務課小計||5
      総務課|計画書|2台
      小計||2台
      　合　計　||5台
      計5台`,
    header: '1-1',
    columns: '課 名称 台数',
    rows: ['2|会計課|統計|3台', '5|総務課|計画書|2台'],
    skipped: '3 total, 4 total, 6 total, 7 total, 8 total',
  },
  {
    what: 'title and headers again on the next page',
    sheet: `
      情報資産台帳
      No.|名称|分類|
      ||機密性|完全性
      1|甲|2|1
      情報資産台帳
      No.|名称|分　類
      ||機密性|完全性
      2|乙|2|1`,
    merges: ['A2:A3', 'B2:B3', 'C2:D2'],
    header: '2-3',
    columns: 'No. 名称 分類／機密性 分類／完全性',
    rows: ['4|1|甲|2|1', '8|2|乙|2|1'],
    skipped: '1 title, 5 title, 6 header-again, 7 header-again',
  },
  {
    what: 'three rows of headers, merged',
    sheet: `
      No.|名称|個人情報|||備考
      ||有無|番号法||
      |||利用|関係|
      1|甲|有|○|×|なし`,
    merges: ['A1:A3', 'B1:B3', 'C1:E1', 'C2:C3', 'D2:E2', 'F1:F3'],
    header: '1-3',
    columns: 'No. 名称 個人情報／有無 個人情報／番号法／利用 個人情報／番号法／関係 備考',
    rows: ['4|1|甲|有|○|×|なし'],
  },
  {
    what: 'three rows of headers without merges',
    sheet: `
      No.|名称|個人情報||||備考
      ||有無|番号法||要配慮|
      |||利用|関係||
      1|甲|有|○|×|無|なし`,
    header: '1-3',
    columns: 'No. 名称 個人情報／有無 個人情報／番号法／利用 個人情報／番号法／関係 個人情報／要配慮 備考',
    rows: ['4|1|甲|有|○|×|無|なし'],
  },
  {
    what: 'groups over every column, not merged',
    sheet: `
      基本情報|||分類||
      番号|名称|所管課|機密性|完全性|可用性
      1|甲|総務課|2|1|1`,
    header: '1-2',
    columns: '基本情報／番号 基本情報／名称 基本情報／所管課 分類／機密性 分類／完全性 分類／可用性',
    rows: ['3|1|甲|総務課|2|1|1'],
  },
  {
    what: 'one merged group above headers that stand in the lower row',
    sheet: `
      ||分類||
      番号|名称|機密性|完全性|備考
      1|甲|2|1|なし`,
    merges: ['C1:D1'],
    header: '1-2',
    columns: '番号 名称 分類／機密性 分類／完全性 備考',
    rows: ['3|1|甲|2|1|なし'],
  },
  {
    what: 'a group whose text each column repeats, as merged cells are saved as CSV',
    sheet: `
      番号|名称|分類|分類|備考
      ||機密性|完全性|
      1|甲|2|1|なし`,
    header: '1-2',
    columns: '番号 名称 分類／機密性 分類／完全性 備考',
    rows: ['3|1|甲|2|1|なし'],
  },
  {
    what: 'yes and no as headers of a group',
    sheet: `
      番号|名称|持出し||備考
      ||可|否|
      1|甲|○||なし`,
    header: '1-2',
    columns: '番号 名称 持出し／可 持出し／否 備考',
    rows: ['3|1|甲|○||なし'],
  },
  {
    what: 'line feeds, blanks and width in headers; a solidus of its own is told from the joint',
    sheet: `
      Ｎｏ．|媒体の\\n種別|備　考|廃棄|
      |||年\\n月日|方法／内容
      1|紙|甲|R8|焼却`,
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    header: '1-2',
    columns: 'No. 媒体の種別 備考 廃棄／年月日 廃棄／方法/内容',
    rows: ['3|1|紙|甲|R8|焼却'],
  },
  {
    what: 'headers merged over two columns each, with values merged alike (Excel 方眼紙)',
    sheet: `
      名称||所管課||備考|
      甲||総務課||乙|
      丙||税務課||丁|`,
    merges: ['A1:B1', 'C1:D1', 'E1:F1', 'A2:B2', 'C2:D2', 'E2:F2'],
    header: '1-1',
    columns: '名称 所管課 備考',
    rows: ['2|甲|総務課|乙', '3|丙|税務課|丁'],
  },
  {
    what: 'a header merged over two columns that both have values',
    sheet: `
      No.|名称|備考|
      1|甲|い|ろ`,
    merges: ['C1:D1'],
    header: '1-1',
    columns: 'No. 名称 備考 備考',
    rows: ['2|1|甲|い|ろ'],
  },
  {
    what: 'values under no header, of which the first row is no second row of headers',
    sheet: `
      名称|所管課||備考
      甲|総務課|山田|新
      乙|税務課|佐藤|`,
    header: '1-1',
    columns: '名称 所管課  備考',
    rows: ['2|甲|総務課|山田|新', '3|乙|税務課|佐藤|'],
  },
  {
    what: '同上 and its like; 同左 and one below nothing stay text',
    sheet: `
      No.|名称|課|場所|媒体|備考
      1|甲|総務課|書庫|紙|〃
      2|乙|同上|〃|″|々
      3|丙|同　上|同|同左|
      4|丁|（同上）||〃|〃`,
    header: '1-1',
    columns: 'No. 名称 課 場所 媒体 備考',
    rows: [
      '2|1|甲|総務課|書庫|紙|〃',
      '3|2|乙|総務課^|書庫^|紙^|々',
      '4|3|丙|総務課^|書庫^|同左|',
      '5|4|丁|総務課^||同左^|〃',
    ],
  },
  {
    what: 'values merged downwards repeat, those merged to the right do not',
    sheet: `
      課|名称|媒体|場所|備考
      総務課|甲|紙||い
      |乙|電子|サーバ|ろ
      |丙|紙|書庫|
      税務課|丁|紙|書庫|`,
    merges: ['A2:A4', 'C2:D2', 'E3:E4'],
    header: '1-1',
    columns: '課 名称 媒体 場所 備考',
    rows: [
      '2|総務課|甲|紙||い',
      '3|総務課^|乙|電子|サーバ|ろ',
      '4|総務課^|丙|紙|書庫|ろ^',
      '5|税務課|丁|紙|書庫|',
    ],
  },
  {
    what: 'rows that are counted and not filled in, beside a merged division',
    sheet: `
      No.|課|名称
      1|総務課|甲
      2|
      3|
      4||乙
      5`,
    merges: ['B2:B6'],
    header: '1-1',
    columns: 'No. 課 名称',
    rows: ['2|1|総務課|甲', '5|4|総務課^|乙'],
    skipped: '3 blank-form, 4 blank-form, 6 blank-form',
  },
  {
    what: 'a form that is not filled in at all',
    sheet: `
      様式第１号
      No.|名称|課
      1
      2
      3`,
    header: '2-2',
    columns: 'No. 名称 課',
    rows: [],
    skipped: '1 title, 3 blank-form, 4 blank-form, 5 blank-form',
  },
  {
    what: 'a lone number in a column that does not count',
    sheet: `
      名称|台数|課
      甲|3|総務課
      乙|1|税務課
      |12|`,
    header: '1-1',
    columns: '名称 台数 課',
    rows: ['2|甲|3|総務課', '3|乙|1|税務課', '4||12|'],
  },
  {
    what: 'headers and no rows',
    sheet: `
      令和8年度　委託先一覧

      No.|件名|契約|
      ||相手方|期間`,
    merges: ['A3:A4', 'B3:B4', 'C3:D3'],
    header: '3-4',
    columns: 'No. 件名 契約／相手方 契約／期間',
    rows: [],
    skipped: '1 title',
  },
  {
    what: 'headings of parts among the records',
    sheet: `
      No.|名称|場所|備考
      【総務課】
      1|甲|書庫|
      税務課の分
      2|乙|書庫|`,
    merges: ['A4:D4'],
    header: '1-1',
    columns: 'No. 名称 場所 備考',
    rows: ['3|1|甲|書庫|', '5|2|乙|書庫|'],
    skipped: '2 title, 4 title',
  },
  {
    what: 'numbers of columns and an example below the headers',
    sheet: `
      番号|名称|機密性|課
      (1)|(2)|(3)|(4)
      例|住民票|２|市民課
      1|甲|２|総務課`,
    header: '1-1',
    columns: '番号 名称 機密性 課',
    rows: ['4|1|甲|２|総務課'],
    skipped: '2 legend, 3 legend',
  },
  {
    what: 'units below the headers',
    sheet: `
      番号|名称|金額|期間
      ||（円）|（年）
      1|甲|100|3`,
    header: '1-1',
    columns: '番号 名称 金額 期間',
    rows: ['3|1|甲|100|3'],
    skipped: '2 legend',
  },
  {
    what: 'boxes to sign in, a division in three cells, and a table of terms',
    sheet: `
      情報資産調べ||||課長|係長|担当

      所管部署|総務部|総務課
      区分|内容|備考
      秘密|特に重要|要施錠

      No|名称|課|機密性|完全性|可用性|場所
      1|甲|総務課|2|1|1|書庫`,
    header: '7-7',
    columns: 'No 名称 課 機密性 完全性 可用性 場所',
    rows: ['8|1|甲|総務課|2|1|1|書庫'],
    skipped: '1 title, 3 title, 4 title, 5 title',
    facts: '3 所管部署=総務部',
  },
  {
    what: 'an explanation within a header',
    sheet: `
      No|名称|機密性\\n（３：秘密、２：取扱注意、１：公開のいずれかを記入してください。該当しない場合は空欄とすること。）|課
      1|甲|2|総務課`,
    header: '1-1',
    columns:
      'No 名称 機密性(3:秘密、2:取扱注意、1:公開のいずれかを記入してください。該当しない場合は空欄とすること。) 課',
    rows: ['2|1|甲|2|総務課'],
  },
  {
    what: 'a first record of nothing but words',
    sheet: `
      名称|課|場所|媒体
      住民票|市民課|書庫|紙
      税台帳|税務課|電算室|電子`,
    header: '1-1',
    columns: '名称 課 場所 媒体',
    rows: ['2|住民票|市民課|書庫|紙', '3|税台帳|税務課|電算室|電子'],
  },
  {
    what: 'equal headers, a blank column, cells of blanks alone, a record that begins with ※',
    sheet: `
      名称|　|課|備考|備考
      ※甲| |総務課|い|ろ`,
    header: '1-1',
    columns: '名称 課 備考 備考',
    rows: ['2|※甲|総務課|い|ろ'],
  },
  {
    what: 'a table that does not begin at the left border, and rows far between',
    sheet: `
      |機器管理簿


      ||No.|機器名|課

      ||1|PC|総務課

      ||2|NAS|税務課`,
    header: '4-4',
    columns: 'No. 機器名 課',
    rows: ['6|1|PC|総務課', '8|2|NAS|税務課'],
    skipped: '1 title',
  },
];

describe('the table of a sheet', () => {
  it.each(shapes)('$what', ({ sheet, merges, header, columns, rows, skipped = '', facts }) => {
    expect(brief(find(sheet, merges))).toEqual({ header, columns, rows, skipped, facts });
  });

  it.each([
    ['nothing', ''],
    ['a title', '情報資産台帳'],
    [
      'prose',
      `
      記入要領
      １|この台帳は、情報資産を管理するために作成する。
      ２|機密性は、基準により記入する。
      |なお、不明な場合は情報政策課に問い合わせること。
      （１）|名称|正式な名称を記入する。`,
    ],
    ['a cover', '情報資産台帳\n令和8年度\n所管課|総務課\n担当者|山田\n電話|内線123'],
    ['records without headers', '1|住民票|市民課|2|○\n2|税台帳|税務課|2|×\n甲|乙|丙|丁|戊'],
  ])('is not found in %s', (_, text) => {
    expect(brief(find(text))).toBeUndefined();
  });

  const sheets = offices.flatMap(({ name, sheets }) =>
    sheets.map((one) => ({ name: `${name} ${one.sheet.name}`, one })),
  );
  it.each(sheets)('has the headers of $name', ({ one }) => {
    const table = findTable(one.sheet);
    expect(headersOf(table)).toEqual(
      one.columns.map(({ header }) =>
        header
          .split(' > ')
          .map((part) => part.normalize('NFKC').replaceAll(/\s/g, ''))
          .join('／'),
      ),
    );
    expect(table?.rows.length).toBe(3);
    for (const [index, { values }] of one.columns.entries())
      expect(table?.rows.map(({ cells }) => cells.get(index + 1)?.text ?? '')).toEqual(
        [0, 1, 2].map((at) => values.split('|')[at] ?? ''),
      );
    expect(accountOf(one.sheet, table)).toEqual(filledCells(one.sheet));
  });

  it('has the facts of the offices', () => {
    expect(
      Object.fromEntries(
        sheets.flatMap(({ name, one }) => {
          const facts = brief(findTable(one.sheet))?.facts;
          return facts === undefined ? [] : [[name, facts]];
        }),
      ),
    ).toEqual({
      '町 情報資産台帳': '2 所管課=税務課, 2 作成日=令和８年４月１日',
      '市 情報機器管理簿': '2 課名=情報政策課',
      '教育委員会 学校情報資産台帳': '2 学校番号=101',
      '教育委員会 業務委託一覧': '2 担当=教育総務課',
    });
  });

  it('marks what is hidden, crossed out or failed, also where it is repeated', () => {
    const cells = (...entries: [number, Cell][]) => new Map(entries);
    const sheet: Sheet = {
      name: '台帳',
      hiddenColumns: new Set([2]),
      merges: [{ top: 2, left: 1, bottom: 3, right: 1 }],
      rows: [
        { number: 1, cells: cells([1, { text: '課' }], [2, { text: '名称' }], [3, { text: '備考' }]) },
        {
          number: 2,
          hidden: true,
          cells: cells(
            [1, { text: ' 総務課 ', struckOut: true }],
            [2, { text: '甲' }],
            [3, { text: '#N/A', isError: true }],
          ),
        },
        { number: 3, cells: cells([2, { text: '乙', struckOut: true }], [3, { text: '〃' }]) },
      ],
    };
    expect(findTable(sheet)).toEqual({
      headerRows: { first: 1, last: 1 },
      columns: [
        { column: 1, header: '課' },
        { column: 2, header: '名称', hidden: true },
        { column: 3, header: '備考' },
      ],
      rows: [
        {
          row: 2,
          hidden: true,
          cells: cells(
            [1, { text: '総務課', struckOut: true }],
            [2, { text: '甲' }],
            [3, { text: '#N/A', isError: true }],
          ),
        },
        {
          row: 3,
          cells: new Map<number, object>([
            [1, { text: '総務課', struckOut: true, repeats: 'merged' }],
            [2, { text: '乙', struckOut: true }],
            [3, { text: '#N/A', isError: true, repeats: 'ditto' }],
          ]),
        },
      ],
      skipped: [],
    });
  });

  describe('of forms, one below the other, in which headers stand beside their values', () => {
    const forms = grid(`
      個人情報ファイル簿（単票）
      所管課：市民課
      1|個人情報ファイルの名称|住民基本台帳ファイル
      2|行政機関等の名称|市長
      3|開示請求等を受理する組織の名称及び所在地|（名称）|総務課
      ||（所在地）|本町1-1
      4|備　考
      ※記録項目は別紙のとおり
      個人情報ファイル簿（単票）
      1|個人情報ファイルの\\n名称|印鑑登録ファイル
      2|行政機関等の名称|市長
      3|記録項目|氏名、印影
      4|備　考|毎年見直し
      1|個人情報ファイルの名称
      2|行政機関等の名称
      3|記録項目
    `);
    const table = findTable(sheetOf('簿', forms));

    it('has a row for each form, and a column for each header', () => {
      expect(brief(table)).toEqual({
        header: '3-3',
        columns:
          '個人情報ファイルの名称 行政機関等の名称 開示請求等を受理する組織の名称及び所在地 備考 記録項目',
        rows: [
          '3|住民基本台帳ファイル|市長|（名称） 総務課\n（所在地） 本町1-1||',
          '10|印鑑登録ファイル|市長||毎年見直し|氏名、印影',
        ],
        skipped: '1 title, 2 title, 8 legend, 9 title, 14 blank-form, 15 blank-form, 16 blank-form',
        facts: '2 所管課=市民課',
      });
    });

    it('keeps where each value stands', () => {
      const cellsOf = (index: number) =>
        Array.from(table?.rows[index]?.cells.values() ?? [], ({ text, at }) => [text, at?.row, at?.column]);
      expect(cellsOf(1)).toEqual([
        ['印鑑登録ファイル', 10, 3],
        ['市長', 11, 3],
        ['氏名、印影', 12, 3],
        ['毎年見直し', 13, 3],
      ]);
      expect(cellsOf(0)[2]).toEqual([expect.stringContaining('総務課'), 5, 3]);
    });

    it('is none where the headers stand side by side, or are too few to be a form', () => {
      const list = find(`
        個人情報ファイルの名称|所管課|利用目的
        住民基本台帳ファイル|市民課|居住関係の公証
        印鑑登録ファイル|市民課|印鑑の証明
      `);
      expect(brief(list)?.rows).toHaveLength(2);
      const choices = find(`
        番号|項目|説明
        1|個人情報ファイルの名称|ファイルの名を書く
        2|住所|書かない
        3|氏名|書かない
      `);
      expect(headersOf(choices)).toEqual(['番号', '項目', '説明']);
    });
  });

  it('accounts for every cell once, whatever a sheet holds', () => {
    const text = fc.oneof(
      fc.constantFrom(
        ...['No.', '名称', '課', '分類', '機密性', '備考', '1', '2', '3', '○', '有', '同上', '〃', ' ', '　'],
        ...[
          '合計',
          '※注',
          '凡例',
          '所管課：総務課',
          '情報資産台帳',
          '【総務課】',
          'この台帳は、毎年見直すこと。',
          '例',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const row = fc.array(fc.oneof({ weight: 2, arbitrary: text }, fc.constant('')), { maxLength: 9 });
    const header = fc.constantFrom(['No.', '名称', '分類', '', '備考'], ['番号', '名称', '課'], []);
    const corner = fc.record({
      top: fc.integer({ min: 1, max: 12 }),
      left: fc.integer({ min: 1, max: 9 }),
      height: fc.oneof(fc.nat(3), fc.constant(2_000_000)),
      width: fc.oneof(fc.nat(3), fc.constant(20_000)),
    });
    let tables = 0;
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 3 }),
        header,
        fc.array(row, { maxLength: 12 }),
        fc.array(corner, { maxLength: 6 }),
        (above, headers, below, corners) => {
          const sheet: Sheet = {
            ...sheetOf('台帳', [...above, headers, ...below]),
            merges: corners.map(({ top, left, height, width }) => ({
              ...{ top, left },
              ...{ bottom: top + height, right: left + width },
            })),
          };
          const table = findTable(sheet);
          if (table === undefined) return;
          // A sheet on its side has no row of headers; tests of its own hold what it makes of its cells.
          if (isOnItsSide(table)) return;
          tables++;
          expect(accountOf(sheet, table)).toEqual(filledCells(sheet));
          const columns = table.columns.map(({ column }) => column);
          expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
          for (const { cells } of table.rows) {
            expect([...cells.keys()]).toEqual([...cells.keys()].sort((a, b) => a - b));
            for (const [column, cell] of cells) {
              expect(columns).toContain(column);
              expect(cell.text.trim()).not.toBe('');
              expect(cell.text).toBe(cell.text.trim());
            }
          }
        },
      ),
      { numRuns: 300 * share },
    );
    expect(tables).toBeGreaterThan(80 * share);
  });

  const largeSheet = (): Sheet => {
    const headers = Array.from({ length: 25 }, (_, index) => `項目${String.fromCharCode(65 + index)}`);
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      headers.map((_, column) =>
        column === 0 ? String(row + 1) : column === 3 ? '同上' : `値${row}の${column}`,
      ),
    );
    return sheetOf('台帳', [['情報資産台帳'], headers, ...rows]);
  };

  it('is found in well under a second in 20,000 rows of 25 columns', () => {
    const sheet = largeSheet();
    // Processor time: other tests run beside this one.
    const start = process.cpuUsage();
    const table = findTable(sheet);
    const { user } = process.cpuUsage(start);
    expect(table?.rows.length).toBe(20_000);
    expect(user / 1000).toBeLessThan(1000);
  });

  it('is refused where merged cells repeat values without end', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      row === 0 ? Array(60).fill('値') : ['', `値${row}`],
    );
    const sheet: Sheet = {
      ...sheetOf('台帳', [
        Array.from({ length: 60 }, (_, at) => `項目${String.fromCharCode(65 + at)}`),
        ...rows,
      ]),
      merges: Array.from({ length: 60 }, (_, at) => ({
        top: 2,
        bottom: 1_048_576,
        left: at + 1,
        right: at + 1,
      })),
    };
    expect(() => findTable(sheet)).toThrow(LimitError);
  });
});

/** The addresses of the cells in which something stands. */
function filledCells(sheet: Sheet): string[] {
  return sheet.rows.flatMap(({ number, cells }) =>
    [...cells].filter(([, { text }]) => text.trim() !== '').map(([column]) => `${number}:${column}`),
  );
}

/** The same, as the table has them: as headers, as values that are no merged repeats, or in skipped rows; twice if it has them twice. */
function isOnItsSide({ rows }: Table): boolean {
  return rows.some(({ cells }) =>
    [...cells.values()].some(({ at, repeats }) => at !== undefined && repeats === undefined),
  );
}

function accountOf(sheet: Sheet, table: Table | undefined): string[] {
  if (table === undefined) return [];
  const { first, last } = table.headerRows;
  const byRow = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  const allOf = (row: number) =>
    [...(byRow.get(row) ?? [])].filter(([, { text }]) => text.trim() !== '').map(([column]) => [row, column]);
  const headers = [...byRow.keys()].filter((row) => row >= first && row <= last).flatMap(allOf);
  for (const [, column] of headers) expect(table.columns.some((one) => one.column === column)).toBe(true);
  const values = table.rows.flatMap(({ row, cells }) =>
    [...cells].filter(([, { repeats }]) => repeats !== 'merged').map(([column]) => [row, column]),
  );
  return [...headers, ...values, ...table.skipped.flatMap(({ row }) => allOf(row))]
    .sort(([a = 0, x = 0], [b = 0, y = 0]) => a - b || x - y)
    .map((address) => address.join(':'));
}
