import type { Organization } from '../../generated/records.ts';
import { hasEvidence } from '../base/written.ts';

type Exemption = NonNullable<Organization['exemption']>;

/** What an exemption rests on, in the order in which a person would establish it. */
export const exemptionGrounds = [
  'connected',
  'massPersonalInformation',
  'date',
  'evidence',
] as const satisfies readonly (keyof Exemption)[];

type Ground = (typeof exemptionGrounds)[number];

/**
 * @returns what a body does not state of its exemption (施行規則第16条の3第1項ただし書): that neither is so, the day, and evidence;
 *   `undefined` where it claims none, or states itself that one of the two is so
 */
export function lackingGrounds({ exemption }: Pick<Organization, 'exemption'>): Ground[] | undefined {
  if (exemption === undefined || exemption === null) return undefined;
  const { connected, massPersonalInformation, date } = exemption;
  if (connected === true || massPersonalInformation === true) return undefined;
  const isStated: Readonly<Record<Ground, boolean>> = {
    connected: connected === false,
    massPersonalInformation: massPersonalInformation === false,
    date: date !== undefined && date !== null,
    evidence: hasEvidence(exemption),
  };
  return exemptionGrounds.filter((ground) => !isStated[ground]);
}

/** Whether a body states to be exempt, and everything that this rests on. It is never inferred from what an inventory lacks. */
export function isExempt(organization: Organization | undefined): boolean {
  return organization !== undefined && lackingGrounds(organization)?.length === 0;
}
