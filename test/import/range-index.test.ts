import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressRange, containsRange, parseRange } from '../../src/base/addresses.ts';
import { RangeIndex } from '../../src/import/netbox/range-index.ts';

const range = (text: string): AddressRange => {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`${text} is no range`);
  return parsed;
};

/** Ranges of both families that often lie in one another. */
const prefixes = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.nat(255), fc.integer({ min: 0, max: 32 }))
    .map(([third, fourth, length]) => `10.0.${third}.${fourth}/${length}`),
  fc
    .tuple(fc.nat(3), fc.nat(65_535), fc.integer({ min: 0, max: 128 }))
    .map(([second, last, length]) => `fd00:${second}::${last.toString(16)}/${length}`),
);

describe('a range index', () => {
  it('finds the narrowest of the ranges that hold another, the first of equal ones', () => {
    const index = new RangeIndex<string>();
    for (const text of ['10.0.0.0/8', '10.10.0.0/16', '10.10.7.7/16', '0.0.0.0/0'])
      index.add(range(text), text);
    const found = (text: string) => index.narrowest(range(text));
    expect(found('10.10.3.4')).toBe('10.10.0.0/16');
    expect(found('10.10.0.0/16')).toBe('10.10.0.0/16');
    expect(found('10.10.0.0/15')).toBe('10.0.0.0/8');
    expect(found('192.168.1.1')).toBe('0.0.0.0/0');
    expect(found('::1')).toBeUndefined();
  });

  it('agrees with looking at every range', () => {
    fc.assert(
      fc.property(fc.array(prefixes), prefixes, (texts, wanted) => {
        const index = new RangeIndex<AddressRange>();
        const ranges = texts.map(range);
        for (const one of ranges) index.add(one, one);
        const inner = range(wanted);
        const [narrowest] = ranges
          .filter((one) => containsRange(one, inner))
          .toSorted((a, b) => Number(a.last - a.first - (b.last - b.first)));
        expect(index.narrowest(inner)).toEqual(narrowest);
      }),
    );
  });
});
