import type { Localized } from '../../../base/localized.ts';
import { severities } from '../../../policy/policy.ts';
import type { Finding, FindingPath, Result } from '../../../result/result.ts';
import type { ReportOptions } from '../../format.ts';
import { annotatedFindings } from '../annotated-findings.ts';
import { isOutside } from './locations.ts';
import { allTags } from './rules.ts';
import { sarifNotices } from './words.ts';

/** What GitHub code scanning keeps of an upload (docs.github.com, “Troubleshooting SARIF uploads”); it rejects far more. */
export const limits = { results: 5_000, steps: 1_000, tags: 10 } as const;

/** The findings for code scanning, in their order; where there are too many, the heaviest of them. */
export function shownFindings(result: Result, options: ReportOptions): readonly Finding[] {
  const findings = annotatedFindings(result, options);
  if (findings.length <= limits.results) return findings;
  const kept = new Set([...findings].sort((a, b) => rank(a) - rank(b)).slice(0, limits.results));
  return findings.filter((finding) => kept.has(finding));
}

function rank({ verdict, severity }: Finding): number {
  return verdict === 'fail' ? severities.indexOf(severity) : severities.length;
}

function stepsOf(paths: readonly FindingPath[]): number {
  return paths.reduce((sum, { steps }) => sum + steps.length, 0);
}

/** What the limits of code scanning keep out of the report. */
export function sarifLimits(result: Result, options: ReportOptions): Localized[] {
  const all = annotatedFindings(result, options).length;
  const shown = shownFindings(result, options);
  const longWays = shown.filter(({ paths = [] }) => stepsOf(paths) > limits.steps).length;
  const tagged = [...result.rules.values()].filter((rule) => allTags(rule).length > limits.tags).length;
  const outside = shown.filter(({ location }) => isOutside(location.file)).length;
  return [
    ...(all > shown.length ? [sarifNotices.tooMany(shown.length, all)] : []),
    ...(longWays > 0 ? [sarifNotices.longWay(limits.steps, longWays)] : []),
    ...(tagged > 0 ? [sarifNotices.tags(limits.tags, tagged)] : []),
    ...(outside > 0 ? [sarifNotices.outside(outside)] : []),
  ];
}
