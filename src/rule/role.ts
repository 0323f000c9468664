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

/** Nobody holds a role that somebody should. */
export function roleNotHeld(role: NonNullable<Roles[number]['role']>, name: Localized): Issue {
  return fail('roles', { ja: `${name.ja}を定めていません`, en: `has no ${name.en}` }, { key: role });
}

/** Whether two texts name one post. How it is typed makes no other of it: width, spaces, large and small letters. */
export function isSamePost(a: string, b: string): boolean {
  return foldPost(a) === foldPost(b);
}

function foldPost(post: string): string {
  return post.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}
