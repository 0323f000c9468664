import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExample } from '../support/mutate.ts';
import {
  ClauseStates,
  isGreen,
  judgedExamples,
  reasonFor,
  type StatedField,
  statedFields,
  without,
} from '../support/removals.ts';

/**
 * What nobody wrote is never met or attested: an example that lacks one field more answers no clause more. Some fields are
 * tried in each run; all of them where ALL_REMOVALS is set, which takes a quarter of an hour.
 */
const all = (process.env['ALL_REMOVALS'] ?? '') !== '';

describe('a removed field', () => {
  it.each(judgedExamples)(
    'raises no clause of %s under %s to met or attested',
    async (example, policy) => {
      const content = readExample(example);
      const fields = statedFields(content);
      await ClauseStates.within(example, policy, async (states) => {
        const before = await states.of(content);
        const raisedBy = async (field: StatedField): Promise<string[]> => {
          const after = await states.of(without(content, field));
          return [...after]
            .filter(([ref, status]) => isGreen(status) && !isGreen(before.get(ref)))
            .filter(([ref]) => reasonFor(field, before.get(ref)) === undefined)
            .map(([ref, status]) => `${ref}: ${before.get(ref)} → ${status} without ${placeOf(field)}`);
        };
        if (all) {
          const raised: string[] = [];
          for (const field of fields) raised.push(...(await raisedBy(field)));
          expect(raised).toEqual([]);
          return;
        }
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...fields), async (field) => {
            expect(await raisedBy(field)).toEqual([]);
          }),
          { numRuns: 40 },
        );
      });
    },
    1_800_000,
  );
});

function placeOf({ section, record, field }: StatedField): string {
  return `${section}/${record} ${field}`;
}
