import type { Records } from '../../generated/records.ts';
import { allHold } from '../base/kleene.ts';
import type { Entry } from '../inventory/inventory.ts';
import { knowsPath } from '../policy/check-predicate.ts';
import { readLayer } from '../policy/layers.ts';
import type { WrittenPredicate } from '../policy/policy.ts';
import { compilePredicate, type Derived, type Predicate, type Truth } from '../policy/predicate.ts';
import type { Terms } from '../policy/terms.ts';
import { type Applicability, type Classified, type RuleContext, reachesLevels, unknown } from '../rule.ts';

/** Whether clauses ask a rule of a record; where that is not known, the issue asks for the fact that the record lacks. */
type Asked = (entry: Entry) => Applicability;

/**
 * Makes what tells whether clauses ask a rule of a record: from its level on, and under their condition.
 *
 * @returns `undefined` where they ask it of every record
 */
export function askedOf({ floor, where }: Terms, context: RuleContext): Asked | undefined {
  const terms: Asked[] = [
    ...(floor === undefined
      ? []
      : [({ section, record }: Entry) => reachesLevels(floor, section, record, context)]),
    ...(where === undefined ? [] : [meets(where, context)]),
  ];
  return terms.length === 0 ? undefined : (entry) => allHold(terms, (term) => term(entry));
}

/** The body as a whole is asked whatever the condition on records. */
function meets(where: WrittenPredicate, context: RuleContext): Asked {
  const conditions = new Map<string, Predicate>();
  return ({ section, record }) => {
    if (section === 'organization') return true;
    const condition = conditions.get(section) ?? compilePredicate(where, (path) => knowsPath(section, path));
    conditions.set(section, condition);
    const truth = condition(record, derivedOf(section, record, context));
    return typeof truth === 'boolean' ? truth : unknown(truth.path);
  };
}

function derivedOf(section: Entry['section'], record: object, context: RuleContext): Derived {
  // A service has its level of confidentiality beside its other fields.
  const isService = section === 'services';
  const classified = (isService ? { classification: record } : record) as Classified;
  return {
    compareLevel: (axis, level) =>
      context.compareToLevel(classified, axis, level) ?? {
        path: isService ? axis : `classification.${axis}`,
      },
    standsIn: (layer) => standsIn(readLayer(context.policy, layer)?.id, section, record, context),
  };
}

function standsIn(
  layer: string | undefined,
  section: Entry['section'],
  record: object,
  { network }: RuleContext,
): Truth {
  if (section === 'systems') {
    const { in: isIn } = network.standsIn(record as Records['systems'], ({ id }) => id === layer);
    return isIn ?? { path: 'segments' };
  }
  const reading = network.layerOf(record as Records['segments'] | Records['services']);
  return reading.known === 'yes' ? reading.layer.id === layer : { path: 'layer' };
}
