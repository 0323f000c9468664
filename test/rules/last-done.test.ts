import { describe, expect, it } from 'vitest';
import { judgedBy } from '../support/findings.ts';

const backup = 'technical/backup-tested';
const patches = 'technical/vulnerabilities-patched';
const body = 'organization: { name: 宿場町, complete: [systems] }\n';

const servers = (...fields: readonly string[]) =>
  `${body}systems:\n${fields
    .map((one, index) => `  - { id: サーバ${index + 1}, name: サーバ${index + 1}, type: server, ${one} }\n`)
    .join('')}`;

const verdicts = async (rule: string, inventory: string, parameters = '') =>
  (await judgedBy({ id: rule, parameters }, inventory)).map(
    ({ record, verdict }) => `${record.id} ${verdict}`,
  );

describe('what is to be done again and again', () => {
  const old = servers(
    'backup: { taken: true, lastTested: 2020-04-01 }, vulnerability: { lastPatched: 2020-04-01 }',
  );

  it.each([backup, patches])(
    '%s: is one review for the body where nobody sets an interval, and a fail where one is set',
    async (rule) => {
      const [found, ...others] = await judgedBy({ id: rule }, old);
      expect(others).toEqual([]);
      expect([found?.record.id, found?.verdict]).toEqual(['宿場町', 'review']);
      expect(found?.message).toContain('1件の情報システム（「サーバ1」）で');
      expect(found?.message).toContain('当年度又は前年度（既定値）');
      expect(found?.message).toContain('文書に定めがない');
      expect(await verdicts(rule, old, 'maxAge: P12M')).toEqual(['サーバ1 fail']);
    },
  );

  it.each([backup, patches])('%s: passes whatever the day where the day alone is asked for', async (rule) => {
    expect(await verdicts(rule, old, 'maxAge: null')).toEqual([]);
  });

  it('is a fail where it was never done, and unknown where nobody says', async () => {
    const inventory = servers(
      'backup: { taken: true, lastTested: false }, vulnerability: { lastPatched: false }',
      'backup: { taken: true }',
    );
    expect(await verdicts(backup, inventory)).toEqual(['サーバ1 fail', 'サーバ2 unknown']);
    expect(await verdicts(patches, inventory)).toEqual(['サーバ1 fail', 'サーバ2 unknown']);
  });

  it('is not asked of a system without backups, which another rule reports', async () => {
    expect(await verdicts(backup, servers('backup: { taken: false, lastTested: false }'))).toEqual([]);
  });
});
