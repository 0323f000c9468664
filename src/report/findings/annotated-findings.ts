import type { Finding, Result } from '../../result/result.ts';
import type { ReportOptions } from '../format.ts';

/**
 * The findings that code review and pipelines show: unsuppressed fails. Unknowns and reviews are added only on request,
 * since the first import of an inventory has thousands of them.
 */
export function annotatedFindings({ findings }: Result, { include }: ReportOptions): Finding[] {
  return findings.filter(
    ({ verdict, suppression }) => suppression === null && (verdict === 'fail' || include.includes(verdict)),
  );
}
