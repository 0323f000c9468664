import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownTable } from '../../src/report/paper/markdown.ts';
import { anyCharacter } from '../support/made-up.ts';

describe('a text in Markdown', () => {
  it.each([
    ['情報資産の分類（機密性２）', '情報資産の分類（機密性２）'],
    ['**太字** `code` [a](b) ~~c~~', '\\*\\*太字\\*\\* \\`code\\` \\[a\\](b) \\~\\~\u200Bc\\~\\~'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['one |\r\n  two', 'one \\| two'],
    ['@org/team', '@\u200Borg/team'],
    ['https://a.example', 'https:\u200B//a.example'],
    ['R&D 5[1] 12:30:00', 'R\\&D 5\\[1\\] 12:30:00'],
    [':tada: {+ a +} [[b]]', ':\u200Btada: {\u200B+ a +} \\[\u200B\\[b\\]\\]'],
    ['\u001b[2J\u202e', '\\\\u{1b}\\[2J\\\\u{202e}'],
  ])('%j becomes %j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it('stays in its cell and on its line, and formats nothing', () => {
    const characters = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: fc.constantFrom(...'\\`*_[]<>|#~&$\r\n台') }),
    );
    fc.assert(
      fc.property(characters, (text) => {
        const bare = escapeMarkdown(text).replaceAll(/\\[\\`*_[\]<>|#~&$]/g, '');
        expect(bare).not.toMatch(/[\\`*_[\]<>|#~&$\r\n]/);
      }),
    );
  });
});

describe('a table in Markdown', () => {
  it('has a head, a rule and a line for each row', () => {
    expect(
      markdownTable(
        ['条項', '題名'],
        [
          ['1', '目的'],
          ['2', '定義'],
        ],
      ),
    ).toEqual(['| 条項 | 題名 |', '| --- | --- |', '| 1 | 目的 |', '| 2 | 定義 |']);
  });
});
