import type { Records } from '../../generated/records.ts';
import type { ListSection } from '../inventory/view.ts';
import type { RuleContext } from './definition.ts';

/**
 * The records of a section that the policy applies to: what an agency out of scope has does not show what the body
 * has.
 */
export function boundRecords<S extends ListSection>(
  section: S,
  { inventory, binds }: RuleContext,
): readonly Records[S][] {
  return inventory.records(section).filter(binds);
}
