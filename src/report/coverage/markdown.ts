import type { CoverageContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { escapeMarkdown, markdownTable, noticeLines } from '../paper/markdown.ts';
import { aboutClauses, answers, shownStatus, totals, wordCount } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The coverage as a Markdown table, for a wiki or a pull request. */
export const coverageMarkdown: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, summary } },
  { language },
) => {
  const words = coverageTexts[language];
  const { columns } = words;
  const lines = [
    `# ${escapeMarkdown(words.title(coverage.policy.title[language]))}`,
    '',
    ...noticeLines(aboutClauses(notices), language),
    words.judged({ asOf, ...summary }),
    '',
    `**${words.total(coverage.clauses.length)}**: ${totals(coverage)
      .map((total) => wordCount(total, words))
      .join(', ')}`,
    '',
    ...markdownTable(
      [columns.ref, columns.title, columns.modality, columns.status, columns.answeredBy, columns.verdicts],
      coverage.clauses.map((clause) => [
        escapeMarkdown(clause.ref),
        escapeMarkdown(titleBeyond(clause, language)),
        words.modality[clause.modality],
        words.status[shownStatus(clause)],
        answers(clause, words).map(escapeMarkdown).join('<br>'),
        clause.answeredBy.rules.length === 0 ? '' : words.verdicts(clause),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
