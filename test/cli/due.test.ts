import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fieldsFallingDue } from '../../src/inventory/fields.ts';
import { columns } from '../../src/report/paper/columns.ts';
import { judged, type Run, sekisho, sekishoOnProject } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** Nothing of it falls due in the 90 days from 20 November 2026, and nothing is overdue. */
const organization = `organization:
  name: 関所町
  agencies:
    - { id: mayor, name: 町長部局 }
    - { id: ken, name: 県, organ: outside }
  divisions:
    - { id: joho, name: 情報政策課 }
    - { id: chomin, name: 町民課 }
`;

async function run(text: string, ...argv: readonly string[]): Promise<Run> {
  return inFolder({ 'a.yaml': organization + text }, (directory) =>
    sekisho(['due', 'a.yaml', '-p', 'minakami', '--as-of', '2026-11-20', ...argv], { directory }),
  );
}

/** What falls due, as `date kind section/id`. */
async function due(text: string, within = 'P90D', asOf = '2026-11-20'): Promise<string[]> {
  return inFolder({ 'a.yaml': organization + text }, async (directory) => {
    const result = await judged(['a.yaml'], { policy: ['minakami'], asOf }, { directory });
    return result.due(within).map(({ date, kind, record }) => `${date} ${kind} ${record.kind}/${record.id}`);
  });
}

const contract = (fields: string) => `contracts:
  - { id: 保守, name: 保守業務, type: outsourcing, ${fields} }
`;
const system = (fields: string) => `systems:
  - { id: 住基, name: 住基システム, ${fields} }
`;

describe('what ends on a day that the inventory states', () => {
  it.each([
    ['a contract', contract('period: { ends: 2026-12-31 }'), '2026-12-31 contract contracts/保守'],
    ['a contract, in an era', contract('period: { ends: R9.1.31 }'), '2027-01-31 contract contracts/保守'],
    [
      'the last day of the time',
      contract('period: { ends: 2027-02-18 }'),
      '2027-02-18 contract contracts/保守',
    ],
    ['the day judged by', contract('period: { ends: 2026-11-20 }'), '2026-11-20 contract contracts/保守'],
    [
      'a contract that is over',
      contract('period: { ends: 2026-03-31 }'),
      '2026-03-31 contract contracts/保守',
    ],
    ['support of a system', system('supportEnds: 2027-01-12'), '2027-01-12 support systems/住基'],
    ['support that is over', system('supportEnds: 2025-10-14'), '2025-10-14 support systems/住基'],
    [
      'support of software',
      system('software: [{ name: 業務OS, supportEnds: 2027-01-12 }]'),
      '2027-01-12 support systems/住基',
    ],
    [
      'the approval of a connection',
      'connections: [{ id: 県接続, name: 県との接続, approval: { expires: 2027-01-31 } }]\n',
      '2027-01-31 approval connections/県接続',
    ],
    [
      'the approval of a service',
      'services: [{ id: 会議, name: 会議, approval: { expires: 2027-01-31 } }]\n',
      '2027-01-31 approval services/会議',
    ],
    [
      'a permission to take out',
      'assets: [{ id: 端末, name: 端末, takeout: { expires: 2027-01-31 } }]\n',
      '2027-01-31 approval assets/端末',
    ],
  ])('lists %s', async (_, text, expected) => {
    expect(await due(text)).toEqual([expected]);
  });

  it.each([
    ['a day after the time', contract('period: { ends: 2027-02-19 }')],
    ['a contract that has ended', contract('period: { ends: 2026-12-31 }, ended: 2026-10-31')],
    ['one that ended nobody knows when', contract('period: { ends: 2026-03-31 }, ended: true')],
    ['a record out of scope', contract('agency: ken, period: { ends: 2026-12-31 }')],
    [
      'an asset that is disposed of',
      'assets: [{ id: 端末, name: 端末, takeout: { expires: 2027-01-31 }, disposal: { date: 2026-09-01 } }]\n',
    ],
  ])('leaves out %s', async (_, text) => {
    expect(await due(text)).toEqual([]);
  });

  it('lists a contract that runs and will end later by an announcement', async () => {
    const text = contract('period: { ends: 2026-12-31 }, ended: false');
    expect(await due(text)).toEqual(['2026-12-31 contract contracts/保守']);
  });

  it('takes a month for its last day, and lists it as soon as it may be over', async () => {
    const text = contract('period: { ends: 令和9年2月 }');
    expect(await due(text)).toEqual(['2027-02-28 contract contracts/保守']);
    expect(await due(text, 'P60D')).toEqual([]);
    expect((await run(text)).stdout).toContain('2027-02-28（令和9年2月）');
  });

  it('knows all that the vocabulary says something ends on', () => {
    const fields = Object.entries(fieldsFallingDue).flatMap(([section, paths]) =>
      paths.map(({ steps, shape }) => `${shape.fallsDue} ${section}.${steps.join('.')}`),
    );
    expect(fields.sort()).toEqual([
      'approval assets.takeout.expires',
      'approval connections.approval.expires',
      'approval services.approval.expires',
      'contract contracts.period.ends',
      'correction corrections.due',
      'support systems.software.*.supportEnds',
      'support systems.supportEnds',
    ]);
  });
});

const exception = (id: string, days: string) =>
  `  - { id: ${id}, name: ${id}, rules: [classification/manager-assigned], records: [名簿], reason: 改修中, applicant: 情報政策課長, approver: 副町長, ${days} }\n`;
const asset = `assets: [{ id: 名簿, name: 名簿, manager: false }]
exceptions:
`;

describe('exceptions', () => {
  it.each([
    [
      'one in force',
      exception('例外', 'approved: 2026-06-01, expires: 2026-12-31'),
      ['2026-12-31 exception exceptions/例外'],
    ],
    [
      'one without an end, by the fiscal year',
      exception('例外', 'approved: 2026-06-01'),
      ['2027-03-31 exception exceptions/例外'],
    ],
    [
      'one that has ended, with what it permitted still there',
      exception('例外', 'approved: 2025-06-01'),
      ['2026-03-31 exception exceptions/例外'],
    ],
    [
      'the later of two without a gap',
      exception('先', 'approved: 2026-06-01, expires: 2026-12-31') +
        exception('後', 'approved: 2026-11-01, starts: 2027-01-01, expires: 2027-02-28'),
      [],
    ],
  ])('lists %s', async (_, text, expected) => {
    expect(await due(asset + text, expected[0]?.startsWith('2027') ? 'P5M' : 'P90D')).toEqual(expected);
  });

  it('is a matter of the division in charge of what it permits', async () => {
    const text =
      asset.replace('manager: false', 'manager: false, division: 町民課') +
      exception('例外', 'approved: 2026-06-01, expires: 2026-12-31');
    expect((await run(text)).stdout).toMatch(/町民課 {2}1件\n {2}2026-12-31 .*例外措置\n/);
  });

  it('does not ask after one that ended and whose matter is settled', async () => {
    const settled = asset.replace('manager: false', 'manager: 町民課長');
    expect(await due(settled + exception('例外', 'approved: 2025-06-01'))).toEqual([]);
  });
});

const attestation = (id: string, days: string, ref = '4)[1]') =>
  `  - { id: ${id}, name: ${id}, clause: "${ref}", statement: 確かめた, by: 総務課長, ${days} }\n`;

describe('attestations', () => {
  it.each([
    [
      'one by its stated end',
      attestation('確認', 'date: 2026-06-01, validUntil: 2026-12-31'),
      ['2026-12-31 attestation attestations/確認'],
    ],
    [
      'one that has ended',
      attestation('確認', 'date: 2025-06-01'),
      ['2026-03-31 attestation attestations/確認'],
    ],
    [
      'the one of a clause that lasts longest',
      attestation('先', 'date: 2025-06-01') + attestation('後', 'date: 2026-06-01, validUntil: 2026-12-31'),
      ['2026-12-31 attestation attestations/後'],
    ],
    ['none of another clause', attestation('確認', 'date: 2025-06-01', '99'), []],
  ])('lists %s', async (_, text, expected) => {
    expect(await due(`attestations:\n${text}`)).toEqual(expected);
  });
});

const trained = (day: string) =>
  `staffGroups: [{ id: 職員, name: 職員, employment: regular, lastTraining: ${day} }]\n`;

describe('duties that come round again', () => {
  const verified = (day: string) => contract(`verification: { last: ${day} }`);
  it.each([
    ['2026-02-15', ['2027-03-31 yearly-duty contracts/保守']],
    ['令和7年度', ['2027-03-31 yearly-duty contracts/保守']],
    ['2026-04-01', []],
    // Done by nobody in the year before: overdue since the end of that.
    ['2025-02-15', ['2026-03-31 yearly-duty contracts/保守']],
    // Never done: to be done in this fiscal year.
    ['false', ['2027-03-31 yearly-duty contracts/保守']],
  ])('asks for what was done on %s by the end of the fiscal year', async (day, expected) => {
    const items = await due(verified(day), 'P5M');
    expect(items.filter((item) => item.includes('yearly-duty contracts'))).toEqual(expected);
  });

  it('goes by the interval in force, and asks nothing where none is', async () => {
    const text = organization + trained('2025-12-24');
    const itemsWith = (maxAge: string) =>
      inFolder(
        {
          'a.yaml': text,
          'sekisho.config.yaml': `parameters: { human/training-current: { maxAge: ${maxAge} } }\n`,
        },
        async (directory) => {
          const result = await judged(
            ['a.yaml'],
            { policy: ['minakami'], asOf: '2026-11-20' },
            { directory },
          );
          return result.due('P90D').map(({ date, record: { id } }) => `${date} ${id}`);
        },
      );
    expect(await itemsWith('P12M')).toEqual(['2026-12-24 職員']);
    expect(await itemsWith('P10M')).toEqual(['2026-10-24 職員']);
    expect(await itemsWith('P24M')).toEqual([]);
    expect(await itemsWith('null')).toEqual([]);
  });

  it('asks nothing of a policy that does not', async () => {
    const audits = 'audits: [{ id: 監査, name: 監査, type: internal, date: 2026-02-15 }]\n';
    const items = async (policy: string) =>
      inFolder({ 'a.yaml': organization + audits }, async (directory) => {
        const result = await judged(['a.yaml'], { policy: [policy], asOf: '2026-11-20' }, { directory });
        return result.due('P1Y').map(({ date, key }) => `${date} ${key}`);
      });
    expect(await items('isesaki')).toContain('2027-03-31 evaluation/audit-performed');
    expect(await items('minakami')).not.toContain('2027-03-31 evaluation/audit-performed');
  });

  it('is what every rule with an interval asks, but for what is not done by people', () => {
    const withInterval = rules.filter(({ parameters = {} }) =>
      Object.values(parameters).some(({ kind }) => kind === 'interval'),
    );
    expect(withInterval.filter(({ recurs }) => !recurs).map(({ id }) => id)).toEqual([
      'technical/malware-definitions-current',
    ]);
    expect(rules.filter(({ recurs }) => recurs).every((rule) => withInterval.includes(rule))).toBe(true);
  });

  it('comes from a body’s own rules, too', async () => {
    const { stdout } = await sekishoOnProject([
      'due',
      'examples/own-policy',
      '--within',
      'P1Y',
      '--as-of',
      '2026-11-20',
    ]);
    expect(stdout).toMatch(
      /2027-03-31 .*定期の義務\n +住民記録システム .*\n +「バックアップから復元できること/,
    );
  });
});

describe('posts to confirm after the personnel changes', () => {
  const roles = (confirmed: string) => `  roles:
    - { role: ciso, post: 副町長, person: 関所太郎${confirmed} }
    - { role: security-manager, post: 各課長${confirmed} }
    - { role: system-manager, post: 情報政策課長${confirmed} }
`;
  const both = ['post organization/関所町', 'post organization/関所町'];
  it.each([
    ['2026-04-01', '', both],
    ['2026-06-30', '', both],
    ['2026-07-01', '', []],
    ['2026-03-31', '', []],
    ['2026-05-10', ', confirmed: 2026-04-08', []],
    ['2026-11-20', ', confirmed: 2026-03-20', both],
    ['2026-11-20', ', confirmed: 令和8年3月', both],
    ['2026-11-20', ', confirmed: 令和8年度', []],
  ])('on %s, of roles%s', async (asOf, confirmed, expected) => {
    const items = await due(roles(confirmed), 'P90D', asOf);
    expect(items).toEqual(expected.map((item) => `2026-04-01 ${item}`));
  });
});

describe('sekisho due', () => {
  const mixed = `${contract('division: 情報政策課, period: { ends: 2026-12-31 }')}${system('division: 町民課, supportEnds: 2026-10-14')}`;

  it('tells by division, what is overdue and where to look, in both languages', async () => {
    const { stdout, code } = await run(mixed);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /情報政策課 {2}1件\n {2}2026-12-31 {2}あと41日 {2}契約\n {4}保守業務 {2}a\.yaml:10:\d+\n/,
    );
    expect(stdout).toMatch(/町民課 {2}1件\n {2}2026-10-14 {2}期限切れ 37日経過 {2}サポート\n/);
    expect(stdout).toContain('2件（うち期限切れ 1件）');
    const english = (await run(mixed, '--lang', 'en')).stdout;
    expect(english).toContain('2026-12-31  in 41 days  contract');
    expect(english).toContain('2026-10-14  overdue 37 days ago  support');
    expect(english).toContain('2 due, 1 of them overdue');
  });

  it('shows one division alone and says how much it leaves', async () => {
    const { stdout, code } = await run(mixed, '--division', 'chomin');
    expect(code).toBe(0);
    expect(stdout).toContain('住基システム');
    expect(stdout).not.toContain('保守業務');
    expect(stdout).toContain('所管課「町民課」のものだけを示しています。ほかに1件あります。');
    expect((await run(mixed, '--division', '無い課')).code).toBe(2);
  });

  it('says plainly that nothing falls due, and what is not known', async () => {
    const silent = `${contract('division: 情報政策課')}${system('division: 町民課')}`;
    const { stdout } = await run(silent);
    expect(stdout).toContain('契約期間の終わりが書かれていない契約が1件あります');
    expect(stdout).toContain('サポートの終わりが書かれていない情報システムが1件あります');
    expect(stdout).toContain(
      '台帳から分かる限り、2026-11-20 から 2027-02-18 までに期限の来るものも、期限の過ぎたものもありません。',
    );
    expect((await run(silent, '--division', '町民課')).stdout).not.toContain('契約期間');
    const known = `${trained('2026-06-01')}contracts: []\nsystems: []\n`;
    expect((await run(known)).stdout).toMatch(
      /\n2026-11-20 から 2027-02-18 までに期限の来るものも、期限の過ぎたものもありません。\n$/,
    );
  });

  it.each([
    ['nothing falls due', contract('period: { ends: 2028-03-31 }'), 0],
    ['a part cannot be read', contract('period: { ends: いつか }'), 1],
  ])('where %s, exits as such', async (_, text, code) => {
    expect((await run(text)).code).toBe(code);
  });

  it('says that a part could not be read', async () => {
    expect((await run(contract('period: { ends: いつか }'))).stdout).toContain(
      '読めないか正しくないところが1か所',
    );
  });

  it.each(['90', '3か月', 'P', '', 'fiscal-year'])('does not take “%s” for a time', async (within) => {
    const { code, stdout, stderr } = await run('', '--within', within);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--within');
  });

  it('takes a time that leads beyond the calendar', async () => {
    expect(await due(contract('period: { ends: 2126-12-31 }'), 'P7980Y')).toEqual([
      '2126-12-31 contract contracts/保守',
    ]);
  });

  it('needs a policy', async () => {
    const { code, stdout } = await inFolder({ 'a.yaml': mixed }, (directory) =>
      sekisho(['due', 'a.yaml', '--as-of', '2026-11-20'], { directory }),
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  it('changes nothing of what check finds', async () => {
    const checked = (text: string) =>
      inFolder({ 'a.yaml': organization + text }, (directory) =>
        sekisho(['check', 'a.yaml', '-p', 'minakami', '--as-of', '2026-11-20', '-f', 'csv'], { directory }),
      );
    const late = await checked(system('supportEnds: 2025-10-14'));
    const ahead = await checked(system('supportEnds: 2035-10-14'));
    expect(late.stdout).toBe(ahead.stdout);
    expect(late.code).toBe(ahead.code);
  });

  it('keeps to the width of the terminal', async () => {
    const root = path.resolve(import.meta.dirname, '../..');
    for (const example of ['city', 'town', 'own-policy'])
      for (const language of ['ja', 'en']) {
        const argv = ['due', `examples/${example}`, '-p', 'minakami', '--within', 'P1Y', '--lang', language];
        const { stdout } = await sekisho([...argv, '--as-of', '2026-11-20'], {
          directory: root,
          columns: 80,
        });
        const widest = Math.max(...stdout.split('\n').map(columns));
        expect(widest).toBeLessThanOrEqual(80);
      }
  });
});
