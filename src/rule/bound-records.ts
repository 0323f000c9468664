import type { Records } from '../../generated/records.ts';
import type { ListSection } from '../inventory/view.ts';
import type { RuleContext } from './definition.ts';

/** The records of a section that are in scope: records of an agency out of scope prove nothing about the body. */
export function boundRecords<S extends ListSection>(
  section: S,
  { inventory, binds }: RuleContext,
): readonly Records[S][] {
  return inventory.records(section).filter(binds);
}
