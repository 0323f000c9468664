import type { Language } from '../../base/localized.ts';
import { type Notice, noticeLevels } from '../../result/result.ts';
import { printable } from './printable.ts';

/** Makes a text safe to stand in Markdown, in a table too: what would format, end a cell or begin HTML (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll(/\s*[\r\n]+\s*/g, ' ')).replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

/** Makes a text safe to be a paragraph or an item of a list: it does not begin a list, a heading or code (CommonMark 4, 5). */
export function markdownParagraph(text: string): string {
  return escapeMarkdown(printable(text))
    .trim()
    .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)])/, '\\');
}

/** Shows a text as it is, as code of a language (CommonMark 4.5). */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table. Its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const noticeSigns = { warning: '⚠️', note: 'ℹ️' } as const;

/**
 * What must be known before the rest is read, each as a quotation of its own.
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
