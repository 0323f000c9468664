import type { Language } from '../../base/localized.ts';
import type { ClauseCoverage, PolicyCoverage } from '../../result/result.ts';
import { labelWords, suppressionWords, verdictWords } from '../../result/words.ts';
import { saidTitle } from '../paper/citation.ts';
import { columns as widthOf } from '../paper/columns.ts';
import { mark } from '../paper/mark.ts';
import { quotesOf, said } from '../paper/said.ts';
import { table } from '../paper/table.ts';
import { type Content, type Html, html } from '../paper/template.ts';
import { answers, daysOf, shownStatus } from './clause-status.ts';
import { type CoverageText, coverageTexts } from './words.ts';

/** The columns of a terminal from which on a reference to a clause needs a wider column. */
const longReference = 24;

/**
 * The coverage as a table, one row per clause: what answers it, and its status.
 *
 * @param findingsOf what a rule found under a clause, to stand behind the rule
 */
export function coverageTable(
  coverage: PolicyCoverage,
  language: Language,
  caption: Content,
  findingsOf: (ref: string, ruleId: string) => Content = () => undefined,
): Html {
  const words = coverageTexts[language];
  const { columns } = words;
  return table(
    caption,
    [
      { label: columns.ref },
      { label: columns.title },
      { label: columns.status, kind: 'brief' },
      { label: columns.answeredBy },
      { label: columns.verdicts },
    ],
    coverage.clauses.map((clause) => [
      clause.ref,
      html`${saidTitle(clause, language)} <span class="soft">${words.aside(words.modality[clause.modality])}</span><p>${said(clause.summary, language)}</p>`,
      html`<strong>${mark(shownStatus(clause), words.status[shownStatus(clause)])}</strong>${daysBelow(clause, words)}`,
      answeredBy(clause, words, findingsOf),
      clause.answeredBy.rules.length > 0 &&
        clause.status !== 'ended' &&
        verdictsOf(clause, coverage.policy, language),
    ]),
    coverage.clauses.some(({ ref }) => widthOf(ref) > longReference) ? 'matrix long' : 'matrix',
  );
}

function daysBelow(clause: ClauseCoverage, words: CoverageText): Content {
  const days = daysOf(clause, words);
  return days !== undefined && html`<p>${days}</p>`;
}

/** `answersOf` lists the rules first, so the n-th answer belongs to the n-th rule. */
function answeredBy(
  clause: ClauseCoverage,
  words: CoverageText,
  findingsOf: (ref: string, ruleId: string) => Content,
): Content {
  const { rules, informs } = clause.answeredBy;
  const quotes = quotesOf(informs?.only === 'ja' ? [informs.ja] : []);
  const items = answers(clause, words).map((answer, index) => {
    const rule = rules[index];
    // What a rule found for a clause that cites it twice is counted where it is cited first.
    const isFirst = rule !== undefined && rules.findIndex(({ id }) => id === rule.id) === index;
    return html`<li><span class="${rule ? 'code' : 'reflected'}">${said(answer, words.language, quotes)}</span>${isFirst && findingsOf(clause.ref, rule.id)}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

/** The verdict counts of a clause's rules; zeros are left out. */
function verdictsOf(
  { verdicts, improvements, excepted }: ClauseCoverage,
  { kind }: PolicyCoverage['policy'],
  language: Language,
): Content {
  const words = labelWords[language];
  const { pass, fail, unknown, review, transitional = 0 } = verdicts;
  const fails = fail - improvements;
  const counts = [
    [verdictWords[language].pass, pass],
    [kind === 'law' ? words.unconfirmed : words.violation, fails],
    [words.improvement, improvements],
    [words.unknown, unknown],
    [words.review, review],
    [suppressionWords[language].exception, excepted],
    [coverageTexts[language].status.transitional, transitional],
  ] as const;
  const shown = counts.filter(([, count]) => count > 0);
  return html`<ul>${shown.map(([word, count]) => html`<li>${word} ${count}</li>`)}</ul>`;
}
