import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * Follows what CONTRIBUTING tells whoever adds a rule, word for word, on a copy of the project: the commands, the file and
 * the edit are read from CONTRIBUTING.md itself.
 */
const root = path.resolve(import.meta.dirname, '..');

/** The tests on all rules run in the copy where SEKISHO_FULL asks for the long form, and those of the new rule always. */
const itInFull = it.runIf((process.env['SEKISHO_FULL'] ?? '') !== '');
const contributing = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

/** What is fenced in the section on adding a rule: a language, the file it is of, and the text. */
function fenced(markdown: string) {
  const section = markdown.split(/^## /m)[1] ?? '';
  return [...section.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', file = '', text = '']) => ({ language, file, text }),
  );
}

const blocks = fenced(contributing);
const begins = blocks.find(({ language }) => language === 'sh')?.text.trim() ?? '';
const rule = blocks.find(({ language }) => language === 'ts') ?? { file: '', text: '' };
const citation = blocks.find(({ language }) => language === 'diff') ?? { file: '', text: '' };
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.trim().split('\n'));
const id = rule.file.replace(/^rules\/(.*)\.ts$/, '$1');

/** A rule without its comment and its texts, of which the length decides on how many lines they stand. */
function withoutTexts(code: string): string {
  return code
    .replace(/\/\*\*[\s\S]*?\*\//, '')
    .replaceAll(/\b(ja|en): '[^']*'/g, '$1')
    .replaceAll(/,(?=\s*\})/g, '')
    .replaceAll(/\s+/g, ' ');
}

let copy = '';
const inCopy = (file: string) => readFileSync(path.join(copy, file), 'utf8');

/** Runs a command as npm would, with the programs of this project. */
function run(command: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: copy,
    encoding: 'utf8',
    shell: true,
    // The runner of these tests marks the environment for itself.
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))),
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH']}`,
      NO_COLOR: '1',
    },
  });
  return { status, said: stdout + stderr };
}

/**
 * Runs a script as `npm run` does, but for its setup: that is done here, and would install anew into the folder of packages
 * that the copy shares with this project.
 */
function npmRun(script: string) {
  const [name = '', ...args] = script.replace(/^npm run /, '').split(' ');
  const { scripts } = JSON.parse(inCopy('package.json')) as { scripts: Record<string, string> };
  const [, afterSetup] = /^node scripts\/setup\.mjs \w+ && (?!.*setup)(.+)$/.exec(scripts[name] ?? '') ?? [];
  if (afterSetup === undefined) throw new Error(`it cannot be told what ${name} runs after its setup`);
  return run([afterSetup, ...args].join(' '));
}

function expectDone({ status, said }: ReturnType<typeof run>): void {
  expect(status, said).toBe(0);
}

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'sekisho-contributing-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0'))
    if (file !== '') cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
  // What was generated here is brought up to date there, which takes half of the time that it takes from nothing.
  cpSync(path.join(root, 'generated'), path.join(copy, 'generated'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the steps of CONTRIBUTING', () => {
  it('are all there, and name scripts that there are', () => {
    const { scripts } = JSON.parse(inCopy('package.json')) as { scripts: Record<string, string> };
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const [, name = ''] = /^npm (?:run )?(\S+)/.exec(command) ?? [];
      expect(Object.keys(scripts), command).toContain(name);
    }
    expect(begins).toBe(`npm run rule:new ${id}`);
  });

  it('begin a rule that is listed and differs from the one shown in nothing but its texts', () => {
    const { status, said } = npmRun(begins);
    expect(status, said).toBe(0);
    expect(inCopy('rules/index.ts')).toContain(`'./${id}.ts'`);
    const begun = inCopy(rule.file);
    const left = begun.split('\n').flatMap((line, index) => (line.includes('〔') ? [index + 1] : []));
    expect(said).toContain(`(lines ${left.join(', ')})`);
    expect(withoutTexts(rule.text)).toBe(withoutTexts(begun));
    expect(run(`biome check ${rule.file}`).said).toContain('No fixes applied');
    const { said: again, status: refused } = npmRun(begins);
    expect(refused).toBe(1);
    expect(again).toContain('is there already');
  });

  it('are followed to the letter by a rule that is generated, typed, tidy and in its place', () => {
    writeFileSync(path.join(copy, rule.file), rule.text);
    const before = citation.text.replaceAll(/^\+.*\n/gm, '').replaceAll(/^ /gm, '');
    const policy = inCopy(citation.file);
    expect(policy.split(before)).toHaveLength(2);
    writeFileSync(
      path.join(copy, citation.file),
      policy.replace(before, citation.text.replaceAll(/^[+ ]/gm, '')),
    );
    expectDone(npmRun('generate'));
    for (const readme of ['rules/README.md', 'rules/README.ja.md'])
      expect(inCopy(readme)).toContain(`### ${id}\n`);
    // What else there is does not see the new rule.
    const settings = { extends: './tsconfig.json', include: [rule.file] };
    writeFileSync(path.join(copy, 'tsconfig.rules.json'), JSON.stringify(settings));
    expectDone(run('tsc --project tsconfig.rules.json'));
    expectDone(run('biome check rules'));
    expectDone(run(`depcruise --config .dependency-cruiser.mjs --do-not-follow ^src ${rule.file}`));
  }, 180_000);

  it('pass the tests of the rule', () => {
    const tests = npmRun(`npm run test:rule ${id}`);
    expectDone(tests);
    for (const name of ['gives its example of fail', 'weighs as little', `makes ${id} alone say`])
      expect(tests.said).toMatch(new RegExp(`✓ .*${name}`));
  });

  itInFull(
    'pass the tests on rules',
    () => {
      const about = [id, 'the catalogue of rules', 'is there for every rule', 'no rule has anything to say'];
      // The two files share what they import.
      const options = '--no-isolate --maxWorkers=1 --reporter=verbose';
      const tests = run(
        `vitest run ${options} -t "${about.join('|')}" test/rules.test.ts test/mutations.test.ts`,
      );
      expectDone(tests);
      for (const name of ['gives its example of fail', 'weighs as little', ...about.slice(1)])
        expect(tests.said).toMatch(new RegExp(`✓ .*${name}`));
      expect(tests.said).toContain(`makes ${id} alone say`);
    },
    180_000,
  );
});

describe('CONTRIBUTING', () => {
  const japanese = readFileSync(path.join(root, 'CONTRIBUTING.ja.md'), 'utf8');

  it('shows the same in both languages', () => {
    expect(fenced(japanese)).toEqual(blocks);
    const firstCells = (text: string) =>
      [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = '']) =>
        [...cell.matchAll(/`[^`]+`/g)].map(String),
      );
    expect(firstCells(japanese)).toEqual(firstCells(contributing));
    const headings = (text: string) => text.match(/^#+ /gm);
    expect(headings(japanese)).toEqual(headings(contributing));
  });
});
