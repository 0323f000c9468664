import type { Language, Localized } from '../base/localized.ts';
import type { AgainstCoverage, AgainstOrder } from '../result/against.ts';
import type { PolicyCoverage } from '../result/coverage.ts';
import type { NetworkDrawing } from '../result/drawing.ts';
import type { Finding, Result } from '../result/result.ts';

/** How a report is presented. */
export interface ReportOptions {
  readonly language: Language;
  /** colour depth as chalk counts it: 0 none, 1 for 16 colours, 2 for 256, 3 for true colour */
  readonly color: 0 | 1 | 2 | 3;
  /** the width in columns; absent for unlimited (files, pipes) */
  readonly width?: number;
  /** verdicts that formats for code review and pipelines show besides fails */
  readonly include: readonly Includable[];
  /** for a terminal: which findings to show; absent for all */
  readonly onlyFindings?: (finding: Finding) => boolean;
  /** for a terminal: whether to list suppressed findings */
  readonly showSuppressed?: boolean;
  /** for a terminal: whether to show every fact to fill in in detail, with every record that lacks it */
  readonly toDoDetails?: boolean;
  /** for people who read on paper: how much of the report is wanted; absent for all of it */
  readonly extent?: Extent;
  /** the name of the file that the report is written to; a format may look different by its ending */
  readonly file?: string;
}

/** Verdicts that formats for code review and pipelines show only on request. */
export const includable = ['unknown', 'review'] as const;

export type Includable = (typeof includable)[number];

/** How much of the audit report is wanted: `summary` for the pages in front and the violations alone. */
export const extents = ['full', 'summary'] as const;

export type Extent = (typeof extents)[number];

/**
 * The text of a report: whole where it is short whatever is reported, else in pieces, one after the other. No piece grows with
 * the number of findings, since a report may be longer than a string can be, and nobody need hold it whole.
 */
export type Report = string | Iterable<string>;

/** A pure function from content to text: it prints nothing, and the same content gives the same text. */
export type Reporter<Content> = (content: Content, options: ReportOptions) => Report;

/** A format: its reporter and, where it has limits, a function for what it leaves out. Both are loaded on demand. */
export interface Format<Content> {
  readonly reporter: () => Promise<Reporter<Content>>;
  /** whether it contains the repository and commit; git is called only for such formats */
  readonly provenance?: true;
  /** it is for programs that compare whole states, so that it has the findings of all divisions whatever is to be shown */
  readonly whole?: true;
  /** what the limits of the format leave out of the report, for the person who runs sekisho */
  readonly notices?: () => Promise<(content: Content, options: ReportOptions) => readonly Localized[]>;
}

/** The formats that some content can be reported in, by name. */
export type Formats<Name extends string, Content> = Readonly<Record<Name, Format<Content>>>;

/** The coverage of one policy, with the result that contains it. */
export interface CoverageContent {
  readonly coverage: PolicyCoverage;
  readonly result: Result;
}

/** How the clauses of another policy are answered, with the result that they are judged in. */
export interface AgainstContent {
  readonly coverage: AgainstCoverage;
  readonly order: AgainstOrder;
  readonly result: Result;
}

/** What falls due in a time, with the result that contains it. */
export interface DueContent {
  /** an ISO 8601 duration from the day judged by */
  readonly within: string;
  readonly result: Result;
}

/** The drawing of the network, with the result that contains it. */
export interface GraphContent {
  readonly drawing: NetworkDrawing;
  readonly result: Result;
}
