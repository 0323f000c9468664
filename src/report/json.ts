import type { Reporter } from './reporter.ts';

/** The whole result as JSON, as `schemas/report.schema.json` describes it; texts in one language. */
export const json: Reporter = (result, { language }) => {
  const { tool, asOf, policies, summary, findings, outOfScope, errors } = result;
  const report = {
    schemaVersion: 1,
    tool,
    asOf,
    policies: policies.map(({ id, title }) => ({ id, title: title[language] })),
    summary,
    findings: findings.map((finding) => ({
      ruleId: finding.ruleId,
      verdict: finding.verdict,
      severity: finding.severity,
      message: finding.message[language],
      remedy: finding.remedy[language],
      record: finding.record,
      location: finding.location,
      clauses: finding.clauses.map(({ policy, ref, title }) => ({ policy, ref, title: title[language] })),
      trace: finding.trace.map(({ message, location }) => ({ message: message[language], location })),
      fingerprint: finding.fingerprint,
      suppression: finding.suppression,
    })),
    outOfScope,
    errors: errors.map(({ code, message, location }) => ({ code, message: message[language], location })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
