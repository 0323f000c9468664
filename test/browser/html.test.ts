import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, itInPrint } from '../support/browser.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const examples = [
  ['examples/city', 'isesaki'],
  ['examples/city', 'minakami'],
  ['examples/second-city', 'isesaki'],
  ['examples/town', 'minakami'],
  ['examples/union', 'tokubetsuku'],
] as const;
/** English is looked at in the largest report and in one of another policy: its words are as long in all of them. */
const languages = (example: readonly [string, string]): readonly ('ja' | 'en')[] =>
  ['examples/city isesaki', 'examples/union tokubetsuku'].includes(example.join(' ')) ? ['ja', 'en'] : ['ja'];

const report = async (paths: readonly string[], directory = root, lang = 'ja') =>
  (await sekisho(['check', ...paths, '--as-of', '2026-11-20', '-f', 'html', '--lang', lang], { directory }))
    .stdout;
const ofExample = ([example, policy]: readonly [string, string], lang = 'ja') =>
  report([example, '-p', policy], root, lang);

describeInBrowser('the html report in a browser', (browser) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-browser-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Opens a report as its reader does: a file on the disk. Anything that goes wrong on the page is an error here. */
  const open = async (
    content: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ) => {
    const file = path.join(folder, 'report.html');
    await writeFile(file, content);
    const context = await browser().newContext(options);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('request', (request) => {
        if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      await use(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };

  const findings = (page: Page) => page.locator('[data-verdict]:visible');
  const status = (page: Page) => page.locator('#filter-status');

  it('filters by chapter, verdict, agency and words, says how many are left, and takes it all back', async () => {
    await open(await ofExample(['examples/town', 'minakami']), {}, async (page) => {
      await expect.poll(() => status(page).textContent()).toBe('指摘31件をすべて表示しています。');
      await page.getByLabel('判定', { exact: true }).selectOption({ label: '要確認' });
      await expect.poll(() => status(page).textContent()).toBe('指摘31件のうち5件を表示しています。');
      const verdicts = await findings(page).evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-verdict')),
      );
      expect(verdicts).toEqual(Array(5).fill('review'));
      await page.getByLabel('章', { exact: true }).selectOption({ label: '人的セキュリティ' });
      await expect.poll(() => findings(page).count()).toBe(1);
      expect(await page.locator('section.chapter:visible h3').allInnerTexts()).toHaveLength(1);
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await expect.poll(() => findings(page).count()).toBe(31);
      await page.getByLabel('担当', { exact: true }).selectOption({ index: 2 });
      const agency = await page.locator('#filter-agency').inputValue();
      await expect.poll(() => findings(page).count()).toBeLessThan(31);
      for (const one of await findings(page).all())
        expect(await one.getAttribute('data-agency')).toBe(agency);
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await page.getByLabel('語句').fill('ｎａｓ');
      await expect.poll(() => findings(page).count()).toBe(1);
      expect(await findings(page).innerText()).toContain('売上NAS');
      await page.getByLabel('語句').fill('どこにもない語句');
      await expect.poll(() => status(page).textContent()).toBe('条件に合う指摘はありません（全31件）。');
    });
  });

  it('filters by the keyboard alone, and a link to what is hidden shows it again', async () => {
    await open(await ofExample(['examples/city', 'isesaki'], 'en'), {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('report');
      await page.locator('#filter-chapter').focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-verdict');
      const total = await page.locator('[data-verdict]').count();
      const unknown = await page.locator('[data-verdict="unknown"]').count();
      expect(unknown).toBeGreaterThan(0);
      expect(unknown).toBeLessThan(total);
      await page.keyboard.press('u');
      await expect.poll(() => status(page).textContent()).toBe(`Showing ${unknown} of ${total} findings.`);
      const hidden = page.locator('#rule-resilience\\/mynumber-mfa');
      expect(await hidden.isVisible()).toBe(false);
      await page.locator('#coverage a[href="#rule-resilience/mynumber-mfa"]').first().press('Enter');
      await expect.poll(() => hidden.isVisible()).toBe(true);
      await expect.poll(() => status(page).textContent()).toBe(`Showing all of ${total} findings.`);
    });
  });

  it('shows everything where no script runs', async () => {
    await open(await ofExample(['examples/city', 'minakami']), { javaScriptEnabled: false }, async (page) => {
      expect(await findings(page).count()).toBe(18);
      expect(await page.locator('#filters').isVisible()).toBe(false);
    });
  });

  it('runs nothing that an inventory brings along', async () => {
    const evil = JSON.stringify(
      `</script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>`,
    );
    const yaml = `organization: { name: ${evil} }\nassets: [{ id: ${evil}, name: ${evil}, manager: false }]\nsegments: [{ id: a, name: ${evil}, layer: mynumber }]\n`;
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      await open(await report(['.', '-p', 'minakami'], directory), {}, async (page) => {
        expect(await page.locator('.cover .body').textContent()).toContain('<script>alert(1)</script>');
      });
    });
    const planted = (await ofExample(['examples/city', 'minakami'])).replace(
      '<main',
      '<script>document.title = "ran"</script><style>main{display:none}</style><main',
    );
    const file = path.join(folder, 'planted.html');
    await writeFile(file, planted);
    const page = await browser().newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).not.toBe('ran');
    expect(await page.locator('main').isVisible()).toBe(true);
    await page.close();
  });

  it.each(examples)('fits a telephone, a tablet and a desk: %s under %s', async (...example) => {
    for (const lang of languages(example)) {
      await open(await ofExample(example, lang), {}, async (page) => {
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(overflowing)).toEqual([]);
        }
      });
    }
  });

  it.each(examples)('E: no heading of a column breaks inside a word: %s under %s', async (...example) => {
    for (const lang of languages(example)) {
      await open(await ofExample(example, lang), {}, async (page) => {
        // The last is as wide as what stands between the margins of a sheet of A4.
        for (const [media, width] of [
          ['screen', 800],
          ['screen', 1280],
          ['print', 673],
        ] as const) {
          await page.emulateMedia({ media });
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(brokenHeadings)).toEqual([]);
        }
      });
    }
  });

  it.each(examples)('has nothing that axe-core finds wrong: %s under %s', async (...example) => {
    for (const lang of languages(example)) {
      await open(await ofExample(example, lang), {}, async (page) => {
        expect(await axe(page)).toEqual([]);
        // Nothing but the colours is another in the dark.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await axe(page, ['color-contrast'])).toEqual([]);
      });
    }
  });

  itInPrint.each(examples)('prints page by page as a document should: %s under %s', async (...example) => {
    for (const lang of languages(example)) {
      await open(await ofExample(example, lang), { colorScheme: 'dark' }, async (page) => {
        const headings = await page.locator('h2, h3, h4').allTextContents();
        const pages = await print(page, folder);
        const running =
          lang === 'ja'
            ? '情報セキュリティポリシー適合状況報告書'
            : 'Information Security Policy Compliance Report';
        expect(pages.length).toBeGreaterThan(10);
        for (const [index, text] of pages.entries()) {
          const lines = text
            .trim()
            .split('\n')
            .map((line) => line.trim());
          expect(lines.at(-1)).toBe(`${index + 1} / ${pages.length}`);
          // The cover has its title in the middle; every other page has it at its head, and something below.
          expect(lines[0]?.includes(running)).toBe(index > 0);
          expect(lines.length).toBeGreaterThan(5);
          // The cover ends with the table of contents, which is made of headings.
          const last = squeeze(lines.filter((line) => line !== '').at(-2) ?? '');
          if (index > 0) expect(headings.map(squeeze)).not.toContain(last);
        }
        // An introduction stands on the page of what it introduces.
        const [appendix, table] =
          lang === 'ja'
            ? ['付録B 入力ファイル', '判定に用いたファイル']
            : ['Appendix B Inputs', 'Files that had a part in the result'];
        expect(pages.findLast((text) => text.includes(appendix))).toContain(table);
        expect(pages[0]).toContain('2026');
        expect(pages[0]).toContain('SHA-256');
        expect(pages[1]).toContain(lang === 'ja' ? '1 概要' : '1 Summary');
        const matrix = pages.filter((text) =>
          (lang === 'ja' ? /条項 +題名 +状態/ : /clause +title +status/).test(text),
        );
        expect(matrix.length).toBeGreaterThan(3);
      });
    }
  });

  itInPrint(
    'prints what it shows: all of it, or what is filtered, and then says so on the first page',
    async () => {
      const assets = Array.from(
        { length: 30 },
        (_, i) => `  - { id: a${i}, name: 住民票${i}番, manager: false }\n`,
      );
      await inFolder({ 'a.yaml': `assets:\n${assets.join('')}` }, async (directory) => {
        const content = await report(
          ['.', '-p', 'minakami', '--rule', 'classification/manager-assigned'],
          directory,
        );
        for (const javaScriptEnabled of [true, false]) {
          await open(content, { javaScriptEnabled }, async (page) => {
            const whole = (await print(page, folder)).join('\n');
            for (let i = 0; i < 30; i++) expect(whole).toContain(`住民票${i}番`);
            expect(whole).not.toContain('絞り込');
          });
        }
        await open(content, {}, async (page) => {
          await page.getByLabel('語句').fill('住民票29番');
          await expect.poll(() => findings(page).count()).toBe(1);
          const [cover = '', ...rest] = await print(page, folder);
          expect(squeeze(cover)).toContain(
            '「指摘」の章は絞り込んだものです（語句：住民票29番）。全30件のうち1件。',
          );
          expect(rest.join('')).toContain('住民票29番');
          expect(rest.join('')).not.toContain('住民票28番');
        });
      });
    },
  );

  it('is light on paper, whatever the screen is', async () => {
    await open(await ofExample(['examples/city', 'isesaki']), { colorScheme: 'dark' }, async (page) => {
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

/** @param only the rules to hold it to; all where none is named */
async function axe(page: Page, only: readonly string[] = []): Promise<string[]> {
  const { default: core } = await import('axe-core');
  await page.evaluate(core.source);
  const violations = await page.evaluate(async (rules) => {
    const { run } = (globalThis as unknown as { axe: typeof core }).axe;
    const found = await (rules.length === 0 ? run() : run({ runOnly: [...rules] }));
    return found.violations;
  }, only);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' ')}`,
  );
}

/** The pages of the page in print, as text. */
async function print(page: Page, folder: string): Promise<string[]> {
  const file = path.join(folder, 'report.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const { stdout, error } = spawnSync('pdftotext', ['-layout', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw new Error("pdftotext cannot be run: install Debian's package poppler-utils");
  return stdout.split('\f').slice(0, -1);
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}
