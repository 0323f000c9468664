import { describe, expect, it } from 'vitest';
import { Network } from '../../src/network/network.ts';
import type { PolicyContent } from '../../src/policy/build.ts';
import { type Drawing, draw, inventoryOf, judge, policyOf } from './notation.ts';

/** What a network shows, how it looks, and what is said of it; see `notation.ts` for the signs. */
type Case = readonly [what: string, network: string, ...findings: string[]];

const specific = (destination: string, more = 'ports: [443]', approval = '{ by: CISO, date: 2026-04-01 }') =>
  `{ specific: { destination: ${destination}, addresses: [10.0.0.1], ${more} }, approval: ${approval} }`;

const layer = (id: string, treatedAs?: 'mynumber' | 'lgwan' | 'internet' | 'external') => ({
  id,
  name: { ja: id, en: id },
  ...(treatedAs === undefined ? {} : { treatedAs }),
});

/** A policy with a school's network out of scope, and layers of its own. */
const ownPolicy: Partial<PolicyContent> = {
  scope: { network: 'administrative' },
  layers: [layer('works'), layer('register', 'mynumber'), layer('web', 'internet')],
};

/** As the union's: it knows no MyNumber layer, so that such a segment counts as LGWAN. */
const unionPolicy: Partial<PolicyContent> = {
  layers: [layer('lgwan', 'lgwan'), layer('internet', 'internet'), layer('mynumber', 'lgwan')],
};

function holds(rule: string, cases: readonly Case[], policy: Partial<PolicyContent> = {}): void {
  it.each(cases)('%s', async (_, network, ...findings) => {
    expect(await judge(rule, draw(network), policy)).toEqual(findings);
  });
}

describe('resilience/mynumber-separation', () => {
  const rule = 'resilience/mynumber-separation';

  describe('ways over connections', () => {
    holds(rule, [
      ['no MyNumber layer', 'L-I', 'not applicable'],
      ['the MyNumber layer alone', 'M1-M2 M2-M3 {confirmed: false}', 'pass'],
      ['two networks apart', 'M1-M2 L-I', 'pass'],
      ['one hop', 'M-I', 'fail M-I: M (M-I) I'],
      ['one hop, written from the other side', 'I-M', 'fail I-M: I (I-M) M'],
      ['one way out', 'M>I', 'fail M>I: M (M>I) I'],
      ['one way in', 'I>M', 'fail I>M: I (I>M) M'],
      [
        'five hops, reported once where they leave the layer',
        'M-L1 L1-L2 L2-L3 L3-L4 L4-I',
        'fail M-L1: M (M-L1) L1',
      ],
      [
        'five hops over what has no layer',
        'M-?1 ?1-?2 ?2-?3 ?3-?4 ?4-I',
        'fail M-?1: M (M-?1) ?1 (?1-?2) ?2 (?2-?3) ?3 (?3-?4) ?4 (?4-I) I',
        'unknown ?1-?2: ?1 (?1-?2) ?2 ? ?1.layer',
        'unknown ?2-?3: ?2 (?2-?3) ?3 ? ?2.layer',
        'unknown ?3-?4: ?3 (?3-?4) ?4 ? ?3.layer',
        'unknown ?4-I: ?4 (?4-I) I ? ?4.layer',
      ],
      ['two ways out, each a finding', 'M1-L M2-I M1-M2', 'fail M1-L: M1 (M1-L) L', 'fail M2-I: M2 (M2-I) I'],
      [
        'one-way links that meet head to head',
        'M>? I>?',
        'unknown M>?: M (M>?) ? ? ?.layer',
        'unknown I>?: I (I>?) ? ? ?.layer',
      ],
      [
        'one-way links inwards, all the way',
        'I>? ?>M',
        'unknown I>?: I (I>?) ? ? ?.layer',
        'fail ?>M: I (I>?) ? (?>M) M',
      ],
      [
        'a cycle',
        'M-?1 ?1>?2 ?2>?3 ?3>?1 ?3>I',
        'fail M-?1: M (M-?1) ?1 (?1>?2) ?2 (?2>?3) ?3 (?3>I) I',
        'unknown ?1>?2: ?1 (?1>?2) ?2 ? ?1.layer',
        'unknown ?2>?3: ?2 (?2>?3) ?3 ? ?2.layer',
        'unknown ?3>?1: ?3 (?3>?1) ?1 ? ?3.layer',
        'unknown ?3>I: ?3 (?3>I) I ? ?3.layer',
      ],
      [
        'a cycle that leads back only',
        'M>L1 {specific: {}} M1>M2 M2>M1',
        'unknown M>L1: M (M>L1) L1 ? M>L1.specific.destination',
      ],
      [
        'the shorter of two ways',
        'M-?1 ?1-?2 ?2-I ?1-I',
        'fail M-?1: M (M-?1) ?1 (?1-I) I',
        'unknown ?1-?2: ?1 (?1-?2) ?2 ? ?1.layer',
        'unknown ?2-I: ?2 (?2-I) I ? ?2.layer',
        'unknown ?1-I: ?1 (?1-I) I ? ?1.layer',
      ],
      ['a segment without a layer at the end', 'M-?', 'unknown M-?: M (M-?) ? ? ?.layer'],
      [
        'a layer the policy does not name at the end',
        'plant=works M-plant',
        'unknown M-plant: M (M-plant) plant ? plant.layer',
      ],
      [
        'a layer the policy does not name on the way',
        'plant=works M-plant plant-I',
        'fail M-plant: M (M-plant) plant (plant-I) I',
        'unknown plant-I: plant (plant-I) I ? plant.layer',
      ],
      [
        'a connection with one end only, which may be in the layer',
        'M-? ?-L {to: null}',
        'unknown M-?: M (M-?) ? ? ?.layer',
        'unknown ?-L: ? ?-L.to',
      ],
      ['a connection of a segment with itself', 'M-M', 'not applicable'],
      [
        'a connection whose other end is not stated',
        'fw@M {type: network-device} fw-L {to: null} pc@M {forwards: false} M-L {to: null} pc>I {to: null} I>M {from: null} L-I {to: null}',
        'unknown fw-L: ? fw-L.to',
        'unknown M-L: ? M-L.to',
        'unknown pc>I: ? pc>I.to',
        'unknown I>M: ? I>M.from',
        'unknown L-I: ? L-I.to',
      ],
    ]);
  });

  describe('unconfirmed connections', () => {
    holds(rule, [
      ['at the border', 'M-L {confirmed: false}', 'unknown M-L: M (M-L) L ? M-L.confirmed'],
      [
        'on the way',
        'M-? ?-I {confirmed: false}',
        'unknown M-?: M (M-?) ? (?-I) I ? ?-I.confirmed',
        'unknown ?-I: ? (?-I) I ? ?.layer',
      ],
      [
        'beside a certain way that is longer',
        'M-?1 ?1-I {confirmed: false} ?1-?2 ?2-I',
        'fail M-?1: M (M-?1) ?1 (?1-?2) ?2 (?2-I) I',
        'unknown ?1-I: ?1 (?1-I) I ? ?1.layer',
        'unknown ?1-?2: ?1 (?1-?2) ?2 ? ?1.layer',
        'unknown ?2-I: ?2 (?2-I) I ? ?2.layer',
      ],
      ['inside the layer', 'M1-M2 {confirmed: false} M2-L', 'fail M2-L: M2 (M2-L) L'],
      ['confirmed', 'M-L {confirmed: true}', 'fail M-L: M (M-L) L'],
      [
        'known one way, ending without a layer the other',
        'M-? {specific: {}} L>?',
        'unknown M-?: L (L>?) ? (M-?) M ? M-?.specific.destination',
        'unknown L>?: L (L>?) ? ? ?.layer',
      ],
      [
        'certain one way, not the other',
        'M>L M>I {confirmed: false}',
        'fail M>L: M (M>L) L',
        'unknown M>I: M (M>I) I ? M>I.confirmed',
      ],
    ]);
  });

  describe('systems', () => {
    holds(rule, [
      ['a file server in two layers', 'nas@M,L', 'fail nas: L (nas) nas'],
      [
        'a file server in two layers that does not forward',
        'nas@M,L {forwards: false}',
        'fail nas: L (nas) nas',
      ],
      ['a file server in three layers, with all that it reaches', 'nas@M,L,I', 'fail nas: L (nas) nas'],
      [
        'a server on the way',
        'M-?1 nas@?1,?2 ?2-I',
        'unknown nas: ?1 (nas) nas ? ?1.layer',
        'fail M-?1: M (M-?1) ?1 (nas) nas (nas) ?2 (?2-I) I',
        'unknown ?2-I: ?2 (?2-I) I ? ?2.layer',
      ],
      [
        'a server on the way that does not forward',
        'M-?1 nas@?1,?2 {forwards: false} ?2-I',
        'unknown nas: ?1 (nas) nas ? ?1.layer',
        'unknown M-?1: M (M-?1) ?1 ? ?1.layer',
        'unknown ?2-I: ?2 (?2-I) I ? ?2.layer',
      ],
      ['a system as an end, in a segment', 'pc@L M-pc', 'fail M-pc: M (M-pc) pc'],
      ['a system of the layer as an end', 'pc@M pc>I', 'fail pc>I: pc (pc>I) I'],
      [
        'a system as an end that does not forward',
        'pc@? {forwards: false} M-pc ?-I',
        'unknown M-pc: M (M-pc) pc ? ?.layer',
        'unknown ?-I: ? (?-I) I ? ?.layer',
      ],
      [
        'a system as an end that forwards',
        'pc@? M-pc ?-I',
        'fail M-pc: M (M-pc) pc (pc) ? (?-I) I',
        'unknown ?-I: ? (?-I) I ? ?.layer',
      ],
      ['a system as an end, in no segment', 'pc@ M-pc', 'unknown M-pc: M (M-pc) pc ? pc.segments'],
      ['a firewall in two segments', 'fw@M,L {type: network-device}', 'not applicable'],
      [
        'a firewall in two segments, and what it lets pass',
        'fw@M,L {type: network-device} M-fw fw-L',
        'fail M-fw: M (M-fw) fw (fw-L) L',
      ],
      ['a firewall that lets pass within the layer', 'fw@M1,L {type: network-device} M1-fw fw-M2', 'pass'],
      ['a firewall that lets pass one way only, and not on', 'fw@ {type: network-device} M>fw L>fw', 'pass'],
      [
        'a sanitising gateway is no separation',
        'gw@M,L {sanitisation: file-sanitisation}',
        'fail gw: L (gw) gw',
      ],
      ['a system in the layer and in a segment without one', 'nas@M,?', 'unknown nas: ? (nas) nas ? ?.layer'],
      [
        'a system in a segment that is not there',
        'nas@M {segments: [M, gone]}',
        'unknown nas: ? nas.segments[]',
      ],
      ['a system twice in one segment', 'nas@M,M', 'not applicable'],
    ]);
  });

  describe('what is outside', () => {
    holds(rule, [
      ['a service as an end', 'sns=service {type: sns} M-sns', 'fail M-sns: M (M-sns) sns'],
      [
        'a cloud service as an end, which may be part of the layer',
        'cloud=service M-cloud cloud-L',
        'unknown M-cloud: M (M-cloud) cloud ? cloud.layer',
      ],
      ['a cloud service that is part of the layer', 'cloud=service {layer: 番号系} M-cloud', 'pass'],
      [
        'a cloud service that is part of the layer, and of what else reaches it',
        'cloud=service {layer: mynumber} M-cloud L-cloud',
        'fail L-cloud: L (L-cloud) cloud',
      ],
      [
        'a cloud service that is part of no layer, or reached over other networks',
        'out=service {layer: external} asp=service {reachedBy: [lgwan]} console=service {type: cloud, reachedBy: [internet]} M-out M-asp M-console',
        'fail M-out: M (M-out) out',
        'fail M-asp: M (M-asp) asp',
        'fail M-console: M (M-console) console',
      ],
      [
        'a service of a layer that nobody knows',
        'cloud=service {layer: 独自系} M-cloud cloud-L',
        'unknown M-cloud: M (M-cloud) cloud ? cloud.layer',
        'unknown cloud-L: cloud (cloud-L) L ? cloud.layer',
      ],
      ['a data centre that is part of the layer', 'dc=mynumber {externalNetwork: data-centre} M-dc', 'pass'],
      [
        'a service is no way',
        'sns=service {type: sns} M1>sns sns>M2 {specific: {}}',
        'fail M1>sns: M1 (M1>sns) sns',
        'unknown sns>M2: sns (sns>M2) M2 ? sns>M2.specific.destination',
      ],
      ['an external segment is an end', 'M-X', 'fail M-X: M (M-X) X'],
      [
        'an external segment is no way',
        'M-? ?-X {confirmed: false} X-I',
        'unknown M-?: M (M-?) ? (?-X) X ? ?-X.confirmed',
        'unknown ?-X: ? (?-X) X ? ?.layer',
      ],
    ]);
  });

  describe('specific communication', () => {
    holds(rule, [
      ['limited and approved', `M-X ${specific('X')}`, 'pass'],
      [
        'without ports',
        `M-X ${specific('X', 'protocol: https').replace(', protocol: https', '')}`,
        'unknown M-X: M (M-X) X ? M-X.specific.ports',
      ],
      [
        'with ports that are none',
        `M-X ${specific('X', 'ports: []')}`,
        'unknown M-X: M (M-X) X ? M-X.specific.ports',
      ],
      [
        'without approval',
        `M-X ${specific('X', 'ports: [443]', '{}')}`,
        'unknown M-X: M (M-X) X ? M-X.approval.by',
      ],
      [
        'with a destination elsewhere',
        `M-X ${specific('L')} L-I`,
        'unknown M-X: M (M-X) X ? M-X.specific.destination',
      ],
      [
        'with a destination that is not there',
        `M-X ${specific('gone')}`,
        'unknown M-X: M (M-X) X ? M-X.specific.destination',
      ],
      [
        'that lets more ports pass than it names',
        `M-X ${specific('X').replace('{ ', '{ ports: [443, 22], ')}`,
        'fail M-X: M (M-X) X',
      ],
      [
        'that lets the ports pass that it names, however they are written',
        `M-X ${specific('X', 'ports: [tcp/8000-8010, 443]').replace('{ ', '{ ports: [8005/tcp, "４４３"], ')}`,
        'pass',
      ],
      [
        'that names the port of another protocol',
        `M-X ${specific('X', 'ports: [tcp/53]').replace('{ ', '{ ports: [udp/53], ')}`,
        'fail M-X: M (M-X) X',
      ],
      ['to any port', `M-X ${specific('X', 'ports: [any]')}`, 'fail M-X: M (M-X) X'],
      [
        'to all ports in two parts',
        `M-X ${specific('X', 'ports: [32768-65535, tcp/1-32767]')}`,
        'fail M-X: M (M-X) X',
      ],
      [
        'to nearly all ports of a protocol',
        `M-X ${specific('X', 'ports: [32768-65535, udp/1-32766]')}`,
        'unknown M-X: M (M-X) X ? M-X.specific.ports',
      ],
      ['to the half of all ports', `M-X ${specific('X', 'ports: [32768-65535]')}`, 'pass'],
      ['to ports of each protocol', `M-X ${specific('X', 'ports: [udp/32768-65535, tcp/1-32767]')}`, 'pass'],
      ['to blanks', `M-X ${specific('X', 'ports: [""]')}`, 'unknown M-X: M (M-X) X ? M-X.specific.ports'],
      [
        'to any address in two parts',
        `M-X ${specific('X').replace('10.0.0.1', '128.0.0.0/1, 0.0.0.0/1')}`,
        'fail M-X: M (M-X) X',
      ],
      [
        'to any address from the first to the last',
        `M-X ${specific('X').replace('10.0.0.1', '0.0.0.0-255.255.255.255')}`,
        'fail M-X: M (M-X) X',
      ],
      ['to half of all addresses', `M-X ${specific('X').replace('10.0.0.1', '128.0.0.0/1')}`, 'pass'],
      ['to all ports', `M-X ${specific('X', 'ports: [1-65535]')}`, 'fail M-X: M (M-X) X'],
      ['to any address', `M-X ${specific('X').replace('10.0.0.1', '0.0.0.0/0')}`, 'fail M-X: M (M-X) X'],
      ['to any address of IPv6', `M-X ${specific('X').replace('10.0.0.1', '"::/0"')}`, 'fail M-X: M (M-X) X'],
      ['to a system in the segment at its end', `host@X M-X ${specific('host')}`, 'pass'],
      ['to a service', `juki=service M>juki ${specific('juki')}`, 'pass'],
      ['refused', `M-X ${specific('X', 'ports: [443]', '{ by: CISO, date: false }')}`, 'fail M-X: M (M-X) X'],
      ['no way onwards', `M-L ${specific('L')} L-I`, 'pass'],
      ['behind a device', `fw@ {type: network-device} M-fw ${specific('X')} fw-X`, 'pass'],
      [
        'of one side of a device, where the other lets anything pass',
        `fw@ {type: network-device} M-fw fw-X ${specific('X')}`,
        'pass',
      ],
      ['beside another way to the same place', `M-X ${specific('X')} M>X`, 'fail M>X: M (M>X) X'],
      ['that nobody confirmed', `M-X ${specific('X').replace('{ ', '{ confirmed: false, ')}`, 'pass'],
    ]);
  });

  describe('under a policy with a scope and layers of its own', () => {
    holds(
      rule,
      [
        ['a layer of its own is another', 'plant=works M-plant', 'fail M-plant: M (M-plant) plant'],
        ['a layer of its own that is treated as MyNumber', 'hall=register hall-M', 'pass'],
        [
          'out of a layer that is treated as MyNumber',
          'hall=register hall-L',
          'fail hall-L: hall (hall-L) L',
        ],
        [
          'a school at the end',
          'school=lgwan {network: school} M-school',
          'fail M-school: M (M-school) school',
        ],
        [
          'a school is no way',
          'school=lgwan {network: school} M-? ?-school {confirmed: false} school-I',
          'unknown M-?: M (M-?) ? (?-school) school ? ?-school.confirmed',
          'unknown ?-school: ? (?-school) school ? ?.layer',
        ],
        [
          'a school that says mynumber is outside',
          'school=mynumber {network: school} school-L',
          'not applicable',
        ],
      ],
      ownPolicy,
    );
  });

  describe('under a policy that knows no MyNumber layer', () => {
    holds(rule, [['nothing is asked', 'M-L M-I', 'not applicable']], unionPolicy);
  });
});

describe('resilience/lgwan-split', () => {
  const rule = 'resilience/lgwan-split';

  describe('ways', () => {
    holds(rule, [
      ['no way', 'L1-L2 M-I', 'pass'],
      ['controlled', 'L-I {control: firewall}', 'pass'],
      ['not controlled', 'L-I {control: none}', 'fail L-I: L (L-I) I'],
      ['one way in, not controlled', 'I>L {control: none}', 'fail I>L: I (I>L) L'],
      ['control not stated', 'L-I', 'unknown L-I: L (L-I) I ? L-I.control'],
      [
        'control not stated on the way',
        'L-? {control: none} ?-I',
        'unknown L-?: L (L-?) ? (?-I) I ? ?-I.control',
        'unknown ?-I: ? (?-I) I ? ?.layer',
      ],
      [
        'not controlled, over what has no layer',
        'L-? {control: none} ?-I {control: none}',
        'fail L-?: L (L-?) ? (?-I) I',
        'unknown ?-I: ? (?-I) I ? ?.layer',
      ],
      [
        'controlled behind a device',
        'fw@ {type: network-device} L-fw {control: none} fw-I {control: firewall}',
        'pass',
      ],
      [
        'controlled before a device',
        'fw@ {type: network-device} L-fw {control: acl} fw-I {control: none}',
        'pass',
      ],
      [
        'not controlled by a device',
        'fw@ {type: network-device} L-fw {control: none} fw-I {control: none}',
        'fail L-fw: L (L-fw) fw (fw-I) I',
      ],
      [
        'sanitised, and not controlled',
        'I>L {control: none, sanitisation: mail-text}',
        'fail I>L: I (I>L) L',
      ],
      ['unconfirmed', 'L-I {control: none, confirmed: false}', 'unknown L-I: L (L-I) I ? L-I.confirmed'],
      [
        'what is outside, of which nobody says what it is',
        'L-X {control: none}',
        'unknown L-X: L (L-X) X ? X.externalNetwork',
      ],
      [
        'what is outside, but not the internet',
        'juki=external {externalNetwork: juki} L-juki {control: none}',
        'pass',
      ],
      [
        'a machine that stands on the internet outside',
        'net=external {externalNetwork: internet} pc@net {forwards: false} L-pc {control: none}',
        'fail L-pc: L (L-pc) pc',
      ],
      ['two ends without a layer', '?1-?2 {control: none} M1-M2', 'unknown ?1-?2: ?1 (?1-?2) ?2 ? ?1.layer'],
      [
        'two ends without a layer, over what has none of its own',
        'fw@ {type: network-device} ?1-fw {control: none} fw-?2 {control: none} M1-M2',
        'unknown ?1-fw: ?1 (?1-fw) fw (fw-?2) ?2 ? ?1.layer',
        'unknown fw-?2: ?1 (?1-fw) fw (fw-?2) ?2 ? ?2.layer',
      ],
      [
        'a machine and the segment without a layer that it stands in, which are one side',
        'fw@ {type: network-device} pc@? pc-fw {control: none} fw-? {control: none} L1-L2',
        'pass',
      ],
      [
        'a way that is controlled, whichever side the end without a layer is on',
        '?-I {control: firewall} L1-L2',
        'pass',
      ],
      ['the same, while nothing is known to be LGWAN', '?-I {control: firewall}', 'unknown ?-I: ? ?.layer'],
      [
        'the internet outside',
        'X {externalNetwork: internet} L-X {control: none}'.replace('X {', 'X=external {'),
        'fail L-X: L (L-X) X',
      ],
    ]);
  });

  describe('systems', () => {
    holds(rule, [
      ['in both', 'nas@L,I', 'fail nas: I (nas) nas'],
      ['in both, and does not forward', 'nas@L,I {forwards: false}', 'fail nas: I (nas) nas'],
      ['a sanitising gateway', 'gw@L,I {sanitisation: file-sanitisation}', 'pass'],
      ['a gateway that only scans', 'gw@L,I {sanitisation: antivirus}', 'fail gw: I (gw) gw'],
      ['a firewall', 'fw@L,I {type: network-device}', 'not applicable'],
    ]);
  });

  describe('under a policy that treats mynumber as lgwan', () => {
    holds(
      rule,
      [
        ['from mynumber', 'M-I {control: none}', 'fail M-I: M (M-I) I'],
        ['within', 'M-L {control: none}', 'pass'],
      ],
      unionPolicy,
    );
  });

  describe('under a policy with a scope and layers of its own', () => {
    holds(
      rule,
      [
        [
          'a layer treated as the internet',
          'wifi=web L-wifi {control: none}',
          'fail L-wifi: L (L-wifi) wifi',
        ],
        [
          'a school that is an internet layer is the internet',
          'school=internet {network: school} L-school {control: none}',
          'fail L-school: L (L-school) school',
        ],
        [
          'a school lets data pass on to the internet',
          'school=lgwan {network: school} net=external {externalNetwork: internet} L-school {control: none} school-net {control: none}',
          'fail L-school: L (L-school) school (school-net) net',
        ],
        ['a school is never inside', 'school=lgwan {network: school} school-I {control: none} L1-L2', 'pass'],
        [
          'a school of which nobody says what it is',
          'school=none {network: school} L-school {control: none}',
          'unknown L-school: L (L-school) school ? school.layer',
        ],
      ],
      ownPolicy,
    );
  });
});

describe('services between LGWAN and the internet', () => {
  const asked = (reachedBy: string, more = '') =>
    `asp=service {type: cloud${reachedBy}} L-asp {control: none, sanitisation: none} ${more}`;

  describe('resilience/lgwan-split', () => {
    holds('resilience/lgwan-split', [
      [
        'one of which nobody says how it is reached',
        asked(''),
        'unknown L-asp: L (L-asp) asp ? asp.reachedBy',
      ],
      [
        'an empty list says nothing',
        asked(', reachedBy: []'),
        'unknown L-asp: L (L-asp) asp ? asp.reachedBy',
      ],
      ['one reached over LGWAN', asked(', reachedBy: [lgwan]', 'I-asp'), 'pass'],
      ['one reached over a line of its own', asked(', reachedBy: [dedicated]'), 'pass'],
      ['one reached over the internet', asked(', reachedBy: [internet]'), 'fail L-asp: L (L-asp) asp'],
      ['one reached from both sides', asked(', reachedBy: [lgwan, internet]'), 'review L-asp: L (L-asp) asp'],
      ['social media', 'sns=service {type: sns} L-sns {control: none}', 'fail L-sns: L (L-sns) sns'],
      [
        'social media that says otherwise',
        'sns=service {type: sns, reachedBy: [lgwan]} L-sns {control: none}',
        'pass',
      ],
      ['one that is part of LGWAN', 'asp=service {layer: LGWAN系} L-asp {control: none}', 'pass'],
      [
        'one that is part of LGWAN, and what else reaches it',
        'asp=service {layer: lgwan} asp-I {control: none}',
        'fail asp-I: asp (asp-I) I',
      ],
    ]);
  });

  describe('resilience/lgwan-sanitisation', () => {
    holds('resilience/lgwan-sanitisation', [
      [
        'one of which nobody says how it is reached',
        asked(''),
        'unknown L-asp: asp (L-asp) L ? asp.reachedBy',
      ],
      ['one reached over LGWAN', asked(', reachedBy: [lgwan]'), 'pass'],
      ['one reached over the internet', asked(', reachedBy: [internet]'), 'fail L-asp: asp (L-asp) L'],
      [
        'one reached from both sides',
        asked(', reachedBy: [internet, lgwan, dedicated]'),
        'review L-asp: asp (L-asp) L',
      ],
    ]);
  });
});

describe('resilience/lgwan-sanitisation', () => {
  const rule = 'resilience/lgwan-sanitisation';

  describe('connections', () => {
    holds(rule, [
      ['no way', 'L1-L2 {sanitisation: none}', 'pass'],
      ['mail as text', 'I>L {sanitisation: mail-text}', 'pass'],
      ['a picture of the screen', 'L-I {sanitisation: screen-transfer}', 'pass'],
      ['files rebuilt', 'I>L {sanitisation: file-sanitisation}', 'pass'],
      ['a virus scan alone', 'I>L {sanitisation: antivirus}', 'fail I>L: I (I>L) L'],
      ['nothing', 'I>L {sanitisation: none}', 'fail I>L: I (I>L) L'],
      ['nothing, both ways', 'L-I {sanitisation: none}', 'fail L-I: I (L-I) L'],
      ['nothing, outwards', 'L>I {sanitisation: none}', 'review L>I: L (L>I) I'],
      ['not stated', 'I>L', 'unknown I>L: I (I>L) L ? I>L.sanitisation'],
      ['not stated, outwards', 'L>I', 'unknown L>I: L (L>I) I ? L>I.sanitisation'],
      [
        'sanitised further out',
        'fw@ {type: network-device} I>fw {sanitisation: mail-text} fw>L {sanitisation: none}',
        'pass',
      ],
      [
        'sanitised beyond what has no layer, and may be the internet itself',
        'I>? {sanitisation: mail-text} ?>L {sanitisation: none}',
        'unknown ?>L: ? (?>L) L ? ?.layer',
      ],
      [
        'nothing, over what has no layer',
        'I>? {sanitisation: none} ?>L {sanitisation: none}',
        'unknown I>?: I (I>?) ? ? ?.layer',
        'fail ?>L: I (I>?) ? (?>L) L',
      ],
      [
        'from outside, of which nobody says what it is',
        'X>L {sanitisation: none}',
        'unknown X>L: X (X>L) L ? X.externalNetwork',
      ],
      [
        'over what is outside, but not the internet',
        'juki=external {externalNetwork: juki} I>juki {sanitisation: none} juki>L {sanitisation: none}',
        'pass',
      ],
      [
        'from the internet outside',
        'net=external {externalNetwork: internet} net>L {sanitisation: none}',
        'fail net>L: net (net>L) L',
      ],
      ['unconfirmed', 'I>L {sanitisation: none, confirmed: false}', 'unknown I>L: I (I>L) L ? I>L.confirmed'],
    ]);
  });

  describe('systems', () => {
    holds(rule, [
      ['in both', 'nas@L,I', 'fail nas: I (nas) nas'],
      ['a gateway in both', 'gw@L,I {sanitisation: file-sanitisation}', 'pass'],
      ['a gateway in both that only scans', 'gw@L,I {sanitisation: antivirus}', 'fail gw: I (gw) gw'],
      [
        'a gateway on the way, before which is what may be LGWAN',
        'I>? {sanitisation: none} gw@?,L {sanitisation: file-sanitisation}',
        'unknown I>?: I (I>?) ? ? ?.layer',
      ],
      [
        'a gateway of the internet, and what leads from it',
        'gw@I {sanitisation: file-sanitisation} gw>L',
        'pass',
      ],
      ['a gateway of LGWAN, and what leads to it', 'gw@L {sanitisation: file-sanitisation} I>gw', 'pass'],
      ['a device that sanitises', 'gw@ {type: network-device, sanitisation: mail-text} I>gw gw>L', 'pass'],
      [
        'a device that does not',
        'fw@ {type: network-device} I>fw {sanitisation: none} fw>L {sanitisation: none}',
        'fail fw>L: I (I>fw) fw (fw>L) L',
      ],
      [
        'past the gateway',
        'gw@I {sanitisation: file-sanitisation} gw>L I>L {sanitisation: none}',
        'fail I>L: I (I>L) L',
      ],
    ]);
  });

  describe('under a policy with other methods', () => {
    const strict = { parameters: { [rule]: { methods: ['mail-text'] } } };
    holds(
      rule,
      [
        ['a method that counts', 'I>L {sanitisation: mail-text}', 'pass'],
        ['a method that does not', 'I>L {sanitisation: screen-transfer}', 'fail I>L: I (I>L) L'],
        [
          'a gateway with a method that does not',
          'gw@L,I {sanitisation: file-sanitisation}',
          'fail gw: I (gw) gw',
        ],
      ],
      strict,
    );
  });

  describe('under a policy that treats mynumber as lgwan', () => {
    holds(rule, [['to mynumber', 'I>M {sanitisation: none}', 'fail I>M: I (I>M) M']], unionPolicy);
  });
});

describe('of several layers and ways', () => {
  const separation = { about: 'mynumber-separation' } as const;

  it('every layer reached is named, the nearest first', async () => {
    const inventory = await inventoryOf(draw('M-L L-? ?-I ?-X nas@M,I,X'));
    const network = new Network(inventory, policyOf('resilience/mynumber-separation'), () => true);
    const reached = (section: 'connections' | 'systems', id: string) => {
      const record = inventory.find(section, id);
      return record && network.crossing(record, separation)?.reached.map((one) => one.id);
    };
    expect(reached('connections', 'M-L')).toEqual(['lgwan', 'internet', 'external']);
    expect(reached('systems', 'nas')?.toSorted()).toEqual(['external', 'internet', 'lgwan']);
    // It touches what may be the layer, and leads to nothing that is certain.
    expect(reached('connections', 'L-?')).toEqual([]);
  });

  it('of two shortest ways one is told, of the same length whatever the order of the records', async () => {
    const drawing = draw('M-?1 ?1-?2 ?1-?3 ?2-I ?3-I');
    const rule = 'resilience/mynumber-separation';
    const failing = async (network: Drawing) =>
      (await judge(rule, network)).filter((finding) => finding.startsWith('fail'));
    const told = await failing(drawing);
    expect(told).toEqual(await failing(drawing));
    expect(told).toEqual([
      expect.stringMatching(/^fail M-\?1: M \(M-\?1\) \?1 \(\?1-\?[23]\) \?[23] \(\?[23]-I\) I$/),
    ]);
    const turned = {
      ...drawing,
      segments: drawing.segments.toReversed(),
      connections: drawing.connections.toReversed(),
    };
    const [other = ''] = await failing(turned);
    expect(other.length).toBe(told[0]?.length);
  });
});
