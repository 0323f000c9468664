// What `npm run generate` writes, step by step, each only where something that it is made of has changed. Plain
// JavaScript on Node and esbuild, since starting tsx alone would take longer than most of the steps.
//
// What a step is made of is found out rather than listed, so that no list goes stale as files move: its code is the
// bundle that esbuild makes of it, in which comments and blanks are gone, and its data is what it read when it last ran.
// esbuild itself starts only where a file differs that the bundle was made of.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// esbuild is a program of Go, which would spend a third of its time on memory that is free in a moment anyway.
process.env['GOGC'] ??= 'off';

/** In the order in which they need each other: the policies are checked by the program itself. */
export const steps = [
  ['report-page', 'generateReportPage'],
  ['schemas', 'generateSchemas'],
  ['shapes', 'generateShapes'],
  ['validators', 'generateValidators'],
  ['records', 'generateRecords'],
  ['vocabulary', 'generateVocabulary'],
  ['rule-index', 'generateRuleIndex'],
  // After the index of rules and before whatever judges by them.
  ['rules-digest', 'generateRulesDigest'],
  ['policy-index', 'generatePolicyIndex'],
  ['policies', 'generatePolicies'],
  ['fields-read', 'generateFieldsRead'],
  ['documentation', 'generateDocumentation'],
  ['pipelines', 'generatePipelines'],
].map(([name, call]) => ({ name, call }));

/**
 * Runs the steps that something has changed for.
 *
 * @param {string} root the folder of the project
 * @param {{ all?: boolean, only?: string[] }} options `all` runs the others, too; `only` leaves out those that it does not name
 * @returns {Promise<string[]>} the names of those that ran
 */
export async function generate(root, { all = false, only } = {}) {
  const ran = [];
  for (const step of steps.filter(({ name }) => only?.includes(name) ?? true))
    if (await run(root, step, all)) ran.push(step.name);
  return ran;
}

async function run(root, { name, call }, all) {
  const folder = path.join(root, 'generated/.steps');
  mkdirSync(folder, { recursive: true });
  const stamp = path.join(folder, `${name}.json`);
  const surroundings = surroundingsOf(root);
  const before = !all && existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : undefined;
  const hasSameData =
    before?.surroundings === surroundings &&
    isCurrent(root, before.files, stateOfFile) &&
    isCurrent(root, before.folders, stateOfFolder);
  if (hasSameData && isCurrent(root, before.sources, stateOfFile)) return false;
  const { code, inputs } = await bundle(root, name);
  const sources = statesOf(root, inputs, stateOfFile);
  const keep = (data) =>
    writeFileSync(
      stamp,
      JSON.stringify({ surroundings, code: sha256(code), sources, ...data }, undefined, 1),
    );
  if (hasSameData && before.code === sha256(code)) {
    keep({ files: before.files, folders: before.folders });
    return false;
  }
  const module = path.join(folder, `${name}.mjs`);
  writeFileSync(module, code);
  const { [call]: generateIt } = await import(pathToFileURL(module).href);
  const { files, folders } = await traced(root, generateIt);
  // After the step: what it writes it reads before, so that a file of its own that somebody edits is written anew.
  keep({ files: statesOf(root, files, stateOfFile), folders: statesOf(root, folders, stateOfFolder) });
  return true;
}

/** What every step depends on: Node, the packages, how code is read and found, and how steps are run. */
function surroundingsOf(root) {
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/generate/steps.mjs'];
  return [process.versions.node, ...files.map((file) => stateOfFile(path.join(root, file)))].join(' ');
}

function statesOf(root, places, stateOf) {
  return Object.fromEntries([...places].sort().map((place) => [place, stateOf(path.join(root, place))]));
}

function isCurrent(root, states, stateOf) {
  return Object.entries(states).every(([place, state]) => stateOf(path.join(root, place)) === state);
}

/** The code of a step with all that it imports of this project, without what only people read, and its files. */
async function bundle(root, name) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'scripts/generate', `${name}.ts`)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    plugins: name === 'policies' ? [withoutPolicies] : [],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/** For the step that writes the policies: it knows which there are, but they are not there yet. */
const withoutPolicies = {
  name: 'without-policies',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[^/]+\.ts$/ }, ({ path: place, importer }) =>
      /[/\\]generated[/\\]policies[/\\]index\.ts$/.test(importer)
        ? { path: place, external: true }
        : undefined,
    );
  },
};

/** Runs a step and notes which files of the project it reads, and which folders it looks through. */
async function traced(root, use) {
  const files = new Set();
  const folders = new Set();
  const { readFile, readdir } = promises;
  const noting = (places, original) =>
    function note(place, ...more) {
      const relative = path.relative(root, path.resolve(String(place))).replaceAll(path.sep, '/');
      if (!/^(\.\.|node_modules)(\/|$)/.test(relative)) places.add(relative);
      return original.call(this, place, ...more);
    };
  promises.readFile = noting(files, readFile);
  promises.readdir = noting(folders, readdir);
  syncBuiltinESMExports();
  try {
    await use();
  } finally {
    Object.assign(promises, { readFile, readdir });
    syncBuiltinESMExports();
  }
  return { files, folders };
}

function stateOfFile(file) {
  return existsSync(file) && statSync(file).isFile() ? sha256(readFileSync(file)) : null;
}

function stateOfFolder(folder) {
  return existsSync(folder) ? readdirSync(folder).sort().join('\n') : null;
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
