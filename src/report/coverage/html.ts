import type { Localized } from '../../base/localized.ts';
import type { CoverageContent, Reporter } from '../format.ts';
import { documentOf } from '../paper/document.ts';
import { noticeList } from '../paper/notice-list.ts';
import { quotesOf, said } from '../paper/said.ts';
import { html } from '../paper/template.ts';
import { aboutClauses, totals, wordCount } from './clause-status.ts';
import { coverageTable } from './table.ts';
import { coverageTexts } from './words.ts';

/** The coverage as one self-contained page that prints on A4. */
export const coverageHtml: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, summary, tool, cover } },
  { language },
) => {
  const words = coverageTexts[language];
  const title = words.title(coverage.policy.title[language]);
  const quotes = quotesOf(coverage.policy.japaneseNames);
  const say = (text: Localized | string) => said(text, language, quotes);
  const judged = words.judged({ asOf, ...summary });
  const counts = totals(coverage).map((total) => wordCount(total, words));
  return documentOf({
    language,
    tool,
    cover,
    title,
    running: [title, judged],
    content: html`<main class="alone">
<h1>${say(title)}</h1>
${noticeList(aboutClauses(notices), say)}<p>${judged}</p>
${coverageTable(coverage, language, `${words.total(coverage.clauses.length)}: ${counts.join(', ')}`)}</main>
`,
  });
};
