import { sha256 } from '../../../base/digest.ts';
import { groupBy } from '../../../base/groups.ts';
import { countsToday, type Finding, isAnnounced } from '../../../result/result.ts';
import { definitions, note } from '../../paper/table.ts';
import { type Content, each, type Html, html, joined } from '../../paper/template.ts';
import { clausesOf } from '../blocks.ts';
import { factTexts } from '../to-do/row-texts.ts';
import { type FactToWrite, factsToWrite, type ToDoRow } from '../to-do/rows.ts';
import { factOf, placeOf, type ToDo, toDos } from '../to-do/to-dos.ts';
import { chapterOf, clauseKey } from './chapters.ts';
import { filterData, fromCellOf, locationLink, suppressionOf } from './finding.ts';
import { findingAnchor, findingNumber, type Page, ruleAnchor } from './page.ts';

/** From this many records on, a list that is the same as an earlier one is not printed again. */
const worthNaming = 6;
/** How many records of a fact are printed. On the screen are all of them. */
const mostPrinted = 40;
/** How many clauses of a rule are named. */
const fewClauses = 4;

/**
 * What only waits for facts, one table for each fact with every record that lacks it: closed on the screen, a list of names
 * on paper. First what counts today, then what does from a day to come, then what an exception or the baseline covers.
 */
export function unknowns(page: Page): Content {
  const { labels } = page.words;
  const taken = new Set(
    page.chapters.flatMap(({ groups }) =>
      groups.map(({ ruleId, announced }) => ruleAnchor(ruleId, announced)),
    ),
  );
  const part = (title: string, isMeant: (finding: Finding) => boolean, lead?: string) =>
    unknownsIn(page, { title, lead, findings: page.unknowns.filter(isMeant), taken });
  return [
    part(labels.toDo, countsToday, leadOf(page)),
    part(labels.toDoAnnounced, isAnnounced, page.words.notes.announced),
    part(labels.toDoSuppressed, ({ suppression }) => suppression !== null),
  ];
}

/** How much there is to write, as the list of what to write counts it. */
function leadOf({ result, unknowns: all, words }: Page): string {
  const facts = factsToWrite(result).filter(({ from }) => from === undefined);
  const places = facts.reduce((sum, { rows }) => sum + rows.length, 0);
  return words.toDoLead(facts.length, places, all.filter(countsToday).length);
}

interface Part {
  readonly title: string;
  readonly lead: string | undefined;
  readonly findings: readonly Finding[];
  /** the anchors of rules that the page has; each of them goes to the first fact that its rule waits for */
  readonly taken: Set<string>;
}

function unknownsIn(page: Page, { title, lead, findings, taken }: Part): Content {
  if (findings.length === 0) return undefined;
  const earlier = new Map<string, string>();
  return html`<section class="to-do">
<h3>${title} <span class="soft">${page.words.count('', findings.length).trim()}</span></h3>
${lead !== undefined && note(lead)}${each(toDos(findings), (toDo) => {
  const fact = withRows(toDo);
  const records = digestOf(fact.rows);
  const name = factTexts(fact, page.language).name;
  const same = fact.rows.length >= worthNaming ? earlier.get(records) : undefined;
  if (same === undefined) earlier.set(records, name);
  return factTable(page, fact, { same, taken });
})}</section>
`;
}

/** What tells lists of records apart: the names of a hundred thousand need not be held for it. */
function digestOf(rows: readonly ToDoRow[]): string {
  return sha256(rows.map(({ fact: { record } }) => `${record.kind}/${record.id}`).join('\n'));
}

function withRows(toDo: ToDo): FactToWrite {
  const waiting = [...toDo.waiting.values()].flat();
  const rows = [...groupBy(waiting, (finding) => placeOf(factOf(finding))).values()].map((all) => ({
    fact: factOf(all[0] as Finding),
    waiting: all,
  }));
  return { toDo, rows };
}

/** A fact with the rules that wait for it and the records that lack it. */
function factTable(
  page: Page,
  fact: FactToWrite,
  { same, taken }: { readonly same: string | undefined; readonly taken: Set<string> },
): Html {
  const { language, words } = page;
  const { labels } = words;
  const { rows, toDo } = fact;
  const texts = factTexts(fact, language);
  const columns = [labels.subject, labels.inCharge, labels.place, labels.number];
  const caption = `${texts.name} ${labels.records}`;
  return html`<details class="fact${same !== undefined && ' same'}" data-more>
<summary><span class="more">${texts.name}</span> <span class="soft">${words.missingIn(rows.length, toDo.count)}</span></summary>
${definitions(
  [
    [labels.write, joined(texts.write.map(page.said), html`<br>`)],
    [
      labels.waiting,
      html`<ul class="bare">${[...toDo.waiting].map(([ruleId, own]) => waitingRule(page, { ruleId, own, taken }))}</ul>`,
    ],
  ],
  'facts',
)}<table class="rest names">
<caption>${caption}</caption>
<thead><tr>${columns.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${each(rows, (row) => recordRow(page, row, texts.more(row)))}</tbody>
</table>
${same !== undefined && html`<p class="on-paper">${words.sameRecords(same, rows.length)}</p>\n`}${same === undefined && rows.length > mostPrinted && html`<p class="on-paper">${words.notPrinted(rows.length - mostPrinted)}</p>\n`}</details>
`;
}

function waitingRule(
  page: Page,
  {
    ruleId,
    own,
    taken,
  }: { readonly ruleId: string; readonly own: readonly Finding[]; readonly taken: Set<string> },
): Html {
  const { result } = page;
  const anchor = ruleAnchor(ruleId, own.every(isAnnounced));
  const isFirst = !taken.has(anchor);
  taken.add(anchor);
  const title = result.rules.get(ruleId)?.title;
  const clauses = clausesOf(own).map((clause) =>
    result.policies.length > 1 ? clauseKey(clause) : clause.ref,
  );
  const shown = clauses.slice(0, fewClauses).join(page.words.comma);
  const [first] = own;
  return html`<li${isFirst && html` id="${anchor}"`}>${title === undefined ? ruleId : page.said(title)} <span class="code soft">${ruleId}</span>${clauses.length > 0 && html` <span class="ref">${shown}${clauses.length > fewClauses && ' …'}</span>`}${first !== undefined && first.suppression !== null && html`<br><span class="soft">${suppressionOf(page, first)}</span>`}</li>`;
}

function recordRow(page: Page, { fact, waiting }: ToDoRow, more: readonly string[]): Html {
  const { record, location } = fact;
  const numbers = each(
    waiting,
    (finding) =>
      html`${finding !== waiting[0] && ' '}<span class="code brief" id="${findingAnchor(finding.fingerprint)}"${filterData(finding)} data-chapter="${chapterOf(page.result, finding)}">${findingNumber(finding.fingerprint)}</span>${isAbout(finding, record) ? undefined : html` <span class="soft">${finding.record.name}</span>`}`,
  );
  return html`<tr data-row><th scope="row">${record.name} <span class="code soft">${record.id}</span>${more.map((text) => html`<p class="soft">${page.said(text)}</p>`)}</th><td>${inChargeOf(page, fact)}</td><td class="code">${locationLink(page, location)}${fromCellOf(location)}</td><td>${numbers}</td></tr>
`;
}

/** Whether a finding is about the very record that lacks the fact: another may wait for it, too. */
function isAbout({ record }: Finding, { kind, id }: ToDoRow['fact']['record']): boolean {
  return record.kind === kind && record.id === id;
}

function inChargeOf(
  { agencyNames, divisionNames, words }: Page,
  { agency, division }: ToDoRow['fact'],
): string {
  const names = [
    agency && (agencyNames.get(agency) ?? agency),
    division && (divisionNames.get(division) ?? division),
  ];
  return names.filter((name) => name !== undefined && name !== '').join(words.comma);
}
