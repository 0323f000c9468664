import { describe, expect, it } from 'vitest';
import { bodyPolicyIds } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import type { Report } from '../support/report.ts';

/**
 * What is not written may be so or otherwise. A clause that an inventory leaves green, and that is not green once the worst
 * is written where nothing stood, was green on the strength of what is not written.
 */
interface LeftOpen {
  readonly line: string;
  /** what the inventory leaves open */
  readonly what: string;
  readonly written: string;
  /** the same inventory with what may come to light */
  readonly worse: readonly string[];
  /** the clauses that the worst breaks, by policy; under the others nothing is asked that could be broken so */
  readonly broken: Readonly<Partial<Record<string, string>>>;
  readonly asOf?: string;
}

const town = (more = '') => `organization:
  name: 宿場町
  roles: [{ role: security-manager, post: 総務課長 }]
${more}`;

const officer = 'manager: 総務課長';

/** The office and what it is joined to, without any control. */
const office = (records: string, to: string, more = '') => `${town(more)}
segments:
  - { id: 庁内, name: 庁内LAN, layer: lgwan, network: administrative }
${records}
connections: [{ id: 接続, name: 接続, from: 庁内, to: ${to}, control: none }]
systems: []
assets: []
`;

/** Two segments of stated layers, joined without any control. */
const joined = (layer: string, other: string) => `${town()}
segments: [{ id: 甲, name: 業務系, ${layer} }, { id: 乙, name: 情報系, ${other} }]
connections: [{ id: 接続, name: 接続, from: 甲, to: 乙, control: none }]
`;

/** What some of the clauses that ask for it are confirmed by. */
const confirmed = (fields: string, more = '') => `${town(more)}
attestations:
${['5[1]', '5[2]', '6(2)[2]', '6(4)[3]', '8[2]', '4)[1]', '4)[2]']
  .map(
    (clause) => `  - { id: "${clause}", clause: "${clause}", statement: 確かめた, by: 総務課長, ${fields} }`,
  )
  .join('\n')}
`;

/** A file in a system, each with its level. */
const levels = (file: string, system: string) => `${town()}
assets:
  - { id: 台帳, name: 課税台帳, form: electronic, system: 税, ${officer}, contains: [my-number], classification: { confidentiality: ${file}, integrity: 2, availability: 2 } }
systems:
  - { id: 税, name: 税務システム, type: server, ${officer}, classification: { confidentiality: ${system}, integrity: 2, availability: 2 } }
`;

const school = '  agencies: [{ id: 学校, name: 小学校, organ: schools }]\n';

/** Records of an agency that are all as they should not be. */
const agency = (
  organ: string,
) => `${town(`  agencies: [{ id: 町長部局, name: 町長部局, organ: ${organ} }]\n`)}
assets: [{ id: 届書, name: 届書, agency: 町長部局, form: paper, storage: { locked: false, hiddenFromView: false }, transport: { carried: true, lockedCase: false, otherProtection: false } }]
systems: [{ id: 窓口, name: 窓口サーバ, type: server, agency: 町長部局, backup: { taken: false }, accessControl: false, logs: { acquired: false } }]
facilities: [{ id: サーバ室, name: サーバ室, type: server-room, agency: 町長部局, locked: false, entryControl: false }]
staffGroups: [{ id: 職員, name: 職員, agency: 町長部局, employment: regular, rulesAcknowledged: false }]
`;

const register = (server = '') => `${town()}
systems:
  - { id: 住民記録, name: 住民記録システム, type: application, backup: { taken: true }, logs: { acquired: true, analysed: true, retentionDays: 365 }, accessControl: true, capacity: { limitSet: true }, faults: { recorded: true }, malware: { installed: true, definitions: automatic }, vulnerability: { intrusionPrevention: true } }
${server}`;

const unlocked = (exception = '') => `${town()}
systems: [{ id: 窓口, name: 窓口サーバ, type: server, accessControl: false, logs: { acquired: false }, backup: { taken: false } }]
exceptions: [${exception}]
`;

const approved = (day = '') => `${town()}
segments: [{ id: 庁内, name: 庁内LAN, layer: lgwan }, { id: 外, name: 県, layer: external, externalNetwork: other }, { id: 番号, name: 番号, layer: mynumber }]
connections:
  - { id: 県へ, name: 県へ, from: 庁内, to: 外, control: firewall${day === '' ? '' : `, approval: { by: 町長, date: ${day} }`} }
  - { id: 住基, name: 住基, from: 番号, to: 外, control: firewall, specific: { destination: 外, addresses: [10.200.0.10/32], ports: [443] }${day === '' ? '' : `, approval: { by: 町長, date: ${day} }`} }
documents: [{ id: 方針, name: 基本方針, type: basic-policy${day === '' ? '' : `, adopted: ${day}`} }, { id: 基準, name: 対策基準, type: standards${day === '' ? '' : `, adopted: ${day}`} }]
audits: [${day === '' ? '' : `{ id: 監査, name: 監査, type: internal, date: ${day} }, { id: 点検, name: 自己点検, type: self-inspection, date: ${day} }`}]
contracts: [{ id: 保守, name: 保守, type: outsourcing, subcontractors: [{ name: 下請${day === '' ? '' : `, approved: ${day}`} }] }]
staffGroups: [{ id: 職員, name: 職員, employment: regular${day === '' ? '' : `, lastTraining: ${day}`} }]
`;

const cases: readonly LeftOpen[] = [
  {
    line: 'A1',
    what: 'who the body is, and what it confirms',
    written:
      'systems: [{ id: 住民記録, name: 住民記録システム }]\nassets: [{ id: 台帳, name: 住民基本台帳 }]\n',
    worse: [
      `${confirmed('date: 2023-06-01')}systems: [{ id: 住民記録, name: 住民記録システム }]\nassets: [{ id: 台帳, name: 住民基本台帳 }]\n`,
    ],
    broken: {
      kumagaya: '5[1], 5[2], 6(2)[2], 6(4)[3], 8[2]',
      isesaki: '5[1], 5[2], 6(2)[2], 8[2]',
      minakami: '4)[1], 4)[2]',
      tokubetsuku: '5[1], 5[2], 6(2)[2], 8[2]',
    },
  },
  {
    line: 'A2',
    what: 'the day of what is confirmed',
    written: confirmed(''),
    worse: [confirmed('date: 2023-06-01')],
    broken: {
      kumagaya: '5[1], 5[2], 6(2)[2], 6(4)[3], 8[2]',
      isesaki: '5[1], 5[2], 6(2)[2], 8[2]',
      minakami: '4)[1], 4)[2]',
      tokubetsuku: '5[1], 5[2], 6(2)[2], 8[2]',
    },
  },
  {
    line: 'A3',
    what: 'the layers at both ends of a connection',
    written: joined('layer: 業務系', 'agency: 情報課'),
    worse: [
      joined('layer: 番号系', 'layer: インターネット系'),
      joined('layer: LGWAN系', 'layer: インターネット系'),
    ],
    broken: {
      isesaki: '6(3)ア[1], 2(11), 6(3)イ[1]',
      minakami: '5)コンピュータ・ネットワーク管理[2][1]',
      tokubetsuku: '2(11), 6(3)ア[1]',
    },
  },
  {
    line: 'A4',
    what: 'which level 秘 is',
    written: levels('秘', '1'),
    worse: [levels('3', '1'), levels('1', '1')],
    broken: { minakami: '3)機密性2' },
  },
  {
    line: 'A5',
    what: 'how a service is reached',
    written: office('services: [{ id: 文書, name: 文書共有サービス, type: cloud }]', '文書'),
    worse: [
      office('services: [{ id: 文書, name: 文書共有サービス, type: cloud, reachedBy: [internet] }]', '文書'),
    ],
    broken: {
      isesaki: '2(11), 6(3)イ[1]',
      minakami: '5)コンピュータ・ネットワーク管理[2][1]',
      tokubetsuku: '2(11), 6(3)ア[1]',
    },
  },
  {
    line: 'A5',
    what: 'what a school is joined to',
    written: office('  - { id: 校内, name: 学校LAN, agency: 学校 }', '校内', school),
    worse: [office('  - { id: 校内, name: 学校LAN, agency: 学校, layer: internet }', '校内', school)],
    broken: {
      isesaki: '2(11), 6(3)イ[1]',
      minakami: '5)コンピュータ・ネットワーク管理[2][1]',
      tokubetsuku: '2(11), 6(3)ア[1]',
    },
  },
  {
    line: 'A5',
    what: 'which network lies outside',
    written: office('  - { id: 外, name: 外部との接続, layer: external }', '外'),
    worse: [office('  - { id: 外, name: 外部との接続, layer: external, externalNetwork: internet }', '外')],
    broken: {
      isesaki: '2(11), 6(3)イ[1]',
      minakami: '5)コンピュータ・ネットワーク管理[2][1]',
      tokubetsuku: '2(11), 6(3)ア[1]',
    },
  },
  {
    line: 'A6',
    what: 'which organ an agency is of',
    written: agency('mayorr'),
    worse: [agency('mayor'), agency('town-office'), agency('management')],
    broken: {
      kumagaya: '6(5)[2]',
      isesaki: '6(6)[2]',
      minakami: '5)コンピュータ・ネットワーク管理[1][2], 5)コンピュータ・ネットワーク管理[1][3]',
      tokubetsuku: '6(6)[2]',
    },
  },
  {
    line: 'A7',
    what: 'whether the duty to comply is observed',
    written: `${town('  complete: [staffGroups]\n')}
staffGroups: [{ id: 職員, name: 職員, employment: regular, rulesAcknowledged: true, lastTraining: 2026-05-01 }]
`,
    worse: [
      `${confirmed('date: 2023-06-01', '  complete: [staffGroups]\n')}
staffGroups: [{ id: 職員, name: 職員, employment: regular, rulesAcknowledged: true, lastTraining: 2026-05-01 }]
`,
    ],
    broken: {
      kumagaya: '5[1], 5[2], 6(2)[2], 6(4)[3], 8[2]',
      isesaki: '5[1], 5[2], 6(2)[2], 8[2]',
      minakami: '4)[1], 4)[2]',
      tokubetsuku: '5[1], 5[2], 6(2)[2], 8[2]',
    },
  },
  {
    line: 'A8',
    what: 'the layers that ways lead through',
    written: joined('agency: 情報課', 'agency: 情報課'),
    worse: [joined('layer: mynumber', 'layer: internet')],
    broken: {
      isesaki: '6(3)ア[1]',
      minakami: '5)コンピュータ・ネットワーク管理[2][1]',
      tokubetsuku: '2(11), 6(3)ア[1]',
    },
  },
  {
    line: 'A9',
    what: 'what was done by a day before the text took effect',
    written: approved('2026-06-01'),
    worse: [approved()],
    broken: {
      kumagaya: '6(6)[2], 7[1], 7[2]',
      isesaki: '6(7)[2], 7[1], 7[2]',
      tokubetsuku: '6(7)[2], 6(9)[1], 6(9)[2], 7[1], 7[2]',
    },
    asOf: '2019-01-01',
  },
  {
    line: 'A11',
    what: 'the servers that business systems run on',
    written: register(),
    worse: [
      register(
        '  - { id: 機器, name: 機器, type: server, backup: { taken: false }, logs: { acquired: false, analysed: false }, accessControl: false, capacity: { limitSet: false }, faults: { recorded: false }, malware: { installed: false }, vulnerability: { intrusionPrevention: false } }\n',
      ),
    ],
    broken: {
      kumagaya: '6(5)[2], 6(5)[4]',
      isesaki: '6(6)[2], 6(6)[4]',
      minakami:
        '5)コンピュータ・ネットワーク管理[1][1], 5)コンピュータ・ネットワーク管理[1][2], 5)コンピュータ・ネットワーク管理[1][3], 5)コンピュータ・ネットワーク管理[1][5], 5)ソフトウェア管理[2][1], 5)ソフトウェア管理[2][3]',
      tokubetsuku: '6(6)[2], 6(6)[4]',
    },
  },
  {
    line: 'A12',
    what: 'who applied for an exception',
    written: unlocked(
      '{ id: 例外, rules: [technical/access-control, technical/logs-acquired, technical/backup-taken], records: [窓口], reason: 更新待ち, approver: 町長, approved: 2026-06-01, expires: 2027-03-31 }',
    ),
    worse: [unlocked()],
    broken: {
      kumagaya: '6(5)[2]',
      isesaki: '6(6)[2]',
      minakami: '5)コンピュータ・ネットワーク管理[1][2], 5)コンピュータ・ネットワーク管理[1][3]',
      tokubetsuku: '6(6)[2]',
    },
  },
  {
    line: 'A13',
    what: 'what is yet to be approved',
    written: approved('2027-02-01'),
    worse: [approved()],
    broken: {
      kumagaya: '6(6)[2], 7[1], 7[2]',
      isesaki: '6(7)[2], 7[1], 7[2]',
      tokubetsuku: '6(7)[2], 6(9)[1], 6(9)[2], 7[1], 7[2]',
    },
  },
];

const green = new Set(['met', 'attested', 'not-applicable']);

async function statesOf(policy: string, text: string, asOf = '2026-11-20'): Promise<Map<string, string>> {
  return inFolder({ 'a.yaml': text }, async (directory) => {
    const argv = ['coverage', 'a.yaml', '-p', policy, '-f', 'json', '--as-of', asOf];
    const { stdout } = await sekisho(argv, { directory });
    // A word that the vocabulary does not have would leave open something else than what is meant.
    const { findings } = JSON.parse((await sekisho(argv.slice(1), { directory })).stdout) as Report;
    expect(
      findings.filter(({ ruleId }) => ruleId === 'inventory/schema').map(({ message }) => message),
    ).toEqual([]);
    const { clauses } = JSON.parse(stdout) as { clauses: readonly { ref: string; status: string }[] };
    return new Map(clauses.map(({ ref, status }) => [ref, status]));
  });
}

describe.each(bodyPolicyIds)('under %s', (policy) => {
  it.each(cases)(
    '$line: leaves nothing green on the strength of what it leaves open, $what',
    async ({ written, worse, asOf, broken }) => {
      const states = await statesOf(policy, written, asOf);
      const lost: string[] = [];
      const notMet = new Set<string>();
      for (const text of worse) {
        for (const [ref, status] of await statesOf(policy, text, asOf)) {
          const before = states.get(ref) ?? '';
          if (green.has(before) && !green.has(status)) lost.push(`${ref} was ${before}, and is ${status}`);
          if (status === 'not-met') notMet.add(ref);
        }
      }
      expect(lost).toEqual([]);
      expect([...notMet].join(', ')).toBe(broken[policy] ?? '');
    },
  );

  it('A10: a baseline of what an inventory leaves open turns nothing green', async () => {
    await inFolder({ 'a.yaml': agency('mayor') }, async (directory) => {
      const argv = ['a.yaml', '-p', policy, '--as-of', '2026-11-20'];
      const before = (await sekisho(['coverage', ...argv, '-f', 'json'], { directory })).stdout;
      await sekisho(['check', ...argv, '--baseline', 'known.json', '--update-baseline'], { directory });
      const { stdout } = await sekisho(['check', ...argv, '--baseline', 'known.json'], { directory });
      const last = stdout.trimEnd().split('\n').at(-1);
      expect(last).toMatch(/新しい指摘はありません .*違反 [1-9]\d*件、.*判定不能 [1-9]\d*件/);
      expect((await sekisho(['coverage', ...argv, '-f', 'json'], { directory })).stdout).toBe(before);
    });
  });
});
