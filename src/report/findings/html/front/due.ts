import { dueWithin } from '../../../../result/due.ts';
import { accountOf, isOverdue, nothingDue, notKnown } from '../../../due/account.ts';
import { dueTexts } from '../../../due/words.ts';
import { mark } from '../../../paper/mark.ts';
import { note, table } from '../../../paper/table.ts';
import { type Content, html } from '../../../paper/template.ts';
import type { Page } from '../page.ts';
import { frontTexts } from './words.ts';

/** How many lines fit at the end of the page. */
const lines = 6;

/** What falls due soon, and what is overdue, which comes first; and of what nobody knows when it does. */
export function due(page: Page): Content {
  const { language, result, said } = page;
  const words = frontTexts[language];
  const account = accountOf({ result, within: dueWithin });
  const { items } = account;
  const heading = html`<h3>${words.due} <span class="soft">${items.length > 0 && page.words.count('', items.length).trim()}</span></h3>\n`;
  const left = notKnown(result, account, language).map((line) => note(line));
  if (items.length === 0) return [heading, note(nothingDue(result, account, language)), left];
  const rows = items
    .slice(0, lines)
    .map((item) => [
      [item.date, isOverdue(item, result) && html` ${mark('fail', words.overdue)}`],
      dueTexts[language].kind[item.kind],
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
    left,
  ];
}
