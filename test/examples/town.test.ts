import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { numbered, onExceptions, rows, verdictOf } from '../support/readme.ts';
import { judge, type Report, type ReportedFinding } from '../support/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = 'examples/town';

/** What the example is made to find, in the order of its README: the rule, the record, the verdict. */
const planted: readonly string[] = [
  'organization/roles-held 霧湯町 fail',
  'human/training-current 会計年度-案内所 fail',
  'human/private-devices-prohibited 検針員 fail',
  'classification/disposal-recorded 総務-43 fail',
  'classification/storage-hidden 税務-04 fail',
  'classification/business-purpose 観光-10 fail',
  'technical/backup-taken SV-23 fail',
  'human/credentials-not-shared PC-24 fail',
  'technical/iot-managed IoT-06 fail',
  'technical/external-connection-approved 通-31 fail',
  'outsourcing/contract-return-or-disposal 契-04 fail',
  'outsourcing/problems-reported 契-09 fail',
  'operations/violation-corrective-action 違反-R8-1 fail',
  'inventory/exception-expired 例外-R7-4 fail',
  'organization/agencies-covered 霧湯町 unknown',
  'classification/levels-assigned 観光-04 unknown',
  'classification/manager-assigned 観光-05 unknown',
  'classification/encryption-at-rest 観光-06 unknown',
  'classification/acquired-restrictions 観光-07 unknown',
  'classification/copies-managed 観光-08 unknown',
  'classification/business-purpose 観光-09 unknown',
  'technical/malware-definitions-current MB-05 unknown',
  'outsourcing/sns-procedure 観光SNS unknown',
  'organization/incident-contact 霧湯町 review',
  'technical/malware-definitions-current 霧湯町 review',
  'human/incident-reported-promptly 事故-R8-2 review',
  'operations/violation-access-suspension 違反-R8-2 review',
  'classification/personal-data-level 霧湯町 review',
  'technical/default-password-changed IoT-06 review',
];

/** What its exceptions cover: the exception, the record, the rule. */
const excepted: readonly string[] = [
  '例外-R8-1 嘱託医 human/private-devices-prohibited',
  '例外-R8-2 SV-32 technical/malware-protection',
  '例外-R8-3 企業-04 classification/encryption-at-rest',
];

describe('examples/town', () => {
  const command = `check ${folder} --as-of 2026-11-20`;
  const readme = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
  let code = 0;
  let report: Report;
  let active: readonly ReportedFinding[];

  beforeAll(async () => {
    ({ code, report } = await judge(folder));
    active = report.findings.filter(({ suppression }) => suppression === null);
  });

  it('has the planted findings alone', () => {
    expect(active.map(named).sort()).toEqual([...planted].sort());
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('has exceptions in force that cover what they permit', () => {
    const covered = report.findings.filter(({ suppression }) => suppression !== null);
    expect(covered.map((one) => `${one.suppression?.id} ${one.record.id} ${one.ruleId}`).sort()).toEqual(
      [...excepted].sort(),
    );
    expect(report.summary.suppressed).toBe(excepted.length);
  });

  it('is as large as a real inventory', () => {
    expect(report.summary.records).toBeGreaterThanOrEqual(150);
    expect(readme).toContain(`${report.summary.records}件からなる台帳`);
    expect(readme).toContain(`An inventory of ${report.summary.records} records`);
  });

  it('leaves out the schools, whose records would have findings in scope', async () => {
    const schools = report.outOfScope.map(({ id }) => id);
    expect(schools).toEqual(expect.arrayContaining(['学校-01', 'SV-91', '教員', '通-91']));
    const files = readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.yaml'));
    const texts = files.map((file) => [file, readFileSync(path.join(root, folder, file), 'utf8')] as const);
    const within = texts.map(
      ([file, text]) => [file, text.replace('organ: schools', 'organ: mayor')] as const,
    );
    await inFolder(Object.fromEntries(within), async (directory) => {
      const { stdout } = await sekisho(['check', '.', '--as-of', '2026-11-20', '-f', 'json'], { directory });
      const found = new Set((JSON.parse(stdout) as Report).findings.map(({ record }) => record.id));
      // Of places and basic policies this policy asks nothing.
      expect(schools.filter((id) => !found.has(id)).sort()).toEqual(['学校方針', '職員室']);
    });
  });

  it('says what is missing as a list of things to write, not as breaches', async () => {
    const { stdout } = await sekisho(command.split(' '), { directory: root });
    const unknowns = planted.filter((one) => one.endsWith(' unknown'));
    expect(stdout).toContain(`判定不能 ${unknowns.length}件`);
    for (const one of unknowns) expect(stdout).toContain(one.split(' ')[0]);
  });

  it('has what its README lists, in both languages', () => {
    const told = [...planted.keys()].map((index) => {
      const finding = active.find((one) => named(one) === planted[index]);
      return [index + 1, finding?.location.file, planted[index], finding?.clauses.map(({ ref }) => ref)];
    });
    const languages = readme.split(/^---$/m);
    expect(languages).toHaveLength(2);
    for (const language of languages) {
      expect(findingRows(language)).toEqual(told);
      expect(exceptionRows(language)).toEqual(excepted);
    }
  });

  it('can be run as its README says', () => {
    expect(readme.match(/^sekisho .*$/gm)).toEqual([`sekisho ${command}`, `sekisho ${command}`]);
  });
});

function named({ ruleId, record, verdict }: ReportedFinding): string {
  return `${ruleId} ${record.id} ${verdict}`;
}

/** The numbered rows: number, file, what was found, clauses. */
function findingRows(text: string): unknown[] {
  return rows(text, numbered).map(([number, file, record, , rule, verdict, clauses = '']) => {
    const refs = clauses === '（常に）' || clauses === '(always)' ? [] : clauses.split(', ');
    return [Number(number), `${folder}/${file}`, `${rule} ${record} ${verdictOf(verdict)}`, refs];
  });
}

/** The rows on exceptions: the exception, the record, the rule. */
function exceptionRows(text: string): string[] {
  return rows(text, onExceptions).map(([exception, record, , rule]) => `${exception} ${record} ${rule}`);
}
