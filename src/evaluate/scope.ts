import type { Asset, Audit, Connection, Document, Segment, System } from '../../generated/records.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { ListSection } from '../inventory/view.ts';
import { agenciesOutside } from '../policy/agencies.ts';
import { isExempt } from '../policy/exemption.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * Which records a policy applies to. Out of scope is what belongs to an agency that the policy does not bind, or stands in
 * a network that it leaves out. A record that states neither is in scope: what is unknown must be judged. The agency that a
 * record states decides; only a record that states none follows its segments, its system or its ends.
 */
export class Scope {
  readonly #inventory: Inventory;
  readonly #policy: Policy;
  /** whether the ends of connections are in scope, cached since many connections share an end */
  readonly #coveredEnds = new Map<object, boolean>();
  /** the ids of the agencies that the policy does not bind */
  readonly outsideAgencies: ReadonlySet<string>;
  /** the records that the policy does not apply to */
  readonly outside: ReadonlySet<object>;

  /** the body states that the policy asks nothing of it, with all that this rests on */
  readonly exempt: boolean;

  /** @param trusted the inventory whose statement of an exemption holds: a change cannot exempt itself */
  constructor(inventory: Inventory, policy: Policy, policies: readonly Policy[], trusted = inventory) {
    this.#inventory = inventory;
    this.#policy = policy;
    this.exempt =
      policy.exemption === true && isExempt(inventory.organization) && isExempt(trusted.organization);
    this.outsideAgencies = agenciesOutside({ inventory, policy, policies });
    this.outside = new Set(
      inventory.all
        .filter(({ section, record }) => this.exempt || !this.#covers(section, record))
        .map(({ record }) => record),
    );
  }

  #covers(section: string, record: object): boolean {
    if (section === 'audits') return this.#coversAudit(record as Audit);
    if (section === 'documents') return this.#coversDocument(record as Document);
    if (this.#isOutsideAgency(record)) return false;
    return statesAgency(record) ? this.#isInNetwork(section, record) : this.#standsInScope(section, record);
  }

  /** An audit is in scope if an agency that it audits is; its own agency decides only where it names none. */
  #coversAudit(audit: Audit): boolean {
    const { scope = [] } = audit;
    if (scope.length === 0) return !this.#isOutsideAgency(audit);
    return scope.some((id) => !this.outsideAgencies.has(id));
  }

  /** A document that several agencies adopted jointly is in scope if one of them is. */
  #coversDocument(document: Document): boolean {
    const { agencies = [] } = document;
    if (agencies.length === 0) return !this.#isOutsideAgency(document);
    return agencies.some((id) => !this.outsideAgencies.has(id));
  }

  #standsInScope(section: string, record: object): boolean {
    switch (section) {
      case 'systems':
        return this.#someSegment(record as System, (segment) => this.#covers('segments', segment));
      case 'assets': {
        const system = this.#find('systems', (record as Asset).system);
        return system === undefined || this.#covers('systems', system);
      }
      case 'connections': {
        const { from, to } = record as Connection;
        return this.#coversEnd(from) || this.#coversEnd(to);
      }
      default:
        return this.#isInNetwork(section, record);
    }
  }

  /**
   * Whether a record is in the network that the policy is for. Records without a segment, such as assets, are in every
   * network.
   */
  #isInNetwork(section: string, record: object): boolean {
    switch (section) {
      case 'segments':
        return this.#isOfNetwork(record as Segment);
      case 'systems':
        return this.#someSegment(record as System, (segment) => this.#isOfNetwork(segment));
      case 'connections': {
        const ends = [(record as Connection).from, (record as Connection).to].map((id) =>
          this.#inventory.end(id),
        );
        return ends.some((end) => end === undefined || this.#isInNetwork(end.section, end.record));
      }
      default:
        return true;
    }
  }

  /**
   * Whether any segment of a system is covered. A system without segments, or with one that does not exist, may be, and so
   * is.
   */
  #someSegment({ segments = [] }: System, isCovered: (segment: Segment) => boolean): boolean {
    const known = segments.map((id) => this.#find('segments', id) as Segment | undefined);
    return known.length === 0 || known.some((segment) => segment === undefined || isCovered(segment));
  }

  #isOutsideAgency(record: object): boolean {
    const { agency } = record as { agency?: string };
    return agency !== undefined && this.outsideAgencies.has(agency);
  }

  #isOfNetwork({ network }: Segment): boolean {
    const wanted = this.#policy.scope.network;
    return wanted === undefined || network === undefined || network === wanted;
  }

  /** Whether an end of a connection is covered. An end that does not exist may be, and so is. */
  #coversEnd(id: string | undefined): boolean {
    const end = this.#inventory.end(id);
    if (end === undefined) return true;
    let covered = this.#coveredEnds.get(end.record);
    if (covered === undefined) {
      covered = this.#covers(end.section, end.record);
      this.#coveredEnds.set(end.record, covered);
    }
    return covered;
  }

  #find(section: ListSection, id: string | undefined): object | undefined {
    return this.#inventory.find(section, id);
  }
}

function statesAgency(record: object): boolean {
  return (record as { agency?: string }).agency !== undefined;
}
