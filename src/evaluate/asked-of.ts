import type { Records } from '../../generated/records.ts';
import type { Entry } from '../inventory/inventory.ts';
import { fieldShape } from '../policy/check-predicate.ts';
import { readLayer } from '../policy/layers.ts';
import type { Axis } from '../policy/policy.ts';
import {
  compilePredicate,
  type Derived,
  fieldsOf,
  type Truth,
  type WrittenPredicate,
} from '../policy/predicate.ts';
import type { Terms } from '../policy/terms.ts';
import { type Applicability, type Classified, type RuleContext, reachesLevels, unknown } from '../rule.ts';

/**
 * Makes what tells whether clauses ask a rule of a record: from its level on, and under their condition. Where that is not
 * known, the issue asks for the fact that the record lacks.
 *
 * @returns `undefined` where they ask it of every record
 */
export function askedOf(
  { floor, where }: Terms,
  context: RuleContext,
): ((entry: Entry) => Applicability) | undefined {
  if (floor === undefined && where === undefined) return undefined;
  const meets = where && conditionOn(where, context);
  return (entry) => {
    const { section, record } = entry;
    const reached = floor === undefined || reachesLevels(floor, section, record, context);
    if (reached === false) return false;
    const truth = meets === undefined || meets(entry);
    if (truth === false) return false;
    if (reached !== true) return reached;
    return truth === true || unknown(truth.path);
  };
}

/** Records that have none of the fields that are asked about are none of those that are meant; the body is always. */
function conditionOn(where: WrittenPredicate, context: RuleContext): (entry: Entry) => Truth {
  const condition = compilePredicate(where);
  const fields = fieldsOf(where);
  const known = new Map<string, boolean>();
  return ({ section, record }) => {
    if (section === 'organization') return true;
    const isMeant = known.get(section) ?? fields.every((field) => fieldShape(section, field) !== undefined);
    known.set(section, isMeant);
    return isMeant && condition(record, derivedOf(section, record, context));
  };
}

function derivedOf(section: Entry['section'], record: object, context: RuleContext): Derived {
  return {
    compareLevel: (axis, level) => context.compareToLevel(record as Classified, axis as Axis, level),
    standsIn: (layer) => standsIn(readLayer(context.policy, layer)?.id, section, record, context),
  };
}

function standsIn(
  layer: string | undefined,
  section: Entry['section'],
  record: object,
  { network, inventory }: RuleContext,
): Truth {
  if (section === 'segments' || section === 'services') {
    const reading = network.layerOf(record as Records['segments'] | Records['services']);
    return reading.known === 'yes' ? reading.layer.id === layer : { path: 'layer' };
  }
  const { segments } = record as Partial<Records['systems']>;
  if (section !== 'systems') return false;
  if (segments === undefined) return { path: 'segments' };
  let open = false;
  for (const id of segments) {
    const segment = inventory.find('segments', id);
    const reading = segment && network.layerOf(segment);
    if (reading?.known !== 'yes') open = true;
    else if (reading.layer.id === layer) return true;
  }
  return open ? { path: 'segments' } : false;
}
