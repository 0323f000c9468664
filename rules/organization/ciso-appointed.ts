import {
  defineRule,
  fail,
  type Issue,
  isSamePost,
  isWritten,
  type Localized,
  ofKind,
  passUnless,
  type Roles,
  type RuleContext,
  roleName,
  roleNotHeld,
  roleNotStated,
  roleSought,
  rolesInScope,
  type SetParameter,
  unknown,
  wordParameter,
} from '#rule';

/** The chief information officer, a given post, is the chief information security officer: 熊谷市 6(1). */
export const cisoAppointed = defineRule({
  id: 'organization/ciso-appointed',
  title: {
    ja: '最高情報セキュリティ責任者を定める',
    en: 'A chief information security officer is appointed',
  },
  rationale: {
    ja: '情報セキュリティには、部署を越えた決定と予算が要ります。団体の上層に最終的な責任を負う職がなければ、対策の優先順位も、事故のときの判断も定まりません。',
    en: 'Security needs decisions and money that reach beyond one section. Unless a post near the top answers for it, neither the order of measures nor the decisions in an incident are settled.',
  },
  remedy: {
    ja: '最高情報セキュリティ責任者となる職を定め、organization.roles に role を ciso として載せ、post にその職を書いてください。最高情報統括責任者を兼ねる職がポリシーに定められているときは、role を cio とするものも同じ post で載せてください。',
    en: 'Decide which post is the chief information security officer, list it under organization.roles with role: ciso, and write the post in post. Where the policy says which post holds this and the office of chief information officer, list role: cio with the same post.',
  },
  appliesTo: 'organization',
  parameters: {
    post: {
      default: null,
      about: {
        ja: '最高情報統括責任者と最高情報セキュリティ責任者を兼ねる職',
        en: 'the post that is both chief information officer and chief information security officer',
      },
    },
  },
  check({ roles }, context) {
    if (roles === undefined) return unknown('roles');
    const post = context.parameter('post');
    const asked: readonly Office[] = post.value === null ? ['ciso'] : ['ciso', 'cio'];
    const silent = roleNotStated(roles, context);
    const held = rolesInScope(roles, context);
    const allHeld = asked.every((office) => held.some(({ role }) => role === office));
    if (silent !== undefined && !allHeld) return silent;
    return passUnless(asked.flatMap((office) => judgeOffice(office, roles, post, context)));
  },
  examples: {
    pass: `
organization:
  name: 関所市
  roles:
    - role: ciso
      post: 副市長
`,
    fail: `
organization:
  name: 宿場町
  complete: [roles]
  roles:
    - role: general-security-officer
      post: 総務課長
`,
    unknown: `
organization:
  name: 宿場町
  roles:
    - role: ciso
`,
  },
  mutation: { set: { 'organization roles.1.post': '市長' } },
});

type Office = 'ciso' | 'cio';

function judgeOffice(office: Office, roles: Roles, wanted: SetParameter, context: RuleContext): Issue[] {
  const holders = rolesInScope(roles, context).filter(({ role }) => role === office);
  const [first] = holders;
  if (first === undefined)
    return [roleNotHeld(roleSought(office), ofKind('role', [office]), office, context)];
  const isRight = (post: string | undefined) =>
    isWritten(post) && (typeof wanted.value !== 'string' || isSamePost(post, wanted.value));
  if (holders.some(({ post }) => isRight(post))) return [];
  const holder = holders.find(({ post }) => !isWritten(post)) ?? first;
  const { post } = holder;
  const path = `roles.${roles.indexOf(holder)}.post`;
  const details = typeof wanted.value === 'string' ? { remedy: giveOffice(office, wanted.value) } : {};
  return [
    isWritten(post)
      ? fail(path, otherPost(office, post, wanted), details)
      : unknown(path, undefined, details),
  ];
}

function otherPost(office: Office, post: string, wanted: SetParameter): Localized {
  const name = roleName(office);
  const word = wordParameter(wanted);
  return {
    ja: `${name.ja}の職が「${post}」で、求められる${word.ja}と異なります`,
    en: `has “${post}” as its ${name.en}, not ${word.en}`,
  };
}

function giveOffice(office: Office, post: string): Localized {
  const name = roleName(office);
  return {
    ja: `${post}を${name.ja}とし、organization.roles のうち role が ${office} のものの post を ${post} としてください。`,
    en: `Make the ${post} ${name.en}, and under organization.roles write ${post} as the post of the entry with role: ${office}.`,
  };
}
