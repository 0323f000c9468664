import { describe, expect, it } from 'vitest';
import { clauseOf, foundBy, judgeFiles } from '../support/verdicts.ts';

const future = '2027-01-15';
const organization = 'organization: { name: 関所町 }\n';

/** What a rule comes to where a day is in the past, and where it is still to come. */
const dated: readonly (readonly [rule: string, policy: string, yaml: (day: string) => string])[] = [
  [
    'technical/external-connection-approved',
    'minakami',
    (
      day,
    ) => `segments: [{ id: a, name: 庁内, layer: lgwan }, { id: b, name: 外, layer: external, externalNetwork: other }]
connections: [{ id: c, name: 外との接続, from: a, to: b, approval: { by: 副町長, date: ${day} } }]\n`,
  ],
  [
    'outsourcing/subcontractor-approved',
    'minakami',
    (day) =>
      `contracts: [{ id: k, name: 保守, type: outsourcing, subcontractors: [{ name: 下請, approved: ${day} }] }]\n`,
  ],
  [
    'outsourcing/contractor-verified',
    'minakami',
    (day) => `contracts: [{ id: k, name: 保守, type: outsourcing, verification: { last: ${day} } }]\n`,
  ],
  [
    'outsourcing/service-terms-observed',
    'minakami',
    (day) =>
      `services: [{ id: s, name: 掲示板, type: cloud, confidentiality: 1, terms: { confirmed: ${day} } }]\n`,
  ],
  [
    'human/training-current',
    'minakami',
    (day) => `staffGroups: [{ id: g, name: 職員, employment: regular, lastTraining: ${day} }]\n`,
  ],
  [
    'human/incident-reported-promptly',
    'minakami',
    (day) => `incidents: [{ id: i, name: 誤送信, detected: ${day}, reported: ${day} }]\n`,
  ],
  [
    'technical/malware-definitions-current',
    'minakami',
    (day) =>
      `systems: [{ id: s, name: 端末, type: terminal, malware: { installed: true, definitions: ${day} } }]\n`,
  ],
  [
    'evaluation/audit-performed',
    'isesaki',
    (day) => `audits: [{ id: a, name: 内部監査, type: internal, date: ${day} }]\n`,
  ],
  [
    'evaluation/self-inspection-performed',
    'isesaki',
    (day) => `audits: [{ id: a, name: 自己点検, type: self-inspection, date: ${day} }]\n`,
  ],
  [
    'operations/violation-corrective-action',
    'minakami',
    (day) => `violations: [{ id: v, name: 違反, detected: 2026-11-01, correctiveAction: ${day} }]\n`,
  ],
];

describe('a day still to come', () => {
  it.each(dated)('A13: is read as not stated by %s under %s', async (rule, policy, yaml) => {
    const past = await judgeFiles([policy], organization + yaml('2026-11-19'));
    expect(foundBy(rule, past)).toEqual([]);
    const result = await judgeFiles([policy], organization + yaml(future));
    // What is unknown at the day itself follows from the fault, and is counted though not told again.
    expect(result.rules.get(rule)?.verdicts).toMatchObject({ pass: 0, unknown: 1 });
    expect(foundBy(rule, result).map(({ verdict }) => verdict)).not.toContain('fail');
    expect(
      foundBy('inventory/date-in-future', result)
        .map(({ message }) => message.ja)
        .join(),
    ).toContain(future);
  });

  it('A13: makes no specific communication of a connection that is yet to be approved', async () => {
    const yaml = (day: string) => `${organization}segments:
  - { id: 番号, name: 番号系, layer: mynumber }
  - { id: 住基, name: 住基ネット, layer: external, externalNetwork: juki }
connections:
  - { id: c, name: 住基ネット, from: 番号, to: 住基, ports: [443], control: firewall, specific: { destination: 住基, addresses: [10.0.0.1], ports: [443] }, approval: { by: 副町長, date: ${day} } }
systems: []
`;
    const rule = 'resilience/mynumber-separation';
    expect(foundBy(rule, await judgeFiles(['isesaki'], yaml('2026-11-20')))).toEqual([]);
    const result = await judgeFiles(['isesaki'], yaml(future));
    expect(result.rules.get(rule)?.verdicts.unknown).toBeGreaterThan(0);
    expect(clauseOf('6(3)ア[1]', result).status).not.toBe('met');
  });

  it('A13: is a review that has not been held', async () => {
    const yaml = (day: string) =>
      `${organization}audits: [{ id: a, name: 監査, type: internal, date: 2026-06-01, policyReviewNeeded: true }]\nreviews: [{ id: r, name: 見直し, date: ${day}, riskAnalysis: true }]\n`;
    const verdicts = async (day: string) =>
      foundBy('evaluation/policy-reviewed', await judgeFiles(['isesaki'], yaml(day))).map(
        ({ verdict }) => verdict,
      );
    expect(await verdicts('2026-11-20')).toEqual([]);
    expect(await verdicts(future)).toEqual(['unknown']);
  });

  it('A13: leaves an asset that is to be disposed of, and a contract that is to end, to be judged', async () => {
    const asset = (disposal: string) =>
      `${organization}assets: [{ id: x, name: 申請書, manager: false, disposal: ${disposal} }]\n`;
    const rule = 'classification/disposal-recorded';
    const gone = await judgeFiles(
      ['minakami'],
      asset('{ method: shredding, date: 2026-11-20, recorded: false }'),
    );
    expect(foundBy(rule, gone).map(({ verdict }) => verdict)).toEqual(['fail']);
    const kept = await judgeFiles(
      ['minakami'],
      asset(`{ method: shredding, date: ${future}, recorded: false }`),
    );
    expect(foundBy(rule, kept)).toEqual([]);
    const contract = await judgeFiles(
      ['minakami'],
      `${organization}contracts: [{ id: k, name: 保守, type: outsourcing, ended: ${future} }]\n`,
    );
    expect(contract.rules.get('outsourcing/contract-audit')?.verdicts.unknown).toBe(1);
  });

  it('A13: is told of every record that shares it by an alias', async () => {
    const yaml = `${organization}systems:
  - { id: a, name: 端末1, type: terminal, malware: &m { installed: true, definitions: ${future} } }
  - { id: b, name: 端末2, type: terminal, malware: *m }
`;
    const result = await judgeFiles(['minakami'], yaml);
    expect(foundBy('inventory/date-in-future', result).map(({ record }) => record.id)).toEqual(['a', 'b']);
    expect(result.rules.get('technical/malware-definitions-current')?.verdicts.unknown).toBe(2);
  });
});

const documents: readonly (readonly [rule: string, policy: string, type: string])[] = [
  ['evaluation/basic-policy-adopted', 'isesaki', 'basic-policy'],
  ['evaluation/standards-established', 'isesaki', 'standards'],
  ['evaluation/procedures-established', 'isesaki', 'procedures'],
  ['operations/incident-plan', 'isesaki', 'incident-plan'],
  ['operations/incident-structure', 'tokubetsuku', 'incident-structure'],
];

describe('a document', () => {
  it.each(documents)(
    'A13: counts for %s under %s only once it is said to be in force',
    async (rule, policy, type) => {
      const judge = async (fields: string) => {
        const yaml = `${organization}documents: [{ id: d, name: 文書, type: ${type}${fields} }]\n`;
        return foundBy(rule, await judgeFiles([policy], yaml));
      };
      const verdicts = async (fields: string) => (await judge(fields)).map(({ verdict }) => verdict);
      expect(await verdicts(', adopted: 2026-11-20')).toEqual([]);
      expect(await verdicts('')).toEqual(['unknown']);
      expect(await verdicts(`, adopted: ${future}`)).toEqual(['unknown']);
      expect((await judge(`, adopted: ${future}`))[0]?.message.ja).toContain(future);
      expect(['fail', 'review']).toContain((await verdicts(', adopted: false'))[0]);
    },
  );

  it.each([
    ['', 'unknown'],
    [`, adopted: ${future}`, 'unknown'],
    [', adopted: false', 'fail'],
    [', adopted: 2026-04-01', undefined],
  ])('A13: that lays down how a service is used%s makes that %s', async (fields, expected) => {
    const yaml = (named: string) =>
      `${organization}services: [{ id: s, name: 公式SNS, type: sns${named} }]\ndocuments: [{ id: d, name: 手順, type: sns-procedure${fields} }]\n`;
    for (const named of [', procedure: d', '']) {
      const result = await judgeFiles(['isesaki'], yaml(named));
      expect(foundBy('outsourcing/sns-procedure', result)[0]?.verdict).toBe(expected);
    }
  });
});
