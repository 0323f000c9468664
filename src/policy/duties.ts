/**
 * The references to the duties of one provision: `3)保管[1]` and `3)保管[2]` for `3)保管`. Width and blanks do not tell
 * references apart.
 *
 * @param refs the references of a policy
 */
export function dutiesOf(ref: string, refs: Iterable<string>): string[] {
  const provision = fold(ref);
  return [...refs].filter((each) => {
    const folded = fold(each);
    return folded.startsWith(provision) && /^(\[\d+\])+$/.test(folded.slice(provision.length));
  });
}

function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
