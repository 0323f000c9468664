import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const inventory = (service: string, level: string, more = '') => `organization: { name: 宿場町 }
assets:
  - { id: a, name: 相談記録, form: electronic, service: s${level === '' ? '' : `, classification: { confidentiality: ${level} }`}${more} }
services:
  - { id: s, name: LINE公式, ${service} }
`;

const told = async (rule: string, yaml: string, policy = 'minakami') =>
  (await findingsOf(rule, policy, yaml)).map(({ record, verdict }) => `${record.id} ${verdict}`);

describe('A16: a service has the highest level of what it handles', () => {
  const sns = 'outsourcing/sns-no-confidential';

  it('A16: whatever lower one it states itself, on social media', async () => {
    const [finding] = await findingsOf(sns, 'minakami', inventory('type: sns, confidentiality: 1', '3'));
    expect(finding).toMatchObject({ verdict: 'fail', record: { id: 's' } });
    expect(finding?.message).toContain('「3」の「相談記録」');
    expect(await told(sns, inventory('type: sns, confidentiality: 1', '1'))).toEqual([]);
    expect(await told(sns, inventory('type: sns, confidentiality: 3', '1'))).toEqual(['s fail']);
  });

  it.each([
    'outsourcing/service-audited',
    'outsourcing/service-encryption',
    'outsourcing/service-access-control',
  ])('A16: and is asked %s for it', async (rule) => {
    expect(await told(rule, inventory('type: cloud, confidentiality: 1', '3'))).toEqual(['s unknown']);
    expect(await told(rule, inventory('type: cloud, confidentiality: 1', '1'))).toEqual([]);
  });

  it('A16: which leaves open what an asset without a readable level comes to, unless its own decides', async () => {
    const open = await findingsOf(sns, 'minakami', inventory('type: sns, confidentiality: 1', ''));
    expect(open).toMatchObject([{ verdict: 'unknown' }]);
    expect(open[0]?.remedy).toContain('「相談記録」の classification.confidentiality');
    for (const level of ['', '秘'])
      expect(await told(sns, inventory('type: sns, confidentiality: 2', level))).toEqual(['s fail']);
  });

  it('A16: which an asset that may be disposed of leaves open, too', async () => {
    const undated = ', disposal: { method: overwrite }';
    const open = await findingsOf(sns, 'minakami', inventory('type: sns, confidentiality: 1', '3', undated));
    expect(open).toMatchObject([{ verdict: 'unknown' }]);
    expect(open[0]?.remedy).toContain('disposal.date');
    const gone = ', disposal: { date: 2026-05-01 }';
    expect(await told(sns, inventory('type: sns, confidentiality: 1', '3', gone))).toEqual([]);
  });
});
