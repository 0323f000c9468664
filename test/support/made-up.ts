import fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

/** Any character of Unicode but one half of a pair. */
const character = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map((index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count));

/**
 * A character for texts of any kind, with ASCII more often than not, so that words like `__proto__` are tried as well.
 * fast-check's own `binary` is the same, but takes two seconds to make ready in every process.
 */
export const anyCharacter = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map(
    (code) => String.fromCharCode(code),
    (text) => (text as string).charCodeAt(0),
  ),
  character,
);
