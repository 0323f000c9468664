import type { Language } from '../../base/localized.ts';
import type { Finding, FindingLocation } from '../../result/result.ts';
import { citation } from '../paper/citation.ts';
import { oneLine } from '../paper/one-line.ts';
import { traceParts } from './trace.ts';
import { reportTexts } from './words.ts';

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
        `${layer === undefined ? '' : `${layer}: `}${message[language]}  ${shownLocation(location)}`,
    ),
  );
}

/** The places that have a part in a finding, one a line; those of several ways below the layer that they lead to. */
export function traceLines(finding: Pick<Finding, 'trace' | 'paths'>, language: Language): string[] {
  return traceParts(finding, language).flatMap(({ layer, steps }) => {
    const places = steps.map(({ message, location }) => `${message[language]}  ${shownLocation(location)}`);
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

/** A place as editors open it. */
export function shownLocation({ file, line, column }: FindingLocation): string {
  return `${file}:${line}:${column}`;
}
