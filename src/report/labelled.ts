import type { Language } from '../localized.ts';
import type { CitedClause, Finding, FindingLocation } from '../result.ts';
import { reportTexts } from '../text/report.ts';
import { oneLine } from './one-line.ts';
import { traceParts } from './trace.ts';
import { unbroken } from './wrap.ts';

/** What a finding says beside its message, under a label each; what there is nothing of is left out. */
export function labelled(
  finding: Finding,
  language: Language,
): { readonly label: string; readonly contents: readonly string[] }[] {
  const { labels } = reportTexts[language];
  return [
    {
      label: labels.trace,
      contents: traceOneByOne(finding, language),
    },
    { label: labels.clause, contents: finding.clauses.map((clause) => citation(clause, language)) },
    { label: labels.remedy, contents: [finding.remedy[language]] },
    { label: labels.rule, contents: [finding.ruleId] },
  ].filter(({ contents }) => contents.length > 0);
}

/** The places that have a part in a finding, each with the layer that its way leads to where there are several. */
export function traceOneByOne(finding: Pick<Finding, 'trace' | 'paths'>, language: Language): string[] {
  return traceParts(finding, language).flatMap(({ layer, steps }) =>
    steps.map(
      ({ message, location }) =>
        `${layer === undefined ? '' : `${layer}: `}${message[language]}  ${placeOf(location)}`,
    ),
  );
}

/** The places that have a part in a finding, one a line; those of several ways below the layer that they lead to. */
export function traceLines(finding: Pick<Finding, 'trace' | 'paths'>, language: Language): string[] {
  return traceParts(finding, language).flatMap(({ layer, steps }) => {
    const places = steps.map(({ message, location }) => `${message[language]}  ${placeOf(location)}`);
    return layer === undefined ? places : [`${layer}:`, ...places.map((place) => `  ${place}`)];
  });
}

/** The lines of a finding where there is room for a few of them: what is wrong, by what way, against which clause, what to do. */
export function linesOf(finding: Finding, language: Language): string[] {
  const more = labelled(finding, language).flatMap(({ label, contents }) =>
    contents.map((content) => `${label}: ${content}`),
  );
  return [finding.message[language], ...more].map(oneLine);
}

/** A clause as it is cited: the policy, its document's own notation and the title. */
export function citation(clause: CitedClause, language: Language): string {
  return [clause.policy, clause.ref, titleBeyond(clause, language)].filter((part) => part !== '').join(' ');
}

/** The same, where lines are broken: the policy and the reference stay together. */
export function unbrokenCitation(clause: CitedClause, language: Language): string {
  const title = titleBeyond(clause, language);
  return `${unbroken(`${clause.policy} ${clause.ref}`)}${title === '' ? '' : `  ${title}`}`;
}

/** @returns the title of a clause; nothing where its reference says it already: 「3)保管」 */
export function titleBeyond({ ref, title }: Pick<CitedClause, 'ref' | 'title'>, language: Language): string {
  const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');
  return folded(ref).includes(folded(title[language])) ? '' : title[language];
}

/** A place as editors open it. */
export function placeOf({ file, line, column }: FindingLocation): string {
  return `${file}:${line}:${column}`;
}
