import { addToGroup } from '../../base/groups.ts';
import type { Language, Localized } from '../../base/localized.ts';
import type { DrawnNode, LinkKind, NetworkDrawing, OffendingPath } from '../../result/result.ts';
import { oneLine } from '../paper/one-line.ts';
import { type Quotes, quotesOf } from '../paper/said.ts';
import { graphTexts } from './words.ts';

/** A drawing as all formats show it: crowded lanes are folded, and links between the same two nodes are merged. */
export interface Picture {
  readonly title: string;
  readonly lanes: readonly PictureLane[];
  readonly edges: readonly PictureEdge[];
  /** the description of each offending path, in the order of their numbers */
  readonly offences: readonly string[];
  /** further remarks on the paths, such as whether any rule judged them */
  readonly remarks: readonly string[];
  readonly judged: boolean;
  /** names in Japanese alone that the texts of a picture in another language quote */
  readonly quotes: Quotes;
}

export interface PictureLane {
  readonly kind: 'layer' | 'between' | 'unknown';
  readonly name: string;
  /** the language of the name, where it is not that of the picture */
  readonly language?: Language;
  readonly nodes: readonly PictureNode[];
  /** the number of nodes, including folded ones */
  readonly size: number;
}

export interface PictureNode {
  readonly id: string;
  readonly shape: 'segment' | 'system' | 'service' | 'folded';
  readonly label: string;
  /** the label and the id, in full */
  readonly title: string;
  readonly offending: boolean;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly twoWay: boolean;
  readonly kind: LinkKind;
  /** the names of the connections or systems that the line stands for */
  readonly names: readonly string[];
  /** its positions in offending paths, as path-hop: `1-3`; empty if it is in none */
  readonly hops: readonly string[];
}

/** A lane with more nodes is folded: all nodes that are on no offending path become one box. */
const laneLimit = 40;

export function pictureOf(drawing: NetworkDrawing, language: Language): Picture {
  const words = graphTexts[language];
  const offending = new Set(drawing.paths.flatMap(({ nodes }) => nodes));
  const byLane = new Map<string, DrawnNode[]>(drawing.lanes.map(({ id }) => [id, []]));
  for (const node of drawing.nodes) byLane.get(node.lane)?.push(node);
  /** the box of each node: its own, or the folded one */
  const box = new Map<string, string>();
  const lanes = drawing.lanes.map(({ id, kind, name }, index): PictureLane => {
    const all = byLane.get(id) ?? [];
    const shown = all.length > laneLimit ? all.filter((node) => offending.has(node.id)) : all;
    const rest = all.length - shown.length;
    for (const node of all) box.set(node.id, `f${index}`);
    for (const node of shown) box.set(node.id, node.id);
    const nodes = shown.map((node) => pictureNode(node, offending.has(node.id)));
    const label = words.folded(rest);
    if (rest > 0) nodes.push({ id: `f${index}`, shape: 'folded', label, title: label, offending: false });
    return {
      kind,
      name: kind === 'layer' ? clean(name?.[language] ?? id) : words.lane[kind],
      ...(kind === 'layer' && foreign(name, language)),
      nodes,
      size: all.length,
    };
  });
  return {
    title: clean(words.title(drawing.policy.title[language])),
    lanes,
    edges: edgesOf(drawing, box),
    offences: drawing.paths.map((path) => {
      const messages = path.findings.map(({ message }) => clean(message[language])).join(' / ');
      const layers = oneOfSeveral(path).map(({ name }) => clean(name[language]));
      return layers.length === 0 ? messages : words.towards(messages, layers);
    }),
    remarks: remarksOf(drawing).map((remark) => clean(remark[language])),
    judged: drawing.judgement.judged,
    quotes: quotesIn(drawing, language),
  };
}

function quotesIn({ policy, lanes }: NetworkDrawing, language: Language): Quotes {
  if (language === 'ja') return quotesOf([]);
  const names = [policy.title, ...lanes.flatMap(({ name }) => name ?? [])];
  return quotesOf(names.filter(({ only }) => only === 'ja').map(({ ja }) => clean(ja)));
}

function foreign(name: Localized | undefined, language: Language): { readonly language?: Language } {
  return name?.only === undefined || name.only === language ? {} : { language: name.only };
}

/** Remarks on the paths of a drawing, one sentence each. */
export function remarksOf({ paths, judgement }: NetworkDrawing): Localized[] {
  const { statement, remarks } = judgement;
  return paths.length === 0 ? [statement, ...remarks] : [...remarks];
}

/** The layers that distinguish a path from others of the same finding; empty where there are no others. */
export function oneOfSeveral({ layers, findings }: OffendingPath): OffendingPath['layers'] {
  return findings.some(({ paths = [] }) => paths.length > 1) ? layers : [];
}

function pictureNode({ id, record }: DrawnNode, offending: boolean): PictureNode {
  const name = clean(record.name);
  const shape = record.kind === 'systems' ? 'system' : record.kind === 'services' ? 'service' : 'segment';
  return { id, shape, label: name, title: `${name} (${clean(record.id)})`, offending };
}

function edgesOf({ links, paths }: NetworkDrawing, box: ReadonlyMap<string, string>): PictureEdge[] {
  const numbers = new Map<string, string[]>();
  for (const [path, { hops }] of paths.entries()) {
    for (const [hop, { link }] of hops.entries()) {
      const number = hops.length === 1 ? `${path + 1}` : `${path + 1}-${hop + 1}`;
      addToGroup(numbers, link, number);
    }
  }
  const edges = new Map<string, PictureEdge & { readonly names: string[]; twoWay: boolean }>();
  for (const { id, from: start, to: end, twoWay, kind, record } of links) {
    const [from = start, to = end] = [box.get(start), box.get(end)];
    if (from === to) continue;
    const hops = numbers.get(id) ?? [];
    // Lines in both directions at a folded box are merged: the many that end there would be unreadable.
    const joined = from !== start || to !== end;
    const ends = (twoWay || joined) && from > to ? [to, from] : [from, to];
    const key = hops.length > 0 ? id : [...ends, joined || twoWay, kind].join(' ');
    const known = edges.get(key);
    const name = clean(record.name);
    if (known === undefined) edges.set(key, { from, to, twoWay, kind, names: [name], hops });
    else {
      known.names.push(name);
      known.twoWay ||= twoWay || known.from !== from;
    }
  }
  return [...edges.values()];
}

/** A text on one line, without characters that diagrams cannot show. */
function clean(text: string): string {
  return oneLine(text).replaceAll(/\s+/g, ' ').trim();
}
