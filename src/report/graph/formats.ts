import type { GraphReporter } from './graph-reporter.ts';

/** Every format by name, loaded only when it is asked for. */
export const graphFormats = {
  mermaid: async () => (await import('./mermaid.ts')).graphMermaid,
  dot: async () => (await import('./dot.ts')).graphDot,
  svg: async () => (await import('./svg.ts')).graphSvg,
} as const satisfies Readonly<Record<string, () => Promise<GraphReporter>>>;
