import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserLimit, describeInBrowser } from '../support/browser.ts';
import { reportOf, reportsToLookAt } from '../support/html-report.ts';

/** The largest report and the English one in each run of all tests, all of them where SEKISHO_FULL asks for the long form. */
const full = (process.env['SEKISHO_FULL'] ?? '') !== '';

describeInBrowser('the html report in a browser', (open) => {
  it.each(full ? reportsToLookAt(true) : reportsToLookAt(false).filter((_, index) => index !== 1))(
    'has nothing that axe-core finds wrong: %s under %s in %s',
    async (...example) => {
      await open(await reportOf(example), {}, async (page) => {
        expect(await axe(page, { rules: { 'color-contrast': { enabled: false } } })).toEqual([]);
        // Nothing but the colours is another in the dark.
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await axe(page, { runOnly: ['color-contrast'] }, await page.evaluate(markLooks))).toEqual(
            [],
          );
        }
      });
    },
    browserLimit,
  );
});

/**
 * Marks the elements that have text of their own, one of each look: the same tags, classes, colours and sizes from the
 * page down to it. Contrast is slow to find out and the same for all that look alike, rows of a table for the most part.
 */
function markLooks(): string {
  const seen = new Set<string>();
  for (const element of document.querySelectorAll('body *')) {
    element.removeAttribute('data-look');
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    if (!hasText && !element.matches('input, select, textarea, button')) continue;
    const looks: string[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { color, backgroundColor, backgroundImage, fill, fontSize, fontWeight, opacity } =
        getComputedStyle(one);
      looks.push(one.tagName, one.getAttribute('class') ?? '', color, backgroundColor, backgroundImage);
      looks.push(fill, fontSize, fontWeight, opacity);
    }
    const look = looks.join();
    if (!seen.has(look)) element.setAttribute('data-look', '');
    seen.add(look);
  }
  return '[data-look]';
}

/** @param within the elements to look at; the whole page where it is left out */
async function axe(page: Page, options: RunOptions, within?: string): Promise<string[]> {
  const { default: core } = await import('axe-core');
  await page.evaluate(core.source);
  const violations = await page.evaluate(
    async ({ options, within }) => {
      const { run } = (globalThis as unknown as { axe: typeof core }).axe;
      return (await run(within ?? document, options)).violations;
    },
    { options, within },
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' ')}`,
  );
}
