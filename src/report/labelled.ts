import type { Language } from '../localized.ts';
import type { CitedClause, Finding, FindingLocation } from '../result.ts';
import { reportTexts } from '../text/report.ts';
import { oneLine } from './one-line.ts';
import { traceParts } from './trace.ts';

/** What a finding says beside its message, under a label each; what there is nothing of is left out. */
export function labelled(
  finding: Finding,
  language: Language,
): { readonly label: string; readonly contents: readonly string[] }[] {
  const { labels } = reportTexts[language];
  return [
    {
      label: labels.trace,
      contents: traceParts(finding, language).flatMap(({ layer, steps }) =>
        steps.map(
          ({ message, location }) =>
            `${layer === undefined ? '' : `${layer}: `}${message[language]}  ${placeOf(location)}`,
        ),
      ),
    },
    { label: labels.clause, contents: finding.clauses.map((clause) => citation(clause, language)) },
    { label: labels.remedy, contents: [finding.remedy[language]] },
    { label: labels.rule, contents: [finding.ruleId] },
  ].filter(({ contents }) => contents.length > 0);
}

/** The lines of a finding where there is room for a few of them: what is wrong, by what way, against which clause, what to do. */
export function linesOf(finding: Finding, language: Language): string[] {
  const more = labelled(finding, language).flatMap(({ label, contents }) =>
    contents.map((content) => `${label}: ${content}`),
  );
  return [finding.message[language], ...more].map(oneLine);
}

/** A clause as it is cited: the policy, its document's own notation and the title. */
export function citation({ policy, ref, title }: CitedClause, language: Language): string {
  return `${policy} ${ref} ${title[language]}`;
}

/** A place as editors open it. */
export function placeOf({ file, line, column }: FindingLocation): string {
  return `${file}:${line}:${column}`;
}
