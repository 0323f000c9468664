import type { Finding } from './finding.ts';

/** Of which divisions findings are shown, where it is not of all. Counts and the exit code are of all findings. */
export interface Shown {
  /** ids, as `body.divisions` has them */
  readonly division: readonly string[];
  /** how many findings are not shown */
  readonly left: number;
}

/** The findings of a result, and which of them are shown. */
interface Narrowed {
  readonly findings: readonly Finding[];
  readonly shown?: Pick<Shown, 'division'>;
}

/**
 * @returns the findings to show. One is a division's if its record is, or the record that lacks the fact which it waits for.
 *   What is wrong with a file and nobody's belongs to all: nobody knows what it hides.
 */
export function shownFindings({ findings, shown }: Narrowed): readonly Finding[] {
  if (shown === undefined) return findings;
  const wanted = new Set(shown.division);
  const has = (division: string | undefined) => division !== undefined && wanted.has(division);
  return findings.filter(
    ({ division, missing, invalid }) =>
      has(division) || has(missing?.division) || (invalid === true && division === undefined),
  );
}
