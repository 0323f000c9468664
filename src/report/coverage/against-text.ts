import type { ShownAgainst } from '../../result/coverage.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { columns } from '../paper/columns.ts';
import { tellHandling } from '../paper/handling.ts';
import { tellNotices } from '../paper/notice-lines.ts';
import { oneLine } from '../paper/one-line.ts';
import { Sheet } from '../paper/sheet.ts';
import { wrap } from '../paper/wrap.ts';
import { exampleToWrite, servingReference, shownAgainst, totalsAgainst } from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { aboutClauses } from './clause-status.ts';
import { padded, statusMarks, statusPaints, tellClause, tellTotals, widest } from './text.ts';
import { coverageTexts } from './words.ts';

/** The coverage against another policy for a terminal: each of its clauses with its status, and below it those that serve it. */
export const againstText: Reporter<AgainstContent> = ({ coverage, result }, options) => {
  const { language, width } = options;
  const words = coverageTexts[language];
  const { title, judgedBy, status: statusWords, nothing } = againstTexts[language];
  const sheet = new Sheet(options);
  const { chalk } = sheet;
  const paints = { ...statusPaints(chalk), uncovered: chalk.red, 'not-needed': chalk.dim };
  const marks: Readonly<Record<ShownAgainst, string>> = { ...statusMarks, uncovered: '✖', 'not-needed': '·' };
  const { against, clauses } = coverage;
  const room = Math.max(30, (width ?? Number.POSITIVE_INFINITY) - 6);
  const refWidth = Math.min(24, Math.max(0, ...clauses.map(({ ref }) => columns(ref))));
  const statusWidth = widest(
    statusWords,
    clauses.flatMap((clause) => [clause, ...clause.servedBy].map(shownAgainst)),
  );
  tellHandling(sheet, result.cover, language);
  tellNotices(sheet, aboutClauses(result.notices), language);
  sheet.paragraph('', title(against.title[language]), chalk.bold);
  sheet.paragraph('', judgedBy(result.policies.map((one) => one.title[language])), chalk.dim);
  sheet.paragraph('', words.judged({ asOf: result.asOf, ...result.summary }), chalk.dim);
  sheet.line();
  const example = exampleToWrite(coverage);
  if (example !== undefined) {
    sheet.paragraph('', nothing(example));
    sheet.line();
  }
  for (const clause of clauses) {
    const shown = shownAgainst(clause);
    const paint = paints[shown];
    const head = `${paint(marks[shown])} ${paint(padded(statusWords[shown], statusWidth))}  ${padded(oneLine(clause.ref), refWidth)}  `;
    tellClause(sheet, head, oneLine(titleBeyond(clause, language)), words.modality[clause.modality]);
    const serving = clause.servedBy.map(
      (one) =>
        `${servingReference(one, result)}  ${titleBeyond(one, language)}`.trimEnd() +
        words.aside(statusWords[shownAgainst(one)]),
    );
    for (const content of serving)
      for (const line of wrap(oneLine(content), room)) sheet.line(`      ${chalk.dim(line)}`);
  }
  sheet.line();
  tellTotals(
    sheet,
    words.total(clauses.length),
    totalsAgainst(coverage).map(({ status, count }) => [
      words.count(statusWords[status], count),
      paints[status],
    ]),
  );
  return sheet.toString();
};
