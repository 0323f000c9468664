import { withoutCommands } from '../../base/pipeline-commands.ts';
import type { GraphContent, Reporter } from '../format.ts';
import { handlingLines } from '../paper/handling.ts';
import { type PictureEdge, type PictureNode, pictureOf } from './picture.ts';
import { graphTexts } from './words.ts';

const red = '#c5221f';

/** The network for Graphviz: one cluster per layer, offending paths in red. */
export const graphDot: Reporter<GraphContent> = ({ drawing, result }, { language }) => {
  const words = graphTexts[language];
  const { title, lanes, edges, offences, remarks } = pictureOf(drawing, language);
  const heading = [
    ...handlingLines(result.cover, language),
    title,
    ...offences.map((offence, index) => `${index + 1}: ${offence}`),
    ...remarks,
  ];
  const lines = [
    'digraph network {',
    '  charset="UTF-8"; rankdir=TB; compound=true; fontname="Noto Sans CJK JP"; labeljust=l;',
    `  label="${heading.map(quoted).join('\\l')}\\l";`,
    '  node [shape=box, style=rounded, fontname="Noto Sans CJK JP"];',
    '  edge [fontname="Noto Sans CJK JP", fontsize=10, color="#5f6368"];',
  ];
  for (const [index, lane] of lanes.entries()) {
    lines.push(
      `  subgraph cluster_${index} {`,
      `    label="${quoted(lane.name)}"; style=filled; fillcolor="#f4f6f8";`,
    );
    for (const node of lane.nodes) lines.push(`    ${node.id} [${attributes(nodeAttributes(node))}];`);
    if (lane.nodes.length === 0) lines.push(`    empty${index} [label="", shape=none];`);
    lines.push('  }');
  }
  for (const edge of edges)
    lines.push(`  ${edge.from} -> ${edge.to} [${attributes(edgeAttributes(edge, words.kind[edge.kind]))}];`);
  return `${[...lines, '}'].join('\n')}\n`;
};

type Attributes = Readonly<Record<string, string>>;

function nodeAttributes({ label, title, shape, offending }: PictureNode): Attributes {
  return {
    label,
    tooltip: title,
    ...(shape === 'system' ? { shape: 'component', style: 'solid' } : {}),
    ...(shape === 'service' ? { shape: 'ellipse', style: 'solid' } : {}),
    ...(shape === 'folded' ? { style: 'dashed' } : {}),
    ...(offending ? { color: red, fontcolor: red, penwidth: '2.5' } : {}),
  };
}

function edgeAttributes({ twoWay, kind, names, hops }: PictureEdge, word: string): Attributes {
  const label = [
    ...(hops.length > 0 ? [hops.join(', ')] : kind === 'normal' ? [] : [word]),
    ...(names.length > 1 ? [`×${names.length}`] : []),
  ].join(' ');
  return {
    ...(label === '' ? {} : { label }),
    tooltip: names.join(', '),
    ...(twoWay ? { dir: 'both' } : {}),
    ...(kind === 'unconfirmed' ? { style: 'dashed' } : {}),
    ...(hops.length > 0 ? { color: red, fontcolor: red, penwidth: '2.5' } : {}),
  };
}

function attributes(given: Attributes): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}="${quoted(value)}"`)
    .join(', ');
}

/** In a quoted string a backslash begins an escape (`\N` is the node's name), a quote ends it, and entities are read. */
function quoted(text: string): string {
  return withoutCommands(text.replaceAll(/["\\]/g, '\\$&').replaceAll('&', '&amp;'), '&#35;');
}
