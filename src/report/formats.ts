import type { Format } from './reporter.ts';

const all = {
  text: { reporter: async () => (await import('./text/index.ts')).text },
  json: { reporter: async () => (await import('./json.ts')).json },
  sarif: {
    reporter: async () => (await import('./sarif.ts')).sarif,
    notices: async () => (await import('./sarif/limits.ts')).sarifLimits,
  },
  'sarif-audit': { reporter: async () => (await import('./sarif-audit.ts')).sarifAudit, provenance: true },
  junit: { reporter: async () => (await import('./junit.ts')).junit },
  github: {
    reporter: async () => (await import('./github.ts')).github,
    notices: async () => (await import('./github.ts')).githubNotices,
  },
  gitlab: { reporter: async () => (await import('./gitlab.ts')).gitlab },
  markdown: { reporter: async () => (await import('./pull-request/pull-request.ts')).pullRequest },
  csv: { reporter: async () => (await import('./csv.ts')).csv },
  html: { reporter: async () => (await import('./html/report.ts')).html, provenance: true },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof all;

/** Every format by name. Each is loaded only when it is asked for. */
export const formats: Readonly<Record<FormatName, Format>> = all;
