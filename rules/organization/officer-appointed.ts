import {
  defineRule,
  holderNotStated,
  type Localized,
  namesHolder,
  ofKind,
  pass,
  type RoleId,
  type Roles,
  roleNotHeld,
  roleNotStated,
  rolesInScope,
  unknown,
} from '#rule';

/**
 * Somebody is responsible for security: 責任者の設置, 地方自治法施行規則16条の3 第1項第1号. Any office will do, since the ordinance
 * names none; offices for audits, for information technology at large, and a contact are none of these.
 */
export const officerAppointed = defineRule({
  id: 'organization/officer-appointed',
  title: { ja: '情報セキュリティの責任者を置く', en: 'An officer responsible for security is appointed' },
  rationale: {
    ja: '誰の責任でもないことは、誰も行いません。責任者がいて初めて、対策を決め、事故のときに判断し、守られていないことを正すことができます。',
    en: 'What nobody is responsible for, nobody does. It takes an officer to decide on measures, to judge in an incident, and to put right what is neglected.',
  },
  remedy: {
    ja: '情報セキュリティの責任者となる職を定め、organization.roles に role を ciso（最高情報セキュリティ責任者）、security-officer（情報セキュリティ責任者）等として載せ、post にその職を書いてください。',
    en: 'Decide which post is responsible for security, list it under organization.roles with role: ciso, security-officer or another such office, and write the post in post.',
  },
  appliesTo: 'organization',
  check({ roles }, context) {
    if (roles === undefined) return unknown('roles');
    if (rolesInScope(roles, context).some((role) => isOfficer(role) && namesHolder(role))) return pass;
    return (
      holderNotStated(roles, isOfficer, context) ??
      roleNotStated(roles, context) ??
      roleNotHeld(officer, ofKind('role', offices), 'officer', context)
    );
  },
  examples: {
    pass: `
organization:
  name: 関所市
  roles:
    - role: security-officer
      post: 総務部長
`,
    fail: `
organization:
  name: 宿場町
  complete: [roles]
  roles:
    - role: incident-contact
      post: 総務課情報係
`,
    unknown: `
organization:
  name: 宿場町
  roles:
    - role: ciso
`,
  },
  mutation: {
    set: { 'organization roles': [{ role: 'incident-contact', post: '情報政策課長' }] },
    at: 'organization roles',
    also: [
      'classification/manager-holds-role unknown organization roles',
      ...['organization/ciso-appointed', 'organization/roles-held'].flatMap((rule) => [
        `${rule} fail organization roles`,
        `${rule} fail organization roles`,
      ]),
      'organization/role-held fail organization roles',
      // An officer is missing in every agency.
      ...Array.from({ length: 12 }, () => 'organization/structure-complete fail organization roles'),
    ],
  },
});

const offices = [
  'ciso',
  'general-security-officer',
  'security-officer',
  'security-manager',
  'system-manager',
] as const satisfies readonly RoleId[];

const officer: Localized = { ja: '情報セキュリティの責任者', en: 'an officer responsible for security' };

function isOfficer({ role }: Roles[number]): boolean {
  return offices.some((office) => office === role);
}
