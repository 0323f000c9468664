import type { ClauseCoverage } from '../../result/result.ts';
import type { CoverageContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { handlingParagraphs } from '../paper/handling.ts';
import { escapeMarkdown, markdownTable, noticeLines } from '../paper/markdown.ts';
import { aboutClauses, answers, daysOf, shownStatus, totals, wordCount } from './clause-status.ts';
import { type CoverageText, coverageTexts } from './words.ts';

/** The coverage as a Markdown table, for a wiki or a pull request. */
export const coverageMarkdown: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, summary, cover } },
  { language },
) => {
  const words = coverageTexts[language];
  const { columns } = words;
  const lines = [
    `# ${escapeMarkdown(words.title(coverage.policy.title[language]))}`,
    '',
    ...handlingParagraphs(cover, language, escapeMarkdown),
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
        withDays(words.status[shownStatus(clause)], clause, words),
        answers(clause, words).map(escapeMarkdown).join('<br>'),
        clause.answeredBy.rules.length === 0 ? '' : words.verdicts(clause, coverage.policy),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
};

function withDays(status: string, clause: ClauseCoverage, words: CoverageText): string {
  const days = daysOf(clause, words);
  return days === undefined ? status : `${status}${words.aside(days)}`;
}
