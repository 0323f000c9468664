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
  const own: PartialChecks = checks;
  const check = (record: Records[S], context: RuleContext) => {
    const section = context.inventory.sectionOf(record) ?? 'organization';
    const ofSection = own[section] ?? own.organization;
    return ofSection === undefined ? notApplicable : ofSection(record as never, context);
  };
  combined.set(check, own);
  return check;
}

type Check = (record: never, context: RuleContext) => Outcome;
type PartialChecks = Partial<Record<Section, Check>>;

const combined = new WeakMap<Check, PartialChecks>();

/** @returns the check of the records of one section, where a check combines several: for whoever knows the section of a record */
export function checkOfSection(check: Check, section: Section): Check {
  return combined.get(check)?.[section] ?? check;
}
