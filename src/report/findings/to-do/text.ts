import type { Result } from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { columns } from '../../paper/columns.ts';
import { tellHandling } from '../../paper/handling.ts';
import { tellNotices } from '../../paper/notice-lines.ts';
import { Sheet } from '../../paper/sheet.ts';
import { shownLocation } from '../labelled.ts';
import { reportTexts } from '../words.ts';
import { endOf, type FactTexts, factTexts, inChargeOf, leadOf } from './row-texts.ts';
import { type FactToWrite, factsToWrite, type ToDoRow } from './rows.ts';
import { toDoTexts } from './words.ts';

const indent = ' '.repeat(5);

/** What is to be written, fact by fact, with every record that lacks it. */
export const toDoText: Reporter<Result> = function* (result, options) {
  const { language } = options;
  const sheet = new Sheet(options);
  const facts = factsToWrite(result);
  const inCharge = inChargeOf(result, language);
  tellHandling(sheet, result.cover, language);
  tellNotices(sheet, result.notices, language);
  sheet.line(sheet.chalk.bold(toDoTexts[language].title));
  for (const line of leadOf(result, facts, language)) sheet.paragraph('', line);
  for (const [index, fact] of facts.entries()) {
    sheet.line();
    const texts = factTexts(fact, language);
    tellFact(sheet, index + 1, fact, texts, language);
    for (const row of fact.rows) {
      tellRow(sheet, row, inCharge(row.fact), language);
      tellMore(sheet, texts.more(row));
      yield sheet.taken();
    }
  }
  for (const line of endOf(result, language)) {
    sheet.line();
    sheet.paragraph('', line);
  }
  yield sheet.taken();
};

function tellFact(
  sheet: Sheet,
  number: number,
  { rows }: FactToWrite,
  { name, settles, write, choices }: FactTexts,
  language: ReportOptions['language'],
): void {
  const { missingIn, columns: labels } = toDoTexts[language];
  const [{ fact: missing }] = rows as [ToDoRow];
  const counts = [...(missing.what === undefined ? [missingIn(rows.length)] : []), ...settles];
  const heading = `${name}  ${counts.join(reportTexts[language].comma)}`;
  sheet.paragraph(`${String(number).padStart(3)}. `, heading, sheet.chalk.bold);
  labelled(sheet, labels.write, write);
  if (choices !== undefined) labelled(sheet, labels.choices, [choices]);
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
