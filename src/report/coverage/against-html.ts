import type { Localized } from '../../base/localized.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { documentOf } from '../paper/document.ts';
import { noticeList } from '../paper/notice-list.ts';
import { quotesOf, said } from '../paper/said.ts';
import { note } from '../paper/table.ts';
import { html } from '../paper/template.ts';
import { againstTable, beyondTable, workTables } from './against-parts.ts';
import { aboutLaw, exampleToWrite, policiesHeld, totalsAgainst } from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { aboutClauses } from './clause-status.ts';
import { coverageTexts } from './words.ts';

/** The coverage against another policy as one self-contained page that prints on A4. */
export const againstHtml: Reporter<AgainstContent> = ({ coverage, order, result }, { language }) => {
  const words = coverageTexts[language];
  const texts = againstTexts[language];
  const { against, clauses } = coverage;
  const { policies, asOf, summary, notices, tool, cover } = result;
  const title = texts.title(against.title[language]);
  const quotes = quotesOf([against, ...policies].flatMap(({ japaneseNames }) => japaneseNames));
  const say = (text: Localized | string) => said(text, language, quotes);
  const judged = words.judged({ asOf, ...summary });
  const counts = totalsAgainst(coverage, language).map(({ word, count }) => words.count(word, count));
  const total = `${words.total(clauses.length)}: ${counts.join(', ')}`;
  const example = exampleToWrite(coverage);
  const held = policiesHeld(coverage, result).map((one) => one[language]);
  const page = { language, say };
  return documentOf({
    language,
    tool,
    cover,
    title,
    running: [title, judged],
    content: html`<main class="alone">
<h1>${say(title)}</h1>
${noticeList(aboutClauses(notices), say)}${held.length > 0 && html`<p>${say(texts.judgedBy(held))}</p>\n`}<p>${judged}</p>
${aboutLaw(coverage, language).map((line) => note(say(line)))}${example !== undefined && html`<p>${texts.nothing(example)}</p>\n`}${order === 'document' ? againstTable(coverage, clauses, total, page) : [html`<p>${total}</p>\n`, workTables(coverage, page)]}${beyondTable(coverage, page)}</main>
`,
  });
};
