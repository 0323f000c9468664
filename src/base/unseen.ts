import { once } from './once.ts';

/**
 * Characters that a reader does not see, or that make them see something else than is there: controls but tab and line
 * feed, separators of lines and paragraphs, Unicode's Default_Ignorable_Code_Point (marks of direction, blanks without
 * width, fillers, tags, variation selectors), marks of annotations, lone surrogates and what is no character at all.
 *
 * What belongs to a sign that is seen is none of them, since names and texts are written with it: a variation selector
 * behind the ideograph that it varies (葛󠄀) or behind an emoji or keycap, and the joiner between two emoji.
 */
const unseen = once(
  () =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFF9-\uFFFB\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}](?<!\p{Ideographic}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|\p{Extended_Pictographic}[\uFE0E\uFE0F]|[0-9#*]\uFE0F(?=\u20E3)|\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?\u200D(?=\p{Extended_Pictographic}))/gu,
);

/** Writes every character that is not seen of a text in another way. */
export function replaceUnseen(text: string, write: (character: string) => string): string {
  return certainlySeen.test(text) ? text : text.replaceAll(unseen(), write);
}

/** What nearly all texts are made of. What tells of all else takes long to compile and to run. */
const certainlySeen = /^[\t\n -~\u2010-\u2027\u2190-\u2bff\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;
