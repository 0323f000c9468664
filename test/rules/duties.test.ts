import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Reported {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly record: { readonly id: string };
  readonly path?: string;
}

const policyOf = (rules: readonly string[], parameters = '{}') => `id: own
title: 方針
scales:
  confidentiality: [{ level: 3, means: 3 }, { level: 2, means: 2 }, { level: 1, means: 1 }]
clauses:
${rules.map((id, index) => `  - { ref: "${index + 1}", title: 条項, summary: 要旨, modality: must, rules: [{ id: ${id}, basis: stated, parameters: ${parameters} }] }\n`).join('')}`;

/** What `sekisho check` reports of rules that one policy states, judged by 20 November 2026. */
async function reported(
  rules: readonly string[],
  yaml: string,
  parameters?: string,
): Promise<readonly Reported[]> {
  const files = { 'a.yaml': yaml, 'policy.yaml': policyOf(rules, parameters) };
  return inFolder(files, async (directory) => {
    const argv = ['a.yaml', '-p', './policy.yaml', '-f', 'json', '--as-of', '2026-11-20'];
    const { stdout, stderr } = await sekisho(argv, { directory });
    if (stdout === '') throw new Error(stderr);
    return (JSON.parse(stdout) as { findings: Reported[] }).findings;
  });
}

const verdicts = async (rule: string, yaml: string, parameters?: string) =>
  (await reported([rule], yaml, parameters)).map(({ verdict }) => verdict);

const body = (more = '') => `organization: { name: 関所市${more} }\n`;
const group = (id: string, lastTraining?: string) =>
  `  - { id: ${id}, name: ${id}, employment: regular${lastTraining === undefined ? '' : `, lastTraining: ${lastTraining}`} }\n`;
const training = (date?: string) =>
  `  - { id: t${date}, name: 研修${date}${date === undefined ? '' : `, date: ${date}`} }\n`;

describe('human/training-held', () => {
  const whole = ', complete: [trainings, staffGroups]';
  it.each([
    ['a training in the list', `${body()}trainings:\n${training('R2.4.1')}`, []],
    ['the last training of some staff', `${body()}staffGroups:\n${group('a', 'R2.4.1')}${group('b')}`, []],
    [
      'a training of which only the fiscal year is known',
      `${body()}trainings:\n${training('令和7年度')}`,
      [],
    ],
    ['nothing', body(), ['unknown']],
    ['an empty list', `${body()}trainings: []\n`, ['fail']],
    ['lists declared whole', body(whole), ['fail']],
    ['no training of any staff', `${body()}staffGroups:\n${group('a', 'false')}`, ['fail']],
    [
      'staff of which it is not said',
      `${body()}staffGroups:\n${group('a', 'false')}${group('b')}`,
      ['unknown'],
    ],
    ['only one that was not held', `${body()}trainings:\n${training('false')}`, ['fail']],
    [
      'one not held, and staff of which it is not said',
      `${body()}trainings:\n${training('false')}staffGroups:\n${group('a')}`,
      ['unknown'],
    ],
    ['one without its day', `${body()}trainings:\n${training()}`, ['unknown']],
  ])('of %s', async (_, yaml, expected) => {
    expect(await verdicts('human/training-held', yaml)).toEqual(expected);
  });

  it('asks for none but the last within an interval that a clause sets', async () => {
    const old = `${body()}trainings:\n${training('R2.4.1')}staffGroups:\n${group('a', 'R3.4.1')}`;
    expect(await verdicts('human/training-held', old, '{ maxAge: P24M }')).toEqual(['fail']);
    expect(
      await verdicts('human/training-held', old.replace('R3.4.1', 'R8.4.1'), '{ maxAge: P24M }'),
    ).toEqual([]);
  });
});

describe('human/drill-held', () => {
  it.each([
    ['a drill', `${body()}drills: [{ id: d, date: R8.9.8 }]\n`, []],
    ['nothing', body(), ['unknown']],
    ['an empty list', `${body()}drills: []\n`, ['fail']],
    ['one not held', `${body()}drills: [{ id: d, date: false }]\n`, ['fail']],
    ['trainings alone', `${body()}trainings:\n${training('R8.4.1')}`, ['unknown']],
  ])('of %s', async (_, yaml, expected) => {
    expect(await verdicts('human/drill-held', yaml)).toEqual(expected);
  });
});

describe('equipment that was given up', () => {
  const server = (disposal: string) => `segments: []
assets: []
systems:
  - id: old
    name: 旧サーバ
    type: server
    classification: { confidentiality: 2 }
    disposal: ${disposal}
`;
  const others = [
    'technical/malware-protection',
    'technical/backup-taken',
    'classification/manager-assigned',
  ];

  it('is asked how it was, and nothing else', async () => {
    const asked = await reported([...others, 'physical/equipment-disposed'], server('{ date: R8.3.31 }'));
    expect(asked.map(({ ruleId }) => ruleId)).toEqual([
      'physical/equipment-disposed',
      'physical/equipment-disposed',
    ]);
    const used = await reported([...others, 'physical/equipment-disposed'], server('{ date: false }'));
    expect(used.map(({ ruleId }) => ruleId).sort()).toEqual([...others].sort());
  });

  it('is asked for the day once, by all rules together', async () => {
    const found = await reported([...others, 'physical/equipment-disposed'], server('{ method: format }'));
    expect(found.map(({ verdict, message }) => [verdict, message])).toEqual([
      ['unknown', expect.stringContaining('廃棄した日（disposal.date）が台帳に書かれていない')],
    ]);
  });

  it.each([
    ['{ reason: lease-return, date: R8.3.31, recorded: true }', ['unknown'], 'リース返却されました'],
    ['{ reason: transfer, date: R8.3.31, recorded: true }', ['unknown'], '譲渡されました'],
    ['{ date: R8.3.31, method: delete, recorded: false }', ['fail', 'fail'], '削除のみ'],
    ['{ date: R8.3.31, method: degauss, recorded: true }', [], ''],
  ])('%s', async (disposal, expected, said) => {
    const found = await reported(['physical/equipment-disposed'], server(disposal));
    expect(found.map(({ verdict }) => verdict)).toEqual(expected);
    expect(found.map(({ message }) => message).join()).toContain(said);
  });

  it('may be formatted where its level is the lowest, and is asked for its level where none is stated', async () => {
    const formatted = server('{ date: R8.3.31, method: format, recorded: true }');
    const at = (level: string) =>
      verdicts(
        'physical/equipment-disposed',
        formatted.replace('    classification: { confidentiality: 2 }\n', level),
      );
    expect(await at('    classification: { confidentiality: 1 }\n')).toEqual([]);
    expect(await at('')).toEqual(['unknown']);
  });

  it('joins no layers any more', async () => {
    const joining = (more: string) => `segments:
  - { id: a, name: 住基, layer: mynumber }
  - { id: b, name: 庁内, layer: internet }
systems:
  - { id: old, name: 旧中継サーバ, type: server, segments: [a, b]${more} }
connections: []
`;
    expect(await verdicts('resilience/mynumber-separation', joining(''))).not.toEqual([]);
    expect(
      await verdicts('resilience/mynumber-separation', joining(', disposal: { date: R8.3.31 }')),
    ).toEqual([]);
  });
});

describe('evaluation/basic-policy-published', () => {
  const document = (fields: string) =>
    `${body()}documents: [{ id: p, name: 基本方針, type: basic-policy, ${fields} }]\n`;
  it.each([
    ['adopted: R6.4.1, published: true', []],
    ['adopted: R6.4.1, published: false', ['fail']],
    ['adopted: R6.4.1', ['unknown']],
    ['adopted: R6.4.1, revised: R8.3.25, published: R8.3.25', []],
    ['adopted: R6.4.1, revised: R8.3.25, published: R7.4.1', ['fail']],
    ['adopted: R6.4.1, revised: R8.3.25, published: 令和7年度', ['unknown']],
    ['adopted: R8.4.1, published: R8.3.25', ['review']],
    ['adopted: false', ['fail']],
    ['published: true', ['unknown']],
  ])('%s', async (fields, expected) => {
    expect(await verdicts('evaluation/basic-policy-published', document(fields))).toEqual(expected);
  });
});

describe('evaluation/basic-policy-of-organs', () => {
  const city = (agencies: string, documents: string, whole = ', complete: [documents]') =>
    `organization: { name: 関所市${whole}, agencies: [${agencies}] }\ndocuments: [${documents}]\n`;
  const policy = (id: string, fields = '') =>
    `{ id: ${id}, name: 方針${id}, type: basic-policy, adopted: R8.4.1${fields} }`;
  const organs = '{ id: m, name: 市長部局 }, { id: g, name: 議会事務局 }, { id: k, name: 教育委員会 }';
  it.each([
    ['one that does not say whose it is', city(organs, policy('1')), ['unknown']],
    ['a joint one of all', city(organs, policy('1', ', agency: m, agencies: [m, g, k]')), []],
    ['one of each', city(organs, ['m', 'g', 'k'].map((id) => policy(id, `, agencies: [${id}]`)).join()), []],
    ['a joint one of some', city(organs, policy('1', ', agencies: [m, k]')), ['fail']],
    [
      'the same, where not all documents are listed',
      city(organs, policy('1', ', agencies: [m, k]'), ''),
      ['unknown'],
    ],
    ['one that names only the agency in charge', city(organs, policy('1', ', agency: m')), ['unknown']],
    [
      'offices, enterprises and schools beside them',
      city(
        `${organs}, { id: s, name: 市立小中学校 }, { id: h, name: 市民病院 }, { id: w, name: 上下水道局, organ: 公営企業 }, { id: x, name: 市民協働局, organ: 市長 }, { id: o, name: 広域組合, organ: outside }`,
        policy('1', ', agencies: [m, g, k]'),
      ),
      [],
    ],
    [
      'an agency of which nobody knows what it is',
      city(`${organs}, { id: z, name: 総合企画部 }`, policy('1', ', agencies: [m, g, k]')),
      ['unknown'],
    ],
    ['no assembly', city('{ id: m, name: 市長部局 }', policy('1', ', agencies: [m]')), ['unknown']],
    ['none in force', city(organs, '{ id: p, name: 案, type: basic-policy, adopted: false }'), ['fail']],
  ])('of %s', async (_, yaml, expected) => {
    expect(await verdicts('evaluation/basic-policy-of-organs', yaml)).toEqual(expected);
  });
});

it('a document that several agencies adopted is in scope where one of them is', async () => {
  const yaml = `organization:
  name: 関所市
  agencies: [{ id: a, name: 市長部局, organ: mayor }, { id: b, name: 広域組合, organ: outside }]
documents: [{ id: p, name: 方針, type: basic-policy, adopted: R8.4.1, agency: b, agencies: [b, a] }]
`;
  expect(await verdicts('evaluation/basic-policy-adopted', yaml)).toEqual([]);
  expect(await verdicts('evaluation/basic-policy-adopted', yaml.replace(', a]', ']'))).toEqual(['unknown']);
});

it('a document that was changed was reviewed', async () => {
  const document = (fields: string) =>
    `${body()}documents: [{ id: p, name: 計画, type: incident-plan, adopted: R2.4.1, ${fields} }]\n`;
  const parameters = '{ type: incident-plan, maxAge: P12M }';
  const asked = (fields: string) => verdicts('documents/reviewed', document(fields), parameters);
  expect(await asked('revised: R8.4.1')).toEqual([]);
  expect(await asked('reviewed: false, revised: R8.4.1')).toEqual([]);
  expect(await asked('reviewed: R4.4.1, revised: R5.4.1')).toEqual(['fail']);
  expect(await asked('reviewed: R8.4.1, revised: R5.4.1')).toEqual([]);
});
