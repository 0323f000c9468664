import type { Language } from '../../base/localized.ts';
import type { Cover } from '../../result/result.ts';
import type { Sheet } from './sheet.ts';

/** How a report is to be handled, and whether something was left out of it, as it tells its readers. */
type Handled = Pick<Cover, 'marking' | 'redacted'>;

interface HandlingText {
  /** the name of the mark */
  readonly marking: string;
  readonly marked: (marking: string) => string;
  readonly redacted: string;
}

export const handlingTexts: Readonly<Record<Language, HandlingText>> = {
  ja: {
    marking: '取扱区分',
    marked: (marking) => `取扱区分：${marking}`,
    redacted: 'アドレス・氏名等・製品を伏せています (--redact)',
  },
  en: {
    marking: 'handling mark',
    marked: (marking) => `Handling: ${marking}`,
    redacted: 'addresses, names of persons and products are left out (--redact)',
  },
};

/** @returns what the head of a report says of how to handle it; nothing where there is nothing to say */
export function handlingLines({ marking, redacted }: Handled, language: Language): readonly string[] {
  const words = handlingTexts[language];
  return [
    ...(marking === undefined ? [] : [words.marked(marking)]),
    ...(redacted === true ? [words.redacted] : []),
  ];
}

/** Prints it before everything else. */
export function tellHandling(sheet: Sheet, cover: Handled, language: Language): void {
  const lines = handlingLines(cover, language);
  for (const line of lines) sheet.paragraph('', line, sheet.chalk.bold);
  if (lines.length > 0) sheet.line();
}

/** @returns the same for Markdown */
export function handlingParagraphs(
  cover: Handled,
  language: Language,
  write: (text: string) => string,
): readonly string[] {
  return handlingLines(cover, language).flatMap((line) => [`**${write(line)}**`, '']);
}

/** The columns of a table that say it, since nothing but a table may stand in one. */
const handlingColumns = ['marking', 'redacted'] as const;

export type HandlingColumn = (typeof handlingColumns)[number];

export const handlingColumnNames: Readonly<Record<Language, Readonly<Record<HandlingColumn, string>>>> = {
  ja: { marking: '取扱区分', redacted: '伏せたもの' },
  en: { marking: 'handling mark', redacted: 'left out' },
};

/** A row with what every row says of the handling of a table. */
export type HandledRow = Readonly<Partial<Record<HandlingColumn, string>>>;

/** @returns what stands in these columns of every row */
export function handlingCells({ marking, redacted }: Handled, language: Language): HandledRow {
  const left = { ja: 'アドレス・氏名等・製品', en: 'addresses, names, products' }[language];
  return { ...(marking !== undefined && { marking }), ...(redacted === true && { redacted: left }) };
}

/** @returns the columns of a table with those that have something to say */
export function withHandlingColumns<Column extends string>(
  columns: readonly Column[],
  cells: HandledRow,
): readonly (Column | HandlingColumn)[] {
  return [...columns, ...handlingColumns.filter((column) => cells[column] !== undefined)];
}
