import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const told = async (rule: string, policy: string, yaml: string) =>
  (await findingsOf(rule, policy, yaml)).map(({ record, verdict }) => `${record.id} ${verdict}`);

describe('B3: what is carried', () => {
  const carried = (transport: string) =>
    findingsOf(
      'classification/transport-locked-case',
      'minakami',
      `assets: [{ id: 調査票, name: 調査票, form: paper, classification: { confidentiality: 2 }, transport: { carried: true, ${transport} } }]\n`,
    );

  it.each([
    ['lockedCase: true', []],
    ['lockedCase: false, otherProtection: true', []],
    ['otherProtection: true', []],
    ['lockedCase: false, otherProtection: false', ['fail']],
    ['lockedCase: false', ['unknown']],
    ['otherProtection: false', ['unknown']],
  ])(
    'B3: other protection counts, and is unknown where it is not stated: %s',
    async (transport, expected) => {
      expect((await carried(transport)).map(({ verdict }) => verdict)).toEqual(expected);
    },
  );

  it('B3: without a locked case, the other protection is what to write', async () => {
    const [finding] = await carried('lockedCase: false');
    expect(finding?.message).toContain('transport.otherProtection が台帳に書かれていません');
    expect(finding?.remedy).toContain('transport.otherProtection');
  });
});

describe('B8: anti-malware software', () => {
  const rule = 'technical/malware-protection';
  const system = (type: string, more = ', malware: { installed: false }') =>
    `systems:\n  - { id: 基幹, name: 基幹, type: server, malware: { installed: true } }\n  - { id: 機器, name: 機器, type: ${type}${more} }\n`;

  it.each(['server', 'storage', 'mail', 'terminal', 'application'])(
    'B8: a plain no of a %s is a fail where the document names the software',
    async (type) => {
      expect(await told(rule, 'minakami', system(type))).toEqual(['機器 fail']);
    },
  );

  it.each(['mobile', 'mfp', 'network-device', 'iot'])(
    'B8: a plain no of a %s, for which there may be none, is a review',
    async (type) => {
      expect(await told(rule, 'minakami', system(type))).toEqual(['機器 review']);
    },
  );

  it.each([
    ['mobile', ['機器 unknown']],
    ['mfp', []],
    ['network-device', []],
    ['iot', []],
    ['application', []],
  ])('B8: of a %s that says nothing comes %j', async (type, expected) => {
    expect(await told(rule, 'minakami', system(type, ''))).toEqual(expected);
  });
});

describe('B8: the remedy of a matter to look at', () => {
  it.each([
    ['systems', 'mobile', 'malware: { installed: false }', 'technical/malware-protection'],
    ['staffGroups', 'regular', 'leaving: { secrecyPledged: false }', 'human/leaving-secrecy'],
  ])(
    'B8: in %s of %s staff or device does not demand what need not be',
    async (section, kind, fact, rule) => {
      const word = section === 'systems' ? 'type' : 'employment';
      const yaml = `${section}: [{ id: 対象, name: 対象, ${word}: ${kind}, ${fact} }]\n`;
      const findings = await findingsOf(rule, 'minakami', yaml);
      const [finding] = findings.filter(({ record }) => record.id === '対象');
      expect(finding?.verdict).toBe('review');
      expect(finding?.remedy).toContain('を確かめ');
      expect(finding?.remedy).toContain('と決めたときは、その決定を exceptions に記録できます');
    },
  );

  it('B8: what the law does not settle keeps the remedy that demands it', async () => {
    const yaml =
      'staffGroups: [{ id: 派遣, name: 派遣, employment: dispatched, leaving: { secrecyPledged: false } }]\n';
    const [finding] = await findingsOf('human/leaving-secrecy', 'minakami', yaml);
    expect(finding?.remedy).toContain('秘密の保持を誓約する書面を提出させる');
  });

  it('B8: a tablet that says nothing of anti-malware software is not told that it must have some', async () => {
    const yaml = 'systems: [{ id: 機器, name: 機器, type: mobile }]\n';
    const findings = await findingsOf('technical/malware-protection', 'minakami', yaml);
    const [finding] = findings.filter(({ record }) => record.id === '機器');
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.remedy).toContain('ほかの方法');
  });
});

describe('B8: a pledge of secrecy', () => {
  const group = (employment: string) =>
    `staffGroups: [{ id: 職員, name: 職員, employment: ${employment}, leaving: { secrecyPledged: false } }]\n`;

  it.each(['regular', 'reappointed', 'fixed-term', 'temporary'])(
    'B8: a plain no of %s staff, bound to secrecy by law, is a review',
    async (employment) => {
      const [finding, ...others] = await findingsOf('human/leaving-secrecy', 'minakami', group(employment));
      expect(others).toEqual([]);
      expect(finding?.verdict).toBe('review');
      expect(finding?.message).toContain('地方公務員法第34条');
    },
  );
});

describe.each([
  ['technical/intrusion-protection', 'vulnerability: { intrusionPrevention: false }', true],
  ['technical/access-control', 'accessControl: false', false],
])('B8: %s', (rule, fact, looksAtTerminals) => {
  const policies = looksAtTerminals
    ? ['kumagaya', 'isesaki', 'tokubetsuku', 'minakami']
    : ['kumagaya', 'isesaki', 'tokubetsuku'];
  const of = async (policy: string, type: string, more = `, ${fact}`) => {
    const yaml = `systems:\n  - { id: 機器, name: 機器, type: ${type}${more} }\n`;
    return (await findingsOf(rule, policy, yaml)).filter(({ record }) => record.id === '機器');
  };
  const devices = ['mobile', 'mfp', 'network-device', 'iot'];

  it.each(policies)('B8: a plain no of a device that serves nobody is a review under %s', async (policy) => {
    for (const type of looksAtTerminals ? [...devices, 'terminal'] : devices) {
      const [finding, ...others] = await of(policy, type);
      expect(others, type).toEqual([]);
      expect(finding?.verdict, type).toBe('review');
      expect(finding?.message, type).not.toContain('条項は目的を定めており');
      expect(finding?.remedy, type).toContain('その決定を exceptions に記録できます');
    }
  });

  it.each(policies)('B8: of a server, and what is asked like one, it is a fail under %s', async (policy) => {
    for (const type of [
      'server',
      'storage',
      'mail',
      'application',
      ...(looksAtTerminals ? [] : ['terminal']),
    ])
      expect(
        (await of(policy, type)).map(({ verdict }) => verdict),
        type,
      ).toEqual(['fail']);
  });

  it('B8: one that says nothing is not asked', async () => {
    for (const type of devices) expect(await of('kumagaya', type, ''), type).toEqual([]);
  });
});
