import {
  clausesAbout,
  defineRule,
  holderNotStated,
  namesHolder,
  ofKind,
  passUnless,
  roleNotHeld,
  roleNotStated,
  roleSought,
  rolesInScope,
  unknown,
} from '#rule';

const id = 'organization/roles-held';

/** The roles that the text gives duties to are held, each under the clause that does: みなかみ町 3)管理責任, 7)確認・措置. */
export const rolesHeld = defineRule({
  id,
  title: {
    ja: '情報セキュリティ管理者と統括情報セキュリティ責任者を定める',
    en: 'There are security managers and a general security officer',
  },
  rationale: {
    ja: '情報資産の管理責任を負うのは情報セキュリティ管理者であり、委託先の問題の報告を受けるのは統括情報セキュリティ責任者です。どちらかが定められていなければ、その務めを果たす者がいません。',
    en: 'The security manager answers for information assets, and problems with contractors are reported to the general security officer. Where one of them is missing, nobody does what is due.',
  },
  remedy: {
    ja: '指摘された役割に就く職を定め、organization.roles に role を security-manager（情報セキュリティ管理者）又は general-security-officer（統括情報セキュリティ責任者）として載せ、post にその職を書いてください。',
    en: 'Decide which post holds the role that is pointed out, list it under organization.roles with role: security-manager or general-security-officer, and write the post in post.',
  },
  appliesTo: 'organization',
  check({ roles }, context) {
    if (roles === undefined) return unknown('roles');
    const held = new Set(
      rolesInScope(roles, context)
        .filter(namesHolder)
        .map(({ role }) => role),
    );
    const missing = needed
      .map((role) => ({ role, clauses: clausesAbout(id, role, context) }))
      .filter(({ role, clauses }) => clauses.length > 0 && !held.has(role));
    const listed = missing.flatMap(({ role, clauses }) => {
      const issue = holderNotStated(roles, (entry) => entry.role === role, context);
      return issue === undefined ? [] : { role, issue: { ...issue, clauses } };
    });
    const absent = missing.filter(({ role }) => !listed.some((one) => one.role === role));
    const silent = absent.length === 0 ? undefined : roleNotStated(roles, context);
    const notHeld = absent.map(({ role, clauses }) => ({
      ...roleNotHeld(roleSought(role), ofKind('role', [role]), role, context),
      clauses,
    }));
    return passUnless([...listed.map(({ issue }) => issue), ...(silent === undefined ? notHeld : [silent])]);
  },
  examples: {
    pass: `
organization:
  name: 宿場町
  roles:
    - role: general-security-officer
      post: 総務課長
    - role: security-manager
      post: 町民課長
`,
    fail: `
organization:
  name: 宿場町
  complete: [roles]
  roles:
    - role: security-manager
      post: 町民課長
`,
    unknown: `
organization:
  name: 宿場町
`,
  },
  mutation: { set: { 'organization roles.2.role': 'audit-lead' }, at: 'organization roles' },
});

const needed = ['security-manager', 'general-security-officer'] as const;
