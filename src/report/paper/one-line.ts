import { printable } from './printable.ts';

const breaks = /[\r\n\t]/;

/** Text from an inventory on one line, safe to print. On a line of its own it could pass for output of sekisho. */
export function oneLine(text: string): string {
  if (!breaks.test(text)) return printable(text);
  const lines = text.split(/[\r\n]+/);
  const joined = lines.length === 1 ? text : lines.map((line) => line.trim()).join(' ');
  return printable(joined.replaceAll('\t', ' '));
}

/** A path at the beginning of a line, written so that no file name can begin a workflow command or look indented. */
export function pathAsLine(path: string): string {
  const line = oneLine(path);
  return /^(?:\s|::)/.test(line) ? `./${line}` : line;
}
