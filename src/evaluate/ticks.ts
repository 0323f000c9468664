import { isMapping } from '../base/mapping.ts';
import type { Entry } from '../inventory/inventory.ts';
import type { Ticks } from '../result/result.ts';
import type { EvaluatedState } from './states.ts';

/** The fields that a rule asks for, by its id, such as `assets.storage.locked`. */
export type FieldsAskedFor = ReadonlyMap<string, { readonly judged: readonly string[] }>;

/**
 * Counts the passes that rest on a mere yes or no. A date or a name can be held against the original; of a yes there is
 * nothing to look at unless the record names it. Fields that only decide whether a rule applies prove nothing and are left
 * out, and so are facts of other records, which answer for themselves.
 */
export function countTicks({ passes: judgeAgain }: EvaluatedState, fields: FieldsAskedFor): Ticks {
  const inSection = new Map<string, readonly (readonly string[])[]>();
  const asked = (ruleId: string, section: string) => {
    const key = `${ruleId}\n${section}`;
    const known = inSection.get(key) ?? fieldsBelow(section, fields.get(ruleId)?.judged ?? []);
    inSection.set(key, known);
    return known;
  };
  let passes = 0;
  let withoutEvidence = 0;
  judgeAgain((ruleId, entry) => {
    passes++;
    if (entry === undefined || namesEvidence(entry)) return;
    const { record, section } = entry;
    if (asked(ruleId, section).some((keys) => isTicked(record, keys))) withoutEvidence++;
  });
  return { passes, withoutEvidence };
}

function fieldsBelow(section: string, fields: readonly string[]): readonly (readonly string[])[] {
  return fields
    .filter((field) => field.startsWith(`${section}.`))
    .map((field) => field.slice(section.length + 1).split('.'));
}

function namesEvidence({ record }: Entry): boolean {
  const { evidence = [] } = record as { readonly evidence?: readonly unknown[] };
  return evidence.length > 0;
}

/** Whether a yes or no stands at a path, in any item of the lists on the way. */
function isTicked(value: unknown, keys: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => isTicked(item, keys));
  const [key, ...below] = keys;
  if (key === undefined) return typeof value === 'boolean';
  return isMapping(value) && isTicked(value[key], below);
}
