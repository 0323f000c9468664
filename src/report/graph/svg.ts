import type { Language } from '../../base/localized.ts';
import { type LinkKind, linkKinds, type NetworkDrawing, type Result } from '../../result/result.ts';
import type { GraphContent, Reporter } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { handlingLines } from '../paper/handling.ts';
import { escapeMarkup } from '../paper/markup.ts';
import { partsOf } from '../paper/said.ts';
import { wrap } from '../paper/wrap.ts';
import { type Badge, badgeHeight, placeBadges } from './badges.ts';
import { type Box, columnWidth, type Layout, layOut, type Point, stripWidth } from './layout.ts';
import { type Picture, type PictureEdge, pictureOf } from './picture.ts';
import { svgStyle } from './svg-style.ts';
import { type GraphText, graphTexts } from './words.ts';

const margin = 16;
const headHeight = 56;
const shownOffences = 12;

/** The network as one self-contained SVG: layers as bands, offending paths in red with numbered hops. */
export const graphSvg: Reporter<GraphContent> = ({ drawing, result: { asOf, cover } }, { language }) =>
  networkSvg(drawing, { asOf, cover }, language, `<style>\n${svgStyle}\n</style>\n`);

/** What stands below the title; a page says itself how it is to be handled. */
type Caption = Pick<Result, 'asOf'> & { readonly cover?: Pick<Result['cover'], 'marking' | 'redacted'> };

/** @param style the `<style>` element; empty in a page that has the style already */
export function networkSvg(
  drawing: NetworkDrawing,
  { asOf, cover = {} }: Caption,
  language: Language,
  style = '',
): string {
  const words = graphTexts[language];
  const picture = pictureOf(drawing, language);
  const layout = layOut(picture);
  const { title } = picture;
  const described = words.described({
    nodes: drawing.nodes.length,
    lanes: drawing.lanes.length,
    links: drawing.links.length,
  });
  const marked = drawing.paths.length > 0 ? [words.marked(drawing.paths.length)] : [];
  const description = [described, ...marked, ...picture.remarks].join(' ');
  const width = layout.width + 2 * margin;
  const foot = footer(picture, words, layout.width);
  const height = headHeight + layout.height + foot.height + margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="network-title network-desc" lang="${language}">
<title id="network-title">${escapeMarkup(title)}</title>
<desc id="network-desc">${escapeMarkup(description)}</desc>
${style}<defs>
${heads.map(([id, kind]) => `<marker id="${id}" class="${kind}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="${kind === 'offending' ? 13 : 8}" markerHeight="${kind === 'offending' ? 13 : 8}" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker>`).join('\n')}
</defs>
<rect class="page" width="100%" height="100%"/>
<text class="head" x="${margin}" y="30">${said(title, picture)}</text>
<text class="sub" x="${margin}" y="48">${escapeMarkup([words.judged(asOf), ...handlingLines(cover, language)].join('　'))}</text>
<g transform="translate(${margin} ${headHeight})">
${[...bands(picture, layout, words), ...lines(layout), ...layout.boxes.map(box), ...placeBadges(layout).map(badge)].join('\n')}
</g>
<g transform="translate(${margin} ${round(headHeight + layout.height)})">
${foot.content}
</g>
</svg>
`;
}

/** A text with the names in it that are Japanese alone marked as such. */
function said(text: string, { quotes }: Picture): string {
  const marked = ({ text: part, isQuoted }: ReturnType<typeof partsOf>[number]) =>
    isQuoted ? `<tspan lang="ja">${escapeMarkup(part)}</tspan>` : escapeMarkup(part);
  return partsOf(text, quotes).map(marked).join('');
}

const heads: readonly (readonly [string, LinkKind | 'offending'])[] = [
  ...linkKinds.map((kind) => [`network-head-${kind}`, kind] as const),
  ['network-head-offending', 'offending'],
];

function bands({ lanes }: Picture, layout: Layout, words: GraphText): string[] {
  return layout.lanes.map(({ y, height, label }, index) => {
    const { size = 0, name: whole = '', language } = lanes[index] ?? {};
    const lang = language === undefined ? '' : ` lang="${language}"`;
    const first = y + height / 2 - (label.length * 17) / 2 + 6;
    const name = label.map(
      (line, at) =>
        `<text class="name"${lang} x="12" y="${round(first + at * 17)}">${escapeMarkup(line)}</text>`,
    );
    const count = `<text class="count" x="12" y="${round(first + label.length * 17)}">${escapeMarkup(words.segments(size))}</text>`;
    return `<g><title${lang}>${escapeMarkup(whole)}</title><rect class="band" y="${round(y + 2)}" width="${round(layout.width)}" height="${round(height - 4)}" rx="6"/><rect class="strip" y="${round(y + 2)}" width="${stripWidth - 8}" height="${round(height - 4)}" rx="6"/>${name.join('')}${count}</g>`;
  });
}

/** Offending lines are drawn last, so that they lie above the others. */
function lines({ lines: all }: Layout): string[] {
  const sorted = [
    ...all.filter(({ edge }) => !isOffending(edge)),
    ...all.filter(({ edge }) => isOffending(edge)),
  ];
  return sorted.map(({ edge, points }) => {
    const kind = isOffending(edge) ? 'offending' : edge.kind;
    const way = rounded(points);
    const ends = edge.twoWay ? '' : ` marker-end="url(#network-head-${kind})"`;
    const halo = isOffending(edge)
      ? `<path class="halo offending" d="${way}"/>`
      : `<path class="halo" d="${way}"/>`;
    return `<g>${halo}<path class="line ${kind}" d="${way}"${ends}><title>${escapeMarkup(edge.names.join(', '))}</title></path></g>`;
  });
}

function isOffending({ hops }: PictureEdge): boolean {
  return hops.length > 0;
}

function rounded(points: readonly Point[]): string {
  const parts: string[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) {
      parts.push(`${before === undefined ? 'M' : 'L'}${round(x)} ${round(y)}`);
      continue;
    }
    const [a, b] = [towards({ x, y }, before), towards({ x, y }, after)];
    parts.push(`L${round(a.x)} ${round(a.y)}Q${round(x)} ${round(y)} ${round(b.x)} ${round(b.y)}`);
  }
  return parts.join('');
}

/** The point shortly before a corner, where its rounding begins. */
function towards(corner: Point, other: Point): Point {
  const [dx, dy] = [other.x - corner.x, other.y - corner.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return corner;
  const step = Math.min(6, length / 2) / length;
  return { x: corner.x + dx * step, y: corner.y + dy * step };
}

function box({ node, x, y, width, height, label }: Box): string {
  const frame = (inset: number, classes = '') =>
    `<rect${classes} x="${round(x + inset)}" y="${round(y)}" width="${round(width - 2 * inset)}" height="${height}" rx="${node.shape === 'service' ? height / 2 : inset === 0 ? 6 : 0}"/>`;
  const first = y + height / 2 + 4.5 - ((label.length - 1) * 15) / 2;
  const text = label.map(
    (line, index) =>
      `<text x="${round(x + width / 2)}" y="${round(first + index * 15)}">${escapeMarkup(line)}</text>`,
  );
  const classes = `box ${node.shape}${node.offending ? ' offending' : ''}`;
  return `<g class="${classes}"><title>${escapeMarkup(node.title)}</title>${frame(0)}${node.shape === 'system' ? frame(5, ' class="inner"') : ''}${text.join('')}</g>`;
}

function badge({ text, offending, x, y, width }: Badge): string {
  const classes = offending ? 'badge' : 'badge many';
  return `<g class="${classes}"><rect x="${round(x - width / 2)}" y="${round(y - badgeHeight / 2)}" width="${round(width)}" height="${badgeHeight}" rx="${badgeHeight / 2}"/><text x="${round(x)}" y="${round(y + 4)}">${escapeMarkup(text)}</text></g>`;
}

/** SVG elements stacked vertically, and the bottom of the last one. */
interface Block {
  readonly parts: readonly string[];
  readonly bottom: number;
}

/** The legend, and below it the description of each offending path. */
function footer(picture: Picture, words: GraphText, width: number): { content: string; height: number } {
  const meaning = legend(picture, words, width);
  const list = offenceList(picture, words, width, meaning.bottom + 14);
  return { content: [...meaning.parts, ...list.parts].join('\n'), height: list.bottom + 8 };
}

function legend(picture: Picture, words: GraphText, width: number): Block {
  const parts: string[] = [];
  let [x, y] = [0, 26];
  const item = (sample: string, word: string, sampleWidth: number) => {
    const wide = sampleWidth + 8 + columns(word) * columnWidth + 22;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 26;
    }
    parts.push(
      `<g transform="translate(${round(x)} ${y})">${sample}<text x="${sampleWidth + 8}" y="4">${escapeMarkup(word)}</text></g>`,
    );
    x += wide;
  };
  const used = new Set(picture.edges.filter((edge) => !isOffending(edge)).map(({ kind }) => kind));
  if (picture.offences.length > 0) item('<path class="line offending" d="M0 0H34"/>', words.offending, 34);
  for (const kind of linkKinds)
    if (used.has(kind)) item(`<path class="line ${kind}" d="M0 0H34"/>`, words.kind[kind], 34);
  const shapes = new Set(picture.lanes.flatMap(({ nodes }) => nodes.map(({ shape }) => shape)));
  const frame = '<rect y="-8" width="34" height="16"';
  if (shapes.has('segment')) item(`<g class="box">${frame} rx="4"/></g>`, words.shape.segment, 34);
  if (shapes.has('system'))
    item(
      `<g class="box">${frame} rx="4"/><rect class="inner" x="4" y="-8" width="26" height="16"/></g>`,
      words.shape.system,
      34,
    );
  if (shapes.has('service')) item(`<g class="box">${frame} rx="8"/></g>`, words.shape.service, 34);
  if (picture.edges.some(({ twoWay }) => !twoWay))
    item('<path class="line normal" d="M0 0H34" marker-end="url(#network-head-normal)"/>', words.oneWay, 34);
  if (picture.edges.some(({ names }) => names.length > 1))
    item(
      '<g class="badge many"><rect y="-8" width="26" height="16" rx="8"/><text x="13" y="4">×n</text></g>',
      words.bundle,
      26,
    );
  return { parts, bottom: y };
}

function offenceList(picture: Picture, words: GraphText, width: number, top: number): Block {
  const { offences, remarks } = picture;
  const parts: string[] = [];
  let y = top;
  const room = Math.floor((width - 40) / columnWidth);
  for (const [index, offence] of offences.slice(0, shownOffences).entries()) {
    y += 24;
    parts.push(
      `<g class="badge"><rect y="${y - 12}" width="26" height="16" rx="8"/><text x="13" y="${y}">${index + 1}</text></g>`,
    );
    for (const [at, line] of wrap(offence, room).entries()) {
      if (at > 0) y += 18;
      parts.push(`<text x="36" y="${y}">${said(line, picture)}</text>`);
    }
  }
  const more = offences.length - shownOffences;
  for (const rest of [...(more > 0 ? [words.morePaths(more)] : []), ...remarks]) {
    for (const [at, line] of wrap(rest, room).entries()) {
      y += at > 0 ? 18 : 24;
      parts.push(`<text class="none" x="0" y="${y}">${escapeMarkup(line)}</text>`);
    }
  }
  return { parts, bottom: y };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
