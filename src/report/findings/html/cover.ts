import { sha256 } from '../../../base/digest.ts';
import {
  countsToday,
  type Input,
  type JudgedPolicy,
  type Notice,
  type Result,
} from '../../../result/result.ts';
import { totals, wordCount } from '../../coverage/clause-status.ts';
import { coverageTexts } from '../../coverage/words.ts';
import { handlingTexts } from '../../paper/handling.ts';
import { mark } from '../../paper/mark.ts';
import { noticeList } from '../../paper/notice-list.ts';
import { definitions } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { countByLabel } from '../verdict-counts.ts';
import { reportTexts } from '../words.ts';
import { frontTexts } from './front/words.ts';
import { countFindings, type Page, sectionTitle, shownDivisions } from './page.ts';
import type { SectionId } from './words/index.ts';

/**
 * The first page: whose report it is and of which kind, what was judged by what, and the result in a line. What the
 * configuration does not say is left blank to write on. A run with errors says so first.
 */
export function cover(page: Page): Html {
  const { result, words, language } = page;
  const { body } = result;
  const { notes } = words;
  return html`<header class="cover">
<div class="cover-head"><p class="body">${body.name ?? notes.unnamed}${body.code !== undefined && html` <span class="code">${body.code}</span>`}</p></div>
<h1>${words.title}</h1>
${subtitle(page)}${failure(page)}${noticeList(noticesOf(result), page.said)}${definitions(aboutRun(page), 'facts identity')}${approvals(page)}<div class="opinion"><p>${frontTexts[language].opinion}</p></div>
<p class="note">${notes.basis}</p>
<p class="filter-note" hidden></p>
</header>
`;
}

/** What concerns the findings of some divisions alone is said below the title. */
function noticesOf({ notices }: Result): readonly Notice[] {
  return notices.filter(({ code }) => code !== 'only-divisions');
}

/** The kind of the report, or the kinds to tick one of; and of whose division it is. */
function subtitle(page: Page): Content {
  const { result, language, extent, words } = page;
  const texts = frontTexts[language];
  const { kind } = result.cover;
  const names = shownDivisions(page);
  const kinds =
    kind === undefined
      ? Object.values(texts.kinds).map((word) => html`<span class="brief">□ ${word}</span> `)
      : html`<strong>${texts.kinds[kind]}</strong>`;
  return html`<p class="kind"><span class="unseen">${texts.kind}${words.colon}</span>${kinds}</p>
${names !== undefined && html`<p class="division">${texts.divisionReport(names)}</p>\n<p class="note">${texts.divisionNote}</p>\n`}${extent === 'summary' && html`<p class="note">${texts.onlySummary}</p>\n`}`;
}

function aboutRun(page: Page): (readonly [string, Content])[] {
  const { result, words, language } = page;
  const { summary, tool, repository } = result;
  const { labels, colon } = words;
  const texts = frontTexts[language];
  const { commissionedBy, conductedBy } = result.cover;
  return [
    [labels.marking, handling(page)],
    [labels.policy, policies(page)],
    [labels.asOf, words.day(result.asOf)],
    [texts.commissionedBy, commissionedBy ?? blank],
    [texts.conductedBy, conductedBy ?? blank],
    [labels.inventory, words.inventory(summary.records, summary.files)],
    [
      labels.repository,
      repository &&
        html`<span class="code">${joined([repository.uri, repository.branch, repository.revision].filter(Boolean), html`<br>`)}</span>`,
    ],
    [
      labels.tool,
      `${tool.name} ${tool.version}${words.comma}${words.ruleAndRecord(summary.rules, summary.records)}`,
    ],
    [labels.result, outcome(page)],
    [texts.clauses, clauses(page)],
    [labels.digest, html`<span class="code digest">SHA-256${colon}${digestOf(result.inputs())}</span>`],
  ];
}

/** A line to write on. */
const blank = html`<span class="blank"></span>`;

/** Boxes for the seals or signatures of those who approve the report. */
function approvals({ result, language }: Page): Content {
  const names = result.cover.approvals;
  if (names.length === 0) return undefined;
  return html`<table class="approvals">
<caption>${frontTexts[language].approvals}</caption>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody><tr>${names.map(() => html`<td></td>`)}</tr></tbody>
</table>
`;
}

/** The handling mark: where there is none, a report says so once, and here. */
function handling({ result: { cover: stated }, language, words }: Page): Content {
  const { marking = words.notes.noMarking, redacted } = stated;
  return [html`<p>${marking}</p>`, redacted && html`<p>${handlingTexts[language].redacted}</p>`];
}

/** The table of contents: beside the report on a wide screen, on the cover in print. */
export function contents(page: Page, ids: readonly SectionId[]): Html {
  const { words } = page;
  return html`<nav class="contents" aria-labelledby="contents-heading">
<h2 id="contents-heading">${words.labels.contents}</h2>
<ol>
${ids.map((id) => html`<li><a href="#${id}">${sectionTitle(page, id)}</a></li>\n`)}</ol>
</nav>
`;
}

function failure({ result, said, words }: Page): Content {
  const { errors } = result;
  if (errors.length === 0) return undefined;
  return html`<section class="failure" aria-labelledby="failure-heading">
<h2 id="failure-heading"><span aria-hidden="true">×</span> ${words.labels.errors}</h2>
<p>${words.notes.broken}</p>
<ul>${errors.map(({ message }) => html`<li>${said(message)}</li>`)}</ul>
</section>
`;
}

function policies({ result, said, words }: Page): Content {
  if (result.policies.length === 0) return words.notes.noPolicy;
  return result.policies.map((policy) => {
    const { id, title, issuer } = policy;
    const about = [issuer && said(issuer), edition(policy, result.asOf, words)].filter(
      (one) => one !== undefined,
    );
    return html`<p>${said(title)} <span class="code">${id}</span><br><span class="soft">${joined(about, words.comma)}</span></p>`;
  });
}

/** The edition that the run judged by (always the latest), and whether it was in force on the given day. */
function edition({ editions }: JudgedPolicy, asOf: string, words: Page['words']): string {
  const last = editions.at(-1);
  if (last === undefined) return words.notes.noEdition;
  return last > asOf ? words.editionToCome(last) : words.edition(last, editions.length);
}

function outcome(page: Page): Content {
  const { result, language, words } = page;
  const broken = result.errors.length > 0;
  const { findings } = page;
  const counts = countByLabel(findings);
  const isQuiet = !findings.some(countsToday);
  // Findings that the baseline lists, or that hold from a day to come, do not count but still exist, so without others the
  // result is not simply "none".
  const known = isQuiet && !broken && counts.baseline + counts.announced > 0;
  const found = known
    ? asFarAsJudged(reportTexts[language].nothing(counts), result, language)
    : countFindings(page, findings);
  const nothing = asFarAsJudged(words.notes.resultClean, result, language);
  const clean = broken ? undefined : mark('pass', nothing);
  return html`<strong>${broken && [mark('fail', words.labels.errors), html`<br>`]}${findings.length > 0 ? found : clean}</strong>`;
}

/** A summary of the coverage of each policy, for people who read only the cover. A run with errors has none. */
function clauses({ result, language, words, said }: Page): Content {
  if (result.errors.length > 0 || result.coverage.length === 0) return undefined;
  return result.coverage.map((coverage) => {
    const counts = totals(coverage).map((total) => wordCount(total, coverageTexts[language]));
    const all = words.clausesOf(coverage.policy.title[language], coverage.clauses.length);
    return html`<p>${said(all)}${words.colon}${joined(counts, words.comma)}</p>`;
  });
}

/** One digest for all inputs: the hash of their `sha256sum` lines, in the order of the appendix. */
export function digestOf(inputs: readonly Input[]): string {
  return sha256(inputs.map(({ sha256: digest, path }) => `${digest}  ${path}\n`).join(''));
}
