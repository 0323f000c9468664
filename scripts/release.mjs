// Makes a release: npm run release -- <version>
// Turns [Unreleased] of the changelog into the version, sets the version wherever it is named, runs everything that CI runs,
// commits, tags, and packs the tarball with its SHA-256 beside it. It pushes and publishes nothing: whoever releases looks
// at what there is, and does that. Plain JavaScript on Node alone, as scripts/setup.mjs is.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const branch = 'main';
const [version, ...others] = process.argv.slice(2);
if (version === undefined || others.length > 0) {
  console.error('usage: npm run release -- <version>');
  process.exit(2);
}

const manifest = read('package.json');
const current = JSON.parse(manifest).version;
const changelog = read('CHANGELOG.md');
// Everything that can be checked in advance is checked before anything is written.
const { heading, rest } = unreleased();
refuse(git('status', '--porcelain') !== '', 'there are changes that are not committed');
refuse(git('branch', '--show-current') !== branch, `a release is made on ${branch}`);
refuse(git('tag', '--list', `v${version}`) !== '', `there is a tag v${version} already`);
refuse(!nextVersions().includes(version), `${version} is not the next version: ${nextVersions().join(', ')}`);

setVersion();
// Commit first: verifying refuses generated files that differ from the commit.
git('commit', '--quiet', '--all', '--message', `Release ${version}`);
if (!run('npm', 'run', 'verify') || !run('npm', 'run', '--silent', 'build')) {
  git('reset', '--quiet', '--hard', 'HEAD~1');
  refuse(true, 'see above; the files are as they were');
}
git('tag', '--annotate', `v${version}`, '--message', `sekisho ${version}`);
const tarball = pack();
console.log(`v${version} is committed and tagged, and packed as ${tarball}; nothing is pushed or published`);

/** The unreleased part of the changelog: the text before it, and its entries. */
function unreleased() {
  const [before, after] = changelog.split(/^## \[Unreleased\]\n/m);
  refuse(after === undefined, 'CHANGELOG.md has no [Unreleased]');
  const [body] = after.split(/^## /m, 1);
  refuse(!/^- /m.test(body), '[Unreleased] of CHANGELOG.md names no change');
  return { heading: before, rest: after };
}

/** The current version may be released as it is if the changelog does not have it yet. */
function nextVersions() {
  const [major, minor, patch] = current.split('.').map(Number);
  const steps = [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
  return new RegExp(`^## \\[${current.replaceAll('.', '\\.')}\\]`, 'm').test(changelog)
    ? steps
    : [current, ...steps];
}

/** Workflows in the documentation name a version, which must be the released one; a test checks that. */
function setVersion() {
  const today = new Date().toISOString().slice(0, 10);
  write('CHANGELOG.md', `${heading}## [Unreleased]\n\n## [${version}] - ${today}\n${rest}`);
  // Replaced as text, so that nothing else of the file changes.
  replace('package.json', `"version": "${current}"`, `"version": "${version}"`);
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  const named = git('ls-files', '-z', 'README.md', 'README.ja.md', 'action.yml', 'examples/ci').split('\0');
  for (const file of named.filter((one) => one !== ''))
    write(
      file,
      read(file)
        .replaceAll(`sekisho@v${current}`, `sekisho@v${version}`)
        .replaceAll(`sekisho@${current}`, `sekisho@${version}`)
        .replaceAll(`rev: v${current}`, `rev: v${version}`),
    );
}

/** @returns the name of the tarball; its digest is in a file beside it, in the format of `sha256sum --check` */
function pack() {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed);
  const digest = createHash('sha256')
    .update(readFileSync(path.join(root, filename)))
    .digest('hex');
  write(`${filename}.sha256`, `${digest}  ${filename}\n`);
  return filename;
}

/** @returns whether the command succeeded */
function run(program, ...args) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function replace(file, before, after) {
  write(file, read(file).replace(before, after));
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function write(file, text) {
  writeFileSync(path.join(root, file), text);
}

function refuse(condition, reason) {
  if (!condition) return;
  console.error(`no release: ${reason}`);
  process.exit(1);
}
