import type { Language } from '../../base/localized.ts';
import type { AgainstClause, AgainstCoverage } from '../../result/against.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { handlingParagraphs } from '../paper/handling.ts';
import { escapeMarkdown, markdownParagraph, markdownTable, noticeLines } from '../paper/markdown.ts';
import {
  aboutLaw,
  exampleToWrite,
  isListed,
  nameBeyond,
  policiesHeld,
  servingReference,
  shownAgainst,
  stepsOf,
  type ToldSteps,
  totalsAgainst,
  unserved,
  wordAgainst,
  workGroups,
} from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { aboutClauses } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The coverage against another policy as a Markdown table; in the order of the work, one for each kind of it. */
export const againstMarkdown: Reporter<AgainstContent> = ({ coverage, order, result }, { language }) => {
  const words = coverageTexts[language];
  const { title, judgedBy, nothing } = againstTexts[language];
  const { against, clauses } = coverage;
  const example = exampleToWrite(coverage);
  const told: ToldSteps = new Map();
  const held = policiesHeld(coverage, result).map((one) => one[language]);
  const lines = [
    `# ${escapeMarkdown(title(against.title[language]))}`,
    '',
    ...handlingParagraphs(result.cover, language, escapeMarkdown),
    ...noticeLines(aboutClauses(result.notices), language),
    ...(held.length === 0 ? [] : [markdownParagraph(judgedBy(held)), '']),
    words.judged({ asOf: result.asOf, ...result.summary }),
    '',
    ...aboutLaw(coverage, language).flatMap((line) => [
      markdownParagraph(typeof line === 'string' ? line : line[language]),
      '',
    ]),
    ...(example === undefined ? [] : [markdownParagraph(nothing(example)), '']),
    `**${words.total(clauses.length)}**: ${totalsAgainst(coverage, language)
      .map(({ word, count }) => words.count(word, count))
      .join(', ')}`,
    '',
    ...(order === 'document'
      ? clauseTable(coverage, clauses, { language })
      : workGroups(coverage, language).flatMap((group, index) => [
          ...(index === 0 ? [] : ['']),
          `## ${escapeMarkdown(group.title)}`,
          '',
          ...clauseTable(coverage, group.clauses, { language, told }),
        ])),
    ...beyondLines(coverage, language),
  ];
  return `${lines.join('\n')}\n`;
};

function clauseTable(
  coverage: AgainstCoverage,
  clauses: readonly AgainstClause[],
  { language, told }: { readonly language: Language; readonly told?: ToldSteps },
): string[] {
  const words = coverageTexts[language];
  const { columns } = againstTexts[language];
  const head = [columns.ref, columns.title, columns.modality, columns.status, columns.servedBy];
  return markdownTable(
    told === undefined ? head : [...head, columns.next],
    clauses.map((clause) => [
      escapeMarkdown(clause.ref),
      escapeMarkdown(titleBeyond(clause, language)),
      words.modality[clause.modality],
      wordAgainst(clause, language),
      servedBy(clause, coverage, language),
      ...(told === undefined ? [] : [stepsIn(clause, language, told)]),
    ]),
  );
}

function servedBy(clause: AgainstClause, coverage: AgainstCoverage, language: Language): string {
  const { status } = againstTexts[language];
  const { aside } = coverageTexts[language];
  const serving = clause.servedBy.map((one) =>
    escapeMarkdown(
      `${servingReference(one, coverage)}  ${titleBeyond(one, language)}`.trimEnd() +
        aside(status[shownAgainst(one)]),
    ),
  );
  return unserved(clause, coverage, language) ?? serving.join('<br>');
}

function stepsIn(clause: AgainstClause, language: Language, told: ToldSteps): string {
  const { aside } = coverageTexts[language];
  const { steps, more } = stepsOf(clause, language, told);
  const lines = steps.map(({ text, count }) => escapeMarkdown(`${text}${aside(count)}`));
  return [...lines, ...(more === undefined ? [] : [more])].join('<br>');
}

function beyondLines({ beyond = [] }: AgainstCoverage, language: Language): string[] {
  if (beyond.length === 0) return [];
  const texts = againstTexts[language];
  const { name, kind, records } = texts.beyondColumns;
  return [
    '',
    `## ${texts.beyondTitle}`,
    '',
    texts.beyond,
    '',
    ...markdownTable(
      [name, kind, records],
      beyond.map((one) => {
        const called = nameBeyond(one, language);
        return [
          escapeMarkdown(typeof called === 'string' ? called : called[language]),
          texts.beyondKind[one.kind],
          isListed(one) ? String(one.records) : '',
        ];
      }),
    ),
  ];
}
