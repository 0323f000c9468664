import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, bundledFiles, bundleProgram } from '../scripts/bundle.ts';
import { bundledPackages, licenceTexts, permittedLicences } from '../scripts/bundled-packages.ts';
import { inFolder } from './support/load.ts';

const root = path.resolve(import.meta.dirname, '..');
/** For what fetches the dependencies anew, which alone is a tenth of all tests. */
const itInFull = it.runIf((process.env['SEKISHO_FULL'] ?? '') !== '');

/** The files of a folder, by their paths in it, without what is made for one machine alone. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) =>
      entry.isFile() && entry.name !== '.stamp' && !entry.parentPath.startsWith(path.join(folder, 'code')),
  );
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  const contents = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(paths.map((file, index) => [path.relative(folder, file), contents[index] ?? '']));
}

const filesOfProgram = async () => bundledFiles(root, await bundleProgram(root));

describe('the package', () => {
  it('installed into an empty folder, gives a working sekisho that needs nothing else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-package-'));
    try {
      const npm = (args: readonly string[], cwd: string) =>
        execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const [{ filename, files }] = JSON.parse(
        npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
      ) as [{ filename: string; files: { path: string }[] }];
      const paths = files.map((file) => file.path);
      expect(paths).toEqual(
        expect.arrayContaining([
          'dist/bin.js',
          'dist/start.js',
          'dist/package.json',
          'dist/THIRD-PARTY-LICENSES.txt',
          'dist/sbom.cdx.json',
          'schemas/inventory.schema.json',
          'README.ja.md',
          // What may be written and what is judged, for those who work offline.
          'docs/fields.md',
          'docs/fields.ja.md',
          'rules/README.md',
          'rules/README.ja.md',
          'LICENSE',
        ]),
      );
      expect(
        paths.filter((file) =>
          /^(src|test|generated|examples|bench|scripts|dist\/code)\/|\.stamp$/.test(file),
        ),
      ).toEqual([]);
      npm(['init', '-y'], folder);
      npm(['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], folder);
      await writeFile(path.join(folder, 'a.yaml'), 'assets:\n  - { id: a, name: 住民票, manager: false }\n');
      const bin = path.join(folder, 'node_modules/.bin/sekisho');
      const { status, stdout } = spawnSync(bin, ['a.yaml', '-p', 'minakami', '--lang', 'en'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stdout).toContain('“住民票” has no manager.');
      expect(status).toBe(1);
      expect(
        spawnSync(bin, ['a.yaml', '-p', 'minakami', '-f', 'sarif'], { cwd: folder, encoding: 'utf8' }).stdout,
      ).toContain('"version": "2.1.0"');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is the same to the byte where it is built in another folder', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sekisho 別の場所 '));
    try {
      const packages = (await bundledPackages(root, await filesOfProgram())).map((one) => one.folder);
      for (const part of ['src', 'rules', 'generated', 'package.json', 'package-lock.json', ...packages])
        await cp(path.join(root, part), path.join(folder, part), { recursive: true });
      await bundle(folder);
      expect(await filesOf(path.join(folder, 'dist'))).toEqual(await filesOf(path.join(root, 'dist')));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  itInFull(
    'is built where it is installed from its repository, as pre-commit does',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-clone-'));
      try {
        const repository = path.join(folder, 'repository');
        const git = (args: readonly string[], cwd: string) =>
          execFileSync('git', args, { cwd, encoding: 'utf8' });
        const files = git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root).split('\0');
        for (const file of files.filter((one) => one !== ''))
          await cp(path.join(root, file), path.join(repository, file));
        git(['init', '--quiet'], repository);
        git(['add', '--all'], repository);
        git(
          ['-c', 'user.name=a', '-c', 'user.email=a@example.jp', 'commit', '--quiet', '-m', 'all'],
          repository,
        );
        const prefix = path.join(folder, 'prefix');
        // As its languages/node.py has it.
        execFileSync('npm', ['install', '--install-links', '-g', `git+file://${repository}`], {
          cwd: repository,
          env: { ...process.env, npm_config_prefix: prefix },
          stdio: 'ignore',
        });
        const bin = path.join(prefix, 'bin/sekisho');
        expect(spawnSync(bin, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+/);
        const installed = path.join(prefix, 'lib/node_modules/sekisho/dist');
        expect(await filesOf(installed)).toEqual(await filesOf(path.join(root, 'dist')));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );
});

describe('what is bundled', () => {
  it('is named with its licence and its digest, also what is inside of another package or of generated code', async () => {
    const [texts, bill, lockfile] = await Promise.all(
      ['dist/THIRD-PARTY-LICENSES.txt', 'dist/sbom.cdx.json', 'package-lock.json'].map((file) =>
        readFile(path.join(root, file), 'utf8'),
      ),
    );
    const { components } = JSON.parse(bill ?? '') as {
      components: { purl: string; hashes: { content: string }[]; licenses: { license: { id: string } }[] }[];
    };
    const { packages } = JSON.parse(lockfile ?? '') as {
      packages: Record<string, { version: string; license: string; integrity: string }>;
    };
    const folders = (await filesOfProgram()).flatMap(
      (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
    );
    const expected = [...new Set(folders)].map((folder) => {
      const { version, license, integrity } = packages[folder] ?? { version: '', license: '', integrity: '' };
      const name = folder.split('node_modules/').at(-1) ?? '';
      return { name, version, license, integrity };
    });
    expect(expected.map(({ name }) => name)).toEqual(expect.arrayContaining(['ajv', 'picomatch', 'yaml']));
    expect(components).toHaveLength(expected.length);
    for (const { name, version, license, integrity } of expected) {
      expect(permittedLicences).toContain(license);
      expect(texts).toContain(`${name} ${version} (${license})\n`);
      const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
      expect(components).toContainEqual(
        expect.objectContaining({
          purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
          hashes: [{ alg: 'SHA-512', content }],
          licenses: [{ license: { id: license } }],
        }),
      );
    }
    for (const folder of new Set(folders)) {
      const entries = await readdir(path.join(root, folder));
      for (const entry of entries.filter((one) => /^(?:licen[cs]e|notice)/i.test(one)))
        expect(texts).toContain((await readFile(path.join(root, folder, entry), 'utf8')).trim());
    }
  });

  const manifest = (license?: string) => JSON.stringify({ name: 'a', version: '1.0.0', license });

  it('has its notices, and those of the packages inside of it, with it', async () => {
    const inner = 'node_modules/a/node_modules/@b/c';
    const files = {
      'node_modules/a/package.json': manifest('Apache-2.0'),
      'node_modules/a/LICENSE.md': 'Apache\n',
      'node_modules/a/NOTICE': 'by A\n',
      [`${inner}/package.json`]: JSON.stringify({ name: '@b/c', version: '2.0.0', license: 'ISC' }),
      [`${inner}/licence`]: 'ISC\n',
    };
    await inFolder(files, async (folder) => {
      const found = await bundledPackages(folder, ['src/x.ts', 'node_modules/a/x.js', `${inner}/lib/y.js`]);
      expect(licenceTexts(found)).toBe(
        `@b/c 2.0.0 (ISC)\n\nISC\n\n${'-'.repeat(80)}\n\na 1.0.0 (Apache-2.0)\n\nApache\n\nby A\n`,
      );
    });
  });

  it.each([
    ['GPL-3.0-only', 'LICENSE', 'not permitted'],
    [undefined, 'LICENSE', 'not permitted'],
    ['MIT', 'README', 'no licence file'],
  ])('is refused with the licence %s and the file %s', async (licence, file, reason) => {
    const files = { 'node_modules/a/package.json': manifest(licence), [`node_modules/a/${file}`]: 'x' };
    await inFolder(files, async (folder) => {
      await expect(bundledPackages(folder, ['node_modules/a/x.js'])).rejects.toThrow(reason);
    });
  });
});
