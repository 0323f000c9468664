import { escapeMarkup } from './markup.ts';

/** A piece of HTML that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a page: text is escaped, pieces of HTML stay as they are, and nothing shows nothing. */
export type Content = string | number | Html | false | undefined | readonly Content[];

/**
 * A piece of HTML, as a template. Whatever is put in is escaped unless it is such a piece itself, so a text from an
 * inventory can nowhere become markup. Attributes that hold a value are written in double quotes.
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = strings[0] ?? '';
  for (const [index, content] of contents.entries()) text += write(content) + (strings[index + 1] ?? '');
  return new Html(text);
}

/** Texts or pieces with something between them, such as a comma or a line break. */
export function joined(contents: readonly Content[], between: Content): Content {
  return contents.map((content, index) => (index === 0 ? content : [between, content]));
}

function write(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  // A line break of an inventory shows as one but is none of the page: its text could begin as a workflow command.
  if (typeof content === 'string') return escapeMarkup(content).replaceAll('\n', '&#10;');
  return typeof content === 'number' ? String(content) : content.map(write).join('');
}
