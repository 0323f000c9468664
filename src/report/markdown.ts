import { printable } from './printable.ts';

/** Makes a text safe to stand in Markdown, in a table too: what would format, end a cell or begin HTML (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll(/\s*[\r\n]+\s*/g, ' ')).replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

/** A table. Its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
