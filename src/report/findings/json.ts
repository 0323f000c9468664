import { defined } from '../../base/defined.ts';
import { jsonText } from '../../base/json.ts';
import type { Language } from '../../base/localized.ts';
import {
  type EarlierFinding,
  type Finding,
  type Passage,
  type Result,
  shownFindings,
  type TraceStep,
} from '../../result/result.ts';
import type { Reporter } from '../format.ts';
import { isMissing } from './to-do/to-dos.ts';

/** The whole result as JSON, as `schemas/report.schema.json` describes it; texts in one language. */
export const json: Reporter<Result> = (result, { language }) => {
  const { tool, asOf, policies, judgedBy, notices, summary, shown, outOfScope, notJudged, errors } = result;
  const report = {
    schemaVersion: 1,
    tool,
    asOf,
    policies: policies.map(({ id, title }) => ({ id, title: title[language] })),
    judgedBy,
    notices: notices.map(({ code, message }) => ({ code, message: message[language] })),
    summary,
    ...defined({ shown }),
    findings: shownFindings(result).map((finding) => ({
      ruleId: finding.ruleId,
      verdict: finding.verdict,
      severity: finding.severity,
      label: finding.label,
      message: finding.message[language],
      remedy: finding.remedy[language],
      record: finding.record,
      ...defined({ agency: finding.agency, division: finding.division }),
      ...(finding.field !== '' && { field: finding.field }),
      ...(isMissing(finding) && { missing: true }),
      location: finding.location,
      clauses: finding.clauses.map(({ policy, ref, title, announced }) => ({
        policy,
        ref,
        title: title[language],
        ...defined({ announced }),
      })),
      ...defined({ announced: finding.announced }),
      ...waysOf(finding, language),
      ...defined({ cause: finding.cause }),
      fingerprint: finding.fingerprint,
      suppression: suppressionOf(finding),
      ...defined({ state: finding.state }),
    })),
    outOfScope,
    notJudged,
    errors: errors.map(({ code, message, location }) => ({ code, message: message[language], location })),
    ...changes(result, language),
  };
  return `${jsonText(report, 2)}\n`;
};

/**
 * The trace and the paths of a finding. Many paths share hops, and the trace begins with those of the first path, so
 * each hop is converted once.
 */
function waysOf({ trace, paths }: Finding, language: Language): object {
  const shown = new Map<TraceStep, object>();
  const show = (step: TraceStep) => {
    const { message, record, location } = step;
    const known = shown.get(step) ?? { message: message[language], ...(record && { record }), location };
    shown.set(step, known);
    return known;
  };
  return {
    trace: trace.map(show),
    ...(paths && {
      paths: paths.map(({ layer, steps }) => ({ layer: layer?.id ?? null, steps: steps.map(show) })),
    }),
  };
}

/** The comparison with the base or the baseline; empty where there was none. */
function changes(
  { comparison, networkChange, trusted, hidden, unrelated }: Result,
  language: Language,
): object {
  const passage = ({ from, to, kind, hops }: Passage) => ({
    from: { id: from.id, name: from.name[language] },
    to: { id: to.id, name: to.name[language] },
    kind,
    hops: hops.map(({ message, record, location }) => ({ message: message[language], record, location })),
  });
  const fixed = ({ ruleId, verdict, record, fingerprint, message, recordGone }: EarlierFinding) => ({
    ruleId,
    verdict,
    record,
    fingerprint,
    ...(message === undefined ? {} : { message: message[language] }),
    ...defined({ recordGone }),
  });
  return {
    ...(comparison && { comparison: { ...comparison, fixed: comparison.fixed.map(fixed) } }),
    ...(networkChange && {
      networkChange: { opened: networkChange.opened.map(passage), closed: networkChange.closed.map(passage) },
    }),
    ...(unrelated && { unrelated }),
    ...(trusted && { trusted }),
    ...(hidden && { hidden }),
  };
}

/** JSON keeps only the ISO 8601 day and drops the day as its file writes it. */
function suppressionOf({ suppression }: Finding): Finding['suppression'] {
  if (suppression === null) return null;
  const { expiresAsWritten: _, ...reported } = suppression;
  return reported;
}
