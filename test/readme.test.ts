import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from './support/cli.ts';

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

  it('names only commands, options and files that are there', async () => {
    const help =
      (await sekisho(['--help'])).stdout +
      (await sekisho(['schema', '--help'])).stdout +
      (await sekisho(['check', '--help'])).stdout +
      (await sekisho(['import', 'netbox', '--help'])).stdout;
    for (const [option] of readme.matchAll(/(?<=[`\s(])--[a-z][a-z-]+/g)) expect(help).toContain(option);
    for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
      expect(() => readFileSync(path.join(root, target)), target).not.toThrow(/ENOENT/);
  });
});

it('the two READMEs hold the same code', () => {
  const blocks = (file: string) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/```(yaml|sh)\n([\s\S]*?)```/g)].map(
      ([, language, code = '']) => [language, code.replaceAll(/ *#.*$/gm, '')],
    );
  expect(blocks('README.ja.md')).toEqual(blocks('README.md'));
});
