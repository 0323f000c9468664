import type { AddressRange } from '../../base/addresses.ts';

/** How NetBox names a role, site, tag, tenant, model or VRF: for people, and for machines. */
export interface Label {
  readonly name: string;
  /** the slug; of a VRF its route distinguisher */
  readonly slug?: string;
}

/** Which device or virtual machine: NetBox counts the two apart. */
export interface Owner {
  readonly kind: 'device' | 'virtual-machine';
  readonly id: number;
}

/** A device or a virtual machine. NetBox allows devices without a name. */
export interface Machine extends Owner {
  readonly name?: string;
  readonly status?: string;
  readonly description?: string;
  readonly role?: Label;
  readonly model?: Label;
  readonly site?: Label;
  readonly cluster?: Label;
  readonly tenant?: Label;
  readonly tags: readonly Label[];
  /** the management addresses, which stand in the machine's own entry too */
  readonly primaryAddresses: readonly AddressText[];
}

/** An address as NetBox writes it, without its prefix length, and as a number. */
export interface AddressText {
  readonly text: string;
  readonly range: AddressRange;
}

/** A VLAN. */
export interface Vlan {
  readonly id: number;
  /** the number that switches know, 1 to 4094; only unique within a group */
  readonly vid: number;
  readonly name: string;
  readonly status?: string;
  readonly description?: string;
  readonly site?: Label;
  readonly group?: Label;
  readonly role?: Label;
  readonly tenant?: Label;
  readonly tags: readonly Label[];
}

/** A prefix: a range of addresses. One of status `container` only holds other prefixes together. */
export interface Prefix {
  readonly id: number;
  readonly cidr: string;
  readonly range: AddressRange;
  readonly status?: string;
  readonly description?: string;
  /** NetBox's id of its VLAN */
  readonly vlan?: number;
  readonly vrf?: Vrf;
  readonly site?: Label;
  readonly role?: Label;
  readonly tenant?: Label;
  readonly tags: readonly Label[];
}

/** A routing table of its own. A prefix or an address without one is in the global table. */
export interface Vrf extends Label {
  readonly id: number;
}

/** A network port of a device or virtual machine. */
export interface Interface {
  readonly id: number;
  readonly owner: Owner;
  readonly enabled: boolean;
  /** NetBox's ids of the VLANs it carries, the untagged one first */
  readonly vlans: readonly number[];
  /** a trunk that carries every VLAN without listing them */
  readonly allVlans: boolean;
}

/** An address, and where it is in use if it is. */
export interface IpAddress {
  readonly id: number;
  readonly address: AddressText;
  readonly vrf?: number;
  readonly owner?: Owner;
  /** the interface that it is assigned to, where the list of interfaces has it */
  readonly port?: Interface;
  /** NetBox's id of the group of machines that share it (FHRP: VRRP, HSRP), in place of one that has it */
  readonly group?: number;
}

/** An interface of a machine that shares the addresses of a group. */
export interface GroupAssignment {
  readonly id: number;
  readonly group: number;
  readonly owner: Owner;
  readonly port?: Interface;
}

/** One thing that an end of a cable is plugged into. */
export interface Termination {
  /** NetBox's type, such as `dcim.interface` */
  readonly type: string;
  readonly name?: string;
  readonly device?: Owner;
}

/** A cable. An end with several terminations is a breakout cable, an end with none is not plugged in. */
export interface Cable {
  readonly id: number;
  readonly status?: string;
  readonly label?: string;
  readonly ends: readonly [readonly Termination[], readonly Termination[]];
}

/** All that is read of a NetBox, each list in the order of NetBox's ids. */
export interface NetboxLists {
  readonly machines: readonly Machine[];
  readonly vlans: readonly Vlan[];
  readonly prefixes: readonly Prefix[];
  readonly interfaces: readonly Interface[];
  readonly addresses: readonly IpAddress[];
  readonly cables: readonly Cable[];
  readonly vrfs: readonly Vrf[];
  readonly sites: readonly Label[];
}
