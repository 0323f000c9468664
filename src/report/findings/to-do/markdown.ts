import type { MissingFact, Result } from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { noticeLines } from '../../paper/markdown.ts';
import { code, quoted, quotedItem } from '../pull-request/quoted.ts';
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

/** What is to be written as a check list in Markdown: one heading for a fact, one box for each record that lacks it. */
export const toDoMarkdown: Reporter<Result> = (result, { language }) => {
  const facts = factsToWrite(result);
  const inCharge = inChargeOf(result, language);
  const lead = leadOf(result, facts, language).flatMap((line) => [quotedItem(line), '']);
  return [
    `# ${toDoTexts[language].title}`,
    '',
    ...noticeLines(result.notices, language, quoted),
    ...lead,
    ...facts.flatMap((fact, index) => factLines(fact, index + 1, inCharge, language)),
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
  const words = toDoTexts[language];
  const reasons = fewReasonsOf(fact, language);
  const [{ fact: missing }] = fact.rows as [ToDoRow];
  const write = writeOf(fact, language);
  const choices = missing.choices === undefined || saysChoices(write, missing) ? [] : [missing];
  const count = fact.rows.reduce((sum, { waiting }) => sum + waiting.length, 0);
  return [
    `## ${number}. ${quoted(factName(missing, language))}`,
    '',
    [words.settles(count), ...(fact.from === undefined ? [] : [words.from(fact.from)])].join(
      reportTexts[language].comma,
    ),
    '',
    ...write.flatMap((line) => [quotedItem(line), '']),
    ...choices.flatMap((one) => [
      `${words.columns.choices}${words.colon}${quoted(choicesOf(one, language))}`,
      '',
    ]),
    ...fact.rows.map((row) =>
      itemOf(
        row,
        { inCharge: inCharge(row.fact), more: [...clausesToAttest(row), ...reasons(row)] },
        language,
      ),
    ),
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
    code(`${location.file}:${location.line}`),
  ].filter((text) => text !== '');
  return [`- [ ] ${what.join(' ')}`, ...more.map((line) => `  - ${quotedItem(line)}`)].join('\n');
}
