/** A section of a comment: text before, a list that is cut to the available room, text after. */
export interface Section {
  readonly opening: readonly string[];
  /** whole blocks of Markdown, the most important first */
  readonly items: Iterable<Item>;
  /** how many entries the items contain in all; one item may hold several */
  readonly count: number;
  readonly closing?: readonly string[];
  /** says how many items are left out */
  readonly more: (count: number) => string;
  /** characters that are reserved for its items; without it, sections share the rest in their order */
  readonly reserved?: number;
}

/** Markdown of one item, and how many entries it holds. */
export type Item = string | { readonly text: string; readonly count: number };

/** A heading with a list below it; nothing where the list is empty. */
export function listed(
  heading: string,
  list: Pick<Section, 'items' | 'count' | 'more' | 'reserved'>,
  hint?: string,
): Section[] {
  const opening = [`### ${heading}`, '', ...(hint === undefined ? [] : [hint, ''])];
  return list.count === 0 ? [] : [{ opening, ...list }];
}

/** A collapsed list. The summary is HTML, so it must contain no text from an inventory. */
export function folded(summary: string, list: Pick<Section, 'items' | 'count' | 'more'>): Section[] {
  const opening = ['<details>', `<summary>${summary}</summary>`, ''];
  return list.count === 0 ? [] : [{ opening, ...list, closing: ['', '</details>'] }];
}

/**
 * Lays out sections within a limit of characters, cutting only between items. Every section keeps its frame. Sections
 * with a reserve fill that first; then all take from the rest in their order; what is left after that goes to the first
 * ones again.
 */
export function fitted(sections: readonly Section[], characters: number): string {
  let room = characters - sections.reduce((sum, section) => sum + lengthOf(frame(section)), 0);
  const shown = new Map<Section, Item[]>();
  const first = sections.filter(({ reserved }) => reserved !== undefined);
  for (const section of [...first, ...sections.filter(({ reserved }) => reserved === undefined)]) {
    const items = take(section.items, Math.min(room, section.reserved ?? room));
    shown.set(section, items);
    room -= lengthOf(items.map(textOf));
  }
  for (const section of first) {
    const known = lengthOf((shown.get(section) ?? []).map(textOf));
    const items = take(section.items, known + room);
    shown.set(section, items);
    room -= lengthOf(items.map(textOf)) - known;
  }
  return sections
    .map((section) => write(section, shown.get(section) ?? []))
    .join('')
    .trimEnd();
}

function take(items: Iterable<Item>, room: number): Item[] {
  const taken: Item[] = [];
  let left = room;
  for (const item of items) {
    left -= textOf(item).length + 1;
    if (left < 0) break;
    taken.push(item);
  }
  return taken;
}

function write({ opening, count, closing = [], more }: Section, items: readonly Item[]): string {
  const left = count - items.reduce((sum, item) => sum + (typeof item === 'string' ? 1 : item.count), 0);
  return [...opening, ...items.map(textOf), ...(left > 0 ? ['', more(left)] : []), ...closing, '', ''].join(
    '\n',
  );
}

function textOf(item: Item): string {
  return typeof item === 'string' ? item : item.text;
}

/** What a section takes without any item. */
function frame({ opening, closing = [], count, more }: Section): string[] {
  return [...opening, ...closing, ...(count > 0 ? ['', more(count)] : []), '', ''];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
