import type { Records } from '../../generated/records.ts';
import type { ListSection } from '../inventory/view.ts';
import type { RuleContext } from './definition.ts';

/** The records of a section that are in scope: records of an agency out of scope prove nothing about the body. */
export function boundRecords<S extends ListSection>(
  section: S,
  { inventory, binds }: RuleContext,
): readonly Records[S][] {
  let bySection = bound.get(binds);
  if (bySection === undefined) {
    bySection = new Map();
    bound.set(binds, bySection);
  }
  let records = bySection.get(section);
  if (records === undefined) {
    records = inventory.records(section).filter(binds);
    bySection.set(section, records);
  }
  return records as readonly Records[S][];
}

/** Found once for an inventory under a policy, whose own question this is: dozens of rules ask for the records of a section. */
const bound = new WeakMap<RuleContext['binds'], Map<ListSection, readonly object[]>>();
