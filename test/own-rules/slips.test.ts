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
    rules: [{ id: own/takeout-encrypted, basis: stated }]
`;

const rules = `fields:
  assets:
    x-takeout.encrypted: boolean
    x-takeout.permitted: boolean
    x-checked: date
rules:
  - id: own/takeout-encrypted
    title: 重要性分類Ⅱ以上の持出しは暗号化する
    appliesTo: assets
    when:
      $level.confidentiality: { atLeast: Ⅱ }
      x-takeout.permitted: true
    require:
      x-takeout.encrypted: true
      x-checked: { within: $maxAge }
    parameters:
      maxAge: P12M
    message: 持ち出すデータが暗号化されていません
    examples:
      pass: { x-takeout: { permitted: false }, classification: { confidentiality: Ⅰ } }
      fail: { x-takeout: { permitted: true, encrypted: false }, classification: { confidentiality: Ⅰ } }
      unknown: { x-takeout: { permitted: true }, classification: { confidentiality: Ⅰ } }
`;

const inventory = 'organization: { name: 関所市 }\n';

interface Slip {
  /** what is written instead */
  readonly from: string;
  readonly to: string;
  /** where it is told, and in which words */
  readonly at: string;
  readonly says: RegExp;
}

async function told(file: 'own.rules.yaml' | 'own.policy.yaml', { from, to }: Slip, lang: 'ja' | 'en') {
  const files = { 'own.policy.yaml': policy, 'own.rules.yaml': rules, 'a.yaml': inventory };
  expect(files[file]).toContain(from);
  return inFolder({ ...files, [file]: files[file].replace(from, to) }, (directory) =>
    sekisho(['check', 'a.yaml', '-p', './own.policy.yaml', '--lang', lang], { directory }),
  );
}

it('says nothing of files without a slip', async () => {
  const files = { 'own.policy.yaml': policy, 'own.rules.yaml': rules, 'a.yaml': inventory };
  await inFolder(files, async (directory) => {
    const run = await sekisho(['policies', 'check', './own.policy.yaml'], { directory });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('誤りはありません（1条項、1ルール）');
  });
});

describe('a slip in a file of rules is refused at its place, with what to write', () => {
  const slips: readonly Slip[] = [
    {
      from: 'x-takeout.encrypted: true',
      to: 'x-takeout.encripted: true',
      at: '14:7',
      says: /x-takeout\.encripted.+x-takeout\.encrypted ではありませんか/,
    },
    {
      from: 'x-takeout.encrypted: true',
      to: 'x-takeout.encrypted: 暗号化済',
      at: '14:28',
      says: /true か false/,
    },
    { from: '{ atLeast: Ⅱ }', to: '{ atLeast: Ⅴ }', at: '11:42', says: /Ⅰ, Ⅱ, Ⅲ のいずれか/ },
    { from: '{ atLeast: Ⅱ }', to: '{ atleast: Ⅱ }', at: '11:33', says: /atLeast ではありませんか/ },
    {
      from: 'x-takeout.encrypted: true',
      to: 'x-undeclared: true',
      at: '14:7',
      says: /「x-undeclared」という項目はありません/,
    },
    {
      from: 'own/takeout-encrypted',
      to: 'takeout-encrypted',
      at: '7:9',
      says: /own\/takeout-encrypted のように/,
    },
    { from: 'own/takeout-encrypted', to: 'technical/mail-spam', at: '7:9', says: /own\/ に英小文字/ },
    { from: 'appliesTo: assets', to: 'appliesTo: asets', at: '9:16', says: /assets ではありませんか/ },
    {
      from: '      fail: {',
      to: '      x-fail: {',
      at: '21:7',
      says: /「x-fail」を含んでいます。fail ではありませんか/,
    },
    {
      from: '      fail: { x-takeout: { permitted: true, encrypted: false }, classification: { confidentiality: Ⅰ } }\n',
      to: '',
      at: '19:5',
      says: /fail の例がありません/,
    },
    {
      from: '      unknown: { x-takeout: { permitted: true }, classification: { confidentiality: Ⅰ } }\n',
      to: '',
      at: '19:5',
      says: /unknown の例がありません/,
    },
    { from: 'within: $maxAge', to: 'within: $maxage', at: '15:28', says: /\$maxAge ではありませんか/ },
    { from: 'within: $maxAge', to: 'within: 12か月', at: '15:28', says: /P12M \(12か月\)/ },
    { from: 'x-checked: date', to: 'x-checked: datum', at: '5:16', says: /「datum」という型.+date/ },
    { from: 'x-checked: date', to: 'checked: date', at: '5:5', says: /x- で始まる項目/ },
    { from: '  assets:\n', to: '  asets:\n', at: '2:3', says: /assets ではありませんか/ },
    {
      from: 'x-takeout.encrypted: true',
      to: 'copies.manager: { present: true }',
      at: '14:7',
      says: /copies は一覧です。copies: \{ each: \{ manager: … \} \}/,
    },
    { from: 'require:', to: 'requires:', at: '13:5', says: /require ではありませんか/ },
    { from: '      x-takeout.permitted: true\n', to: '      any: []\n', at: '12:12', says: /any には/ },
  ];

  it.each(slips)('$at $to', async (slip) => {
    const { code, stderr, stdout } = await told('own.rules.yaml', slip, 'ja');
    expect(stderr).toContain(`own.rules.yaml:${slip.at}`);
    expect(stderr).toMatch(slip.says);
    // One slip is told once, but for the clauses that cite a rule which is missing then.
    if (!/x-fail|^takeout|^technical/.test(slip.to)) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const english = await told('own.rules.yaml', slip, 'en');
    expect(english.stderr).toContain(`own.rules.yaml:${slip.at}`);
  });

  it('tells all of several', async () => {
    const broken = rules
      .replace('{ atLeast: Ⅱ }', '{ atLeast: Ⅴ }')
      .replace('within: $maxAge', 'within: soon');
    const files = { 'own.policy.yaml': policy, 'own.rules.yaml': broken, 'a.yaml': inventory };
    await inFolder(files, async (directory) => {
      const { stderr } = await sekisho(['policies', 'check', './own.policy.yaml'], { directory });
      expect(stderr).toContain('own.rules.yaml:11:42');
      expect(stderr).toContain('own.rules.yaml:15:28');
    });
  });
});

describe('a slip in a policy file is refused at its place, with what to write', () => {
  const inline = (rule: string) => `rules:\n${rule}clauses:`;
  const slips: readonly Slip[] = [
    {
      from: './own.rules.yaml',
      to: './other.rules.yaml',
      at: '8:11',
      says: /other\.rules\.yaml を開けません/,
    },
    { from: './own.rules.yaml', to: '../../../../etc/passwd', at: '8:11', says: /開けません/ },
    {
      from: './own.rules.yaml',
      to: './a.yaml',
      at: '1:1',
      says: /sekisho のファイルではない|定められていない|organization/,
    },
    { from: 'ownRules:', to: 'ownrules:', at: '8:1', says: /ownRules ではありませんか/ },
    {
      from: 'id: own/takeout-encrypted',
      to: 'id: own/takeout-encripted',
      at: '14:19',
      says: /own\/takeout-encrypted ではありませんか/,
    },
    { from: 'basis: stated', to: 'basis: state', at: '14:49', says: /stated ではありませんか/ },
    { from: 'basis: stated', to: 'basis: stated, parameters: { maxage: P6M }', at: '14:71', says: /maxAge/ },
    {
      from: 'basis: stated',
      to: 'basis: stated, parameters: { maxAge: 六か月 }',
      at: '14:79',
      says: /期間として読めません/,
    },
    {
      from: 'basis: stated',
      to: 'basis: stated, where: { x-chekced: { present: true } }',
      at: '14:66',
      says: /x-checked ではありませんか/,
    },
    { from: 'basis: stated', to: 'basis: stated, atLeast: Ⅳ', at: '14:66', says: /Ⅰ、Ⅱ、Ⅲ のいずれか/ },
    {
      from: 'clauses:',
      to: inline(
        '  - { id: own/takeout-encrypted, title: 別の規則, appliesTo: assets, require: { form: paper }, examples: { pass: { form: paper }, fail: { form: media }, unknown: {} } }\n',
      ),
      at: '1:1',
      says: /own\/takeout-encrypted が \.\/own\.policy\.yaml の 10 行目にもあります/,
    },
    {
      from: 'clauses:',
      to: inline(
        '  - { id: own/nothing, title: 何も求めない, appliesTo: assets, examples: { pass: {}, fail: {} } }\n',
      ),
      at: '10:11',
      says: /何も求めていません/,
    },
    {
      from: 'clauses:',
      to: inline(
        '  - { id: own/nowhere, title: どこにも, require: { form: paper }, examples: { pass: {}, fail: {}, unknown: {} } }\n',
      ),
      at: '10:11',
      says: /appliesTo がありません/,
    },
    {
      from: 'clauses:',
      to: inline(
        '  - { id: own/body, title: 団体, appliesTo: assets, exists: { section: documents }, examples: { pass: {}, fail: {}, unknown: {} } }\n',
      ),
      at: '10:32',
      says: /団体全体に求めます。appliesTo を消してください/,
    },
    {
      from: 'clauses:',
      to: inline(
        '  - { id: own/both, title: 両方, appliesTo: [assets, systems], require: { storage.locked: true }, examples: { pass: {}, fail: {}, unknown: {} } }\n',
      ),
      at: '10:73',
      says: /systems の記録に「storage.locked」という項目はありません/,
    },
  ];

  it.each(slips)('$at $to', async (slip) => {
    const { code, stderr, stdout } = await told('own.policy.yaml', slip, 'ja');
    const file = slip.at === '1:1' ? '.yaml' : 'own.policy.yaml';
    expect(stderr).toMatch(slip.says);
    expect(stderr).toContain(slip.at === '1:1' ? file : `${file}:${slip.at}`);
    // What is told only since a file of rules is missing would hide what is wrong.
    if (/other|etc/.test(slip.to)) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
