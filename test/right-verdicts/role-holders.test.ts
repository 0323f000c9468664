import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const organization = (...roles: string[]) => `organization:
  name: 宿場町
  complete: [roles]
  agencies: [{ id: office, name: 町長部局, organ: mayor }]
  roles:
${roles.map((role) => `    - { ${role} }\n`).join('')}`;

const others = [
  'role: ciso, post: 副町長',
  'role: security-manager, post: 町民課長, agency: office',
  'role: general-security-officer, post: 総務課長',
  'role: incident-contact, post: 総務課',
];
/** All roles but one, which comes first. */
const besides = (role: string, entry: string) => [
  entry,
  ...others.filter((one) => !one.includes(`${role},`)),
];

describe('A1: a role that only is listed', () => {
  it.each([
    ['organization/roles-held', 'minakami', 'security-manager', ', agency: office'],
    ['organization/roles-held', 'minakami', 'general-security-officer', ''],
    ['organization/incident-contact', 'minakami', 'incident-contact', ''],
    ['organization/structure-complete', 'kumagaya', 'security-manager', ', agency: office'],
  ])('A1: leaves %s open under %s, at the post of %s', async (rule, policy, role, more) => {
    const found = (entry: string) => findingsOf(rule, policy, organization(...besides(role, entry)));
    for (const blank of ['', ', post: , person: ', ', post: " "']) {
      const findings = await found(`role: ${role}${more}${blank}`);
      expect(findings).toMatchObject([{ verdict: 'unknown' }]);
      expect(findings[0]?.message).toContain('roles.0.post');
    }
    expect(await found(`role: ${role}${more}, post: 課長`)).toEqual([]);
    expect(await found(`role: ${role}${more}, person: 関所太郎`)).toEqual([]);
    // Somebody else who holds it is enough.
    const both = organization(`role: ${role}${more}`, ...others);
    expect(await findingsOf(rule, policy, both)).toEqual([]);
  });

  it('A1: leaves the body-wide officer open', async () => {
    const [finding, ...more] = await findingsOf(
      'organization/structure-complete',
      'kumagaya',
      organization('role: ciso', others[1] ?? ''),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ verdict: 'unknown' });
    expect(finding?.message).toContain('roles.0.post');
  });

  it('A1: leaves the clause of each such role open, and that alone', async () => {
    const findings = await findingsOf(
      'organization/roles-held',
      'minakami',
      organization('role: security-manager', 'role: general-security-officer'),
    );
    expect(findings.map(({ verdict, clauses }) => [verdict, clauses.map(({ ref }) => ref)])).toEqual([
      ['unknown', ['3)管理責任[1]']],
      ['unknown', ['7)確認・措置[2]']],
    ]);
  });
});
