import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, plain, shortened } from '../../../src/report/findings/sarif/texts.ts';
import { anyCharacter } from '../../support/made-up.ts';

const text = fc.string({ unit: anyCharacter });
// As SARIF 3.11.6 reads a message: a bracketed text, with escapes, right before a parenthesis.
const links = /\[((?:\\[\\[\]]|[^\\[\]])*)\]\(([^)]*)\)/g;

describe('the texts of a message', () => {
  it('make no link of what an inventory says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '\\', 'あ', '1') }), (written) => {
        expect(plain(written)).not.toMatch(links);
      }),
    );
  });

  it('make one link of a linked place, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '\\', 'あ', '1') }), (name) => {
        const [found, ...others] = [...`前 ${linkTo(7, name)} 後`.matchAll(links)];
        expect(others).toEqual([]);
        expect(found?.[2]).toBe('7');
        expect(found?.[1]?.replaceAll(/\\([\\[\]])/g, '$1')).toBe(name);
      }),
    );
  });

  it('are cut to a length without breaking a character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (long, limit) => {
        const cut = shortened(long, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (long.length <= limit) expect(cut).toBe(long);
        else expect(long.startsWith(cut.slice(0, -1))).toBe(true);
        expect(() => encodeURIComponent(cut)).not.toThrow();
      }),
    );
  });
});
