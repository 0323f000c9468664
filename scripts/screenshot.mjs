// Takes the picture of the audit report in the READMEs. It needs Chromium and fonts-noto-cjk, and differs slightly on
// every machine, so it is not part of `npm run readme`. Run by `npm run screenshot`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-'));
const report = path.join(folder, 'report.html');
// Judges a copy outside any repository: otherwise the report would name the commit, and the picture would change with
// each.
cpSync(path.join(root, 'examples/city'), path.join(folder, 'examples/city'), { recursive: true });
const args = [
  'check',
  'examples/city',
  '-p',
  'isesaki',
  '--as-of',
  '2026-11-20',
  '--lang',
  'ja',
  '-f',
  `html=${report}`,
];
const { status } = spawnSync(process.execPath, [path.join(root, 'dist/bin.js'), ...args], {
  cwd: folder,
  stdio: 'inherit',
});
if (status !== 0 && status !== 1) throw new Error(`there is no report to show: ${status}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, colorScheme: 'light' });
await page.goto(pathToFileURL(report).href);
await page.screenshot({ path: path.join(root, 'docs/images/report.png') });
await browser.close();
rmSync(folder, { recursive: true });
