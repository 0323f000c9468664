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
import { countFindings, type Page, sectionTitle } from './page.ts';
import { sectionIds } from './words/index.ts';

/**
 * The first page: what was judged, with which version, as of which day, and the result. A run with errors says so
 * first.
 */
export function cover(page: Page): Html {
  const { result, words } = page;
  const { body, summary, tool, repository } = result;
  const { labels, notes, colon } = words;
  return html`<header class="cover">
<p class="body">${body.name ?? notes.unnamed}${body.code !== undefined && html` <span class="code">${body.code}</span>`}</p>
<h1>${words.title}</h1>
${failure(page)}${noticeList(noticesOf(result), page.said)}${definitions(
  [
    [labels.marking, handling(page)],
    [labels.policy, policies(page)],
    [labels.asOf, words.day(result.asOf)],
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
    [labels.result, [outcome(page), clauses(page)]],
    [labels.digest, html`<span class="code">SHA-256${colon}${digestOf(result.inputs())}</span>`],
  ],
  'facts identity',
)}<p class="note">${notes.basis}</p>
<p class="filter-note" hidden></p>
</header>
`;
}

/** The handling mark: where there is none, a report says so once, and here. */
function handling({ result: { cover: stated }, language, words }: Page): Content {
  const { marking = words.notes.noMarking, redacted } = stated;
  return [html`<p>${marking}</p>`, redacted && html`<p>${handlingTexts[language].redacted}</p>`];
}

/** All findings are in the page, and the filter says itself which of them are shown. */
function noticesOf({ notices }: Result): readonly Notice[] {
  return notices.filter(({ code }) => code !== 'only-divisions');
}

/** The table of contents: beside the report on a wide screen, on the cover in print. */
export function contents({ words }: Page): Html {
  return html`<nav class="contents" aria-labelledby="contents-heading">
<h2 id="contents-heading">${words.labels.contents}</h2>
<ol>
${sectionIds.map((id) => html`<li><a href="#${id}">${sectionTitle(words, id)}</a></li>\n`)}</ol>
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
  const counts = countByLabel(result.findings);
  const isQuiet = !result.findings.some(countsToday);
  // Findings that the baseline lists, or that hold from a day to come, do not count but still exist, so without others the
  // result is not simply "none".
  const known = isQuiet && !broken && counts.baseline + counts.announced > 0;
  const found = known
    ? asFarAsJudged(reportTexts[language].nothing(counts), result, language)
    : countFindings(page, result.findings);
  const nothing = asFarAsJudged(words.notes.resultClean, result, language);
  const clean = broken ? undefined : mark('pass', nothing);
  return html`<strong>${broken && [mark('fail', words.labels.errors), html`<br>`]}${result.findings.length > 0 ? found : clean}</strong>`;
}

/** A summary of the coverage of each policy, for people who read only the cover. A run with errors has none. */
function clauses({ result, language, words, said }: Page): Content {
  if (result.errors.length > 0) return undefined;
  return result.coverage.map((coverage) => {
    const counts = totals(coverage).map((total) => wordCount(total, coverageTexts[language]));
    const all = words.clausesOf(coverage.policy.title[language], coverage.clauses.length);
    return html`<br><span class="soft">${said(all)}${words.colon}${joined(counts, words.comma)}</span>`;
  });
}

/** One digest for all inputs: the hash of their `sha256sum` lines, in the order of the appendix. */
export function digestOf(inputs: readonly Input[]): string {
  return sha256(inputs.map(({ sha256: digest, path }) => `${digest}  ${path}\n`).join(''));
}
