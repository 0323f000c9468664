import type { Records, Section } from '../../generated/records.ts';
import { notApplicable, type Outcome, type RuleContext } from './definition.ts';

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
  const bySection: Partial<Record<Section, (record: never, context: RuleContext) => Outcome>> = checks;
  return (record, context) => {
    const section = context.inventory.sectionOf(record) ?? 'organization';
    const check = bySection[section] ?? bySection.organization;
    return check === undefined ? notApplicable : check(record as never, context);
  };
}
