import type { Language } from '../../base/localized.ts';
import { type Notice, noticeLevels } from '../../result/result.ts';
import { oneLine } from './one-line.ts';

/**
 * Escapes a text for Markdown, including table cells: nothing in it formats, ends a cell or begins HTML (CommonMark
 * 2.4), and it links nothing and calls nobody. GitHub and GitLab look for names, numbers, addresses and signs of their
 * own after parsing the Markdown, where a backslash no longer helps (github/markup#1168), so a zero-width space parts
 * the sign from what follows.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll(calling, '$&\u200B')
    .replaceAll(/[\\`*_[\]<>|#~&$]/g, '\\$&');
}

// @name and user@host; #1, !1, &1, $1, %1 and ~1 (GitLab's other numbers), formulas; GH-1; https:// and www.; :emoji:;
// GitLab's [[page]], [vulnerability:1], *iteration:1, {+ inserted +} and [- deleted -].
const calling =
  /@|[#!%~](?=["\w])|&(?=\d)|\$(?=\S)|GH-(?=\d)|:(?=\/\/|(?:[+-]1|\d*[a-z_][\w+-]*):)|www(?=\.)|\[(?=[[+-]|\w+:)|\*(?=iteration:)|\{(?=[+-])/gi;

/** Escapes a text as a paragraph or list item: it cannot begin a list, a heading or code (CommonMark 4, 5). */
export function markdownParagraph(text: string): string {
  return escapeMarkdown(text)
    .trim()
    .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)])/, '\\');
}

/** A text as a code block of a language (CommonMark 4.5). */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table. The cells must be Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const noticeSigns = { warning: '⚠️', note: 'ℹ️' } as const;

/**
 * Notices, each as a block quote.
 *
 * @param write makes a text safe to stand in Markdown
 */
export function noticeLines(
  notices: readonly Notice[],
  language: Language,
  write: (text: string) => string = escapeMarkdown,
): string[] {
  return notices.flatMap(({ code, message }) => [
    `> ${noticeSigns[noticeLevels[code]]} ${write(message[language])}`,
    '',
  ]);
}
