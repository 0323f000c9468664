import fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, it } from 'vitest';
import { everyYamlFile, folderOf, isPattern, matcherOf } from '../../src/tree/patterns.ts';

const step = fc.string({
  unit: fc.constantFrom(
    'a',
    '台',
    '.',
    'y',
    'Y',
    'm',
    'aml',
    'ML',
    '.yaml',
    '.YML',
    ' ',
    '\n',
    '*',
    '{',
    '[',
  ),
  minLength: 1,
  maxLength: 5,
});
const name = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));

it('finds YAML files without the library as with it, whatever they are called', async () => {
  const isWanted = await matcherOf([everyYamlFile]);
  const expected = picomatch(everyYamlFile, { flags: 's' });
  expect(isWanted('課/a.YML')).toBe(true);
  expect(isWanted('課/.a.yaml')).toBe(false);
  fc.assert(
    fc.property(name, (one) => isWanted(one) === expected(one)),
    { numRuns: 2000 },
  );
});

it('takes for a pattern what the library takes for one', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '/', '.', ...'*?[]{}()!+@|\\,-') });
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      expect(await isPattern(given)).toBe(picomatch.scan(given).isGlob === true);
    }),
    { numRuns: 2000 },
  );
});

it('begins in the folder that a pattern names', async () => {
  expect(await folderOf(everyYamlFile)).toBe('');
  expect(await folderOf('./台帳/*.yaml')).toBe('台帳');
});
