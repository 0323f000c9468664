// Speed as ratios measured in one run, since seconds differ from machine to machine. Exits 1 if a budget is exceeded.
//   npm run bench              all
//   npm run bench -- --quick   fewer repetitions
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateInventory } from './generate.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'dist/bin.js');
const quick = process.argv.includes('--quick');
const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
const results = [];

try {
  const starts = quick ? 5 : 20;
  const node = ['-e', '0'];
  const version = [bin, '--version'];
  const small = [
    bin,
    'check',
    path.join(root, 'examples/first-steps'),
    '--as-of',
    '2026-11-20',
    '-p',
    'minakami',
  ];
  const [bare, printed, judged] = medians([node, version, small], starts);
  results.push({ what: '`sekisho --version` / `node -e 0`', ratio: printed / bare, budget: 1.6 });
  results.push({
    what: '`sekisho check examples/first-steps` / `node -e 0`',
    ratio: judged / bare,
    budget: 4,
  });

  const written = generateInventory(folder);
  const megabytes = (written.bytes / 1e6).toFixed(1);
  console.log(`large inventory: ${written.records} records, ${written.files} files, ${megabytes} MB\n`);
  const load = [path.join(root, 'bench/load-alone.mjs'), folder];
  const large = [
    bin,
    'check',
    folder,
    '-p',
    'minakami',
    '-p',
    'isesaki',
    '--as-of',
    '2026-11-20',
    '-f',
    'text',
  ];
  const ratios = [];
  for (let i = 0; i < (quick ? 2 : 7); i++) {
    // The loader says itself how long `load` took; of sekisho the whole process counts, cold.
    const alone = Number(run(load).stdout);
    ratios.push(run(large).milliseconds / alone);
  }
  results.push({
    what: '`sekisho check` of it, cold / js-yaml `load` alone',
    ratio: median(ratios),
    budget: 2.5,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const { what, ratio, budget } of results) {
  console.log(`${ratio <= budget ? 'ok  ' : 'OVER'}  ${ratio.toFixed(2)}x (budget ${budget}x)  ${what}`);
}
process.exitCode = results.every(({ ratio, budget }) => ratio <= budget) ? 0 : 1;

/** The commands take turns, so that whatever else the machine does falls on all of them. */
function medians(commands, times) {
  const measured = commands.map(() => []);
  for (let i = 0; i < times; i++)
    for (const [index, command] of commands.entries()) measured[index].push(run(command).milliseconds);
  return measured.map(median);
}

function run(args) {
  const start = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: root,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return { stdout, milliseconds };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
