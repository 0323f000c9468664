import { addToGroup } from '../../base/groups.ts';
import type { Finding, MissingFact } from '../../result/result.ts';

/** One fact to fill in, with the records that lack it and the findings that wait for it. */
export interface ToDo {
  readonly fact: MissingFact;
  /** the records that lack the fact, in the order of the findings; the first few are enough to show where */
  readonly records: readonly MissingFact[];
  /** by rule, in the order of their findings */
  readonly waiting: ReadonlyMap<string, readonly Finding[]>;
  readonly count: number;
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
    const fact = finding.missing ?? {
      kind: finding.record.kind,
      field: finding.field,
      record: finding.record,
      location: finding.location,
    };
    const key = `${fact.kind}\n${fact.field}\n${fact.what?.id ?? ''}`;
    let found = facts.get(key);
    if (found === undefined) {
      found = { fact, records: new Map(), waiting: new Map(), count: 0 };
      facts.set(key, found);
    }
    found.count++;
    const { file, document, pointer } = fact.location;
    const location = `${file}\n${document}\n${pointer}`;
    if (!found.records.has(location)) found.records.set(location, fact);
    addToGroup(found.waiting, finding.ruleId, finding);
  }
  return [...facts.values()]
    .map(({ records, ...toDo }) => ({ ...toDo, records: [...records.values()] }))
    .sort((a, b) => b.count - a.count);
}
