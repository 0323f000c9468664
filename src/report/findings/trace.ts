import type { Language } from '../../base/localized.ts';
import type { Finding, TraceStep } from '../../result/result.ts';

/** Part of a finding's trace. */
export interface TracePart {
  /** the layer that the path leads to or from, where a finding has several paths */
  readonly layer?: string;
  readonly steps: readonly TraceStep[];
  /** how many more there are, where there are too many to read; 0 where all are there */
  readonly left: number;
}

/**
 * How many steps of a way are shown to people. Thousands of findings may share a way of thousands of steps; whoever mends one
 * of them begins where it does, and the message says where it leads.
 */
export const mostSteps = 60;

/**
 * The trace of a finding in parts: the hops of each path with its layer, where there are several paths, then the other
 * steps.
 *
 * @param most how many steps of each part to show
 */
export function traceParts(
  { trace, paths = [] }: Pick<Finding, 'trace' | 'paths'>,
  language: Language,
  most = mostSteps,
): TracePart[] {
  const part = (steps: readonly TraceStep[]) => ({
    steps: steps.length <= most ? steps : steps.slice(0, most),
    left: Math.max(0, steps.length - most),
  });
  if (paths.length < 2) return trace.length === 0 ? [] : [part(trace)];
  const others = trace.slice(paths[0]?.steps.length);
  return [
    ...paths.map(({ layer, steps }) => ({ ...(layer && { layer: layer.name[language] }), ...part(steps) })),
    ...(others.length > 0 ? [part(others)] : []),
  ];
}
