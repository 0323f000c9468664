import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const city = 'organization: { name: 関所市 }\n';

describe.each([
  [
    'operations/incident-plan',
    'documents: [{ id: d, name: 対応計画 }]',
    'あれば documents に type を incident-plan として書き、なければ organization.complete に documents を加えてください。',
    'documents: [{ id: d, name: 対応計画, type: incident-plan }]',
  ],
  [
    'evaluation/audit-performed',
    'audits: [{ id: a, name: 点検, type: self-inspection, date: 2026-06-01 }]',
    'あれば audits に type を internal 又は external として書き、なければ organization.complete に audits を加えてください。',
    'audits: [{ id: a, name: 監査, type: external, date: 2026-06-01 }]',
  ],
])('%s', (rule, without, remedy, mended) => {
  it('is met by doing what its remedy says', async () => {
    expect(
      (await findingsOf(rule, 'isesaki', `${city}${without}\n`)).map((finding) => finding.remedy),
    ).toEqual([remedy]);
    expect(await findingsOf(rule, 'isesaki', `${city}${mended}\n`)).toEqual([]);
  });
});
