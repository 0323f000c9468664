import type { Language, Localized } from '../../base/localized.ts';
import { columnSections, columnsOf, type RegisterColumn } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';
import type { SheetLayout, WorkbookLayout } from '../../spreadsheet/layout.ts';
import { type AskingRule, askedFields } from './asked-fields.ts';
import { frontSheet } from './front-sheet.ts';
import { choicesBelow, headerCell } from './header-cells.ts';
import { looks } from './looks.ts';
import { paperOf, sheetNameOf } from './register-sheet.ts';
import { exportWords } from './words.ts';

/** What an empty register is made for. */
export interface EmptyRegister {
  /** the name of the body, where it is known */
  readonly body: string | undefined;
  readonly policy: Localized;
  /** the rules that the policy cites, with the fields that they ask for */
  readonly rules: readonly AskingRule[];
  /** how a command names the workbook */
  readonly file: string;
  readonly language: Language;
}

/** Rows that are prepared on each sheet. */
const preparedRows = 200;

/** @returns a workbook to fill in: a sheet for each section that a policy asks anything of, with what it asks for first */
export function emptyRegister(given: EmptyRegister): WorkbookLayout {
  const asked = askedFields(given.rules, columnSections);
  const sections = columnSections.filter((section) => asked.has(section));
  return {
    sheets: [
      frontOf(given, sections),
      ...sections.map((section) => emptySheet(section, asked.get(section) ?? new Map(), given.language)),
    ],
  };
}

function emptySheet(
  section: RecordSection,
  asked: ReadonlyMap<FieldTarget, readonly string[]>,
  language: Language,
): SheetLayout {
  const columns = inOrder(columnsOf(section), asked);
  const headers = columns.map((column) => {
    const isMarked = column.target === 'name' || asked.has(column.target);
    const header = headerCell(column, asked.get(column.target) ?? [], { isMarked, language });
    return column.target === 'id' ? { ...header, note: exportWords.newId[language] } : header;
  });
  const blank = columns.map(() => ({ style: looks.cell }));
  const rows = [{ cells: headers }, ...Array.from({ length: preparedRows }, () => ({ cells: blank }))];
  const widths = columns.map(({ width }) => width);
  return {
    ...{ name: sheetNameOf(section), widths, rows },
    ...paperOf(widths),
    frozen: { rows: 1, columns: 1 },
    filtered: { top: 1, left: 1, bottom: rows.length, right: columns.length },
    choices: columns.flatMap((column, index) => choicesBelow(column, index + 1, rows.length)),
  };
}

/** The name, what the policy asks for, what else there is, and the id, which an import gives by itself. Files prove nothing here. */
function inOrder(
  columns: readonly RegisterColumn[],
  asked: ReadonlyMap<FieldTarget, readonly string[]>,
): RegisterColumn[] {
  const rank = ({ target }: RegisterColumn) =>
    target === 'name' ? 0 : asked.has(target) ? 1 : target === 'id' ? 3 : 2;
  return columns
    .filter(({ target }) => !target.startsWith('evidence'))
    .toSorted((one, other) => rank(one) - rank(other));
}

function frontOf(
  { body, policy, file, language }: EmptyRegister,
  sections: readonly RecordSection[],
): SheetLayout {
  return frontSheet({
    title: { ja: '情報資産等の台帳（記入用）', en: 'Register of information assets, to be filled in' },
    facts: [
      [
        { ja: '団体', en: 'body' },
        { ja: body ?? '', en: body ?? '' },
      ],
      [{ ja: 'ポリシー', en: 'policy' }, policy],
      [
        { ja: 'シート', en: 'sheets' },
        {
          ja: sections.map(sheetNameOf).join('、'),
          en: sections.map((one) => `${sheetNameOf(one)} (${one})`).join(', '),
        },
      ],
    ],
    chapters: [
      { heading: { ja: '記入のしかた', en: 'How to fill it in' }, lines: fillingIn },
      {
        heading: { ja: '取り込みのしかた', en: 'How to take it in' },
        lines: [
          {
            ja: `sekisho import register ${file} --out <フォルダー>（書き足すたびに同じように取り込めば、変わったところだけが反映される）`,
            en: `sekisho import register ${file} --out <folder> (again each time that something was added: only what changed is taken)`,
          },
          {
            ja: '判定する: sekisho check <フォルダー> -p <ポリシー>',
            en: 'judge: sekisho check <folder> -p <policy>',
          },
        ],
      },
    ],
    language,
  });
}

const fillingIn: readonly Localized[] = [
  {
    ja: '1行に1件ずつ書きます。要るのは名称だけで、分からない欄は空けておきます。使わないシートは空のままでかまいません。',
    en: 'Write one record a row. Only a name is needed; leave empty what is not known, and sheets that you do not use.',
  },
  {
    ja: '見出しに ★ があり黄色の列は、ポリシーが求めるものです。見出しを指すと、書く内容、選択肢、例、求めている条項が出ます。',
    en: 'Columns with ★ on yellow are what the policy asks for. The note of a header says what to write, the choices, an example, and the clauses.',
  },
  {
    ja: 'ほかの記録を指す欄（保管場所、情報システム、委託先の資産など）には、そのシートに書いた名称を書きます。',
    en: 'Where a record refers to another one, write the name that it has on its own sheet.',
  },
  {
    ja: '見出しの行は変えないでください。列を足すなら、見出しを「x-担当者」のように x- で始めると、判定に用いずに残ります。',
    en: 'Leave the headers as they are. A column of your own whose header begins with x- is kept and not judged.',
  },
];
