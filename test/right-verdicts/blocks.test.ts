import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** Runs `check` on one file, judged by 20 November 2026. */
function check(policy: string, yaml: string, ...argv: readonly string[]): Promise<string> {
  return inFolder({ '台帳.yaml': yaml }, async (directory) => {
    const run = ['台帳.yaml', '-p', policy, '--as-of', '2026-11-20', ...argv];
    return (await sekisho(run, { directory })).stdout;
  });
}

/** @returns by rule and record, what the JSON report gives as the cause */
async function causes(policy: string, yaml: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { findings } = JSON.parse(await check(policy, yaml, '-f', 'json')) as {
    findings: { ruleId: string; record: { kind: string; id: string }; cause?: string }[];
  };
  return Object.fromEntries(
    findings.map(({ ruleId, record, cause }) => [`${ruleId} ${record.kind}/${record.id}`, cause]),
  );
}

const contracts = `
x-terms: &標準条項 { compliance: false, confidentiality: true }
contracts:
  - { id: 委託1, name: 住基システム保守, type: outsourcing, terms: *標準条項 }
  - { id: 委託2, name: 税システム保守, type: outsourcing, terms: { <<: *標準条項, responsibility: true } }
  - { id: 委託3, name: 清掃, type: outsourcing, terms: { compliance: false } }
`;

describe('the cause of a finding', () => {
  it('D: is the anchor behind which the value is written, by alias or by merge', async () => {
    const found = await causes('minakami', contracts);
    const rule = 'outsourcing/contract-compliance';
    expect(found[`${rule} contracts/委託1`]).toBe('anchor 台帳.yaml:標準条項');
    expect(found[`${rule} contracts/委託2`]).toBe('anchor 台帳.yaml:標準条項');
    expect(found[`${rule} contracts/委託3`]).toBeUndefined();
  });

  it('D: is the innermost anchor, where one anchor uses another', async () => {
    const found = await causes(
      'minakami',
      `
x-a: &a { compliance: false }
x-b: &b { <<: *a, confidentiality: true }
contracts: [{ id: c, name: 保守, type: outsourcing, terms: *b }]
`,
    );
    expect(found['outsourcing/contract-compliance contracts/c']).toBe('anchor 台帳.yaml:a');
  });

  it('D: is the missing fact, of the record that it belongs to', async () => {
    const found = await causes(
      'kumagaya',
      `
facilities: [{ id: 電算室, name: 電算室 }]
systems: [{ id: 住基, name: 住基サーバ, type: server, facility: 電算室 }]
`,
    );
    expect(found['physical/server-housed systems/住基']).toBe('fact facilities/電算室.type');
    expect(found['technical/access-control systems/住基']).toBe('fact systems/住基.accessControl');
    expect(found['human/training-current organization/']).toBe('fact organization/.staffGroups');
  });

  it('D: is the record that states the fact, where that is another one', async () => {
    const found = await causes(
      'minakami',
      `
facilities: [{ id: 書庫, name: 書庫, type: archive, locked: false }]
assets:
  - id: 台帳
    name: 住民台帳
    form: paper
    facility: 書庫
    classification: { confidentiality: 3, integrity: 2, availability: 2 }
`,
    );
    expect(found['classification/storage-locked assets/台帳']).toBe('parent facilities/書庫');
  });

  it('D: stands in JSON, SARIF and CSV, one entry for each finding', async () => {
    const cause = 'anchor 台帳.yaml:標準条項';
    const sarif = JSON.parse(await check('minakami', contracts, '-f', 'sarif'));
    const causesInSarif = sarif.runs[0].results
      .filter(({ ruleId }: { ruleId: string }) => ruleId === 'outsourcing/contract-compliance')
      .map(({ properties }: { properties?: { cause: string } }) => properties?.cause);
    expect(causesInSarif).toEqual([cause, cause, undefined]);
    const rows = (await check('minakami', contracts, '-f', 'csv'))
      .split('\r\n')
      .filter((row) => row.includes('outsourcing/contract-compliance'));
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.includes(cause))).toHaveLength(2);
  });
});

const many = `
x-terms: &標準条項 { compliance: false }
contracts:
${Array.from({ length: 23 }, (_, index) => `  - { id: 委託${index + 1}, name: 業務その${index + 1}, type: outsourcing, terms: *標準条項 }`).join('\n')}
`;

const fewAndMany = (count: number) => `
assets:
${Array.from({ length: count }, (_, index) => `  - { id: a${index + 1}, name: 台帳${index + 1}, manager: false }`).join('\n')}
`;

/** How often a text stands in another. */
function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('findings that are one to a reader', () => {
  const rule = ['--rule', 'outsourcing/contract-compliance'];
  const statement = '契約に情報セキュリティポリシー等の遵守義務が定められていません。';

  it.each(['text', 'markdown', 'html'])(
    'D: 23 of one cause are one block in %s, with every place',
    async (format) => {
      const report = await check('minakami', many, ...rule, '-f', format);
      // The audit report says it in its front, in the list of findings and in the block.
      expect(times(report.replaceAll(/\s+/g, ''), statement)).toBe(format === 'html' ? 3 : 1);
      expect(report).toContain('×23');
      expect(times(report, 'outsourcing/contract-compliance')).toBeLessThan(12);
      for (let index = 1; index <= 23; index++) expect(report).toContain(`業務その${index}」`);
    },
  );

  it.each(['json', 'sarif', 'csv', 'github', 'junit'])(
    'D: in %s each is an entry of its own',
    async (format) => {
      const report = await check('minakami', many, ...rule, '-f', format);
      expect(times(report, statement)).toBeGreaterThanOrEqual(23);
    },
  );

  it('D: three of one rule in one file are told each, four are one block', async () => {
    const one = ['--rule', 'classification/manager-assigned'];
    const three = await check('minakami', fewAndMany(3), ...one);
    expect(three).not.toContain('×3');
    expect(times(three, '管理責任を負う者が')).toBe(3);
    const four = await check('minakami', fewAndMany(4), ...one);
    expect(four).toContain('×4  違反（深刻度 高）  次の4件は管理責任を負う者が定められていません。');
    expect(four).toMatch(/場所 +3:35 「台帳1」\n +4:35 「台帳2」/);
  });

  it('D: findings that say different things have the rule’s title, and each its own message', async () => {
    const yaml = `
assets:
${[1, 2, 3, 4].map((n) => `  - { id: a${n}, name: 台帳${n}, disposal: { method: ${n % 2 ? 'delete' : 'format'}, date: 2026-04-01 } }`).join('\n')}
`;
    const report = await check(
      'minakami',
      yaml,
      '--rule',
      'classification/disposal-irrecoverable',
      '--lang',
      'en',
    );
    expect(report).toContain(
      '×4  violation (error)  Assets are disposed of so that nothing can be recovered',
    );
    expect(times(report, '“台帳')).toBe(4);
  });

  describe('of which each is to be mended in its own way', () => {
    const answers = ['可', '否', 'no', '一日中'];
    const yaml = `
systems:
${answers.map((answer, index) => `  - { id: s${index}, name: 端末${index}, type: terminal, monitoring: ${answer} }`).join('\n')}
`;
    const schema = ['--rule', 'inventory/schema'];
    const remedies = [
      'true と書いてください。',
      'false と書いてください。',
      'false と書いてください。',
      'true か false を書いてください。',
    ];

    it('D: the text tells beside each place what to write there, and nothing of it before', async () => {
      const report = await check('minakami', yaml, ...schema);
      const [before = '', places = ''] = report.split('場所');
      expect(before).not.toContain('書いてください');
      for (const [index, answer] of answers.entries())
        expect(places).toMatch(new RegExp(`「${answer}」が書かれています。\\n +対処: ${remedies[index]}`));
    });

    it('D: Markdown tells it below each place', async () => {
      const report = await check('minakami', yaml, ...schema, '-f', 'markdown');
      for (const [index, answer] of answers.entries())
        expect(report).toMatch(
          new RegExp(`    - .*「${answer}」が書かれています。\\n      - 対処: ${remedies[index]}`),
        );
      expect(times(report, '対処')).toBe(answers.length);
    });

    it('D: the page tells it in the row of each place', async () => {
      const page = await check('minakami', yaml, ...schema, '-f', 'html');
      const rows = page.match(/<tr id=.*<\/tr>/g) ?? [];
      expect(rows.map((row) => /対処：(.*?)</.exec(row)?.[1])).toEqual(remedies);
      expect(times(page, 'true か false を書いてください。')).toBe(1);
    });

    it('D: a remedy that all have in common is told once', async () => {
      for (const format of ['text', 'markdown', 'html']) {
        const report = await check(
          'minakami',
          fewAndMany(4),
          '-f',
          format,
          '--rule',
          'classification/manager-assigned',
        );
        expect(times(report.replaceAll(/\s/g, ''), '管理責任を負う者を定め')).toBeLessThan(3);
      }
    });
  });

  it('D: the page counts and filters findings, not blocks', async () => {
    const page = await check('minakami', many, ...rule, '-f', 'html');
    expect(times(page, ' data-verdict="violation"')).toBe(23);
    expect(page).toContain('違反 23件');
  });

  it('D: what an exception covers stays apart from what it does not', async () => {
    const exception = `
exceptions:
  - { id: 例外1, name: 例外1, rules: [outsourcing/contract-compliance], records: [委託1], reason: 更新待ち, applicant: 課長, approver: 町長, approved: 2026-04-01 }
`;
    const report = await check('minakami', `${many}${exception}`, ...rule);
    expect(report).toContain('×22');
    expect(report).not.toContain('業務その1」');
  });
});
