/** Whether a value counts as missing: none, or only blanks, as forms and spreadsheets leave behind. */
export function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}

function isBlankText(text: string): boolean {
  if (text.length === 0) return true;
  const first = text.charCodeAt(0);
  // Neither ASCII behind the blank nor kana and kanji: only what else there is needs to be looked at as a whole.
  if ((first > 32 && first < 127) || (first > 0x3000 && first < 0xfeff)) return false;
  return text.trim() === '';
}

/** Sets a key of a mapping, whatever its name is. */
export function assign(mapping: Record<string, unknown>, key: string, value: unknown): void {
  // A key of this name would otherwise set the prototype.
  if (key === '__proto__')
    Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
  else mapping[key] = value;
}

/** @returns the mappings among what a `<<` brings in, and whether that is all of it; a list of them is in the order of precedence */
export function mappingsOf(value: unknown): { readonly mappings: object[]; readonly isAll: boolean } {
  const sources: unknown[] = Array.isArray(value) ? value : [value];
  const mappings = sources.filter(
    (source): source is object => typeof source === 'object' && source !== null && !Array.isArray(source),
  );
  return { mappings, isAll: mappings.length === sources.length };
}

/** A key of the mapping itself takes precedence, even without a value (https://yaml.org/type/merge.html). */
export function mergeInto(mapping: Record<string, unknown>, source: object): void {
  for (const [key, value] of Object.entries(source)) {
    if (!Object.hasOwn(mapping, key)) assign(mapping, key, value);
  }
}
