import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const clause = (ref: string, rule: string, more = '') =>
  `  - { ref: ${ref}, title: 条項, summary: 措置を講ずる。, modality: must, rules: [{ id: ${rule}, basis: stated${more} }] }\n`;

interface Files {
  readonly head?: string;
  readonly clauses: string;
  readonly yaml: string;
  readonly configuration?: string;
}

async function run(
  { head = '', clauses, yaml, configuration }: Files,
  argv: readonly string[] = ['check', '台帳.yaml', '-f', 'json'],
) {
  const files = {
    'own.policy.yaml': `sekisho: 1\nid: own\ntitle: 自団体\n${head}clauses:\n${clauses}`,
    '台帳.yaml': yaml,
    ...(configuration === undefined ? {} : { 'sekisho.config.yaml': configuration }),
  };
  return inFolder(files, (directory) => sekisho([...argv, '-p', './own.policy.yaml'], { directory }));
}

async function findings(files: Files, language = 'ja') {
  const { stdout } = await run(files, ['check', '台帳.yaml', '-f', 'json', '--lang', language]);
  const { findings: found } = JSON.parse(stdout) as {
    findings: { ruleId: string; message: string; remedy: string }[];
  };
  return found;
}

const scale = (...levels: readonly (readonly [string, number, string?])[]) =>
  `scales:\n  confidentiality:\n${levels
    .map(
      ([level, means, name]) =>
        `    - { level: ${level}, means: ${means}${name ? `, name: ${name}` : ''} }\n`,
    )
    .join('')}`;

const inverted = scale(['Ⅰ', 3], ['Ⅱ', 3], ['Ⅲ', 2], ['Ⅳ', 1]);

describe('the least level that suffices', () => {
  const sns = 'outsourcing/sns-no-confidential';
  const yaml = (level: string) =>
    `services: [{ id: sns, name: 町公式SNS, type: sns, confidentiality: ${level} }]\n`;
  const remedy = async (head: string, level: string, more = '') =>
    (await findings({ head, clauses: clause('第1条', sns, more), yaml: yaml(level) })).find(
      ({ ruleId }) => ruleId === sns,
    )?.remedy;

  it.each<[what: string, head: string, level: string, told: string]>([
    ['the usual scale', '', '3', '機密性2以上の情報を'],
    ['a scale whose lowest level of that meaning is its third', inverted, 'Ⅲ', '機密性Ⅲ以上の情報を'],
    ['several levels of one meaning', scale(['2A', 2], ['2B', 2], ['1', 1]), '2A', '機密性2B以上の情報を'],
    ['a level that names its axis', scale(['機密性高', 2], ['機密性低', 1]), '高', '機密性高以上の情報を'],
    [
      'a level that is a word',
      scale(['極秘', 3], ['部外秘', 2], ['公開', 1]),
      '極秘',
      '機密性「部外秘」以上の情報を',
    ],
  ])('is that of %s', async (_, head, level, told) => {
    expect(await remedy(head, level)).toContain(told);
  });

  it('is the one from which on the clause asks', async () => {
    expect(await remedy(inverted, 'Ⅰ', ', atLeast: Ⅱ')).toContain('機密性Ⅱ以上の情報を');
  });

  it('is the lowest of several clauses in the title of the rule', async () => {
    const clauses = clause('第1条', sns, ', atLeast: Ⅱ') + clause('第2条', sns, ', atLeast: Ⅲ');
    const page = await run({ head: inverted, clauses, yaml: yaml('Ⅰ') }, [
      'check',
      '台帳.yaml',
      '-f',
      'html',
    ]);
    expect(page.stdout).toContain('機密性Ⅲ以上の情報を発信しない');
  });

  it('is written as the policy writes it, however the clause does', async () => {
    const clauses = clause('第1条', sns, ', atLeast: 機密性II');
    const { stdout } = await run({ head: inverted, clauses, yaml: '' }, ['explain', '第1条']);
    expect(stdout).toContain('機密性Ⅱ以上');
    expect(stdout).not.toMatch(/機密性機密性|II/);
  });
});

describe('a level that the configuration sets', () => {
  const rule = 'classification/personal-data-level';
  const yaml =
    'assets: [{ id: a, name: 名簿, contains: [personal-information], classification: { confidentiality: Ⅳ } }]\n';
  const files = (minimum: string): Files => ({
    head: inverted,
    clauses: clause('第1条', rule),
    yaml,
    configuration: `sekisho: 1\nparameters: { ${rule}: { minimum: ${minimum} } }\n`,
  });

  it('is refused where no policy has it', async () => {
    const { code, stdout, stderr } = await run(files('"2"'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `parameters ${rule} の minimum の「2」は、このポリシーの機密性の等級にありません。Ⅰ、Ⅱ、Ⅲ、Ⅳ のいずれかを書いてください`,
    );
  });

  it('is told as the policy writes it', async () => {
    const found = await findings(files('機密性III'));
    expect(found.find(({ ruleId }) => ruleId === rule)?.message).toContain(
      '求められる「Ⅲ」（設定ファイル）より',
    );
  });

  it('may be unset', async () => {
    expect((await run(files('null'))).code).not.toBe(2);
  });

  it('is read in the scale that has it, where several policies are judged by', async () => {
    const other = inFolder(
      {
        'own.policy.yaml': `sekisho: 1\nid: own\ntitle: 甲\n${inverted}clauses:\n${clause('第1条', rule)}`,
        'other.policy.yaml': `sekisho: 1\nid: other\ntitle: 乙\n${scale(['3', 3], ['2', 2], ['1', 1])}clauses:\n${clause('第2条', rule)}`,
        '台帳.yaml': yaml,
        'sekisho.config.yaml': `sekisho: 1\nparameters: { ${rule}: { minimum: Ⅲ } }\n`,
      },
      (directory) =>
        sekisho(
          ['check', '台帳.yaml', '-f', 'json', '-p', './own.policy.yaml', '-p', './other.policy.yaml'],
          { directory },
        ),
    );
    const { findings: found } = JSON.parse((await other).stdout) as {
      findings: { ruleId: string; verdict: string; clauses: { ref: string }[] }[];
    };
    const about = found.filter(({ ruleId }) => ruleId === rule);
    expect(about.map(({ verdict, clauses }) => [verdict, clauses.map(({ ref }) => ref)])).toEqual([
      ['fail', ['第1条', '第2条']],
    ]);
  });
});

describe('levels that cannot be told apart', () => {
  const refused = async (head: string) => {
    const clauses = clause('第1条', 'classification/levels-assigned');
    const { code, stderr } = await run({ head, clauses, yaml: 'assets: []\n' });
    return code === 2 ? stderr.trim() : code;
  };

  it.each<[what: string, head: string, told: string]>([
    [
      'a numeral of one character and of several',
      scale(['Ⅱ', 2], ['II', 1]),
      '7:16: confidentiality の等級「II」は、6 行目の「Ⅱ」と区別できません (全角と半角、大文字と小文字、空白は区別しません)。別の等級にしてください',
    ],
    [
      'full and half width',
      scale(['"2"', 2], ['"２"', 1]),
      '7:16: confidentiality の等級「２」は、6 行目の「2」と区別できません',
    ],
    [
      'the name of a level that is another level',
      scale(['3A', 3, '機密性3'], ['3', 3], ['1', 1]),
      '6:36: confidentiality の等級「3A」の名称「機密性3」は、7 行目の等級「3」と区別できません。別の名称にしてください',
    ],
  ])('are refused: %s', async (_, head, told) => {
    expect(await refused(head)).toContain(told);
  });

  it('by a name that two of them share alone: the name then means neither', async () => {
    const head = scale(['A', 3, '秘密'], ['B', 2, '秘密'], ['C', 1]);
    const yaml = 'assets: [{ id: a, name: 名簿, classification: { confidentiality: 秘密 } }]\n';
    const found = await findings({ head, clauses: clause('第1条', 'classification/levels-assigned'), yaml });
    expect(found.map(({ ruleId, message }) => [ruleId, message])).toContainEqual([
      'inventory/unknown-level',
      expect.stringContaining('等級が「秘密」で'),
    ]);
  });

  it('but not by a name that repeats the level itself', async () => {
    expect(await refused(scale(['3', 3, '機密性3'], ['2', 2, '機密性2'], ['1', 1, '機密性1']))).toBe(0);
  });
});

describe('the name of a layer', () => {
  const split = 'resilience/lgwan-split';
  const yaml = (layer: string) => `segments:
  - { id: a, name: 庁内, layer: ${layer} }
  - { id: b, name: 公開, layer: internet }
connections: [{ id: c, name: 抜け道, from: a, to: b, control: none }]
systems: []
`;
  const told = async (head: string, layer: string, language = 'ja') =>
    (await findings({ head, clauses: clause('第1条', split), yaml: yaml(layer) }, language)).find(
      ({ ruleId }) => ruleId === split,
    )?.message;
  const own = (more = '') =>
    `layers:\n  - { id: 校務系, name: { ja: 校務系, en: the staff layer }, treatedAs: lgwan }\n${more}`;

  it('is that of the layer which the policy has for it', async () => {
    expect(await told(own(), '校務系')).toBe(
      '「抜け道」は校務系とインターネットとの間を、制御なしにつないでいます。',
    );
    expect(await told(own(), '校務系', 'en')).toBe(
      '“抜け道” connects the staff layer and the internet without any control.',
    );
  });

  it('is that of both where the policy states both, or the inventory has both', async () => {
    const both = '「抜け道」は LGWAN接続系・校務系とインターネットとの間を、制御なしにつないでいます。';
    expect(await told(own(), 'lgwan')).toBe(both);
    const stated = own('  - { id: lgwan, name: LGWAN接続系 }\n');
    expect(await told(stated, '校務系')).toBe(both);
  });

  it('is that under which the policy knows the canonical one', async () => {
    expect(await told('layers: [{ id: lgwan, name: 行政系 }]\n', 'lgwan')).toBe(
      '「抜け道」は行政系とインターネットとの間を、制御なしにつないでいます。',
    );
  });

  it('is not offered where another of the policy stands for it', async () => {
    const rule = 'resilience/layer-assigned';
    const found = await findings({ head: own(), clauses: clause('第1条', rule), yaml: yaml('校務けい') });
    const { remedy = '' } = found.find(({ ruleId }) => ruleId === 'inventory/unknown-layer') ?? {};
    expect(remedy).toContain('校務系');
    expect(remedy).not.toContain('LGWAN');
  });
});
