import type { Organization } from '../inventory/records.ts';
import type { Localized } from '../localized.ts';
import { agenciesOutside } from './agency.ts';
import { fail, type Issue, type RuleContext, unknown } from './definition.ts';

/** Who holds which role in the body. */
export type Roles = NonNullable<Organization['roles']>;

/** @returns the roles held in the body; an agency that the policy does not bind has its own */
export function rolesInScope(roles: Roles, context: RuleContext): Roles {
  const outside = agenciesOutside(context);
  return roles.filter(({ agency }) => agency === undefined || !outside.has(agency));
}

/** @returns what to write first where a role seems to be missing: an entry that names no role may be the one */
export function roleNotStated(roles: Roles): Issue | undefined {
  const silent = roles.findIndex(({ role }) => role === undefined);
  return silent < 0 ? undefined : unknown(`roles.${silent}.role`);
}

/**
 * Nobody holds a role that somebody should: `fail` once the roles are declared whole (`organization.complete`) or are
 * `[]`, `unknown` until then.
 *
 * @param who as a noun: 最高情報セキュリティ責任者 / a chief information security officer
 * @param fields what must stand in the role to be found: ` role を ciso として` / ` with role: ciso`
 * @param key tells it from other roles that are missing
 */
export function roleNotHeld(
  who: Localized,
  fields: Localized,
  key: string,
  { inventory }: RuleContext,
): Issue {
  if (inventory.isWhole('roles') || inventory.organization?.roles?.length === 0)
    return fail('roles', { ja: `${who.ja}を定めていません`, en: `has not appointed ${who.en}` }, { key });
  const message = {
    ja: `${who.ja}を organization.roles に載せていません`,
    en: `does not list ${who.en} under organization.roles`,
  };
  const remedy = {
    ja: `定めていれば organization.roles に${fields.ja}載せ、定めていなければ organization.complete に roles を加えてください。`,
    en: `List the post under organization.roles${fields.en}; or, if nobody is appointed, add roles to organization.complete.`,
  };
  return unknown('roles', message, { key, remedy });
}

/** Whether two texts name one post. How it is typed makes no other of it: width, spaces, large and small letters. */
export function isSamePost(a: string, b: string): boolean {
  return foldPost(a) === foldPost(b);
}

function foldPost(post: string): string {
  return post.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}
