import { expect, it } from 'vitest';
import { browserLimit, describeInBrowser } from '../support/browser.ts';
import { reportOf, reportsToLookAt } from '../support/html-report.ts';

/** Some reports in each run of all tests, all of them where SEKISHO_FULL asks for the long form. */
const full = (process.env['SEKISHO_FULL'] ?? '') !== '';

describeInBrowser('the html report in a browser', (open) => {
  // One page for both, since a long report takes longer to open than to look at.
  it.each(reportsToLookAt(full))(
    'fits a telephone, a tablet and a desk, and breaks no heading of a column inside a word: %s under %s in %s',
    async (...example) => {
      await open(await reportOf(example), {}, async (page) => {
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(overflowing)).toEqual([]);
        }
        // The last is as wide as what stands between the margins of a sheet of A4.
        for (const [media, width] of [
          ['screen', 800],
          ['screen', 1280],
          ['print', 673],
        ] as const) {
          await page.emulateMedia({ media });
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(brokenHeadings)).toEqual([]);
          expect(await page.evaluate(brokenKeys)).toEqual([]);
        }
      });
    },
    browserLimit,
  );

  it('is light on paper, whatever the screen is', async () => {
    await open(await reportOf(['examples/city', 'isesaki', 'ja']), { colorScheme: 'dark' }, async (page) => {
      const paper = () =>
        page.evaluate(() =>
          [document.body, document.querySelector('.network .page')].map((one) => {
            const style = one === null ? undefined : getComputedStyle(one);
            return one === document.body ? style?.backgroundColor : style?.fill;
          }),
        );
      expect(await paper()).toEqual(['rgb(20, 23, 27)', 'rgb(13, 17, 23)']);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await paper()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    });
  });
});

/** Headings of columns with a word on two lines, or cut off; of Japanese, which has no blanks, a short one is a word. */
function brokenHeadings(): string[] {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const hidden = (one: Element) => getComputedStyle(one).position === 'absolute';
  const broken = [...document.querySelectorAll('thead th')].filter((one) => {
    if (one.closest('thead') !== null && hidden(one.closest('thead') as Element)) return false;
    const text = one.firstChild;
    if (text === null || text.nodeType !== Node.TEXT_NODE) return false;
    const words = [...(text.textContent ?? '').matchAll(/[A-Za-z-]+|^[^A-Za-z]{1,4}$/g)];
    const onTwoLines = words.some(({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
    });
    return onTwoLines || one.scrollWidth > one.clientWidth + 1;
  });
  return [...new Set(broken.map((one) => `${one.closest('table')?.className}: ${one.textContent}`))];
}

/** Ids of rules and paths of fields with a word on two lines; a digest has no words. */
function brokenKeys(): string[] {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const keys = [...document.querySelectorAll('.code:not(.digest), code')].flatMap((one) => {
    const text = one.firstChild;
    if (text === null || text.nodeType !== Node.TEXT_NODE || one.closest('pre') !== null) return [];
    const words = [...(text.textContent ?? '').matchAll(/[A-Za-z]{2,30}/g)];
    return words.some(({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    })
      ? [`${one.closest('table')?.className}: ${text.textContent}`]
      : [];
  });
  return [...new Set(keys)];
}

/** What reaches beyond the window or its own cell, but for what can be scrolled and what only screen readers see. */
function overflowing(): string[] {
  const width = document.documentElement.clientWidth;
  const hidden = '.network, .patterns, .skip, .same-caption caption, .rest caption';
  const unseen = getComputedStyle(document.querySelector('thead') ?? document.body).position === 'absolute';
  const wide = [...document.querySelectorAll('body *')]
    .filter((one) => one.closest(unseen ? `${hidden}, thead` : hidden) === null)
    .filter((one) => {
      const { right, left, width: own } = one.getBoundingClientRect();
      const cut = one.matches('th, td') && one.scrollWidth > one.clientWidth + 1;
      return own > 0 && (right > width + 1 || left < -1 || cut);
    })
    .map((one) => `${one.tagName} ${one.className}: ${one.textContent?.slice(0, 40)}`);
  return document.documentElement.scrollWidth > width ? [...wide, 'the page scrolls sideways'] : wide;
}
