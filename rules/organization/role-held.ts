import {
  defineRule,
  holderNotStated,
  namesHolder,
  notApplicable,
  ofKind,
  pass,
  type Roles,
  roleNotHeld,
  roleNotStated,
  roleSought,
  rolesInScope,
  setWord,
  unknown,
  wordParameterOf,
} from '#rule';

/** The body has the role that a clause names, and somebody holds it: for roles that no rule asks for by name. */
export const roleHeld = defineRule({
  id: 'organization/role-held',
  title: { ja: '条項の定める役割に就く者を定める', en: 'Somebody holds the role that the clause names' },
  rationale: {
    ja: '務めを定めても、それを担う役割に誰も就いていなければ、その務めは果たされません。',
    en: 'Where nobody holds the role that a duty is given to, nobody does what is due.',
  },
  remedy: {
    ja: '指摘された役割に就く職を定め、organization.roles に role とともに載せ、post にその職を書いてください。',
    en: 'Decide which post holds the role that is pointed out, list it under organization.roles with its role, and write the post in post.',
  },
  appliesTo: 'organization',
  parameters: {
    role: wordParameterOf('roles', {
      ja: '定めるべき役割（organization.roles の role）',
      en: 'the role that must be held (role in organization.roles)',
    }),
  },
  check({ roles }, context) {
    const sought = setWord('role', 'roles', context);
    if (sought === undefined) return notApplicable;
    const { id } = sought;
    if (roles === undefined) return unknown('roles');
    const isSought = ({ role }: Roles[number]) => role === id;
    if (rolesInScope(roles, context).some((role) => isSought(role) && namesHolder(role))) return pass;
    const { policy, policies } = context;
    return (
      holderNotStated(roles, isSought, context) ??
      roleNotStated(roles, context) ??
      roleNotHeld(roleSought(id, policy, ...policies), ofKind('role', [id]), id, context)
    );
  },
  examples: {
    policy: { parameters: { role: 'audit-lead' } },
    pass: `
organization:
  name: 宿場町
  roles:
    - role: audit-lead
      post: 監査委員事務局長
`,
    fail: `
organization:
  name: 宿場町
  complete: [roles]
  roles:
    - role: ciso
      post: 副町長
`,
    unknown: `
organization:
  name: 宿場町
  roles:
    - role: audit-lead
`,
  },
  mutation: { set: { 'organization roles.3.role': 'system-manager' }, at: 'organization roles' },
});
