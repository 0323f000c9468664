// Speed as ratios measured in one run, since seconds differ from machine to machine; of processor time, since the clock also
// counts whatever else the machine does; in processes of a clean environment, one kind after the other in rounds. Exits 1 if a
// budget of budget.json is exceeded. docs/performance.md says what is measured, and what it came to.
//   npm run bench                     all, which takes long
//   npm run bench -- --quick          the small sizes, which CI runs
//   npm run bench -- --quick --propose   every measure three times as often, and what would be its budget
//   npm run bench -- --peers          installs in bench/ what sekisho is measured beside, and other versions of Node.js
//   npm run bench -- --write          writes what was measured into docs/performance.md and docs/performance.ja.md
//   npm run bench -- --json <file>    writes it as JSON
//   npm run bench -- --only a,b       some of the parts below
//   npm run bench -- --node 20,22     some of the versions that are there
//   npm run bench -- --slowed 25      makes sekisho slower by so many percent, to see the budget fail
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchFor } from './bench.mjs';
import { measuredFile, writeDocuments } from './document.mjs';
import { measureFormats, measureMemory } from './measures/formats.mjs';
import { measureBeyond, measureGrowth } from './measures/growth.mjs';
import { measureLayouts } from './measures/layouts.mjs';
import { measureNetworks } from './measures/networks.mjs';
import { measureOwnRules } from './measures/own-rules.mjs';
import { arePeersInstalled, measurePeers } from './measures/peers.mjs';
import { measureRecords } from './measures/records.mjs';
import { measureRegisters } from './measures/registers.mjs';
import { measureStart } from './measures/start.mjs';
import { measureStates } from './measures/states.mjs';
import { measureWarm } from './measures/warm.mjs';
import { proposed, tellProposal } from './propose.mjs';
import { isWithin, tellTargets } from './tell.mjs';

/** The parts of a run, in order; `quick` ones are among those that CI runs, the others of `every` are of every Node.js. */
const parts = {
  start: { measure: measureStart, quick: true, every: true },
  records: { measure: measureRecords, quick: true, every: true },
  layouts: { measure: measureLayouts, quick: true },
  states: { measure: measureStates, quick: true, every: true },
  warm: { measure: measureWarm, every: true },
  network: { measure: measureNetworks, quick: true, every: true },
  peers: { measure: measurePeers, every: true, needsPeers: true },
  memory: { measure: measureMemory, every: true },
  formats: { measure: measureFormats },
  registers: { measure: measureRegisters },
  'own-rules': { measure: measureOwnRules, quick: true },
  growth: { measure: measureGrowth },
  beyond: { measure: measureBeyond },
};

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    propose: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    node: { type: 'string' },
    slowed: { type: 'string' },
  },
});
if (options.write && (options.quick || options.only || options.slowed)) {
  console.error('--write needs a whole run: the tables of the documents are those of one run.');
  process.exit(2);
}
const unknown = options.only?.split(',').filter((name) => !(name in parts)) ?? [];
if (unknown.length > 0) {
  console.error(`no such part: ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
if (options.peers && !installPeers()) process.exit(2);

const allBudgets = JSON.parse(readFileSync(path.join(import.meta.dirname, 'budget.json'), 'utf8'));
const scratch = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
const runs = {};
const failed = [];
try {
  for (const node of versions()) runs[node.major] = await measured(node);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const [major, { version, measures }] of Object.entries(runs)) {
  if (!options.quick) console.log(`\nTargets, Node.js ${version}\n${tellTargets(measures)}`);
  if (options.propose) console.log(`\n${tellProposal(major, proposed(measures))}`);
}
const content = { cores: availableParallelism(), platform: process.platform, runs };
const text = `${JSON.stringify(content, undefined, 2)}\n`;
if (options.json !== undefined) writeFileSync(options.json, text);
if (options.write) {
  writeFileSync(measuredFile, text);
  writeDocuments();
}
const over = Object.values(runs).flatMap(({ measures }) =>
  Object.entries(measures).filter(([, measure]) => !isWithin(measure)),
);
if (failed.length > 0) console.log(`\nNot measured: ${failed.join(', ')}`);
console.log(over.length === 0 ? '\nAll budgets are kept.' : `\nOver: ${over.map(([id]) => id).join(', ')}`);
process.exitCode = over.length === 0 && failed.length === 0 ? 0 : 1;

/** Measures the parts that are asked for with one version of Node.js. */
async function measured(node) {
  const budgets = allBudgets[node.major] ?? {};
  console.log(`Node.js ${node.version}${node.major in allBudgets ? '' : ', which has no budget'}`);
  const bench = await benchFor({ node, scratch, budgets, options });
  for (const [name, { measure, quick, every, needsPeers }] of Object.entries(parts)) {
    if (options.only === undefined ? options.quick && !quick : !options.only.split(',').includes(name))
      continue;
    if (!node.own && !every) continue;
    if (needsPeers && !arePeersInstalled()) {
      console.log('peers: not installed; `npm run bench -- --peers` installs them');
      continue;
    }
    console.log(`-- ${name}`);
    // A whole run takes long: what else it measures is not lost, but the run fails.
    await Promise.resolve(bench)
      .then(measure)
      .catch((error) => {
        console.error(`${name} could not be measured: ${error.message}`);
        failed.push(name);
      });
  }
  return { version: node.version, measures: bench.measured };
}

/** The Node.js that runs this, and those that are installed in bench/. */
function versions() {
  const own = { path: process.execPath, version: process.versions.node, own: true };
  const others = options.quick
    ? []
    : ['node-22', 'node-24'].map(installed).filter((node) => node !== undefined);
  const all = [own, ...others].map((node) => ({ ...node, major: node.version.split('.')[0] }));
  const wanted = options.node?.split(',') ?? all.map(({ major }) => major);
  const chosen = all.filter(
    ({ major, own }, index) =>
      wanted.includes(major) && (own || index === all.findIndex((one) => one.major === major)),
  );
  if (chosen.length === 0) throw new Error(`no Node.js ${options.node} is here`);
  return chosen;
}

function installed(name) {
  const file = path.join(import.meta.dirname, 'node_modules', name, 'bin/node');
  if (!existsSync(file)) {
    console.log(
      `${name}: not installed; \`npm run bench -- --peers\` installs it where there is a package for the platform`,
    );
    return undefined;
  }
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { path: file, version: stdout.trim().slice(1), own: false } : undefined;
}

function installPeers() {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('The peers could not be installed.');
  return status === 0;
}
