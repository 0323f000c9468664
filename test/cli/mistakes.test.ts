import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

describe('a mistyped command', () => {
  it.each([
    ['ja', 'sekisho: chek というコマンドもファイルもありません。check ではありませんか\n'],
    ['en', 'sekisho: there is no command or file chek; did you mean check?\n'],
  ])('is no path, and the nearest command is named, in %s', async (lang, complaint) => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['chek', '.', '--lang', lang], { directory });
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: complaint });
    });
  });

  it('is a path where there is one of that name, or where the command stands before it', async () => {
    await inFolder({ 'rule/a.yaml': 'assets: []\n' }, async (directory) => {
      expect((await sekisho(['rule', '-p', 'kumagaya'], { directory })).stderr).toBe('');
      const { stderr } = await sekisho(['check', 'chek'], { directory });
      expect(stderr).toContain('台帳のファイルが見つかりません: chek');
    });
  });
});

describe('who names no command', () => {
  it.each([
    [['import'], /^使い方: sekisho import .*NetBox の REST 一覧[^:]*$/s],
    [['help', 'chek'], /^使い方: sekisho \[options\].*\nsekisho: コマンド chek はありません\n$/s],
  ])('but %j is shown those there are, and the run has failed', async (argv, shown) => {
    const { code, stdout, stderr } = await sekisho(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(shown);
  });
});

it.each(['－p', '—policy', '–p'])('the full-width dash of %s is pointed out', async (option) => {
  await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
    const { code, stderr } = await sekisho(['.', option, 'isesaki'], { directory });
    expect(stderr).toContain(`${option}, isesaki (オプションであれば「${option[0]}」を半角のハイフン「-」に`);
    expect(code).toBe(2);
  });
});

describe('what a file of somebody else’s says', () => {
  const hostile = String.raw`zz\n::error::\e[31m x`;
  const shown = 'zz ::error::\\u{1b}[31m x';

  it.each([
    ['a configuration', 'sekisho.config.yaml', `lang: ja\n"${hostile}": 1\n`, []],
    ['a baseline', 'b.json', `{ "schemaVersion": 1, "${hostile}": 1 }\n`, ['--baseline', 'b.json']],
    ['a policy', 'own.policy.yaml', `id: own\n"${hostile}": 1\n`, ['-p', 'own.policy.yaml']],
  ])('is quoted without beginning a line or moving the cursor: %s', async (_, name, text, options) => {
    await inFolder({ 'a.yaml': 'assets: []\n', [name]: text }, async (directory) => {
      const { code, stderr } = await sekisho(['.', ...options], { directory });
      expect(code).toBe(2);
      expect(stderr).toContain(shown);
      expect(stderr.split('\n').filter((line) => !line.startsWith('sekisho: '))).toEqual(['']);
    });
  });

  it('is quoted so by what an import has to say, too', async () => {
    const role = { id: 1, name: 'x\n::error::y', slug: 'x\n::error::y' };
    const list = JSON.stringify([{ id: 1, name: 'a', role }]);
    await inFolder({ 'dcim.devices.json': list }, async (directory) => {
      const { stderr } = await sekisho(['import', 'netbox', '.', '--out', 'out', '--lang', 'en'], {
        directory,
      });
      expect(stderr).toContain('the role x ::error::y is');
      expect(stderr).not.toMatch(/^::/m);
    });
  });
});

describe('one file that cannot be read', () => {
  it('makes all rules wait for one thing to do, of which a few are named', async () => {
    await inFolder({ 'a.yaml': 'assets:\n\t- a\n' }, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'minakami', '--lang', 'en'], { directory });
      expect(stdout).toMatch(/and \d\d more rules/);
      expect(stdout.split('\n').length).toBeLessThan(50);
    });
  });
});
