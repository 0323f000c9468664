import { expect, test } from 'vitest';
import { relativeWithin, shownPath } from '../../src/base/paths.ts';

test.each([
  ['/work/a.yaml', '/work', 'a.yaml'],
  ['/work/台帳/a.yaml', '/work', '台帳/a.yaml'],
  ['/work/..a/b.yaml', '/work', '..a/b.yaml'],
  ['/other/a.yaml', '/work', '/other/a.yaml'],
  ['/worker/a.yaml', '/work', '/worker/a.yaml'],
  ['/a.yaml', '/', 'a.yaml'],
])('%s is shown in %s as %s', (file, directory, expected) => {
  expect(shownPath(file, directory)).toBe(expected);
});

test.each([
  ['/work', '/work', ''],
  ['/work', '/work/台帳/a.yaml', '台帳/a.yaml'],
  ['/work', '/work/..a', '..a'],
  ['/work', '/work/..', undefined],
  ['/work', '/worker', undefined],
  ['/work/台帳', '/work', undefined],
])('the way down from %s to %s is %s', (folder, place, expected) => {
  expect(relativeWithin(folder, place)).toBe(expected);
});
