import { existsSync } from 'node:fs';
import path from 'node:path';
import { checking } from '../checking.mjs';

const bench = path.dirname(import.meta.dirname);
const records = 20_000;
/** All files but the one of the network hold assets. */
const filesWithAssets = records / 50 - 1;

/** How each program is started on a folder; the JSON of its findings is for looking at what it does. */
const programs = {
  spectral: ({ yaml }, format = 'text') => [
    installed('@stoplight/spectral-cli/dist/index.js'),
    ...['lint', path.join(yaml, '*.yaml'), '--ruleset', path.join(bench, 'peers/spectral.yaml')],
    ...['--quiet', '--format', format],
  ],
  eslint: ({ yaml }, format = 'stylish') => [
    installed('eslint/bin/eslint.js'),
    ...['--config', path.join(bench, 'peers/eslint.config.mjs'), '--format', format, yaml],
  ],
  'ajv-yaml': ({ yaml }) => [path.join(bench, 'peers/validate.mjs'), 'yaml', schema, yaml],
  'ajv-js-yaml': ({ yaml }) => [path.join(bench, 'peers/validate.mjs'), 'js-yaml', schema, yaml],
  'js-yaml': ({ yaml }) => [path.join(bench, 'peers/parse.mjs'), 'js-yaml', yaml],
  'json-parse': ({ json }) => [path.join(bench, 'peers/parse.mjs'), 'json', json],
};
const schema = path.join(path.dirname(bench), 'schemas/inventory.schema.json');

/** Whether the programs of others are there: `npm run bench -- --peers` installs them. */
export function arePeersInstalled() {
  return existsSync(path.join(bench, 'node_modules/eslint'));
}

/** What others do with the same compliant records, against what sekisho does with them, as whole processes. */
export function measurePeers({ inventories, run, compare, tell }) {
  const folders = { yaml: inventories.of({ records }), json: inventories.json(records) };
  verify({ inventories, run, folders });
  const started = (argv) => () => run.other(argv, { cwd: folders.yaml });
  tell(
    compare({
      reference: () => run.sekisho(checking(folders.yaml)),
      measured: Object.fromEntries(
        Object.entries(programs).map(([name, argvOf]) => [name, started(argvOf(folders))]),
      ),
      rounds: 3,
      by: 'wall',
    }),
  );
}

/**
 * A comparison with what does not read all files, or does not find what it should, would be void: each program finds a fault
 * that is in every file in each, and none where there is none.
 *
 * @throws Error if one does not
 */
function verify({ inventories, run, folders }) {
  const [faulty, misspelt] = [inventories.faulty(records), inventories.misspelt(records)];
  const printed = (argv, cwd) => run.other(argv, { wanted: true, cwd }).stdout;
  const spectral = (yaml) =>
    JSON.parse(printed(programs.spectral({ yaml }, 'json'), yaml)).filter(
      ({ code }) => code === 'encryption-at-rest',
    );
  const eslint = (yaml) =>
    JSON.parse(printed(programs.eslint({ yaml }, 'json'), yaml)).flatMap(({ messages, filePath }) =>
      messages.map(() => ({ source: filePath })),
    );
  const sekisho = (yaml) =>
    JSON.parse(run.sekisho(checking(yaml, '-f', 'json'), { wanted: true }).stdout)
      .findings.filter(({ ruleId, verdict }) => ruleId === 'classification/encryption-at-rest' && verdict)
      .map(({ location }) => ({ source: location.file }));
  for (const [name, findings] of Object.entries({ sekisho, spectral, eslint })) {
    expect(name, 'faults', findings(folders.yaml).length, 0);
    const found = findings(faulty);
    expect(name, 'faults', found.length, filesWithAssets);
    expect(name, 'files', new Set(found.map(({ source }) => source)).size, filesWithAssets);
  }
  for (const name of ['ajv-yaml', 'ajv-js-yaml']) {
    const counted = (yaml) => run.answer(programs[name]({ yaml }));
    expect(name, 'files', counted(folders.yaml).files, records / 50);
    expect(name, 'faults', counted(folders.yaml).faulty, 0);
    expect(name, 'faults', counted(misspelt).faulty, filesWithAssets);
  }
  for (const name of ['js-yaml', 'json-parse'])
    expect(name, 'records', run.answer(programs[name](folders)).records, filesWithAssets * 50);
}

function expect(name, what, counted, expected) {
  if (counted !== expected) throw new Error(`${name}: ${counted} ${what}, not ${expected}`);
}

function installed(file) {
  return path.join(bench, 'node_modules', file);
}
