import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { resolvePlain } from '../../src/yaml/core-schema.ts';

test('what begins like a number means what js-yaml says', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0019+-..eExoabinfNA_'), minLength: 1, maxLength: 7 });
  const written = fc.oneof(
    signs,
    fc.double().map(String),
    fc.constantFrom('2026-11-20', '10.0.0.1', '-.inf', '+.5e-3'),
  );
  fc.assert(
    fc.property(written, (text) => {
      // A dash alone is no value.
      fc.pre(text !== '-');
      const value = load(`[ ${text} ]`, { schema: CORE_SCHEMA }) as unknown[];
      expect([text, resolvePlain(text)]).toEqual([text, value[0]]);
    }),
    { numRuns: 1500 },
  );
});
