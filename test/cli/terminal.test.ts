import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/report/paper/columns.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const width = 80;

/** What people look at in a terminal. */
const commands = [
  'check examples/city -p isesaki --as-of 2026-11-20',
  'check examples/city -p isesaki --as-of 2026-11-20 --division 税務課',
  'check examples/city -p minakami --as-of 2026-11-20 -f todo',
  'check examples/town -p minakami --as-of 2026-11-20 --todo-details',
  'check examples/small-town -p minakami --as-of 2026-11-20',
  'coverage examples/city -p isesaki --as-of 2026-11-20',
  'coverage examples/city -p minakami --as-of 2026-11-20',
  'coverage examples/own-policy -p examples/own-policy/policy.yaml --against minakami --as-of 2026-11-20',
  'explain assets',
  'explain storage.locked',
  'explain 保管',
  'explain 紙',
  'explain 機密性2',
  'explain LGWAN',
  'explain classification/encryption-at-rest',
  'explain minakami 3)保管[1]',
  'rules',
  'rules 施錠',
  'policies',
  'policies diff isesaki minakami',
  'schema assets --path',
  '--help',
  'check --help',
  'init --help',
  'explain --help',
  'import register --help',
];

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The lines that are wider than the terminal, but for single words that cannot be broken: a path, a command. */
function tooWide(text: string): string[] {
  return text.split('\n').filter((line) => columns(line) > width && !/^\s*\S+$/.test(line));
}

describe.each(['ja', 'en'])('in a terminal of 80 columns, in %s', (lang) => {
  it.each(commands)('sekisho %s fits, and has colours that are colours alone', async (command) => {
    const argv = [...command.split(' '), ...(command.includes('schema') ? [] : ['--lang', lang])];
    const run = (environment: Record<string, string>) =>
      sekisho(argv, { directory: root, columns: width, environment, git: false });
    const plain = await run({ NO_COLOR: '1', TERM: 'xterm' });
    const coloured = await run({ FORCE_COLOR: '1' });
    expect(coloured.code).toBe(plain.code);
    expect(coloured.stdout).not.toContain('u{1b}');
    expect(coloured.stdout.replaceAll(escapes, '')).toBe(plain.stdout);
    expect(tooWide(plain.stdout)).toEqual([]);
  });

  it('sekisho import register says within the width what became of every cell', async () => {
    const register =
      '情報資産名,所管課,機密性,特定個人情報,暗号化,持出し,保管場所\n住民基本台帳,住民課,３,○,要,原則禁止,住民情報システム\n広報写真,企画課,1,－,－,可,同上\n';
    await inFolder({ '情報資産管理台帳.csv': register }, async (directory) => {
      const argv = [
        'import',
        'register',
        '情報資産管理台帳.csv',
        '--out',
        '台帳',
        '--accept-guesses',
        '--lang',
        lang,
      ];
      const { code, stdout } = await sekisho(argv, { directory, columns: width });
      expect(code).toBe(0);
      expect(stdout).toContain('原則禁止');
      expect(tooWide(stdout)).toEqual([]);
    });
  });

  it('sekisho init says within the width what it has written and what comes next', async () => {
    await inFolder({}, async (directory) => {
      const world = { directory, columns: width, environment: { LANG: `${lang}_JP.UTF-8` } };
      const run = await sekisho(['init', '台帳', '--name', '関所町', '--policy', 'minakami'], world);
      expect(run.code).toBe(0);
      expect(tooWide(run.stdout)).toEqual([]);
      expect(run.stdout).toMatch(lang === 'ja' ? /次に:\n {2}1\. / : /next:\n {2}1\. /);
    });
  });
});

it('the inventories of two bodies read together are told without a stray blank', async () => {
  const body = (name: string) => `organization: { name: ${name}, policy: minakami }\n`;
  await inFolder({ 'a.yaml': body('関所町'), 'b.yaml': body('別の町') }, async (directory) => {
    const { stdout } = await sekisho(['check', '.'], { directory });
    expect(stdout).toMatch(/台帳の混在による除外 \d+件/);
  });
});
