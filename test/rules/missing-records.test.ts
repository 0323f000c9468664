import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const city = 'organization: { name: 関所市 }\n';

describe.each([
  [
    'operations/incident-plan',
    'documents: [{ id: d, name: 対応計画 }]',
    'あれば documents に type を incident-plan、施行日を adopted として書き、なければ organization.complete に documents を加えてください。',
    'documents: [{ id: d, name: 対応計画, type: incident-plan, adopted: 2026-04-01 }]',
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

describe('a remedy for what is not stated', () => {
  it('names the field that is missing where the rule speaks of another', async () => {
    const yaml = `segments: [{ id: lan, name: 庁内, layer: lgwan }]
connections: [{ id: c, name: 回線, from: lan }]
`;
    const [finding] = await findingsOf('technical/external-connection-monitored', 'minakami', yaml);
    expect(finding?.message).toBe('「回線」は to が台帳に書かれていません。');
    expect(finding?.remedy).toMatch(/^to を書いてください。/);
  });

  it('says what may be written, with blanks where Japanese has them', async () => {
    const yaml = 'systems: [{ id: s, name: 機器, mail: { spamFilter: 2026-04-01 } }]\n';
    const [type] = await findingsOf('technical/mfp-managed', 'minakami', yaml);
    expect(type?.remedy).toMatch(/^type に server・.*・storage のいずれかを書いてください。/);
    const [wrong] = await findingsOf('inventory/schema', 'minakami', yaml);
    expect(wrong?.message).toContain('spamFilter に true か false ではなく「2026-04-01」');
    expect(wrong?.remedy).toBe('true か false を書いてください。');
  });
});
