import type { ShownStatus } from '../../result/coverage.ts';
import type { CoverageContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { columns } from '../paper/columns.ts';
import { tellHandling } from '../paper/handling.ts';
import { tellNotices } from '../paper/notice-lines.ts';
import { oneLine } from '../paper/one-line.ts';
import { Sheet } from '../paper/sheet.ts';
import { wrap } from '../paper/wrap.ts';
import { aboutClauses, answers, daysOf, shownStatus, totals, wordCount } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The signs of a terminal. */
export const statusMarks: Readonly<Record<ShownStatus, string>> = {
  met: '✔',
  attested: '✔',
  'not-met': '✖',
  unconfirmed: '✖',
  'to-improve': '△',
  unknown: '?',
  excepted: '!',
  transitional: '▷',
  'not-applicable': '-',
  informs: '·',
  unanswered: '✖',
  announced: '▷',
  ended: '-',
};

/** The coverage for a terminal: each clause with its status, and below it what answers it. */
export const coverageText: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, summary, cover } },
  options,
) => {
  const { language, width } = options;
  const words = coverageTexts[language];
  const sheet = new Sheet(options);
  const { chalk } = sheet;
  const paints = statusPaints(chalk);
  const room = Math.max(30, (width ?? Number.POSITIVE_INFINITY) - 6);
  const refWidth = Math.min(24, Math.max(...coverage.clauses.map(({ ref }) => columns(ref))));
  const statusWidth = widest(words.status, coverage.clauses.map(shownStatus));
  tellHandling(sheet, cover, language);
  tellNotices(sheet, aboutClauses(notices), language);
  sheet.paragraph('', words.title(coverage.policy.title[language]), chalk.bold);
  sheet.paragraph('', words.judged({ asOf, ...summary }), chalk.dim);
  sheet.line();
  for (const clause of coverage.clauses) {
    const shown = shownStatus(clause);
    const paint = paints[shown];
    const status = words.status[shown];
    const head = `${paint(statusMarks[shown])} ${paint(padded(status, statusWidth))}  ${padded(oneLine(clause.ref), refWidth)}  `;
    tellClause(sheet, head, oneLine(titleBeyond(clause, language)), words.modality[clause.modality]);
    const days = daysOf(clause, words);
    if (days !== undefined) sheet.line(`      ${paint(days)}`);
    const judged =
      clause.answeredBy.rules.length > 0 && shown !== 'ended'
        ? [words.verdicts(clause, coverage.policy)]
        : [];
    for (const content of [answers(clause, words).join(', '), ...judged]) {
      for (const line of wrap(oneLine(content), room)) sheet.line(`      ${chalk.dim(line)}`);
    }
  }
  sheet.line();
  tellTotals(
    sheet,
    words.total(coverage.clauses.length),
    totals(coverage).map((total) => [wordCount(total, words), paints[total.status]]),
  );
  return sheet.toString();
};

/** A clause behind its status and reference, or below them where they leave too little space. */
export function tellClause(sheet: Sheet, head: string, title: string, modality: string): void {
  const start = columns(head);
  const aside = `  ${modality}`;
  const paint = (line: string) =>
    line.endsWith(aside) ? line.slice(0, -aside.length) + sheet.chalk.dim(aside) : line;
  sheet.paragraph(head, `${title}${aside}`, paint, sheet.width - start < 30 ? 6 : start);
}

/** How many clauses there are of each status, no count broken between two lines. */
export function tellTotals(
  sheet: Sheet,
  title: string,
  counts: readonly (readonly [text: string, paint: (text: string) => string])[],
): void {
  let line = `${sheet.chalk.bold(title)}: `;
  for (const [index, [text, paint]] of counts.entries()) {
    const shown = index === counts.length - 1 ? text : `${text}, `;
    if (columns(line) + columns(shown.trimEnd()) > sheet.width) {
      sheet.line(line.trimEnd());
      line = '  ';
    }
    line += shown.replace(text, paint(text));
  }
  sheet.line(line);
}

/** The colours of a terminal. */
export function statusPaints(chalk: Sheet['chalk']) {
  return {
    met: chalk.green,
    attested: chalk.green,
    'not-met': chalk.red,
    unconfirmed: chalk.red,
    'to-improve': chalk.yellow,
    unknown: chalk.yellow,
    excepted: chalk.cyan,
    transitional: chalk.cyan,
    'not-applicable': chalk.dim,
    informs: chalk.dim,
    unanswered: chalk.red,
    announced: chalk.cyan,
    ended: chalk.dim,
  };
}

/** Statuses that only law has. */
const ofLaw: ReadonlySet<string> = new Set(['unconfirmed', 'transitional']);

/** @returns how wide the column of statuses is; the long words that only law has count where they occur */
export function widest<Status extends string>(
  words: Readonly<Record<Status, string>>,
  shown: readonly NoInfer<Status>[],
): number {
  const usual = (Object.keys(words) as Status[]).filter((status) => !ofLaw.has(status));
  return Math.max(...[...usual, ...shown].map((status) => columns(words[status])));
}

/** @returns a text with blanks up to a width in columns */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}
