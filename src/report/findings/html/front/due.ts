import type { DueItem } from '../../../../result/result.ts';
import { mark } from '../../../paper/mark.ts';
import { note, table } from '../../../paper/table.ts';
import { type Content, html } from '../../../paper/template.ts';
import type { Page } from '../page.ts';
import { frontTexts } from './words.ts';

/** How many lines fit at the end of the page. */
const lines = 6;
/** How far ahead the page looks. */
export const ahead = 'P90D';

/** What falls due soon, and what is overdue, which comes first. */
export function due(page: Page): Content {
  const { language, result, said } = page;
  const words = frontTexts[language];
  const items = result.due(ahead).filter(isShown(page));
  const heading = html`<h3>${words.due} <span class="soft">${items.length > 0 && page.words.count('', items.length).trim()}</span></h3>\n`;
  if (items.length === 0) return [heading, note(words.nothingDue)];
  const rows = items
    .slice(0, lines)
    .map((item) => [
      [item.date, item.date < result.asOf && html` ${mark('fail', words.overdue)}`],
      words.dueKinds[item.kind],
      [page.words.quote(item.record.name), ' ', said(item.what)],
      item.division && (page.divisionNames.get(item.division) ?? item.division),
    ]);
  return [
    heading,
    table(
      words.due,
      [
        { label: words.columns.date, kind: 'brief' },
        { label: page.words.labels.kind, kind: 'brief' },
        { label: words.columns.due },
        { label: words.columns.division },
      ],
      rows,
      'due same-caption',
    ),
    items.length > lines && html`<p class="left">${words.moreDue(items.length - lines)}</p>\n`,
  ];
}

/** Of a report for some divisions, what is theirs. */
function isShown({ result: { shown } }: Page): (item: DueItem) => boolean {
  return ({ division }) =>
    shown === undefined || (division !== undefined && shown.division.includes(division));
}
