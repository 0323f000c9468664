/** A text says something that is left to the parser of all YAML, be it right or wrong. */
export class NotPlain extends Error {}

/**
 * Leaves a text to the parser of all YAML, which reads it from the beginning: it alone says what is wrong, so that there are no
 * two opinions.
 */
export function handOver(): never {
  throw new NotPlain();
}
