import { type Content, each, type Html, html } from './template.ts';

export interface Column {
  readonly label: string;
  /**
   * `count`: numbers, right-aligned; `code`: paths, ids and digests, which may break anywhere; `brief`: never wrapped
   */
  readonly kind?: 'count' | 'code' | 'brief';
}

/** A table with at most this many rows is not split across printed pages. */
const short = 12;

/**
 * A table with a caption; the first cell of a row is its header. On a narrow screen, rows become blocks with labels.
 */
export function table(
  caption: Content,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  name = 'plain',
): Html {
  return html`<table class="${name}${rows.length <= short && ' short'}">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ label, kind }) => html`<th scope="col"${classOf(kind)}>${label}</th>`)}</tr></thead>
<tbody>
${each(rows, (cells) => row(columns, cells))}</tbody>
</table>
`;
}

function row(columns: readonly Column[], cells: readonly Content[]): Html {
  return html`<tr>${cells.map((cell, index) => {
    const { label = '', kind } = columns[index] ?? {};
    return index === 0
      ? html`<th scope="row"${classOf(kind)}>${cell}</th>`
      : html`<td data-label="${label}"${classOf(kind)}>${cell}</td>`;
  })}</tr>
`;
}

function classOf(kind: Column['kind']): Content {
  return kind !== undefined && html` class="${kind}"`;
}

/** A list of terms and definitions, such as on the cover; terms without content are left out. */
export function definitions(
  entries: readonly (readonly [term: string, content: Content])[],
  name = 'facts',
): Html {
  const said = entries.filter(([, content]) => content !== undefined && content !== false && content !== '');
  return html`<dl class="${name}">
${said.map(([term, content]) => html`<div><dt>${term}</dt><dd>${content}</dd></div>\n`)}</dl>
`;
}

/** The title of a part that has no heading element, such as a table or a list. */
export function note(content: Content): Html {
  return html`<p class="note">${content}</p>\n`;
}
