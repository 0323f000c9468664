import type { Severity } from '../policy/policy.ts';
import { reaches } from '../policy/severity.ts';
import type { Finding, Result } from '../result/result.ts';
import { type ExitCode, exitCodes } from './io.ts';

/** What a run must not have if it is to be clean. */
export interface Gate {
  /** the severity from which a finding is one too many */
  readonly failOn: Severity | 'never';
  /** how many warnings there may be; any number, where it is absent */
  readonly maxWarnings?: number | undefined;
}

/** Whether a finding alone makes a run fail: an inventory that is not valid is never good enough. */
export function fails({ invalid, severity, suppression }: Finding, { failOn }: Gate): boolean {
  if (suppression !== null) return false;
  if (invalid) return true;
  return failOn !== 'never' && reaches(severity, failOn);
}

/** @returns how many warnings there are, if that is more than there may be */
export function tooManyWarnings({ summary }: Result, { maxWarnings }: Gate): number | undefined {
  const { warning } = summary.findings;
  return maxWarnings !== undefined && warning > maxWarnings ? warning : undefined;
}

/** A run that broke never looks clean, whatever it may have. */
export function exitCode(result: Result, gate: Gate): ExitCode {
  if (result.errors.length > 0) return exitCodes.failed;
  const failed =
    result.findings.some((finding) => fails(finding, gate)) || tooManyWarnings(result, gate) !== undefined;
  return failed ? exitCodes.findings : exitCodes.clean;
}
