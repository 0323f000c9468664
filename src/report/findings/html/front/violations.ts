import { groupBy } from '../../../../base/groups.ts';
import { countsToday, type Finding, findingLabels } from '../../../../result/result.ts';
import { firstColumns, firstSentence } from '../../../paper/excerpt.ts';
import { table } from '../../../paper/table.ts';
import { type Content, html, joined } from '../../../paper/template.ts';
import { clauseKey } from '../chapters.ts';
import { whoActs } from '../finding.ts';
import { countFindings, findingAnchor, nothing, type Page } from '../page.ts';
import { whoActsLabel } from './by-division.ts';
import { frontTexts } from './words.ts';

/** How many lines fit on the page with all that stands below them. */
const lines = 8;
/** A cell takes a few lines at most; the whole text stands with the finding. */
const widest = { what: 110, toDo: 100 };
const fewClauses = 2;

/** Violations of one rule that say the same of several records, which are one line. */
type Line = readonly [Finding, ...Finding[]];

/** The violations, the heaviest first and of those what concerns most records. */
export function violations(page: Page): Content {
  const words = frontTexts[page.language];
  const active = page.findings.filter(countsToday);
  const all = linesOf(active.filter(({ label }) => label === 'violation'));
  const others = findingLabels.slice(1).flatMap((label) => active.filter((one) => one.label === label));
  const besides =
    others.length > 0 &&
    html`<p class="besides">${words
      .besides('\n')
      .split('\n')
      .map((part, index) => [index > 0 && countFindings(page, others), part])}</p>\n`;
  if (all.length === 0)
    return [heading(words.violations, 0, page), nothing(page, words.noViolations), besides];
  const shown = all.slice(0, lines);
  const left = all.slice(lines).reduce((sum, line) => sum + line.length, 0);
  const { columns } = words;
  const total = all.reduce((sum, line) => sum + line.length, 0);
  return [
    heading(words.violations, total, page),
    table(
      words.violations,
      [columns.what, columns.record, whoActsLabel(page), columns.clause, columns.toDo].map((label) => ({
        label,
      })),
      shown.map((line) => cellsOf(page, line)),
      'violations same-caption',
    ),
    left > 0 && html`<p class="left"><a href="#findings">${words.moreFindings(left)}</a></p>\n`,
    besides,
  ];
}

function heading(label: string, count: number, { words }: Page): Content {
  return html`<h3>${label} <span class="soft">${words.count('', count).trim()}</span></h3>\n`;
}

function linesOf(findings: readonly Finding[]): Line[] {
  const groups = groupBy(
    findings,
    ({ ruleId, statement, severity }) => `${ruleId}\n${severity}\n${statement.ja}`,
  );
  const weights = ['error', 'warning', 'info'];
  return [...groups.values()]
    .map(([first, ...others]): Line => [first as Finding, ...others])
    .sort(
      ([a, ...moreA], [b, ...moreB]) =>
        weights.indexOf(a.severity) - weights.indexOf(b.severity) || moreB.length - moreA.length,
    );
}

function cellsOf(page: Page, [first, ...others]: Line): Content[] {
  const { language, said } = page;
  const texts = frontTexts[language];
  const cut = (text: string, width: number) => said(firstColumns(text, width));
  const divisions = new Set([first, ...others].map((finding) => whoActs(page, finding)));
  const [division = ''] = divisions;
  return [
    html`<a href="#${findingAnchor(first.fingerprint)}">${cut(first.statement[language], widest.what)}</a>`,
    [
      firstColumns(first.record.name, 40),
      others.length > 0 && [' ', html`<span class="brief">${texts.andOthers(others.length)}</span>`],
    ],
    [division, divisions.size > 1 && [' ', texts.andOthers(divisions.size - 1)]],
    clausesOf(page, first),
    cut(firstSentence(first.remedy[language]), widest.toDo),
  ];
}

function clausesOf({ result, language }: Page, { clauses }: Finding): Content {
  const shown = clauses
    .slice(0, fewClauses)
    .map((clause) => (result.policies.length > 1 ? clauseKey(clause) : clause.ref));
  const left = clauses.length - shown.length;
  return [joined(shown, html`<br>`), left > 0 && html`<br>${frontTexts[language].andOthers(left)}`];
}
