/** @returns what stands behind and beyond a way now and did not before */
export function addedTo(before: readonly string[], now: readonly string[] = []): readonly string[] {
  if (before === now) return [];
  const known = new Set(before);
  return now.filter((one) => !known.has(one));
}
