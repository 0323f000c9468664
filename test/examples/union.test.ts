import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsOf, numbered, onExceptions, rows, runCommand, verdictOf } from '../support/readme.ts';
import { judge, type Report } from '../support/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = 'examples/union';
const readme = readFileSync(path.join(root, example, 'README.md'), 'utf8');

/** A finding that the example is made to have, and the clauses behind it. */
interface Planted {
  readonly file: string;
  readonly record: string;
  readonly rule: string;
  readonly verdict: string;
  readonly clauses: readonly string[];
}

const planted: readonly Planted[] = [
  {
    file: '事務/採用試験.yaml',
    record: 'recruit-sns',
    rule: 'outsourcing/sns-responsible',
    verdict: 'fail',
    clauses: ['6(8)[9]'],
  },
  {
    file: '事務/採用試験.yaml',
    record: '問題印刷',
    rule: 'outsourcing/contractor-verified',
    verdict: 'fail',
    clauses: ['6(8)[3]'],
  },
  {
    file: '事務/共同研修.yaml',
    record: 'training-storage',
    rule: 'technical/access-control',
    verdict: 'fail',
    clauses: ['6(6)[2]'],
  },
  {
    file: '事務/厚生施設.yaml',
    record: 'resort-booking',
    rule: 'operations/system-monitoring',
    verdict: 'fail',
    clauses: ['6(7)[1]'],
  },
  {
    file: '事務/厚生施設.yaml',
    record: 'みそら荘協定',
    rule: 'outsourcing/designated-manager-agreement',
    verdict: 'fail',
    clauses: ['11'],
  },
  {
    file: '共通基盤/ネットワーク.yaml',
    record: '教材取込み',
    rule: 'resilience/lgwan-sanitisation',
    verdict: 'fail',
    clauses: ['2(12)', '6(3)ア[2]'],
  },
  {
    file: '共通基盤/ネットワーク.yaml',
    record: 'resort-camera',
    rule: 'inventory/unknown-layer',
    verdict: 'fail',
    clauses: [],
  },
  {
    file: '組合.yaml',
    record: '玻璃川地区人事・厚生事務組合',
    rule: 'operations/incident-structure',
    verdict: 'fail',
    clauses: ['6(7)[4]'],
  },
  {
    file: '規程.yaml',
    record: '対策基準',
    rule: 'evaluation/standards-unpublished',
    verdict: 'fail',
    clauses: ['9[2]'],
  },
  {
    file: '点検.yaml',
    record: '自己点検-R8',
    rule: 'evaluation/policy-reviewed',
    verdict: 'fail',
    clauses: ['6(9)[4]', '8[1]'],
  },
  {
    file: '点検.yaml',
    record: '細目の整備',
    rule: 'inventory/attestation-current',
    verdict: 'fail',
    clauses: ['12'],
  },
  {
    file: '事務/採用試験.yaml',
    record: '面接評定票',
    rule: 'classification/levels-assigned',
    verdict: 'unknown',
    clauses: ['6(2)[1]'],
  },
  {
    file: '事務/採用試験.yaml',
    record: '採点処理',
    rule: 'outsourcing/contract-incident-measures',
    verdict: 'unknown',
    clauses: ['6(8)[4]'],
  },
  {
    file: '事務/議会・監査・教育.yaml',
    record: 'kansa-storage',
    rule: 'technical/backup-taken',
    verdict: 'unknown',
    clauses: ['6(6)[1]'],
  },
  {
    file: '事務/議会・監査・教育.yaml',
    record: '職員-教育委員会',
    rule: 'human/rules-acknowledged',
    verdict: 'unknown',
    clauses: ['5[2]'],
  },
  {
    file: '事務/採用試験.yaml',
    record: 'term-question',
    rule: 'technical/software-authorised',
    verdict: 'review',
    clauses: ['6(6)[1]'],
  },
  {
    file: '事務/採用試験.yaml',
    record: 'term-reader',
    rule: 'technical/malware-protection',
    verdict: 'review',
    clauses: ['6(6)[3]'],
  },
  {
    file: '事務/共同研修.yaml',
    record: 'training-room',
    rule: 'physical/room-earthquake-protection',
    verdict: 'review',
    clauses: ['6(4)'],
  },
  {
    file: '事務/共同研修.yaml',
    record: 'training-server',
    rule: 'classification/carrier-level',
    verdict: 'review',
    clauses: ['6(2)[1]'],
  },
  {
    file: '事務/議会・監査・教育.yaml',
    record: '職員-議会',
    rule: 'human/training-current',
    verdict: 'review',
    clauses: ['6(5)[2]'],
  },
  {
    file: '共通基盤/システム.yaml',
    record: 'public-web',
    rule: 'technical/logs-analysed',
    verdict: 'review',
    clauses: ['6(6)[1]'],
  },
  {
    file: '組合.yaml',
    record: '玻璃川地区人事・厚生事務組合',
    rule: 'organization/structure-complete',
    verdict: 'review',
    clauses: ['6(1)'],
  },
  {
    file: '点検.yaml',
    record: '内部監査-R8',
    rule: 'evaluation/auditor-independent',
    verdict: 'review',
    clauses: ['7[1]'],
  },
  {
    file: '事務/採用試験.yaml',
    record: '試験監督員',
    rule: 'human/training-current',
    verdict: 'review',
    clauses: ['6(5)[2]'],
  },
];

/** Deviations that an exception permits: the exception, what it covers and its last day. */
const excepted = [
  ['例外-1', '点訳装置', 'technical/malware-protection', '2027-03-31'],
  ['例外-2', 'video-server', 'physical/server-housed', '2026-12-25'],
  ['例外-3', '電話設備保守', 'outsourcing/contract-security-requirements', '2027-03-31'],
];

/** What was found and is not suppressed, in the form of what was planted. */
function found({ findings }: Report): Planted[] {
  return findings
    .filter(({ suppression }) => suppression === null)
    .map(({ ruleId, record, verdict, location, clauses }) => ({
      file: path.posix.relative(example, location.file),
      record: record.id,
      rule: ruleId,
      verdict,
      clauses: clauses.map(({ ref }) => ref),
    }));
}

function sorted(all: readonly Planted[]): string[] {
  return all
    .map(({ file, record, rule, verdict, clauses }) => `${rule} ${record} ${verdict} ${file} [${clauses}]`)
    .sort();
}

describe(example, () => {
  it('has the planted findings alone', async () => {
    const { code, report } = await judge(example);
    expect(sorted(found(report))).toEqual(sorted(planted));
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('suppresses what its exceptions permit', async () => {
    const { report } = await judge(example);
    const suppressed = report.findings.flatMap(({ ruleId, record, suppression }) =>
      suppression === null ? [] : [[suppression.id, record.id, ruleId, suppression.expires]],
    );
    expect(suppressed.sort()).toEqual(excepted);
    expect(report.summary.suppressed).toBe(excepted.length);
  });

  it('has its exceptions end with the fiscal year at the latest', async () => {
    const { report } = await judge(example, [], '2027-04-01');
    expect(report.summary.suppressed).toBe(0);
    const expired = report.findings.filter(({ ruleId }) => ruleId === 'inventory/exception-expired');
    expect(expired.map(({ record }) => record.id)).toEqual(excepted.map(([id]) => id));
  });

  it('leaves the association that shares the building out of scope', async () => {
    const { report } = await judge(example);
    expect(report.outOfScope.map(({ kind, id }) => `${kind}/${id}`).sort()).toEqual([
      'assets/互助会会員名簿',
      'facilities/gojokai-office',
      'segments/gojokai-lan',
      'services/gojokai-sns',
      'systems/gojokai-pc',
      'systems/gojokai-server',
    ]);
  });

  it('is as large as its README says, in both languages', async () => {
    const { report } = await judge(example);
    expect(report.summary.records).toBeGreaterThanOrEqual(150);
    expect(readme).toContain(`${report.summary.records}件からなる台帳`);
    expect(readme).toContain(`An inventory of ${report.summary.records} records`);
  });

  it('has what its README lists, in both languages', () => {
    const [japanese = '', english = ''] = readme.split(/^---$/m);
    expect(listed(japanese)).toEqual(planted);
    expect(listed(english)).toEqual(planted);
    expect(exceptions(japanese)).toEqual(excepted.map((one) => one.slice(0, 3)));
    expect(exceptions(english)).toEqual(excepted.map((one) => one.slice(0, 3)));
  });

  it('can be run as its README says', async () => {
    const commands = commandsOf(readme);
    expect(commands).toHaveLength(1);
    for (const command of commands) expect(await runCommand(command)).toBe(1);
  });
});

/** The numbered rows of a README's tables, as the findings that they describe. */
function listed(text: string): Planted[] {
  return rows(text, numbered).map(
    ([number, file = '', record = '', , rule = '', verdict, clauses = ''], index) => {
      expect(number).toBe(String(index + 1));
      return {
        file,
        record,
        rule,
        verdict: verdictOf(verdict),
        clauses: clauses === '—' ? [] : clauses.split(', '),
      };
    },
  );
}

/** The exception, the record and the rule of each row of a README's table of exceptions. */
function exceptions(text: string): string[][] {
  return rows(text, onExceptions).map((cells) => cells.slice(0, 3));
}
