import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserLimit, describeInBrowser, itInPrint } from '../support/browser.ts';
import { sekisho } from '../support/cli.ts';
import { halfFilledTown } from '../support/half-filled-town.ts';
import { report, reportOf, reportsToLookAt } from '../support/html-report.ts';
import { inFolder } from '../support/load.ts';

/** One report, and of what is counted in pages one language, in each run of all tests; all where SEKISHO_FULL asks for it. */
const full = (process.env['SEKISHO_FULL'] ?? '') !== '';

/** Demo data of NetBox that nobody of this project made; tests of it are skipped where it is not there. */
const netbox = path.resolve(import.meta.dirname, '../../../shared/real/netbox-rest');

describeInBrowser('the html report in a browser', (open) => {
  itInPrint.each(reportsToLookAt(full).slice(0, full ? undefined : 1))(
    'prints page by page as a document should: %s under %s in %s',
    async (...example) => {
      const [, , lang] = example;
      await open(await reportOf(example), { colorScheme: 'dark' }, async (page, folder) => {
        const headings = await page.locator('h2, h3, h4').allTextContents();
        const pages = await print(page, folder);
        const running =
          lang === 'ja'
            ? '情報セキュリティポリシー適合状況報告書'
            : 'Information Security Policy Compliance Report';
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
        expect(pages[1]).toContain(lang === 'ja' ? '1 要点' : '1 Key points');
        expect(pages[2]).toContain(lang === 'ja' ? '2 判定の内訳' : '2 Verdicts in numbers');
        const matrix = pages.filter((text) =>
          (lang === 'ja' ? /条項 +題名 +状態/ : /clause +title +status/).test(text),
        );
        expect(matrix.length).toBeGreaterThan(2);
      });
    },
    browserLimit,
  );

  itInPrint.each<'ja' | 'en'>(full ? ['ja', 'en'] : ['ja'])(
    'has the violations of the city on its second page and ends after fourteen at most: in %s',
    async (lang) => {
      await open(await reportOf(['examples/city', 'isesaki', lang]), {}, async (page, folder) => {
        const pages = await print(page, folder);
        expect(pages.length).toBeLessThanOrEqual(14);
        const violated = [
          '税務課端末から第2庁舎',
          '戸籍附票画像ファイル',
          '東支所窓口端末',
          '税務課口座振替データ',
        ];
        for (const name of violated) expect(squeeze(pages[1] ?? '')).toContain(name);
      });
    },
    browserLimit,
  );

  itInPrint.each<'ja' | 'en'>(full ? ['ja', 'en'] : ['en'])(
    'prints a half-filled town with hundreds of unknowns on twenty pages at most, none of them mostly empty: in %s',
    async (lang) => {
      await inFolder(halfFilledTown(), async (directory) => {
        const content = await report(['.', '-p', 'minakami'], directory, lang);
        await open(content, {}, async (page, folder) => {
          const unknown = await page.locator('[data-verdict="unknown"]').count();
          expect(unknown).toBeGreaterThan(200);
          const pages = await print(page, folder);
          expect(pages.length).toBeLessThanOrEqual(20);
          // The front may end early, and so does the last page.
          for (const text of pages.slice(2, -1)) expect(squeeze(text).length).toBeGreaterThan(400);
        });
      });
    },
    browserLimit,
  );

  (existsSync(netbox) ? itInPrint : itInPrint.skip)(
    'prints a network of hundreds of devices of which little is written on twelve pages at most',
    async () => {
      await inFolder({}, async (directory) => {
        const imported = await sekisho(['import', 'netbox', netbox, '--out', '.'], { directory });
        expect(imported.code).toBe(0);
        const content = await report(['.', '-p', 'isesaki'], directory);
        await open(content, {}, async (page, folder) => {
          expect(await page.locator('[data-verdict="unknown"]').count()).toBeGreaterThan(3000);
          expect((await print(page, folder)).length).toBeLessThanOrEqual(12);
        });
      });
    },
    browserLimit,
  );

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
        const expectAll = async (page: Page, folder: string) => {
          const whole = (await print(page, folder)).join('\n');
          for (let i = 0; i < 30; i++) expect(whole).toContain(`住民票${i}番`);
          expect(whole).not.toContain('絞り込');
        };
        await open(content, { javaScriptEnabled: false }, expectAll);
        await open(content, {}, async (page, folder) => {
          await expectAll(page, folder);
          await page.getByLabel('語句').fill('住民票29番');
          await expect.poll(() => page.locator('[data-verdict]:visible').count()).toBe(1);
          const [cover = '', ...rest] = await print(page, folder);
          expect(squeeze(cover)).toContain(
            '「指摘」の章は絞り込んだものです（語句：住民票29番）。全30件のうち1件。',
          );
          expect(rest.join('')).toContain('住民票29番');
          expect(rest.join('')).not.toContain('住民票28番');
        });
      });
    },
    browserLimit,
  );
});

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
