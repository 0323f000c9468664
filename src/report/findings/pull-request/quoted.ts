import { inLog } from '../../paper/log-line.ts';
import { escapeMarkdown, markdownParagraph } from '../../paper/markdown.ts';
import { oneLine } from '../../paper/one-line.ts';

/** Text from an inventory, safe in a comment: one line, shortened, and unable to format, link or mention. */
export function quoted(text: string): string {
  return escapeMarkdown(shortened(text)).trim();
}

/** The same where it begins an item of a list, so that it begins no list or code of its own. */
export function quotedItem(text: string): string {
  return markdownParagraph(shortened(text));
}

/**
 * Text from an inventory that people copy, such as a path: as code, in which GitHub and GitLab look for no mentions.
 */
export function code(text: string): string {
  const content = inLog(shortened(text));
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // Markdown strips one space inside the fence on each side (CommonMark 6.1); it is needed where the text begins or
  // ends with a backtick.
  return longest === 0 ? `${fence}${content}${fence}` : `${fence} ${content} ${fence}`;
}

/**
 * The longest quoted text. Messages of sekisho are far shorter, but a name from an inventory may be as long as a file.
 */
const longestText = 1000;

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= longestText ? line : `${[...line.slice(0, longestText)].slice(0, -1).join('')}…`;
}
