import { pageScript, pageStyle } from '../../../generated/report-page.ts';
import { sha256 } from '../../base/digest.ts';
import type { Language } from '../../base/localized.ts';
import type { Result } from '../../result/result.ts';
import { handlingLines } from './handling.ts';
import { printable } from './printable.ts';
import { type Content, Html, html } from './template.ts';

/** What a page is made of. */
export interface DocumentParts {
  readonly language: Language;
  readonly tool: Result['tool'];
  /** what says how the page is to be handled: it stands on every page */
  readonly cover: Result['cover'];
  readonly title: string;
  /** the header of every printed page, left and right */
  readonly running: readonly [left: string, right: string];
  readonly content: Html;
}

/**
 * A whole page in one file. It loads nothing, and its Content Security Policy 3 allows only its own styles and script,
 * by their digests: even if a text got in as markup, it could not run.
 */
export function documentOf({
  language,
  tool,
  cover,
  title,
  running: [left, right],
  content,
}: DocumentParts): Iterable<string> {
  const running = `:root{--running-left:${cssString(left)};--running-right:${cssString(right)};--running-mark:${cssString(handlingLines(cover, language).join('　'))}}`;
  const policy = `default-src 'none'; style-src ${hash(pageStyle)} ${hash(running)}; script-src ${hash(pageScript)}; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${tool.name} ${tool.version}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
<style>${new Html(running)}</style>
</head>
<body>
${handlingBar(cover, language)}${content}<script>${new Html(pageScript)}</script>
</body>
</html>
`.pieces();
}

/**
 * What stays in sight on a screen. On paper the foot of every page has it, by the margin boxes of CSS, or the head where a browser
 * knows none of them.
 */
function handlingBar(cover: Result['cover'], language: Language): Content {
  const lines = handlingLines(cover, language);
  if (lines.length === 0) return undefined;
  return html`<p class="handling" role="note">${lines.map((line) => html`<span>${line}</span>\n`)}</p>
`;
}

/** The source expression of an inline style or script: the digest of exactly what is between its tags. */
function hash(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;
}

/** A CSS string; all characters but letters, digits and blanks are escaped (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  const escaped = printable(text).replaceAll(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
