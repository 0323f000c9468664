import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

/** What is suggested in place of the organ of one of three agencies. */
async function suggested(policy: string, organ: string): Promise<string | undefined> {
  const yaml = `organization:
  name: 宿場町
  agencies:
    - { id: office, name: 町長部局, organ: mayor }
    - { id: other, name: 議会事務局, organ: unlisted }
    - { id: board, name: ${organ}, organ: ${organ} }
`;
  const [finding] = await findingsOf('inventory/unknown-organ', policy, yaml);
  return /^(.*)ではありませんか。/u.exec(finding?.remedy ?? '')?.[1];
}

describe('A6: an organ that the policy does not know', () => {
  it.each(['教育委員会', '農業委員会', '選挙管理委員会', '教育委員会　'])(
    'A6: is led to the commissions where it is one: %s',
    async (organ) => {
      expect(await suggested('minakami', organ)).toBe('administrative-commissions（各行政委員会）');
    },
  );

  it('A6: is never led to one that the policy excludes', async () => {
    for (const organ of ['教育委員会所管', '学校', 'school', '町立学校'])
      expect(await suggested('minakami', organ)).toBeUndefined();
  });

  it('A6: is led to one that is near, as before', async () => {
    expect(await suggested('minakami', '町長')).toBe('mayor（町長部局）');
    expect(await suggested('isesaki', '教育委員会事務局')).toBe('board-of-education（教育委員会）');
  });
});
