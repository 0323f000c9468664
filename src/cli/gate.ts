import type { Severity } from '../policy/policy.ts';
import { reaches } from '../policy/severity.ts';
import type { Finding, Result } from '../result/result.ts';
import { type ExitCode, exitCodes } from './io.ts';

/** The conditions for a clean exit. */
export interface Gate {
  /** the lowest severity that fails the run */
  readonly failOn: Severity | 'never';
  /** how many warnings are permitted; absent for any number */
  readonly maxWarnings?: number | undefined;
  /** whether a change may take nothing out of judgement */
  readonly failOnHidden?: boolean | undefined;
}

/** Whether a single finding makes the run fail. An invalid inventory always does; what holds from a day to come never does. */
export function fails({ invalid, severity, suppression, announced }: Finding, { failOn }: Gate): boolean {
  if (suppression !== null) return false;
  if (invalid) return true;
  return announced === undefined && failOn !== 'never' && reaches(severity, failOn);
}

/** @returns at how many places the inventory cannot be read, or is not what it should be */
export function invalidPlaces({ findings }: Result): number {
  return findings.filter(({ invalid }) => invalid).length;
}

/** @returns the number of warnings if there are more than permitted */
export function tooManyWarnings({ summary }: Result, { maxWarnings }: Gate): number | undefined {
  const { warning } = summary.findings;
  return maxWarnings !== undefined && warning > maxWarnings ? warning : undefined;
}

/** @returns how many clauses in force of drafts nobody has answered: that nothing is found of them says nothing */
export function undecidedClauses({ coverage }: Result): number {
  return coverage.flatMap(({ clauses }) => clauses).filter(({ status }) => status === 'unanswered').length;
}

/** A run with errors never exits as clean, whatever it found. */
export function exitCode(result: Result, gate: Gate): ExitCode {
  if (result.errors.length > 0) return exitCodes.failed;
  const failed =
    result.findings.some((finding) => fails(finding, gate)) ||
    tooManyWarnings(result, gate) !== undefined ||
    (gate.failOn !== 'never' && undecidedClauses(result) > 0) ||
    (gate.failOnHidden === true && (result.hidden ?? []).length > 0);
  return failed ? exitCodes.findings : exitCodes.clean;
}
