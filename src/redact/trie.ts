/** Many texts that are looked for at once: how long a search takes does not depend on how many there are. */
export class Trie<Item> {
  readonly #root = new Node<Item>();

  /** The first item of a text stays. */
  add(text: string, item: Item): void {
    let at = this.#root;
    for (let index = 0; index < text.length; index += 1) at = at.goOn(text.charCodeAt(index));
    at.item ??= item;
  }

  /**
   * @param isMeant whether a text that ends at a place is meant
   * @returns where the longest text ends that begins at a place and is meant; `undefined` where there is none
   */
  longestAt(
    text: string,
    start: number,
    isMeant: (item: Item, end: number) => boolean,
  ): { readonly item: Item; readonly end: number } | undefined {
    let at: Node<Item> | undefined = this.#root;
    let longest: { item: Item; end: number } | undefined;
    for (let index = start; at !== undefined; index += 1) {
      if (at.item !== undefined && isMeant(at.item, index)) longest = { item: at.item, end: index };
      const code = text.charCodeAt(index);
      // A message that is cut may end in the midst of one.
      if (code === ellipsis && index - start >= fewest) longest ??= { item: at.first(), end: index };
      at = at.next.get(code);
    }
    return longest;
  }
}

/** The texts that begin alike. */
class Node<Item> {
  /** by the code of their next character */
  readonly next = new Map<number, Node<Item>>();
  /** that of the text that ends here */
  item: Item | undefined;

  goOn(code: number): Node<Item> {
    const known = this.next.get(code);
    if (known !== undefined) return known;
    const made = new Node<Item>();
    this.next.set(code, made);
    return made;
  }

  /** @returns the item of the first text that begins so */
  first(): Item {
    let at: Node<Item> = this;
    while (at.item === undefined) at = at.next.values().next().value ?? at;
    return at.item;
  }
}

const ellipsis = '…'.charCodeAt(0);

/** How many characters of a text that is cut tell it from others. */
const fewest = 3;
