import { defined } from '../../../base/defined.ts';
import { addToGroup } from '../../../base/groups.ts';
import type { Finding, MissingFact } from '../../../result/result.ts';

/** One fact to fill in, with the records that lack it and the findings that wait for it. */
export interface ToDo {
  readonly fact: MissingFact;
  /** the records that lack the fact, in the order of the findings; the first few are enough to show where */
  readonly records: readonly MissingFact[];
  /** by rule, in the order of their findings */
  readonly waiting: ReadonlyMap<string, readonly Finding[]>;
  readonly count: number;
}

/** The fact that an unknown waits for. */
export function factOf({ missing, record, field, location, agency, division }: Finding): MissingFact {
  return missing ?? { kind: record.kind, field, record, location, ...defined({ agency, division }) };
}

/** What tells the place of a fact from others. */
export function placeOf({ location: { file, document, pointer } }: MissingFact): string {
  return `${file}\n${document}\n${pointer}`;
}

/** Whether a finding is unknown since a fact is not written: not where one is written that does not settle it. */
export function isMissing({ missing }: Pick<Finding, 'missing'>): boolean {
  return missing !== undefined && missing.stated === undefined;
}

/**
 * Groups unknowns by the missing fact, the one that settles most findings first: people with a half-filled inventory
 * need a list of what to fill in, not one of complaints.
 */
export function toDos(findings: readonly Finding[]): ToDo[] {
  const facts = new Map<
    string,
    { fact: MissingFact; records: Map<string, MissingFact>; waiting: Map<string, Finding[]>; count: number }
  >();
  for (const finding of findings) {
    const fact = factOf(finding);
    const key = `${fact.kind}\n${fact.field}\n${fact.what?.id ?? ''}`;
    let found = facts.get(key);
    if (found === undefined) {
      found = { fact, records: new Map(), waiting: new Map(), count: 0 };
      facts.set(key, found);
    }
    found.count++;
    const place = placeOf(fact);
    if (!found.records.has(place)) found.records.set(place, fact);
    addToGroup(found.waiting, finding.ruleId, finding);
  }
  return [...facts.values()]
    .map(({ records, ...toDo }) => ({ ...toDo, records: [...records.values()] }))
    .sort((a, b) => b.count - a.count);
}
