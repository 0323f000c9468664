import { type Html, html } from '../../../paper/template.ts';
import { type Page, section } from '../page.ts';
import { byDivision } from './by-division.ts';
import { due } from './due.ts';
import { ground } from './ground.ts';
import { violations } from './violations.ts';

/** The page for whoever has five minutes. What does not fit on it is counted, with a link to where it stands. */
export function front(page: Page): Html {
  return section(page, 'front', [
    violations(page),
    html`<div class="beside">
<div>${byDivision(page)}</div>
<div>${ground(page)}</div>
</div>
`,
    due(page),
  ]);
}
