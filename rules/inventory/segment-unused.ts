import {
  defineRule,
  type InventoryView,
  meansOutside,
  notApplicable,
  oncePerInventory,
  pass,
  review,
} from '#rule';

/**
 * Something uses every segment: a system stands in it, or a connection ends at it. Asked only where systems and
 * connections are both listed, and of segments whose layer is recorded: one without it is still being described, and
 * is asked for its layer already. Never of what is outside: that is described for its own sake.
 */
export const segmentUnused = defineRule({
  id: 'inventory/segment-unused',
  title: { ja: 'どのセグメントにも使うものがある', en: 'Every segment is used by something' },
  rationale: {
    ja: '使われていないセグメントが台帳に残っているのは、廃止の記載漏れか、そこにある機器や通信が台帳から抜けているかのどちらかです。抜けていれば、系の分離を台帳から確かめられません。',
    en: 'A segment that nothing uses is either gone and still listed, or its machines and connections are missing, and then the separation of layers cannot be seen from the inventory.',
  },
  remedy: {
    ja: '廃止したセグメントであれば記録を消してください。使っていれば、そこにある機器を systems（segments にこのセグメントのidを書く）に、許可している通信を connections に載せてください。',
    en: 'Remove the record if the segment is gone; else list its machines under systems, with its id in segments, and what it may communicate with under connections.',
  },
  appliesTo: 'segments',
  integrity: true,
  check: (segment, { inventory }) => {
    const isListed = inventory.states('systems') && inventory.states('connections') && inventory.readable;
    if (!isListed || segment.layer === undefined || meansOutside(segment.layer)) return notApplicable;
    if (usedSegments(inventory).has(segment)) return pass;
    return review('', {
      ja: '属する機器も、つながる通信も台帳に載っていません',
      en: 'has no machine and no connection in the inventory',
    });
  },
  examples: {
    pass: `
segments:
  - { id: office, name: 庁内ネットワーク, layer: lgwan }
  - { id: gateway, name: 外部接続, layer: lgwan }
  - { id: imported, name: 取り込んだばかりのネットワーク }
systems:
  - { id: terminal, name: 庁内端末, segments: [office] }
connections:
  - { id: way-out, name: 外部への通信, from: office, to: gateway }
`,
    review: `
segments:
  - { id: office, name: 庁内ネットワーク, layer: lgwan }
  - { id: annex, name: 旧分庁舎ネットワーク, layer: lgwan }
systems:
  - { id: terminal, name: 庁内端末, segments: [office] }
connections: []
`,
  },
  mutation: {
    add: {
      segments: {
        id: '空き',
        name: '空き',
        layer: 'lgwan',
        introduced: '2020-04-01',
        agency: 'mayor',
        cabling: { protected: true },
        deviceControl: { unauthorisedBlocked: true },
      },
    },
    verdict: 'review',
  },
});

const usedSegments = oncePerInventory((inventory: InventoryView): ReadonlySet<object> => {
  const ids = new Set<string | undefined>();
  for (const { segments = [] } of inventory.records('systems')) for (const id of segments) ids.add(id);
  for (const { from, to, specific } of inventory.records('connections'))
    ids.add(from).add(to).add(specific?.destination);
  return new Set([...ids].flatMap((id) => inventory.find('segments', id) ?? []));
});
