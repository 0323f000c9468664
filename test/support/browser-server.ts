import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

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

let server: BrowserServer | undefined;

/** Starts one browser for all tests that need one: starting it takes longer than most of them. */
export async function setup({ provide }: TestProject): Promise<void> {
  if (executable !== undefined) server = await chromium.launchServer({ executablePath: executable, args });
  provide('browser', server?.wsEndpoint() ?? '');
}

export async function teardown(): Promise<void> {
  await server?.close();
}
