import { groupBy } from '../../../base/groups.ts';
import type { NetworkDrawing, OffendingPath, Passage } from '../../../result/result.ts';
import { oneOfSeveral, remarksOf } from '../../graph/picture.ts';
import { networkSvg } from '../../graph/svg.ts';
import { graphTexts } from '../../graph/words.ts';
import { note, table } from '../../paper/table.ts';
import { type Content, each, Html, html } from '../../paper/template.ts';
import { mostSteps } from '../trace.ts';
import { reportTexts } from '../words.ts';
import { findingAnchor, findingNumber, type Page, section } from './page.ts';

/** How many records of a layer are named; the picture and the inventory have them all. */
const mostNamed = 30;

/** The drawing of the layers, and the same in words. */
export function network(page: Page): Html {
  const { result, words } = page;
  const drawing = result.drawing();
  const content =
    drawing === undefined
      ? note(words.notes.noDrawing)
      : drawing.nodes.length === 0
        ? [note(words.notes.noNetwork), change(page)]
        : [picture(page, drawing), paths(page, drawing), nodes(page, drawing), change(page)];
  return section(page, 'network', content);
}

function picture({ result, language, words }: Page, drawing: NetworkDrawing): Content {
  const { network: about, firstPolicy } = words.notes;
  return [
    note(result.policies.length > 1 ? [about, ' ', firstPolicy] : about),
    html`<div class="network" role="region" tabindex="0" aria-label="${graphTexts[language].title(drawing.policy.title[language])}">
${new Html(networkSvg(drawing, { asOf: result.asOf }, language))}</div>
`,
  ];
}

function paths(page: Page, drawing: NetworkDrawing): Content {
  const { words } = page;
  const byName = groupBy(drawing.nodes, ({ record }) => record.name);
  const names = new Map(
    drawing.nodes.map(({ id, record }) => {
      const isShared = (byName.get(record.name)?.length ?? 0) > 1;
      return [id, isShared ? `${record.name} (${record.id})` : record.name];
    }),
  );
  const heading = html`<h3>${words.labels.offendingPaths}</h3>\n`;
  const remarks = remarksOf(drawing).map((remark) => note(page.said(remark)));
  if (drawing.paths.length === 0) return [heading, remarks];
  return [
    heading,
    remarks,
    html`<ol class="paths">
${each(drawing.paths, (path) => html`<li>${offence(page, path)}<br><span class="soft">${way(page, path, names)}</span></li>\n`)}</ol>
`,
  ];
}

function offence({ language, words, said }: Page, path: OffendingPath): Content {
  const layers = oneOfSeveral(path).map(({ name }) => name[language]);
  return [
    path.findings.map(
      ({ message, fingerprint }) =>
        html`${said(message)} <a class="code" href="#${findingAnchor(fingerprint)}">${findingNumber(fingerprint)}</a> `,
    ),
    layers.length > 0 && said(words.aside(layers.join(words.comma))),
  ];
}

/** Where data can go, node by node: `A → B → C`. */
function way({ language }: Page, { hops }: OffendingPath, names: ReadonlyMap<string, string>): string {
  const [first] = hops;
  const shown = [first?.from, ...hops.slice(0, mostSteps).map(({ to }) => to)];
  const left = hops.length - mostSteps;
  const more = left > 0 ? [reportTexts[language].stepsLeft(left)] : [];
  return [...shown.map((id) => names.get(id ?? '') ?? ''), ...more].join(' → ');
}

function nodes({ language, words, said }: Page, drawing: NetworkDrawing): Content {
  const { labels } = words;
  const rows = drawing.lanes.map(({ id, kind, name }) => {
    const inLane = drawing.nodes.filter(({ lane }) => lane === id);
    const lane = kind === 'layer' ? said(name ?? id) : graphTexts[language].lane[kind];
    const names = inLane.slice(0, mostNamed).map(({ record }) => record.name);
    const left = inLane.length - names.length;
    return [
      lane,
      words.amount(inLane.length),
      [names.join(words.comma), left > 0 && [words.comma, words.others(left)]],
    ];
  });
  return table(
    labels.nodes,
    [{ label: labels.layer }, { label: labels.count, kind: 'count' }, { label: labels.name }],
    rows,
    'nodes',
  );
}

/** The passages between layers that the change opens and closes. */
function change(page: Page): Content {
  const { networkChange } = page.result;
  if (networkChange === undefined) return undefined;
  const { labels } = page.words;
  return [[labels.opened, networkChange.opened] as const, [labels.closed, networkChange.closed] as const].map(
    ([label, passages]) =>
      passages.length > 0 && html`<h3>${label}</h3>\n<ul>${passages.map((one) => passage(page, one))}</ul>\n`,
  );
}

function passage({ language, said }: Page, { from, to, kind, hops }: Passage): Html {
  return html`<li>${said(from.name)} → ${said(to.name)} <span class="soft">${graphTexts[language].kind[kind]}</span>
<ol class="trace">${hops.map(({ message, location }) => html`<li>${said(message)} <span class="code soft">${location.file}:${location.line}</span></li>`)}</ol></li>
`;
}
