import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const organization = (more: string) => `organization:
  name: 関所市
  agencies: [{ id: office, name: 市長部局, organ: mayor }]
${more}`;

const some = '  roles: [{ role: audit-lead, post: 監査委員事務局長 }]\n';

describe('a role that somebody should hold', () => {
  it.each([
    ['organization/ciso-appointed', 'kumagaya', 2],
    ['organization/structure-complete', 'isesaki', 2],
    ['organization/roles-held', 'minakami', 2],
    ['organization/incident-contact', 'isesaki', 1],
  ])(
    'is asked for by %s, and missed once the roles are declared whole or none',
    async (rule, policy, count) => {
      const verdicts = async (more: string) =>
        (await findingsOf(rule, policy, organization(more))).map(({ verdict }) => verdict);
      const [missed] = await verdicts(`  complete: [roles]\n${some}`);
      expect(missed).toMatch(/^(?:fail|review)$/);
      expect(await verdicts('')).toEqual(['unknown']);
      expect(await verdicts(some)).toEqual(Array(count).fill('unknown'));
      expect(await verdicts(`  complete: [documents]\n${some}`)).toEqual(Array(count).fill('unknown'));
      expect(await verdicts(`  complete: [roles]\n${some}`)).toEqual(Array(count).fill(missed));
      expect(await verdicts('  roles: []\n')).toEqual(Array(count).fill(missed));
    },
  );

  it('is told with what to write in either case', async () => {
    const [finding] = await findingsOf('organization/roles-held', 'minakami', organization(some));
    expect(finding).toMatchObject({
      message: '「関所市」は統括情報セキュリティ責任者を organization.roles に載せていません。',
      remedy:
        '定めていれば organization.roles に role を general-security-officer として載せ、定めていなければ organization.complete に roles を加えてください。',
    });
  });
});
