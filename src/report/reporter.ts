import type { Language } from '../localized.ts';
import type { Result } from '../result.ts';

/** How a report is to look. */
export interface ReportOptions {
  readonly language: Language;
  /** colour depth as chalk counts it: 0 none, 1 sixteen colours, 2 256, 3 all */
  readonly color: 0 | 1 | 2 | 3;
  /** columns to keep to; absent where lines may be as long as they are (files, pipes) */
  readonly width?: number;
}

/** Turns a result into text. It prints nothing, and gives the same text for the same result. */
export type Reporter = (result: Result, options: ReportOptions) => string;
