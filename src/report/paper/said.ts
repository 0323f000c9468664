import type { Language, Localized } from '../../base/localized.ts';
import { type Content, html } from './template.ts';

/**
 * A text of a page, with what is Japanese alone in it marked as such on a page in another language (WCAG 3.1.2), so that
 * it is read out, broken and set as Japanese. What has no Japanese letter reads alike in every language.
 *
 * @param quoted texts in Japanese alone that a sentence may quote
 */
export function said(text: Localized | string, language: Language, quoted: readonly string[] = []): Content {
  if (typeof text !== 'string') {
    const { only = language } = text;
    return said(text[language], language, only === language ? [] : [text[language]]);
  }
  if (language === 'ja' || quoted.length === 0) return text;
  return partsOf(text, quoted).map((part) =>
    part.isQuoted ? html`<span lang="ja">${part.text}</span>` : part.text,
  );
}

/** A sentence in parts: the Japanese texts that it quotes, and what stands between them. */
export function partsOf(
  sentence: string,
  quoted: readonly string[],
): readonly { readonly text: string; readonly isQuoted: boolean }[] {
  const parts: { text: string; isQuoted: boolean }[] = [];
  for (let rest = sentence; rest !== ''; ) {
    const { at, found } = firstIn(rest, quoted);
    if (at > 0) parts.push({ text: rest.slice(0, at), isQuoted: false });
    if (found !== '') parts.push({ text: found, isQuoted: true });
    rest = rest.slice(at + found.length);
  }
  return parts;
}

/** The first of several texts that stands in a sentence; of two that begin at one place, the longer. */
function firstIn(
  sentence: string,
  quoted: readonly string[],
): { readonly at: number; readonly found: string } {
  let first = { at: sentence.length, found: '' };
  for (const text of quoted) {
    const at = sentence.indexOf(text);
    const isFirst = at < first.at || (at === first.at && text.length > first.found.length);
    if (at >= 0 && isFirst && japanese.test(text)) first = { at, found: text };
  }
  return first;
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
