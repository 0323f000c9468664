import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
/** For what fetches the dependencies anew. */
const itInCi = it.runIf((process.env['CI'] ?? '') !== '');

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
          'dist/THIRD-PARTY-LICENSES.txt',
          'schemas/inventory.schema.json',
          'README.ja.md',
          'LICENSE',
        ]),
      );
      expect(
        paths.filter((file) => /^(src|test|generated|examples|bench|scripts)\/|\.stamp$/.test(file)),
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

  itInCi(
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
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );
});
