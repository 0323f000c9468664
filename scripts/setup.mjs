// Prepares a clone for a task: `install`, `generate` (after install), `build` (after generate). Plain JavaScript on
// Node alone, since it runs before anything is installed. Each step is skipped if none of its inputs has changed, so
// that every npm script can begin with it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`sekisho needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const steps = ['install', 'generate', 'build'];
const wanted = process.argv[2] ?? 'build';
if (!steps.includes(wanted)) {
  console.error(`unknown step ${wanted}; expected one of ${steps.join(', ')}`);
  process.exit(1);
}

const install = ['package-lock.json'];
const generate = [
  ...install,
  'package.json',
  'tsconfig.json',
  'vocabulary',
  'rules',
  'scripts/generate',
  'src',
];
const build = [
  ...generate,
  'examples/first-steps',
  'scripts/bill-of-materials.ts',
  'scripts/build.ts',
  'scripts/bundle-options.ts',
  'scripts/bundle.ts',
  'scripts/bundled-packages.ts',
  'scripts/compile.ts',
  'scripts/licences',
  'scripts/warm-up.cjs',
];

// `prepare` runs at the end of `npm install` and `npm ci`, when all is installed. But for `npm install --global` of a
// git repository, as pre-commit does, npm runs it with nothing installed and makes nested installs global, too. Install
// scripts are disabled: no dependency needs one, and our own `prepare` would recurse.
const isInstalledByNpm =
  process.env.npm_lifecycle_event === 'prepare' && existsSync(path.join(root, 'node_modules/tsx'));
const installed = 'node_modules/.sekisho-installed';
if (!isInstalledByNpm)
  step('install', install, installed, 'npm', [
    'ci',
    '--global=false',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
// Whether anything at all has changed is told here at once; what it changes is for the steps of generating to find out.
step('generate', generate, 'generated/.stamp', process.execPath, ['scripts/generate/index.mjs']);
step('build', build, 'dist/.stamp', process.execPath, ['--import', 'tsx', 'scripts/build.ts']);
// After the build, which shows that npm installed all that is needed: the next script must not install it again.
if (isInstalledByNpm) record(installed, install);

function step(name, inputs, stamp, command, args) {
  if (steps.indexOf(name) > steps.indexOf(wanted)) return;
  const stampFile = path.join(root, stamp);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest(inputs)) return;
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  // Recorded after the step, since generating may write committed files that are inputs themselves.
  record(stamp, inputs);
}

function record(stamp, inputs) {
  const stampFile = path.join(root, stamp);
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest(inputs));
}

function digest(inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of inputs)
    for (const file of filesUnder(path.join(root, input)))
      hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(target) {
  if (!existsSync(target)) return [];
  if (statSync(target).isFile()) return [target];
  return readdirSync(target)
    .sort()
    .flatMap((name) => filesUnder(path.join(target, name)));
}
