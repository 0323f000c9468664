import { groupBy } from '../../base/groups.ts';
import type { DueItem, Result } from '../../result/result.ts';
import { shownLocation } from '../findings/labelled.ts';
import type { DueContent, Reporter, ReportOptions } from '../format.ts';
import { tellHandling } from '../paper/handling.ts';
import { tellNotices } from '../paper/notice-lines.ts';
import { Sheet } from '../paper/sheet.ts';
import {
  accountOf,
  type DueAccount,
  isOverdue,
  namesOf,
  nothingDue,
  noticesOf,
  notKnown,
  wordDate,
} from './account.ts';
import { dueTexts } from './words.ts';

/** What falls due, for a terminal: by division, then by date; then of what it is not known. */
export const dueText: Reporter<DueContent> = (content, options) => {
  const { language } = options;
  const { result, within } = content;
  const words = dueTexts[language];
  const account = accountOf(content);
  const sheet = new Sheet(options);
  tellHandling(sheet, result.cover, language);
  tellNotices(sheet, noticesOf(result), language);
  sheet.paragraph('', words.title(result.body.name), sheet.chalk.bold);
  sheet.paragraph('', words.period(result.asOf, account.until, within), sheet.chalk.dim);
  tellLeft(sheet, result, account, language);
  sheet.line();
  for (const [division, items] of byDivision(result, account.items)) {
    const heading = `${division ?? words.noDivision}  ${words.count(items.length)}`;
    sheet.paragraph('', heading, sheet.chalk.bold.underline);
    for (const alike of alikes(items, language)) tellAlike(sheet, alike, result, language);
    sheet.line();
  }
  const unknown = notKnown(result, account, language);
  for (const sentence of unknown) sheet.paragraph('? ', sentence, sheet.chalk.yellow);
  if (unknown.length > 0) sheet.line();
  sheet.paragraph('', endOf(result, account, language), sheet.chalk.bold);
  return sheet.toString();
};

/** The divisions in the order in which the body lists them; last what names none. */
function byDivision(
  result: Result,
  items: readonly DueItem[],
): [name: string | undefined, items: readonly DueItem[]][] {
  const { division } = namesOf(result);
  const groups = groupBy(items, (item) => item.division);
  const order = [...result.body.divisions.map(({ id }) => id as string | undefined), undefined];
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([, own]) => (own[0] === undefined ? [] : [[division(own[0]), own]]));
}

/** Items that follow each other, of one kind and date and with the same to do: what is to be done is said once. */
function alikes(items: readonly DueItem[], language: ReportOptions['language']): DueItem[][] {
  const groups: DueItem[][] = [];
  for (const item of items) {
    const [last] = groups.at(-1) ?? [];
    const isAlike =
      last?.kind === item.kind &&
      wordDate(last, language) === wordDate(item, language) &&
      last.what[language] === item.what[language];
    if (isAlike) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

function tellAlike(
  sheet: Sheet,
  items: readonly DueItem[],
  result: Result,
  language: ReportOptions['language'],
): void {
  const words = dueTexts[language];
  const { chalk } = sheet;
  const [first] = items;
  if (first === undefined) return;
  const late = isOverdue(first, result);
  const days = Math.round((Date.parse(first.date) - Date.parse(result.asOf)) / (24 * 60 * 60 * 1000));
  const when = `${wordDate(first, language)}  ${late ? `${words.overdue} ` : ''}${words.days(days)}`;
  sheet.paragraph('  ', `${when}  ${words.kind[first.kind]}`, late ? chalk.red : chalk.bold);
  for (const { record, location } of items) {
    const place = shownLocation(location);
    const paint = (line: string) =>
      line.endsWith(place) ? line.slice(0, -place.length) + chalk.dim(place) : line;
    sheet.paragraph('    ', `${record.name}  ${place}`, paint);
  }
  sheet.paragraph('      ', first.what[language]);
}

function tellLeft(
  sheet: Sheet,
  { shown, body }: Result,
  { left }: DueAccount,
  language: ReportOptions['language'],
): void {
  if (shown === undefined) return;
  const names = body.divisions.filter(({ id }) => shown.division.includes(id)).map(({ name }) => name);
  sheet.paragraph('', dueTexts[language].left([...new Set(names)], left), sheet.chalk.cyan);
}

function endOf(result: Result, account: DueAccount, language: ReportOptions['language']): string {
  const words = dueTexts[language];
  const { items } = account;
  if (items.length === 0) return nothingDue(result, account, language);
  return words.total(items.length, items.filter((item) => isOverdue(item, result)).length);
}
