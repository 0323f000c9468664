import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const asked = async (policy: string, fields: string) => {
  const inventory = `services: [{ id: s, name: サービス, ${fields} }]\n`;
  const findings = await findingsOf('outsourcing/service-measures', policy, inventory);
  return findings.map(({ verdict }) => verdict);
};

describe('measures for an external service', () => {
  it.each(['isesaki', 'tokubetsuku'])('are asked under %s whatever it handles', async (policy) => {
    expect(await asked(policy, 'confidentiality: 1')).toEqual(['unknown']);
    expect(await asked(policy, 'confidentiality: 2')).toEqual(['unknown']);
    expect(await asked(policy, 'confidentiality: 2, controls: { audited: true }')).toEqual([]);
  });

  it('are asked in Minakami, which says apart what confidential information needs, only where there is none', async () => {
    expect(await asked('minakami', 'confidentiality: 1')).toEqual(['unknown']);
    expect(await asked('minakami', 'confidentiality: 2')).toEqual([]);
    expect(await asked('minakami', 'controls: { encryption: true }')).toEqual([]);
    expect(await asked('minakami', 'x-note: 等級なし')).toEqual(['unknown']);
  });
});
