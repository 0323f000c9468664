import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';

/** Where Debian and its kin put the browser, unless somebody says otherwise. */
const executable = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  existsSync,
);

/** Nothing that goes over a network, and nothing that asks. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const inCi = (process.env['CI'] ?? '') !== '';

/** `it` for tests that read a PDF: skipped where poppler's pdftotext is not installed, but never in CI. */
export const itInPrint = it.skipIf(!inCi && spawnSync('pdftotext', ['-v']).error !== undefined);

/** Tests in a real browser. Where there is none they are skipped and say so, but never in CI. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (executable === undefined && !inCi) {
    describe.skip(`${name} (skipped: no Chromium; install Debian's package chromium or set CHROMIUM)`, () => {
      tests(() => {
        throw new Error('no browser');
      });
    });
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      if (executable === undefined) throw new Error('CI needs Chromium: see .ci/run');
      browser = await chromium.launch({ executablePath: executable, args });
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === undefined) throw new Error('the browser did not start');
      return browser;
    });
  });
}
