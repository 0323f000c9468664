import type { Language } from '../../base/localized.ts';
import { type Notice, noticeLevels } from '../../result/result.ts';
import { printable } from './printable.ts';

/**
 * Escapes a text for Markdown, including table cells: nothing in it formats, ends a cell or begins HTML (CommonMark
 * 2.4).
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll(/\s*[\r\n]+\s*/g, ' ')).replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

/** Escapes a text as a paragraph or list item: it cannot begin a list, a heading or code (CommonMark 4, 5). */
export function markdownParagraph(text: string): string {
  return escapeMarkdown(printable(text))
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
