/**
 * Leaves out what is `undefined`, so that an optional property is absent rather than there without a value.
 *
 * @returns the properties that have a value
 */
export function defined<Values extends object>(
  values: Values,
): { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}
