import { foldReference } from '../policy/reference.ts';
import { type Entry, hasParagraphs } from './entry.ts';
import { inKanji } from './numerals.ts';

/**
 * Writes the references of entries as the document would cite them: an article by 条・項・号, others by their numbers one behind
 * the other. Chapters, and headings without a number, stand in a reference only where it would mean several provisions without.
 */
export function referencesOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const short = referencesBy(entries, false);
  const counts = countsOf(short.values());
  const groups = new Set<string>();
  for (const [entry, ref] of short)
    if ((counts.get(foldReference(ref)) ?? 0) > 1) groups.add(seriesOf(entry));
  const isAmbiguous = (entry: Entry) => groups.has(seriesOf(entry));
  return groups.size === 0 ? short : referencesBy(entries, isAmbiguous);
}

/** What is counted anew in one chapter is cited by its chapter in all. */
function seriesOf(entry: Entry): string {
  let outermost = entry;
  for (let at = entry.parent; at !== undefined && !isGroup(at); at = at.parent) outermost = at;
  return outermost.marker.style;
}

/** Whether an entry only groups what is counted on its own. */
function isGroup({ marker }: Entry): boolean {
  return (marker.family === 'unit' && marker.style !== '条') || marker.family === 'named';
}

function countsOf(refs: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ref of refs) {
    const folded = foldReference(ref);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return counts;
}

function referencesBy(
  entries: readonly Entry[],
  withGroups: false | ((entry: Entry) => boolean),
): Map<Entry, string> {
  const appendices = countsOf(
    entries.filter(({ marker }) => marker.family === 'appendix').map(({ marker }) => marker.written),
  );
  const places = placesAmongAlike(entries);
  const refs = new Map<Entry, string>();
  for (const entry of entries) {
    const groups = withGroups !== false && withGroups(entry);
    const above = prefixOf(entry, refs, groups);
    const place = places.get(entry) ?? 1;
    const alike = appendices.get(foldReference(entry.marker.written)) ?? 0;
    refs.set(entry, above + ownPart(entry, above, { place, isOneOfSeveral: alike > 1 }));
  }
  return refs;
}

/** Of bullets, and of series behind the main text that have one name, the place among those beside them. */
function placesAmongAlike(entries: readonly Entry[]): Map<Entry, number> {
  const counted = new Map<string, number>();
  const ids = new Map<Entry | undefined, number>();
  const places = new Map<Entry, number>();
  for (const entry of entries) {
    const { family, written } = entry.marker;
    if (family !== 'bullet' && family !== 'appendix') continue;
    const id = ids.get(entry.parent) ?? ids.size;
    ids.set(entry.parent, id);
    const key = `${id} ${family === 'bullet' ? '' : written}`;
    const place = (counted.get(key) ?? 0) + 1;
    counted.set(key, place);
    places.set(entry, place);
  }
  return places;
}

/** @returns what an entry is cited below: all that it stands in, but for groups that say nothing more */
function prefixOf(entry: Entry, refs: ReadonlyMap<Entry, string>, withGroups: boolean): string {
  const { marker } = entry;
  if (marker.family === 'composite') return withGroups ? groupsAbove(entry) : '';
  // What has no number of its own is cited by what it stands in.
  const needsGroups = withGroups || marker.family === 'bullet';
  for (let at = entry.parent; at !== undefined; at = at.parent) {
    if (marker.style === '条' && at.marker.family === 'number') continue;
    if (needsGroups || !isGroup(at)) return refs.get(at) ?? '';
  }
  return '';
}

function groupsAbove(entry: Entry): string {
  const groups: string[] = [];
  for (let at = entry.parent; at !== undefined; at = at.parent)
    if (at.marker.family === 'unit') groups.unshift(at.marker.written);
  return groups.join('');
}

/** @returns what an entry adds to the reference of what it stands in */
function ownPart(
  { marker, parent }: Entry,
  above: string,
  { place, isOneOfSeveral }: { readonly place: number; readonly isOneOfSeveral: boolean },
): string {
  const law = parent !== undefined && hasParagraphs(parent) ? parent : undefined;
  switch (marker.family) {
    case 'bullet':
      return `[${place}]`;
    case 'appendix':
      return isOneOfSeveral ? `${marker.written}[${place}]` : marker.written;
    case 'unit':
      return marker.written;
    case 'named':
      return joint(above, marker.written, parent) + marker.written;
    case 'composite':
      return marker.written;
    case 'number':
      break;
  }
  if (law !== undefined && marker.style === 'digit') return `第${counted(marker.value, law)}項`;
  if (isItem(marker.style) && parent !== undefined && (law !== undefined || isParagraph(parent))) {
    const paragraph = law !== undefined && hasFirstParagraph(law) ? `第${counted(1, law)}項` : '';
    return `${paragraph}第${counted(marker.value, law ?? parent.parent ?? parent)}号`;
  }
  return joint(above, marker.written, parent) + marker.written;
}

/** Whether the second paragraph of an article has a number and the first has none, so that its text is the first. */
export function hasFirstParagraph(law: Entry): boolean {
  return seen(law).hasFirstParagraph;
}

/** What is asked of an article for each of its items, cached: there may be very many. */
interface Seen {
  readonly hasFirstParagraph: boolean;
  readonly countsInKanji: boolean;
}

const known = new WeakMap<Entry, Seen>();

function seen(law: Entry): Seen {
  const before = known.get(law);
  if (before !== undefined) return before;
  const { marker, children } = law;
  const paragraphs = children.filter((child) => child.marker.style === 'digit');
  const found = {
    hasFirstParagraph: paragraphs.length > 0 && paragraphs.every((child) => child.marker.value > 1),
    countsInKanji:
      /[一二三四五六七八九十百]/.test(marker.written) ||
      (marker.family === 'appendix' && children.some((child) => child.marker.style === 'kanji')),
  };
  known.set(law, found);
  return found;
}

/** What laws and rules count items (号) by. */
function isItem(style: string): boolean {
  return ['(digit)', 'kanji', 'parenthesised', '(kanji)', 'digit)'].includes(style);
}

export function isParagraph({ marker, parent }: Entry): boolean {
  return marker.style === 'digit' && parent !== undefined && hasParagraphs(parent);
}

/** A number as the article counts: 第十六条の三第一項, 第3条第1項. */
function counted(value: number, law: Entry): string {
  return seen(law).countsInKanji ? inKanji(value) : String(value);
}

/** Numbers that would run into one another, and all below a letter or Ⅰ, are joined by a hyphen: Ⅰ-1-(1), but 2Ca. */
function joint(above: string, written: string, parent: Entry | undefined): string {
  if (above === '' || parent === undefined) return '';
  if (parent.marker.style === '第' && /^\d/.test(written)) return 'の';
  let outermost = parent;
  for (let at: Entry | undefined = parent; at !== undefined && !isGroup(at); at = at.parent) outermost = at;
  if (outermost.marker.family === 'number' && /^[Ⅰ-ⅿA-Z]/u.test(outermost.marker.written)) return '-';
  const runOn = (pattern: RegExp) => pattern.test(above.slice(-1)) && pattern.test(written.charAt(0));
  return [/\d/, /[A-Z]/, /[a-z]/, /[ァ-ー]/u, /[一-龠]/u].some(runOn)
    ? parent.marker.family === 'named' || /[ァ-龠]/u.test(written)
      ? '・'
      : '-'
    : '';
}
