import type { Language } from '../../../base/localized.ts';
import type {
  AttestationAccount,
  ClauseCoverage,
  DueItem,
  ExceptionAccount,
  FindingLocation,
  JudgedPolicy,
  RecordReference,
  Result,
  RunError,
} from '../../../result/result.ts';
import { countByLabel } from '../verdict-counts.ts';
import { joined, nameIn, namesOf, type Row } from './cell.ts';

/** The run: what was judged and by what, and how much of what it found. */
export function runRow(result: Result, language: Language): Row {
  const { tool, policies, judgedBy, cover, repository, notices, errors, shown } = result;
  return {
    tool: tool.version,
    policies: joined(policies.map(({ id }) => id)),
    policyTitles: joined(policies.map(({ title }) => title[language])),
    editions: joined(policies.flatMap(({ editions }) => editions.at(-1) ?? [])),
    judgedBy: judgedBy.digest,
    kind: cover.kind ?? null,
    marking: cover.marking ?? null,
    repository: repository?.uri ?? null,
    branch: repository?.branch ?? null,
    revision: repository?.revision ?? null,
    notices: joined(notices.map(({ code }) => code)),
    errors: errors.length,
    shownDivisions: joined(shown?.division ?? []),
    shownLeft: shown?.left ?? 0,
    ...countsOf(result),
  };
}

function countsOf({ summary, findings, outOfScope, leftOut }: Result): Row {
  const { verdicts, findings: bySeverity } = summary;
  const byLabel = countByLabel(findings);
  return {
    files: summary.files,
    records: summary.records,
    rules: summary.rules,
    rulesLeftOut: leftOut.length,
    outOfScope: outOfScope.length,
    pass: verdicts.pass,
    fail: verdicts.fail,
    unknown: verdicts.unknown,
    review: verdicts.review,
    notApplicable: verdicts.notApplicable,
    transitional: verdicts.transitional ?? 0,
    findingsError: bySeverity.error,
    findingsWarning: bySeverity.warning,
    findingsInfo: bySeverity.info,
    findingsViolation: byLabel.violation,
    findingsUnconfirmed: byLabel.unconfirmed,
    findingsInventoryError: byLabel['inventory-error'],
    findingsImprovement: byLabel.improvement,
    findingsUnknown: byLabel.unknown,
    findingsReview: byLabel.review,
    findingsAnnounced: byLabel.announced,
    findingsExcepted: byLabel.exception,
    findingsBaseline: byLabel.baseline,
  };
}

/** What prevented part of the run. */
export function errorRow({ code, message, location }: RunError, language: Language): Row {
  return { code, message: message[language], ...placeOf(location) };
}

/** A clause and how the inventory stands to it. */
export function clauseRow(policy: JudgedPolicy, clause: ClauseCoverage, language: Language): Row {
  const { ref, title, modality, status, statusInForce, violated, inForce, answeredBy, verdicts } = clause;
  return {
    policy: policy.id,
    policyTitle: policy.title[language],
    edition: policy.editions.at(-1) ?? null,
    ref,
    title: title[language],
    modality,
    status,
    statusInForce: statusInForce ?? null,
    violated,
    from: inForce?.from ?? null,
    until: inForce?.until ?? null,
    rules: joined(answeredBy.rules.map(({ id }) => id)),
    attestation: answeredBy.attestation,
    informs: answeredBy.informs?.[language] ?? null,
    ...verdicts,
    transitional: verdicts.transitional ?? 0,
    improvements: clause.improvements,
    excepted: clause.excepted,
    attestedBy: clause.attestedBy?.id ?? null,
    attestedOn: clause.attestedBy?.date ?? null,
    attestedUntil: clause.attestedBy?.ends ?? null,
  };
}

export function exceptionRow(exception: ExceptionAccount): Row {
  const { id, name, rules, records, inForce, covers, location } = exception;
  return {
    id,
    name,
    rules: joined(rules),
    records: joined(records),
    reason: exception.reason ?? null,
    compensatingMeasures: exception.compensatingMeasures ?? null,
    applicant: exception.applicant ?? null,
    approver: exception.approver ?? null,
    approved: exception.approved ?? null,
    starts: exception.starts ?? null,
    ends: exception.ends ?? null,
    ticket: exception.ticket ?? null,
    inForce,
    covers,
    ...placeOf(location),
  };
}

export function attestationRow(attestation: AttestationAccount): Row {
  const { id, name, evidence, withoutEvidence, location } = attestation;
  return {
    id,
    name,
    policy: attestation.policy ?? null,
    clause: attestation.clause ?? null,
    statement: attestation.statement ?? null,
    by: attestation.by ?? null,
    date: attestation.date ?? null,
    validUntil: attestation.validUntil ?? null,
    ends: attestation.ends ?? null,
    evidence: evidence.length,
    withoutEvidence,
    ...placeOf(location),
  };
}

export function dueRow(item: DueItem, { body }: Result, language: Language): Row {
  const { kind, date, record, what, agency, division, location } = item;
  return {
    kind,
    date,
    ...recordOf(record),
    what: what[language],
    agency: agency ?? null,
    agencyName: nameIn(namesOf(body.agencies), agency),
    division: division ?? null,
    divisionName: nameIn(namesOf(body.divisions), division),
    ...placeOf(location),
  };
}

/** A record that no policy applies to. */
export function outOfScopeRow(record: RecordReference): Row {
  return recordOf(record);
}

function recordOf({ kind, id, name }: RecordReference): Row {
  return { section: kind, id, name };
}

function placeOf(location: FindingLocation | null): Row {
  return { file: location?.file ?? null, line: location?.line ?? null };
}
