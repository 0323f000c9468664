import { columns } from '../paper/columns.ts';
import { wrap } from '../paper/wrap.ts';

/** Breaks a text into at most so many lines of similar length; a longer text ends with an ellipsis. */
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
  // A shorter first line may end before the word.
  for (let first = Math.ceil(columns(text) / all.length); first > 1; first--) {
    const uneven = wrap(text, width, first);
    if (uneven.length === all.length) choices.push(uneven);
  }
  return choices.find((choice) => !choice.some(breaksWord)) ?? choices[0] ?? all;
}

/** Whether a line ends inside a word in katakana. */
function breaksWord(line: string, index: number, lines: readonly string[]): boolean {
  return /[ァ-ヴー]$/.test(line) && /^[ァ-ヴー]/.test(lines[index + 1] ?? '');
}
