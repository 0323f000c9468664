import type { Language, Localized } from '../../base/localized.ts';
import type { RowLayout, SheetLayout } from '../../spreadsheet/layout.ts';
import { looks } from './looks.ts';
import { ownText } from './own-text.ts';

/** What stands on the first sheet of a workbook. */
export interface FrontSheet {
  readonly title: Localized;
  /** what is to be known, with what it is called */
  readonly facts: readonly (readonly [Localized, Localized])[];
  readonly chapters: readonly { readonly heading: Localized; readonly lines: readonly Localized[] }[];
  readonly language: Language;
}

/** The name by which an import knows that no records are on a sheet. */
const frontSheetName = 'はじめに';

/** @returns the sheet that says what the workbook is, how to fill it in, and how to take it back */
export function frontSheet({ title, facts, chapters, language }: FrontSheet): SheetLayout {
  const rows: RowLayout[] = [
    { cells: [{ value: title[language], style: looks.title }], height: 26 },
    { cells: [] },
    ...facts.map(([name, fact]) => ({
      cells: [
        { value: name[language], style: looks.label },
        { value: ownText(fact[language]), style: looks.value },
      ],
    })),
    ...chapters.flatMap(({ heading, lines }): RowLayout[] => [
      { cells: [] },
      { cells: [{ value: heading[language], style: looks.heading }] },
      ...lines.map((line) => ({ cells: [undefined, { value: ownText(line[language]), style: looks.text }] })),
    ]),
  ];
  return { name: frontSheetName, widths: [20, 92], rows, upright: true };
}
