import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from './support/cli.ts';
import { inFolder } from './support/load.ts';
import { commandsOf, numbered, rows, runCommand, verdictOf } from './support/readme.ts';
import { judge, type Report } from './support/report.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, 'examples', file), 'utf8');

/** A finding that an example is made to have. `[]`: under that policy, without a clause; absent: not under it. */
interface Planted {
  readonly file: string;
  readonly record: string;
  readonly rule: string;
  readonly verdict: string;
  readonly isesaki?: readonly string[];
  readonly minakami?: readonly string[];
  /** found only where its policy is the only one, or only where it is not */
  readonly when?: 'alone' | 'together';
}

const policies = ['isesaki', 'minakami'] as const;

/** What was found, one line each: the rule, the record, the verdict, the file and the clauses. */
function found(example: string, { findings }: Report): string[] {
  return findings
    .map(({ ruleId, record, verdict, location, clauses }) =>
      line(ruleId, record.id, verdict, location.file, example, clauses),
    )
    .sort();
}

/** What should be found under some of the policies, in the same form. */
function expected(example: string, planted: readonly Planted[], under: readonly string[]): string[] {
  return planted
    .filter((one) => policies.some((policy) => under.includes(policy) && one[policy] !== undefined))
    .filter(({ when }) => when === undefined || (when === 'alone') === (under.length === 1))
    .map((one) => {
      const clauses = policies
        .filter((policy) => under.includes(policy))
        .flatMap((policy) => (one[policy] ?? []).map((ref) => ({ policy, ref })));
      return line(one.rule, one.record, one.verdict, `examples/${example}/${one.file}`, example, clauses);
    })
    .sort();
}

function line(
  rule: string,
  record: string,
  verdict: string,
  file: string,
  example: string,
  clauses: readonly { readonly policy: string; readonly ref: string }[],
): string {
  const cited = clauses.map(({ policy, ref }) => `${policy} ${ref}`).join(', ');
  return `${rule} ${record} ${verdict} ${file.replace(`examples/${example}/`, '')} [${cited}]`;
}

describe('examples/first-steps', () => {
  const example = 'first-steps';
  const file = 'inventory.yaml';
  const planted: readonly Planted[] = [
    {
      file,
      record: 'arrears-files',
      rule: 'classification/transport-locked-case',
      verdict: 'fail',
      minakami: ['3)運搬'],
    },
    {
      file,
      record: 'water-bills',
      rule: 'classification/encryption-at-rest',
      verdict: 'unknown',
      minakami: ['3)保管[2]', '3)送受信'],
    },
    {
      file,
      record: 'ward-leaders',
      rule: 'classification/personal-data-level',
      verdict: 'review',
      minakami: ['3)機密性3', '3)機密性2'],
    },
  ];

  it('shows every kind of verdict, and what is planted alone', async () => {
    const { code, report } = await judge(`examples/${example}`);
    expect(found(example, report)).toEqual(expected(example, planted, ['minakami']));
    expect(Object.entries(report.summary.verdicts).filter(([, count]) => count === 0)).toEqual([]);
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('is described by its README, in both languages', () => {
    const told = rows(read(`${example}/README.md`), /^\| .*$/gm).flatMap(([verdict, record, rule]) =>
      rule?.includes('/') ? [`${rule} ${record} ${verdictOf(verdict)}`] : [],
    );
    const named = planted.map(({ rule, record, verdict }) => `${rule} ${record} ${verdict}`);
    expect(told).toEqual([...named, ...named]);
  });

  it('is clean once the next step of the README is taken', async () => {
    const mended = read(`${example}/${file}`)
      .replace('lockedCase: false', 'lockedCase: true')
      .replace('encryption: { inTransit: true }', 'encryption: { atRest: true, inTransit: true }');
    await inFolder({ [file]: mended }, async (directory) => {
      const run = await sekisho([file, '-f', 'json', '--as-of', '2026-11-20'], { directory });
      const { summary } = JSON.parse(run.stdout) as Report;
      expect(summary.verdicts).toMatchObject({ fail: 0, unknown: 0, review: 1 });
      expect(run.code).toBe(0);
    });
  });

  it('can be run as its README says', async () => {
    const told = commandsOf(read(`${example}/README.md`));
    expect(told).toHaveLength(1);
    for (const command of told) expect(await runCommand(command)).toBe(1);
  });
});

describe('examples/city', () => {
  const example = 'city';
  const planted: readonly Planted[] = [
    {
      file: 'network/connections.yaml',
      record: 'annex-1',
      rule: 'resilience/mynumber-separation',
      verdict: 'fail',
      isesaki: ['6(3)ア[1]'],
    },
    {
      file: 'systems/mynumber.yaml',
      record: 'koseki-files',
      rule: 'resilience/mynumber-separation',
      verdict: 'fail',
      isesaki: ['6(3)ア[1]'],
    },
    {
      file: 'systems/terminals.yaml',
      record: 'term-branch',
      rule: 'resilience/mynumber-mfa',
      verdict: 'fail',
      isesaki: ['6(3)ア[3]'],
    },
    {
      file: 'systems/terminals.yaml',
      record: '口座振替端末',
      rule: 'resilience/mynumber-export-disabled',
      verdict: 'fail',
      isesaki: ['6(3)ア[2]'],
    },
    {
      file: 'assets/joho.yaml',
      record: 'access-log',
      rule: 'inventory/dangling-reference',
      verdict: 'fail',
      isesaki: [],
      minakami: [],
    },
    {
      file: 'assets/fukushi.yaml',
      record: '認定調査票',
      rule: 'classification/encryption-at-rest',
      verdict: 'fail',
      minakami: ['3)保管[2]', '3)送受信'],
    },
    {
      file: 'assets/jinji.yaml',
      record: '番号届出書',
      rule: 'classification/personal-data-level',
      verdict: 'fail',
      minakami: ['3)機密性3', '3)機密性2'],
    },
    {
      file: 'assets/joho.yaml',
      record: '廃棄端末-リース',
      rule: 'classification/disposal-irrecoverable',
      verdict: 'fail',
      minakami: ['3)廃棄[1]'],
    },
    {
      file: 'assets/shimin.yaml',
      record: '支所受付届書',
      rule: 'classification/transport-locked-case',
      verdict: 'fail',
      minakami: ['3)運搬'],
    },
    {
      file: 'assets/somu.yaml',
      record: '災害対策記録',
      rule: 'inventory/unknown-level',
      verdict: 'fail',
      minakami: ['3)可用性2', '3)可用性1'],
    },
    {
      file: 'assets/somu.yaml',
      record: '合併引継文書',
      rule: 'classification/manager-assigned',
      verdict: 'fail',
      minakami: ['3)管理責任[1]'],
    },
    {
      file: 'assets/zeimu.yaml',
      record: '固定資産税',
      rule: 'classification/copies-managed',
      verdict: 'fail',
      minakami: ['3)管理責任[2]'],
    },
    {
      file: 'assets/zeimu.yaml',
      record: '申告書',
      rule: 'classification/storage-locked',
      verdict: 'fail',
      minakami: ['3)保管[1]'],
    },
    {
      file: 'systems/internet.yaml',
      record: 'internet-mail',
      rule: 'technical/mail-auto-forward',
      verdict: 'fail',
      minakami: ['5)電子メールセキュリティ[1][1]'],
    },
    {
      file: 'network/connections.yaml',
      record: '国保連合会',
      rule: 'resilience/mynumber-separation',
      verdict: 'unknown',
      isesaki: ['6(3)ア[1]'],
    },
    {
      file: 'network/segments.yaml',
      record: 'water-control',
      rule: 'resilience/layer-assigned',
      verdict: 'unknown',
      isesaki: ['2(8)', '2(9)', '2(10)'],
    },
    {
      file: 'assets/somu.yaml',
      record: '鍵管理簿',
      rule: 'classification/levels-assigned',
      verdict: 'unknown',
      isesaki: ['6(2)[1]'],
      minakami: ['3)[1]', '3)可用性2', '3)可用性1'],
    },
    {
      file: 'assets/joho.yaml',
      record: '利用者台帳',
      rule: 'classification/encryption-in-transit',
      verdict: 'unknown',
      minakami: ['3)送受信'],
    },
    {
      file: 'systems/internet.yaml',
      record: 'bulk-mail',
      rule: 'technical/mail-encryption',
      verdict: 'unknown',
      minakami: ['5)電子メールセキュリティ[1][4]'],
    },
    {
      file: 'systems/lgwan.yaml',
      record: 'lg-files',
      rule: 'classification/carrier-level',
      verdict: 'review',
      isesaki: ['6(2)[1]'],
      minakami: ['3)[1]'],
    },
    {
      file: 'assets/fukushi.yaml',
      record: '民生委員名簿',
      rule: 'classification/personal-data-level',
      verdict: 'review',
      minakami: ['3)機密性3', '3)機密性2'],
    },
    {
      file: 'assets/joho.yaml',
      record: '廃棄複合機',
      rule: 'classification/disposal-irrecoverable',
      verdict: 'review',
      minakami: ['3)廃棄[1]'],
    },
    {
      file: 'organization.yaml',
      record: '鏑原市',
      rule: 'organization/agencies-covered',
      verdict: 'unknown',
      minakami: ['2)'],
      when: 'together',
    },
    {
      file: 'network/connections.yaml',
      record: '国保連合会',
      rule: 'resilience/specific-communication-limited',
      verdict: 'unknown',
      isesaki: ['6(3)ア[1]'],
    },
    {
      file: 'organization.yaml',
      record: '鏑原市',
      rule: 'classification/personal-data-level',
      verdict: 'review',
      minakami: ['3)機密性3', '3)機密性2'],
    },
    {
      file: 'assets/somu.yaml',
      record: '災害対策記録',
      rule: 'classification/levels-assigned',
      verdict: 'unknown',
      isesaki: ['6(2)[1]'],
      when: 'alone',
    },
    {
      file: 'systems/lgwan.yaml',
      record: 'groupware-server',
      rule: 'classification/carrier-level',
      verdict: 'unknown',
      isesaki: ['6(2)[1]'],
      when: 'alone',
    },
    {
      file: 'organization.yaml',
      record: '鏑原市',
      rule: 'inventory/unknown-organ',
      verdict: 'fail',
      minakami: [],
      when: 'alone',
    },
  ];

  it.each([
    ['isesaki', []],
    ['minakami', ['-p', 'minakami']],
    ['isesaki and minakami', ['-p', 'isesaki', '-p', 'minakami']],
  ])('under %s has the planted findings alone', async (under, options) => {
    const { code, report } = await judge(`examples/${example}`, options);
    expect(report.policies.map(({ id }) => id)).toEqual(under.split(' and '));
    expect(found(example, report)).toEqual(expected(example, planted, under.split(' and ')));
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('is as large as a real inventory', async () => {
    const { report } = await judge(`examples/${example}`);
    expect(report.summary.records).toBeGreaterThanOrEqual(150);
  });

  it('proves the way out of the MyNumber layer hop by hop', async () => {
    const { report } = await judge(`examples/${example}`, ['--rule', 'resilience/mynumber-separation']);
    const finding = report.findings.find(({ record }) => record.id === 'annex-1');
    expect(finding?.trace).toHaveLength(5);
  });

  it('does not fail the gate where it is told not to', async () => {
    const { code } = await judge(`examples/${example}`, ['--fail-on', 'never']);
    expect(code).toBe(0);
  });

  it('has what its README lists, in both languages', () => {
    const [japanese = '', english = ''] = read(`${example}/README.md`).split(/^---$/m);
    const numbered = planted.map(({ when: _, ...one }, index) => ({ number: index + 1, ...one }));
    expect(listed(japanese)).toEqual(numbered);
    expect(listed(english)).toEqual(numbered);
  });

  it('can be run as its README says', async () => {
    const told = commandsOf(read(`${example}/README.md`));
    expect(told).toHaveLength(3);
    for (const command of told) expect(await runCommand(command)).toBe(1);
  });
});

/** The numbered rows of a README's tables, as the findings that they describe. */
function listed(readme: string): (Planted & { readonly number: number })[] {
  return rows(readme, numbered).map(
    ([number, file = '', record = '', , rule = '', verdict, isesaki, minakami]) => ({
      number: Number(number),
      file,
      record,
      rule,
      verdict: verdictOf(verdict),
      ...clauseCell('isesaki', isesaki),
      ...clauseCell('minakami', minakami),
    }),
  );
}

function clauseCell(policy: 'isesaki' | 'minakami', cell = ''): Partial<Planted> {
  if (cell === '—') return {};
  return { [policy]: cell === '（常に）' || cell === '(always)' ? [] : cell.split(', ') };
}
