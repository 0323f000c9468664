import { type AddressRange, parsePrefix } from '../../base/addresses.ts';
import type { Interface, IpAddress, Machine } from './lists.ts';
import type { NetboxWarning } from './problem.ts';
import type { Segments } from './segments.ts';

/** What a machine is plugged into and which addresses it has. */
export interface Ports {
  readonly interfaces: readonly Interface[];
  readonly addresses: readonly IpAddress[];
}

/** Finds out on which segments systems stand, and gathers what is to be said of all of them together. */
export class Placing {
  readonly #segments: Segments;
  readonly #warnings: NetboxWarning[];
  /** hosts of which not all addresses lie in a prefix, with the first such address */
  readonly #outside: { readonly system: string; readonly address: string }[] = [];

  constructor(segments: Segments, warnings: NetboxWarning[]) {
    this.#segments = segments;
    this.#warnings = warnings;
  }

  /**
   * The segments of a system: the VLANs that its enabled ports carry, and those its addresses lie in. Where the list of addresses
   * has none of its own, those in its entry (`primary_ip4`) count.
   *
   * @returns `undefined` where some cannot be told. A list with a hole reads as a whole one and could pass a host that stands in
   *   two layers; a network device joins nothing by itself, so of one the known ones do no harm.
   */
  segmentsOf(
    system: string,
    machine: Machine,
    { interfaces, addresses }: Ports,
    isNetworkDevice: boolean,
  ): readonly string[] | undefined {
    const enabled = interfaces.filter((port) => port.enabled);
    const carriesAll = enabled.some(({ allVlans }) => allVlans);
    const byVlan = enabled.flatMap(({ vlans }) => vlans).map((vlan) => this.#segments.byVlan.get(vlan));
    const own = this.#placesOf(machine, addresses, enabled);
    const byAddress = own.map(({ address, candidates }) => this.#decide(system, address, candidates));
    const known = [...new Set([...byVlan, ...byAddress].filter((segment) => segment !== undefined))];
    if (isNetworkDevice) return known;
    if (carriesAll) this.#warnings.push({ code: 'all-vlans', system });
    if (carriesAll || byVlan.includes(undefined)) return undefined;
    if (known.length === 0 || !byAddress.includes(undefined)) return known;
    const outside = own.find(({ candidates }) => candidates.length === 0);
    if (outside !== undefined) this.#outside.push({ system, address: outside.address });
    return undefined;
  }

  /** Says of many hosts at once that an address of theirs lies in no prefix: usually one prefix is missing. */
  finish(): void {
    const [first] = this.#outside;
    if (first === undefined) return;
    const systems = this.#outside.map(({ system }) => system);
    this.#warnings.push({ code: 'address-outside', systems, address: first.address });
  }

  /** The addresses that tell a place, and the segments that each of them may lie in. */
  #placesOf(
    { primaryAddresses }: Machine,
    addresses: readonly IpAddress[],
    enabled: readonly Interface[],
  ): { readonly address: string; readonly candidates: readonly string[] }[] {
    const listed = new Set(addresses.map(({ address }) => address.text));
    const assigned = addresses.map(({ vrf, address, port }) => ({
      ...address,
      candidates: this.#segments.byAddress.find(vrf, address.range),
      ports: port === undefined ? enabled : [port],
    }));
    const primary = primaryAddresses
      .filter(({ text }) => !listed.has(text))
      .map((address) => ({
        ...address,
        candidates: this.#segments.byAddress.findAnywhere(address.range),
        ports: enabled,
      }));
    return [...assigned, ...primary]
      .filter(({ range }) => !isWithinMachine(range))
      .map(({ text, candidates, ports }) => ({
        address: text,
        candidates: this.#narrowed(candidates, ports),
      }));
  }

  /** Where several segments have one range, the VLAN of the port tells which is meant. */
  #narrowed(candidates: readonly string[], ports: readonly Interface[]): readonly string[] {
    if (candidates.length < 2) return candidates;
    const carried = new Set(
      ports.flatMap(({ vlans }) => vlans.map((vlan) => this.#segments.byVlan.get(vlan))),
    );
    const both = candidates.filter((segment) => carried.has(segment));
    return both.length === 1 ? both : candidates;
  }

  #decide(system: string, address: string, candidates: readonly string[]): string | undefined {
    if (candidates.length > 1)
      this.#warnings.push({ code: 'ambiguous-address', system, address, segments: candidates });
    return candidates.length === 1 ? candidates[0] : undefined;
  }
}

// Addresses of the machine itself, and those that it makes up for a link: they are in no plan of addresses.
const ownRanges = ['127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fe80::/10']
  .map((range) => parsePrefix(range))
  .filter((range) => range !== undefined);

function isWithinMachine({ family, first, last }: AddressRange): boolean {
  return ownRanges.some((own) => own.family === family && own.first <= first && last <= own.last);
}
