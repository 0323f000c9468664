import { suggest } from '../schema/suggest.ts';

/** @returns the rule that an unknown id probably means; people leave out the area */
export function nearestRule(word: string, known: ReadonlySet<string>): string | undefined {
  const names = new Map([...known].map((id) => [nameWithin(id), id]));
  const exact = names.get(nameWithin(word));
  return exact ?? suggest(word, known) ?? names.get(suggest(nameWithin(word), names.keys()) ?? '');
}

/** The name of a rule in its area. */
function nameWithin(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).trim();
}
