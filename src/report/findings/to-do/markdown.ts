import type { MissingFact, Result } from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { handlingParagraphs } from '../../paper/handling.ts';
import { noticeLines } from '../../paper/markdown.ts';
import { fromCell } from '../labelled.ts';
import { code, quoted, quotedItem } from '../pull-request/quoted.ts';
import { reportTexts } from '../words.ts';
import { endOf, factTexts, inChargeOf, leadOf } from './row-texts.ts';
import { type FactToWrite, factsToWrite, type ToDoRow } from './rows.ts';
import { toDoTexts } from './words.ts';

/** What is to be written as a check list in Markdown: one heading for a fact, one box for each record that lacks it. */
export const toDoMarkdown: Reporter<Result> = (result, { language }) =>
  withoutLastBlanks(lines(result, language));

function* lines(result: Result, language: ReportOptions['language']): Generator<string> {
  const facts = factsToWrite(result);
  const inCharge = inChargeOf(result, language);
  yield* [`# ${toDoTexts[language].title}`, ''];
  yield* handlingParagraphs(result.cover, language, quotedItem);
  yield* noticeLines(result.notices, language, quoted);
  for (const line of leadOf(result, facts, language)) yield* [quotedItem(line), ''];
  for (const [index, fact] of facts.entries()) yield* factLines(fact, index + 1, inCharge, language);
  yield* endOf(result, language).map(quotedItem);
}

/** Ends each line, but for blank ones behind the last. */
function* withoutLastBlanks(all: Iterable<string>): Generator<string> {
  let blanks = '';
  for (const line of all) {
    if (line !== '') yield `${blanks}${line}\n`;
    blanks = line === '' ? `${blanks}\n` : '';
  }
}

function* factLines(
  fact: FactToWrite,
  number: number,
  inCharge: (fact: MissingFact) => string,
  language: ReportOptions['language'],
): Generator<string> {
  const { columns, colon } = toDoTexts[language];
  const { name, settles, write, choices, more } = factTexts(fact, language);
  const listed = choices === undefined ? [] : [`${columns.choices}${colon}${quoted(choices)}`, ''];
  yield* [`## ${number}. ${quoted(name)}`, '', settles.join(reportTexts[language].comma), ''];
  for (const line of write) yield* [quotedItem(line), ''];
  yield* listed;
  for (const row of fact.rows) yield itemOf(row, { inCharge: inCharge(row.fact), more: more(row) }, language);
  yield '';
}

function itemOf(
  row: ToDoRow,
  { inCharge, more }: { readonly inCharge: string; readonly more: readonly string[] },
  language: ReportOptions['language'],
): string {
  const { record, location } = row.fact;
  const what = [
    quoted(reportTexts[language].quote(record.name)),
    quoted(inCharge),
    code(`${location.file}:${location.line}${fromCell(location.source)}`),
  ].filter((text) => text !== '');
  return [`- [ ] ${what.join(' ')}`, ...more.map((line) => `  - ${quotedItem(line)}`)].join('\n');
}
