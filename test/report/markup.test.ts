import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../src/report/paper/markup.ts';
import { anyCharacter } from '../support/made-up.ts';

describe('a text in HTML or XML', () => {
  it.each([
    ['住民基本台帳（第１版）・〒', '住民基本台帳（第１版）・〒'],
    ['𠮷野家 😀 café', '𠮷野家 😀 café'],
    ['<script>alert("1")</script>', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'],
    ["R&D's", 'R&amp;D&apos;s'],
    ['&lt;', '&amp;lt;'],
    ['one\ttwo\nthree', 'one\ttwo\nthree'],
    ['\u0000\u0007\u001b[2J\u202e', '\\u{0}\\u{7}\\u{1b}[2J\\u{202e}'],
    ['a\u200bb\ufeffc', 'a\\u{200b}b\\u{feff}c'],
    ['##[error]x ##vso[task.complete]', '&#35;#[error]x &#35;#vso[task.complete]'],
    ['\ud800 \udc00 \uffff', '\\u{d800} \\u{dc00} \\u{ffff}'],
  ])('%j becomes %j', (text, escaped) => expect(escapeMarkup(text)).toBe(escaped));

  const anything = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom(...`<>&"';#x台帳\u0000\u001b\ud800\udc00`) }),
  );

  it('holds nothing that begins or ends a tag, an attribute or an entity, and nothing that XML forbids', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos|#35);)/);
        // XML 1.0, production 2.
        expect(escaped).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
      }),
    );
  });

  it('reads back as it was, where it can be shown at all', () => {
    const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    const visible = fc.string({ unit: fc.constantFrom(...'<>&"\';#x住民基本台帳é😀 \n') });
    fc.assert(
      fc.property(visible, (text) => {
        expect(escapeMarkup(text).replaceAll(/&(\w+);/g, (_, name) => named[name] ?? '')).toBe(text);
      }),
    );
  });
});
