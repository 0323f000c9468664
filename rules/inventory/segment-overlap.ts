import {
  addToGroup,
  defineRule,
  fail,
  type InventoryView,
  type Issue,
  meansOutside,
  notApplicable,
  oncePerInventory,
  overlaps,
  parseRange,
  passUnless,
  type Segment,
} from '#rule';

/**
 * No address belongs to two segments. Left out on purpose: segments outside the body, and those of different networks
 * (a school's) or of different VRFs of NetBox, which may use the same addresses.
 */
export const segmentOverlap = defineRule({
  id: 'inventory/segment-overlap',
  title: {
    ja: 'セグメントのIPアドレスの範囲は重ならない',
    en: 'The address ranges of segments do not overlap',
  },
  rationale: {
    ja: '同じアドレスが2つのセグメントに属していると、どちらの系の機器か決まりません。範囲の書き誤りか、同じセグメントの二重登録のおそれがあります。',
    en: 'Where an address belongs to two segments, nobody can tell in which layer a machine stands. A range is mistyped, or one segment is registered twice.',
  },
  remedy: {
    ja: 'cidr の誤りを直すか、同じセグメントであれば1件にまとめてください。',
    en: 'Correct cidr, or make one record of what is one segment.',
  },
  appliesTo: 'segments',
  integrity: true,
  check: (segment, { inventory }) =>
    segment.cidr === undefined ? notApplicable : passUnless(issuesOf(inventory).get(segment) ?? []),
  examples: {
    pass: `
segments:
  - { id: office, name: 庁内ネットワーク, cidr: [10.20.20.0/23] }
  - { id: annex, name: 分庁舎ネットワーク, cidr: [10.20.22.0/24] }
`,
    fail: `
segments:
  - { id: office, name: 庁内ネットワーク, cidr: [10.20.20.0/23] }
  - { id: annex, name: 分庁舎ネットワーク, cidr: [10.20.21.0/24] }
`,
  },
  // Of the two, the one whose id comes second.
  mutation: { set: { 'segments/lg-annex cidr.0': '10.20.21.0/24' }, at: 'segments/lg-main cidr.0' },
});

const issuesOf = oncePerInventory((inventory: InventoryView): ReadonlyMap<Segment, Issue[]> => {
  const issues = new Map<Segment, Issue[]>();
  for (const stretches of spaces(inventory).values()) {
    for (const pair of overlaps(stretches)) {
      const [earlier, later] = pair[0].order < pair[1].order ? pair : [pair[1], pair[0]];
      addToGroup(issues, later.owner, overlap(later, earlier, inventory.idOf(earlier.owner)));
    }
  }
  for (const segment of inventory.records('segments'))
    for (const [index, text] of (segment.cidr ?? []).entries())
      if (parseRange(text) === undefined) addToGroup(issues, segment, unreadable(text, index));
  return issues;
});

/** One address range of a segment. */
interface Stretch {
  readonly owner: Segment;
  readonly order: number;
  readonly index: number;
  readonly text: string;
  readonly range: NonNullable<ReturnType<typeof parseRange>>;
}

/** The ranges by address space. */
function spaces(inventory: InventoryView): ReadonlyMap<string, Stretch[]> {
  const spaces = new Map<string, Stretch[]>();
  // By id and not by place: which of two segments is reported must not depend on which is written first.
  const byId = inventory
    .records('segments')
    .map((owner) => ({ owner, id: inventory.idOf(owner) }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [order, { owner }] of byId.entries()) {
    if (owner.layer !== undefined && meansOutside(owner.layer)) continue;
    const space = JSON.stringify([owner.network, netboxVrf(owner)]);
    for (const [index, text] of (owner.cidr ?? []).entries()) {
      const range = parseRange(text);
      if (range === undefined) continue;
      addToGroup(spaces, space, { owner, order, index, text, range });
    }
  }
  return spaces;
}

function netboxVrf(segment: Segment & { readonly 'x-netbox'?: unknown }): unknown {
  const provenance = segment['x-netbox'];
  return typeof provenance === 'object' && provenance !== null && 'vrf' in provenance
    ? provenance.vrf
    : undefined;
}

/** @param id that of the segment of the earlier range */
function overlap(later: Stretch, earlier: Stretch, id: string): Issue {
  const message = {
    ja: `範囲 ${later.text} が「${earlier.owner.name}」の ${earlier.text} と重なっています`,
    en: `has the range ${later.text}, which overlaps ${earlier.text} of “${earlier.owner.name}”`,
  };
  const other = {
    record: earlier.owner,
    path: `cidr.${earlier.index}`,
    message: { ja: '重なる範囲', en: 'the range it overlaps' },
  };
  return fail(`cidr.${later.index}`, message, { trace: [other], key: `${id} ${earlier.text}` });
}

function unreadable(text: string, index: number): Issue {
  const message = {
    ja: `「${text}」をIPアドレスの範囲として読めません`,
    en: `has the range “${text}”, which is not a range of IP addresses`,
  };
  const remedy = {
    ja: '10.10.1.0/24 や fd00:20::/64 のように、CIDR表記で1件ずつ書いてください。',
    en: 'Write one range an item in CIDR notation, as 10.10.1.0/24 or fd00:20::/64.',
  };
  return fail(`cidr.${index}`, message, { remedy });
}
