import { columnsOf } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';

/** What a policy asks for: by section and field, the clauses that do, as they are cited. */
export type AskedFields = ReadonlyMap<RecordSection, ReadonlyMap<FieldTarget, readonly string[]>>;

/** A rule, with the fields that it judges (`assets.storage.locked`) and the clauses that cite it. */
export interface AskingRule {
  readonly judged: readonly string[];
  readonly clauses: readonly string[];
}

/** @returns which columns the rules of a policy ask for, in the order of the rules */
export function askedFields(rules: readonly AskingRule[], sections: readonly RecordSection[]): AskedFields {
  const targets = new Map<string, { readonly section: RecordSection; readonly target: FieldTarget }>(
    sections.flatMap((section) =>
      columnsOf(section).map(
        ({ target }) => [`${section}.${target.replaceAll('[]', '')}`, { section, target }] as const,
      ),
    ),
  );
  const asked = new Map<RecordSection, Map<FieldTarget, readonly string[]>>();
  for (const { judged, clauses } of rules)
    for (const field of judged) {
      const found = targets.get(field);
      if (found === undefined) continue;
      const own = asked.get(found.section) ?? new Map<FieldTarget, readonly string[]>();
      own.set(found.target, [...new Set([...(own.get(found.target) ?? []), ...clauses])]);
      asked.set(found.section, own);
    }
  return asked;
}
