import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { languages } from '../../src/base/localized.ts';
import { severities } from '../../src/policy/policy.ts';
import { coverageFormats, findingFormats, graphFormats } from '../../src/report/formats.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** What may stand in the place of the last word, as a shell other than bash is told; `:files` where a path may. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { stdout, stderr, code } = await sekisho(['complete', 'zsh', '--', ...words]);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '');
}

const ids = rules.map(({ id }) => id);

describe('completion offers', () => {
  it.each([
    [['check', '--format', ''], Object.keys(findingFormats)],
    [
      ['-f', 'g'],
      ['github', 'gitlab'],
    ],
    [['check', '-f', 'sarif='], [':files']],
    [['check', '--format=te'], ['--format=text']],
    [['coverage', '-f', ''], Object.keys(coverageFormats)],
    [['graph', '-f', ''], Object.keys(graphFormats)],
    [['policies', 'diff', '-f', 'm'], ['markdown']],
    [['check', '--lang', ''], [...languages]],
    [
      ['check', '--fail-on', ''],
      [...severities, 'never'],
    ],
    [
      ['check', '-p', 'i'],
      ['isesaki', ':files'],
    ],
    [
      ['policies', 'diff', 'isesaki', 'm'],
      ['minakami', ':files'],
    ],
    [['check', '--rule', ''], ids],
    [['explain', 'human/'], ids.filter((id) => id.startsWith('human/'))],
    [
      ['test', '-f', ''],
      ['text', 'json'],
    ],
    [['test', ''], [':files']],
    [
      ['policies', 'new', 'city', '--extends', 'm'],
      ['minakami', ':files'],
    ],
    [['schema', '-o', ''], [':files']],
    [['schema', 'as'], ['assets']],
    [
      ['schema', 'rep'],
      ['report-lines', 'report'],
    ],
    [['rules', 'sy'], ['systems']],
    [['explain', 'ass'], ['assets']],
    [
      ['explain', 'assets.storage'],
      ['assets.storage', 'assets.storage.locked', 'assets.storage.hiddenFromView'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [['import', 'n'], ['netbox']],
    [
      ['help', 'ch'],
      ['check', ':files'],
    ],
    [['check', ''], [':files']],
    [['check', '--as-of', ''], []],
    [
      ['check', '--changed', '--t'],
      ['--trust', '--todo-details', '--timing'],
    ],
    [['check', '--baseline', ''], [':files']],
    [['check', '--', '--t'], [':files']],
    [['check', '--no-such', '--up'], ['--update-baseline']],
  ])('%j: what the program takes there', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  it('the rules that the policies of the configuration write themselves, and none where one is wrong', async () => {
    const policy = (text: string) => `id: own
title: 方針
clauses: []
rules:
  - id: own/locked
    title: 施錠する
    appliesTo: assets
    require: { storage.locked: ${text} }
    examples: { pass: { id: a }, fail: { id: a }, unknown: { id: a } }
`;
    for (const [text, own] of [
      ['true', ['own/locked']],
      ['perhaps', []],
    ] as const)
      await inFolder(
        { 'sekisho.config.yaml': 'policy: ./own.yaml\n', 'own.yaml': policy(text), 'sub/a.yaml': '' },
        async (folder) => {
          for (const directory of [folder, path.join(folder, 'sub')])
            for (const argv of [
              ['check', '--rule', 'own/'],
              ['check', '--skip', 'own/'],
              ['explain', 'own/'],
            ]) {
              const { stdout, stderr, code } = await sekisho(['complete', 'zsh', '--', ...argv], {
                directory,
              });
              expect([stdout, stderr, code]).toEqual([own.map((id) => `${id}\t施錠する\n`).join(''), '', 0]);
            }
        },
      );
  });

  it('commands, and the options of the default one, where no command is named', async () => {
    const help = (await sekisho(['--help'])).stdout;
    const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(6);
    expect(await offered('')).toEqual([...commands, ':files']);
    expect(await offered('--fail')).toEqual(['--fail-on', '--fail-on-hidden']);
    expect(await offered('--ver')).toEqual(['--version']);
  });

  it('every option that the help of a command shows, with what it is for, in the language asked for', async () => {
    for (const command of [
      ['check'],
      ['coverage'],
      ['graph'],
      ['rules'],
      ['test'],
      ['schema'],
      ['import', 'netbox'],
    ]) {
      const help = (await sekisho([...command, '--help'])).stdout;
      const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
      expect(await offered(...command, '-')).toEqual(options);
    }
    const { stdout } = await sekisho(['complete', 'zsh', '--', 'check', '--quie'], {
      environment: { LANG: 'en_GB.UTF-8' },
    });
    expect(stdout).toMatch(/^--quiet\tshow only findings/);
  });

  it('nothing of what is hidden', async () => {
    expect(await offered('comp')).toEqual(['completion', ':files']);
  });
});

describe('the script', () => {
  it('for bash, run by bash, completes words, options and their values', async () => {
    const script = (await sekisho(['completion', 'bash'])).stdout;
    await inFolder({}, async (directory) => {
      const bin = path.join(directory, 'bin');
      mkdirSync(bin);
      const program = path.resolve(import.meta.dirname, '../../dist/bin.js');
      chmodSync(program, 0o755);
      symlinkSync(program, path.join(bin, 'sekisho'));
      const complete = (...words: string[]) => {
        const ask = `COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _sekisho; (IFS=$'\\n'; echo "\${COMPREPLY[*]}")`;
        const { stdout, stderr } = spawnSync(
          'bash',
          ['--norc', '-uc', `${script}\n${ask}`, 'bash', 'sekisho', ...words],
          { encoding: 'utf8', env: { PATH: `${bin}:${process.env['PATH']}` } },
        );
        expect(stderr).toBe('');
        return stdout.split('\n').filter((line) => line !== '');
      };
      expect(complete('check', '--sho')).toEqual(['--show-suppressed']);
      expect(complete('check', '-p', '')).toEqual([
        'isesaki',
        'kumagaya',
        'minakami',
        'tokubetsuku',
        'jichiho-244-6',
        'shikoukisoku-16-3',
      ]);
      // bash takes `=` for a word of its own, and puts what comes back behind it.
      expect(complete('check', '--format', '=', 'te')).toEqual(['text']);
      expect(complete('check', '--fail-on', '=')).toEqual([...severities, 'never']);
      expect(complete('check', '-f', 'sarif', '=', 'out')).toEqual([]);
      expect(complete('check', 'no such thing; touch "$HOME"')).toEqual([]);
    });
  });

  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s names a command that there is', async (shell) => {
    const { stdout, code } = await sekisho(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout.replace("'--'", '--')).toContain(`sekisho complete ${shell} -- `);
  });

  it('for PowerShell tells the last word by the dot before it, also where it is empty', async () => {
    const complete = async (...words: readonly string[]) =>
      (await sekisho(['complete', 'powershell', '--', ...words])).stdout
        .split('\n')
        .map((line) => line.split('\t')[0]);
    expect(await complete('check', '.--sho')).toEqual(['--show-suppressed', '']);
    expect(await complete('check', '-f', '.te')).toEqual(['text', '']);
    expect(await complete('check', '--fail-on', '.')).toEqual([...severities, 'never', '']);
    // Windows PowerShell reads what it is piped in the character set of the system.
    expect((await sekisho(['completion', 'powershell'])).stdout).toMatch(/^[\n\x20-\x7e]+$/);
  });

  const hasPowerShell = spawnSync('pwsh', ['-Version']).status === 0;
  it.runIf(hasPowerShell)(
    'for PowerShell, run by it, completes words, options and their values',
    async () => {
      const script = (await sekisho(['completion', 'powershell'])).stdout;
      const program = path.resolve(import.meta.dirname, '../../dist/bin.js');
      const complete = (line: string) => {
        const ask = `function sekisho { node '${program}' @args }
${script}
(TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
        return spawnSync('pwsh', ['-NoProfile', '-Command', ask], { encoding: 'utf8' })
          .stdout.trim()
          .split(/\r?\n/);
      };
      expect(complete('sekisho check --sho')).toEqual(['--show-suppressed']);
      expect(complete('sekisho check --fail-on ')).toEqual([...severities, 'never']);
    },
  );

  it('for a shell that there is none for is refused', async () => {
    const { stdout, stderr, code } = await sekisho(['completion', 'tcsh']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'sekisho: completion の値「tcsh」は使えません。次のいずれかを指定してください: bash, zsh, fish, powershell\n',
    );
  });
});
