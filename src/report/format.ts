import type { Language, Localized } from '../base/localized.ts';
import type { PolicyCoverage } from '../result/coverage.ts';
import type { NetworkDrawing } from '../result/drawing.ts';
import type { Finding, Result } from '../result/result.ts';

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

/** Turns content into text. It prints nothing, and gives the same text for the same content. */
export type Reporter<Content> = (content: Content, options: ReportOptions) => string;

/** A format: its reporter and, where it cannot take everything, what it leaves out; each loaded when it is asked for. */
export interface Format<Content> {
  readonly reporter: () => Promise<Reporter<Content>>;
  /** whether it tells where the inventory is kept; git is asked for such formats alone */
  readonly provenance?: true;
  /** tells what a limit of the format keeps out of the report, for the person who ran it */
  readonly notices?: () => Promise<(content: Content, options: ReportOptions) => readonly Localized[]>;
}

/** The formats in which some content can be written, by name. */
export type Formats<Name extends string, Content> = Readonly<Record<Name, Format<Content>>>;

/** The account of the clauses of one policy, with the result that it is part of. */
export interface CoverageContent {
  readonly coverage: PolicyCoverage;
  readonly result: Result;
}

/** A drawing of the network, with the result that it is part of. */
export interface GraphContent {
  readonly drawing: NetworkDrawing;
  readonly result: Result;
}
