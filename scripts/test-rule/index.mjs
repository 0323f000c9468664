// Tests one rule, or the rules of an area: `npm run test:rule -- technical/mail-spam`.
//
// The same tests as `npm test` runs, from the same files, but those of other rules are left out and Vitest stays away:
// its start takes longer than all else here together. They are bundled with a small stand-in for what they use of it;
// what is expected is checked by Vitest's own `expect`.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generate } from '../generate/steps.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [id = ''] = process.argv.slice(2);
const isRule = /^[\w-]+\/[\w-]+$/.test(id);
if (!existsSync(path.join(root, 'rules', isRule ? `${id}.ts` : id)) || !/^[\w-]+(\/[\w-]+)?$/.test(id)) {
  console.error(`there is no rule rules/${id}.ts; expected <area>/<name>, or <area> for all of its rules`);
  process.exit(2);
}
// The digest, the documentation and the policies as they are checked have no part in what these tests see.
const isNew = !existsSync(path.join(root, 'generated/.stamp'));
await generate(
  root,
  isNew ? {} : { only: ['shapes', 'validators', 'records', 'rule-index', 'policy-index'] },
);

// What every test run finds, whatever a person has set on their machine; see vitest.config.ts.
Object.assign(process.env, { LANG: 'ja_JP.UTF-8', LC_ALL: '', LC_MESSAGES: '', TZ: 'UTC' });
const folder = path.join(root, 'generated/.rule-tests');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: ['rules', 'mutations'].map((name) => `import './test/${name}.test.ts';`).join('\n'),
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  outfile: path.join(folder, 'tests.mjs'),
  sourcemap: 'linked',
  sourcesContent: false,
  plugins: [{ name: 'tests', setup: prepareTests }],
  write: false,
});
for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
process.setSourceMapsEnabled(true);
const { run } = await import('./runner.mjs');
await import(pathToFileURL(path.join(folder, 'tests.mjs')).href);
process.exitCode = (await run(isRule ? new RegExp(`(^| )${id}( |$)`) : new RegExp(`(^| )${id}/`))) ? 0 : 1;

/** Gives tests the stand-in for Vitest, and the folder that they would be in without a bundle. */
function prepareTests({ onLoad, onResolve }) {
  const runner = pathToFileURL(path.join(root, 'scripts/test-rule/runner.mjs')).href;
  onResolve({ filter: /^vitest$/ }, () => ({ path: runner, external: true }));
  onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, async ({ path: file }) => ({
    contents: (await readFile(file, 'utf8')).replaceAll(
      'import.meta.dirname',
      JSON.stringify(path.dirname(file)),
    ),
    loader: 'ts',
  }));
}
