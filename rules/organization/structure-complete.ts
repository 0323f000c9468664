import {
  type Agency,
  defineRule,
  holderNotStated,
  type Issue,
  type Localized,
  nameOf,
  namesHolder,
  ofKind,
  passUnless,
  type Roles,
  type RuleContext,
  roleNotHeld,
  roleNotStated,
  rolesInScope,
  standingOf,
  unknown,
} from '#rule';

/** Every agency has its officer under a body-wide one: 熊谷市 6(1), 伊勢崎市 6(1), 特別区人事・厚生事務組合 6(1) (all our reading). */
export const structureComplete = defineRule({
  id: 'organization/structure-complete',
  title: {
    ja: '団体全体の責任者と、機関ごとの責任者又は管理者を置く',
    en: 'There is a body-wide security officer, and an officer or manager in every agency',
  },
  rationale: {
    ja: '責任者のいない機関には対策の指示が届かず、事故の報告も上がってきません。団体全体を束ねる責任者の下に、どの機関にも責任者又は管理者がいて初めて、全庁的な体制になります。',
    en: 'Where nobody is in charge, instructions do not arrive and incidents are not reported. A structure reaches the whole body only if every agency has somebody, under an officer who holds it all together.',
  },
  remedy: {
    ja: '機関を organization.agencies に載せ、機関ごとに情報セキュリティ責任者又は情報セキュリティ管理者を定め、organization.roles に role を security-officer 又は security-manager として載せ、agency に機関のidを書いてください。団体全体の責任者は、role を ciso 又は general-security-officer として載せてください。',
    en: 'List the agencies under organization.agencies. Appoint a security officer or a security manager in each agency and list them under organization.roles with role: security-officer or security-manager and the id of the agency in agency. List the body-wide officer with role: ciso or general-security-officer.',
  },
  appliesTo: 'organization',
  check({ agencies, roles }, context) {
    if (roles === undefined) return unknown('roles');
    const gaps = [...bodyGaps(roles, context), ...agencyGaps(agencies ?? [], roles, context)];
    const silent = roleNotStated(roles, context);
    if (gaps.length > 0 && silent !== undefined) return silent;
    if (agencies === undefined) gaps.push(unknown('agencies'));
    return passUnless(gaps);
  },
  examples: {
    pass: `
organization:
  name: 関所市
  agencies:
    - id: mayor
      name: 市長部局
    - id: board-of-education
      name: 教育委員会事務局
  roles:
    - role: ciso
      post: 副市長
    - role: security-officer
      post: 総務部長
      agency: mayor
    - role: security-manager
      post: 教育総務課長
      agency: board-of-education
`,
    fail: `
organization:
  name: 関所市
  complete: [roles]
  agencies:
    - id: mayor
      name: 市長部局
    - id: waterworks
      name: 上下水道局
  roles:
    - role: ciso
      post: 副市長
    - role: security-officer
      post: 総務部長
      agency: mayor
`,
    unknown: `
organization:
  name: 関所市
  agencies:
    - id: mayor
      name: 市長部局
`,
  },
  mutation: {
    set: { 'organization agencies.12': { id: 'kyodo', name: '市民協働局', organ: 'mayor' } },
    at: 'organization roles',
  },
});

function bodyGaps(roles: Roles, context: RuleContext): Issue[] {
  if (rolesInScope(roles, context).some((role) => isBodyWide(role) && namesHolder(role))) return [];
  const who: Localized = {
    ja: '団体全体の情報セキュリティを担う責任者（最高情報セキュリティ責任者又は統括情報セキュリティ責任者）',
    en: 'a body-wide officer, neither a chief information security officer nor a general security officer',
  };
  return [
    holderNotStated(roles, isBodyWide, context) ??
      roleNotHeld(who, ofKind('role', ['ciso', 'general-security-officer']), 'body-wide', context),
  ];
}

function isBodyWide({ role }: Roles[number]): boolean {
  return role === 'ciso' || role === 'general-security-officer';
}

function agencyGaps(agencies: readonly Agency[], roles: Roles, context: RuleContext): Issue[] {
  const covered = new Set(
    roles.filter((role) => isResponsible(role) && namesHolder(role)).map(({ agency }) => agency),
  );
  const silent = new Map<string, Issue>();
  const ofAgencies = new Set(rolesInScope(roles, context).filter(isResponsible));
  for (const [index, role] of roles.entries())
    if (ofAgencies.has(role) && role.agency !== undefined && !namesHolder(role) && !silent.has(role.agency))
      silent.set(role.agency, unknown(`roles.${index}.post`));
  return agencies
    .filter((agency) => !covered.has(agency.id))
    .flatMap((agency) => {
      switch (standingOf(agency, context)) {
        case 'bound':
          return [silent.get(agency.id) ?? withoutOfficer(agency, context)];
        case 'unknown':
          return [scopeUnknown(agency)];
        default:
          return [];
      }
    });
}

function isResponsible({ role }: Roles[number]): boolean {
  return role === 'security-officer' || role === 'security-manager';
}

function withoutOfficer(agency: Agency, context: RuleContext): Issue {
  const name = nameOf(agency);
  const who: Localized = {
    ja: `機関「${name}」の情報セキュリティ責任者又は情報セキュリティ管理者`,
    en: `a security officer or a security manager for the agency “${name}”`,
  };
  const fields: Localized = {
    ja: ` role を security-officer 又は security-manager、agency を ${agency.id} として`,
    en: ` with role: security-officer or security-manager and agency: ${agency.id}`,
  };
  return roleNotHeld(who, fields, agency.id, context);
}

/** Without a known organ, it is undecidable whether the policy requires an officer of the agency. */
function scopeUnknown(agency: Agency): Issue {
  const name = nameOf(agency);
  const message: Localized = {
    ja: `機関「${name}」の organ がポリシーの挙げる機関になく、責任者が要るか判定できません`,
    en: `has the agency “${name}” with an organ that the policy does not name, so it cannot be told whether it needs an officer`,
  };
  return unknown('agencies', message, { key: agency.id });
}
