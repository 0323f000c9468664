import type { Records } from '../../generated/records.ts';
import { allHold } from '../base/kleene.ts';
import type { Entry } from '../inventory/inventory.ts';
import { inventoryShapeWith } from '../policy/own/fields.ts';
import type { Policy, WrittenPredicate } from '../policy/policy.ts';
import { subjectOfSection } from '../policy/predicate.ts';
import type { Terms } from '../policy/terms.ts';
import {
  type Applicability,
  type Condition,
  compilePredicate,
  isKept,
  isNo,
  type RuleContext,
  reachesLevels,
} from '../rule.ts';
import type { Shape } from '../schema/shape.ts';

/** Whether clauses ask a rule of a record; where that is not known, the issue asks for the fact that the record lacks. */
type Asked = (entry: Entry) => Applicability;

/** Of which records a rule is asked, beside what the clauses say. */
interface AskedRecords {
  readonly policy: Pick<Policy, 'fields'>;
  /** of no system that was disposed of */
  readonly keptOnly: boolean;
}

/**
 * Makes what tells whether clauses ask a rule of a record: from its level on, and under their condition.
 *
 * @returns `undefined` where they ask it of every record
 */
export function askedOf(
  { floor, where }: Terms,
  context: RuleContext,
  { policy: { fields }, keptOnly }: AskedRecords,
): Asked | undefined {
  const terms: Asked[] = [
    ...(keptOnly ? [ofKept] : []),
    ...(floor === undefined
      ? []
      : [({ section, record }: Entry) => reachesLevels(floor, section, record, context)]),
    ...(where === undefined ? [] : [meets(where, context, inventoryShapeWith(fields))]),
  ];
  return terms.length === 0 ? undefined : (entry) => allHold(terms, (term) => term(entry));
}

/** An asset says by the rules that ask of it whether it matters that it was disposed of. */
function ofKept({ section, record }: Entry): Applicability {
  return section === 'systems' ? isKept(record as Records['systems']) : true;
}

/** The body as a whole is asked whatever the condition on records. */
function meets(where: WrittenPredicate, context: RuleContext, inventory: Shape): Asked {
  const conditions = new Map<string, Condition>();
  return ({ section, record }) => {
    if (section === 'organization') return true;
    const condition =
      conditions.get(section) ??
      compilePredicate(where, { subject: subjectOfSection({ inventory }, section), message, decides: false });
    conditions.set(section, condition);
    const answer = condition.ask(record, context);
    if (answer === true) return true;
    return isNo(answer) ? false : answer[0];
  };
}

/** Nobody is told that a clause asks nothing of a record. */
const message = { ja: '', en: '' };
