import type { FindingReach } from './finding.ts';

/** What was found out about two lists, which many hops share. */
const compared = new WeakMap<readonly string[], WeakMap<readonly string[], readonly string[]>>();

/** @returns what a hop leads between now and did not before */
export function addedTo(before: FindingReach, now: FindingReach): readonly string[] {
  return [...missingFrom(before.behind, now.behind), ...missingFrom(before.beyond, now.beyond)];
}

function missingFrom(before: readonly string[], now: readonly string[]): readonly string[] {
  if (before === now) return [];
  const withBefore = compared.get(before) ?? new WeakMap();
  compared.set(before, withBefore);
  const known = withBefore.get(now) ?? difference(before, now);
  withBefore.set(now, known);
  return known;
}

function difference(before: readonly string[], now: readonly string[]): readonly string[] {
  const known = new Set(before);
  return now.filter((one) => !known.has(one));
}
