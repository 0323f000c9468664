import type { Attestation } from '../../../generated/records.ts';
import type { Day } from '../../base/date.ts';
import type { DueItem } from '../../result/result.ts';
import { attestationState, attestationsByClause, clausesToAttest, lastDayOf } from '../../rule.ts';
import type { PolicyView } from '../policy-view.ts';
import { type DueMatter, itemAt } from './matter.ts';
import { attestationEnded, attestationEnds } from './words.ts';

/**
 * The attestations by which a clause is attested no longer than until a day in time: of several for one clause the one that lasts
 * longest counts. Also those that have run out, where no other stands in for them.
 */
export function attestationsDue({ inventory, views, asOf }: DueMatter, until: Day): DueItem[] {
  /** the clauses of an attestation that runs out: it may answer those of several policies */
  const running = new Map<Attestation, { readonly date: Day; readonly refs: Set<string> }>();
  for (const view of views) {
    for (const [ref, attestation] of lastingLongest(view, asOf)) {
      const date = lastDayOf(attestation);
      if (date === undefined || date > until) continue;
      const known = running.get(attestation) ?? { date, refs: new Set<string>() };
      known.refs.add(ref);
      running.set(attestation, known);
    }
  }
  return [...running].map(([attestation, { date, refs }]) => {
    const what = (date < asOf ? attestationEnded : attestationEnds)([...refs]);
    const told = { kind: 'attestation', date, key: 'validUntil', what } as const;
    return itemAt(inventory, inventory.entryOf(attestation), ['validUntil'], told);
  });
}

/** @returns for each clause to attest the attestation that holds or, where none does any more, held longest */
function lastingLongest({ inventory, policy, binds }: PolicyView, asOf: Day): [string, Attestation][] {
  const made = attestationsByClause({ asOf, inventory, policy, binds });
  return clausesToAttest(policy, asOf).flatMap(({ ref }) => {
    const complete = (made.get(ref) ?? []).filter((one) => attestationState(one, asOf) !== 'incomplete');
    const [longest] = [...complete].sort((a, b) => ((lastDayOf(a) ?? '') > (lastDayOf(b) ?? '') ? -1 : 1));
    return longest === undefined ? [] : [[ref, longest]];
  });
}
