import {
  defineRule,
  holderNotStated,
  type Localized,
  namesHolder,
  ofKind,
  pass,
  type Roles,
  roleNotHeld,
  roleNotStated,
  rolesInScope,
  unknown,
} from '#rule';

/**
 * Incidents have one place to be reported to: 熊谷市 6(6), 伊勢崎市 6(7), 特別区人事・厚生事務組合 6(7),
 * みなかみ町 4)インシデント報告 (all our reading).
 */
export const incidentContact = defineRule({
  id: 'organization/incident-contact',
  title: {
    ja: '情報セキュリティインシデントの統一的な窓口を定める',
    en: 'There is a single contact for security incidents',
  },
  rationale: {
    ja: 'どこへ報告すればよいかが決まっていなければ、事故の第一報は遅れ、途中で止まることもあります。窓口が一つであれば、職員も委託先も迷わず連絡でき、起きていることの全体も見えます。',
    en: 'Unless it is settled where to report, the first word of an incident comes late or gets stuck on the way. With a single contact, staff and contractors need not wonder, and somebody sees the whole picture.',
  },
  remedy: {
    ja: '情報セキュリティインシデントの報告を受ける窓口を定めて周知し、organization.roles に role を incident-contact として載せ、post にその職や部署を書いてください。',
    en: 'Decide who takes reports of security incidents, make it known, list it under organization.roles with role: incident-contact, and write the post or section in post.',
  },
  appliesTo: 'organization',
  check({ roles }, context) {
    if (roles === undefined) return unknown('roles');
    if (rolesInScope(roles, context).some((role) => isContact(role) && namesHolder(role))) return pass;
    return (
      holderNotStated(roles, isContact, context) ??
      roleNotStated(roles, context) ??
      roleNotHeld(contact, ofKind('role', ['incident-contact']), 'incident-contact', context)
    );
  },
  examples: {
    pass: `
organization:
  name: 関所市
  roles:
    - role: incident-contact
      post: 情報政策課長
`,
    fail: `
organization:
  name: 宿場町
  complete: [roles]
  roles:
    - role: ciso
      post: 副町長
    - role: general-security-officer
      post: 総務課長
`,
    unknown: `
organization:
  name: 宿場町
`,
  },
  mutation: { set: { 'organization roles.4.role': 'audit-lead' }, at: 'organization roles' },
});

function isContact({ role }: Roles[number]): boolean {
  return role === 'incident-contact';
}

const contact: Localized = {
  ja: '情報セキュリティインシデントの統一的な窓口',
  en: 'a single contact for security incidents',
};
