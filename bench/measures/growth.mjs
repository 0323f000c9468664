import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** How many times the processor time may grow where the input doubles; what is quadratic takes four times. */
const perDoubling = 2.6;

/** Where an input takes this many times the start of the program, the start no longer hides how it grows. */
const enough = 3;
/** Below this share of the start, a difference is noise. */
const noise = 0.4;
/** Beyond it, some of the shapes are over a limit. */
const largest = 2048;

/**
 * Measures the shapes whose work `test/hostile/growth.test.ts` counts, in the processor time of processes of their own: what
 * functions of the language do inside cannot be counted.
 */
export async function measureGrowth(bench) {
  const { growing } = await tsImport('../../test/support/growth/shapes.ts', import.meta.url);
  for (const [name, shape] of Object.entries(growing)) {
    const value = perDoublingOf(shape, bench);
    if (value === undefined) continue;
    bench.tell({ [`growth: ${name}`]: { value, by: 'processor', budget: perDoubling } });
  }
}

/** How many times the time grows where the input doubles; `undefined` where the start of the program hides it. */
function perDoublingOf({ size, input }, { scratch, run }) {
  const measured = new Map();
  const measure = (count) => {
    const { files, argv } = input(count);
    const folder = path.join(scratch, `growth-${count}`);
    rmSync(folder, { recursive: true, force: true });
    write(folder, files);
    const { processor } = run.sekisho(argv, { cwd: folder, most: 2 });
    measured.set(count, Math.min(processor, measured.get(count) ?? Number.POSITIVE_INFINITY));
    return measured.get(count);
  };
  const start = Math.min(measure(1), measure(1));
  let last = size;
  while (measure(last) < start * (1 + enough) && last < largest) last *= 2;
  const counts = [last / 4, last / 2, last];
  for (let i = 0; i < 2; i++) for (const count of counts) measure(count);
  const [one, two, four] = counts.map((count) => measured.get(count) - start);
  const ratios = [two / one, four / two].filter((_, index) => [one, two][index] > noise * start);
  return ratios.length === 0 ? undefined : Math.max(...ratios);
}

const repeat = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join('');
const byPolicy = ['-p', 'isesaki'];

/** A policy with a file of one rule. */
function ownRule(require, above = '', named = 'own.rules.yaml') {
  const rule = `{ id: own/a, title: t, appliesTo: assets, require: ${require}, examples: { pass: {}, fail: {}, unknown: {} } }`;
  const clause = '{ ref: "1", title: t, summary: s, modality: must, rules: [{ id: own/a, basis: stated }] }';
  return {
    files: () => ({
      'a.yaml': 'assets: []\n',
      'own.policy.yaml': `id: own\ntitle: t\nownRules: ${named}\nclauses:\n  - ${clause}\n`,
      'own.rules.yaml': `${above}rules:\n  - ${rule}\n`,
    }),
    argv: ['-p', 'own.policy.yaml'],
  };
}

/** What is over a limit, by name: files, and what is given on the command line. */
const beyond = {
  'a million unknown keys': {
    files: () => ({ 'a.yaml': `assets: []\n${repeat(1e6, (i) => `k${i}: 1\n`)}` }),
  },
  '900,000 keys of one mapping': {
    files: () => ({ 'a.yaml': `assets: []\nx-a:\n${repeat(9e5, (i) => `  k${i}: 1\n`)}` }),
  },
  '300,000 errors of vocabulary': {
    files: () => ({
      'a.yaml': `assets:\n${repeat(150_000, (i) => `  - { id: a${i}, name: A, foo: 1, bar: 2 }\n`)}`,
    }),
  },
  'a list of 300,000 ranges': {
    files: () => ({
      'a.yaml': `segments:\n  - { id: s, name: S, layer: lgwan, cidr: [${repeat(300_000, (i) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}/32,`)}] }\n`,
    }),
  },
  '150,000 unknown keys of a policy': {
    files: () => ({
      'a.yaml': 'assets: []\n',
      'own.policy.yaml': `${repeat(150_000, (i) => `key${i}: 1\n`)}id: own\n`,
    }),
    argv: ['-p', 'own.policy.yaml'],
  },
  '150,000 wrong values in an own rule': ownRule(`{ form: [${repeat(150_000, () => 'a,')}] }`),
  '40,000 conditions in an own rule': ownRule(`{ any: [${repeat(40_000, () => '{ form: media },')}] }`),
  'an own rule that nests 100,000 deep': ownRule(`${'{ not: '.repeat(1e5)}{}${'}'.repeat(1e5)}`),
  'an own rule behind an alias bomb': ownRule(
    '*a40',
    `x-0: &a0 { form: media }\n${repeat(40, (i) => `x-${i + 1}: &a${i + 1} { all: [*a${i}, *a${i}] }\n`)}`,
  ),
  'a file of rules that is named 10,000 times': ownRule(
    '{ form: media }',
    '',
    `[${repeat(1e4, () => 'own.rules.yaml,')}]`,
  ),
  'a pattern that stands for four million': {
    files: () => ({
      'a.yaml': 'assets: []\n',
      'sekisho.config.yaml': `include: ["${'{a,b}'.repeat(22)}"]\n`,
    }),
  },
  'a file of 600 MB': { files: () => ({ 'a.yaml': 'assets: []\n', 'big.yaml': '' }), sparse: 'big.yaml' },
};

/** Measures that what is over a limit ends at once, and in little memory. */
export function measureBeyond({ scratch, run, tell }) {
  const bare = Math.min(...Array.from({ length: 10 }, () => run.bare().processor));
  for (const [index, [name, { files, argv = byPolicy, sparse }]] of Object.entries(beyond).entries()) {
    const folder = path.join(scratch, `beyond-${index}`);
    write(folder, files());
    if (sparse !== undefined) truncateSync(path.join(folder, sparse), 600 * 2 ** 20);
    const { processor, megabytes, crash } = run.sekisho(['check', '.', ...argv], {
      cwd: folder,
      // What is over a limit ends with 2.
      most: 2,
    });
    if (crash !== undefined) throw new Error(`${name}: ${crash}`);
    tell({
      [`beyond: ${name}`]: { value: processor / bare, by: 'processor', budget: 60 },
      [`beyond: ${name}: memory`]: { value: megabytes, unit: 'MB', budget: 300 },
    });
  }
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
