import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const asset = (more: string) =>
  `organization: { name: 関所町, policy: minakami }
assets:
  - id: a
    name: 文書
    form: paper
    manager: 総務課長
    classification: { confidentiality: 3, integrity: 2, availability: 2 }
${more}`;

const check = (text: string, ...argv: readonly string[]) =>
  inFolder({ 'a.yaml': text }, (directory) =>
    sekisho(
      ['check', 'a.yaml', '--as-of', '2026-11-20', '--rule', 'classification/storage-locked', ...argv],
      { directory },
    ),
  );

describe('fields that do not apply to a record', () => {
  it.each([
    ['the field itself', '[storage.locked]'],
    ['what it stands below', '[storage]'],
  ])('are not asked for again, and stay unknown: %s', async (_, fields) => {
    const text = asset(`    notApplicable: ${fields}\n`);
    const list = await check(text, '-f', 'todo');
    expect(list.stdout).not.toContain('storage.locked');
    expect(list.stdout.trimEnd()).toMatch(/ほかに1か所は、台帳で対象外 \(notApplicable\) とされているので/u);
    const verdicts = async (of: string) =>
      JSON.parse((await check(of, '-f', 'json')).stdout).summary.verdicts;
    expect(await verdicts(text)).toMatchObject({ unknown: 1 });
    expect(await verdicts(text)).toEqual(await verdicts(asset('')));
  });

  it('are asked for where another field does not apply', async () => {
    const { stdout } = await check(asset('    notApplicable: [storage.hiddenFromView]\n'), '-f', 'todo');
    expect(stdout).toContain('storage.locked');
    expect(stdout).not.toContain('対象外');
  });

  it.each([
    ['strage.locked', 'storage.locked ではありませんか'],
    ['施錠', 'storage.locked ではありませんか'],
    ['qqqqqq', '項目の名（例えば storage.locked）を書いてください'],
  ])('must be fields of the record: %s', async (written, remedy) => {
    const { code, stdout } = await check(asset(`    notApplicable: [${written}]\n`));
    expect(code).toBe(1);
    expect(stdout).toContain(`8:21`);
    expect(stdout).toContain(`「${written}」と書かれていますが、この1件にそのような項目はありません`);
    expect(stdout).toContain(remedy);
  });

  it('may be those of items of lists, and keys of people’s own', async () => {
    const { stdout } = await check(asset('    notApplicable: ["copies[].manager", x-棚.段]\n'), '-f', 'json');
    expect(JSON.parse(stdout).findings.map(({ ruleId }: { ruleId: string }) => ruleId)).not.toContain(
      'inventory/schema',
    );
  });

  it.each(['notApplicable', 'answers'])('are nothing that a rule may read: %s', (field) =>
    inFolder(
      {
        'a.yaml': asset(''),
        'own.policy.yaml': `id: own
title: 自団体の基準
ownRules: ./own.rules.yaml
clauses:
  - { ref: 1, title: 題, summary: 要旨, modality: must, rules: [{ id: own/one, basis: stated }] }
`,
        'own.rules.yaml': `rules:
  - id: own/one
    title: 題
    appliesTo: assets
    require: { ${field}: { present: true } }
    message: ありません
    examples: { pass: { notes: a }, fail: { notes: a }, unknown: { notes: a } }
`,
      },
      async (directory) => {
        const run = await sekisho(['check', 'a.yaml', '-p', './own.policy.yaml'], { directory });
        expect(run.code).toBe(2);
        expect(run.stderr).toContain(`own.rules.yaml:5:16`);
        expect(run.stderr).toContain(field);
      },
    ),
  );

  it('come from a register whose mapping says what － means', () =>
    inFolder(
      { '台帳.csv': '管理番号,情報資産の名称,所管課,施錠保管,機密性\nA-1,住民票,市民課,－,機密性3\n' },
      async (directory) => {
        const run = () =>
          sekisho(['import', 'register', '台帳.csv', '--out', 'inv', '--section', 'assets'], { directory });
        const yaml = () => readFileSync(path.join(directory, 'inv/assets.yaml'), 'utf8');
        await run();
        expect(yaml()).not.toContain('notApplicable');
        const mapping = path.join(directory, 'inv/register.mapping.yaml');
        const asked = readFileSync(mapping, 'utf8');
        expect(asked).toMatch(/－:/);
        writeFileSync(mapping, asked.replace(/(－["']?:)[^\n]*/, '$1 対象外'));
        expect(await run()).toMatchObject({ code: 0 });
        expect(yaml()).toContain('    notApplicable: [storage.locked]\n');
        const once = yaml();
        await run();
        expect(yaml()).toBe(once);
      },
    ));
});
