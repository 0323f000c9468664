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
export function factOf(finding: Finding): MissingFact {
  const { missing } = finding;
  if (missing !== undefined) return missing;
  const { record, field, location, agency, division } = finding;
  return { kind: record.kind, field, record, location, ...defined({ agency, division }) };
}

/**
 * What tells the place of a fact from those of the same fact in other records. A field that is no item of a list stands once in a
 * record, which is told without looking for the place.
 */
export function placeOf(fact: MissingFact): object | string {
  const { kind, field, what, record } = fact;
  return kind === 'files' || what !== undefined || field.includes('[]') ? namedPlace(fact) : record;
}

function namedPlace({ location: { file, document, pointer } }: MissingFact): string {
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
  const bySection = new Map<string, Map<string, Map<string, Found>>>();
  const all: Found[] = [];
  for (const finding of findings) {
    const fact = factOf(finding);
    const ofField = inner(inner(bySection, fact.kind), fact.field);
    const what = fact.what?.id ?? '';
    let found = ofField.get(what);
    if (found === undefined) {
      found = { fact, records: new Map(), waiting: new Map(), count: 0 };
      ofField.set(what, found);
      all.push(found);
    }
    found.count++;
    const place = placeOf(fact);
    if (!found.records.has(place)) found.records.set(place, fact);
    addToGroup(found.waiting, finding.ruleId, finding);
  }
  return all
    .map(({ records, ...toDo }) => ({ ...toDo, records: [...records.values()] }))
    .sort((a, b) => b.count - a.count);
}

/** A fact to fill in while findings are grouped. */
interface Found {
  readonly fact: MissingFact;
  readonly records: Map<object | string, MissingFact>;
  readonly waiting: Map<string, Finding[]>;
  count: number;
}

function inner<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, known);
  return known;
}
