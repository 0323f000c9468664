import type { CitedClause, Finding, FindingLocation } from '../../../result/result.ts';
import { subjectNames, wordLabel } from '../../../result/words.ts';
import { saidTitle, toCome } from '../../paper/citation.ts';
import { excerpt } from '../../paper/excerpt.ts';
import { mark } from '../../paper/mark.ts';
import { definitions } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import type { Block } from '../blocks.ts';
import { fromCell } from '../labelled.ts';
import { traceParts } from '../trace.ts';
import { countedAs } from '../verdict-counts.ts';
import { reportTexts } from '../words.ts';
import { clauseKey, type RuleFindings } from './chapters.ts';
import { findingAnchor, findingNumber, type Page } from './page.ts';

/** Source lines are cut to about the number of columns that fit a line of the page. */
const excerptColumns = 96;

/** A finding in full, except for what the heading of its rule already says. */
export function findingInFull(page: Page, finding: Finding, group: RuleFindings): Html {
  const { words } = page;
  const { labels } = words;
  return html`<li class="finding" id="${findingAnchor(finding.fingerprint)}"${filterData(finding)}>
${head(page, finding, html`${labels.number} <span class="code">${findingNumber(finding.fingerprint)}</span>`)}<p class="message">${page.said(finding.message)}</p>
${definitions([
  [labels.subject, recordOf(page, finding)],
  [labels.clause, group.clauses === undefined && clauseList(page, finding.clauses)],
  [
    labels.place,
    html`<span class="code">${locationLink(page, finding.location)}</span>${fromCellOf(finding.location)}${source(page, finding.location)}`,
  ],
  [labels.trace, traceOf(page, finding)],
  [labels.remedy, group.remedy === undefined && page.said(finding.remedy)],
  [labels.suppression, suppressionOf(page, finding)],
])}</li>
`;
}

/** The first line of a block. */
export function blockHead(page: Page, { findings: [first, ...others] }: Block): Html {
  return head(page, first, reportTexts[page.language].times(others.length + 1));
}

function head(page: Page, finding: Finding, right: Content): Html {
  return html`<p class="head">${verdictOf(page, finding)} <span class="soft">${page.words.weight(finding.severity)}${states(page, finding)}</span> <span class="soft right">${right}</span></p>
`;
}

/** A finding as a row of its block: its location, and what the block does not say already. */
export function placeRow(
  page: Page,
  finding: Finding,
  {
    withMessage,
    withTrace,
    withRemedy,
  }: { readonly withMessage: boolean; readonly withTrace: boolean; readonly withRemedy: boolean },
): Html {
  const { words } = page;
  const { record, location, fingerprint } = finding;
  const own = [
    withTrace && traceOf(page, finding),
    withRemedy && html`<p class="soft">${words.labels.remedy}${words.colon}${page.said(finding.remedy)}</p>`,
  ];
  const message = withMessage && html`<td>${page.said(finding.message)}${own}</td>`;
  const below = !withMessage && own;
  return html`<tr id="${findingAnchor(fingerprint)}"${filterData(finding)}><td class="code">${findingNumber(fingerprint)}</td>${message}<td>${words.quote(record.name)} <span class="code soft">${record.id}</span>${below}</td><td>${inChargeOf(page, finding)}</td><td class="code">${location.file}:${location.line}${fromCellOf(location)}</td></tr>
`;
}

/** A finding as one row of a table, for long lists. */
export function findingRow(page: Page, finding: Finding): Html {
  return html`<tr id="${findingAnchor(finding.fingerprint)}"${filterData(finding)}><td>${verdictOf(page, finding)}</td><td>${page.said(finding.message)}${suppressed(page, finding)}</td><td class="code">${finding.record.id}</td><td>${inChargeOf(page, finding)}</td><td class="code">${finding.location.file}:${finding.location.line}${fromCellOf(finding.location)}</td></tr>
`;
}

/** The data attributes that the filters read. */
export function filterData({ label, agency, division, suppression, state }: Finding): Html {
  return html` data-verdict="${label}" data-agency="${agency ?? ''}" data-division="${division ?? ''}" data-suppression="${suppression === null ? 'active' : suppression.kind}"${state && html` data-state="${state}"`}`;
}

function verdictOf({ language, words }: Page, finding: Finding): Html {
  const { label, suppression } = finding;
  return suppression === null
    ? mark(countedAs(finding), wordLabel(finding, language))
    : mark(
        suppression.kind,
        html`${words.counted[label]}${words.colon}${words.suppressed[suppression.kind]}`,
      );
}

function states({ words }: Page, { state }: Finding): Content {
  return state !== undefined && [words.comma, words.state[state]];
}

function recordOf(page: Page, finding: Finding): Content {
  const { language, words } = page;
  const { record } = finding;
  const inCharge = [
    [words.labels.agency, agencyName(page, finding)],
    [words.labels.division, divisionName(page, finding)],
  ].flatMap(([label, name]) => (name ? [`${label}${words.colon}${name}`] : []));
  const section = subjectNames[record.kind]?.[language] ?? record.kind;
  return html`${section}${words.colon}${words.quote(record.name)} <span class="code">${record.id}</span>${inCharge.length > 0 && words.aside(inCharge.join(words.comma))}`;
}

/** Its agency and its division, as far as it names them. */
export function inChargeOf(page: Page, finding: Finding): string {
  const names = [agencyName(page, finding), divisionName(page, finding)];
  return names.filter((name) => name !== undefined && name !== '').join(page.words.comma);
}

/** Who is to act: the division or, where the inventory names no divisions at all, the agency. */
export function whoActs(page: Page, finding: Finding): string {
  const { result } = page;
  const name =
    result.summary.divisions === undefined ? agencyName(page, finding) : divisionName(page, finding);
  return name ?? '';
}

function divisionName({ divisionNames }: Page, { division }: Finding): string | undefined {
  return division && (divisionNames.get(division) ?? division);
}

function agencyName({ agencyNames }: Page, { agency }: Finding): string | undefined {
  return agency && (agencyNames.get(agency) ?? agency);
}

/** Clauses as their documents cite them, with the policy's id only where there are several. */
export function clauseList({ result, language }: Page, clauses: readonly CitedClause[]): Content {
  if (clauses.length === 0) return undefined;
  const shown = (clause: CitedClause) => (result.policies.length > 1 ? clauseKey(clause) : clause.ref);
  return html`<ul class="bare">${clauses.map((clause) => html`<li><span class="ref">${shown(clause)}</span> ${saidTitle(clause, language)}${dayOf(clause, language)}</li>`)}</ul>`;
}

function dayOf(clause: CitedClause, language: Page['language']): Content {
  return clause.announced !== undefined && html` <span class="soft">${toCome(clause, language)}</span>`;
}

export function locationLink({ words }: Page, { file, line, column }: FindingLocation): string {
  return words.place(file, line, column);
}

/** The cell of the register that a location is from, to follow it. */
export function fromCellOf({ source }: FindingLocation): Content {
  return source !== undefined && html` <span class="code soft">${fromCell(source).trimStart()}</span>`;
}

function source({ result, words }: Page, location: FindingLocation): Content {
  const line = result.sourceLine(location.file, location.line);
  if (line === undefined || line.trim() === '') return undefined;
  const { before, marked, after } = excerpt(line, location, excerptColumns);
  return html`<pre aria-label="${words.labels.excerpt}"><code>${before.trimStart()}<mark>${marked}</mark>${after}</code></pre>`;
}

export function traceOf({ language, said }: Page, finding: Pick<Finding, 'trace' | 'paths'>): Content {
  const parts = traceParts(finding, language);
  if (parts.length === 0) return undefined;
  return parts.map(
    ({ layer, steps, left }) =>
      html`${layer !== undefined && html`<p class="way">${said(layer)}</p>`}<ol class="trace">${steps.map(({ message, location }) => html`<li>${said(message)} <span class="code soft">${location.file}:${location.line}</span>${fromCellOf(location)}</li>`)}${left > 0 && html`<li>${reportTexts[language].stepsLeft(left)}</li>`}</ol>`,
  );
}

export function suppressionOf({ words }: Page, { suppression }: Finding): Content {
  if (suppression === null) return undefined;
  const { kind, justification, id, approver, expiresAsWritten } = suppression;
  const more = [
    id && html`<a href="#exception-${id}"><span class="code">${id}</span></a>`,
    approver && `${words.labels.approver} ${approver}`,
    expiresAsWritten && words.until(expiresAsWritten),
  ].filter((one) => one !== undefined && one !== '');
  return html`${words.suppressed[kind]}${words.colon}${justification}${more.length > 0 && html`<br>${joined(more, words.comma)}`}`;
}

function suppressed(page: Page, finding: Finding): Content {
  return finding.suppression !== null && html`<br><span class="soft">${suppressionOf(page, finding)}</span>`;
}
