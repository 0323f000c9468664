import { CHOMPING_MODE, SCALAR_STYLE } from 'js-yaml';
import { endOfPrintable, endOfText, isBreak } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { PlainNodes } from './nodes.ts';
import { handOver } from './not-plain.ts';
import { scalarValue } from './scalar.ts';

/**
 * Reads a text of several lines whose `|` or `>` stands at the cursor, which goes to the next line that says something else.
 *
 * @param indent how far its lines are indented at least
 */
export function readBlockScalar(nodes: PlainNodes, indent: number): string {
  const { cursor } = nodes;
  const start = cursor.at;
  const style = cursor.code(start) === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  cursor.at++;
  const chomping = readChomping(cursor);
  if (!cursor.endsLine()) handOver();
  cursor.endLine();
  const valueStart = cursor.at;
  const { width, end } = passLines(cursor, indent);
  nodes.pushText(start, end);
  return scalarValue(cursor.text, { valueStart, valueEnd: end, style, chomping, indent: width });
}

function readChomping(cursor: Cursor): (typeof CHOMPING_MODE)[keyof typeof CHOMPING_MODE] {
  const code = cursor.code(cursor.at);
  if (code !== 43 && code !== 45) return CHOMPING_MODE.CLIP;
  cursor.at++;
  return code === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
}

/** @returns how far the lines are indented, and where the last one ends */
function passLines(cursor: Cursor, indent: number): { readonly width: number; readonly end: number } {
  let width = -1;
  let widestBlank = 0;
  let end = cursor.at;
  for (;;) {
    const lineStart = cursor.at;
    const code = cursor.skipBlanks();
    const column = cursor.at - lineStart;
    if (code === endOfText) {
      if (column > width) end = cursor.at;
      break;
    }
    if (isBreak(code)) {
      widestBlank = Math.max(widestBlank, width < 0 ? column : 0);
    } else {
      if (width < 0) width = column >= indent && column >= widestBlank && code !== 9 ? column : handOver();
      if (column < width) {
        if (code === 9) handOver();
        cursor.at = lineStart;
        break;
      }
      passPrintable(cursor);
    }
    cursor.endLine();
    end = cursor.at;
  }
  if (width < 0) handOver();
  cursor.toContent();
  return { width, end };
}

function passPrintable(cursor: Cursor): void {
  const { text } = cursor;
  let at = cursor.at;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) break;
    if (code >= 128) at = endOfPrintable(text, at);
    else if ((code < 32 && code !== 9) || code === 127) handOver();
    else at++;
  }
  cursor.at = at;
}
