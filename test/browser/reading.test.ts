import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { sekisho } from '../support/cli.ts';
import { report, reportOf } from '../support/html-report.ts';
import { inFolder } from '../support/load.ts';

/** Those that no filter hides, whether they are folded away or not. */
const findings = (page: Page) => page.locator('[data-verdict]:not([hidden])');
const status = (page: Page) => page.locator('#filter-status');

describeInBrowser('the html report in a browser', (open, browser) => {
  it('filters by chapter, verdict, agency and words, says how many are left, and takes it all back', async () => {
    await open(await reportOf(['examples/town', 'minakami', 'ja']), {}, async (page) => {
      await expect.poll(() => status(page).textContent()).toBe('指摘32件をすべて表示しています。');
      await page.getByLabel('判定', { exact: true }).selectOption({ label: '要確認' });
      await expect.poll(() => status(page).textContent()).toBe('指摘32件のうち6件を表示しています。');
      const verdicts = await findings(page).evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-verdict')),
      );
      expect(verdicts).toEqual(Array(6).fill('review'));
      await page.getByLabel('章', { exact: true }).selectOption({ label: '人的セキュリティ' });
      await expect.poll(() => findings(page).count()).toBe(1);
      expect(await page.locator('section.chapter:visible h3').allInnerTexts()).toHaveLength(1);
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await expect.poll(() => findings(page).count()).toBe(32);
      await page.getByLabel('担当', { exact: true }).selectOption({ index: 2 });
      const agency = await page.locator('#filter-agency').inputValue();
      await expect.poll(() => findings(page).count()).toBeLessThan(32);
      for (const one of await findings(page).all())
        expect(await one.getAttribute('data-agency')).toBe(agency);
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await page.getByLabel('語句').fill('ｎａｓ');
      await expect.poll(() => findings(page).count()).toBe(1);
      expect(await findings(page).innerText()).toContain('売上NAS');
      await page.getByLabel('語句').fill('どこにもない語句');
      await expect.poll(() => status(page).textContent()).toBe('条件に合う指摘はありません（全32件）。');
    });
  });

  it('is of the divisions that were asked for, says so on its cover, and offers a choice of theirs', async () => {
    const asset = (id: string, division: string) =>
      `  - { id: ${id}, name: ${id}, manager: false, division: ${division} }\n`;
    const text = `assets:\n${asset('a', '町民課')}${asset('b', '福祉課')}${asset('c', '総務課')}`;
    const only = [
      '--rule',
      'classification/manager-assigned',
      '--division',
      '町民課',
      '--division',
      '福祉課',
    ];
    await inFolder({ 'a.yaml': text }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '-f', 'html', ...only], { directory });
      await open(stdout, {}, async (page) => {
        expect(await page.locator('.cover').innerText()).toContain('町民課、福祉課の分');
        expect(await page.title()).toContain('町民課、福祉課');
        await expect.poll(() => status(page).textContent()).toBe('指摘2件をすべて表示しています。');
        expect(await page.getByLabel('所管課', { exact: true }).locator('option').allInnerTexts()).toEqual([
          'すべて',
          '町民課',
          '福祉課',
        ]);
      });
    });
  });

  it('unfolds what a filter or a link leads to, and nothing else', async () => {
    await open(await reportOf(['examples/city', 'isesaki', 'ja']), {}, async (page) => {
      const unknown = page.locator('[data-verdict="unknown"]').first();
      const id = await unknown.getAttribute('id');
      expect(await unknown.isVisible()).toBe(false);
      await page.evaluate((target) => {
        location.hash = `#${target}`;
      }, id);
      await expect.poll(() => unknown.isVisible()).toBe(true);
      await page.getByLabel('判定', { exact: true }).selectOption({ label: '判定不能' });
      await expect.poll(() => page.locator('[data-verdict="unknown"]:visible').count()).toBe(6);
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await expect.poll(() => unknown.isVisible()).toBe(false);
    });
  });

  it('has the Japanese of a policy in Japanese alone as Japanese on an English page, and finds words across it', async () => {
    await open(await reportOf(['examples/own-policy', 'japanese-alone', 'en']), {}, async (page) => {
      const quoted = page.locator('#findings [lang="ja"]', { hasText: '独立系' }).first();
      expect(
        await quoted.evaluate((one) => one.matches(':lang(ja)') && one.parentElement?.matches(':lang(en)')),
      ).toBe(true);
      await page.getByLabel('Words', { exact: true }).fill('communicate with 独立系');
      await expect.poll(() => findings(page).count()).toBe(1);
    });
  });

  it('filters by the keyboard alone, and a link to what is hidden shows it again', async () => {
    await open(await reportOf(['examples/city', 'isesaki', 'en']), {}, async (page) => {
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
    await open(
      await reportOf(['examples/city', 'minakami', 'ja']),
      { javaScriptEnabled: false },
      async (page) => {
        expect(await findings(page).count()).toBe(18);
        expect(await page.locator('#filters').isVisible()).toBe(false);
      },
    );
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
    const planted = (await reportOf(['examples/city', 'minakami', 'ja'])).replace(
      '<main',
      '<script>document.title = "ran"</script><style>main{display:none}</style><main',
    );
    await inFolder({ 'planted.html': planted }, async (folder) => {
      const page = await browser().newPage();
      await page.goto(pathToFileURL(path.join(folder, 'planted.html')).href);
      expect(await page.title()).not.toBe('ran');
      expect(await page.locator('main').isVisible()).toBe(true);
      await page.close();
    });
  });
});
