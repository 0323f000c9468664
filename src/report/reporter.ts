import type { Language, Localized } from '../localized.ts';
import type { Finding, Result } from '../result.ts';

/** How a report is to look. */
export interface ReportOptions {
  readonly language: Language;
  /** colour depth as chalk counts it: 0 none, 1 sixteen colours, 2 256, 3 all */
  readonly color: 0 | 1 | 2 | 3;
  /** columns to keep to; absent where lines may be as long as they are (files, pipes) */
  readonly width?: number;
  /** verdicts to show beside fails in formats for code review and pipelines */
  readonly include: readonly Includable[];
  /** for a person at a terminal: the findings to show, where that is not all of them */
  readonly onlyFindings?: (finding: Finding) => boolean;
  /** for a person at a terminal: whether to tell of what exceptions and the baseline suppress */
  readonly showSuppressed?: boolean;
}

/** Verdicts that code review and pipelines show only when asked to. */
export const includable = ['unknown', 'review'] as const;

export type Includable = (typeof includable)[number];

/** Turns a result into text. It prints nothing, and gives the same text for the same result. */
export type Reporter = (result: Result, options: ReportOptions) => string;

/** A format: its reporter and, where it cannot take everything, what it leaves out; each loaded when it is asked for. */
export interface Format {
  readonly reporter: () => Promise<Reporter>;
  /** whether it tells where the inventory is kept; git is asked for such formats alone */
  readonly provenance?: true;
  /** tells what a limit of the format keeps out of the report, for the person who ran it */
  readonly notices?: () => Promise<(result: Result, options: ReportOptions) => readonly Localized[]>;
}
