import type { Language, Localized } from '../../../base/localized.ts';
import {
  type AgainstCoverage,
  countsToday,
  type Finding,
  type Result,
  shownFindings,
} from '../../../result/result.ts';
import type { Extent } from '../../format.ts';
import { mark } from '../../paper/mark.ts';
import { quotesOf, said } from '../../paper/said.ts';
import { note } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import { countByLabel } from '../verdict-counts.ts';
import { type Chapter, chaptersOf, present } from './chapters.ts';
import { appendices, type HtmlText, htmlTexts, type SectionId, sectionIds } from './words/index.ts';

/** What every part of the report needs. */
export interface Page {
  readonly result: Result;
  readonly language: Language;
  readonly words: HtmlText;
  /** `summary` for the pages in front and the violations alone */
  readonly extent: Extent;
  /** what the report shows: of a report for some divisions, theirs */
  readonly findings: readonly Finding[];
  /** those of them that are listed with all that is to be said of them, in chapters or as unknowns */
  readonly listed: readonly Finding[];
  /** those that are listed rule by rule; what only waits for a fact is listed fact by fact instead */
  readonly chapters: readonly Chapter[];
  readonly unknowns: readonly Finding[];
  /** how the laws judged by are answered whose first day is named */
  readonly laws: readonly AgainstCoverage[];
  /** by their id */
  readonly agencyNames: ReadonlyMap<string, string>;
  readonly divisionNames: ReadonlyMap<string, string>;
  /** a text, with what policies call things in Japanese alone marked as Japanese */
  readonly said: (text: Localized | string) => Content;
}

/** @param extent how much of the report is wanted */
export function pageOf(result: Result, language: Language, extent: Extent = 'full'): Page {
  // Of two with one id, the first is meant.
  const agencyNames = new Map(result.body.agencies.toReversed().map(({ id, name }) => [id, name]));
  const divisionNames = new Map(result.body.divisions.map(({ id, name }) => [id, name]));
  const quotes = quotesOf(result.policies.flatMap(({ japaneseNames }) => japaneseNames));
  const findings = shownFindings(result);
  const isListed = (finding: Finding) =>
    extent === 'full' || (finding.label === 'violation' && countsToday(finding));
  const listed = findings.filter(isListed);
  return {
    ...{ result, language, extent, findings, listed },
    words: htmlTexts[language],
    chapters: chaptersOf(
      result,
      listed.filter(({ verdict }) => verdict !== 'unknown'),
      language,
    ),
    unknowns: listed.filter(({ verdict }) => verdict === 'unknown'),
    laws: lawsOf(result),
    agencyNames,
    divisionNames,
    said: (text) => said(text, language, quotes),
  };
}

/** Nothing is worked out where no law was judged by. */
function lawsOf(result: Result): AgainstCoverage[] {
  if (result.policies.every(({ kind }) => kind !== 'law')) return [];
  return result.againstLaws().filter(({ firstDay }) => firstDay !== undefined);
}

/** The names of the divisions that a report is for; `undefined` where it is for all. */
export function shownDivisions({ result: { shown }, divisionNames, words }: Page): string | undefined {
  return shown?.division.map((id) => divisionNames.get(id) ?? id).join(words.comma);
}

/** A numbered part of the report. Its heading is what the table of contents names. */
export function section(page: Page, id: SectionId, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${sectionTitle(page, id)}</h2>
${content}
</section>
`;
}

/** The parts that the report has, the appendices last. A short report leaves some out, but numbers them alike. */
export function sectionsOf({ laws }: Pick<Page, 'laws'>): SectionId[] {
  return sectionIds.filter((id) => id !== 'readiness' || laws.length > 0);
}

export function sectionTitle(page: Page, id: SectionId): Html {
  const { words } = page;
  const all = sectionsOf(page);
  const number = words.number(all.indexOf(id), all.length - appendices);
  return html`<span class="number">${number}</span> ${id === 'readiness' ? readinessTitle(page) : words.sections[id]}`;
}

/** The part on law is named after the first day that is yet to come; once all have come, there is nothing to get ready for. */
function readinessTitle({ laws, words, result }: Page): string {
  const [day] = laws.flatMap(({ firstDay = '' }) => (firstDay > result.asOf ? firstDay : [])).sort();
  return day === undefined ? words.sections.readiness : words.readyFor(day);
}

/** The number of findings per label, each with its sign; labels without findings are left out. */
export function countFindings({ words }: Page, findings: readonly Finding[]): Content {
  const counts = present(countByLabel(findings)).map(({ marked, count }) =>
    mark(marked, words.count(words.counted[marked], count)),
  );
  return joined(counts, words.comma);
}

/** Says that a part has no content. A run with errors cannot say even that. */
export function nothing({ result, words }: Page, said: string): Html {
  return note(result.errors.length > 0 ? words.notes.notComplete : said);
}

/** The anchor of a rule's findings; those that hold only from a day to come stand apart. */
export function ruleAnchor(ruleId: string, announced = false): string {
  return `${announced ? 'announced-' : ''}rule-${ruleId}`;
}

/** The anchor of a finding: the same in every report that contains it. */
export function findingAnchor(fingerprint: string): string {
  return `finding-${fingerprint.replace(/^v\d+:/, '')}`;
}

/** The beginning of a finding's fingerprint, short enough for people to refer to it. */
export function findingNumber(fingerprint: string): string {
  return fingerprint.replace(/^v\d+:/, '').slice(0, 8);
}
