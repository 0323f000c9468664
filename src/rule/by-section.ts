import type { Records, Section } from '../../generated/records.ts';
import type { InventoryView, ListSection } from '../inventory/view.ts';
import { notApplicable, type Outcome, type RuleContext } from './definition.ts';
import { oncePerInventory } from './once-per-inventory.ts';

/** For rules that ask different things of the records of several sections: one check for each of the sections. */
export type SectionChecks<S extends Section> = {
  readonly [Each in S]: (record: Records[Each], context: RuleContext) => Outcome;
};

/**
 * Combines the checks of each section. A record does not state its section, so it is looked up; a record found in none is
 * the organization.
 */
export function checkBySection<S extends Section>(
  checks: SectionChecks<S>,
): (record: Records[S], context: RuleContext) => Outcome {
  const sections = Object.keys(checks) as S[];
  return (record, context) => {
    const section =
      sections.find((each) => each !== 'organization' && isRecordOf(each, record, context.inventory)) ??
      sections.find((each) => each === 'organization');
    return section === undefined ? notApplicable : checks[section](record, context);
  };
}

function isRecordOf(section: ListSection, record: object, inventory: InventoryView): boolean {
  const sections = membersOf(inventory);
  const members = sections.get(section) ?? new Set(inventory.records(section));
  sections.set(section, members);
  return members.has(record);
}

const membersOf = oncePerInventory(() => new Map<ListSection, ReadonlySet<object>>());
