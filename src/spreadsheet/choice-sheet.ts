import type { Sheet } from './workbook.ts';

/** What the hidden sheet is called that holds the words of drop-downs in workbooks of ours. */
export const choiceSheetName = '_choices';

/**
 * Whether a sheet is one of those. It is known by what it is: hidden, and each column a list of words from its first row on, with
 * no word twice; an office may call a register of its own so.
 */
export function isChoiceSheet({ name, hidden, rows, merges }: Sheet): boolean {
  const isCalledSo =
    name === choiceSheetName || new RegExp(`^${choiceSheetName} \\(\\d+\\)$`, 'u').test(name);
  if (!isCalledSo || hidden !== true || merges.length > 0) return false;
  const words = new Map<number, Set<string>>();
  for (const [index, { number, cells }] of rows.entries()) {
    if (number !== index + 1) return false;
    for (const [column, { text }] of cells) {
      const list = words.get(column) ?? new Set();
      if (list.size !== index || list.has(text)) return false;
      words.set(column, list.add(text));
    }
  }
  return words.size > 0;
}
