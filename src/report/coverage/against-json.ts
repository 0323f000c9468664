import { defined } from '../../base/defined.ts';
import { jsonText } from '../../base/json.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { inOrder, servingReference } from './against-status.ts';

/** The coverage against another policy as JSON: see `schemas/coverage-against.schema.json`. */
export const againstJson: Reporter<AgainstContent> = (content, { language }) => {
  const { coverage, result } = content;
  const { against, firstDay, beyond } = coverage;
  const report = {
    against: against.id,
    ...defined({
      kind: against.kind,
      firstDay,
      marking: result.cover.marking,
      redacted: result.cover.redacted,
    }),
    clauses: inOrder(content).map(({ ref, title, servedBy, status, work, findings, next }) => ({
      ref,
      title: title[language],
      servedBy: servedBy.map((one) => servingReference(one, coverage)),
      ...{ status, work, findings },
      next: next.map((step) => ({
        rule: step.ruleId,
        remedy: step.remedy[language],
        findings: step.findings,
      })),
    })),
    ...defined({
      beyondPolicies: beyond?.map(({ kind, id, name, records }) => ({
        kind,
        ...defined({ id, name: name?.[language] }),
        records,
      })),
    }),
  };
  return `${jsonText(report, 2)}\n`;
};
