/**
 * @returns the keys of a path: `classification.confidentiality` are two. One that begins with `x-` is a single key, whatever the
 *   header that it was made from holds (`x-No.1`).
 */
export function keysOf(path: string): readonly string[] {
  return path.startsWith('x-') ? [path] : path.split('.');
}
