/**
 * A key of a mapping and those before it. Records of one kind have the same keys in the same order, so that after a few of them
 * the next key is known before it is read: to compare it in its place costs a fraction of cutting it out and looking it up,
 * and that no key is written twice need not be found out again.
 */
export class KeyOrder {
  readonly key: string;
  /** the number that stands for the key on the tape */
  readonly link: number;
  /** how many keys there are up to this one */
  readonly count: number;
  /** whether it may be recognized where it is written plainly, or in double quotes */
  isPlain = false;
  isQuoted = false;
  /** the first key of the mapping that was its value last, or an item of it */
  inside: KeyOrder | undefined;
  readonly #before: KeyOrder | undefined;
  #next: KeyOrder | undefined;
  #others: Map<string, KeyOrder> | undefined;

  constructor(key: string, link: number, before?: KeyOrder) {
    this.key = key;
    this.link = link;
    this.#before = before;
    this.count = before === undefined ? 0 : before.count + 1;
  }

  /** The key that came behind this one last, which will mostly come again. */
  get expected(): KeyOrder | undefined {
    return this.#next;
  }

  /**
   * Goes on to a key.
   *
   * @param link gives the number that stands for it
   * @returns `undefined` where the mapping has it already, as far as {@link mostRemembered} keys tell
   */
  next(key: string, link: (key: string) => number): KeyOrder | undefined {
    const known = this.#next?.key === key ? this.#next : this.#others?.get(key);
    if (known !== undefined) {
      this.#next = known;
      return known;
    }
    if (this.#has(key)) return undefined;
    const added = new KeyOrder(key, link(key), this);
    // One that is expected alone, which most are, needs no map.
    if (this.#next !== undefined) {
      this.#others ??= new Map([[this.#next.key, this.#next]]);
      this.#others.set(key, added);
    }
    this.#next = added;
    return added;
  }

  #has(key: string): boolean {
    if (this.count > mostRemembered) return false;
    let at: KeyOrder = this;
    while (at.#before !== undefined) {
      if (at.key === key) return true;
      at = at.#before;
    }
    return false;
  }
}

/** How many keys of a mapping are compared with each other one by one; of one with more the mapping itself is asked. */
export const mostRemembered = 64;
