import { escapeMarkdown } from '../../paper/markdown.ts';
import { oneLine } from '../../paper/one-line.ts';

/**
 * Text from an inventory as it may stand in a comment: one line, of a bearable length, nothing in it formats, links
 * or calls anybody. GitHub and GitLab look for names, numbers of issues and addresses after the Markdown is read, where
 * a backslash no longer helps (github/markup#1168), so a space without width keeps the sign from what follows.
 */
export function quoted(text: string): string {
  return escapeMarkdown(shortened(text).replaceAll(calling, '$&\u200B'));
}

/** Text from an inventory, such as a path, to be copied as it is; in code nothing is looked for. */
export function code(text: string): string {
  const content = shortened(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // A blank inside the fence on both sides is dropped (CommonMark 6.1); there must be one where a backtick stands.
  return longest === 0 ? `${fence}${content}${fence}` : `${fence} ${content} ${fence}`;
}

// @name and user@host; #1, !1, &1, $1, %1 and ~1 (GitLab's other numbers); GH-1; https:// and www.
const calling = /@|[#!&$%~](?=["\w])|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi;

/** No sentence of ours comes near it; a name may be as long as a file. */
const longestText = 1000;

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= longestText ? line : `${[...line.slice(0, longestText)].slice(0, -1).join('')}…`;
}
