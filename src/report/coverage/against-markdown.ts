import type { AgainstContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { handlingParagraphs } from '../paper/handling.ts';
import { escapeMarkdown, markdownParagraph, markdownTable, noticeLines } from '../paper/markdown.ts';
import { exampleToWrite, servingReference, shownAgainst, totalsAgainst } from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { aboutClauses } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The coverage against another policy as a Markdown table. */
export const againstMarkdown: Reporter<AgainstContent> = ({ coverage, result }, { language }) => {
  const words = coverageTexts[language];
  const { title, judgedBy, status: statusWords, columns, nothing } = againstTexts[language];
  const { against, clauses } = coverage;
  const example = exampleToWrite(coverage);
  const lines = [
    `# ${escapeMarkdown(title(against.title[language]))}`,
    '',
    ...handlingParagraphs(result.cover, language, escapeMarkdown),
    ...noticeLines(aboutClauses(result.notices), language),
    markdownParagraph(judgedBy(result.policies.map((one) => one.title[language]))),
    '',
    words.judged({ asOf: result.asOf, ...result.summary }),
    '',
    ...(example === undefined ? [] : [markdownParagraph(nothing(example)), '']),
    `**${words.total(clauses.length)}**: ${totalsAgainst(coverage)
      .map(({ status, count }) => words.count(statusWords[status], count))
      .join(', ')}`,
    '',
    ...markdownTable(
      [columns.ref, columns.title, columns.modality, columns.status, columns.servedBy],
      clauses.map((clause) => [
        escapeMarkdown(clause.ref),
        escapeMarkdown(titleBeyond(clause, language)),
        words.modality[clause.modality],
        statusWords[shownAgainst(clause)],
        clause.servedBy
          .map((one) =>
            escapeMarkdown(
              `${servingReference(one, result)}  ${titleBeyond(one, language)}`.trimEnd() +
                words.aside(statusWords[shownAgainst(one)]),
            ),
          )
          .join('<br>'),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
