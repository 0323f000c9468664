import type { Entry, Inventory } from '../inventory/inventory.ts';
import { layersToChoose } from '../policy/layers.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  DrawnLane,
  DrawnLink,
  DrawnNode,
  Finding,
  NetworkDrawing,
  OffendingPath,
} from '../result/result.ts';
import { linkKind } from './link-kind.ts';
import { hopKey, pathHop } from './path-hop.ts';
import type { Hop, Node, Topology } from './topology.ts';

/** An inventory under a policy, with who can talk to whom. */
interface NetworkUnderPolicy {
  readonly inventory: Inventory;
  readonly policy: Policy;
  readonly topology: Topology;
}

/**
 * Draws the network with the layers of a policy. Systems that join no segments and are no end of a connection are left out.
 *
 * @param findings the active ones; their paths are marked
 */
export function drawNetwork(
  { inventory, policy, topology }: NetworkUnderPolicy,
  findings: readonly Finding[],
): Omit<NetworkDrawing, 'judgement'> {
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
    paths: drawPaths(drawnHops(inventory, topology, links), findings),
  };
}

const between = '(between)';
const unknown = '(unknown)';

/** The lane for nodes without a layer comes before the external one. */
function drawLanes(policy: Policy, nodes: readonly DrawnNode[]): DrawnLane[] {
  const used = new Set(nodes.map(({ lane }) => lane));
  const choices = new Set(layersToChoose([policy]));
  // A usual layer in whose place the policy has its own is none of the body's, unless something stands in it.
  const layers = [...policy.layers.values()].filter((layer) => choices.has(layer) || used.has(layer.id));
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

/** The drawn hops by {@link hopKey}. */
function drawnHops(
  inventory: Inventory,
  topology: Topology,
  links: readonly HoppedLink[],
): ReadonlyMap<string, DrawnHop> {
  return new Map(
    links.flatMap(({ link, hops }) =>
      hops.map((hop) => [
        hopKey(pathHop(inventory, topology.step(hop))),
        { link: link.id, from: nodeId(hop.from), to: nodeId(hop.to) },
      ]),
    ),
  );
}

/** The paths of all findings, each once; findings with the same path share it. */
function drawPaths(hopsDrawn: ReadonlyMap<string, DrawnHop>, findings: readonly Finding[]): OffendingPath[] {
  const drawn = new Map<string, DrawnPath>();
  for (const finding of findings) {
    if (finding.verdict !== 'fail') continue;
    for (const { layer, before, steps, after } of finding.paths ?? []) {
      const way = [before ?? [], ...steps.map(({ hop }) => hop), after ?? []].flat();
      const hops = way.flatMap((hop) => hopsDrawn.get(hopKey(hop)) ?? []);
      if (hops.length === 0) continue;
      const key = hops.map(({ link }) => link).join(' ');
      const known = drawn.get(key) ?? { hops, layers: new Map(), findings: new Set() };
      drawn.set(key, known);
      known.findings.add(finding);
      if (layer !== undefined) known.layers.set(layer.id, layer);
    }
  }
  return [...drawn.values()].map((path) => ({
    hops: path.hops,
    nodes: [...new Set(path.hops.flatMap(({ from, to }) => [from, to]))],
    layers: [...path.layers.values()],
    findings: [...path.findings],
  }));
}

type DrawnHop = OffendingPath['hops'][number];

interface DrawnPath {
  readonly hops: readonly DrawnHop[];
  readonly layers: Map<string, OffendingPath['layers'][number]>;
  readonly findings: Set<Finding>;
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
