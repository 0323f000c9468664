import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const policy = `id: sekisho-city
title: 関所市情報セキュリティ対策基準
scales:
  confidentiality:
    - { level: Ⅰ, means: 3 }
    - { level: Ⅱ, means: 2 }
    - { level: Ⅲ, means: 1 }
ownRules: ./own.rules.yaml
clauses:
  - ref: 5(1)
    title: 持出し
    summary: 持ち出すデータを暗号化する。
    modality: must
    rules:
      - { id: own/takeout-encrypted, basis: stated }
`;

const rules = `fields:
  assets: { x-takeout.encrypted: boolean, x-takeout.permitted: boolean }
rules:
  - id: own/takeout-encrypted
    title: 重要性分類Ⅱ以上の持出しは暗号化する
    appliesTo: assets
    when: { $level.confidentiality: { atLeast: Ⅱ }, x-takeout.permitted: true }
    require: { x-takeout.encrypted: true }
    message: 持ち出すデータが暗号化されていません
    examples:
      pass: { classification: { confidentiality: Ⅱ }, x-takeout: { permitted: true, encrypted: true } }
      fail:
        - { classification: { confidentiality: Ⅱ }, x-takeout: { permitted: true, encrypted: false } }
        - |
          assets:
            - { id: a, name: 住民票, form: media, classification: { confidentiality: Ⅰ }, x-takeout: { permitted: true, encrypted: false } }
      unknown: { assets: [{ id: a, name: 住民票, classification: { confidentiality: Ⅱ }, x-takeout: { permitted: true } }] }
      not-applicable: { classification: { confidentiality: Ⅲ } }
`;

/** An inventory that breaks the rule once and, of another record, does not say. */
const inventory = `organization: { name: 関所市, policy: ../../own.policy.yaml }
assets:
  - id: usb-1
    name: 持出しUSB
    form: media
    classification: { confidentiality: Ⅱ }
    x-takeout: { permitted: true, encrypted: false }
  - id: usb-2
    name: 予備のUSB
    form: media
    classification: { confidentiality: Ⅱ }
    x-takeout: { permitted: true }
`;

const expected = `- { rule: own/takeout-encrypted, record: usb-1, field: x-takeout.encrypted, verdict: fail }
- { rule: own/takeout-encrypted, record: 予備のUSB, verdict: unknown }
`;

const files = {
  'own.policy.yaml': policy,
  'own.rules.yaml': rules,
  'examples/takeout/inventory.yaml': inventory,
  'examples/takeout/expected.yaml': expected,
};

/** Runs \`sekisho test\` beside some files. */
function test(changed: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return inFolder({ ...files, ...changed }, (directory) =>
    sekisho(['test', ...argv], { directory: path.join(directory, '.') }),
  );
}

const changedRules = (from: string, to: string) => {
  expect(rules).toContain(from);
  return { 'own.rules.yaml': rules.replace(from, to) };
};

describe('sekisho test', () => {
  it.each([[[]], [['own.policy.yaml']], [['.', 'own.policy.yaml']]])(
    'of %j: runs the examples of rules and of the policy, each once',
    async (argv) => {
      expect(await test({}, ...argv)).toEqual({
        code: 0,
        stdout: 'ルール1件の例5件、台帳の例1件（期待する指摘2件）: すべて期待どおりです\n',
        stderr: '',
      });
    },
  );

  it('says so in English', async () => {
    expect((await test({}, '--lang', 'en')).stdout).toBe(
      '5 examples of 1 rule, 1 example inventory (2 expected findings): all as expected\n',
    );
  });

  it.each([
    ['pass', 'encrypted: true } }\n      fail', 'encrypted: false } }\n      fail', '11:13', '適合', '違反'],
    ['pass', 'encrypted: true } }\n      fail', 'signed: true } }\n      fail', '11:13', '適合', '判定不能'],
    [
      'fail',
      'encrypted: false } }\n        - |',
      'encrypted: true } }\n        - |',
      '13:11',
      '違反',
      '適合',
    ],
    ['fail, as a text', 'confidentiality: Ⅰ', 'confidentiality: Ⅲ', '14:11', '違反', '対象外'],
    ['unknown', 'permitted: true } }] }', 'permitted: false } }] }', '17:16', '判定不能', '対象外'],
    ['not-applicable', 'confidentiality: Ⅲ } }\n', 'confidentiality: Ⅱ } }\n', '18:23', '対象外', '判定不能'],
    [
      'that judges nothing',
      '- { id: a, name: 住民票, form: media',
      '[] # { form: media',
      '14:11',
      '違反',
      '判定される記録なし',
    ],
  ])('fails an example for %s that comes out otherwise', async (_, from, to, place, wanted, got) => {
    const { code, stdout } = await test(changedRules(from, to), 'own.policy.yaml');
    const [line = '', counts] = stdout.split('\n');
    expect(code).toBe(1);
    expect(line).toMatch(
      `own.rules.yaml:${place}: own/takeout-encrypted の例が「${wanted}」になるはずのところ、「${got}」です`,
    );
    expect(counts).toBe('ルール1件の例5件、台帳の例1件（期待する指摘2件）: 1件が期待と違います');
  });

  it('fails an example of which another record comes out otherwise', async () => {
    const { code, stdout } = await test(
      changedRules(
        '            - { id: a, name: 住民票, form: media,',
        '            - { id: b, name: 台帳, classification: { confidentiality: Ⅰ }, x-takeout: { permitted: true } }\n            - { id: a, name: 住民票, form: media,',
      ),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^own\.rules\.yaml:14:11: .* の例が「違反」になるはずのところ、「判定不能」「違反」です: 「台帳」/,
    );
  });

  it('says what the finding says', async () => {
    const { stdout } = await test(
      changedRules('encrypted: true } }\n      fail', 'encrypted: false } }\n      fail'),
      '--lang',
      'en',
    );
    expect(stdout).toContain(
      'own.rules.yaml:11:13: an example of own/takeout-encrypted should be “pass” and is “fail”: “例” 持ち出すデータが暗号化されていません。\n',
    );
  });

  it.each([
    [
      'an unknown key',
      '{ classification: { confidentiality: Ⅲ } }',
      '{ clasification: { confidentiality: Ⅲ } }',
      '18:23',
    ],
    [
      'YAML that cannot be read',
      '{ id: a, name: 住民票, form: media,',
      '{ id: a, name: 住民票 form: media ]',
      '14:11',
    ],
  ])('fails an example with %s, and says what is wrong', async (_, from, to, place) => {
    const { code, stdout } = await test(changedRules(from, to), 'own.policy.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `^own\\.rules\\.yaml:${place}: own/takeout-encrypted の「.*」の例に、台帳としての誤りがあります: `,
      ),
    );
  });

  it('refuses a rule that lacks an example for fail or unknown, at its place', async () => {
    const { code, stdout, stderr } = await test(changedRules('      unknown: {', '      x-unknown: {'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/own\.rules\.yaml:\d+:\d+: .*unknown/);
  });

  describe('of a policy', () => {
    it('fails a finding that nobody expected, where it stands', async () => {
      const { code, stdout } = await test({
        'examples/takeout/expected.yaml': expected.replace(/^.*予備.*\n/m, ''),
      });
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^examples\/takeout\/inventory\.yaml:12:\d+: 期待していない指摘です \(examples\/takeout\/expected\.yaml にない rule: own\/takeout-encrypted, record: usb-2, field: x-takeout\.encrypted, verdict: unknown\): 「予備のUSB」/,
      );
      expect(stdout).toContain('1件が期待と違います');
    });

    it('fails an expectation that no finding meets, where it is written', async () => {
      const wrong = expected.replace('verdict: unknown', 'verdict: fail');
      const { code, stdout } = await test({ 'examples/takeout/expected.yaml': wrong }, '--lang', 'en');
      expect(code).toBe(1);
      const [first, second, last] = stdout.split('\n');
      expect(first).toBe(
        'examples/takeout/expected.yaml:2:3: expected and not found: rule: own/takeout-encrypted, record: 予備のUSB, verdict: fail',
      );
      expect(second).toMatch(/^examples\/takeout\/inventory\.yaml:12:\d+: not expected: .*record: usb-2/);
      expect(last).toContain(': 2 not as expected');
    });

    it('takes an expectation that leaves keys out for any', async () => {
      expect(
        await test({ 'examples/takeout/expected.yaml': '- rule: own/takeout-encrypted\n' }),
      ).toMatchObject({ code: 0 });
    });

    it('is content with an inventory without findings where none is expected', async () => {
      const good = { 'examples/good/inventory.yaml': inventory.replace(/assets:[\s\S]*/, 'assets: []\n') };
      expect(await test({ ...good, 'examples/good/expected.yaml': '[]\n' })).toMatchObject({ code: 0 });
    });

    it('counts no finding that an exception covers', async () => {
      const excepted = `${inventory}exceptions:
  - id: e1
    rules: [own/takeout-encrypted]
    records: [usb-1]
    reason: 機器の更新まで。
    applicant: 市民課長
    approver: ciso
    approved: 2026-10-01
    starts: 2026-10-01
    expires: 2027-03-31
`;
      const { stdout } = await test(
        {
          'examples/takeout/inventory.yaml': excepted,
          'examples/takeout/expected.yaml': `${expected.replace(/^.*usb-1.*\n/m, '')}- rule: inventory/exception-approver\n`,
        },
        '--as-of',
        '2026-11-20',
      );
      expect(stdout).toContain('すべて期待どおりです');
    });

    it.each([
      [
        '[{ rule: a, verdikt: fail }]',
        /expected\.yaml:1:13: 定められていないキー「verdikt」.*verdict ではありませんか/,
      ],
      ['- { verdict: pass }', /expected\.yaml:1:14: .*pass/],
      ['', /expected\.yaml: 期待する指摘の一覧が空です/],
      ['- { rule: [', /expected\.yaml:1:\d+: /],
      ['password: secret-1234\n', /expected\.yaml:1:1: (?!.*secret)/],
    ])('refuses the list %j at line and column', async (text, complaint) => {
      const { code, stdout, stderr } = await test({ 'examples/takeout/expected.yaml': text });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(complaint);
    });

    it('leaves examples to the policy that their inventory names, where several lie beside', async () => {
      const other = `id: other\ntitle: ほかの方針\nextends: ./own.policy.yaml\ndrop: [5(1)]\n`;
      expect(await test({ 'other.policy.yaml': other })).toMatchObject({
        code: 0,
        stdout: 'ルール1件の例5件、台帳の例1件（期待する指摘2件）: すべて期待どおりです\n',
      });
    });

    it('judges an example within another by itself', async () => {
      const nested = {
        'examples/takeout/more/assets.yaml': inventory.replaceAll('usb-', 'more-'),
        'examples/takeout/more/expected.yaml': expected.replaceAll('usb-', 'more-'),
      };
      const { stdout } = await test(nested);
      expect(stdout).toContain('台帳の例2件（期待する指摘4件）: すべて期待どおりです');
    });
  });

  describe('of a file of rules', () => {
    const alone = rules.replaceAll('Ⅱ', '2').replaceAll('Ⅰ', '3').replaceAll('Ⅲ', '1');

    it('judges by the usual levels', async () => {
      expect(await test({ 'alone.rules.yaml': alone }, 'alone.rules.yaml')).toMatchObject({
        code: 0,
        stdout: 'ルール1件の例5件: すべて期待どおりです\n',
      });
    });

    it('judges by those of a policy beside it that names it', async () => {
      expect(await test({}, 'own.rules.yaml')).toMatchObject({ code: 0 });
      // What is wrong with another policy there is not told.
      expect(await test({ 'a.policy.yaml': 'id: a\n' }, 'own.rules.yaml')).toMatchObject({
        code: 0,
        stderr: '',
      });
    });

    it('judges by those of --policy, which may name it', async () => {
      const unnamed = policy.replace('ownRules: ./own.rules.yaml\n', '').replace(/clauses:[\s\S]*/, '');
      const alone = { 'own.policy.yaml': `${unnamed}extends: isesaki\n` };
      const refused = await test(alone, 'own.rules.yaml');
      expect(refused.code).toBe(2);
      expect(refused.stderr).toMatch(/^sekisho: own\.rules\.yaml:7:\d+: .*Ⅱ/);
      expect(await test({}, 'own.rules.yaml', '-p', 'own.policy.yaml')).toMatchObject({ code: 0 });
      const other = rules.replace('own/takeout-encrypted', 'own/another');
      expect(await test({ 'rules.yaml': other }, 'rules.yaml', '-p', 'own.policy.yaml')).toMatchObject({
        code: 0,
      });
    });

    it('finds those in a folder that no policy there names', async () => {
      const { stdout } = await test({ 'sub/more.yaml': alone.replace('own/takeout', 'own/more') });
      expect(stdout).toContain('ルール2件の例10件');
    });
  });

  it('judges by the day that --as-of names, or today', async () => {
    const training = `rules:
  - id: own/trained
    title: 毎年研修を受ける
    appliesTo: staffGroups
    require: { lastTraining: { within: P12M } }
    examples:
      pass: { employment: regular, lastTraining: 2026-10-01 }
      fail: { employment: regular, lastTraining: 2020-10-01 }
      unknown: { employment: regular }
`;
    const run = (...argv: readonly string[]) =>
      test({ 'training.rules.yaml': training }, 'training.rules.yaml', ...argv);
    expect(await run()).toMatchObject({ code: 0 });
    expect((await run('--as-of', '令和12年4月1日')).stdout).toMatch(/^training\.rules\.yaml:7:13: /);
  });

  it('writes JSON with codes, and into a file', async () => {
    const { code, stdout } = await test(
      changedRules('encrypted: true } }\n      fail', 'encrypted: false } }\n      fail'),
      '-f',
      'json',
      '--as-of',
      '2026-11-20',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-11-20',
      counts: { policies: 1, rules: 1, ruleExamples: 5, inventories: 1, expectations: 2, failures: 1 },
      failures: [
        {
          kind: 'rule',
          file: 'own.rules.yaml',
          line: 11,
          column: 13,
          rule: 'own/takeout-encrypted',
          wanted: 'pass',
          got: ['fail'],
          message: '「例」は持ち出すデータが暗号化されていません。',
        },
      ],
    });
  });

  it.each([
    [['nowhere'], /ポリシーもルールのファイルも見つかりません: nowhere/],
    [['examples'], /ポリシーもルールのファイルも見つかりません: examples/],
    [['-f', 'json=own.rules.yaml'], /own\.rules\.yaml は判定に用いたファイルです/],
    [['--as-of', 'soon'], /--as-of の「soon」は日付として読めません/],
  ])('refuses %j', async (argv, complaint) => {
    const { code, stdout, stderr } = await test({}, ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(complaint);
  });

  it('tells of every mistake in all files', async () => {
    const { code, stderr } = await test({
      'own.policy.yaml': policy.replace('must', 'shall'),
      'second.policy.yaml': policy.replace('id: sekisho-city', 'id: second').replace('must', 'ought'),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/own\.policy\.yaml:13:\d+: .*shall/);
    expect(stderr).toMatch(/second\.policy\.yaml:13:\d+: .*ought/);
  });
});
