import { defined } from '../../base/defined.ts';
import { jsonText } from '../../base/json.ts';
import { clauseStatuses } from '../../result/result.ts';
import type { CoverageContent, Reporter } from '../format.ts';
import type {} from './clause-status.ts';
import { aboutClauses, restsOnNoEvidence } from './clause-status.ts';

/**
 * The coverage as JSON: `answeredBy`, verdict counts and status of every clause, the attestation that answers it, and
 * totals by status.
 */
export const coverageJson: Reporter<CoverageContent> = (
  { coverage, result: { asOf, notices, cover } },
  { language },
) => {
  const { policy, clauses } = coverage;
  const report = {
    schemaVersion: 1,
    policy: policy.id,
    title: policy.title[language],
    asOf,
    ...defined({ marking: cover.marking, redacted: cover.redacted }),
    notices: aboutClauses(notices).map(({ code, message }) => ({ code, message: message[language] })),
    clauses: clauses.map(
      ({ ref, title, modality, answeredBy, verdicts, status, statusInForce, inForce, attestedBy }) => ({
        ref,
        title: title[language],
        modality,
        answeredBy: {
          rules: answeredBy.rules.map(({ id }) => id),
          attestation: answeredBy.attestation,
          informs: answeredBy.informs?.[language] ?? null,
        },
        verdicts,
        status,
        // biome-ignore lint/suspicious/noThenProperty: the key of the report, and nobody awaits it
        ...defined({ then: statusInForce, inForce, attestedBy }),
      }),
    ),
    attestedWithoutEvidence: clauses.filter(restsOnNoEvidence).length,
    totals: {
      clauses: clauses.length,
      ...Object.fromEntries(
        clauseStatuses
          .map((status) => [status, clauses.filter((clause) => clause.status === status).length] as const)
          .filter(([, count]) => count > 0),
      ),
    },
  };
  return `${jsonText(report, 2)}\n`;
};
