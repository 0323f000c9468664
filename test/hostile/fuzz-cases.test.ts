import { describe, expect, it } from 'vitest';
import { builtInPolicyIds } from '../../src/policy/load.ts';
import { tryOut } from '../support/fuzz/invariants.ts';

const asset = 'assets:\n  - { id: old-drawings, name: 旧庁舎設計図, manager: false }\n';

function exception(id: string, more = 'approved: 2026-04-01'): string {
  const of = 'rules: [classification/manager-assigned], records: [old-drawings]';
  const by = 'applicant: 総務課長, approver: 最高情報セキュリティ責任者';
  return `  - { id: ${id}, name: ${id}, ${of}, reason: 移管するまで所管課が決まらない, ${by}, ${more} }\n`;
}

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
    'a date that is none and that several records share, in another order': {
      files: {
        'a.yaml': `x-d: &d { expires: 2026-02-30 }\n${asset}exceptions:\n${exception('b', 'approved: false, <<: *d')}${exception('a', 'approved: false, <<: *d')}`,
      },
      shuffled: {
        'a.yaml': `x-d: &d { expires: 2026-02-30 }\n${asset}exceptions:\n${exception('a', 'approved: false, <<: *d')}${exception('b', 'approved: false, <<: *d')}`,
      },
    },
    'a record without an id that has the id of another for its name, in another order': {
      files: {
        'a.yaml':
          'assets:\n  - { id: a, name: A, manager: false, system: x }\n  - { name: a, form: papre, manager: false }\n',
      },
      shuffled: {
        'a.yaml':
          'assets:\n  - { name: a, form: papre, manager: false }\n  - { id: a, name: A, manager: false, system: x }\n',
      },
    },
    'segments that overlap, one without an id, in another order': {
      files: {
        'a.yaml':
          'segments:\n  - { id: a, name: A, cidr: [10.0.0.0/8] }\n  - { name: B, cidr: [10.1.0.0/16] }\n',
      },
      shuffled: {
        'a.yaml':
          'segments:\n  - { name: B, cidr: [10.1.0.0/16] }\n  - { id: a, name: A, cidr: [10.0.0.0/8] }\n',
      },
    },
    'a body whose name has several lines': {
      files: { 'a.yaml': 'organization: { name: "一行目\\n二行目" }\n' },
    },
    'two exceptions for the same, in another order': {
      files: { 'a.yaml': `${asset}exceptions:\n${exception('例外-1')}${exception('例外-2')}` },
      shuffled: { 'a.yaml': `${asset}exceptions:\n${exception('例外-2')}${exception('例外-1')}` },
    },
  };

/** Under all that come built in at once in each run of all tests, and under each by itself where SEKISHO_FULL asks for it. */
const policies =
  (process.env['SEKISHO_FULL'] ?? '') === ''
    ? [builtInPolicyIds]
    : [builtInPolicyIds, ...builtInPolicyIds.map((id) => [id])];

describe('what made-up inputs broke once holds', () => {
  it.each(Object.entries(cases))('%s', async (_, { files, shuffled }) => {
    for (const policy of policies) {
      const { breaks } = await tryOut({ files, policy, ...(shuffled && { shuffled }) });
      expect(breaks, policy.join(' ')).toEqual([]);
    }
  });
});
