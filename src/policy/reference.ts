/**
 * Folds a reference to a clause to how policies write it: half-width, without blanks, in plain brackets, so that
 * `６（２）［２］` and `6 (2) [2]` are `6(2)[2]`. Signs that are no mere width (①, Ⅰ, ㈱) stay as they are.
 */
export function foldReference(written: string): string {
  return written
    .replaceAll(/[\uFF01-\uFF9F]+/g, (wide) => wide.normalize('NFKC'))
    .replaceAll(/\s/g, '')
    .replaceAll(/[〔【]/g, '[')
    .replaceAll(/[〕】]/g, ']');
}

/** Whether a reference lies below another: `5[1]` and `5(2)イ` below `5`, but not `51`. */
export function isBelow(reference: string, parent: string): boolean {
  const rest = foldReference(reference);
  const start = foldReference(parent);
  return start !== '' && rest !== start && rest.startsWith(start) && !/^\d/.test(rest.slice(start.length));
}
