import { foldReference } from './reference.ts';

/**
 * The references to the duties of one provision, however it is typed: `3)保管[1]` and `3)保管[2]` for `3)保管`.
 *
 * @param refs the references of a policy
 */
export function dutiesOf(ref: string, refs: Iterable<string>): string[] {
  const provision = foldReference(ref);
  return [...refs].filter((each) => {
    const folded = foldReference(each);
    return folded.startsWith(provision) && /^(\[\d+\])+$/.test(folded.slice(provision.length));
  });
}
