import type { Records, Section } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import { valueAt } from '../base/mapping.ts';
import {
  type AnyRule,
  defineRule,
  fail,
  type Issue,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  type RuleDefinition,
  review,
  type SubjectRecord,
  unknown,
} from './definition.ts';

/** Whether a rule applies to a record: yes, no, or an issue that says why that is unknown. */
export type Applicability = boolean | Issue;

/**
 * Judges only where the rule applies. A pass counts even where it is unknown whether the rule applies.
 *
 * @param applies whether the rule applies
 */
export function judgeWhere(applies: Applicability, judge: () => Outcome): Outcome {
  if (applies === false) return notApplicable;
  const outcome = judge();
  return applies === true || outcome === pass || outcome === notApplicable ? outcome : applies;
}

/** One yes/no fact that should be so, and of which records it is asked. */
export interface Fact<S extends Section> {
  /** the field, `storage.locked` */
  readonly field: string;
  /** what the field should say; `true` when left out */
  readonly wanted?: boolean;
  /** says that the field states the opposite; continues a sentence that begins with the record's name */
  readonly violation: Localized;
  /** what to do then, where the rule's own remedy also speaks of other records */
  readonly action?: Localized;
  /** for records of which “no” may be right, so that it is a review: its message and remedy */
  noMayBeRight?(record: Records[S]): { readonly message: Localized; readonly remedy: Localized } | undefined;
  /** @param stated whether the record states the field itself */
  when?(record: Records[S], context: RuleContext, stated: boolean): Applicability;
  /** the paths through the network that a violation is about */
  paths?(record: Records[S], context: RuleContext): Issue['paths'];
  /** where else the fact may be stated, when the field is absent */
  otherwise?(record: Records[S], context: RuleContext): FactElsewhere | undefined;
}

/** A fact that another record states. */
export interface FactElsewhere {
  readonly record: object;
  readonly path: string;
  readonly value: boolean;
  /** names the other record in a trace */
  readonly message: Localized;
}

/** A rule that only asks whether one yes/no fact is as it should be. */
export interface FactRule<S extends Section> extends Omit<RuleDefinition<S>, 'check'>, Fact<S> {}

/** Makes a rule of one yes/no fact. */
export function defineFactRule<const S extends Section>(fact: FactRule<S>): AnyRule {
  const { field, wanted, violation, action, noMayBeRight, when, paths, otherwise, ...rule } = fact;
  const check = checkFact<S>(fact);
  return defineRule<S>({
    ...rule,
    check: (record: SubjectRecord<S>, context) => check(record as Records[S], context),
  });
}

/**
 * Makes a check of one yes/no fact, for rules that ask more than that. A fact that is as it should be passes even where it
 * is unknown whether the rule applies; a date counts as yes.
 */
export function checkFact<S extends Section>(
  fact: Fact<S>,
): (record: Records[S], context: RuleContext) => Outcome {
  const { field, wanted = true, violation } = fact;
  const steps = field.split('.');
  return (record, context) => {
    const own = valueAt(record, steps);
    const applies = fact.when?.(record, context, own !== undefined) ?? true;
    if (applies === false) return notApplicable;
    const elsewhere = own === undefined ? fact.otherwise?.(record, context) : undefined;
    const stated = own ?? elsewhere?.value;
    if (stated !== undefined && (stated !== false) === wanted) return pass;
    if (applies !== true) return applies;
    const rightIf = fact.noMayBeRight?.(record);
    const action = rightIf?.remedy ?? fact.action;
    const details = { wanted, ...defined({ action }) };
    if (stated === undefined) return unknown(field, undefined, details);
    if (rightIf !== undefined) return review(field, rightIf.message, details);
    const paths = fact.paths?.(record, context);
    return fail(field, violation, {
      ...details,
      ...defined({ paths }),
      ...(elsewhere === undefined ? {} : { trace: [elsewhere], decidedBy: elsewhere.record }),
    });
  };
}
