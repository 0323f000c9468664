import { escapeMarkup } from './markup.ts';

/** A piece of HTML that may be inserted into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template accepts: text is escaped, HTML is inserted as it is, and empty values give nothing. */
export type Content = string | number | Html | false | undefined | readonly Content[];

/**
 * An HTML template. Every inserted value is escaped unless it is {@link Html}, so text from an inventory cannot become
 * markup. Attributes with a value must be in double quotes.
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = strings[0] ?? '';
  for (const [index, content] of contents.entries()) text += write(content) + (strings[index + 1] ?? '');
  return new Html(text);
}

/** Texts or HTML with a separator, such as a comma or a line break. */
export function joined(contents: readonly Content[], between: Content): Content {
  return contents.map((content, index) => (index === 0 ? content : [between, content]));
}

function write(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  // A line break from an inventory becomes a character reference, since on a line of its own the text could begin a
  // workflow command.
  if (typeof content === 'string') return escapeMarkup(content).replaceAll('\n', '&#10;');
  return typeof content === 'number' ? String(content) : content.map(write).join('');
}
