import type { Language } from '../../base/localized.ts';
import type { AgainstClause, AgainstCoverage, ShownAgainst } from '../../result/against.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { titleBeyond } from '../paper/citation.ts';
import { columns } from '../paper/columns.ts';
import { tellHandling } from '../paper/handling.ts';
import { tellNotices } from '../paper/notice-lines.ts';
import { oneLine } from '../paper/one-line.ts';
import { Sheet } from '../paper/sheet.ts';
import { wrap } from '../paper/wrap.ts';
import {
  aboutLaw,
  exampleToWrite,
  isListed,
  nameBeyond,
  policiesHeld,
  servingReference,
  shortAgainst,
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
import { padded, statusMarks, statusPaints, tellClause, tellTotals, widest } from './text.ts';
import { coverageTexts } from './words.ts';

const marks: Readonly<Record<ShownAgainst, string>> = { ...statusMarks, uncovered: '□', 'not-needed': '·' };

/** The coverage against another policy for a terminal: each of its clauses with its status, and below it those that serve it. */
export const againstText: Reporter<AgainstContent> = ({ coverage, order, result }, options) => {
  const { language } = options;
  const words = coverageTexts[language];
  const { title, judgedBy, nothing } = againstTexts[language];
  const sheet = new Sheet(options);
  const { chalk } = sheet;
  const { against, clauses } = coverage;
  tellHandling(sheet, result.cover, language);
  tellNotices(sheet, aboutClauses(result.notices), language);
  sheet.paragraph('', title(against.title[language]), chalk.bold);
  const held = policiesHeld(coverage, result).map((one) => one[language]);
  if (held.length > 0) sheet.paragraph('', judgedBy(held), chalk.dim);
  sheet.paragraph('', words.judged({ asOf: result.asOf, ...result.summary }), chalk.dim);
  for (const line of aboutLaw(coverage, language))
    sheet.paragraph('', typeof line === 'string' ? line : line[language], chalk.dim);
  sheet.line();
  const example = exampleToWrite(coverage);
  if (example !== undefined) {
    sheet.paragraph('', nothing(example));
    sheet.line();
  }
  const tell = teller(sheet, coverage, language);
  if (order === 'document') for (const clause of clauses) tell(clause, false);
  else
    for (const [index, group] of workGroups(coverage, language).entries()) {
      if (index > 0) sheet.line();
      sheet.paragraph('', group.title, chalk.bold);
      for (const clause of group.clauses) tell(clause, true);
    }
  sheet.line();
  const paints = paintsOf(sheet);
  tellTotals(
    sheet,
    words.total(clauses.length),
    totalsAgainst(coverage, language).map(({ status, word, count }) => [
      words.count(word, count),
      paints[status],
    ]),
  );
  tellBeyond(sheet, coverage, language);
  return sheet.toString();
};

function paintsOf({ chalk }: Sheet) {
  return { ...statusPaints(chalk), uncovered: chalk.yellow, 'not-needed': chalk.dim };
}

/** @returns a function that tells of a clause, with what to do next where that is asked for */
function teller(sheet: Sheet, coverage: AgainstCoverage, language: Language) {
  const { chalk } = sheet;
  const { clauses } = coverage;
  const words = coverageTexts[language];
  const { status: statusWords } = againstTexts[language];
  const paints = paintsOf(sheet);
  const room = Math.max(30, sheet.width - 6);
  const refWidth = Math.min(24, Math.max(0, ...clauses.map(({ ref }) => columns(ref))));
  const short = clauses.map((clause) => shortAgainst(clause, language));
  const statusWidth = Math.max(widest(statusWords, []), ...short.map(columns));
  const told: ToldSteps = new Map();
  const below = (text: string, paint: (line: string) => string = chalk.dim) => {
    for (const line of wrap(oneLine(text), room)) sheet.line(`      ${paint(line)}`);
  };
  return (clause: AgainstClause, withSteps: boolean): void => {
    const shown = shownAgainst(clause);
    const paint = paints[shown];
    const status = shortAgainst(clause, language);
    const head = `${paint(marks[shown])} ${paint(padded(status, statusWidth))}  ${padded(oneLine(clause.ref), refWidth)}  `;
    tellClause(sheet, head, oneLine(titleBeyond(clause, language)), words.modality[clause.modality]);
    const whole = wordAgainst(clause, language);
    if (whole !== status) below(whole, paint);
    for (const one of clause.servedBy)
      below(
        `${servingReference(one, coverage)}  ${titleBeyond(one, language)}`.trimEnd() +
          words.aside(statusWords[shownAgainst(one)]),
      );
    const alone = unserved(clause, coverage, language);
    if (alone !== undefined) below(alone);
    if (!withSteps) return;
    const { steps, more } = stepsOf(clause, language, told);
    for (const { text, count } of steps) below(`→ ${text}${words.aside(count)}`, (line: string) => line);
    if (more !== undefined) below(`→ ${more}`);
  };
}

/** What law binds beyond the policies, a line each. */
function tellBeyond(sheet: Sheet, { beyond = [] }: AgainstCoverage, language: Language): void {
  if (beyond.length === 0) return;
  const { beyond: lead, beyondKind, records } = againstTexts[language];
  const { aside } = coverageTexts[language];
  sheet.line();
  sheet.paragraph('', lead);
  for (const one of beyond) {
    const name = nameBeyond(one, language);
    const about = [beyondKind[one.kind], ...(isListed(one) ? [records(one.records)] : [])].join(
      coverageTexts[language].comma,
    );
    sheet.paragraph('  ', `${typeof name === 'string' ? name : name[language]}${aside(about)}`);
  }
}
