import type { Result } from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { columns } from '../../paper/columns.ts';
import { tellNotices } from '../../paper/notice-lines.ts';
import { Sheet } from '../../paper/sheet.ts';
import { shownLocation } from '../labelled.ts';
import { reportTexts } from '../words.ts';
import {
  choicesOf,
  clausesToAttest,
  fewReasonsOf,
  inChargeOf,
  leadOf,
  saysChoices,
  writeOf,
} from './row-texts.ts';
import { type FactToWrite, factsToWrite, type ToDoRow } from './rows.ts';
import { factName } from './what-to-write.ts';
import { toDoTexts } from './words.ts';

const indent = ' '.repeat(5);

/** What is to be written, fact by fact, with every record that lacks it. */
export const toDoText: Reporter<Result> = (result, options) => {
  const { language } = options;
  const sheet = new Sheet(options);
  const facts = factsToWrite(result);
  const inCharge = inChargeOf(result, language);
  tellNotices(sheet, result.notices, language);
  sheet.line(sheet.chalk.bold(toDoTexts[language].title));
  for (const line of leadOf(result, facts, language)) sheet.paragraph('', line);
  for (const [index, fact] of facts.entries()) {
    sheet.line();
    tellFact(sheet, index + 1, fact, language);
    const reasons = fewReasonsOf(fact, language);
    for (const row of fact.rows) {
      tellRow(sheet, row, inCharge(row.fact), language);
      tellMore(sheet, [...clausesToAttest(row), ...reasons(row)]);
    }
  }
  return sheet.toString();
};

function tellFact(
  sheet: Sheet,
  number: number,
  fact: FactToWrite,
  language: ReportOptions['language'],
): void {
  const words = toDoTexts[language];
  const { rows, from } = fact;
  const [{ fact: missing }] = rows as [ToDoRow];
  const count = rows.reduce((sum, { waiting }) => sum + waiting.length, 0);
  const counts = [
    ...(missing.what === undefined ? [words.missingIn(rows.length)] : []),
    words.settles(count),
    ...(from === undefined ? [] : [words.from(from)]),
  ].join(reportTexts[language].comma);
  const { chalk } = sheet;
  sheet.paragraph(`${String(number).padStart(3)}. `, `${factName(missing, language)}  ${counts}`, chalk.bold);
  const write = writeOf(fact, language);
  labelled(sheet, words.columns.write, write);
  if (missing.choices !== undefined && !saysChoices(write, missing))
    labelled(sheet, words.columns.choices, [choicesOf(missing, language)]);
}

/** A record that lacks the fact, with the box that people tick on paper. */
function tellRow(
  sheet: Sheet,
  { fact }: ToDoRow,
  inCharge: string,
  language: ReportOptions['language'],
): void {
  const { quote } = reportTexts[language];
  const place = shownLocation(fact.location);
  const what = [quote(fact.record.name), inCharge].filter((text) => text !== '').join('  ');
  const paint = (line: string) =>
    line.endsWith(place) ? line.slice(0, -place.length) + sheet.chalk.dim(place) : line;
  sheet.paragraph(`${indent}□ `, `${what}  ${place}`, paint);
}

function tellMore(sheet: Sheet, lines: readonly string[]): void {
  for (const line of lines) sheet.paragraph(`${indent}   `, line, sheet.chalk.dim);
}

function labelled(sheet: Sheet, label: string, lines: readonly string[]): void {
  for (const [index, line] of lines.entries())
    sheet.paragraph(`${indent}${index === 0 ? sheet.chalk.dim(label) : ' '.repeat(columns(label))}  `, line);
}
