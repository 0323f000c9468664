import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly severity: string;
    readonly message: string;
    readonly fingerprint: string;
    readonly record: { readonly id: string };
    readonly clauses: readonly { readonly ref: string }[];
  }[];
}

interface Coverage {
  readonly clauses: readonly {
    readonly ref: string;
    readonly status: string;
    readonly verdicts: Readonly<Record<string, number>>;
  }[];
}

const asOf = '2026-11-20';

/** A policy with a scale of its own, and clauses that ask rules as they are given. */
function policy(...clauses: readonly string[]): string {
  const written = clauses.map(
    (rules, index) =>
      `  - { ref: "${index + 1}", title: { ja: 条項, en: a clause }, summary: { ja: 要旨, en: what it says }, modality: must, rules: [${rules}] }\n`,
  );
  return `id: own
title: { ja: 自団体の対策基準, en: Our standard }
scales:
  confidentiality:
    - { level: Ⅳ, means: 3 }
    - { level: Ⅲ, means: 3 }
    - { level: Ⅱ, means: 2 }
    - { level: Ⅰ, means: 1 }
clauses:
${written.join('')}`;
}

async function judge(
  own: string,
  inventory: string,
  more: { readonly configuration?: string } = {},
): Promise<{ report: Report; coverage: Coverage }> {
  const files = {
    'a.yaml': inventory,
    'own.policy.yaml': own,
    ...(more.configuration && { 'sekisho.config.yaml': more.configuration }),
  };
  return inFolder(files, async (directory) => {
    const argv = ['a.yaml', '-p', './own.policy.yaml', '--as-of', asOf, '-f', 'json'];
    const { stdout, stderr } = await sekisho(['check', ...argv], { directory });
    expect(stderr).toBe('');
    const covered = await sekisho(['coverage', ...argv], { directory });
    return { report: JSON.parse(stdout), coverage: JSON.parse(covered.stdout) };
  });
}

const about = ({ findings }: Report, ruleId: string) =>
  findings
    .filter((one) => one.ruleId === ruleId)
    .map(({ verdict, record, clauses }) => `${verdict} ${record.id} ${clauses.map(({ ref }) => ref).join()}`);

const counts = ({ clauses }: Coverage) =>
  clauses.map(({ ref, status, verdicts }) => {
    const { pass, fail, unknown, review, notApplicable } = verdicts;
    return `${ref} ${status}: ${[pass, fail, unknown, review, notApplicable].join(' ')}`;
  });

describe('one rule under two clauses with other numbers', () => {
  const training = 'human/training-current';
  const clause = (maxAge: string) => `{ id: ${training}, basis: stated, parameters: { maxAge: ${maxAge} } }`;
  const trained = (...days: readonly string[]) =>
    `staffGroups:\n${days.map((day, index) => `  - { id: g${index}, name: 職員${index}, employment: regular, lastTraining: ${day} }\n`).join('')}`;
  const months = { six: '2026-05-20', eighteen: '2025-05-20', thirty: '2024-05-20' };

  it('breaks only the one whose number it exceeds', async () => {
    const own = policy(clause('P24M'), clause('P12M'));
    const { report, coverage } = await judge(own, trained(months.six, months.eighteen, months.thirty));
    expect(about(report, training)).toEqual(['fail g1 2', 'fail g2 2,1']);
    expect(counts(coverage)).toEqual(['1 not-met: 2 1 0 0 0', '2 not-met: 1 2 0 0 0']);
  });

  it('is counted once by a clause that asks it twice', async () => {
    const twice = `${clause('P12M')}, ${clause('P24M')}`;
    const { coverage } = await judge(policy(twice), trained(months.six, months.thirty));
    expect(counts(coverage)).toEqual(['1 not-met: 1 1 0 0 0']);
  });

  it('is told by the strictest number, wherever that stands', async () => {
    for (const both of [
      ['P24M', 'P12M'],
      ['P12M', 'P24M'],
      ['P2Y', 'P12M'],
    ]) {
      const { report } = await judge(policy(...both.map(clause)), trained(months.thirty));
      const [finding] = report.findings.filter(({ ruleId }) => ruleId === training);
      expect(finding?.message).toContain('12か月（条項の定め）');
      expect(finding?.clauses.map(({ ref }) => ref).sort()).toEqual(['1', '2']);
    }
  });

  it('is one finding with the fingerprint that it has without numbers', async () => {
    const plain = await judge(policy(`{ id: ${training}, basis: stated }`), trained('false'));
    const both = await judge(policy(clause('P24M'), clause('P12M')), trained('false'));
    const prints = ({ report }: { report: Report }) =>
      report.findings.filter(({ ruleId }) => ruleId === training).map(({ fingerprint }) => fingerprint);
    expect(prints(both)).toEqual(prints(plain));
    expect(prints(both)).toHaveLength(1);
  });

  it('takes the number of the configuration before that of a clause, and that before the policy’s', async () => {
    const own = `${policy(clause('P12M'), `{ id: ${training}, basis: stated }`)}parameters: { ${training}: { maxAge: P48M } }\n`;
    expect(about((await judge(own, trained(months.thirty))).report, training)).toEqual(['fail g0 1']);
    const configuration = `parameters: { ${training}: { maxAge: P120M } }\n`;
    const { report } = await judge(own, trained(months.thirty), { configuration });
    expect(about(report, training)).toEqual([]);
  });
});

describe('one rule under two clauses from other levels on', () => {
  const rule = 'classification/encryption-at-rest';
  const from = (level: string) => `{ id: ${rule}, basis: stated, atLeast: ${level} }`;
  const assets = (more: string) =>
    `assets:\n${['Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'].map((level, index) => `  - { id: a${4 - index}, name: 資産${level}, form: electronic, classification: { confidentiality: ${level} }${more} }\n`).join('')}`;

  it('breaks each clause by the records of its levels alone', async () => {
    const { report, coverage } = await judge(
      policy(from('Ⅱ'), from('Ⅲ'), from('Ⅰ')),
      assets(', encryption: { atRest: false }'),
    );
    expect(about(report, rule)).toEqual(['fail a4 1,2,3', 'fail a3 1,2,3', 'fail a2 1,3', 'fail a1 3']);
    expect(counts(coverage)).toEqual([
      '1 not-met: 0 3 0 0 1',
      '2 not-met: 0 2 0 0 2',
      '3 not-met: 0 4 0 0 0',
    ]);
  });

  it('is unknown under each of them where the fact is not written, and met where it is', async () => {
    const open = await judge(policy(from('Ⅱ'), from('Ⅲ')), assets(''));
    expect(about(open.report, rule)).toEqual(['unknown a4 1,2', 'unknown a3 1,2', 'unknown a2 1']);
    expect(counts(open.coverage)).toEqual(['1 unknown: 0 0 3 0 1', '2 unknown: 0 0 2 0 2']);
    const met = await judge(policy(from('Ⅱ'), from('Ⅲ')), assets(', encryption: { atRest: true }'));
    expect(counts(met.coverage)).toEqual(['1 met: 3 0 0 0 1', '2 met: 2 0 0 0 2']);
  });

  it('asks for the level of a record that has none, unless it passes anyway', async () => {
    const without = (fact: string) =>
      `assets: [{ id: a, name: 資産, form: electronic, encryption: { atRest: ${fact} } }]\n`;
    const { report } = await judge(policy(from('Ⅲ')), without('false'));
    const [finding] = report.findings.filter(({ ruleId }) => ruleId === rule);
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.message).toContain('classification.confidentiality');
    expect(about((await judge(policy(from('Ⅲ')), without('true'))).report, rule)).toEqual([]);
  });

  it('is asked from a level of another axis', async () => {
    const own = policy(`{ id: ${rule}, basis: stated, atLeast: { integrity: 2 } }`);
    const inventory = `assets:
  - { id: high, name: 高, form: electronic, classification: { confidentiality: Ⅳ, integrity: 2 }, encryption: { atRest: false } }
  - { id: low, name: 低, form: electronic, classification: { confidentiality: Ⅳ, integrity: 1 }, encryption: { atRest: false } }
`;
    expect(about((await judge(own, inventory)).report, rule)).toEqual(['fail high 1']);
  });

  it('covers what a clause asks by an exception', async () => {
    const exception = `exceptions:
  - { id: e, name: 例外, rules: [${rule}], records: [a4], reason: 移行中, applicant: 情報課長, approver: 最高情報セキュリティ責任者, approved: 2026-06-01 }
`;
    const { coverage } = await judge(
      policy(from('Ⅳ'), from('Ⅱ')),
      `${assets(', encryption: { atRest: true }').replace('atRest: true', 'atRest: false')}${exception}`,
    );
    expect(counts(coverage).map((one) => one.split(':')[0])).toEqual(['1 excepted', '2 excepted']);
  });
});

describe('one rule of some records alone', () => {
  const rule = 'classification/encryption-at-rest';
  const where = (condition: string) => `{ id: ${rule}, basis: stated, where: ${condition} }`;
  const asset = (id: string, more: string) =>
    `  - { id: ${id}, name: ${id}, form: electronic, classification: { confidentiality: Ⅲ }, encryption: { atRest: false }${more} }\n`;
  const register = `assets:
${asset('number', ', contains: [my-number]')}${asset('name', ', contains: [personal-information], agency: mayor')}${asset('silent', '')}`;

  it('accuses only those that the clause speaks of, and asks for what they do not say', async () => {
    const { report, coverage } = await judge(policy(where('{ contains: { some: my-number } }')), register);
    expect(about(report, rule)).toEqual(['fail number 1', 'unknown silent 1']);
    expect(counts(coverage)).toEqual(['1 not-met: 0 1 1 0 1']);
  });

  it('is judged under each clause by its own condition', async () => {
    const own = policy(
      where('{ contains: { some: my-number } }'),
      where('{ $agency: mayor }'),
      where(
        '{ any: [{ $agency: mayor }, { $level.confidentiality: { atLeast: Ⅳ } }, { contains: { present: false } }] }',
      ),
    );
    const { report } = await judge(own, register);
    expect(about(report, rule)).toEqual([
      // Where it is open which clauses ask it, the missing fact is asked for, each once.
      'unknown number 2,3',
      'fail number 1',
      'fail name 2,3',
      'unknown silent 2',
      'unknown silent 1',
      'fail silent 3',
    ]);
  });

  it('is asked of records of each kind by what that kind can state', async () => {
    // Assets say what they contain, systems do not: their level decides.
    const managed = (condition: string) =>
      policy(`{ id: classification/manager-assigned, basis: stated, where: ${condition} }`);
    const both = `assets:
  - { id: number, name: 番号, manager: false, classification: { confidentiality: Ⅰ }, contains: [my-number] }
  - { id: public, name: 公開, manager: false, classification: { confidentiality: Ⅰ }, contains: [] }
systems:
  - { id: core, name: 基幹, type: server, manager: false, classification: { confidentiality: Ⅲ } }
  - { id: kiosk, name: 端末, type: server, manager: false, classification: { confidentiality: Ⅰ } }
`;
    const level = '{ $level.confidentiality: { atLeast: Ⅲ } }';
    const found = async (condition: string) =>
      about((await judge(managed(condition), both)).report, 'classification/manager-assigned');
    expect(await found(`{ any: [{ contains: { some: my-number } }, ${level}] }`)).toEqual([
      'fail number 1',
      'fail core 1',
    ]);
    expect(await found('{ not: { contains: { some: my-number } } }')).toEqual([
      'fail public 1',
      'fail core 1',
      'fail kiosk 1',
    ]);
    // Systems have other types than services, and both have one.
    expect(await found('{ type: server }')).toEqual(['fail core 1', 'fail kiosk 1']);
  });

  it('reads the level of a service where services have it', async () => {
    const rule = 'outsourcing/web-meeting-procedure';
    const services = `services:
${[
  ['high', ', confidentiality: Ⅲ'],
  ['low', ', confidentiality: Ⅰ'],
  ['silent', ''],
]
  .map(([id, level]) => `  - { id: ${id}, name: ${id}, type: web-meeting, procedure: false${level} }\n`)
  .join('')}`;
    const own = policy(`{ id: ${rule}, basis: stated, where: { $level.confidentiality: { not: Ⅰ } } }`);
    expect(about((await judge(own, services)).report, rule)).toEqual(['fail high 1', 'unknown silent 1']);
  });

  it('looks at the layer that a record stands in', async () => {
    const cabling = (layer: string) =>
      policy(`{ id: physical/line-protected, basis: stated, where: { $layers: ${layer} } }`);
    const segments = `segments:
  - { id: core, name: 基幹, layer: mynumber, cabling: { protected: false } }
  - { id: web, name: 公開, layer: internet, cabling: { protected: false } }
  - { id: dark, name: 不明, cabling: { protected: false } }
`;
    for (const layer of ['mynumber', '番号系', '[mynumber, lgwan]']) {
      const { report } = await judge(cabling(layer), segments);
      expect(about(report, 'physical/line-protected').filter((one) => !one.includes('  '))).toEqual([
        'fail core 1',
        'unknown dark 1',
      ]);
    }
  });
});

describe('a least level as a number of a rule', () => {
  const rule = 'classification/personal-data-level';
  const from = (minimum: string) => `{ id: ${rule}, basis: stated, parameters: { minimum: ${minimum} } }`;
  const asset = (id: string, level: string, contains: string) =>
    `  - { id: ${id}, name: ${id}, classification: { confidentiality: ${level} }, contains: [${contains}] }\n`;
  const register = `assets:
${asset('high', 'Ⅳ', 'personal-information')}${asset('between', 'Ⅱ', 'personal-information')}${asset('other', 'Ⅰ', '')}`;

  it('is one of the scale of the body, and settles what its wording leaves open', async () => {
    const { report, coverage } = await judge(policy(from('Ⅲ'), from('Ⅱ')), register);
    expect(about(report, rule)).toEqual(['fail between 1']);
    expect(counts(coverage).map((one) => one.split(':')[0])).toEqual(['1 not-met', '2 met']);
    expect(report.findings.find(({ ruleId }) => ruleId === rule)?.message).toContain(
      '「Ⅱ」で、求められる「Ⅲ」（条項の定め）より低く',
    );
  });
});

describe('what a clause asks wrongly is refused at its place', () => {
  const refused = async (rules: string) =>
    inFolder({ 'a.yaml': 'assets: []\n', 'own.policy.yaml': policy(rules) }, async (directory) => {
      const argv = ['check', 'a.yaml', '-p', './own.policy.yaml', '--lang', 'en'];
      const { code, stderr } = await sekisho(argv, { directory });
      return [code, stderr];
    });
  const line = 10;

  it.each<[what: string, rules: string, told: string]>([
    [
      'a level that the scale lacks',
      '{ id: classification/encryption-at-rest, basis: stated, atLeast: Ⅴ }',
      'atLeast is “Ⅴ”, which is no level of confidentiality of this policy; write one of Ⅳ, Ⅲ, Ⅱ, Ⅰ',
    ],
    [
      'a level of an axis that the scale lacks',
      '{ id: classification/encryption-at-rest, basis: stated, atLeast: { availability: 9 } }',
      'atLeast is “9”, which is no level of availability of this policy; write one of 2, 1',
    ],
    [
      'a level where records have none',
      '{ id: human/training-current, basis: stated, atLeast: Ⅱ }',
      'human/training-current judges records that have no level; remove atLeast',
    ],
    [
      'a parameter that the rule lacks',
      '{ id: human/training-current, basis: stated, parameters: { maxAgee: P12M } }',
      'maxAge',
    ],
    [
      'a value that is no duration',
      '{ id: human/training-current, basis: stated, parameters: { maxAge: 12か月 } }',
      '12か月',
    ],
    [
      'an axis that is none',
      '{ id: classification/encryption-at-rest, basis: stated, atLeast: { secrecy: 2 } }',
      'secrecy',
    ],
  ])('%s', async (_, rules, told) => {
    const [code, stderr] = await refused(rules);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).toMatch(new RegExp(`^sekisho: \\./own\\.policy\\.yaml:${line}:\\d+: `));
  });
});

describe('what a clause asks is told', () => {
  const own = policy(
    '{ id: classification/encryption-at-rest, basis: stated, atLeast: Ⅲ }, { id: human/training-current, basis: interpreted, parameters: { maxAge: P12M } }',
  );
  const run = (argv: readonly string[]) =>
    inFolder({ 'a.yaml': 'assets: []\n', 'own.policy.yaml': own }, async (directory) => {
      const { stdout, stderr } = await sekisho([...argv, '-p', './own.policy.yaml'], { directory });
      expect(stderr).toBe('');
      return stdout;
    });

  it('by coverage, explain and the report, in both languages', async () => {
    const told = {
      ja: ['機密性Ⅲ以上', 'maxAge 12か月'],
      en: ['confidentiality Ⅲ or higher', 'maxAge 12 months'],
    };
    for (const [language, texts] of Object.entries(told))
      for (const argv of [
        ['coverage', 'a.yaml'],
        ['coverage', 'a.yaml', '-f', 'markdown'],
        ['coverage', 'a.yaml', '-f', 'html'],
        ['check', 'a.yaml', '-f', 'html'],
        ['explain', '1'],
      ]) {
        const text = await run([...argv, '--lang', language]);
        for (const one of texts) expect(text, argv.join(' ')).toContain(one);
      }
    expect(await run(['explain', 'classification/encryption-at-rest'])).toContain('明記、機密性Ⅲ以上');
  });

  it('with what was found of a rule once, where a clause cites it twice', async () => {
    const rule = 'human/training-current';
    const twice = policy(
      `{ id: ${rule}, basis: stated, parameters: { maxAge: P12M } }, { id: ${rule}, basis: stated, parameters: { maxAge: P24M } }`,
    );
    const staff = 'staffGroups: [{ id: g, name: 職員, employment: regular, lastTraining: false }]\n';
    await inFolder({ 'a.yaml': staff, 'own.policy.yaml': twice }, async (directory) => {
      const argv = ['check', 'a.yaml', '-p', './own.policy.yaml', '-f', 'html', '--lang', 'ja'];
      const { stdout } = await sekisho(argv, { directory });
      const [matrix = ''] = /<table class="[^"]*matrix[\s\S]*?<\/table>/.exec(stdout) ?? [];
      expect(matrix.match(/class="code">human\/training-current/g)).toHaveLength(2);
      expect(matrix.match(/指摘1件/g)).toHaveLength(1);
    });
  });

  it('with its condition in words', async () => {
    const where =
      '{ any: [{ form: [electronic, media] }, { not: { contains: { some: my-number } } }], $level.confidentiality: { atLeast: Ⅱ } }';
    const conditional = policy(`{ id: classification/encryption-at-rest, basis: stated, where: ${where} }`);
    await inFolder({ 'own.policy.yaml': conditional }, async (directory) => {
      const explained = async (language: string) =>
        (await sekisho(['explain', '1', '-p', './own.policy.yaml', '--lang', language], { directory }))
          .stdout;
      expect(await explained('ja')).toContain(
        '明記、「form が electronic か media、又は「contains に my-number がある」でない」、かつ機密性が Ⅱ 以上',
      );
      expect(await explained('en')).toContain(
        '(form is electronic or media or not (contains has my-number)) and confidentiality is Ⅱ or more',
      );
    });
  });
});

describe('a policy that extends another', () => {
  const scale =
    'scales: { confidentiality: [{ level: 3A, means: 3 }, { level: 2, means: 2 }, { level: 1, means: 1 }] }\n';
  const check = async (more: string) =>
    inFolder(
      {
        'a.yaml':
          'assets: [{ id: a, name: 資産, form: electronic, classification: { confidentiality: 3A }, encryption: { atRest: false } }]\n',
        'base.policy.yaml': policy('{ id: classification/encryption-at-rest, basis: stated, atLeast: Ⅲ }'),
        'own.policy.yaml': `id: town\ntitle: { ja: 町の基準, en: Town }\nextends: ./base.policy.yaml\n${scale}${more}`,
      },
      (directory) => sekisho(['check', 'a.yaml', '-p', './own.policy.yaml', '--lang', 'en'], { directory }),
    );

  it('with another scale says anew from which level on its clauses ask', async () => {
    const { code, stderr } = await check('');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'sekisho: ./own.policy.yaml:4:11: the clause 1 of the policy that it extends asks from confidentiality “Ⅲ” on, and there is no such level here; write the rules of 1 anew with atLeast one of 3A, 2, 1\n',
    );
    const anew =
      'clauses: [{ ref: "1", rules: [{ id: classification/encryption-at-rest, basis: stated, atLeast: 3A }] }]\n';
    expect(await check(anew)).toMatchObject({ code: 1, stderr: '' });
  });
});
