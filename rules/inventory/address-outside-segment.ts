import {
  type AddressRange,
  containsRange,
  defineRule,
  fail,
  type InventoryView,
  type Issue,
  isLinkLocal,
  notApplicable,
  oncePerInventory,
  parseAddress,
  parseRange,
  passUnless,
  type Segment,
  type System,
} from '#rule';

/**
 * A system's addresses lie in its segments. Nothing is said of an address while one of the segments is not there or
 * states no range of its kind (IPv4, IPv6), nor of one that stands on any link (fe80::1).
 */
export const addressOutsideSegment = defineRule({
  id: 'inventory/address-outside-segment',
  title: {
    ja: 'システムのIPアドレスは、属するセグメントの範囲にある',
    en: 'The addresses of a system lie in its segments',
  },
  rationale: {
    ja: 'アドレスとセグメントが食い違うときは、どちらかの記載が誤っているか、記載のないセグメントにも接続されています。系の分離の判定が実態と合わなくなります。',
    en: 'Where address and segment disagree, one of them is wrong or the system stands in a segment that is not stated, and what is judged of separation is not what is there.',
  },
  remedy: {
    ja: 'addresses か segments の誤りを直すか、そのアドレスのあるセグメントを segments に加えてください。',
    en: 'Correct addresses or segments, or add the segment that the address belongs to.',
  },
  appliesTo: 'systems',
  integrity: true,
  check: (system, { inventory }) => {
    const { addresses } = system;
    if (addresses === undefined || addresses.length === 0) return notApplicable;
    const homes = homeRanges(system, inventory);
    return passUnless(addresses.flatMap((text, index) => judge(text, `addresses.${index}`, homes)));
  },
  examples: {
    pass: `
segments:
  - { id: office, name: 庁内ネットワーク, cidr: [10.20.20.0/23] }
systems:
  - { id: files, name: ファイルサーバ, segments: [office], addresses: [10.20.21.5] }
`,
    fail: `
segments:
  - { id: office, name: 庁内ネットワーク, cidr: [10.20.20.0/23] }
systems:
  - { id: files, name: ファイルサーバ, segments: [office], addresses: [10.20.22.5] }
`,
  },
  mutation: [
    { set: { 'systems/juki-server addresses.0': '10.20.1.11' } },
    { set: { 'systems/juki-server addresses.0': 'DHCP' } },
  ],
});

function judge(text: string, path: string, homes: readonly (readonly AddressRange[])[]): Issue[] {
  const address = parseAddress(text);
  if (address === undefined) {
    const message = {
      ja: `「${text}」をIPアドレスとして読めません`,
      en: `has the address “${text}”, which is not an IP address`,
    };
    return [fail(path, message, { remedy: unreadableRemedy })];
  }
  if (isLinkLocal(address)) return [];
  if (homes.some((ranges) => ranges.some((range) => containsRange(range, address)))) return [];
  const isKindStated = (ranges: readonly AddressRange[]) =>
    ranges.some(({ family }) => family === address.family);
  if (homes.length === 0 || !homes.every(isKindStated)) return [];
  const message = {
    ja: `アドレス ${text} が、属するセグメントの範囲にありません`,
    en: `has the address ${text}, which lies in none of its segments`,
  };
  return [fail(path, message)];
}

const unreadableRemedy = {
  ja: '10.10.1.5 や fd00:20::5 のように、IPアドレスを1件ずつ書いてください。',
  en: 'Write one IP address an item, as 10.10.1.5 or fd00:20::5.',
};

/** The ranges of each segment of a system; empty if one of the segments does not exist. */
function homeRanges(system: System, inventory: InventoryView): (readonly AddressRange[])[] {
  const ranges = segmentRanges(inventory);
  const homes = (system.segments ?? []).map((id) => inventory.find('segments', id));
  return homes.includes(undefined) ? [] : homes.map((home) => ranges.get(home as Segment) ?? []);
}

const segmentRanges = oncePerInventory(
  (inventory) =>
    new Map(
      inventory
        .records('segments')
        .map((segment) => [
          segment,
          (segment.cidr ?? []).map(parseRange).filter((range) => range !== undefined),
        ]),
    ),
);
