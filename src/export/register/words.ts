import type { Localized } from '../../base/localized.ts';

/** The words of a workbook. Its headers and sheets are Japanese in any language: they are what an import knows. */
export const exportWords = {
  comma: { ja: '、', en: ', ' },
  clauses: { ja: '条項', en: 'clauses' },
  toWrite: { ja: '記入する欄', en: 'to fill in' },
  noFinding: { ja: '指摘なし', en: 'no findings' },
  aside: {
    exception: { ja: '例外措置', en: 'by exception' },
    baseline: { ja: 'ベースライン', en: 'in the baseline' },
    announced: { ja: '施行前', en: 'not yet in force' },
    elsewhere: { ja: 'ほかの行', en: 'at other rows' },
  },
  outOfScope: { ja: '適用範囲外', en: 'out of scope' },
  asked: { ja: 'これを求める条項', en: 'asked for by' },
  choices: { ja: '選択肢', en: 'choices' },
  several: {
    words: { ja: '複数あれば「、」で区切る', en: 'with 、 between several' },
    list: { ja: '複数あれば「、」で区切る', en: 'with 、 between several' },
    items: {
      ja: '複数あれば1行に1つ（Alt+Enter で改行）',
      en: 'a line each (Alt+Enter), where there are several',
    },
  },
  days: {
    ja: '日付は 2026-04-01 か 令和8年4月1日 のように書く',
    en: 'write a day as 2026-04-01 or 令和8年4月1日',
  },
  rest: {
    ja: '1つの列に収まらない項目。「項目: 値」の形（YAML）のまま取り込まれる',
    en: 'What no column of its own can hold, as YAML; it is imported as it stands',
  },
  kept: { ja: '貴団体で加えた項目。判定に用いない', en: 'A field of your own, which is not judged' },
  example: { ja: '例', en: 'example' },
  found: {
    ja: 'sekisho が書いた列。取り込むときは読み飛ばす',
    en: 'Written by sekisho; passed over by an import',
  },
  newId: {
    ja: '空けておけば、取り込むときに所管課と名称から付く。管理番号があれば書く',
    en: 'Left empty, the import makes one of the division and the name; write your own number where there is one',
  },
  own: {
    ja: '記録を指す id。消したり変えたりしないでください。新しい行では空けておけば、取り込むときに付く',
    en: 'The id of the record, which must stay as it is; leave it empty in a new row, and the import gives one',
  },
  more: (count: number): Localized => ({ ja: `ほか${count}件`, en: `and ${count} more` }),
};
