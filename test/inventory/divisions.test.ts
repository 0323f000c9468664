import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly message: string;
    readonly remedy: string;
    readonly record: { readonly id: string };
    readonly agency?: string;
    readonly division?: string;
    readonly location: { readonly line: number; readonly pointer: string };
  }[];
  readonly outOfScope: readonly { readonly id: string }[];
}

async function judge(yaml: string, rule = 'classification/manager-assigned'): Promise<Report> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['a.yaml', '-p', 'minakami', '-f', 'json', '--as-of', '2026-11-20', '--rule', rule];
    return JSON.parse((await sekisho(argv, { directory })).stdout) as Report;
  });
}

const organization = (divisions: string) => `organization:
  name: 関所町
  agencies:
    - { id: town, name: 町長部局, organ: mayor }
    - { id: school, name: 町立小学校, organ: schools }
${divisions === '' ? '' : `  divisions:\n${divisions}`}`;
const asset = (id: string, fields: string) => `  - { id: ${id}, name: ${id}, manager: false, ${fields} }\n`;

describe('the division of a record', () => {
  const listed =
    '    - { id: citizens, name: 町民課, agency: town }\n    - { name: 学校事務室, agency: school }\n';

  it('gives it the agency that it does not write itself, by its id or its name', async () => {
    const { findings, outOfScope } = await judge(
      `${organization(listed)}assets:\n${asset('a', 'division: citizens')}${asset('b', 'division: 町民課')}${asset('c', 'division: 学校事務室')}${asset('d', 'division: 学校事務室, agency: town')}`,
    );
    expect(findings.map(({ record, agency, division }) => [record.id, agency, division])).toEqual([
      ['a', 'town', 'citizens'],
      ['b', 'town', 'citizens'],
      ['d', 'town', '学校事務室'],
    ]);
    expect(outOfScope.map(({ id }) => id)).toEqual(['c']);
  });

  it('is taken as written as long as the organization lists none', async () => {
    const { findings } = await judge(`${organization('')}assets:\n${asset('a', 'division: 福祉課')}`);
    expect(findings.map(({ ruleId, division }) => [ruleId, division])).toEqual([
      ['classification/manager-assigned', '福祉課'],
    ]);
  });

  it('is one of those that the organization lists', async () => {
    const { findings, outOfScope } = await judge(
      `${organization(listed)}assets:\n${asset('a', 'division: 学校事務質')}${asset('b', 'division: 福祉部介護保険課')}`,
      'inventory/dangling-reference',
    );
    expect(findings.map(({ message, remedy, location: { pointer } }) => [message, remedy, pointer])).toEqual([
      [
        '「a」は division の「学校事務質」が organization.divisions にありません。',
        '学校事務室 ではありませんか。',
        '/assets/0/division',
      ],
      [
        '「b」は division の「福祉部介護保険課」が organization.divisions にありません。',
        'organization.divisions にある課等の名称又は id に直すか、organization.divisions に { name: 福祉部介護保険課 } を加えてください。',
        '/assets/1/division',
      ],
    ]);
    expect(outOfScope).toEqual([]);
  });

  it('that several have in common is none of them, unless the agency of the record decides', async () => {
    const twice =
      '    - { id: t, name: 総務課, agency: town }\n    - { id: s, name: 総務課, agency: school }\n';
    const { findings, outOfScope } = await judge(
      `${organization(twice)}assets:\n${asset('a', 'division: 総務課')}${asset('b', 'division: 総務課, agency: school')}`,
      'inventory/dangling-reference',
    );
    expect(findings.map(({ record, message }) => [record.id, message])).toEqual([
      ['a', '「a」は division の「総務課」が organization.divisions に複数あり、どれか決まりません。'],
    ]);
    expect(outOfScope.map(({ id }) => id)).toEqual(['b']);
  });

  it('of an agency that is not there is told of where it is listed, and takes no record out of scope', async () => {
    const { findings } = await judge(
      `${organization('    - { id: citizens, name: 町民課, agency: twon }\n')}assets:\n${asset('a', 'division: citizens')}`,
      'inventory/dangling-reference',
    );
    expect(findings.map(({ record, location: { pointer } }) => [record.id, pointer])).toEqual([
      ['関所町', '/organization/divisions/0/agency'],
    ]);
  });

  it('is listed once: by its id or, where it has none, its name', async () => {
    const twice =
      '    - { id: c, name: 町民課 }\n    - { id: c, name: 税務課 }\n    - { name: 福祉課 }\n    - { name: 福祉課 }\n';
    const { findings } = await judge(organization(twice), 'inventory/duplicate-id');
    expect(findings.map(({ message, location: { pointer } }) => [message, pointer])).toEqual([
      ['「関所町」は organization.divisions に「c」が2件以上あります。', '/organization/divisions/1/id'],
      [
        '「関所町」は organization.divisions に「福祉課」が2件以上あります。',
        '/organization/divisions/3/name',
      ],
    ]);
  });

  it('stays what it is where a file cannot be read: nothing is said to be missing', async () => {
    const yaml = `${organization(listed)}assets:\n${asset('a', 'division: 福祉課')}`;
    await inFolder({ 'a.yaml': yaml, 'b.yaml': 'systems: [\n' }, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'minakami', '-f', 'json'], { directory });
      const { findings } = JSON.parse(stdout) as Report;
      const told = findings.filter(({ ruleId }) => ruleId === 'inventory/dangling-reference');
      expect(told.map(({ verdict }) => verdict)).toEqual(['unknown']);
    });
  });
});
