import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/result/result.ts';
import { sekisho } from './support/cli.ts';
import { inFolder } from './support/load.ts';
import { runScript } from './support/shell.ts';

const root = path.resolve(import.meta.dirname, '..');

describe.each([
  ['README.md', 'en'],
  ['README.ja.md', 'ja'],
] as const)('%s', (file, lang) => {
  const readme = readFileSync(path.join(root, file), 'utf8');

  it('shows in its first screen a finding as the terminal does', async () => {
    const shown =
      new RegExp(`<!-- finding:${lang} -->\n\`\`\`text\n([\\s\\S]+?)\`\`\`\n<!-- /finding -->`).exec(
        readme,
      )?.[1] ?? '';
    const [command = '', ...lines] = shown.trimEnd().split('\n');
    expect(command).toMatch(/^\$ sekisho check examples\//);
    const argv = command.replace('$ sekisho ', '').split(' ');
    const { stdout } = await sekisho([...argv, '--lang', lang], {
      directory: root,
      columns: 88,
      environment: { NO_COLOR: '1' },
    });
    expect(lines.length).toBeGreaterThan(8);
    expect(stdout).toContain(lines.join('\n').trim());
    expect(readme.slice(0, readme.indexOf(shown)).split('\n').length).toBeLessThan(20);
  });

  it('begins an inventory in which what it says to write is the one violation, until it is mended', async () => {
    const [, init = ''] = /^sekisho (init .*?) +#/m.exec(readme) ?? [];
    const [, snippet = ''] = /```yaml\n(assets:\n[\s\S]+?)```/.exec(readme) ?? [];
    const [, fact = '', key = ''] = /^`((\w+): false)`/m.exec(readme) ?? [];
    expect(snippet).toContain(fact);
    await inFolder({}, async (directory) => {
      const world = { directory, environment: { LANG: lang === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8' } };
      const { code, stdout } = await sekisho(init.split(' '), world);
      expect(code).toBe(0);
      const [, file = ''] = /(台帳\/\S+?\.yaml)/.exec(stdout) ?? [];
      const starter = readFileSync(path.join(directory, file), 'utf8');
      if (lang === 'ja') expect(readme).toContain(file);
      const faults = async (written: string) => {
        writeFileSync(path.join(directory, file), starter.replace('\nassets:\n', `\n${written}`));
        const run = await sekisho(['check', '台帳', '-f', 'json'], world);
        const { findings } = JSON.parse(run.stdout) as Result;
        return findings
          .filter(({ verdict }) => verdict === 'fail')
          .map(({ severity, field }) => ({ severity, field }));
      };
      expect(await faults(snippet)).toEqual([{ severity: 'error', field: `storage.${key}` }]);
      expect(await faults(snippet.replace(fact, `${key}: true`))).toEqual([]);
    });
  });

  it('has each command once in its table', () => {
    const commands = [...readme.matchAll(/^\| `(sekisho \w+(?: [a-z]+\b)?)[^`]*` \|/gm)].map(
      ([, command]) => command,
    );
    expect(commands.length).toBeGreaterThan(8);
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('names only commands, options and files that are there', async () => {
    const commands = [
      ['--help'],
      ['init', '--help'],
      ['import', 'register', '--help'],
      ['export', 'register', '--help'],
      ['import', 'todo', '--help'],
      ['export', 'todo', '--help'],
      ['schema', '--help'],
      ['check', '--help'],
      ['due', '--help'],
      ['draft', '--help'],
      ['import', 'netbox', '--help'],
    ];
    const help = (await Promise.all(commands.map((argv) => sekisho(argv))))
      .map(({ stdout }) => stdout)
      .join('');
    // npm and tar have options of their own.
    const own = readme.replaceAll(/^(?:npm|tar) .*$/gm, '');
    for (const [option] of own.matchAll(/(?<=[`\s(])--[a-z][a-z-]+/g)) expect(help).toContain(option);
    for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
      expect(() => readFileSync(path.join(root, target)), target).not.toThrow(/ENOENT/);
  });
});

it('the READMEs tell how to put into a repository what the workflow there uses, from the package alone', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, script = ''] = /```sh\n(mkdir -p tools [\s\S]*?)```/.exec(readme) ?? [];
  const [, file = ''] = /cp \.\.\/(\S+) tools\//.exec(script) ?? [];
  await inFolder({ 'packed/package/action.yml': '', 'ledger/.keep': '' }, async (folder) => {
    execFileSync('tar', ['-czf', file, '-C', 'packed', 'package/action.yml'], { cwd: folder });
    expect(runScript(script, path.join(folder, 'ledger'), {})).toMatchObject({ code: 0, stderr: '' });
    const [, used = '', installed = ''] = /uses: (\.\/\S+)\n +with:\n +package: (\S+)/.exec(readme) ?? [];
    for (const needed of [`${used}/action.yml`, installed])
      expect(existsSync(path.join(folder, 'ledger', needed)), needed).toBe(true);
  });
  expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).files).toContain('action.yml');
});

it('the two READMEs hold the same code', () => {
  const blocks = (file: string) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/```(yaml|sh)\n([\s\S]*?)```/g)].map(
      ([, language, code = '']) => [language, code.replaceAll(/ *#.*$/gm, '')],
    );
  expect(blocks('README.ja.md')).toEqual(blocks('README.md'));
});
