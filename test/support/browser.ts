import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inFolder } from './load.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where the browser listens, on this machine alone; empty where there is none */
    readonly browser: string;
  }
}

const inCi = (process.env['CI'] ?? '') !== '';

/** Milliseconds that a test may take which looks at long reports in two languages, on a machine that does more besides. */
export const browserLimit = 300_000;

/** `it` for tests that read a PDF: skipped where poppler's pdftotext is not installed, but never in CI. */
export const itInPrint = it.skipIf(!inCi && spawnSync('pdftotext', ['-v']).error !== undefined);

/**
 * Opens a report as its reader does, a file on the disk, which is gone afterwards. Anything that goes wrong on the page,
 * and anything that it asks for, is an error.
 */
export type Open = (
  content: string,
  options: BrowserContextOptions,
  use: (page: Page, folder: string) => Promise<void>,
) => Promise<void>;

/** Tests in a real browser. Where there is none they are skipped and say so, but never in CI. */
export function describeInBrowser(name: string, tests: (open: Open, browser: () => Browser) => void): void {
  const address = inject('browser');
  let browser: Browser | undefined;
  const running = (): Browser => {
    if (browser === undefined) throw new Error('there is no browser');
    return browser;
  };
  const open: Open = (content, options, use) => opened(running(), content, options, use);
  if (address === '' && !inCi) {
    describe.skip(`${name} (skipped: no Chromium; install Debian's package chromium or set CHROMIUM)`, () =>
      tests(open, running));
    return;
  }
  describe(name, () => {
    beforeAll(async () => {
      if (address === '') throw new Error('CI needs Chromium: see .ci/run');
      browser = await chromium.connect(address);
    });
    afterAll(() => browser?.close());
    tests(open, running);
  });
}

async function opened(
  browser: Browser,
  content: string,
  options: BrowserContextOptions,
  use: (page: Page, folder: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await inFolder({ 'report.html': content }, async (folder) => {
      const address = pathToFileURL(path.join(folder, 'report.html')).href;
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('request', (request) => {
        if (request.url() !== address) complaints.push(request.url());
      });
      await page.goto(address);
      await use(page, folder);
      expect(complaints).toEqual([]);
    });
  } finally {
    await context.close();
  }
}
