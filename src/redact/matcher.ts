import { fold, narrow } from './fold.ts';
import { addressesIn, type Span } from './patterns.ts';
import { Trie } from './trie.ts';
import { type Care, isWhole } from './whole-words.ts';
import type { Redacted } from './words.ts';

/** What is left out, under the number by which a reader tells it from others. */
export interface Hidden {
  readonly redacted: Redacted;
  readonly number: number;
}

/** A text that is left out, or another way to write it. */
export interface Sought extends Care {
  readonly hidden: Hidden;
}

/** A part of a text that is left out. */
export type Match = Span & { readonly hidden: Hidden };

/** Finds in texts what is left out of them: whatever is sought, and what looks like an address. */
export class Matcher {
  readonly #sought = new Trie<Sought>();
  /** the versions of products, which are told from other numbers by what stands before them */
  readonly #versions: ReadonlySet<string>;
  readonly #kept: ReadonlySet<string>;
  /** those that were only found by what they look like */
  readonly #found = new Map<string, Hidden>();
  readonly #next: (redacted: Redacted) => number;

  /**
   * @param kept what is no address though it looks like one
   * @param next gives the next number
   */
  constructor(
    sought: Iterable<Sought>,
    versions: ReadonlySet<string>,
    kept: ReadonlySet<string>,
    next: (redacted: Redacted) => number,
  ) {
    for (const one of sought) this.#sought.add(fold(one.text), one);
    this.#versions = versions;
    this.#kept = kept;
    this.#next = next;
  }

  /** @returns what is left out of a text, by where it begins, and of what begins together the longest first */
  in(text: string): readonly Match[] {
    const narrowed = narrow(text);
    const folded = fold(narrowed);
    const matches = [...this.#soughtIn(narrowed, folded), ...this.#addressesIn(folded)];
    return matches.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #soughtIn(text: string, folded: string): Match[] {
    const matches: Match[] = [];
    let start = 0;
    let done = 0;
    const isMeant = (sought: Sought, end: number) => end > done && isWhole(text, { start, end }, sought);
    for (; start < text.length; start += 1) {
      const found = this.#sought.longestAt(folded, start, isMeant);
      if (found === undefined) continue;
      const { hidden } = found.item;
      done = hidden.redacted === 'product' ? this.#behindVersion(folded, found.end) : found.end;
      matches.push({ start, end: done, hidden });
    }
    return matches;
  }

  /** A version alone may be any number; behind its product it is none. */
  #behindVersion(folded: string, end: number): number {
    version.lastIndex = end;
    const [whole, number = ''] = version.exec(folded) ?? [];
    return whole !== undefined && this.#versions.has(number) ? end + whole.length : end;
  }

  #addressesIn(folded: string): Match[] {
    return addressesIn(folded).flatMap(({ redacted, start, end }) => {
      const found = folded.slice(start, end);
      if (this.#kept.has(found)) return [];
      const exact = this.#sought.longestAt(found, 0, (_, last) => last === found.length);
      const hidden = exact?.end === found.length ? exact.item.hidden : this.#numbered(redacted, found);
      return [{ start, end, hidden }];
    });
  }

  #numbered(redacted: Redacted, found: string): Hidden {
    const known = this.#found.get(found);
    if (known !== undefined) return known;
    const hidden = { redacted, number: this.#next(redacted) };
    this.#found.set(found, hidden);
    return hidden;
  }
}

const version = /[ (]{0,2}(?:v(?:er(?:sion)?)?\.? ?|バージョン ?|第)?([\w.-]*\w)/uy;
