import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uriOf } from '../../../src/report/findings/sarif/locations.ts';
import { anyCharacter } from '../../support/made-up.ts';

const name = fc.string({ unit: anyCharacter, minLength: 1 }).filter((part) => !part.includes('/'));

describe('the URI of a file', () => {
  it('has the characters of RFC 3986 alone, and leads back to the path', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (parts) => {
        const file = parts.join('/');
        const uri = uriOf(file);
        expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~!'()*/:]|%[0-9A-F]{2})+$/);
        const path = uri.startsWith('file:///') ? uri.slice('file:///'.length) : uri;
        expect(decodeURIComponent(path)).toBe(file);
      }),
    );
  });

  it.each([
    ['台帳 2026/第1回/a.yaml', '%E5%8F%B0%E5%B8%B3%202026/%E7%AC%AC1%E5%9B%9E/a.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['100%#1?.yaml', '100%25%231%3F.yaml'],
    ['/srv/台帳/a.yaml', 'file:///srv/%E5%8F%B0%E5%B8%B3/a.yaml'],
    ['C:/台帳/a.yaml', 'file:///C:/%E5%8F%B0%E5%B8%B3/a.yaml'],
    ['//server/台帳/a.yaml', 'file://server/%E5%8F%B0%E5%B8%B3/a.yaml'],
    ['\uD800.yaml', '%EF%BF%BD.yaml'],
  ])('of %s is %s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
  });
});
