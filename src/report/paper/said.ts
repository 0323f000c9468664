import { groupBy } from '../../base/groups.ts';
import type { Language, Localized } from '../../base/localized.ts';
import { type Content, html } from './template.ts';

/** Texts in Japanese alone that sentences may quote, by their first character, the longest first. */
export type Quotes = ReadonlyMap<string, readonly string[]>;

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What has no Japanese letter reads alike in every language, and is left out. */
export function quotesOf(texts: Iterable<string>): Quotes {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length);
  return groupBy(
    longestFirst.filter((text) => japanese.test(text)),
    (text) => text.charAt(0),
  );
}

const nothing: Quotes = new Map();

/**
 * A text of a page, with what is Japanese alone in it marked as such on a page in another language (WCAG 3.1.2), so that
 * it is read out, broken and set as Japanese.
 */
export function said(text: Localized | string, language: Language, quotes: Quotes = nothing): Content {
  if (typeof text !== 'string') {
    const { only } = text;
    if (only === undefined) return said(text[language], language, quotes);
    return said(text[language], language, only === language ? nothing : quotesOf([text[language]]));
  }
  if (language === 'ja' || quotes.size === 0) return text;
  return partsOf(text, quotes).map((part) =>
    part.isQuoted ? html`<span lang="ja">${part.text}</span>` : part.text,
  );
}

/** A sentence in parts: the Japanese texts that it quotes, and what stands between them. */
export function partsOf(
  sentence: string,
  quotes: Quotes,
): readonly { readonly text: string; readonly isQuoted: boolean }[] {
  const parts: { text: string; isQuoted: boolean }[] = [];
  let from = 0;
  const upTo = (end: number) => {
    if (end > from) parts.push({ text: sentence.slice(from, end), isQuoted: false });
  };
  for (let at = 0; at < sentence.length; at++) {
    const found = quotes.get(sentence.charAt(at))?.find((text) => sentence.startsWith(text, at));
    if (found === undefined) continue;
    upTo(at);
    parts.push({ text: found, isQuoted: true });
    from = at + found.length;
    at = from - 1;
  }
  upTo(sentence.length);
  return parts;
}
