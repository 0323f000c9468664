import { expect, it } from 'vitest';
import { listSections } from '../../generated/records.ts';
import { builtInPolicyIds } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** A list that somebody has begun: of what is in it there is not even a name. */
const begun = listSections
  .map((section) => `${section}:\n  - {}\n  - { id: ${section}-1 }\n  - { name: 名 }\n`)
  .join('');

it.each(builtInPolicyIds)(
  'records of which nothing is written are judged under %s like any others',
  async (policy) => {
    await inFolder({ 'a.yaml': begun }, async (directory) => {
      const argv = ['check', 'a.yaml', '-p', policy, '--as-of', '2026-11-20', '-f', 'json'];
      const { code, stderr } = await sekisho(argv, { directory });
      expect([code, stderr]).toEqual([1, '']);
    });
  },
);
