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
export const toDoMarkdown: Reporter<Result> = (result, { language }) => {
  const facts = factsToWrite(result);
  const inCharge = inChargeOf(result, language);
  const lead = leadOf(result, facts, language).flatMap((line) => [quotedItem(line), '']);
  return [
    `# ${toDoTexts[language].title}`,
    '',
    ...handlingParagraphs(result.cover, language, quotedItem),
    ...noticeLines(result.notices, language, quoted),
    ...lead,
    ...facts.flatMap((fact, index) => factLines(fact, index + 1, inCharge, language)),
    ...endOf(result, language).map(quotedItem),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
};

function factLines(
  fact: FactToWrite,
  number: number,
  inCharge: (fact: MissingFact) => string,
  language: ReportOptions['language'],
): string[] {
  const { columns, colon } = toDoTexts[language];
  const { name, settles, write, choices, more } = factTexts(fact, language);
  const listed = choices === undefined ? [] : [`${columns.choices}${colon}${quoted(choices)}`, ''];
  return [
    `## ${number}. ${quoted(name)}`,
    '',
    settles.join(reportTexts[language].comma),
    '',
    ...write.flatMap((line) => [quotedItem(line), '']),
    ...listed,
    ...fact.rows.map((row) => itemOf(row, { inCharge: inCharge(row.fact), more: more(row) }, language)),
    '',
  ];
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
