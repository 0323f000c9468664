import { defined } from '../../../base/defined.ts';
import { jsonPieces, LazyList } from '../../../base/json.ts';
import type { Language } from '../../../base/localized.ts';
import { mapped } from '../../../base/mapped.ts';
import {
  type EarlierFinding,
  type Finding,
  type MissingFact,
  type Passage,
  type Result,
  shownFindings,
  type TraceStep,
} from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { StepsRoom } from '../steps-room.ts';
import { isMissing } from '../to-do/to-dos.ts';
import {
  attestationsOf,
  clausesOf,
  correctionsOf,
  dueOf,
  exceptionsOf,
  inputsOf,
  lastAuditOf,
  policiesOf,
  rulesLeftOutOf,
  rulesOf,
} from './accounts.ts';

/**
 * The whole result as JSON, as `schemas/report.schema.json` describes it; texts in one language. What is little stands first, and
 * findings are made one by one as they are written.
 */
export const json: Reporter<Result> = function* (result, { language }) {
  const { tool, asOf, judgedBy, notices, summary, shown, outOfScope, notJudged, errors } = result;
  const room = new StepsRoom();
  yield* jsonPieces({
    schemaVersion: 1,
    tool,
    asOf,
    body: result.body,
    cover: result.cover,
    policies: policiesOf(result, language),
    judgedBy,
    notices: notices.map(({ code, message }) => ({ code, message: message[language] })),
    summary,
    shown,
    findings: new LazyList(mapped(shownFindings(result), (finding) => findingOf(finding, room, language))),
    outOfScope: new LazyList(outOfScope),
    notJudged,
    errors: errors.map(({ code, message, location }) => ({ code, message: message[language], location })),
    ...changes(result, language),
    clauses: new LazyList(clausesOf(result, language)),
    rules: rulesOf(result, language),
    rulesLeftOut: rulesLeftOutOf(result, language),
    exceptions: exceptionsOf(result),
    attestations: attestationsOf(result),
    corrections: correctionsOf(result),
    lastAudit: lastAuditOf(result),
    due: dueOf(result, language),
    repository: result.repository,
    inputs: new LazyList(inputsOf(result)),
  });
  yield '\n';
};

function findingOf(finding: Finding, room: StepsRoom, language: Language): object {
  return {
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
    ...(finding.missing && { missingFact: missingFactOf(finding.missing, language) }),
    location: finding.location,
    clauses: finding.clauses.map(({ policy, ref, title, announced }) => ({
      policy,
      ref,
      title: title[language],
      ...defined({ announced }),
    })),
    ...defined({ announced: finding.announced }),
    ...waysOf(finding, room, language),
    ...defined({ cause: finding.cause }),
    fingerprint: finding.fingerprint,
    suppression: suppressionOf(finding),
    ...defined({ corrections: finding.corrections }),
    ...defined({ state: finding.state }),
  };
}

/** The fact that an unknown waits for; it may be one of another record than the one that is judged. */
function missingFactOf({ kind, record, field, what, name }: MissingFact, language: Language): object {
  const called = what ?? name;
  return { kind, id: record.id, field, ...(called && { name: called[language] }) };
}

/**
 * The trace and the paths of a finding. Many paths share hops, and the trace begins with those of the first path, so
 * each hop is converted once.
 */
function waysOf({ trace, paths }: Finding, room: StepsRoom, language: Language): object {
  const shown = new Map<TraceStep, object>();
  const show = (step: TraceStep) => {
    const { message, record, location } = step;
    const known = shown.get(step) ?? { message: message[language], ...(record && { record }), location };
    shown.set(step, known);
    return known;
  };
  const kept = room.take(trace);
  const traceLeft = trace.length - kept.length;
  return {
    trace: kept.map(show),
    ...(traceLeft > 0 && { traceLeft }),
    ...(paths && {
      paths: paths.map(({ layer, steps: all }) => {
        const steps = room.take(all);
        const stepsLeft = all.length - steps.length;
        return { layer: layer?.id ?? null, steps: steps.map(show), ...(stepsLeft > 0 && { stepsLeft }) };
      }),
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
