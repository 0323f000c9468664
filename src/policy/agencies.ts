import { builtInOrgans } from '../../generated/organs.ts';
import type { Organization } from '../../generated/records.ts';
import { suggest } from '../schema/suggest.ts';
import type { Organ, Policy } from './policy.ts';

/** One agency of the body. */
export type Agency = NonNullable<Organization['agencies']>[number];

/** The scope of a policy, and of all policies that the inventory is judged by. */
export interface ScopeContext {
  readonly policy: Pick<Policy, 'scope'>;
  readonly policies: readonly Pick<Policy, 'scope'>[];
}

/**
 * Whether a policy applies to an agency. `bound`: the policy applies to it; `excluded`: the policy leaves it out by name;
 * `unlisted`: an organ of the body that the policy does not list; `outside`: another body, of which no clause asks
 * anything; `unknown`: its organ is a word that no selected policy knows.
 */
export type Standing = 'bound' | 'excluded' | 'unlisted' | 'outside' | 'unknown';

/** The values of `organ` that every policy knows besides its own organs. */
export const reservedOrgans = ['unlisted', 'outside'] as const;

/** @returns the standing of an agency under a policy. One that does not state its organ is bound. */
export function standingOf({ organ }: Pick<Agency, 'organ'>, { policy, policies }: ScopeContext): Standing {
  if (organ === undefined || fold(organ) === '') return 'bound';
  const { agencies, excludes } = policy.scope;
  if (organOf(organ, excludes) !== undefined) return 'excluded';
  if (organOf(organ, agencies) !== undefined) return 'bound';
  const word = fold(organ);
  if (word === 'outside') return 'outside';
  // A policy that lists nobody binds the whole body.
  if (agencies.length === 0) return 'bound';
  if (word === 'unlisted' || policies.some((one) => organOf(organ, listedBy(one)) !== undefined))
    return 'unlisted';
  return 'unknown';
}

/** Whether the policy binds an agency. An unknown word binds: a mistyped one must not take records out of judgement. */
function isInScope(agency: Pick<Agency, 'organ'>, context: ScopeContext): boolean {
  const standing = standingOf(agency, context);
  return standing === 'bound' || standing === 'unknown';
}

/** @returns the ids of the body's agencies that the policy does not bind */
export function agenciesOutside({
  inventory,
  ...context
}: ScopeContext & {
  readonly inventory: { readonly organization: Organization | undefined };
}): ReadonlySet<string> {
  const agencies = inventory.organization?.agencies ?? [];
  return new Set(agencies.filter((agency) => !isInScope(agency, context)).map(({ id }) => id));
}

/** @returns the organ that a word means: its id or its name in either language, however typed */
export function organOf(word: string, organs: readonly Organ[]): Organ | undefined {
  const wanted = fold(word);
  return organs.find(({ id, name }) => [id, name.ja, name.en].some((own) => fold(own) === wanted));
}

/**
 * @returns the agencies whose organ is a word that none of the policies knows; a policy that lists nobody knows all. A law,
 *   which binds all, says nothing of the words of the body.
 */
export function agenciesOfUnknownOrgan(
  { agencies = [] }: Organization,
  policies: readonly Pick<Policy, 'scope' | 'kind'>[],
): { readonly index: number; readonly agency: Agency; readonly organ: string }[] {
  const listsNobody = policies.some((policy) => policy.kind !== 'law' && listedBy(policy).length === 0);
  if (listsNobody) return [];
  return agencies.flatMap((agency, index) => {
    const { organ } = agency;
    const isUnknown = policies.some((policy) => standingOf(agency, { policy, policies }) === 'unknown');
    return organ === undefined || !isUnknown ? [] : [{ index, agency, organ }];
  });
}

/** @returns the organs that policies name, each id once */
export function organsOf(policies: readonly Pick<Policy, 'scope'>[]): readonly Organ[] {
  return [...new Map(policies.flatMap(listedBy).map((organ) => [organ.id, organ])).values()];
}

/**
 * @returns the organ that an unknown word probably means; never one that a policy leaves out, since a guess must not take
 *   records out of judgement: 教育委員会 is a commission, and not the schools under it
 */
export function nearestOrgan(word: string, policies: readonly Pick<Policy, 'scope'>[]): Organ | undefined {
  const excluded = new Set(policies.flatMap(({ scope }) => scope.excludes).map(({ id }) => id));
  const organs = organsOf(policies).filter(({ id }) => !excluded.has(id));
  const words = organs.flatMap(({ id, name }) => [id, name.ja, name.en]);
  const meant = suggest(word, words) ?? words.find((own) => isPartOf(own, word) || isPartOf(word, own));
  return meant === undefined ? onlyCommission(word, organs) : organOf(meant, organs);
}

/** Where a policy has one word for all commissions (各行政委員会), each of them belongs to it. */
function onlyCommission(word: string, organs: readonly Organ[]): Organ | undefined {
  const commissions = organs.filter(({ name }) => name.ja.endsWith('委員会'));
  return fold(word).endsWith('委員会') && commissions.length === 1 ? commissions[0] : undefined;
}

/** @returns the ids of built-in policies that know most of the words, the best first */
export function policiesKnowing(words: readonly string[]): string[] {
  const known = (own: readonly string[]) => {
    const folded = new Set(own.map(fold));
    return words.filter((word) => folded.has(fold(word))).length;
  };
  return Object.entries(builtInOrgans)
    .map(([id, own]) => ({ id, count: known(own) }))
    .filter(({ count }) => count * 2 > words.length)
    .sort((a, b) => b.count - a.count)
    .map(({ id }) => id);
}

function listedBy({ scope }: Pick<Policy, 'scope'>): readonly Organ[] {
  return [...scope.agencies, ...scope.excludes];
}

/** 市長 and 市長部局 are different words, but one may be meant by the other. */
function isPartOf(part: string, whole: string): boolean {
  return fold(part).length > 1 && fold(whole).includes(fold(part));
}

/** Normalises width, blanks, hyphens and case. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .replaceAll(/[-_\s]/g, '')
    .toLowerCase();
}
