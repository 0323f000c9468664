import { columns } from '../paper/columns.ts';
import { wrap } from '../paper/wrap.ts';

/** A text in so many lines at most, of like length, with an ellipsis where it is longer. */
export function fitted(text: string, width: number, lines: number): string[] {
  const all = wrap(text, width);
  if (all.length > lines) {
    let last = all[lines - 1] ?? '';
    while (columns(`${last}…`) > width) last = [...last].slice(0, -1).join('');
    return [...all.slice(0, lines - 1), `${last}…`];
  }
  const choices: string[][] = [];
  for (let narrow = Math.ceil(columns(text) / all.length); narrow <= width; narrow++) {
    const even = wrap(text, narrow);
    if (even.length === all.length) choices.push(even);
  }
  return choices.find((choice) => !choice.some(breaksWord)) ?? choices[0] ?? all;
}

/** Whether a line ends within a word of katakana. */
function breaksWord(line: string, index: number, lines: readonly string[]): boolean {
  return /[ァ-ヴー]$/.test(line) && /^[ァ-ヴー]/.test(lines[index + 1] ?? '');
}
