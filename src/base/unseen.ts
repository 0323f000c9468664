/**
 * Characters that a reader does not see, or that make them see something else than is there: controls but tab and line
 * feed, separators of lines and paragraphs, Unicode's Default_Ignorable_Code_Point (marks of direction, blanks without
 * width, fillers, tags, variation selectors), marks of annotations, lone surrogates and what is no character at all.
 *
 * What belongs to a sign that is seen is none of them, since names and texts are written with it: a variation selector
 * behind the ideograph that it varies (葛󠄀) or behind an emoji or keycap, and the joiner between two emoji.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFF9-\uFFFB\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}](?<!\p{Ideographic}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|\p{Extended_Pictographic}[\uFE0E\uFE0F]|[0-9#*]\uFE0F(?=\u20E3)|\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?\u200D(?=\p{Extended_Pictographic}))/gu;

/** Texts of characters that are all seen, as most are: what Japanese and English are written with. Told several times as fast. */
const seen = /^[\t\n -~\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

/** Writes every character that is not seen of a text in another way. */
export function replaceUnseen(text: string, write: (character: string) => string): string {
  return seen.test(text) ? text : text.replaceAll(unseen, write);
}
