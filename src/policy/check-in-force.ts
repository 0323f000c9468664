import { parseDay } from '../base/date.ts';
import type { Path } from '../yaml/tape.ts';
import type { PolicyContent } from './build.ts';
import { resolveInForce, type WrittenInForce } from './in-force.ts';
import { ByReference } from './reference.ts';

/** What is wrong with the days on which a policy or a clause is in force. Codes and facts, no prose. */
export type InForceProblem =
  | { readonly code: 'no-day-in-force' }
  /** a clause leaves out what exists on its first day, and states none */
  | { readonly code: 'new-only-without-day' }
  /** `ref`: the clause of the base whose day does not go with one of this policy */
  | {
      readonly code: 'ends-before-it-begins';
      readonly from: string;
      readonly until: string;
      readonly ref?: string;
    };

/** What a policy file says of days in force, as far as it keeps to the schema. */
interface DraftDays {
  readonly validPart: WrittenDays;
  /** @returns whether nothing at a path broke the schema, so that a day missing there was not written */
  isValid(path: Path): boolean;
}

interface WrittenDays {
  readonly inForce?: WrittenInForce;
  readonly clauses?: readonly (
    | { readonly ref?: string; readonly inForce?: WrittenInForce; readonly newOnly?: boolean }
    | undefined
  )[];
  readonly drop?: readonly (string | undefined)[];
}

/** @param part `key` where the key of the path is wrong, not its value */
type Report = (path: Path, problem: InForceProblem, part?: 'key') => void;

/**
 * Checks the days of a policy and of its clauses, those that it takes over from its base included: a day that a clause does
 * not state is that of the policy.
 *
 * @param inherited the clauses of the base
 */
export function checkInForce(
  { validPart: { inForce, clauses = [], drop = [] }, isValid }: DraftDays,
  inherited: PolicyContent['clauses'],
  report: Report,
): void {
  const checkDays = (path: Path, own: WrittenInForce | undefined, around?: WrittenInForce) => {
    if (own !== undefined && isValid(path)) checkOne(path, own, around, report);
  };
  checkDays(['inForce'], inForce);
  const left = new ByReference(inherited.map((clause) => [clause.ref, clause]));
  for (const ref of drop) if (ref !== undefined) left.delete(ref);
  for (const [index, clause] of clauses.entries()) {
    const { ref, inForce: own, newOnly } = clause ?? {};
    const first = { ...inForce, ...(ref !== undefined && left.get(ref)?.inForce), ...own }.from;
    if (newOnly === true && first === undefined && isValid(['clauses', index, 'inForce']))
      report(['clauses', index, 'newOnly'], { code: 'new-only-without-day' }, 'key');
    if (own === undefined) continue;
    checkDays(['clauses', index, 'inForce'], own, inForce);
    // What the clause states takes the place of what it states in the base.
    if (ref !== undefined) left.delete(ref);
  }
  if (inForce === undefined || isReversed(inForce)) return;
  for (const { ref, inForce: theirs } of left.values()) {
    const { from, until } = { ...inForce, ...theirs };
    if (theirs === undefined || from === undefined || until === undefined) continue;
    const key = theirs.until === undefined ? 'until' : 'from';
    if (isReversed({ from, until }) && inForce[key] !== undefined)
      report(['inForce', key], { code: 'ends-before-it-begins', from, until, ref });
  }
}

/** @param around the days of the policy, of which a clause may state the other one */
function checkOne(path: Path, own: WrittenInForce, around: WrittenInForce | undefined, report: Report): void {
  if (own.from === undefined && own.until === undefined) {
    report(path, { code: 'no-day-in-force' }, 'key');
    return;
  }
  const { from, until } = { ...around, ...own };
  if (from === undefined || until === undefined || !isReversed({ from, until })) return;
  report([...path, own.until === undefined ? 'from' : 'until'], {
    code: 'ends-before-it-begins',
    from,
    until,
  });
}

/** Whether the last day is before the first. Texts that are no days break the schema, and are reported already. */
function isReversed(written: WrittenInForce): boolean {
  const { from, until } = resolveInForce(undefined, written) ?? {};
  if (from === undefined || until === undefined) return false;
  return parseDay(from) !== undefined && parseDay(until) !== undefined && until < from;
}
