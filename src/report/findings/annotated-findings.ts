import type { Finding, Result } from '../../result/result.ts';
import type { ReportOptions } from '../format.ts';

/**
 * The findings that a code review or a pipeline is to show: what is certainly wrong and nobody has permitted.
 * Unknowns and reviews join them only when asked for, since a first import has thousands.
 */
export function annotatedFindings({ findings }: Result, { include }: ReportOptions): Finding[] {
  return findings.filter(
    ({ verdict, suppression }) => suppression === null && (verdict === 'fail' || include.includes(verdict)),
  );
}
