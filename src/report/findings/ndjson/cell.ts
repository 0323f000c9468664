/** What stands in a column. Nothing is nested, so that what reads tables reads it, too. */
export type Cell = string | number | boolean | null;

/** The columns of a line, besides those that all lines have. */
export type Row = Readonly<Record<string, Cell>>;

/** @returns a list as one text; `null` where there is nothing in it */
export function joined(list: readonly string[]): string | null {
  return list.length === 0 ? null : list.join('; ');
}

/** @returns what agencies or divisions are called, by their id; of two with one id, the first is meant */
export function namesOf(
  all: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(all.toReversed().map(({ id, name }) => [id, name]));
}

/** @returns the name of what an id names, or the id itself; `null` where there is none */
export function nameIn(names: ReadonlyMap<string, string>, id: string | undefined): string | null {
  return id === undefined ? null : (names.get(id) ?? id);
}
