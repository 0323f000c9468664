import type { Finding } from '../../result.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { type Content, type Html, html } from '../template.ts';
import { toDos } from '../to-do.ts';
import type { Chapter, RuleFindings } from './chapters.ts';
import { earlier } from './comparison.ts';
import { filters } from './filters.ts';
import { clauseList, findingInFull, findingRow, placeOf } from './finding.ts';
import { countFindings, nothing, type Page, ruleAnchor, section } from './page.ts';
import { definitions, note, table } from './table.ts';

/** How many findings of a rule are told in full; of a rule with only a few more than these, all are. */
const inFull = 10;
const fewMore = 3;
/** Places that a fact to fill in is shown with. */
const shownPlaces = 2;

/** What is wrong, open or to be looked at: by chapter and rule, after the facts that would settle the unknowns. */
export function findings(page: Page): Html {
  const { result, chapters, language, words } = page;
  return section(page, 'findings', [
    note(words.notes.findings),
    result.unrelated && note(words.unrelated(result.unrelated.since, result.unrelated.count)),
    result.findings.length === 0
      ? nothing(page, asFarAsJudged(words.notes.noFindings, result, language))
      : [filters(page), toDoTable(page), chapters.map((one) => chapter(page, one))],
    earlier(page),
  ]);
}

function toDoTable(page: Page): Content {
  const { result, language, words } = page;
  const unknown = result.findings.filter(
    ({ verdict, suppression }) => verdict === 'unknown' && suppression === null,
  );
  if (unknown.length === 0) return undefined;
  const { labels } = words;
  const facts = toDos(unknown);
  const rows = facts.map(({ fact, records, count }) => [
    html`<span class="code">${words.missing(fact.kind, fact.what?.[language] ?? (fact.field === '' ? fact.record.id : fact.field))}</span>`,
    words.amount(count),
    words.amount(records.length),
    [fact.about?.[language], fact.value && html` <span class="soft">${fact.value[language]}</span>`],
    html`<ul class="bare">${records.slice(0, shownPlaces).map(({ record, location }) => html`<li>${words.quote(record.name)} <span class="code soft">${placeOf(page, location)}</span></li>`)}</ul>`,
  ]);
  return html`<div class="to-do">
<h3>${labels.toDo}</h3>
${note(words.toDoLead(facts.length, unknown.length))}${table(
  labels.toDo,
  [
    { label: labels.missing },
    { label: labels.waiting, kind: 'count' },
    { label: labels.records, kind: 'count' },
    { label: labels.write },
    { label: labels.place },
  ],
  rows,
  'plain same-caption',
)}</div>
`;
}

function chapter(page: Page, { area, name, groups }: Chapter): Html {
  const counts = countFindings(
    page,
    groups.flatMap((group) => group.findings),
  );
  return html`<section class="chapter" id="chapter-${area}" data-chapter="${area}" aria-labelledby="chapter-${area}-heading">
<h3 id="chapter-${area}-heading">${name} <span class="soft">${counts}</span></h3>
${groups.map((group) => ruleGroup(page, group))}</section>
`;
}

function ruleGroup(page: Page, group: RuleFindings): Html {
  const { language, words } = page;
  const { ruleId, rule, findings: all, remedy, clauses } = group;
  const full = all.length <= inFull + fewMore ? all : all.slice(0, inFull);
  return html`<section class="rule" id="${ruleAnchor(ruleId)}" aria-labelledby="${ruleAnchor(ruleId)}-heading">
<h4 id="${ruleAnchor(ruleId)}-heading">${rule?.title[language] ?? ruleId} <span class="code soft">${ruleId}</span></h4>
${definitions([
  [words.labels.clause, clauses && clauseList(page, clauses)],
  [words.labels.rationale, rule?.rationale[language]],
  [words.labels.remedy, remedy],
])}<ul class="findings">
${full.map((finding) => findingInFull(page, finding, group))}</ul>
${rest(page, all.slice(full.length))}</section>
`;
}

function rest(page: Page, others: readonly Finding[]): Content {
  if (others.length === 0) return undefined;
  const { labels, more } = page.words;
  const columns = [labels.verdict, labels.finding, labels.subject, labels.agency, labels.place];
  return html`<details data-more>
<summary><span class="more">${more(others.length)}</span></summary>
<table class="rest">
<caption>${more(others.length)}</caption>
<thead><tr>${columns.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${others.map((finding) => findingRow(page, finding))}</tbody>
</table>
</details>
`;
}
