import type { Language } from '../../base/localized.ts';
import type { Finding, TraceStep } from '../../result/result.ts';

/** Some places that have a part in a finding. */
export interface TracePart {
  /** the layer that they lead to or from, where a finding names several */
  readonly layer?: string;
  readonly steps: readonly TraceStep[];
}

/** The places that have a part in a finding: each of several ways by the layer that it leads to or from, then the others. */
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
