/** About how many characters are written at once: fewer would take longer, more would have to be held. */
const longest = 1 << 18;

/**
 * Joins pieces of a text to chunks that are worth writing. What is short is one chunk.
 *
 * @param text whole or in pieces
 */
export function* chunksOf(text: string | Iterable<string>): Generator<string> {
  if (typeof text === 'string') {
    yield text;
    return;
  }
  let chunk: string[] = [];
  let length = 0;
  for (const piece of text) {
    chunk.push(piece);
    length += piece.length;
    if (length < longest) continue;
    yield chunk.join('');
    chunk = [];
    length = 0;
  }
  if (length > 0) yield chunk.join('');
}
