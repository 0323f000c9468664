import { rulesDigest } from '../../generated/rules-digest.ts';
import { sha256 } from '../base/digest.ts';
import type { WrittenOrganization } from '../inventory/organization.ts';
import type { Configuration } from '../policy/configuration.ts';
import { PolicyError } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnyRule } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';
import { type Selection, selectPolicies } from './selection.ts';

/**
 * One digest of everything besides the inventory and the day that verdicts depend on: the rules with their code, the
 * policies, and what the configuration changes in them.
 */
export function digestOf(
  policies: readonly Policy[],
  { unknown, review, rules, parameters }: Pick<Configuration, 'unknown' | 'review' | 'rules' | 'parameters'>,
): string {
  const byId = [...policies].sort((a, b) => (a.id < b.id ? -1 : 1));
  const basis = [rulesDigest, byId, { unknown, review, rules, parameters }];
  return `sha256:${sha256(JSON.stringify(basis, canonical))}`;
}

/**
 * @param base where the base is, and its configuration; `undefined` where it cannot be read
 * @returns the digest of what the base was judged by in its own state; `undefined` where its configuration or policies
 *   cannot be loaded
 */
export async function judgedByOfBase(
  selection: Selection,
  {
    tree: policyTree,
    configuration,
  }: { readonly tree: Tree; readonly configuration: Configuration | undefined },
  organization: WrittenOrganization | undefined,
  rules: readonly AnyRule[],
): Promise<string | undefined> {
  if (configuration === undefined) return undefined;
  try {
    const policies = await selectPolicies({ ...selection, policyTree, configuration }, organization, rules);
    return digestOf(policies, configuration);
  } catch (error) {
    if (error instanceof PolicyError) return undefined;
    throw error;
  }
}

/** What verdicts do not depend on: texts for people, derived values, and where the files are on this machine. */
const ignoredKeys = new Set([
  'files',
  'title',
  'issuer',
  'summary',
  'informs',
  'citations',
  'terms',
  'serves',
  'builtOn',
  'rationale',
  'remedy',
  'message',
  'about',
  'example',
  'examples',
]);

/** A `JSON.stringify` replacer: keys sorted, maps as lists of entries, without the ignored keys. */
function canonical(key: string, value: unknown): unknown {
  if (ignoredKeys.has(key)) return undefined;
  if (value instanceof Map) return [...value];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
