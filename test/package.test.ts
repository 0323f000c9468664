import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

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
});
