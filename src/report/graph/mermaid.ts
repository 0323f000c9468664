import type { GraphContent, Reporter } from '../format.ts';
import { handlingLines } from '../paper/handling.ts';
import { type PictureEdge, type PictureNode, pictureOf } from './picture.ts';
import { graphTexts } from './words.ts';

/** The network as a mermaid flowchart, for a README or a wiki: one subgraph per layer, offending paths in red. */
export const graphMermaid: Reporter<GraphContent> = ({ drawing, result }, { language }) => {
  const words = graphTexts[language];
  const { title, lanes, edges, offences, remarks, judged } = pictureOf(drawing, language);
  const lines = ['flowchart TB', `  accTitle: ${plain(title)}`];
  if (remarks.length > 0) lines.push(`  accDescr: ${plain(remarks.join(' '))}`);
  const handling = handlingLines(result.cover, language).join(' ');
  if (handling !== '')
    lines.push(
      `  handling["${asLabel(handling)}"]:::handling`,
      '  classDef handling fill:none,stroke-width:2px',
    );
  for (const [index, lane] of lanes.entries()) {
    lines.push(`  subgraph lane${index}["${asLabel(lane.name)}"]`, '    direction LR');
    for (const node of lane.nodes) lines.push(`    ${shape(node)}`);
    if (lane.nodes.length === 0) lines.push(`    empty${index}["${asLabel(words.segments(0))}"]:::empty`);
    lines.push('  end');
  }
  for (const edge of edges) lines.push(`  ${edge.from} ${arrow(edge, words.kind[edge.kind])} ${edge.to}`);
  // A picture without red suggests that all is well, so it must say where paths were not judged.
  if (!judged)
    lines.push(
      `  remark["${asLabel(remarks.join(' '))}"]:::remark`,
      '  classDef remark fill:none,stroke-dasharray:4 3',
    );
  lines.push('  classDef empty fill:none,stroke:none,color:#888');
  lines.push('  classDef folded stroke-dasharray:4 3');
  lines.push('  classDef offending fill:#fde7e9,stroke:#c5221f,stroke-width:3px,color:#8c1d18');
  const red = edges.flatMap(({ hops }, index) => (hops.length > 0 ? [index] : []));
  if (red.length > 0)
    lines.push(`  linkStyle ${red.join(',')} stroke:#c5221f,stroke-width:3px,color:#c5221f`);
  for (const [index, offence] of offences.entries()) lines.push(`  %% ${index + 1}: ${plain(offence)}`);
  return `${lines.join('\n')}\n`;
};

function shape({ id, shape: kind, label, offending }: PictureNode): string {
  const text = `"${asLabel(label)}"`;
  const style = offending ? ':::offending' : kind === 'folded' ? ':::folded' : '';
  switch (kind) {
    case 'segment':
      return `${id}[${text}]${style}`;
    case 'system':
      return `${id}[[${text}]]${style}`;
    case 'service':
      return `${id}([${text}])${style}`;
    case 'folded':
      return `${id}[${text}]${style}`;
  }
}

function arrow({ twoWay, kind, names, hops }: PictureEdge, word: string): string {
  const label = [
    ...(hops.length > 0 ? [hops.join(', ')] : kind === 'normal' ? [] : [word]),
    ...(names.length > 1 ? [`×${names.length}`] : []),
  ].join(' ');
  const line = hops.length > 0 ? '==' : kind === 'unconfirmed' ? '-.-' : '--';
  const drawn = `${twoWay ? '<' : ''}${line}>`;
  return label === '' ? drawn : `${drawn}|"${asLabel(label)}"|`;
}

/**
 * Characters with a meaning to mermaid, including Markdown, HTML and icons (`fa:fa-car`) in labels, become entity codes.
 * Markers of a Markdown list have a meaning only at the beginning.
 */
function asLabel(text: string): string {
  return text.replaceAll(
    /^[-+]|(?<=^\d+)[.)]|(?<=fa\w?):(?=fa-)|["#&<>;`\\[\]{}()|%*_~$]/g,
    (mark) => `#${mark.codePointAt(0)};`,
  );
}

/** For titles and comments, which end at the line break and have no quoting. */
function plain(text: string): string {
  return text.replaceAll(/[#;{}%<>"&`]/g, ' ');
}
