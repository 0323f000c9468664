import type { Asset, Connection, Contract, Records, Section } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import { isLayerStated, readLayer } from '../policy/layers.ts';
import type { RuleContext } from './definition.ts';

/** The sections of what a transitional rule may leave to the earlier law: what exists, and the outsourcing that runs. */
export const datedSections = [
  'systems',
  'services',
  'segments',
  'facilities',
  'assets',
  'contracts',
] as const satisfies readonly Section[];

type DatedSection = (typeof datedSections)[number];

/** The record of which a section is asked when it began, and the field that says so. */
export interface DatedSubject {
  readonly section: DatedSection;
  readonly record: Records[DatedSection];
}

/** @returns the field of a section in which a record says when it began */
export function beginningField(section: DatedSection): string {
  return section === 'contracts' ? 'period.starts' : 'introduced';
}

/**
 * @returns whether a record is asked itself when it began: of assets only media are, since information goes with its system;
 *   what lies outside the body is not its own
 */
export function isDated({ section, record }: DatedSubject, { policy }: Pick<RuleContext, 'policy'>): boolean {
  if (section === 'assets') return (record as Asset).form === 'media';
  if (section !== 'segments') return true;
  const { layer } = record as Records['segments'];
  return !isLayerStated(layer) || readLayer(policy, layer)?.treatedAs !== 'external';
}

/** @returns the day on which a record says that it began */
export function beginningOf({ section, record }: DatedSubject): Day | undefined {
  if (section === 'contracts') return (record as Contract).period?.starts ?? undefined;
  return (record as { readonly introduced?: Day }).introduced ?? undefined;
}

/**
 * Whether what a record stands for exists, or runs, on the day from which a clause holds for what is new: 施行規則附則第2項. What
 * began on that day is new. Information follows the system or the service that handles it, a connection its ends; of what has no
 * beginning, such as a document or a group of staff, the clause asks in any case.
 *
 * @returns `undefined` where no day is stated that decides it
 */
export function existsOn(
  day: Day,
  subject: { readonly section: string; readonly record: object },
  context: Pick<RuleContext, 'policy' | 'inventory'>,
): boolean | undefined {
  const beginnings = beginningsOf(subject, context);
  if (beginnings.length === 0 || beginnings.some((began) => began !== undefined && began >= day))
    return false;
  return beginnings.includes(undefined) ? undefined : true;
}

/** The days that decide, `undefined` for one that is not stated; none where nothing does. */
function beginningsOf(
  { section, record }: { readonly section: string; readonly record: object },
  context: Pick<RuleContext, 'policy' | 'inventory'>,
): readonly (Day | undefined)[] {
  const { inventory } = context;
  if (section === 'connections') {
    const { from, to } = record as Connection;
    return [from, to].flatMap((id) => {
      const end = inventory.end(id);
      if (end === undefined) return [undefined];
      return isDated(end, context) ? [beginningOf(end)] : [];
    });
  }
  const dated = datedSections.find((one) => one === section);
  if (dated === undefined) return [];
  const own = { section: dated, record } as DatedSubject;
  if (isDated(own, context)) return [beginningOf(own)];
  if (section !== 'assets') return [];
  const { system, service } = record as Asset;
  const carrier = inventory.find('systems', system) ?? inventory.find('services', service);
  return carrier === undefined ? [] : [carrier.introduced];
}
