import { pageScript, pageStyle } from '../../../generated/report-page.ts';
import { sha256 } from '../../base/digest.ts';
import type { Language } from '../../base/localized.ts';
import type { Result } from '../../result/result.ts';
import { printable } from './printable.ts';
import { Html, html } from './template.ts';

/** What a page is made of. */
export interface DocumentParts {
  readonly language: Language;
  readonly tool: Result['tool'];
  readonly title: string;
  /** what stands at the head of every printed page, left and right */
  readonly running: readonly [left: string, right: string];
  readonly content: Html;
}

/**
 * A whole page in one file. It loads nothing, and its policy (Content Security Policy 3) names its own styles and
 * script by their digests: even a text that got through as markup could not run.
 */
export function documentOf({
  language,
  tool,
  title,
  running: [left, right],
  content,
}: DocumentParts): string {
  const running = `:root{--running-left:${cssString(left)};--running-right:${cssString(right)}}`;
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
${content}<script>${new Html(pageScript)}</script>
</body>
</html>
`.text;
}

/** A source expression of the policy: what is between the tags must be exactly this. */
function hash(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;
}

/** A text as a string of CSS, of which nothing but letters, digits and blanks stands as it is (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  const escaped = printable(text).replaceAll(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
