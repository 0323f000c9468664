import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/base/json.ts';
import { replaceUnseen } from '../../src/base/unseen.ts';
import { hostileStrings, ordinaryTexts } from '../support/hostile-strings.ts';
import { anyCharacter } from '../support/made-up.ts';

const shown = (text: string) =>
  replaceUnseen(text, (character) => `<${character.codePointAt(0)?.toString(16)}>`);

describe('what is hidden in a text', () => {
  it.each([
    ['controls', 'a\u0000b\u001b[2Jc\u007fd\u009be\u0085f', 'a<0>b<1b>[2Jc<7f>d<9b>e<85>f'],
    ['marks of direction', 'a\u202eb\u2066c\u200fd\u061ce', 'a<202e>b<2066>c<200f>d<61c>e'],
    ['what takes no room', 'a\u200bb\u2060c\ufeffd\u00ade\u034ff', 'a<200b>b<2060>c<feff>d<ad>e<34f>f'],
    ['fillers', 'a\u3164b\u115fc\uffa0d', 'a<3164>b<115f>c<ffa0>d'],
    ['tags', '🏴\u{e0067}\u{e007f}', '🏴<e0067><e007f>'],
    ['ends of lines that editors do not show', 'a\u2028b\u2029c', 'a<2028>b<2029>c'],
    [
      'halves of pairs, and what is no character',
      'a\ud800b\uffffc\ufdd0d\u{1fffe}',
      'a<d800>b<ffff>c<fdd0>d<1fffe>',
    ],
    ['selectors that vary nothing', 'a\ufe0fb\u{e0100}1\ufe0f', 'a<fe0f>b<e0100>1<fe0f>'],
    ['more selectors than one', '葛\u{e0100}\u{e0101}❤\ufe0f\ufe0f', '葛\u{e0100}<e0101>❤\ufe0f<fe0f>'],
    ['joiners that join no emoji', 'a\u200db👨\u200dc\u200d👩', 'a<200d>b👨<200d>c<200d>👩'],
  ])('is %s', (_, text, expected) => expect(shown(text)).toBe(expected));

  it.each(ordinaryTexts.map((text) => [text]))('is nothing in “%s”', (text) =>
    expect(shown(text)).toBe(text),
  );

  it('is every character that Unicode says is not seen, tabs and ends of lines apart', () => {
    const hidden = /[\p{Cc}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u;
    const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const notFound = characters.filter((one) => hidden.test(one) && shown(one) === one);
    expect(notFound).toEqual(['\t', '\n']);
  });

  it('is no end of a line and no tab', () => expect(shown('a\n\tb')).toBe('a\n\tb'));
});

describe('JSON', () => {
  const texts = [...Object.values(hostileStrings).flat(), ...ordinaryTexts];

  it('shows all that is in a text, and gives the text as it was', () => {
    for (const text of texts) {
      const json = jsonText({ [text]: [text] });
      expect(shown(json)).toBe(json);
      expect(json).not.toMatch(/##\w*\[/);
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
    }
    expect(jsonText(['\u009b\u202e\uffff\u{e0041} ##[x]'])).toBe(
      '["\\u009b\\u202e\\uffff\\udb40\\udc41 \\u0023#[x]"]',
    );
    expect(jsonText(ordinaryTexts)).toBe(JSON.stringify(ordinaryTexts));
  });

  it('gives any text as it was, indented or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(JSON.parse(jsonText([text], 2))).toEqual([text]);
      }),
    );
  });
});
