import type { Localized } from '../../base/localized.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { saidTitle } from '../paper/citation.ts';
import { documentOf } from '../paper/document.ts';
import { mark } from '../paper/mark.ts';
import { noticeList } from '../paper/notice-list.ts';
import { quotesOf, said } from '../paper/said.ts';
import { table } from '../paper/table.ts';
import { html } from '../paper/template.ts';
import { exampleToWrite, servingReference, shownAgainst, totalsAgainst } from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { aboutClauses } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The coverage against another policy as one self-contained page that prints on A4. */
export const againstHtml: Reporter<AgainstContent> = ({ coverage, result }, { language }) => {
  const words = coverageTexts[language];
  const texts = againstTexts[language];
  const { against, clauses } = coverage;
  const { policies, asOf, summary, notices, tool, cover } = result;
  const title = texts.title(against.title[language]);
  const names = [against, ...policies].flatMap(({ japaneseNames }) => japaneseNames);
  const quotes = quotesOf(names);
  const say = (text: Localized | string) => said(text, language, quotes);
  const judged = words.judged({ asOf, ...summary });
  const counts = totalsAgainst(coverage).map(({ status, count }) => words.count(texts.status[status], count));
  const example = exampleToWrite(coverage);
  const rows = clauses.map((clause) => [
    clause.ref,
    html`${saidTitle(clause, language)} <span class="soft">${words.aside(words.modality[clause.modality])}</span><p>${said(clause.summary, language)}</p>`,
    html`<strong>${mark(shownAgainst(clause), texts.status[shownAgainst(clause)])}</strong>`,
    html`<ul>${clause.servedBy.map(
      (one) =>
        html`<li>${servingReference(one, result)} ${saidTitle(one, language)}${words.aside(texts.status[shownAgainst(one)])}</li>`,
    )}</ul>`,
  ]);
  return documentOf({
    language,
    tool,
    cover,
    title,
    running: [title, judged],
    content: html`<main class="alone">
<h1>${say(title)}</h1>
${noticeList(aboutClauses(notices), say)}<p>${say(texts.judgedBy(policies.map((one) => one.title[language])))}</p>
<p>${judged}</p>
${example !== undefined && html`<p>${texts.nothing(example)}</p>\n`}${table(
  `${words.total(clauses.length)}: ${counts.join(', ')}`,
  [
    { label: texts.columns.ref },
    { label: texts.columns.title },
    { label: texts.columns.status, kind: 'brief' },
    { label: texts.columns.servedBy },
  ],
  rows,
  'matrix',
)}</main>
`,
  });
};
