import { escapeMarkup } from './markup.ts';

/** A list of contents that are made one by one, each only when it is written. */
class Lazy {
  readonly parts: Iterable<Part>;

  constructor(parts: Iterable<Part>) {
    this.parts = parts;
  }
}

/** HTML as it is, or what is still to be made of it. */
type Part = string | Lazy;

/** A piece of HTML that may be inserted into a page as it is. */
export class Html {
  readonly #parts: readonly Part[];

  constructor(text: string | readonly Part[]) {
    this.#parts = typeof text === 'string' ? [text] : text;
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  get text(): string {
    return [...this.pieces()].join('');
  }

  /** Its text, of which what {@link each} makes comes one by one. */
  *pieces(): Generator<string> {
    yield* piecesOf(this.#parts);
  }
}

function* piecesOf(parts: Iterable<Part>): Generator<string> {
  for (const part of parts) {
    if (typeof part === 'string') yield part;
    else yield* piecesOf(part.parts);
  }
}

/** What a template accepts: text is escaped, HTML is inserted as it is, and empty values give nothing. */
export type Content = string | number | Html | false | undefined | readonly Content[];

/**
 * An HTML template. Every inserted value is escaped unless it is {@link Html}, so text from an inventory cannot become
 * markup. Attributes with a value must be in double quotes.
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const parts: Part[] = [];
  let text = strings[0] ?? '';
  for (const [index, content] of contents.entries()) {
    for (const part of partsOf(content)) {
      if (typeof part === 'string') text += part;
      else {
        parts.push(text, part);
        text = '';
      }
    }
    text += strings[index + 1] ?? '';
  }
  return new Html([...parts, text]);
}

/**
 * What is made of each item of a list, as a content of a template. Where the list may be long, its items are not all held as
 * HTML at once: an item is made when its turn has come to be written.
 */
export function each<Item>(items: Iterable<Item>, make: (item: Item) => Content): Html {
  function* parts(): Generator<Part> {
    for (const item of items) yield* partsOf(make(item));
  }
  return new Html([new Lazy({ [Symbol.iterator]: parts })]);
}

/** Texts or HTML with a separator, such as a comma or a line break. */
export function joined(contents: readonly Content[], between: Content): Content {
  return contents.map((content, index) => (index === 0 ? content : [between, content]));
}

function partsOf(content: Content): readonly Part[] {
  if (content === undefined || content === false) return [];
  if (content instanceof Html) return content.parts;
  // A line break from an inventory becomes a character reference, since on a line of its own the text could begin a
  // workflow command.
  if (typeof content === 'string') return [escapeMarkup(content).replaceAll('\n', '&#10;')];
  return typeof content === 'number' ? [String(content)] : content.flatMap(partsOf);
}
