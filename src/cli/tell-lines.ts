import { defined } from '../base/defined.ts';
import { Sheet } from '../report/paper/sheet.ts';
import type { Io } from './io.ts';

/** Prints lines one below the other, broken at the width of the terminal; what goes on is set in by two from where it began. */
export function tellLines(lines: readonly string[], io: Io): void {
  const sheet = new Sheet({ color: 0, ...defined({ width: io.terminal?.columns }) });
  for (const line of lines) {
    const [indent = ''] = /^ */.exec(line) ?? [];
    sheet.paragraph(indent, line, undefined, indent.length + 2);
  }
  io.stdout(sheet.toString());
}
