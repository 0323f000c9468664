import type { Language } from '../../base/localized.ts';
import type { Finding, TraceStep } from '../../result/result.ts';

/** Part of a finding's trace. */
export interface TracePart {
  /** the layer that the path leads to or from, where a finding has several paths */
  readonly layer?: string;
  readonly steps: readonly TraceStep[];
}

/**
 * The trace of a finding in parts: the hops of each path with its layer, where there are several paths, then the other
 * steps.
 */
export function traceParts(
  { trace, paths = [] }: Pick<Finding, 'trace' | 'paths'>,
  language: Language,
): TracePart[] {
  if (paths.length < 2) return trace.length === 0 ? [] : [{ steps: trace }];
  const others = trace.slice(paths[0]?.steps.length);
  return [
    ...paths.map(({ layer, steps }) => ({ ...(layer && { layer: layer.name[language] }), steps })),
    ...(others.length > 0 ? [{ steps: others }] : []),
  ];
}
