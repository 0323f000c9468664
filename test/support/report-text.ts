import type { Report, Reporter } from '../../src/report/format.ts';

/** @returns the text of a report that a reporter gives whole or in pieces */
export function textOf(report: Report): string {
  return typeof report === 'string' ? report : [...report].join('');
}

/** A reporter that gives its report whole, as tests read it. */
export function whole<Content>(
  reporter: Reporter<Content>,
): (...args: Parameters<Reporter<Content>>) => string {
  return (...args) => textOf(reporter(...args));
}
