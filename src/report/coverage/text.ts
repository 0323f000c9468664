import { Chalk } from 'chalk';
import type { ShownStatus } from '../../result/coverage.ts';
import type { Notice } from '../../result/result.ts';
import type { CoverageContent, Reporter, ReportOptions } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { columns } from '../paper/columns.ts';
import { tellNotices } from '../paper/notice-lines.ts';
import { oneLine } from '../paper/one-line.ts';
import { Sheet } from '../paper/sheet.ts';
import { wrap } from '../paper/wrap.ts';
import { aboutClauses, answers, shownStatus, totals, wordCount } from './clause-status.ts';
import { coverageTexts } from './words.ts';

const marks: Readonly<Record<ShownStatus, string>> = {
  met: '✔',
  attested: '✔',
  'not-met': '✖',
  'to-improve': '△',
  unknown: '?',
  excepted: '!',
  'not-applicable': '-',
  informs: '·',
  unanswered: '✖',
};

/** The coverage for a terminal: each clause with its status, and below it what answers it. */
export const coverageText: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, summary } },
  options,
) => {
  const { language, color, width } = options;
  const words = coverageTexts[language];
  const chalk = new Chalk({ level: color });
  const paints = {
    met: chalk.green,
    attested: chalk.green,
    'not-met': chalk.red,
    'to-improve': chalk.yellow,
    unknown: chalk.yellow,
    excepted: chalk.cyan,
    'not-applicable': chalk.dim,
    informs: chalk.dim,
    unanswered: chalk.red,
  };
  const room = Math.max(30, (width ?? Number.POSITIVE_INFINITY) - 6);
  const refWidth = Math.min(24, Math.max(...coverage.clauses.map(({ ref }) => columns(ref))));
  const statusWidth = Math.max(...Object.values(words.status).map(columns));
  const lines = [
    chalk.bold(oneLine(words.title(coverage.policy.title[language]))),
    chalk.dim(words.judged({ asOf, ...summary })),
    '',
  ];
  for (const clause of coverage.clauses) {
    const shown = shownStatus(clause);
    const paint = paints[shown];
    const status = words.status[shown];
    const head = `${paint(marks[shown])} ${paint(pad(status, statusWidth))}  ${pad(oneLine(clause.ref), refWidth)}  `;
    lines.push(
      `${head}${oneLine(titleBeyond(clause, language))}${chalk.dim(`  ${words.modality[clause.modality]}`)}`,
    );
    const judged = clause.answeredBy.rules.length > 0 ? [words.verdicts(clause)] : [];
    for (const content of [answers(clause, words).join(', '), ...judged]) {
      for (const line of wrap(oneLine(content), room)) lines.push(`      ${chalk.dim(line)}`);
    }
  }
  const counted = totals(coverage).map((total) => paints[total.status](wordCount(total, words)));
  lines.push('', `${chalk.bold(words.total(coverage.clauses.length))}: ${counted.join(', ')}`);
  return `${noticesOf(notices, options)}${lines.join('\n')}\n`;
};

function noticesOf(notices: readonly Notice[], options: ReportOptions): string {
  const relevant = aboutClauses(notices);
  if (relevant.length === 0) return '';
  const sheet = new Sheet(options);
  tellNotices(sheet, relevant, options.language);
  return sheet.toString();
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}
