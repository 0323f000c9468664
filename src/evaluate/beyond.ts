import type { Asset, Audit, Connection, Segment, System } from '../../generated/records.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { organOf, standingOf } from '../policy/agencies.ts';
import type { Organ, Policy } from '../policy/policy.ts';
import type { BeyondPolicy } from '../result/result.ts';
import { PolicyView } from './policy-view.ts';
import type { Scope } from './scope.ts';

/** How a body stands to a law. */
export interface LawStanding {
  /** it states, with evidence, that the law asks nothing of it */
  readonly exempt: boolean;
  readonly beyond: readonly BeyondPolicy[];
}

/** @param views of the policies judged by, of which the law may be one */
export function standingTo(law: Policy, views: readonly PolicyView[]): LawStanding {
  const own = views.filter(({ policy }) => policy.kind !== 'law');
  const [first] = views;
  if (first === undefined) return { exempt: false, beyond: [] };
  const policies = [...own.map(({ policy }) => policy), law];
  const judged = views.find(({ policy }) => policy.id === law.id);
  const { scope } = judged ?? new PolicyView(first.inventory, law, policies);
  return { exempt: scope.exempt, beyond: scope.exempt ? [] : beyondPolicies(law, scope, own) };
}

/**
 * What law binds and no clause of the body's own policies does: law binds every organ of the body, whatever the scope of a policy
 * is. Another body stays outside, and so does an organ that the law itself leaves out. Agencies come first, then networks.
 */
function beyondPolicies(law: Policy, bound: Scope, own: readonly PolicyView[]): BeyondPolicy[] {
  const [first] = own;
  if (first === undefined) return [];
  const { inventory } = first;
  const isLeftOut = (id: string) =>
    !bound.outsideAgencies.has(id) && own.every(({ scope }) => scope.outsideAgencies.has(id));
  const agencies = (inventory.organization?.agencies ?? []).filter(({ id }) => isLeftOut(id));
  const causes = new Causes(inventory, new Set(agencies.map(({ id }) => id)));
  const counts = new Map<string, number>();
  const segments: Segment[] = [];
  for (const { section, record } of inventory.all) {
    if (bound.outside.has(record) || own.some(({ binds }) => binds(record))) continue;
    const cause = causes.of(section, record);
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
    if (section === 'segments' && cause.startsWith('segment')) segments.push(record as Segment);
  }
  const counted = (
    kind: 'agency' | 'segment',
    { id, name = id }: { id: string; name?: string },
  ): BeyondPolicy => ({
    ...{ kind, id, name: { ja: name, en: name } },
    records: counts.get(keyOf(kind, id)) ?? 0,
  });
  const isOneNetwork = own.every(({ policy }) => policy.scope.network !== undefined);
  const others = counts.get(otherKey) ?? 0;
  return [
    ...agencies.map((agency) => counted('agency', agency)),
    ...organsLeftOut(law, own).map(({ id, name }): BeyondPolicy => ({ kind: 'organ', id, name, records: 0 })),
    ...segments.map((segment) => counted('segment', segment)),
    ...(isOneNetwork && segments.length === 0 ? [{ kind: 'network', records: 0 } as const] : []),
    ...(others > 0 ? [{ kind: 'other', records: others } as const] : []),
  ];
}

/** The organs that every policy leaves out by name and of which the inventory lists no agency. */
function organsLeftOut(law: Policy, own: readonly PolicyView[]): Organ[] {
  const [first] = own;
  if (first === undefined) return [];
  const { inventory, policy } = first;
  const policies = [...own.map((view) => view.policy), law];
  const listed = inventory.organization?.agencies ?? [];
  const isListed = (organ: Organ) =>
    listed.some((agency) => agency.organ !== undefined && organOf(agency.organ, [organ]) !== undefined);
  const isBoundBy = (one: Policy, { id }: Organ) =>
    standingOf({ organ: id }, { policy: one, policies }) === 'bound';
  return policy.scope.excludes.filter(
    (organ) => !isListed(organ) && policies.every((one) => isBoundBy(one, organ) === (one === law)),
  );
}

const keyOf = (kind: 'agency' | 'segment', id: string) => `${kind} ${id}`;
const otherKey = 'other';

/** Why records are out of scope: the agency that they belong to, or else the segment that they stand in. */
class Causes {
  readonly #inventory: Inventory;
  readonly #agencies: ReadonlySet<string>;

  /** @param agencies the ids of those that are out of scope */
  constructor(inventory: Inventory, agencies: ReadonlySet<string>) {
    this.#inventory = inventory;
    this.#agencies = agencies;
  }

  of(section: string, record: object): string {
    const { agency } = record as { agency?: string };
    if (section === 'segments' && !this.#isAdministrative(record as Segment))
      return keyOf('segment', (record as Segment).id);
    if (agency !== undefined && this.#agencies.has(agency)) return keyOf('agency', agency);
    const [found] = this.#behind(section, record).filter((cause) => cause !== otherKey);
    return found ?? otherKey;
  }

  /** What a record that names no agency out of scope follows: its segments, its system, its ends, what it audits. */
  #behind(section: string, record: object): string[] {
    switch (section) {
      case 'systems': {
        const { segments = [] } = record as System;
        return segments.flatMap((id) => this.#referred('segments', id));
      }
      case 'assets':
        return this.#referred('systems', (record as Asset).system);
      case 'connections': {
        const { from, to } = record as Connection;
        return [from, to].flatMap((id) => {
          const end = this.#inventory.end(id);
          return end === undefined ? [] : [this.of(end.section, end.record)];
        });
      }
      case 'audits':
        return ((record as Audit).scope ?? [])
          .filter((id) => this.#agencies.has(id))
          .map((id) => keyOf('agency', id));
      default:
        return [];
    }
  }

  #referred(section: 'segments' | 'systems', id: string | undefined): string[] {
    const record = this.#inventory.find(section, id);
    return record === undefined ? [] : [this.of(section, record)];
  }

  #isAdministrative({ network }: Segment): boolean {
    return network === undefined || network === 'administrative';
  }
}
