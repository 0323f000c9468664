import {
  type Asset,
  addToGroup,
  boundRecords,
  defineRule,
  foldPost,
  type Issue,
  isDisposedOf,
  isWritten,
  type Localized,
  nameOf,
  notApplicable,
  passUnless,
  type Roles,
  type RuleContext,
  review,
  roleNamed,
  rolesHeldBy,
  rolesInScope,
  type System,
  unknown,
} from '#rule';

/** The managers of assets are the security managers of their divisions: みなかみ町 3)管理責任. */
export const managerHoldsRole = defineRule({
  id: 'classification/manager-holds-role',
  title: {
    ja: '情報資産の管理責任は、情報セキュリティ管理者が負う',
    en: 'Those responsible for assets hold the role of security manager',
  },
  rationale: {
    ja: '管理責任を負うとされた職が情報セキュリティ管理者として定められていなければ、その職は務めを知らされておらず、指示も研修も届いていないおそれがあります。',
    en: 'Unless the post that is said to be responsible is appointed as a security manager, whoever holds it may not know of the duty, and gets neither instructions nor training for it.',
  },
  remedy: {
    ja: 'その職が情報セキュリティ管理者であれば、organization.roles に role を security-manager として載せてください（すべての課長等が就くときは post を「各課長」と書けます）。そうでなければ、記録の manager を所管する課等の情報セキュリティ管理者に改めてください。',
    en: 'If the post is a security manager, list it under organization.roles with role: security-manager (post: 各課長 stands for every head of a division). If not, correct manager to the security manager in charge.',
  },
  appliesTo: 'organization',
  check({ roles }, context) {
    const managed = managedByPost(context);
    if (managed.size === 0) return notApplicable;
    const ofBody = rolesInScope(roles ?? [], context);
    const managers = ofBody.filter(({ role }) => role === 'security-manager');
    if (managers.length === 0) return unknown('roles', noManagers, { key: 'security-manager' });
    const outside = [...managed].filter(([, { post, isSystem }]) => !isHeld(post, isSystem, ofBody));
    if (outside.length === 0) return passUnless([]);
    // An appointment without a stated post could be to any post.
    const silent = managers.find(({ post, person }) => !isWritten(post) && !isWritten(person));
    return silent === undefined
      ? outside.map(([key, each]) => heldByNone(key, each))
      : unknown(`roles.${roles?.indexOf(silent)}.post`);
  },
  examples: {
    pass: `
organization:
  name: 宿場町
  roles:
    - { role: security-manager, post: 各課長 }
assets:
  - { id: resident-records, name: 住民基本台帳データ, manager: 町民課長 }
`,
    review: `
organization:
  name: 宿場町
  roles:
    - { role: security-manager, post: 町民課長 }
assets:
  - { id: resident-records, name: 住民基本台帳データ, manager: 町民課長 }
  - { id: road-ledger, name: 道路台帳, manager: 建設課長 }
  - { id: bridge-ledger, name: 橋りょう台帳, manager: 建設課長 }
`,
    unknown: `
organization:
  name: 宿場町
assets:
  - { id: resident-records, name: 住民基本台帳データ, manager: 町民課長 }
`,
  },
  // Only a person can find out whether a post that is not listed exists, so this never fails.
  mutation: { set: { 'assets/農地台帳 manager': '農政課長' }, verdict: 'review', at: 'organization roles' },
});

const noManagers: Localized = {
  ja: '情報セキュリティ管理者を organization.roles に載せていないため、情報資産の管理責任を負うとされた職がそれに当たるか判定できません',
  en: 'lists no security manager under organization.roles, so it cannot be told whether those responsible for its assets are',
};

/** The assets and systems that one post is responsible for. */
interface Managed {
  /** the post as it is written the first time */
  readonly post: string;
  readonly isSystem: boolean;
  readonly records: readonly (Asset | System)[];
}

/** Groups by post, ignoring differences in spelling; for systems, a system manager (情報システム管理者) also qualifies. */
function managedByPost(context: RuleContext): ReadonlyMap<string, Managed> {
  const byPost = new Map<string, (Asset | System)[]>();
  const assets = boundRecords('assets', context).filter((asset) => !isDisposedOf(asset));
  for (const record of [...assets, ...boundRecords('systems', context)]) {
    if (isWritten(record.manager)) addToGroup(byPost, foldPost(record.manager), record);
  }
  const ofAssets = new Set<object>(assets);
  return new Map(
    [...byPost].map(([key, records]) => {
      const post = records[0]?.manager || key;
      return [key, { post, records, isSystem: !records.some((record) => ofAssets.has(record)) }];
    }),
  );
}

function isHeld(post: string, isSystem: boolean, roles: Roles): boolean {
  if (roleNamed(post) === 'security-manager') return true;
  const held = rolesHeldBy(post, roles);
  return held.has('security-manager') || (isSystem && held.has('system-manager'));
}

/** One finding per post, however many assets it is responsible for. */
function heldByNone(key: string, { post, records }: Managed): Issue {
  const shown = records.slice(0, 3).map((record) => nameOf(record));
  const rest = records.length - shown.length;
  const message = {
    ja: `「${shown.join('」「')}」${rest > 0 ? `ほか${rest}件` : ''}の管理責任を負うとされた「${post}」を、情報セキュリティ管理者として organization.roles に載せていません`,
    en: `makes “${post}” responsible for ${shown.map((name) => `“${name}”`).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}, but does not list that post as a security manager under organization.roles`,
  };
  const trace = records.map((record) => ({
    record,
    path: 'manager',
    message: { ja: `「${nameOf(record)}」の管理責任者`, en: `who is responsible for “${nameOf(record)}”` },
  }));
  return review('roles', message, { key, trace });
}
