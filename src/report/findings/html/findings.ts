import type { Finding } from '../../../result/result.ts';
import { definitions, note } from '../../paper/table.ts';
import { type Content, each, type Html, html } from '../../paper/template.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { type Block, blocksOf, causeOf, clausesOf, common, commonRemedy, headingOf } from '../blocks.ts';
import { announcedArea, type Chapter, type RuleFindings } from './chapters.ts';
import { earlier } from './comparison.ts';
import { corrections } from './corrections.ts';
import { filters } from './filters.ts';
import {
  blockHead,
  clauseList,
  findingInFull,
  findingRow,
  placeRow,
  suppressionOf,
  traceOf,
} from './finding.ts';
import { correctionsListed } from './follow-up.ts';
import { countFindings, nothing, type Page, ruleAnchor, section } from './page.ts';
import { unknowns } from './unknowns.ts';

/** How many findings of a rule are shown in full. If only a few more remain, they are shown in full, too. */
const inFull = 10;
const fewMore = 3;
/** The chapter of findings: all in a table with the plan to correct them, then by chapter and rule, then what is not written. */
export function findings(page: Page): Html {
  const { result, chapters, language, words } = page;
  return section(page, 'findings', [
    note(words.notes.findings),
    result.unrelated && note(words.unrelated(result.unrelated.since, result.unrelated.count)),
    chapters.length + page.unknowns.length === 0
      ? nothing(page, asFarAsJudged(words.notes.noFindings, result, language))
      : [
          filters(page),
          corrections(page, chapters),
          correctionsListed(page),
          each(chapters, (item) => chapter(page, item)),
          unknowns(page),
        ],
    earlier(page),
  ]);
}

function chapter(page: Page, { area, name, groups }: Chapter): Html {
  const all = groups.flatMap((group) => group.findings);
  // The heading of what is announced says already what its findings are.
  const counts = area === announcedArea ? page.words.count('', all.length).trim() : countFindings(page, all);
  return html`<section class="chapter" id="chapter-${area}" data-chapter="${area}" aria-labelledby="chapter-${area}-heading">
<h3 id="chapter-${area}-heading">${name} <span class="soft">${counts}</span></h3>
${area === announcedArea && note(page.words.notes.announced)}${each(groups, (group) => ruleGroup(page, group))}</section>
`;
}

function ruleGroup(page: Page, group: RuleFindings): Html {
  const { words } = page;
  const { ruleId, rule, findings: all, remedy, clauses } = group;
  const anchor = ruleAnchor(ruleId, group.announced);
  const grouped = blocksOf(all);
  const blocks = grouped.filter((block) => block.findings.length > 1);
  const single = grouped.flatMap((block) => (block.findings.length > 1 ? [] : block.findings));
  const full = firstOf(single);
  return html`<section class="rule" id="${anchor}" aria-labelledby="${group.announced && `chapter-${announcedArea}-heading `}${anchor}-heading">
<h4 id="${anchor}-heading">${rule === undefined ? ruleId : page.said(rule.title)} <span class="code soft">${ruleId}</span></h4>
${definitions([
  [words.labels.clause, clauses && clauseList(page, clauses)],
  [words.labels.rationale, rule && page.said(rule.rationale)],
  [words.labels.remedy, remedy && page.said(remedy)],
])}<ul class="findings">
${each(blocks, (block) => blockInFull(page, block, group))}${full.map((finding) => findingInFull(page, finding, group))}</ul>
${rest(page, single.slice(full.length))}</section>
`;
}

/** A block of findings: the message once, then every location. */
function blockInFull(page: Page, block: Block, group: RuleFindings): Html {
  const { result, language, words } = page;
  const { labels } = words;
  const { findings: all } = block;
  const trace = common(all, ({ trace: steps, paths = [] }) => ({ trace: steps, paths }));
  const isStatementShared = common(all, ({ statement }) => statement[language]) !== undefined;
  const remedy = commonRemedy(block, language);
  const shown = firstOf(all);
  const columns = [
    labels.number,
    ...(isStatementShared ? [] : [labels.finding]),
    labels.subject,
    inChargeLabel(page),
    labels.place,
  ];
  const table = (caption: string, listed: readonly Finding[]) => html`<table class="rest">
<caption>${caption}</caption>
<thead><tr>${columns.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${each(listed, (finding) => placeRow(page, finding, { withMessage: !isStatementShared, withTrace: trace === undefined, withRemedy: remedy === undefined }))}</tbody>
</table>`;
  const others = all.slice(shown.length);
  return html`<li class="finding block">
${blockHead(page, block)}<p class="message">${page.said(headingOf(block, result, language))}</p>
${definitions([
  [labels.cause, causeOf(block, language)],
  [labels.clause, group.clauses === undefined && clauseList(page, clausesOf(all))],
  [labels.trace, trace && traceOf(page, trace)],
  [labels.remedy, group.remedy === undefined && remedy && page.said(remedy)],
  [labels.suppression, all[0].suppression !== null && suppressionOf(page, all[0])],
])}${table(labels.places, shown)}
${
  others.length > 0 &&
  html`<details data-more>
<summary><span class="more">${words.more(others.length)}</span></summary>
${table(words.more(others.length), others)}
</details>
`
}</li>
`;
}

/** What the column of agencies is called where it has the divisions, too. */
function inChargeLabel({ result, words: { labels } }: Page): string {
  return result.summary.divisions === undefined ? labels.agency : labels.inCharge;
}

/** The first few of a long list; the whole list if only a few more remain. */
function firstOf(all: readonly Finding[]): readonly Finding[] {
  return all.length <= inFull + fewMore ? all : all.slice(0, inFull);
}

function rest(page: Page, others: readonly Finding[]): Content {
  if (others.length === 0) return undefined;
  const { labels, more } = page.words;
  const columns = [labels.verdict, labels.finding, labels.subject, inChargeLabel(page), labels.place];
  return html`<details data-more>
<summary><span class="more">${more(others.length)}</span></summary>
<table class="rest">
<caption>${more(others.length)}</caption>
<thead><tr>${columns.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${each(others, (finding) => findingRow(page, finding))}</tbody>
</table>
</details>
`;
}
