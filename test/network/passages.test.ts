import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../../src/network/network.ts';
import { findPassages, type LayerPassage } from '../../src/network/passages.ts';
import type { Topology } from '../../src/network/topology.ts';
import { type Drawing, draw, type Fields, inventoryOf, policyOf } from './notation.ts';

const policy = policyOf('resilience/mynumber-separation', {
  layers: [{ id: 'works', name: { ja: '上下水道系', en: 'the works layer' } }],
});

async function passagesOf(drawing: Drawing): Promise<{ passages: LayerPassage[]; topology: Topology }> {
  const inventory = await inventoryOf(drawing);
  const network = new Network(inventory, policy, () => true);
  const { topology } = network;
  return { passages: findPassages(topology), topology };
}

const idOf = (record: object) => (record as { id: string }).id;

/** `lgwan → internet sanitised: L (gate) gate (gate) I`, sorted. */
async function told(text: string): Promise<string[]> {
  const { passages } = await passagesOf(draw(text));
  return passages
    .map(({ from, to, kind, route }) => {
      const way = route.map((step) => ` (${idOf(step.record)}) ${idOf(step.to)}`).join('');
      return `${from.id} → ${to.id} ${kind}: ${idOf(route[0]?.from ?? {})}${way}`;
    })
    .sort();
}

const approved =
  '{specific: {destination: X, addresses: [10.0.0.1], ports: [443]}, approval: {by: CISO, date: 2026-04-01}}';
const incomplete =
  '{specific: {destination: X, addresses: [10.0.0.1]}, approval: {by: CISO, date: 2026-04-01}}';

describe('the passages between layers', () => {
  it.each<[what: string, drawing: string, ...expected: string[]]>([
    ['a connection inside a layer is none', 'M1-M2'],
    ['nothing at all', 'M1=mynumber'],
    ['one way', 'M>L', 'mynumber → lgwan normal: M (M>L) L'],
    ['both ways', 'L-I', 'internet → lgwan normal: I (L-I) L', 'lgwan → internet normal: L (L-I) I'],
    [
      'layer after layer: each is a passage of its own',
      'M>L L>I',
      'lgwan → internet normal: L (L>I) I',
      'mynumber → lgwan normal: M (M>L) L',
    ],
    ['sanitised', 'I>L {sanitisation: mail-text}', 'internet → lgwan sanitised: I (I>L) L'],
    ['antivirus does not sanitise', 'I>L {sanitisation: antivirus}', 'internet → lgwan normal: I (I>L) L'],
    ['not confirmed', 'I>L {confirmed: false}', 'internet → lgwan unconfirmed: I (I>L) L'],
    ['specific', `M>X ${approved}`, 'mynumber → external specific: M (M>X) X'],
    ['said to be specific', `M>X ${incomplete}`, 'mynumber → external unconfirmed: M (M>X) X'],
    [
      'a system in two layers',
      'pc@M,L',
      'lgwan → mynumber normal: L (pc) pc (pc) M',
      'mynumber → lgwan normal: M (pc) pc (pc) L',
    ],
    ['a system in two layers that does not forward', 'pc@M,L {forwards: false}'],
    ['a network device joins nothing by itself', 'fw@M,L {type: network-device}'],
    [
      'connections through a network device: one for the record that lets data out',
      'fw@ {type: network-device} M>fw fw>L fw>I',
      'mynumber → internet normal: M (M>fw) fw (fw>I) I',
      'mynumber → lgwan normal: M (M>fw) fw (fw>L) L',
    ],
    [
      'a way is as good as the best of its hops',
      'fw@ {type: network-device} I>fw {confirmed: false} fw>L {sanitisation: screen-transfer}',
      'internet → lgwan sanitised: I (I>fw) fw (fw>L) L',
    ],
    [
      'the least guarded of several ways, though it is longer',
      'fw@ {type: network-device} L>fw fw>I {sanitisation: mail-text} ? =none fw>? ?>I'.replace(
        '? =none',
        '?=none',
      ),
      'lgwan → internet normal: L (L>fw) fw (fw>?) ? (?>I) I',
    ],
    [
      'a segment without a layer is on the way and no end',
      'M>? ?>I',
      'mynumber → internet normal: M (M>?) ? (?>I) I',
    ],
    ['a segment without a layer at the end is none', 'M>?'],
    [
      'a gateway',
      'gate@L,I {sanitisation: file-sanitisation}',
      'internet → lgwan sanitised: I (gate) gate (gate) L',
      'lgwan → internet sanitised: L (gate) gate (gate) I',
    ],
    ['a service is outside', 'cloud=service L>cloud', 'lgwan → external normal: L (L>cloud) cloud'],
    [
      'the outside is no way',
      'L>X X>I',
      'external → internet normal: X (X>I) I',
      'lgwan → external normal: L (L>X) X',
    ],
    ['a layer of the body itself', 'plant=works plant>I', 'works → internet normal: plant (plant>I) I'],
    [
      'a loop between devices comes to an end',
      'a@ {type: network-device} b@ {type: network-device} M>a a-b b-a b>L',
      'mynumber → lgwan normal: M (M>a) a (a-b) b (b>L) L',
    ],
  ])('%s', async (_, drawing, ...expected) => {
    expect(await told(drawing)).toEqual([...expected].sort());
  });
});

const layers = ['mynumber', 'lgwan', 'internet', 'external', 'works', ...new Array(5).fill(undefined)];

/** Small networks with many devices and segments without a layer, through which passages lead. */
const drawings = fc
  .record({
    segments: fc.array(fc.constantFrom(...layers), { minLength: 3, maxLength: 7 }),
    systems: fc.array(
      fc.record({
        homes: fc.array(fc.nat(6), { maxLength: 3 }),
        type: fc.constantFrom('server', 'network-device', 'network-device'),
        forwards: fc.constantFrom(undefined, undefined, false),
        sanitisation: fc.constantFrom(undefined, undefined, 'mail-text'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    connections: fc.array(
      fc.record({
        from: fc.nat(10),
        to: fc.nat(10),
        direction: fc.constantFrom('one-way', 'two-way'),
        guard: fc.constantFrom('none', 'none', 'unconfirmed', 'sanitised', 'specific', 'incomplete'),
      }),
      { minLength: 3, maxLength: 12 },
    ),
  })
  .map((dice): Drawing => {
    const segments = dice.segments.map((layer, index) => ({
      ...{ id: `segment${index}`, name: `segment${index}` },
      ...(layer === undefined ? {} : { layer }),
    }));
    const at = (list: readonly { id: string }[], index: number) => list[index % list.length]?.id ?? '';
    const systems = dice.systems.map(({ homes, type, forwards, sanitisation }, index) => ({
      ...{ id: `system${index}`, name: `system${index}`, type },
      segments: [...new Set(homes.map((home) => at(segments, home)))],
      ...(forwards === undefined ? {} : { forwards }),
      ...(sanitisation === undefined ? {} : { sanitisation }),
    }));
    const places = [...segments, ...systems];
    const connections = dice.connections.map(({ from, to, direction, guard }, index) => ({
      ...{ id: `connection${index}`, name: `connection${index}`, direction },
      ...{ from: at(places, from), to: at(places, to) },
      ...guards(guard, at(places, to)),
    }));
    return { segments, systems, services: [], connections };
  });

function guards(guard: string, destination: string): object {
  const specific = { destination, addresses: ['10.0.0.1'] };
  const approval = { by: 'CISO', date: '2026-04-01' };
  switch (guard) {
    case 'unconfirmed':
      return { confirmed: false };
    case 'sanitised':
      return { sanitisation: 'mail-text' };
    case 'specific':
      return { specific: { ...specific, ports: [443] }, approval };
    case 'incomplete':
      return { specific, approval };
    default:
      return {};
  }
}

/** One step of data by virtue of a record, and how well that guards it. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly guard: number;
}

const kinds = ['normal', 'unconfirmed', 'sanitised', 'specific'];

function guardOf({ specific, confirmed, sanitisation }: Fields): number {
  if (specific !== undefined) return 'ports' in (specific as object) ? 3 : 1;
  if (confirmed === false) return 1;
  return sanitisation === undefined ? 0 : 2;
}

/** All ways of all passages, walked one after the other from the drawing alone, without a line of src/network. */
function naively({
  segments,
  systems,
  connections,
}: Drawing): Map<string, { guard: number; length: number }> {
  const layerOf = (id: string): string | undefined => {
    const system = systems.find((one) => one.id === id);
    if (system?.['type'] === 'network-device') return undefined;
    const homes = system === undefined ? [id] : (system['segments'] as string[]);
    const found = new Set(
      homes.map((home) => segments.find((one) => one.id === home)?.['layer'] as string | undefined),
    );
    found.delete(undefined);
    return found.size === 1 ? [...found][0] : undefined;
  };
  const transits = (id: string) => {
    const system = systems.find((one) => one.id === id);
    if (system === undefined) return layerOf(id) !== 'external';
    return system['type'] === 'network-device' || system['forwards'] !== false;
  };
  const isGateway = (id: string) => systems.find((one) => one.id === id)?.['sanitisation'] === 'mail-text';
  const moves: Move[] = [];
  for (const connection of connections) {
    const [by, from, to] = [connection.id, connection['from'] as string, connection['to'] as string];
    if (from === to) continue;
    let guard = guardOf(connection);
    if (guard === 0 && (isGateway(from) || isGateway(to))) guard = 2;
    moves.push({ from, to, by, guard });
    if (connection['direction'] === 'two-way') moves.push({ from: to, to: from, by, guard });
  }
  const named = new Set(connections.flatMap(({ from, to }) => [from, to]));
  for (const { id, type, ...system } of systems) {
    const homes = system['segments'] as string[];
    // A system in one segment has a part in the network only where a connection names it.
    if (type === 'network-device' || (homes.length < 2 && !named.has(id))) continue;
    const guard = isGateway(id) ? 2 : 0;
    for (const home of homes)
      moves.push({ from: home, to: id, by: id, guard }, { from: id, to: home, by: id, guard });
  }
  const best = new Map<string, { guard: number; length: number }>();
  const walk = (from: string, by: string, at: string, guard: number, been: readonly string[]) => {
    const layer = layerOf(at);
    if (layer !== undefined) {
      if (layer === from) return;
      const key = `${by} ${from} → ${layer}`;
      const known = best.get(key);
      const found = { guard, length: been.length };
      if (!known || guard < known.guard || (guard === known.guard && found.length < known.length))
        best.set(key, found);
      return;
    }
    if (!transits(at)) return;
    for (const move of moves)
      if (move.from === at && !been.includes(move.to))
        walk(from, by, move.to, Math.max(guard, move.guard), [...been, move.to]);
  };
  for (const move of moves) {
    const layer = layerOf(move.from);
    if (layer !== undefined) walk(layer, move.by, move.to, move.guard, [move.to]);
  }
  return best;
}

/** Many in each run of all tests, more where SEKISHO_FULL asks for the long form. */
const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 150 : 500;

it('are those that a walk along all ways finds, by the least guarded, then shortest one', async () => {
  let seen = 0;
  let long = 0;
  await fc.assert(
    fc.asyncProperty(drawings, async (drawing) => {
      const { passages } = await passagesOf(drawing);
      const found = passages.map(({ from, to, kind, first, route }) => {
        for (const [index, step] of route.entries())
          if (index > 0) expect(step.from).toBe(route[index - 1]?.to);
        if (route.length > 2) long++;
        return [
          `${idOf(first)} ${from.id} → ${to.id}`,
          { guard: kinds.indexOf(kind), length: route.length },
        ] as const;
      });
      seen += found.length;
      expect(new Map(found)).toEqual(naively(drawing));
      expect(new Set(found.map(([key]) => key)).size).toBe(found.length);
    }),
    { numRuns: runs },
  );
  expect(seen).toBeGreaterThan(runs);
  expect(long).toBeGreaterThan(runs / 10);
});
