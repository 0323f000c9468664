import type { Organization, OwnWord } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import type { Word } from '../policy/policy.ts';
import { foldPost } from './post.ts';
import { ownName, type Speaking } from './word-name.ts';

/** A role of information security, as `organization.roles` has it: one of the built-in ones, or one that a policy adds. */
export type RoleId = NonNullable<NonNullable<Organization['roles']>[number]['role']>;

type BuiltInRole = Exclude<RoleId, OwnWord>;

/** What the roles are called in the documents. */
const roleNames: Readonly<Record<BuiltInRole, Localized>> = {
  cio: { ja: '最高情報統括責任者', en: 'chief information officer' },
  ciso: { ja: '最高情報セキュリティ責任者', en: 'chief information security officer' },
  'general-security-officer': { ja: '統括情報セキュリティ責任者', en: 'general security officer' },
  'security-officer': { ja: '情報セキュリティ責任者', en: 'security officer' },
  'security-manager': { ja: '情報セキュリティ管理者', en: 'security manager' },
  'system-manager': { ja: '情報システム管理者', en: 'system manager' },
  'audit-lead': { ja: '監査統括責任者', en: 'head of audit' },
  'incident-contact': { ja: '統一的な窓口', en: 'incident contact' },
};

/**
 * @param policies those whose own roles have names, the first of them first
 * @returns what a role is called; one that nobody knows goes by its id
 */
export function roleName(id: string, ...policies: readonly Speaking[]): Localized {
  return builtInName(id) ?? ownName('roles', id, policies) ?? { ja: id, en: id };
}

/** @returns a role as it is looked for: 情報セキュリティ管理者 / a security manager */
export function roleSought(id: RoleId, ...policies: readonly Speaking[]): Localized {
  const { ja, en, only } = roleName(id, ...policies);
  return { ja, en: only === undefined ? `${/^[aeiou]/i.test(en) ? 'an' : 'a'} ${en}` : en };
}

/** @returns the role that a text names instead of a post: 最高情報セキュリティ責任者（副市長）, CISO */
export function roleNamed(text: string, ...policies: readonly Speaking[]): RoleId | undefined {
  const title = foldPost(text);
  const builtIn = (Object.keys(roleNames) as BuiltInRole[]).find(
    (id) => id === title || roleNames[id].ja === title,
  );
  const own = policies.flatMap(({ vocabulary: { roles = [] } }) => roles);
  const isNamed = ({ id, name }: Word) =>
    id === title || [name.ja, name.en].some((one) => foldPost(one) === title);
  return builtIn ?? (own.find(isNamed)?.id as OwnWord | undefined);
}

function builtInName(id: string): Localized | undefined {
  return Object.hasOwn(roleNames, id) ? roleNames[id as BuiltInRole] : undefined;
}
