import { type Limits, limitOf } from '../base/limits.ts';
import { LocatedLimitError } from './composition.ts';

/**
 * A text is read as a whole, so what is far too much is counted before. Each value follows a line break, a comma or
 * a bracket, or one of them and a line break; dashes, question marks and colons begin others on the same line, where there are
 * more of them than an item that is a pair (`- key: value`) has.
 *
 * @throws LocatedLimitError where there are more values than the limit allows
 */
export function refuseManyValues(text: string, limits: Limits): void {
  const limit = limitOf('values', limits);
  if (text.length <= limit.most) return;
  let count = 0;
  let marks = 0;
  let separator = -2;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 45 || code === 58 || code === 63) {
      // - : ?
      if (!isBlankOrBreak(text.charCodeAt(at + 1)) || ++marks <= marksOfPair) continue;
    } else if (isBreak(code) || code === 44 || code === 91 || code === 123) {
      // , [ {
      const isCounted = isBreak(code) && separator === at - 1;
      marks = 0;
      separator = code === 10 ? -2 : at;
      if (isCounted) continue;
    } else continue;
    if (++count > limit.most) throw new LocatedLimitError(limit, at);
  }
}

const marksOfPair = 2;

function isBlankOrBreak(code: number): boolean {
  return code === 32 || code === 9 || isBreak(code);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
