import type { CoverageReporter } from './coverage-reporter.ts';

/** Every format by name, loaded only when it is asked for. */
export const coverageFormats = {
  text: async () => (await import('./text.ts')).coverageText,
  json: async () => (await import('./json.ts')).coverageJson,
  markdown: async () => (await import('./markdown.ts')).coverageMarkdown,
  html: async () => (await import('./html.ts')).coverageHtml,
} as const satisfies Readonly<Record<string, () => Promise<CoverageReporter>>>;
