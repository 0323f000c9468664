import { addToGroup } from '../../base/groups.ts';
import type { Finding, MissingFact } from '../../result/result.ts';

/** One fact to fill in, everywhere it is missing, with the judgements that wait for it. */
export interface ToDo {
  readonly fact: MissingFact;
  /** the records that lack the fact, in the order of the findings; the first few are enough to show where */
  readonly records: readonly MissingFact[];
  /** by rule, in the order of their findings */
  readonly waiting: ReadonlyMap<string, readonly Finding[]>;
  readonly count: number;
}

/**
 * Gathers unknowns by the fact that is missing, the one that settles most first: a half-filled register becomes a
 * list of what to fill in rather than one of accusations.
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
    const place = `${file}\n${document}\n${pointer}`;
    if (!found.records.has(place)) found.records.set(place, fact);
    addToGroup(found.waiting, finding.ruleId, finding);
  }
  return [...facts.values()]
    .map(({ records, ...toDo }) => ({ ...toDo, records: [...records.values()] }))
    .sort((a, b) => b.count - a.count);
}
