import type { Attestation } from '../../generated/records.ts';
import { type Day, endOfFiscalYear } from '../base/date.ts';
import { addToGroup } from '../base/groups.ts';
import { hasEvidence, isWritten } from '../base/written.ts';
import type { InventoryView } from '../inventory/view.ts';
import { forceOf } from '../policy/in-force.ts';
import type { Clause, Policy } from '../policy/policy.ts';
import { ByReference, isBelow } from '../policy/reference.ts';
import { referenceOrder } from '../policy/reference-order.ts';
import { oncePerInventory } from './once-per-inventory.ts';

/** What the state of an attestation (確認記録) under one policy depends on. */
export interface AttestationContext {
  readonly asOf: Day;
  readonly inventory: InventoryView;
  readonly policy: Pick<Policy, 'id' | 'clauses'>;
  /** whether the policy applies to a record: an agency out of scope cannot attest for the body */
  binds(record: object): boolean;
}

/** The facts without which a statement is no attestation. */
export const attestationFacts = ['statement', 'by', 'date'] as const;

/** The state of an attestation on the day judged by. `incomplete`: a fact is missing, so it does not count. */
export type AttestationState = 'holds' | 'expired' | 'incomplete';

/** @returns the state of an attestation, whichever clause it answers */
export function attestationState(attestation: Attestation, asOf: Day): AttestationState {
  const ends = lastDayOf(attestation);
  if (ends !== undefined && ends < asOf) return 'expired';
  return attestationFacts.every((fact) => isWritten(attestation[fact])) ? 'holds' : 'incomplete';
}

/**
 * @returns the last day of an attestation: as stated, else the end of the fiscal year of its date. What is confirmed from
 *   January to March is the result of a year that is about to end, so it holds for the next one.
 */
export function lastDayOf({ date, validUntil }: Pick<Attestation, 'date' | 'validUntil'>): Day | undefined {
  if (validUntil !== undefined || date === undefined) return validUntil;
  const april = `${date.slice(0, 4)}-04-01`;
  return endOfFiscalYear(date < april ? april : date);
}

/** Whether an attestation speaks for a policy. One that names no policy speaks for every policy. */
export function speaksFor({ policy }: Attestation, { id }: Pick<Policy, 'id'>): boolean {
  return !isWritten(policy) || policy.normalize('NFKC').trim().toLowerCase() === id;
}

/** @returns the clauses of a policy that ask for an attestation on a day, or will from a later one on */
export function clausesToAttest({ clauses }: Pick<Policy, 'clauses'>, asOf: Day): readonly Clause[] {
  return clauses.filter((clause) => clause.attestation && forceOf(clause, asOf) !== 'ended');
}

/** @returns the clause that an attestation answers, however its reference is typed; also one that has ended */
export function attestedClause({ clause }: Attestation, policy: Pick<Policy, 'clauses'>): Clause | undefined {
  if (!isWritten(clause)) return undefined;
  const known =
    askedByReference.get(policy.clauses) ??
    byReference(policy.clauses.filter(({ attestation }) => attestation));
  askedByReference.set(policy.clauses, known);
  return known.meant(clause);
}

/** Cached: an inventory may have thousands of attestations. */
const askedByReference = new WeakMap<readonly Clause[], ByReference<Clause>>();

function byReference(clauses: readonly Clause[]): ByReference<Clause> {
  return new ByReference(clauses.map((clause) => [clause.ref, clause]));
}

/** @returns the clauses to attest that are entries of the provision referred to: `5[1]` for `5` */
export function clausesMeant(
  reference: string,
  policy: Pick<Policy, 'clauses'>,
  asOf: Day,
): readonly Clause[] {
  const order = referenceOrder(policy.clauses.map(({ ref }) => ref));
  return clausesToAttest(policy, asOf)
    .filter(({ ref }) => isBelow(ref, reference))
    .sort((a, b) => order(a.ref, b.ref));
}

/** @returns the attestations that are made for a clause, valid or not, by its reference in the policy */
export function attestationsByClause(
  context: AttestationContext,
): ReadonlyMap<string, readonly Attestation[]> {
  const known = byClause(context.inventory);
  const found = known.get(context.policy) ?? groupByClause(context);
  known.set(context.policy, found);
  return found;
}

const byClause = oncePerInventory(() => new WeakMap<object, ReadonlyMap<string, readonly Attestation[]>>());

function groupByClause(context: AttestationContext): ReadonlyMap<string, readonly Attestation[]> {
  const { inventory, policy } = context;
  const found = new Map<string, Attestation[]>();
  for (const attestation of inventory.records('attestations')) {
    if (!speaksFor(attestation, policy) || !context.binds(attestation)) continue;
    const clause = attestedClause(attestation, policy);
    if (clause !== undefined) addToGroup(found, clause.ref, attestation);
  }
  return found;
}

/** Whether a clause is attested, and the best attestation that holds. */
export interface Attested {
  readonly state: 'attested' | 'expired' | 'open';
  readonly by?: Attestation;
}

/**
 * Decides whether a clause is attested: only a valid attestation for exactly this clause does it. Of several the best
 * counts: one with evidence before one without, then the latest.
 *
 * @param isDoubtful whether an attestation has a problem of its own, such as evidence that is missing or changed or a value
 *   that cannot be read; it then does not count
 */
export function attested(
  ref: string,
  context: AttestationContext,
  isDoubtful: (attestation: Attestation) => boolean = () => false,
): Attested {
  const made = attestationsByClause(context).get(ref) ?? [];
  const holding = made.filter((one) => attestationState(one, context.asOf) === 'holds');
  const [best] = holding.filter((one) => !isDoubtful(one)).sort(betterFirst);
  if (best !== undefined) return { state: 'attested', by: best };
  const onlyExpired =
    holding.length === 0 && made.some((one) => attestationState(one, context.asOf) === 'expired');
  return { state: onlyExpired ? 'expired' : 'open' };
}

function betterFirst(a: Attestation, b: Attestation): number {
  const evidence = Number(hasEvidence(b)) - Number(hasEvidence(a));
  return evidence !== 0 ? evidence : (b.date ?? '').localeCompare(a.date ?? '');
}
