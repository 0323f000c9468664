import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Crossing } from '../../src/network/crossings.ts';
import { Network } from '../../src/network/network.ts';
import { type Drawing, type Fields, inventoryOf, policyOf } from './notation.ts';

/**
 * The network searched in the most naive way there is, straight from the records and sharing no code with
 * src/network: every way without repetition is walked. It is slow and, one hopes, plainly right.
 */
interface Verdict {
  readonly status: 'certain' | 'doubtful' | 'none';
  /** how many hops the shortest way to each layer has; under nothing that to what states none */
  readonly lengths: Readonly<Record<string, number>>;
}

/** Data may go from one place to another by virtue of a record. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly allowed: 'yes' | 'perhaps';
}

class Naive {
  readonly moves: Move[] = [];
  readonly #drawing: Drawing;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    for (const { id, from, to, direction, confirmed, specific } of drawing.connections) {
      if (from === to || (specific !== undefined && 'ports' in (specific as object))) continue;
      const allowed = confirmed === false || specific !== undefined ? 'perhaps' : 'yes';
      this.moves.push({ from: from as string, to: to as string, by: id, allowed });
      if (direction !== 'one-way')
        this.moves.push({ from: to as string, to: from as string, by: id, allowed });
    }
    for (const system of drawing.systems) {
      if (system['type'] === 'network-device') continue;
      for (const home of homes(system))
        this.moves.push(
          { from: home, to: system.id, by: system.id, allowed: 'yes' },
          { from: system.id, to: home, by: system.id, allowed: 'yes' },
        );
    }
  }

  /** the layers a place stands in; none of a cloud service, which may be run as part of one */
  layers(id: string): string[] {
    const service = this.#drawing.services.find((one) => one.id === id);
    if (service !== undefined) return service['type'] === 'cloud' ? [] : ['external'];
    const system = this.#drawing.systems.find((one) => one.id === id);
    if (system?.['type'] === 'network-device') return [];
    return (system === undefined ? [id] : homes(system))
      .map((home) => this.#drawing.segments.find((one) => one.id === home)?.['layer'] as string | undefined)
      .filter((layer) => layer !== undefined && layer !== unheardOf) as string[];
  }

  isInside(id: string): boolean {
    return this.layers(id).includes('mynumber');
  }

  /** The records that would have to say in which layer a place stands. */
  silentBy(id: string): string[] {
    if (this.#drawing.services.some((one) => one.id === id)) return [];
    const system = this.#drawing.systems.find((one) => one.id === id);
    if (system?.['type'] === 'network-device') return [];
    if (system === undefined) return this.layers(id).length === 0 ? [id] : [];
    const all = homes(system);
    return all.length === 0 ? [id] : all.filter((home) => this.layers(home).length === 0);
  }

  /** Whether a place may be on the other side. */
  isDoubtful(id: string): boolean {
    return (
      this.silentBy(id).length > 0 ||
      this.#drawing.services.some((one) => one.id === id && one['type'] === 'cloud')
    );
  }

  /** What goes by one label is on one side, whichever that is. */
  #label(id: string): string {
    const by = this.silentBy(id);
    if (this.layers(id).length > 0) return by.length === 0 ? '(certain)' : id;
    return by.length === 1 ? (by[0] ?? id) : id;
  }

  #transits(id: string): boolean {
    const system = this.#drawing.systems.find((one) => one.id === id);
    if (this.#drawing.services.some((one) => one.id === id)) return false;
    if (system === undefined) return !this.layers(id).includes('external');
    // A network device is there to pass on what connections let through.
    return system['type'] === 'network-device' || system['forwards'] !== false;
  }

  /**
   * Every way that goes on from a place outside, or leads to it, without touching the layer.
   *
   * @param over whether it may go through places whose layer is not known
   */
  *#ways(
    at: string,
    way: 'onwards' | 'backwards',
    been: readonly string[],
    sure: boolean,
    over: 'all' | 'known' = 'all',
  ): Generator<{ end: string; length: number; sure: boolean }> {
    yield { end: at, length: been.length, sure };
    if (!this.#transits(at) || (over === 'known' && this.silentBy(at).length > 0)) return;
    for (const move of this.moves) {
      const [here, next] = way === 'onwards' ? [move.from, move.to] : [move.to, move.from];
      if (here !== at || this.isInside(next) || been.includes(next) || next === at) continue;
      yield* this.#ways(next, way, [...been, at], sure && move.allowed === 'yes', over);
    }
  }

  /** What does not forward joins the places it stands in and nothing beyond. */
  #forwards(by: string): boolean {
    return this.#drawing.systems.find(({ id }) => id === by)?.['forwards'] !== false;
  }

  #throughMove(move: Move): Verdict {
    const outwards = this.isInside(move.from);
    const beyond = outwards ? move.to : move.from;
    const ways = [
      ...this.#ways(beyond, outwards ? 'onwards' : 'backwards', [], move.allowed === 'yes'),
    ].filter(({ length }) => length === 0 || this.#forwards(move.by));
    const known = ways.filter(({ end }) => this.layers(end).length > 0);
    const sure = known.filter((one) => one.sure);
    const silent = ways.filter(({ end }) => this.isDoubtful(end));
    const chosen = [sure, known, silent].find((some) => some.length > 0) ?? [];
    return {
      status: chosen.length === 0 ? 'none' : chosen === sure ? 'certain' : 'doubtful',
      lengths: shortest(
        chosen.flatMap(({ end, length }) => {
          const layers = this.layers(end);
          return (layers.length > 0 ? layers : ['']).map((layer) => [layer, length + 1] as const);
        }),
      ),
    };
  }

  /** What a move between places comes to of which one may be inside: both ends may be that one. */
  #perhaps(move: Move): Verdict {
    const lengths = (['onwards', 'backwards'] as const).flatMap((way) => {
      const [end, next] = way === 'onwards' ? [move.from, move.to] : [move.to, move.from];
      if (this.silentBy(end).length === 0) return [];
      return [...this.#ways(next, way, [], true, 'known')]
        .filter(({ length }) => length === 0 || this.#forwards(move.by))
        .filter((one) => this.layers(one.end).length > 0 || this.isDoubtful(one.end))
        .filter((one) => this.#label(one.end) !== this.#label(end))
        .map(({ length }) => length + 1);
    });
    return lengths.length === 0 ? none : { status: 'doubtful', lengths: { '': Math.min(...lengths) } };
  }

  /** A connection at a place that may be inside, while nothing is known to be. */
  #isAllDark(by: string): boolean {
    const { segments, systems, connections } = this.#drawing;
    const connection = connections.find(({ id }) => id === by);
    if (connection === undefined || connection['from'] === connection['to']) return false;
    const ends = [connection['from'], connection['to']] as string[];
    return (
      ends.some((end) => this.silentBy(end).length > 0) &&
      ![...segments, ...systems].some(({ id }) => this.isInside(id) && this.#isPlace(id))
    );
  }

  /** A system has a part in the network if it stands in several segments, or a connection ends at it. */
  #isPlace(id: string): boolean {
    const system = this.#drawing.systems.find((one) => one.id === id);
    if (system === undefined || homes(system).length > 1) return true;
    return this.#drawing.connections.some(({ from, to }) => from === id || to === id);
  }

  /** @returns nothing where the record does not touch the layer */
  verdict(by: string): Verdict | undefined {
    const border = this.#border(by);
    if (
      border !== undefined &&
      border.status !== 'none' &&
      (border.status === 'certain' || border.lengths[''] === undefined)
    )
      return border;
    const perhaps = this.moves
      .filter((move) => move.by === by && !this.isInside(move.from) && !this.isInside(move.to))
      .map((move) => this.#perhaps(move))
      .concat(border ?? [])
      .filter(({ status }) => status !== 'none');
    if (perhaps.length > 0)
      return {
        status: 'doubtful',
        lengths: { '': Math.min(...perhaps.map(({ lengths }) => lengths[''] ?? Number.POSITIVE_INFINITY)) },
      };
    return this.#isAllDark(by) ? { status: 'doubtful', lengths: {} } : border;
  }

  #border(by: string): Verdict | undefined {
    const moves = this.moves.filter(
      (move) => move.by === by && (this.isInside(move.from) || this.isInside(move.to)),
    );
    const verdicts = moves
      .filter((move) => this.isInside(move.from) !== this.isInside(move.to))
      .map((move) => this.#throughMove(move));
    for (const status of ['certain', 'doubtful'] as const) {
      const all = verdicts.filter((one) => one.status === status);
      const known = all.filter(({ lengths }) => !('' in lengths));
      const such = known.length > 0 ? known : all;
      if (such.length > 0)
        return { status, lengths: shortest(such.flatMap(({ lengths }) => Object.entries(lengths))) };
    }
    return moves.length === 0 ? undefined : none;
  }
}

const none: Verdict = { status: 'none', lengths: {} };

function shortest(lengths: readonly (readonly [layer: string, length: number])[]): Record<string, number> {
  const least: Record<string, number> = {};
  for (const [layer, length] of lengths) least[layer] = Math.min(length, least[layer] ?? length);
  return least;
}

function homes(system: Fields): string[] {
  return [...new Set(system['segments'] as string[])];
}

function verdictOf({ reached, doubt, paths }: Crossing): Verdict {
  if (doubt === undefined && reached.length === 0) return none;
  return {
    status: doubt === undefined ? 'certain' : 'doubtful',
    lengths: Object.fromEntries(paths.map(({ layer, route }) => [layer?.id ?? '', route.length])),
  };
}

/** A layer that no policy names. */
const unheardOf = 'unheard-of';

const layers = [
  'mynumber',
  'mynumber',
  'lgwan',
  'internet',
  'external',
  'works',
  unheardOf,
  undefined,
  undefined,
];

/** Networks of up to 12 segments; places are named by numbers, which are brought into range. */
const drawings = fc
  .record({
    segments: fc.array(fc.constantFrom(...layers), { minLength: 1, maxLength: 12 }),
    systems: fc.array(
      fc.record({
        homes: fc.array(fc.nat(11), { maxLength: 3 }),
        type: fc.constantFrom('server', 'server', 'network-device'),
        forwards: fc.constantFrom(undefined, undefined, true, false),
      }),
      { maxLength: 5 },
    ),
    services: fc.nat(2),
    connections: fc.array(
      fc.record({
        from: fc.nat(17),
        to: fc.nat(17),
        direction: fc.constantFrom('one-way', 'one-way', 'two-way', undefined),
        confirmed: fc.constantFrom(undefined, undefined, undefined, true, false),
        specific: fc.constantFrom('none', 'none', 'none', 'none', 'limited', 'incomplete'),
      }),
      { maxLength: 14 },
    ),
  })
  .map((dice): Drawing => {
    const segments = dice.segments.map((layer, index) => ({
      ...{ id: `segment${index}`, name: `segment${index}` },
      ...(layer === undefined ? {} : { layer }),
    }));
    const segmentAt = (index: number) => segments[index % segments.length]?.id ?? '';
    const systems = dice.systems.map(({ homes: at, type, forwards }, index) => ({
      ...{ id: `system${index}`, name: `system${index}`, type, segments: at.map(segmentAt) },
      ...(forwards === undefined ? {} : { forwards }),
    }));
    const services = [
      { id: 'service', name: 'service', type: 'sns' },
      { id: 'cloud', name: 'cloud', type: 'cloud' },
    ].slice(0, dice.services);
    const places = [...segments, ...systems, ...services].map(({ id }) => id);
    const placeAt = (index: number) => places[index % places.length] ?? '';
    const connections = dice.connections.map(({ from, to, direction, confirmed, specific }, index) => ({
      ...{ id: `connection${index}`, name: `connection${index}`, from: placeAt(from), to: placeAt(to) },
      ...(direction === undefined ? {} : { direction }),
      ...(confirmed === undefined ? {} : { confirmed }),
      ...(specific === 'none'
        ? {}
        : {
            specific: {
              destination: placeAt(to),
              addresses: ['10.0.0.1'],
              ...(specific === 'limited' ? { ports: [443] } : {}),
            },
            approval: { by: 'CISO', date: '2026-04-01' },
          }),
    }));
    return { segments, systems, services, connections };
  });

const policy = policyOf('resilience/mynumber-separation', {
  layers: [{ id: 'works', name: { ja: '上下水道系', en: 'the works layer' } }],
});

/**
 * Every way is real: each hop is one that a record allows, it hangs together, touches the layer at one end only, and
 * has the layer that it is told for at the other.
 */
function expectReal(crossing: Crossing, naive: Naive): void {
  const { paths, reached } = crossing;
  expect(paths.flatMap(({ layer }) => layer ?? [])).toEqual(reached);
  const lengths = paths.map(({ route }) => route.length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  for (const path of paths) expectRealWay(path, crossing, naive);
}

function expectRealWay(
  { layer, route }: Crossing['paths'][number],
  { record, doubt }: Crossing,
  naive: Naive,
): void {
  for (const [index, { record: by, from, to }] of route.entries()) {
    const move = naive.moves.find((one) => one.by === by.id && one.from === from.id && one.to === to.id);
    expect(move, `${from.id} → ${to.id}`).toBeDefined();
    if (doubt === undefined) expect(move?.allowed).toBe('yes');
    if (index > 0) expect(route[index - 1]?.to).toBe(from);
  }
  const places = [...route.slice(0, 1).map(({ from }) => from), ...route.map(({ to }) => to)];
  const inside = places.filter(({ id }) => naive.isInside(id));
  if (doubt?.kind === 'layer-not-stated' && inside.length === 0) {
    // It begins at what may be inside, by the record judged.
    const near = [
      ...(route[0]?.record === record ? places.slice(0, 1) : []),
      ...(route.at(-1)?.record === record ? places.slice(-1) : []),
    ];
    expect(near.some(({ id }) => naive.silentBy(id).length > 0)).toBe(true);
    return;
  }
  const outwards = naive.isInside(places[0]?.id ?? '');
  const [border, end] = outwards ? [route[0], places.at(-1)] : [route.at(-1), places[0]];
  expect(border?.record).toBe(record);
  expect(inside).toHaveLength(1);
  expect(naive.isInside(end?.id ?? '')).toBe(false);
  if (layer === undefined) expect(naive.isDoubtful(end?.id ?? '')).toBe(true);
  else expect(naive.layers(end?.id ?? '')).toContain(layer.id);
}

/** Many in each run of all tests, more where SEKISHO_FULL asks for the long form. */
const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 150 : 400;

it('finds the crossings, and the shortest way through each, that a search of all ways finds', async () => {
  let crossed = 0;
  await fc.assert(
    fc.asyncProperty(drawings, async (drawing) => {
      const inventory = await inventoryOf(drawing);
      const network = new Network(inventory, policy, () => true);
      const naive = new Naive(drawing);
      for (const record of [...inventory.records('connections'), ...inventory.records('systems')]) {
        const crossing = network.crossing(record, { about: 'mynumber-separation' });
        const verdict = naive.verdict(record.id);
        if (verdict !== undefined && verdict.status !== 'none') crossed++;
        // Whether a record touches the layer and leads nowhere, or does not touch it, is no matter of ways.
        expect(crossing === undefined ? none : verdictOf(crossing), record.id).toEqual(verdict ?? none);
        if (crossing !== undefined) expectReal(crossing, naive);
      }
    }),
    { numRuns: runs },
  );
  // More than one in each; the networks are random, so this only shows that the comparison is not empty.
  expect(crossed).toBeGreaterThan(runs / 2);
});
