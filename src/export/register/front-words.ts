import type { Localized } from '../../base/localized.ts';
import type { RecordSection } from '../../import/register/fields.ts';
import { countsToday, type Finding, type Result } from '../../result/result.ts';
import type { FrontSheet } from './front-sheet.ts';
import { countsOf } from './marks.ts';
import type { LostField } from './record.ts';
import { sheetNameOf } from './register-sheet.ts';

/** What the first sheet of a register tells of. */
interface Told {
  readonly result: Result;
  readonly file: string;
  readonly folder: string;
  readonly sheets: readonly { readonly section: RecordSection; readonly records: number }[];
  /** findings that no row of the workbook can answer */
  readonly others: readonly Finding[];
  readonly lost: readonly LostField[];
}

/** More findings without a row, and more fields that are not in the workbook, than these are counted. */
const mostListed = 30;

/** @returns what stands on the first sheet of a register that was exported */
export function frontOfRegister({
  result,
  file,
  folder,
  sheets,
  others,
  lost,
}: Told): Omit<FrontSheet, 'language'> {
  const counting = result.findings.filter(countsToday);
  return {
    title: { ja: '情報資産等の台帳と判定の結果', en: 'Register of information assets, and what was found' },
    facts: [
      ...(result.cover.marking === undefined
        ? []
        : ([[{ ja: '取扱区分', en: 'handling' }, same(result.cover.marking)]] as const)),
      [{ ja: '団体', en: 'body' }, same(result.body.name ?? '－')],
      [{ ja: '判定日', en: 'judged as of' }, same(result.asOf)],
      [
        { ja: 'ポリシー', en: 'policies' },
        {
          ja: result.policies.map(({ title }) => title.ja).join('、') || '－',
          en: result.policies.map(({ title }) => title.en).join(', ') || '–',
        },
      ],
      [
        { ja: '判定', en: 'findings' },
        { ja: countsOf(counting, 'ja') || '指摘なし', en: countsOf(counting, 'en') || 'none' },
      ],
      [
        { ja: 'シート', en: 'sheets' },
        {
          ja: sheets.map(({ section, records }) => `${sheetNameOf(section)} ${records}件`).join('、'),
          en: sheets
            .map(({ section, records }) => `${sheetNameOf(section)} (${section}) ${records}`)
            .join(', '),
        },
      ],
    ],
    chapters: [
      { heading: { ja: '記入のしかた', en: 'How to fill it in' }, lines: fillingIn },
      { heading: { ja: '取り込みのしかた', en: 'How to take it back' }, lines: takingBack(file, folder) },
      ...(others.length === 0
        ? []
        : [
            {
              heading: { ja: '行のない指摘', en: 'Findings without a row' },
              lines: listed(others.map(({ message }) => message)),
            },
          ]),
      ...(lost.length === 0
        ? []
        : [
            {
              heading: { ja: 'この表に載せられなかった項目', en: 'What is not in this workbook' },
              lines: listed(lost.map(({ section, id, field }) => same(`${section} ${id}: ${field}`))),
            },
          ]),
    ],
  };
}

const fillingIn: readonly Localized[] = [
  {
    ja: '色の付いた欄に指摘があります。赤は違反・記載の誤り、黄は改善事項と未記入（判定不能）、青は要確認です。欄を指すと、何が問題か、条項、書く内容がメモに出ます。',
    en: 'Coloured cells have findings: red for violations and errors, yellow for improvements and what is not known, blue for what a person must look at. The note of a cell says what is wrong, the clauses, and what to write.',
  },
  {
    ja: '判定の列の「例外措置」「ベースライン」「施行前」は、ほかにあって数えない指摘です。「ほかの行」は、足りない事実がほかの記録にあるため、その行に出した指摘です。',
    en: 'In the column of verdicts, what is by exception, in the baseline or not yet in force is not counted; what is at other rows lacks a fact of another record, and stands there.',
  },
  {
    ja: '見出しを指すと、書く内容と選択肢、それを求める条項が出ます。選択肢のある欄は、一覧から選べます。',
    en: 'The note of a header says what to write, the choices, and the clauses that ask for it.',
  },
  {
    ja: '分からない欄は空けておきます。「調査中」「要」などと書くと、取り込むときに意味を尋ねられます。',
    en: 'Leave empty what is not known; words such as “to be checked” are asked about by the import.',
  },
  {
    ja: '新しい記録は、表の下の行に書き足します。id の列は空けておきます。見出しの行と id の列は変えないでください。',
    en: 'Write new records below the last row, without an id. Leave the headers and the ids as they are.',
  },
  {
    ja: '「（sekisho）」と付いた判定・すること・条項の列は、取り込むときに読み飛ばします。',
    en: 'The columns of verdicts, to-dos and clauses, marked （sekisho）, are passed over by the import.',
  },
];

function takingBack(file: string, folder: string): readonly Localized[] {
  return [
    {
      ja: `新しいフォルダーへ: sekisho import register ${file} --out <フォルダー>`,
      en: `into a new folder: sekisho import register ${file} --out <folder>`,
    },
    {
      ja: `元の台帳へ（区分ごとに1ファイルのもの）: 欄を直す前に、一度だけ sekisho import register ${file} --out ${folder} --adopt。以後は、直すたびに --adopt を付けずに取り込めば、直した欄だけが変わります。`,
      en: `into the inventory that it is from (with one file a section): once before anything is corrected, sekisho import register ${file} --out ${folder} --adopt; then without --adopt after each correction, and only what was corrected changes.`,
    },
    {
      ja: '団体の名称・機関・役職（organization）はこの表になく、台帳のフォルダーに残ります。',
      en: 'The organization with its agencies and roles is not in this workbook and stays in the folder of the inventory.',
    },
  ];
}

function listed(texts: readonly Localized[]): Localized[] {
  const more = texts.length - mostListed;
  return [
    ...texts.slice(0, mostListed),
    ...(more > 0 ? [{ ja: `ほか${more}件`, en: `and ${more} more` }] : []),
  ];
}

function same(text: string): Localized {
  return { ja: text, en: text };
}
