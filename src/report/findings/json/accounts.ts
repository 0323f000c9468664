import { defined } from '../../../base/defined.ts';
import type { Language } from '../../../base/localized.ts';
import { dueWithin } from '../../../result/due.ts';
import type { CitedClause, ClauseCoverage, Input, Result } from '../../../result/result.ts';

// What a run judged by, and how it stands besides its findings, as the JSON report has it.

/** The policies judged by; `edition` is the latest one, by which policies are judged. */
export function policiesOf({ policies }: Result, language: Language): readonly object[] {
  return policies.map(({ id, title, kind, issuer, editions }) => ({
    id,
    title: title[language],
    ...defined({ kind, issuer: issuer?.[language], edition: editions.at(-1) }),
    editions,
  }));
}

/** Every clause of every policy, in the order of the documents. */
export function* clausesOf({ coverage }: Result, language: Language): Generator<object> {
  for (const { policy, clauses } of coverage)
    for (const clause of clauses) yield { policy: policy.id, ...clauseOf(clause, language) };
}

function clauseOf(clause: ClauseCoverage, language: Language): object {
  const { ref, title, modality, answeredBy, verdicts, improvements, excepted } = clause;
  const { status, statusInForce, violated, inForce, attestedBy } = clause;
  return {
    ref,
    title: title[language],
    modality,
    status,
    // biome-ignore lint/suspicious/noThenProperty: named as in the report on coverage, and nobody awaits it
    ...defined({ then: statusInForce, inForce }),
    violated,
    answeredBy: {
      rules: answeredBy.rules.map(({ id, basis }) => ({ id, basis })),
      attestation: answeredBy.attestation,
      informs: answeredBy.informs?.[language] ?? null,
    },
    verdicts,
    improvements,
    excepted,
    ...defined({ attestedBy }),
  };
}

/** The rules that ran, with how often each gave which verdict. */
export function rulesOf({ rules }: Result, language: Language): readonly object[] {
  return [...rules.values()].map(({ id, title, severity, verdicts, clauses, announced, override }) => ({
    id,
    title: title[language],
    severity,
    verdicts,
    clauses: citedOf(clauses),
    ...defined({ announced, override }),
  }));
}

export function rulesLeftOutOf({ leftOut }: Result, language: Language): readonly object[] {
  return leftOut.map(({ id, title, where, clauses }) => ({
    id,
    title: title[language],
    where,
    clauses: citedOf(clauses),
  }));
}

function citedOf(clauses: readonly CitedClause[]): readonly object[] {
  return clauses.map(({ policy, ref }) => ({ policy, ref }));
}

/** JSON keeps only ISO 8601 days and drops days as their file writes them. */
export function exceptionsOf({ exceptions }: Result): readonly object[] {
  return exceptions.map(({ asWritten: _, ...exception }) => exception);
}

export function attestationsOf({ attestations }: Result): readonly object[] {
  return attestations.map(({ asWritten: _, ...attestation }) => attestation);
}

export function correctionsOf({ corrections }: Result): readonly object[] {
  return corrections.map(({ asWritten: _, ...correction }) => correction);
}

export function lastAuditOf({ lastAudit }: Result): object | undefined {
  if (lastAudit === undefined) return undefined;
  const { dateAsWritten: _, ...audit } = lastAudit;
  return audit;
}

export function dueOf(result: Result, language: Language): readonly object[] {
  return result
    .due(dueWithin)
    .map(({ kind, date, record, what, agency, division, location }) => ({
      kind,
      date,
      record,
      what: what[language],
      ...defined({ agency, division }),
      location,
    }));
}

export function inputsOf(result: Result): readonly Input[] {
  return result.inputs().map(({ kind, path, size, sha256 }) => ({ kind, path, size, sha256 }));
}
