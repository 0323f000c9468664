import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** The file without the \`#\` before what may be added. */
function withAll(text: string): string {
  return text.replaceAll(/^#(?=\S| {2}(?!.*yaml-language-server))/gm, '');
}

describe('sekisho policies new', () => {
  it.each([
    [[], 'city.policy.yaml'],
    [['--extends', 'isesaki'], 'city.policy.yaml'],
    [['--extends', './sub/base.yaml'], 'city.policy.yaml'],
    [['--extends', 'sub/base.yaml', '-o', 'sub/own.yaml'], 'sub/own.yaml'],
  ])('%j: writes a file that is valid, also with all that it shows', async (argv, name) => {
    const base = 'id: base\ntitle: 土台\nclauses: []\n';
    await inFolder({ 'base.yaml': base, 'sub/base.yaml': base }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['policies', 'new', 'city', ...argv], { directory });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(`${name} を書き出しました\n次に: `);
      expect(stdout).toContain(`sekisho policies check ${name}`);
      expect(await sekisho(['policies', 'check', name], { directory })).toMatchObject({
        code: 0,
        stderr: '',
      });
      const file = path.join(directory, name);
      const text = await readFile(file, 'utf8');
      expect(withAll(text)).toMatch(
        /^scales:[\s\S]*^layers:[\s\S]*^rules:\n {2}- id: own\/takeout-encrypted$/m,
      );
      await writeFile(file, withAll(text));
      expect(await sekisho(['policies', 'check', name], { directory })).toMatchObject({
        code: 0,
        stderr: '',
      });
      expect((await sekisho(['test', name], { directory })).stdout).toBe(
        'ルール1件の例4件: すべて期待どおりです\n',
      );
    });
  });

  it('builds on the policy that --extends names', async () => {
    await inFolder({}, async (directory) => {
      await sekisho(['policies', 'new', 'city', '--extends', 'isesaki'], { directory });
      const { stdout } = await sekisho(['policies', 'check', 'city.policy.yaml', '--lang', 'en'], {
        directory,
      });
      expect(stdout).toMatch(/nothing is wrong \(72 clauses/);
    });
  });

  it('says in English what comes next', async () => {
    await inFolder({}, async (directory) => {
      const { stdout } = await sekisho(['policies', 'new', 'city', '--lang', 'en'], { directory });
      expect(stdout).toMatch(/^written: city\.policy\.yaml\nnext: fill in /);
    });
  });

  it('overwrites nothing', async () => {
    await inFolder({ 'city.policy.yaml': 'mine' }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['policies', 'new', 'city'], { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('city.policy.yaml は既にあり、上書きしません');
      expect(await readFile(path.join(directory, 'city.policy.yaml'), 'utf8')).toBe('mine');
      await mkdir(path.join(directory, 'folder'));
      expect((await sekisho(['policies', 'new', 'city', '-o', 'folder'], { directory })).code).toBe(2);
    });
  });

  it('writes nothing that would not load: what the file may not name', async () => {
    await inFolder({ 'base.yaml': 'id: base\ntitle: 土台\nclauses: []\n' }, async (directory) => {
      const argv = ['policies', 'new', 'city', '--extends', './base.yaml', '-o', 'sub/own.yaml'];
      const { code, stderr } = await sekisho(argv, { directory });
      expect(code).toBe(2);
      expect(stderr).toMatch(/extends の指すポリシーファイル \.\.\/base\.yaml を開けません/);
      await expect(readFile(path.join(directory, 'sub/own.yaml'))).rejects.toThrow();
    });
  });

  it.each([
    [['City'], 'id「City」は使えません'],
    [['isesaki'], 'isesaki という id のポリシーは既にあります'],
    [['city', '--extends', 'isesak'], 'isesaki ではありませんか'],
    [['city', '--extends', './nowhere.yaml'], 'nowhere.yaml'],
  ])('refuses %j', async (argv, complaint) => {
    await inFolder({}, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['policies', 'new', ...argv], { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(complaint);
    });
  });
});
