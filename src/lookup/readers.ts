import { fieldsRead, fieldsReadByProgram } from '../../generated/fields-read.ts';
import { isMapping } from '../base/mapping.ts';
import type { OwnRule, WrittenPredicate } from '../policy/own/rule.ts';
import type { Policy } from '../policy/policy.ts';

/** The fields that one rule has to do with, without the marks of lists: `assets.storage.locked`, `organization.roles.post`. */
export interface FieldsOfRule {
  /** those that its issues name: what it asks for */
  readonly judged: readonly string[];
  /** those that it looks at besides */
  readonly read: readonly string[];
}

/** @returns the fields of every rule, of those that policies write themselves as their conditions name them */
export function fieldsOfRules(
  policies: readonly Pick<Policy, 'ownRules'>[],
): ReadonlyMap<string, FieldsOfRule> {
  const own = policies.flatMap(({ ownRules }) =>
    ownRules.map((rule) => [rule.id, fieldsOfOwn(rule)] as const),
  );
  return new Map([...Object.entries(fieldsRead()), ...own]);
}

/** Whether a field decides what is judged, whatever the rules: by scope, by exceptions. */
export function isReadByProgram(field: string): boolean {
  return readByProgram.has(field);
}

const readByProgram: ReadonlySet<string> = new Set(fieldsReadByProgram);

function fieldsOfOwn({ appliesTo, when, require, exists }: OwnRule): FieldsOfRule {
  const below = (condition: WrittenPredicate | undefined) =>
    appliesTo.flatMap((section) => pathsIn(condition ?? {}, section));
  const judged = new Set(below(require));
  const read = [...below(when), ...pathsIn(exists?.where ?? {}, exists?.section ?? '')];
  return { judged: [...judged], read: [...new Set(read)].filter((field) => !judged.has(field)) };
}

/** The fields that a condition names, below a section or an item of a list. */
function pathsIn(condition: unknown, under: string): string[] {
  if (Array.isArray(condition)) return condition.flatMap((one) => pathsIn(one, under));
  if (!isMapping(condition)) return [];
  return Object.entries(condition).flatMap(([key, test]) => {
    if (['all', 'any', 'not'].includes(key)) return pathsIn(test, under);
    if (key.startsWith('$level.')) return [`${under}.classification.${key.slice('$level.'.length)}`];
    if (key.startsWith('$')) return [];
    const field = `${under}.${key}`;
    const items = isMapping(test) ? (test['some'] ?? test['each']) : undefined;
    return isMapping(items) ? pathsIn(items, field) : [field];
  });
}
