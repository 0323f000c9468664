import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { sekisho } from '../support/cli.ts';
import { placesWith } from '../support/hostile-inventory.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { inFolder } from '../support/load.ts';

/** What is markup, and what else a browser could make something of, each beside the others. */
const hostile = [
  ...(hostileStrings['be markup'] ?? []),
  '[x](javascript:alert(1)) javascript:alert(1)',
  '\u202e\u0000\u001b\ud800\uffff',
].join(' ');

async function drawn(text: string): Promise<Readonly<Record<'html' | 'coverage' | 'svg', string>>> {
  const { files, inventory } = placesWith(text);
  return inFolder(files, async (folder) => {
    const directory = path.join(folder, inventory);
    const run = async (...argv: string[]) =>
      (await sekisho([...argv, '--as-of', '2026-11-20'], { directory })).stdout;
    return {
      html: await run('check', '.', '-f', 'html'),
      coverage: await run('coverage', '.', '-f', 'html'),
      svg: await run('graph', '.', '-f', 'svg'),
    };
  });
}

/** How often each element is there, with the attributes it has; a text may take several lines of a drawing. */
function countElements(root: ParentNode): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { localName, attributes } of root.querySelectorAll('*:not(text)')) {
    const key = [localName, ...[...attributes].map(({ name }) => name)].join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const onPage = (page: Page) => page.evaluate(`(${countElements})(document)`);

describeInBrowser('a report on hostile texts in a browser', (open) => {
  it('has the elements of one on harmless texts, runs nothing and asks for nothing', async () => {
    const [evil, harmless] = [await drawn(hostile), await drawn('語')];
    for (const name of ['html', 'coverage'] as const) {
      let expected: unknown;
      await open(harmless[name], {}, async (page) => {
        expected = await onPage(page);
      });
      await open(evil[name], {}, async (page) => {
        expect(await onPage(page)).toEqual(expected);
        expect(await page.locator('main').textContent()).toContain('</script><script>alert(1)</script>');
        expect(await page.locator('main').isVisible()).toBe(true);
      });
    }
  });

  it('has in a drawing what one on harmless texts has, in a page and by itself', async () => {
    const [evil, harmless] = [await drawn(hostile), await drawn('語')];
    const alone = (page: Page, svg: string) =>
      page.evaluate(
        `(${countElements})(new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml'))`,
      );
    let expected: readonly unknown[] = [];
    await open(harmless.svg, {}, async (page) => {
      expected = [await onPage(page), await alone(page, harmless.svg)];
    });
    await open(evil.svg, {}, async (page) => {
      expect([await onPage(page), await alone(page, evil.svg)]).toEqual(expected);
    });
  });
});
