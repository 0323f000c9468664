import type { Policy } from '../policy/policy.ts';
import type { Difference, Explanation, RuleEntry } from '../result/catalogue.ts';
import type { ExamplesResult } from '../result/examples.ts';
import type { Result } from '../result/result.ts';
import type { AgainstContent, CoverageContent, DueContent, Format, Formats, GraphContent } from './format.ts';

// Every format of every command, by name. Each is loaded on demand, which keeps the start fast.

const findings = {
  text: { reporter: async () => (await import('./findings/text/text.ts')).text },
  json: { reporter: async () => (await import('./findings/json/json.ts')).json, provenance: true },
  ndjson: { reporter: async () => (await import('./findings/ndjson/ndjson.ts')).ndjson, provenance: true },
  sarif: {
    reporter: async () => (await import('./findings/sarif/sarif.ts')).sarif,
    notices: async () => (await import('./findings/sarif/limits.ts')).sarifLimits,
    whole: true,
  },
  'sarif-audit': {
    reporter: async () => (await import('./findings/sarif/sarif-audit.ts')).sarifAudit,
    provenance: true,
    whole: true,
  },
  junit: { reporter: async () => (await import('./findings/junit.ts')).junit, whole: true },
  github: {
    reporter: async () => (await import('./findings/github.ts')).github,
    notices: async () => (await import('./findings/github.ts')).githubNotices,
  },
  gitlab: { reporter: async () => (await import('./findings/gitlab.ts')).gitlab, whole: true },
  markdown: { reporter: async () => (await import('./findings/pull-request/pull-request.ts')).pullRequest },
  csv: { reporter: async () => (await import('./findings/csv/csv.ts')).csv },
  html: { reporter: async () => (await import('./findings/html/report.ts')).html, provenance: true },
  todo: { reporter: async () => (await import('./findings/to-do/report.ts')).toDoReport },
} as const satisfies Readonly<Record<string, Format<Result>>>;

const coverage = {
  text: { reporter: async () => (await import('./coverage/text.ts')).coverageText },
  json: { reporter: async () => (await import('./coverage/json.ts')).coverageJson },
  markdown: { reporter: async () => (await import('./coverage/markdown.ts')).coverageMarkdown },
  html: { reporter: async () => (await import('./coverage/html.ts')).coverageHtml },
} as const satisfies Readonly<Record<string, Format<CoverageContent>>>;

const against = {
  text: { reporter: async () => (await import('./coverage/against-text.ts')).againstText },
  json: { reporter: async () => (await import('./coverage/against-json.ts')).againstJson },
  markdown: { reporter: async () => (await import('./coverage/against-markdown.ts')).againstMarkdown },
  html: { reporter: async () => (await import('./coverage/against-html.ts')).againstHtml },
} as const satisfies Readonly<Record<keyof typeof coverage, Format<AgainstContent>>>;

const graph = {
  mermaid: { reporter: async () => (await import('./graph/mermaid.ts')).graphMermaid },
  dot: { reporter: async () => (await import('./graph/dot.ts')).graphDot },
  svg: { reporter: async () => (await import('./graph/svg.ts')).graphSvg },
} as const satisfies Readonly<Record<string, Format<GraphContent>>>;

const due = {
  text: { reporter: async () => (await import('./due/text.ts')).dueText },
  csv: { reporter: async () => (await import('./due/csv.ts')).dueCsv },
  ical: { reporter: async () => (await import('./due/ical.ts')).dueCalendar },
} as const satisfies Readonly<Record<string, Format<DueContent>>>;

const rules = {
  text: { reporter: async () => (await import('./catalogue/rules.ts')).rulesText },
  json: { reporter: async () => (await import('./catalogue/rules.ts')).rulesJson },
} as const satisfies Readonly<Record<string, Format<readonly RuleEntry[]>>>;

const policies = {
  text: { reporter: async () => (await import('./catalogue/policies.ts')).policiesText },
  json: { reporter: async () => (await import('./catalogue/policies.ts')).policiesJson },
} as const satisfies Readonly<Record<string, Format<readonly Policy[]>>>;

const difference = {
  text: { reporter: async () => (await import('./catalogue/difference.ts')).differenceText },
  json: { reporter: async () => (await import('./catalogue/difference.ts')).differenceJson },
  markdown: { reporter: async () => (await import('./catalogue/difference.ts')).differenceMarkdown },
} as const satisfies Readonly<Record<string, Format<Difference>>>;

const explanation = {
  text: { reporter: async () => (await import('./catalogue/explain.ts')).explanationText },
} as const satisfies Readonly<Record<string, Format<Explanation>>>;

const examples = {
  text: { reporter: async () => (await import('./examples/text.ts')).examplesText },
  json: { reporter: async () => (await import('./examples/json.ts')).examplesJson },
} as const satisfies Readonly<Record<string, Format<ExamplesResult>>>;

/** The formats of `sekisho check`. */
export const findingFormats: Formats<keyof typeof findings, Result> = findings;
/** The formats of `sekisho coverage`. */
export const coverageFormats: Formats<keyof typeof coverage, CoverageContent> = coverage;
/** The formats of `sekisho coverage --against`, the same by name. */
export const againstFormats: Formats<keyof typeof against, AgainstContent> = against;
/** The formats of `sekisho graph`. */
export const graphFormats: Formats<keyof typeof graph, GraphContent> = graph;
/** The formats of `sekisho due`. */
export const dueFormats: Formats<keyof typeof due, DueContent> = due;
/** The formats of `sekisho rules`. */
export const ruleFormats: Formats<keyof typeof rules, readonly RuleEntry[]> = rules;
/** The formats of `sekisho policies`. */
export const policyFormats: Formats<keyof typeof policies, readonly Policy[]> = policies;
/** The formats of `sekisho policies diff`. */
export const differenceFormats: Formats<keyof typeof difference, Difference> = difference;
/** The formats of `sekisho explain`. */
export const explanationFormats: Formats<keyof typeof explanation, Explanation> = explanation;
/** The formats of `sekisho test`. */
export const exampleFormats: Formats<keyof typeof examples, ExamplesResult> = examples;
