import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What is copied: all that a step of generating may read, and what it wrote. */
const parts = [
  'vocabulary',
  'rules',
  'src',
  'scripts',
  'examples/city',
  'examples/ci',
  'action.yml',
  'generated',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const root = path.resolve(import.meta.dirname, '..');
let copy = '';

/** @returns the steps that ran */
function generate(): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate/index.mjs'], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const [, steps] = /^generated: (.*)$/m.exec(stdout) ?? [];
  return steps?.split(', ') ?? [];
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path.join(copy, file), 'utf8');
  expect(text.search(from), `${file} has ${from}`).toBeGreaterThan(-1);
  await writeFile(path.join(copy, file), text.replace(from, to));
}

/** A file of the copy by the end of its name, wherever it is kept. */
async function found(end: string): Promise<string> {
  const files = await readdir(path.join(copy, 'src'), { recursive: true });
  const file = files
    .map((one) => `src/${one.replaceAll(path.sep, '/')}`)
    .find((one) => one.endsWith(`/${end}`));
  if (file === undefined) throw new Error(`there is no ${end} under src`);
  return file;
}

const generated = (file: string) => readFile(path.join(copy, file), 'utf8');

describe('what is generated', () => {
  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'sekisho-generate-'));
    for (const part of parts) await cp(path.join(root, part), path.join(copy, part), { recursive: true });
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
    generate();
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('is left alone where nothing has changed, or a comment only', async () => {
    expect(generate()).toEqual([]);
    await appendFile(path.join(copy, await found('inventory/inventory.ts')), '\n// A comment.\n');
    await appendFile(path.join(copy, await found('policy/load.ts')), '\n/** Another. */\n');
    expect(generate()).toEqual([]);
  });

  it('follows a changed rule, even in its comment, since its text decides what a baseline was made by', async () => {
    const before = await generated('generated/rules-digest.ts');
    await appendFile(path.join(copy, 'rules/technical/mail-spam.ts'), '\n// A comment.\n');
    expect(generate()).toContain('rules-digest');
    expect(await generated('generated/rules-digest.ts')).not.toBe(before);
  });

  it('follows its inputs: a schema, a style sheet, a policy, a text of a rule, the code that words it', async () => {
    await change('vocabulary/facilities.schema.json', /"title": "\w+"/, '"title": "Renamed"');
    await change(await found('base.css'), /\}/, 'color: #123456 }');
    await change('rules/policies/minakami.yaml', /^title:$/m, 'title: # changed');
    await change('rules/technical/mail-spam.ts', /en: '/, "en: 'Changed ");
    expect(generate()).toEqual([
      'report-page',
      'schemas',
      'shapes',
      'validators',
      'records',
      'vocabulary',
      'rules-digest',
      'policy-index',
      'policies',
      'fields-read',
      'documentation',
    ]);
    expect(await generated('generated/records.ts')).toContain('Renamed');
    expect(await generated('generated/report-page.ts')).toContain('#123456');
    expect(await generated('rules/README.md')).toContain('Changed ');
    expect(generate()).toEqual([]);
  });

  it('follows a rule that is added, and the code of a step itself', async () => {
    await cp(
      path.join(copy, 'rules/technical/mail-spam.ts'),
      path.join(copy, 'rules/technical/mail-added.ts'),
    );
    await change('rules/technical/mail-added.ts', /mailSpam/g, 'mailAdded');
    await change('rules/technical/mail-added.ts', /technical\/mail-spam/, 'technical/mail-added');
    await change('scripts/generate/rule-index.ts', 'Every rule there is.', 'All rules there are.');
    expect(generate()).toEqual(expect.arrayContaining(['rule-index', 'rules-digest', 'documentation']));
    expect(await generated('rules/index.ts')).toContain("from './technical/mail-added.ts'");
    expect(await generated('rules/index.ts')).toContain('All rules there are.');
    expect(await generated('rules/README.md')).toContain('technical/mail-added');
  });

  it('is written anew where it is gone, or was edited by hand', async () => {
    const [page, readme] = [await generated('generated/report-page.ts'), await generated('rules/README.md')];
    await rm(path.join(copy, 'generated/report-page.ts'));
    await appendFile(path.join(copy, 'rules/README.md'), 'by hand\n');
    expect(generate()).toEqual(expect.arrayContaining(['report-page', 'documentation']));
    expect(await generated('generated/report-page.ts')).toBe(page);
    expect(await generated('rules/README.md')).toBe(readme);
  });
});
