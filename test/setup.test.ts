import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from './support/load.ts';
import { runScript } from './support/shell.ts';

const root = path.resolve(import.meta.dirname, '..');
const installing = ['npm', 'ci', '--global=false', '--include=dev', '--ignore-scripts'];

/** A stand-in for tsx: the build begins with it, and here is done with it. */
const tsx = { 'package.json': '{ "exports": "./index.mjs" }', 'index.mjs': 'process.exit(0);' };
const bringTsx = Object.entries(tsx)
  .map(([file, text]) => `mkdir -p node_modules/tsx; echo '${text}' > node_modules/tsx/${file}`)
  .join('\n');

/** @returns how npm is called by scripts in a clone of the project, whose steps do nothing */
async function npmCalls(...scripts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const files = {
    'package-lock.json': '{}',
    'package.json': '{ "type": "module" }',
    'scripts/generate/index.mjs': '',
    'scripts/build.ts': '',
  };
  return inFolder(files, async (folder) => {
    cpSync(path.join(root, 'scripts/setup.mjs'), path.join(folder, 'scripts/setup.mjs'));
    const { code, stderr, calls } = runScript(scripts.join('\n'), folder, {}, { npm: bringTsx });
    expect([code, stderr]).toEqual([0, '']);
    return calls.map((call) => call.slice(0, installing.length));
  });
}

const prepare = 'npm_lifecycle_event=prepare node scripts/setup.mjs';
const build = 'node scripts/setup.mjs build';

describe('a clone', () => {
  it('is installed once by npm ci, which then prepares it, and not again by what is run after it', async () => {
    expect(await npmCalls(bringTsx, prepare, build)).toEqual([]);
  });

  it.each([prepare, build])(
    'is installed by `%s` where npm has not done it, and then no more',
    async (first) => {
      expect(await npmCalls(first, build)).toEqual([installing]);
    },
  );
});
