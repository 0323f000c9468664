import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, numbered, onExceptions, rows, runCommand, verdictOf } from '../support/readme.ts';
import { judge, type Report } from '../support/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = 'examples/second-city';

/** A finding that the example is made to have, or that an exception of it suppresses. */
interface Planted {
  readonly file: string;
  readonly record: string;
  readonly rule: string;
  readonly verdict: string;
  readonly clause: string;
}

const planted: readonly Planted[] = [
  {
    file: '団体.yaml',
    record: '荒瀬野市',
    rule: 'organization/structure-complete',
    verdict: 'review',
    clause: '6(1)[2]',
  },
  {
    file: '団体.yaml',
    record: '荒瀬野市',
    rule: 'human/duty-holders-covered',
    verdict: 'review',
    clause: '5[2]',
  },
  {
    file: '01総合政策部/台帳.yaml',
    record: '外部監査-R8',
    rule: 'evaluation/policy-reviewed',
    verdict: 'fail',
    clause: '8[1]',
  },
  {
    file: '02総務部/台帳.yaml',
    record: '電子契約連携',
    rule: 'operations/system-monitoring',
    verdict: 'unknown',
    clause: '6(6)[1]',
  },
  {
    file: '03市民部/台帳.yaml',
    record: '瀬東窓口端末',
    rule: 'physical/terminal-secured',
    verdict: 'review',
    clause: '6(3)',
  },
  {
    file: '04福祉部/台帳.yaml',
    record: '福祉部共有',
    rule: 'classification/carrier-level',
    verdict: 'review',
    clause: '6(2)[1]',
  },
  {
    file: '04福祉部/台帳.yaml',
    record: '配食見守り',
    rule: 'outsourcing/contract-security-requirements',
    verdict: 'review',
    clause: '6(6)[3]',
  },
  {
    file: '05産業環境部/台帳.yaml',
    record: '公害苦情記録',
    rule: 'classification/levels-assigned',
    verdict: 'unknown',
    clause: '6(2)[1]',
  },
  {
    file: '06都市建設部/台帳.yaml',
    record: '道路台帳',
    rule: 'technical/access-control',
    verdict: 'fail',
    clause: '6(5)[2]',
  },
  {
    file: '06都市建設部/台帳.yaml',
    record: '総合公園従事者',
    rule: 'human/rules-acknowledged',
    verdict: 'review',
    clause: '5[2]',
  },
  {
    file: '07議会事務局/台帳.yaml',
    record: '議会端末',
    rule: 'technical/software-authorised',
    verdict: 'review',
    clause: '6(5)[1]',
  },
  {
    file: '08行政委員会/その他の委員会.yaml',
    record: '開票集計端末',
    rule: 'technical/malware-protection',
    verdict: 'review',
    clause: '6(5)[3]',
  },
  {
    file: '09消防本部/台帳.yaml',
    record: '消防実施手順',
    rule: 'evaluation/procedures-unpublished',
    verdict: 'fail',
    clause: '10[2]',
  },
  {
    file: '10水道部/台帳.yaml',
    record: '検針集計サーバ',
    rule: 'physical/server-housed',
    verdict: 'review',
    clause: '6(3)',
  },
];

/** What an exception of the inventory permits. */
interface Permitted {
  readonly exception: string;
  readonly record: string;
  readonly rule: string;
  readonly until: string;
}

const permitted: readonly Permitted[] = [
  {
    exception: '例外-R8-01',
    record: '指令制御サーバ',
    rule: 'technical/malware-protection',
    until: '2027-03-31',
  },
  {
    exception: '例外-R8-02',
    record: '監視制御サーバ',
    rule: 'technical/malware-definitions-current',
    until: '2027-03-31',
  },
  { exception: '例外-R8-03', record: '川北地図サーバ', rule: 'physical/server-housed', until: '2027-03-31' },
];

describe(folder, () => {
  let code: number;
  let report: Report;

  beforeAll(async () => {
    ({ code, report } = await judge(folder));
  });

  it('is judged by the policy of Kumagaya, and fails the gate', () => {
    expect(report.policies.map(({ id }) => id)).toEqual(['kumagaya']);
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('has the planted findings alone', () => {
    const found = report.findings
      .filter(({ suppression }) => suppression === null)
      .map(({ ruleId, record, verdict, location, clauses }) => {
        const cited = clauses.map(({ ref }) => ref).join(', ');
        return `${ruleId} ${record.id} ${verdict} ${location.file} ${cited}`;
      });
    const expected = planted.map(
      ({ rule, record, verdict, file, clause }) => `${rule} ${record} ${verdict} ${folder}/${file} ${clause}`,
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it('has its exceptions suppress what they permit', () => {
    const suppressed = report.findings
      .filter(({ suppression }) => suppression?.kind === 'exception')
      .map(({ ruleId, record, suppression }) => ({
        exception: suppression?.id,
        record: record.id,
        rule: ruleId,
        until: suppression?.expires,
      }));
    const byId = (one: { exception?: string | undefined }, other: { exception?: string | undefined }) =>
      (one.exception ?? '') < (other.exception ?? '') ? -1 : 1;
    expect(suppressed.sort(byId)).toEqual(permitted);
    expect(report.summary.suppressed).toBe(permitted.length);
  });

  it('leaves out the hospital and the schools, which would not pass', () => {
    const outside = ['検査機器端末', '学習用端末', '医事業務', '学校実施手順', '教職員'];
    expect(report.outOfScope.map(({ id }) => id)).toEqual(expect.arrayContaining(outside));
  });

  it('is as large as a real inventory, and as its README says', () => {
    const { records } = report.summary;
    expect(records).toBeGreaterThanOrEqual(150);
    const readme = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
    expect(readme).toContain(`${records}件からなる`);
    expect(readme).toContain(`inventory of ${records} records`);
  });

  it('has what its README lists, in both languages', () => {
    const languages = readFileSync(path.join(root, folder, 'README.md'), 'utf8').split(/^---$/m);
    expect(languages).toHaveLength(2);
    for (const readme of languages) {
      expect(findingRows(readme)).toEqual(planted.map((one, index) => ({ number: index + 1, ...one })));
      expect(exceptionRows(readme)).toEqual(permitted);
    }
  });

  it('can be run as its README says', async () => {
    const readme = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
    const commands = commandsOf(readme);
    expect(commands).toHaveLength(2);
    for (const command of commands)
      expect(await runCommand(command)).toBe(command.startsWith('sekisho check') ? 1 : 0);
  });
});

/** The numbered rows of a README's tables, as the findings that they describe. */
function findingRows(readme: string): (Planted & { readonly number: number })[] {
  return rows(readme, numbered).map(
    ([number, file = '', record = '', , rule = '', verdict = '', clause = '']) => ({
      number: Number(number),
      file,
      record,
      rule,
      verdict: verdictOf(verdict),
      clause,
    }),
  );
}

function exceptionRows(readme: string): Permitted[] {
  return rows(readme, onExceptions).map(([exception = '', record = '', , rule = '', until = '']) => ({
    exception,
    record,
    rule,
    until,
  }));
}
