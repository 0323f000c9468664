// Shows that a change of the code changes no report:
//   npm run reports -- <folder>               writes every report of every example into a folder
//   npm run reports -- <folder> --compare     makes them again and names those that are not the same to the byte
// Every example is judged by every built-in policy and by its own, in every format and both languages. The examples lie
// outside a repository while they are judged, since reports name the commit. So is the program, with one digest of the rules
// for every state of the code: the digest names that code and must change with it, which is all that it says.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [folder, option] = process.argv.slice(2);
if (folder === undefined || (option !== undefined && option !== '--compare')) {
  console.error('usage: npm run reports -- <folder> [--compare]');
  process.exit(2);
}
const kept = path.resolve(folder);
const scratch = await mkdtemp(path.join(tmpdir(), 'sekisho-reports-'));
const program = path.join(scratch, 'dist/bin.js');
const examples = path.join(scratch, 'examples');
const made = option === undefined ? kept : path.join(scratch, 'reports');

const formatsOf = {
  check: ['text', 'json', 'sarif', 'sarif-audit', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'html'],
  coverage: ['text', 'json', 'markdown', 'html'],
  graph: ['mermaid', 'dot', 'svg'],
};

try {
  await cp(path.join(root, 'examples'), examples, { recursive: true });
  await copyProgram();
  await mkdir(made, { recursive: true });
  // The NetBox export is first converted to an inventory.
  const imported = [
    'import',
    'netbox',
    'netbox',
    '--mapping',
    'netbox/netbox.mapping.yaml',
    '--out',
    'imported',
  ];
  await run({ args: imported, name: 'import', formats: [] });
  await inParallel(await commands(), run);
  if (option === '--compare') await compare();
  else console.log(`${(await readdir(made)).length} reports in ${kept}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function copyProgram() {
  const [, digest] = /"([0-9a-f]{64})"/.exec(
    await readFile(path.join(root, 'generated/rules-digest.ts'), 'utf8'),
  );
  const from = path.join(root, 'dist');
  for (const file of await readdir(from, { recursive: true })) {
    // With package.json, which says what kind of modules they are.
    if (!/\.js(?:on)?$/.test(file)) continue;
    const text = await readFile(path.join(from, file), 'utf8');
    const to = path.join(scratch, 'dist', file);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, text.replaceAll(digest, '0'.repeat(digest.length)));
  }
  await cp(path.join(root, 'package.json'), path.join(scratch, 'package.json'));
}

/** Every command with the report files that it writes, by format. */
async function commands() {
  const policies = (await readdir(path.join(root, 'rules/policies'))).map((file) =>
    path.basename(file, '.yaml'),
  );
  const found = [];
  for (const example of await readdir(examples)) {
    const files = await readdir(path.join(examples, example), { recursive: true });
    if (example === 'ci' || example === 'netbox' || !files.some((file) => /\.ya?ml$/.test(file))) continue;
    const own = files.includes('policy.yaml') ? [`./${example}/policy.yaml`] : [];
    for (const policy of [...policies, ...own]) {
      for (const lang of ['ja', 'en']) {
        const name = `${example}.${path.basename(policy, '.yaml')}.${lang}`;
        const judged = ['-p', policy, '--as-of', '2026-11-20', '--lang', lang];
        for (const [command, formats] of Object.entries(formatsOf))
          found.push({ args: [command, example, ...judged], name: `${name}.${command}`, formats });
      }
    }
  }
  for (const lang of ['ja', 'en']) {
    for (const args of [['rules'], ['policies'], ['--help'], ['explain', '--help']])
      found.push({ args: [...args, '--lang', lang], name: `${args.join('')}.${lang}`, formats: [] });
  }
  return found;
}

/** Runs a command and records its stdout, stderr and exit code, which are compared as well. */
async function run({ args, name, formats }) {
  const outputs = formats.flatMap((format) => ['-f', `${format}=${path.join(made, `${name}.${format}`)}`]);
  const environment = { PATH: process.env.PATH, LANG: 'ja_JP.UTF-8' };
  const child = spawn(process.execPath, [program, ...args, ...outputs], { cwd: examples, env: environment });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  const text = Buffer.concat(said).toString('utf8').replaceAll(made, '').replaceAll(scratch, '');
  if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')}: exit code ${code}\n${text}`);
  await writeFile(path.join(made, `${name}.run`), `${code}\n${text}`);
}

async function inParallel(all, work) {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function compare() {
  const names = new Set([...(await readdir(kept)), ...(await readdir(made))]);
  const differing = [];
  for (const name of [...names].sort()) {
    const [before, after] = await Promise.all([kept, made].map((folder) => read(path.join(folder, name))));
    if (before === undefined || after === undefined || !before.equals(after)) differing.push(name);
  }
  console.log(`${names.size} reports, ${differing.length} not the same`);
  for (const name of differing) console.log(`  ${name}`);
  if (differing.length > 0) process.exitCode = 1;
}

async function read(file) {
  return readFile(file).catch(() => undefined);
}
