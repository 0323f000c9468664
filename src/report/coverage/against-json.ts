import { defined } from '../../base/defined.ts';
import { jsonText } from '../../base/json.ts';
import type { AgainstContent, Reporter } from '../format.ts';
import { servingReference } from './against-status.ts';

/** The coverage against another policy as JSON: see `schemas/coverage-against.schema.json`. */
export const againstJson: Reporter<AgainstContent> = ({ coverage, result }, { language }) => {
  const { against, clauses } = coverage;
  const report = {
    against: against.id,
    ...defined({ marking: result.cover.marking, redacted: result.cover.redacted }),
    clauses: clauses.map(({ ref, title, servedBy, status }) => ({
      ref,
      title: title[language],
      servedBy: servedBy.map((one) => servingReference(one, result)),
      status,
    })),
  };
  return `${jsonText(report, 2)}\n`;
};
