import { isUtf8 } from 'node:buffer';
import { defined } from '../base/defined.ts';
import type { YamlProblem } from './problem.ts';

/** A file's text, or the problem why it has none. A byte order mark is no part of the text. */
export interface DecodedText {
  readonly text: string;
  readonly problem?: YamlProblem;
}

/**
 * Reads bytes as UTF-8 (YAML 1.2 section 5.2; UTF-16 is allowed there but no editor of a register writes it
 * on purpose). Bytes in another encoding are a problem at the first one that is wrong, and nothing is read of them: a wrong
 * guess would put wrong names into an audit report. The text is only what a message about them may quote.
 */
export function decode(bytes: Uint8Array): DecodedText {
  if (isDocument(bytes))
    return { text: '', problem: { code: 'encoding', start: 0, end: 1, likely: 'document' } };
  if (isUtf8(bytes))
    return {
      text: withoutByteOrderMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')),
    };
  const likely = likelyEncoding(bytes);
  const text = withoutByteOrderMark(readably(bytes, likely));
  const start = Math.max(0, text.search(wrongIn[likely ?? 'unknown']));
  return { text, problem: { code: 'encoding', start, end: start + 1, ...defined({ likely }) } };
}

function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Whether the first bytes are those of Excel and Word files, new (a ZIP archive) or old (a compound file). */
function isDocument(bytes: Uint8Array): boolean {
  return ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));
}

/** What is wrong first: of UTF-16 it is all, and what is no letter of ASCII is what differs elsewhere. */
const wrongIn = { unknown: /\uFFFD/, shift_jis: /[^\0-\x7f]/, 'utf-16': /^/ };

/** The text for a message to quote; nothing of it is taken for what the file says. */
function readably(bytes: Uint8Array, likely: 'shift_jis' | 'utf-16' | undefined): string {
  const isBigEndian = bytes[0] === 0xfe;
  const encoding = likely === 'utf-16' ? `utf-16${isBigEndian ? 'be' : 'le'}` : (likely ?? 'utf-8');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function likelyEncoding(bytes: Uint8Array): 'shift_jis' | 'utf-16' | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16';
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return 'shift_jis';
  } catch {
    return undefined;
  }
}
