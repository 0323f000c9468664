import { describe, expect, it } from 'vitest';
import { tryOut } from '../support/fuzz/invariants.ts';

/** What made-up inputs broke once, cut down to what did it. */
const cases: Readonly<Record<string, { files: Record<string, string>; shuffled?: Record<string, string> }>> =
  {
    'an agency without id and name': { files: { 'a.yaml': 'organization: { name: 市, agencies: [{}] }\n' } },
    'records without id and name, in another order': {
      files: { 'a.yaml': 'attestations:\n  - { clause: "6(5)[2]" }\n  - { clause: "4)[1]", by: 課長 }\n' },
      shuffled: { 'a.yaml': 'attestations:\n  - { clause: "4)[1]", by: 課長 }\n  - { clause: "6(5)[2]" }\n' },
    },
    'a mistake that several records merge, in another order': {
      files: {
        'a.yaml':
          'x-d: &d { form: papre }\nassets:\n  - { id: a, name: A, <<: *d }\n  - { id: b, name: B, <<: *d }\n',
      },
      shuffled: {
        'a.yaml':
          'x-d: &d { form: papre }\nassets:\n  - { id: b, name: B, <<: *d }\n  - { id: a, name: A, <<: *d }\n',
      },
    },
  };

describe('what made-up inputs broke once holds', () => {
  it.each(Object.entries(cases))('%s', async (_, { files, shuffled }) => {
    for (const policy of ['minakami', 'isesaki', 'kumagaya', 'tokubetsuku']) {
      const { breaks } = await tryOut({ files, policy: [policy], ...(shuffled && { shuffled }) });
      expect(breaks, policy).toEqual([]);
    }
  });
});
