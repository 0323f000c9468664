import type { Records, Section } from '../../generated/records.ts';
import { allHold } from '../base/kleene.ts';
import { axes, type Floor } from '../policy/policy.ts';
import { levelUnknown } from './applicability.ts';
import type { Classified, RuleContext } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { serviceConfidentialityAtLeast } from './service-level.ts';

/**
 * Whether a record has at least the levels from which on a clause asks something; where that is unknown, the issue asks for
 * the level. Records that have no level of their own are asked in any case.
 *
 * @param context whose `atLeast` compares with these levels
 */
export function reachesLevels(
  floor: Floor,
  section: Section,
  record: object,
  context: RuleContext,
): Applicability {
  const stated = axes.filter((axis) => floor[axis] !== undefined);
  return allHold(stated, (axis) => reaches(section, record, axis, context));
}

function reaches(
  section: Section,
  record: object,
  axis: (typeof axes)[number],
  context: RuleContext,
): Applicability {
  if (section === 'services')
    return axis === 'confidentiality' ? ofService(record as Records['services'], context) : true;
  if (section !== 'assets' && section !== 'systems') return true;
  const classified = record as Classified;
  return context.atLeast(classified, axis, lowest) ?? levelUnknown(classified, axis);
}

/** The canonical level that the level of the clause stands in for. */
const lowest = 1;

const ofService = serviceConfidentialityAtLeast(lowest);
