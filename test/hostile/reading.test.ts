import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** What must never be told: it lies beside the folder that is judged, where a machine has such things. */
const secret = 'hunter2';
const secrets = {
  'home/.netrc': `machine example.jp login town password ${secret}\n`,
  'home/.env': `DB_PASSWORD=${secret}\n`,
  'home/secrets.yaml': `password: ${secret}\ntoken: { value: ${secret} }\n`,
  'home/list.yaml': `- ${secret}\n- password: ${secret}\n`,
  'home/broken.yaml': `password: "${secret}\n  - x: [\n`,
  'home/secret.json': `{ "password": "${secret}" }\n`,
};
const asset = 'assets:\n  - { id: a, name: A }\n';
const organization = (policy: string) =>
  `organization: { name: 町, policy: ${JSON.stringify(policy)} }\n${asset}`;
const own = (base: string) => `extends: ${base}\nid: own\ntitle: { ja: 自, en: Own }\n`;

interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** links from the first to the second, relative to the folder that is judged */
  readonly links?: Readonly<Record<string, string>>;
  readonly argv?: readonly string[];
  readonly code: 1 | 2;
  readonly says: RegExp;
}

const outside = /外にあり/;
const foreign = /sekisho のファイルではないようです/;
const minakami = ['-p', 'minakami'];

const cases: Readonly<Record<string, Case>> = {
  'include leads out': {
    files: { 'sekisho.config.yaml': 'include: ["../../home/.netrc"]\n', 'a.yaml': asset },
    code: 2,
    says: outside,
  },
  'include is absolute': {
    files: { 'sekisho.config.yaml': 'include: ["/etc/passwd"]\n', 'a.yaml': asset },
    code: 2,
    says: outside,
  },
  'include leads out by braces': {
    files: { 'sekisho.config.yaml': 'include: ["{.,.}./../home/*"]\n', 'a.yaml': asset },
    code: 2,
    says: outside,
  },
  'include leads out in braces': {
    files: { 'sekisho.config.yaml': 'include: ["{a.yaml,../../home/secrets.yaml}"]\n', 'a.yaml': asset },
    code: 2,
    says: outside,
  },
  'include leads out through a link': {
    files: { 'sekisho.config.yaml': 'include: ["home/*.yaml"]\n', 'a.yaml': asset },
    links: { home: '../../home' },
    code: 2,
    says: outside,
  },
  ...Object.fromEntries(
    Object.keys(secrets).flatMap((file) => {
      const named = `../../${file}`;
      return [
        [
          `policy of the configuration: ${file}`,
          { files: { 'sekisho.config.yaml': `policy: ${named}\n`, 'a.yaml': asset }, code: 2, says: outside },
        ],
        [
          `policy of the organization: ${file}`,
          { files: { 'a.yaml': organization(named) }, code: 2, says: outside },
        ],
        [
          `a policy that extends ${file}`,
          {
            files: { 'a.yaml': organization('./own.policy.yaml'), 'own.policy.yaml': own(named) },
            code: 2,
            says: outside,
          },
        ],
        [
          `a policy given that extends ${file}`,
          {
            files: { 'a.yaml': asset, 'own.policy.yaml': own(named) },
            argv: ['-p', 'own.policy.yaml'],
            code: 2,
            says: outside,
          },
        ],
        [
          `baseline of the configuration: ${file}`,
          {
            files: { 'sekisho.config.yaml': `baseline: ${named}\n`, 'a.yaml': asset },
            code: 2,
            says: outside,
          },
        ],
        [
          `a linked configuration: ${file}`,
          { files: { 'a.yaml': asset }, links: { 'sekisho.config.yaml': named }, code: 2, says: outside },
        ],
        [
          `a linked policy: ${file}`,
          {
            files: { 'a.yaml': organization('./own.yaml') },
            links: { 'own.yaml': named },
            code: 2,
            says: outside,
          },
        ],
        [`an inventory given: ${file}`, { files: {}, argv: [named, ...minakami], code: 1, says: foreign }],
        [
          `a policy given: ${file}`,
          { files: { 'a.yaml': asset }, argv: ['-p', `./${named}`], code: 2, says: foreign },
        ],
        [
          `a baseline given: ${file}`,
          { files: { 'a.yaml': asset }, argv: ['--baseline', named], code: 2, says: foreign },
        ],
      ] as const;
    }),
  ),
  'policy of the organization: what git keeps of the server': {
    files: {
      'a.yaml': organization('./.git/config'),
      '.git/config': `[http]\n  extraheader = "token ${secret}"\n`,
    },
    code: 2,
    says: outside,
  },
  'a secret within the repository': {
    files: { 'a.yaml': organization('./.env'), '.env': `DB_PASSWORD=${secret}\n` },
    code: 2,
    says: foreign,
  },
  'a folder of evidence outside': {
    files: { 'sekisho.config.yaml': 'evidence: ["../../home"]\n', 'a.yaml': asset },
    code: 2,
    says: outside,
  },
};

/** Runs in a folder that lies beside one with secrets. */
async function run(
  { files, links = {}, argv = [] }: Omit<Case, 'code' | 'says'>,
  formats: readonly string[],
) {
  const placed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`work/town/${name}`, text]));
  return inFolder({ ...secrets, 'work/town/.keep': '', ...placed }, async (folder) => {
    const directory = path.join(folder, 'work/town');
    for (const [name, target] of Object.entries(links)) await symlink(target, path.join(directory, name));
    const runs = [];
    for (const format of formats)
      runs.push(
        await sekisho(
          [
            ...(argv[0]?.startsWith('-') || argv.length === 0 ? ['.'] : []),
            ...argv,
            '-f',
            format,
            '--lang',
            'ja',
          ],
          { directory },
        ),
      );
    return runs;
  });
}

describe('only what was given is read, and nothing else is told', () => {
  it.each(Object.entries(cases))('%s', async (_, one) => {
    for (const { code, stdout, stderr } of await run(one, ['text', 'json', 'sarif', 'html'])) {
      expect(stdout + stderr).not.toContain(secret);
      expect(code).toBe(one.code);
      if (code === 2) expect(stderr).toMatch(one.says);
    }
  });
});

describe('evidence finds out nothing', () => {
  const inventory = (evidence: string) =>
    `assets:\n  - { id: a, name: A, manager: 課長, evidence: [{ path: ${evidence} }] }\n`;

  it.each([
    ['of a file outside', '../../home/.env', {}],
    ['of a file outside that is not there', '../../home/.none', {}],
    ['behind a link', 'link/.env', { link: '../../home' }],
    ['behind a link, of a file that is not there', 'link/.none', { link: '../../home' }],
    ['that is a link', 'link', { link: '../../home/.env' }],
    ['that is a link to nothing', 'link', { link: '../../home/.none' }],
    ['behind a link to a link', 'first', { first: 'second', second: '/etc/hostname' }],
    ['behind a link that leads round', 'round', { round: 'round' }],
  ])('%s', async (_, evidence, links) => {
    const files = { 'a.yaml': inventory(evidence) };
    const argv = [...minakami, '--rule', 'classification/manager-assigned'];
    const [result] = await run({ files, links, argv }, ['json']);
    const messages = (JSON.parse(result?.stdout ?? '') as { findings: { message: string }[] }).findings;
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining('外にあるかリンクの先にあり'),
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('pipes and devices are not waited for', () => {
  const argv = [...minakami, '--rule', 'classification/manager-assigned'];
  const evidence = 'assets:\n  - { id: a, name: A, manager: 課長, evidence: [{ path: pipe }] }\n';
  const not = /通常のファイルではなく/;

  it.each<[string, Readonly<Record<string, string>>, string, readonly string[], number, RegExp]>([
    ['a configuration', { 'a.yaml': asset }, 'sekisho.config.yaml', argv, 2, not],
    ['a policy', { 'a.yaml': organization('./pipe') }, 'pipe', [], 2, not],
    ['a policy given', { 'a.yaml': asset }, 'pipe', ['-p', './pipe'], 2, not],
    [
      'a policy that another extends',
      { 'a.yaml': asset, 'o.yaml': own('./pipe') },
      'pipe',
      ['-p', './o.yaml'],
      2,
      not,
    ],
    ['a baseline', { 'a.yaml': asset }, 'pipe', [...argv, '--baseline', 'pipe'], 2, not],
    ['evidence', { 'a.yaml': evidence }, 'pipe', argv, 1, /ありますが、読めません/],
  ])('as %s', async (_, files, pipe, options, code, says) => {
    await inFolder(files, async (directory) => {
      execFileSync('mkfifo', [path.join(directory, pipe)]);
      const run = await sekisho(['.', ...options], { directory });
      expect(run.code).toBe(code);
      expect(run.stdout + run.stderr).toMatch(says);
    });
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['the policy of the organization', { 'a.yaml': organization('/dev/zero') }, []],
    ['a policy given', { 'a.yaml': asset }, ['-p', '/dev/zero']],
    ['a baseline given', { 'a.yaml': asset }, [...argv, '--baseline', '/dev/zero']],
    ['the base of a policy', { 'a.yaml': asset, 'o.yaml': own('/dev/zero') }, ['-p', './o.yaml']],
  ])('/dev/zero as %s', async (_, files, options) => {
    await inFolder(files, async (directory) => {
      expect(await sekisho(['.', ...options], { directory })).toMatchObject({ code: 2, stdout: '' });
    });
  });

  it('a configuration that is a link to a device', async () => {
    await inFolder({ 'a.yaml': asset }, async (directory) => {
      await symlink('/dev/zero', path.join(directory, 'sekisho.config.yaml'));
      expect((await sekisho(['.', ...argv], { directory })).stderr).toMatch(outside);
    });
  });

  it('an inventory that is given, and a folder among evidence', async () => {
    await inFolder({ 'a.yaml': evidence }, async (directory) => {
      await mkdir(path.join(directory, 'pipe'));
      execFileSync('mkfifo', [path.join(directory, 'b.yaml')]);
      const { code, stdout } = await sekisho(['a.yaml', 'b.yaml', ...argv], { directory });
      expect(code).toBe(1);
      expect(stdout).toMatch(/ありますが、読めません/);
      expect(stdout).toMatch(not);
    });
  });
});
