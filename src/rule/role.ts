import type { Organization } from '../../generated/records.ts';
import { groupBy } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import { isWritten } from '../base/written.ts';
import { agenciesOutside } from '../policy/agencies.ts';
import { fail, type Issue, type RuleContext, unknown } from './definition.ts';
import {
  additionOf,
  areTwoOfOnePost,
  foldPost,
  headsMeant,
  isEveryHead,
  isSamePost,
  PostIndex,
} from './post.ts';
import { type RoleId, roleNamed } from './role-name.ts';
import type { Speaking } from './word-name.ts';

/** Who holds which role in the body. */
export type Roles = NonNullable<Organization['roles']>;

/** @returns the roles of the body, without those of agencies out of scope */
export function rolesInScope(roles: Roles, context: RuleContext): Roles {
  const outside = agenciesOutside(context);
  return roles.filter(({ agency }) => agency === undefined || !outside.has(agency));
}

/** Whether an entry states who holds its role, by post or by name: a role that is only listed may be held by nobody. */
export function namesHolder({ post, person }: Roles[number]): boolean {
  return isWritten(post) || isWritten(person);
}

/** @returns the issue of an entry that lists the role without its holder */
export function holderNotStated(
  roles: Roles,
  isSought: (role: Roles[number]) => boolean,
  context: RuleContext,
): Issue | undefined {
  const silent = rolesInScope(roles, context).find((role) => isSought(role) && !namesHolder(role));
  return silent && unknown(`roles.${roles.indexOf(silent)}.post`);
}

/** @returns the issue of an entry that names no role, so that it may be the missing one */
export function roleNotStated(roles: Roles, context: RuleContext): Issue | undefined {
  const silent = rolesInScope(roles, context).find(({ role }) => role === undefined);
  return silent && unknown(`roles.${roles.indexOf(silent)}.role`);
}

/**
 * The issue where nobody holds a needed role: `fail` once the roles are declared whole (`organization.complete`) or are
 * `[]`, `unknown` until then.
 *
 * @param who as a noun: 最高情報セキュリティ責任者 / a chief information security officer
 * @param fields the fields the entry must have to be found: ` role を ciso として` / ` with role: ciso`
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

/**
 * @returns the ids of the roles whose holder a text names: by the post, or one that bears the title of all heads who hold the
 *   role; by the person; or by the name of the role itself. `undefined` stands for an entry without a role.
 */
export function rolesHeldBy(text: string, roles: Roles): ReadonlySet<Roles[number]['role']> {
  return indexOf(roles).heldBy(text);
}

/** Every record that names somebody looks for them among all roles. */
const indexes = new WeakMap<Roles, RoleIndex>();

function indexOf(roles: Roles): RoleIndex {
  const index = indexes.get(roles) ?? new RoleIndex(roles);
  indexes.set(roles, index);
  return index;
}

/** The roles by how those who hold them are called. */
class RoleIndex {
  readonly #byPost = new PostIndex<Roles[number]>();
  readonly #byPerson = new PostIndex<Roles[number]>();
  readonly #byRole: ReadonlyMap<Roles[number]['role'], Roles>;
  /** by the pattern of the titles */
  readonly #byHeads = new Map<
    string,
    { readonly titles: RegExp; readonly ids: Set<Roles[number]['role']> }
  >();
  readonly #heldBy = new Map<string, ReadonlySet<Roles[number]['role']>>();

  constructor(roles: Roles) {
    this.#byRole = groupBy(roles, ({ role }) => role);
    for (const role of roles) {
      const { post, person } = role;
      if (person !== undefined) this.#byPerson.add(person, role);
      if (post === undefined) continue;
      this.#byPost.add(post, role);
      const titles = headsMeant(post);
      if (titles === undefined) continue;
      const heads = this.#byHeads.get(titles.source) ?? { titles, ids: new Set() };
      this.#byHeads.set(titles.source, heads);
      heads.ids.add(role.role);
    }
  }

  heldBy(text: string): ReadonlySet<Roles[number]['role']> {
    const known = this.#heldBy.get(text);
    if (known !== undefined) return known;
    const title = foldPost(text);
    const named = roleNamed(text);
    const ids = new Set([
      ...[...this.ofPost(text), ...this.ofPerson(text)].map(({ role }) => role),
      ...[...this.#byHeads.values()].flatMap(({ titles, ids }) => (titles.test(title) ? [...ids] : [])),
      ...(named !== undefined && this.#byRole.has(named) ? [named] : []),
    ]);
    this.#heldBy.set(text, ids);
    return ids;
  }

  ofPost(text: string): Roles {
    return this.#byPost.same(text);
  }

  /** The text is the name of the person, or has it beside a post: 税務課長（山田太郎）. */
  ofPerson(text: string): Roles {
    return [...new Set([text, additionOf(text)].flatMap((each) => this.#byPerson.same(each)))];
  }

  ofRole(id: RoleId): Roles {
    return this.#byRole.get(id) ?? [];
  }
}

/**
 * Whether two texts name one party: the same post (however it is typed, a name in brackets aside), the same person, or two
 * posts behind which the roles of the organization show the same person.
 *
 * @param policies whose own roles have names
 */
export function isSameParty(a: string, b: string, roles: Roles, policies: readonly Speaking[] = []): boolean {
  if (areTwoOfOnePost(a, b)) return false;
  // 最高情報セキュリティ責任者（副市長） and 副市長, 税務課長（山田） and 山田.
  if (isSamePost(additionOf(a), b) || isSamePost(a, additionOf(b))) return true;
  const [one, other] = [partyOf(a, roles, policies), partyOf(b, roles, policies)];
  return (
    one.names.some((name) => other.names.some((each) => isSamePost(name, each))) ||
    one.persons.some((person) => other.persons.includes(person))
  );
}

/** Who is meant by a text, as far as known: their posts and persons. */
interface Party {
  readonly names: readonly string[];
  readonly persons: readonly string[];
}

function partyOf(text: string, roles: Roles, policies: readonly Speaking[]): Party {
  const named = roleNamed(text, ...policies) ?? roleNamed(additionOf(text), ...policies);
  const index = indexOf(roles);
  const ofRole = named === undefined ? [] : index.ofRole(named);
  // A role identifies its holder only if it has a single one.
  const holder = ofRole.length === 1 && !isEveryHead(ofRole[0]?.post ?? '') ? ofRole : [];
  const byName = index.ofPerson(text);
  const byPost = index.ofPost(text);
  // A post identifies a person only if one person holds it: two agencies may have the same post.
  const persons = new Set(byPost.flatMap(({ person }) => (isWritten(person) ? foldPost(person) : [])));
  const meant = [...holder, ...byName, ...(persons.size > 1 ? [] : byPost)];
  return {
    names: [text, oneHolds(named) ? named : '', ...meant.map(({ post }) => post ?? '')].filter(isWritten),
    persons: [text, ...meant.map(({ person }) => person ?? '')].filter(isWritten).map(foldPost),
  };
}

/** Whether a role has a single holder by its nature, so that its name identifies a person. */
function oneHolds(role: RoleId | undefined): role is RoleId {
  return role !== undefined && ['cio', 'ciso', 'general-security-officer', 'audit-lead'].includes(role);
}
