import type { RecordSection } from './fields.ts';

/**
 * Lists of permitted communication have no column of names: what is permitted is called by its ends. Others that have none are
 * not told apart by anything, and no name is made up for them.
 *
 * @param values what the cells of a row say, by the paths of fields
 * @returns the name of its record, and the path of what comes first in it
 */
export function madeName(
  section: RecordSection,
  values: ReadonlyMap<string, { readonly text: string }>,
): { readonly name: string; readonly from: string } | undefined {
  const textOf = (path: string) => values.get(path)?.text ?? [];
  const ends = ['from', 'to'].flatMap(textOf);
  if (section !== 'connections' || ends.length < 2) return undefined;
  const through = ['protocol', 'ports'].flatMap(textOf);
  const name = `${ends.join('→')}${through.length === 0 ? '' : `（${through.join(' ')}）`}`;
  return { name, from: 'from' };
}
