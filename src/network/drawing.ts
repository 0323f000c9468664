import { addToGroup } from '../groups.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Segment } from '../inventory/records.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  DrawnLane,
  DrawnLink,
  DrawnNode,
  Finding,
  FindingLocation,
  NetworkDrawing,
  OffendingPath,
} from '../result.ts';
import { linkKind } from './link-kind.ts';
import { Network } from './network.ts';
import { stepName } from './step-name.ts';
import { type Hop, type Node, Topology } from './topology.ts';

/**
 * Draws the network as a policy sees it. A system that joins nothing, and that no connection ends at, has no part in
 * communication and is left out.
 *
 * @param inScope whether a segment belongs to what the policy applies to
 * @param findings those that count; what they say of the network is marked
 */
export function drawNetwork(
  inventory: Inventory,
  policy: Policy,
  inScope: (segment: Segment) => boolean,
  findings: readonly Finding[],
): NetworkDrawing {
  const network = new Network(inventory, policy, inScope);
  const topology = new Topology(inventory, (segment) => network.layerOf(segment));
  const nodes = topology.nodes
    .filter((node) => sectionOf(inventory, node) === 'segments' || hopsAt(topology, node) > 0)
    .map(
      (node): DrawnNode => ({
        id: nodeId(node.index),
        lane: laneOf(node),
        record: referenceTo(inventory.entryOf(node.record)),
      }),
    );
  const links = drawLinks(inventory, topology);
  return {
    policy: { id: policy.id, title: policy.title },
    lanes: drawLanes(policy, nodes),
    nodes,
    links: links.map(({ link }) => link),
    paths: drawPaths(inventory, topology, links, findings),
  };
}

const between = '(between)';
const unknown = '(unknown)';

/** What communicates with layers from between them stands before what is outside. */
function drawLanes(policy: Policy, nodes: readonly DrawnNode[]): DrawnLane[] {
  const used = new Set(nodes.map(({ lane }) => lane));
  const layers = [...policy.layers.values()];
  const lane = ({ id, name }: (typeof layers)[number]): DrawnLane => ({ id, kind: 'layer', name });
  return [
    ...layers.filter(({ treatedAs }) => treatedAs !== 'external').map(lane),
    ...(used.has(between) ? [{ id: between, kind: 'between' as const }] : []),
    ...layers.filter(({ treatedAs }) => treatedAs === 'external').map(lane),
    ...(used.has(unknown) ? [{ id: unknown, kind: 'unknown' as const }] : []),
  ];
}

function laneOf({ layers, record }: Node): string {
  const [layer, second] = layers;
  if (layer !== undefined) return second === undefined ? layer.id : between;
  return 'type' in record && record.type === 'network-device' ? between : unknown;
}

/** A link with the hops that it stands for. */
interface HoppedLink {
  readonly link: DrawnLink;
  readonly hops: Hop[];
}

function drawLinks(inventory: Inventory, topology: Topology): HoppedLink[] {
  const links = new Map<string, { link: DrawnLink; hops: Hop[] }>();
  const numbers = new Map<object, number>();
  for (const hop of topology.hops) {
    let number = numbers.get(hop.record);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(hop.record, number);
    }
    const key = `${number} ${Math.min(hop.from, hop.to)} ${Math.max(hop.from, hop.to)}`;
    const known = links.get(key);
    if (known !== undefined) {
      known.hops.push(hop);
      known.link = { ...known.link, twoWay: true };
      continue;
    }
    const link: DrawnLink = {
      id: `l${links.size}`,
      from: nodeId(hop.from),
      to: nodeId(hop.to),
      twoWay: false,
      kind: linkKind(hop),
      record: referenceTo(inventory.entryOf(hop.record)),
    };
    links.set(key, { link, hops: [hop] });
  }
  return [...links.values()];
}

/** Findings that go the same way are one path. */
function drawPaths(
  inventory: Inventory,
  topology: Topology,
  links: readonly HoppedLink[],
  findings: readonly Finding[],
): OffendingPath[] {
  const linkOf = new Map<Hop, DrawnLink>(links.flatMap(({ link, hops }) => hops.map((hop) => [hop, link])));
  const hopsOf = new Map<object, Hop[]>();
  const hopsBySteps = new Map<object, Map<string, Hop[]>>();
  for (const hop of topology.hops) {
    addToGroup(hopsOf, hop.record, hop);
    const named = hopsBySteps.get(hop.record) ?? new Map<string, Hop[]>();
    hopsBySteps.set(hop.record, named);
    addToGroup(named, nameOf(hop, topology), hop);
  }
  const recordAt = (place: FindingLocation) => inventory.entryAt(place)?.record;
  const paths = new Map<string, OffendingPath & { readonly findings: Finding[] }>();
  for (const finding of findings) {
    if (finding.verdict !== 'fail' || !finding.ruleId.startsWith('resilience/')) continue;
    const own = recordAt(finding.location);
    // A proof may also lead to where something is written, which is no hop.
    const way = finding.trace
      .map(({ message, location }) => hopsBySteps.get(recordAt(location) ?? {})?.get(message.en))
      .filter((step) => step !== undefined);
    const hops = chain(way.length > 1 ? way : [hopsOf.get(own ?? {}) ?? []]);
    const node = own === undefined ? undefined : topology.node(own);
    const drawn = node !== undefined && (!('segments' in node.record) || hopsAt(topology, node) > 0);
    const nodes = new Set(hops.flatMap(({ from, to }) => [from, to]));
    if (drawn) nodes.add(node.index);
    if (nodes.size === 0) continue;
    const steps = hops.map((hop) => ({
      link: linkOf.get(hop)?.id ?? '',
      from: nodeId(hop.from),
      to: nodeId(hop.to),
    }));
    const key = JSON.stringify([steps.map(({ link }) => link), [...nodes]]);
    const known = paths.get(key);
    if (known !== undefined) known.findings.push(finding);
    else paths.set(key, { hops: steps, nodes: [...nodes].map(nodeId), findings: [finding] });
  }
  return [...paths.values()];
}

function nameOf({ from, to }: Hop, { nodes }: Topology): string {
  return stepName((nodes[from] as Node).record, (nodes[to] as Node).record);
}

/**
 * Of each record of a way the hop that is taken, so that they follow on one another. A system alone is a way as a
 * whole: it stands in all its segments at once.
 */
function chain(choices: readonly (readonly Hop[])[]): Hop[] {
  const [first = [], ...others] = choices;
  if (others.length === 0) return onePerLink(first);
  // From the end, so that of the ways out of a system only those are left that lead on.
  let onwards = new Map<Hop, Hop | undefined>(choices.at(-1)?.map((hop) => [hop, undefined]));
  const steps = [onwards];
  for (const choice of choices.slice(0, -1).reverse()) {
    onwards = followedBy(choice, [...onwards.keys()]);
    steps.unshift(onwards);
  }
  const way: Hop[] = [];
  for (let hop = onwards.keys().next().value; hop !== undefined; hop = steps[way.length - 1]?.get(hop))
    way.push(hop);
  return way.length > 0 ? way : choices.flatMap((choice) => choice.slice(0, 1));
}

/** @returns those hops after which data can take one of the next and does not turn back, each with that next one */
function followedBy(hops: readonly Hop[], next: readonly Hop[]): Map<Hop, Hop> {
  const leaving = new Map<number, Hop[]>();
  for (const hop of next) addToGroup(leaving, hop.from, hop);
  return new Map(
    hops.flatMap((hop) => {
      const following = leaving.get(hop.to)?.find(({ to }) => to !== hop.from);
      return following === undefined ? [] : [[hop, following] as const];
    }),
  );
}

function onePerLink(hops: readonly Hop[]): Hop[] {
  const ends = ({ from, to }: Hop) => `${Math.min(from, to)} ${Math.max(from, to)}`;
  return [...new Map([...hops].reverse().map((hop) => [ends(hop), hop])).values()].reverse();
}

function referenceTo({ section, id, name }: Entry): DrawnNode['record'] {
  return { kind: section, id, name };
}

function sectionOf(inventory: Inventory, { record }: Node): string {
  return inventory.entryOf(record).section;
}

function hopsAt({ outgoing, incoming }: Topology, { index }: Node): number {
  return (outgoing[index]?.length ?? 0) + (incoming[index]?.length ?? 0);
}

function nodeId(index: number): string {
  return `n${index}`;
}
