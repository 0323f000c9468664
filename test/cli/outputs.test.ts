import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingFormats } from '../../src/report/formats.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const names = Object.keys(findingFormats);
/** What a run may come to, and the exit code that it has then. */
const inventories = [
  ['nothing to say', 'assets: []\n', ['-p', 'minakami'], 0],
  ['findings', 'assets:\n  - { id: a, name: 住民票, manager: false }\n', ['-p', 'minakami'], 1],
  ['an inventory that cannot be read', 'assets: [\n', ['-p', 'minakami'], 1],
  ['no policy to judge by', 'assets: []\n', [], 2],
] as const;

describe.each(inventories)('several reports of one run with %s', (_, yaml, argv, expected) => {
  it('are what each is alone, and the exit code is the same for all', async () => {
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const outputs = names.flatMap((format) => ['-f', `${format}=out/${format}`]);
      const together = await sekisho(['a.yaml', ...argv, ...outputs], { directory });
      expect(together.stdout).toBe('');
      expect(together.code).toBe(expected);
      for (const format of names) {
        const alone = await sekisho(['a.yaml', ...argv, '-f', format], { directory });
        expect(readFileSync(path.join(directory, 'out', format), 'utf8')).toBe(alone.stdout);
        expect(alone.code).toBe(expected);
        expect(alone.stdout.endsWith('\n')).toBe(true);
      }
    });
  });
});

describe('reports that would go to one place', () => {
  it.each([
    [['-f', 'csv', '-f', 'junit'], 'csv と junit の両方を標準出力に書くことはできません'],
    [['-f', 'csv='], '--format csv= の値が空です'],
    [['-f', 'csv=out', '-f', 'junit=./out'], '2つの報告を同じファイル ./out に書くことはできません'],
  ])('%j are refused before anything is judged or written', async (argv, message) => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['a.yaml', '-p', 'minakami', ...argv], { directory });
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(message);
    });
  });
});

it('reports that would go to one place by a link are refused, and none is written', async () => {
  await inFolder({ 'a.yaml': 'assets: []\n', 'out/x': '' }, async (directory) => {
    symlinkSync('out', path.join(directory, 'link'));
    const argv = ['a.yaml', '-p', 'minakami', '-f', 'csv=out/new', '-f', 'junit=link/new'];
    const { code, stderr } = await sekisho(argv, { directory });
    expect(stderr).toContain('2つの報告を同じファイル link/new に書くことはできません');
    expect(code).toBe(2);
    expect(readdirSync(path.join(directory, 'out'))).toEqual(['x']);
  });
});

describe('a report in the place of what was judged', () => {
  const files = {
    '台帳/a.yaml': 'assets: []\n',
    'own.yaml': 'id: own\nextends: minakami\ntitle: { ja: 自団体, en: Own }\n',
    'sekisho.config.yaml': 'lang: ja\n',
  };

  it.each([
    ['check', '台帳/a.yaml', 'json'],
    ['check', './台帳/../台帳/a.yaml', 'html'],
    ['check', 'own.yaml', 'text'],
    ['check', 'sekisho.config.yaml', 'csv'],
    ['check', 'link.yaml', 'csv'],
    ['coverage', '台帳/a.yaml', 'json'],
    ['graph', '台帳/a.yaml', 'svg'],
  ])('of %s at %s is refused, and the file stays', async (command, file, format) => {
    await inFolder(files, async (directory) => {
      symlinkSync('台帳/a.yaml', path.join(directory, 'link.yaml'));
      const before = readFileSync(path.join(directory, file), 'utf8');
      const argv = [command, '台帳', '-p', './own.yaml', '-f', `${format}=${file}`];
      const { code, stderr } = await sekisho(argv, { directory });
      expect(stderr).toContain(`${file} は判定に用いたファイルです`);
      expect(code).toBe(2);
      expect(readFileSync(path.join(directory, file), 'utf8')).toBe(before);
    });
  });

  it('may be written again where the last one lies', async () => {
    await inFolder(files, async (directory) => {
      const argv = ['台帳', '-p', 'minakami', '-f', 'json=台帳/report.json'];
      expect((await sekisho(argv, { directory })).code).toBe(0);
      expect((await sekisho(argv, { directory })).code).toBe(0);
    });
  });
});
