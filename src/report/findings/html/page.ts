import type { Language } from '../../../base/localized.ts';
import type { Finding, Result } from '../../../result/result.ts';
import { mark } from '../../paper/mark.ts';
import { note } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import { countByLabel } from '../verdict-counts.ts';
import { type Chapter, chaptersOf, present } from './chapters.ts';
import { type HtmlText, htmlTexts, type SectionId, sectionIds } from './words/index.ts';

/** What every part of the report knows. */
export interface Page {
  readonly result: Result;
  readonly language: Language;
  readonly words: HtmlText;
  readonly chapters: readonly Chapter[];
}

export function pageOf(result: Result, language: Language): Page {
  return { result, language, words: htmlTexts[language], chapters: chaptersOf(result, language) };
}

/** A numbered part of the report. Its heading is what the table of contents names. */
export function section({ words }: Page, id: SectionId, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${sectionTitle(words, id)}</h2>
${content}
</section>
`;
}

export function sectionTitle(words: HtmlText, id: SectionId): Html {
  return html`<span class="number">${words.number(sectionIds.indexOf(id))}</span> ${words.sections[id]}`;
}

/** How many findings there are of what kind, each with its sign; kinds of which there are none are left out. */
export function countFindings({ words }: Page, findings: readonly Finding[]): Content {
  const counts = present(countByLabel(findings)).map(({ marked, count }) =>
    mark(marked, words.count(words.counted[marked], count)),
  );
  return joined(counts, words.comma);
}

/** That there is nothing to tell; of a run that went wrong not even that can be said. */
export function nothing({ result, words }: Page, said: string): Html {
  return note(result.errors.length > 0 ? words.notes.notComplete : said);
}

/** Where the findings of a rule stand. */
export function ruleAnchor(ruleId: string): string {
  return `rule-${ruleId}`;
}

/** Where a finding stands: the same in every report of it. */
export function findingAnchor(fingerprint: string): string {
  return `finding-${fingerprint.replace(/^v\d+:/, '')}`;
}

/** The beginning of a finding's fingerprint, by which people name it to each other. */
export function findingNumber(fingerprint: string): string {
  return fingerprint.replace(/^v\d+:/, '').slice(0, 8);
}
