/** How many paths are kept: more than any register has columns. */
const mostPaths = 5000;

const known = new Map<string, readonly string[]>();

/**
 * @returns the keys of a path: `classification.confidentiality` are two. One that begins with `x-` is a single key, whatever the
 *   header that it was made from holds (`x-No.1`).
 */
export function keysOf(path: string): readonly string[] {
  const found = known.get(path);
  // Thousands of records have the same few paths.
  if (found !== undefined) return found;
  const keys = path.startsWith('x-') ? [path] : path.split('.');
  if (known.size < mostPaths) known.set(path, keys);
  return keys;
}
