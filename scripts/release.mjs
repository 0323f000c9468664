// Makes a release: npm run release -- <version>
// Turns [Unreleased] of the changelog into the version, sets the version wherever it is named, runs everything that CI runs,
// commits, tags, and packs the tarball and the kit for Windows. Beside them lie their SHA-256, their bill of materials, and a
// statement of what they were made from. It pushes and publishes nothing: whoever releases looks at what there is, and does that. Plain JavaScript on Node
// alone, as scripts/setup.mjs is.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
if (!run('npm', 'run', 'verify') || !run('npm', 'run', '--silent', 'kit')) {
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

/** The documentation and the examples name files of the released version; a test checks that. */
function setVersion() {
  const today = new Date().toISOString().slice(0, 10);
  write('CHANGELOG.md', `${heading}## [Unreleased]\n\n## [${version}] - ${today}\n${rest}`);
  // Replaced as text, so that nothing else of the file changes.
  replace('package.json', `"version": "${current}"`, `"version": "${version}"`);
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  const named = git('ls-files', '-z', 'README.md', 'README.ja.md', 'examples/ci').split('\0');
  for (const file of named.filter((one) => one !== ''))
    write(
      file,
      read(file)
        .replaceAll(`sekisho-${current}.tgz`, `sekisho-${version}.tgz`)
        .replaceAll(`sekisho-${current}-windows`, `sekisho-${version}-windows`),
    );
}

/**
 * @returns the name of the tarball. Its digest is in a file beside it, in the format of `sha256sum --check`, and so are the
 *   bill of materials of the build and the statement of provenance.
 */
function pack() {
  // The tarball has the modes of the files, and these are up to whoever checked them out; all else npm packs alike everywhere.
  for (const { path: file, mode } of npmPack('--dry-run').files)
    chmodSync(path.join(root, file), mode & 0o100 ? 0o755 : 0o644);
  const { filename } = npmPack();
  const bill = filename.replace(/\.tgz$/, '.cdx.json');
  copyFileSync(path.join(root, 'dist/sbom.cdx.json'), path.join(root, bill));
  write(`${filename}.sha256`, `${sha256(filename)}  ${filename}\n`);
  const kit = `sekisho-${version}-windows.zip`;
  for (const file of [kit, `${kit}.sha256`]) renameSync(path.join(root, 'kit', file), path.join(root, file));
  const statement = `${JSON.stringify(provenance([filename, bill, kit]), undefined, 2)}\n`;
  write(filename.replace(/\.tgz$/, '.intoto.json'), statement);
  return filename;
}

function npmPack(...options) {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...options], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  return JSON.parse(packed)[0];
}

/**
 * What the files were made from, and by what, as an in-toto statement with the predicate of SLSA. Nobody has signed it: it is
 * worth what building the same commit again is worth, which gives the same bytes.
 */
function provenance(files) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.map((file) => ({ name: file, digest: { sha256: sha256(file) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:sekisho:release:v1',
        externalParameters: { version, tag: `v${version}` },
        internalParameters: {
          node: process.versions.node,
          npm: execFileSync('npm', ['--version'], {
            encoding: 'utf8',
            shell: process.platform === 'win32',
          }).trim(),
          system: `${process.platform} ${process.arch}`,
        },
        resolvedDependencies: [
          {
            name: 'commit',
            digest: { gitCommit: git('rev-parse', 'HEAD'), gitTree: git('rev-parse', 'HEAD^{tree}') },
          },
          { name: 'package-lock.json', digest: { sha256: sha256('package-lock.json') } },
          ...nodeOfKit(),
        ],
      },
      runDetails: { builder: { id: 'urn:sekisho:scripts/release.mjs' } },
    },
  };
}

/** The packages of Node.js that are in the kit, by the digests that it is built with. */
function nodeOfKit() {
  const { version: node, packages } = JSON.parse(read('scripts/kit/node.json'));
  return Object.entries(packages).map(([name, integrity]) => ({
    name: `${name}@${node}`,
    digest: { sha512: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
  }));
}

function sha256(file) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, file)))
    .digest('hex');
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
