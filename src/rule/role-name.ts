import type { Organization } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { foldPost } from './post.ts';

/** A role of information security, as `organization.roles` has it. */
export type RoleId = NonNullable<NonNullable<Organization['roles']>[number]['role']>;

/** What the roles are called in the documents. */
const roleNames: Readonly<Record<RoleId, Localized>> = {
  cio: { ja: '最高情報統括責任者', en: 'chief information officer' },
  ciso: { ja: '最高情報セキュリティ責任者', en: 'chief information security officer' },
  'general-security-officer': { ja: '統括情報セキュリティ責任者', en: 'general security officer' },
  'security-officer': { ja: '情報セキュリティ責任者', en: 'security officer' },
  'security-manager': { ja: '情報セキュリティ管理者', en: 'security manager' },
  'system-manager': { ja: '情報システム管理者', en: 'system manager' },
  'audit-lead': { ja: '監査統括責任者', en: 'head of audit' },
  'incident-contact': { ja: '統一的な窓口', en: 'incident contact' },
};

/** @returns what a role is called; one that the vocabulary does not have goes by its id */
export function roleName(id: string): Localized {
  return roleNames[id as RoleId] ?? { ja: id, en: id };
}

/** @returns a role as it is looked for: 情報セキュリティ管理者 / a security manager */
export function roleSought(id: RoleId): Localized {
  const { ja, en } = roleNames[id];
  return { ja, en: `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}` };
}

/** @returns the role that a text names instead of a post: 最高情報セキュリティ責任者（副市長）, CISO */
export function roleNamed(text: string): RoleId | undefined {
  const title = foldPost(text);
  return (Object.keys(roleNames) as RoleId[]).find((id) => id === title || roleNames[id].ja === title);
}
