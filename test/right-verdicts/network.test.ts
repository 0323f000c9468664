import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../support/network.ts';

const limited = 'resilience/specific-communication-limited';
const apart = 'resilience/mynumber-separation';

/** The findings of one rule, without its name. */
async function told(rule: string, yaml: string, policy = 'isesaki'): Promise<string[]> {
  const { findings } = await judgeNetwork(yaml, policy, (id) => id === rule);
  return findings.map((finding) => finding.replace(` ${rule}`, ''));
}

describe('the limits of specific communication', () => {
  const specific = (addresses: string, ports: string, more = 'destination: gov') => `segments:
  - { id: core, name: 基幹, layer: mynumber }
  - { id: gov, name: 公開, layer: internet }
connections:
  - id: link
    name: 接続
    from: core
    to: gov
    direction: one-way
    specific: { addresses: ${addresses}, ports: ${ports}, ${more} }
    approval: { by: CISO, date: 2026-04-01 }
`;
  const link = 'connections/link';

  it.each([
    '任意',
    '全ポート',
    '全部',
    '全て',
    'すべて',
    '制限なし',
    '無制限',
    '指定なし',
    'any',
    'ＡＬＬ',
    '制限 なし',
    'any/tcp',
    '＊',
    '1-65535',
    '１～６５５３５',
    '1〜65535',
    'tcp/1-65535',
  ])('A5: “%s” is no limit to ports', async (word) => {
    const yaml = specific('[10.1.2.3]', `[443, "${word}"]`);
    // The text names no limits: they are our reading of it.
    expect(await told(limited, yaml)).toEqual([`review ${link}`]);
    expect(await told(apart, yaml)).toEqual([`fail ${link}`]);
  });

  it.each([
    '任意',
    '全アドレス',
    '制限なし',
    'Ａｎｙ',
    '*',
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0',
    '0.0.0.0～255.255.255.255',
  ])('A5: “%s” is no limit to addresses', async (word) => {
    const yaml = specific(`["${word}"]`, '[443]');
    // The text names no limits: they are our reading of it.
    expect(await told(limited, yaml)).toEqual([`review ${link}`]);
    expect(await told(apart, yaml)).toEqual([`fail ${link}`]);
  });

  it.each([
    ['[未定]', '[443]', 'addresses'],
    ['[全国の自治体]', '[443]', 'addresses'],
    ['[10.1.2.3, 調整中]', '[443]', 'addresses'],
    ['[10.1.2.300]', '[443]', 'addresses'],
    ['[tbd]', '[443]', 'addresses'],
    ['[10.1.2.9-10.1.2.3]', '[443]', 'addresses'],
    ['[10.1.2.3]', '[未定]', 'ports'],
    ['[10.1.2.3]', '[443, 要調整]', 'ports'],
    ['[10.1.2.3]', '[70000]', 'ports'],
    ['[10.1.2.3]', '[443-80]', 'ports'],
    ['[10.1.2.3]', '["443, 80"]', 'ports'],
  ])(
    'A5: addresses %s and ports %s cannot be read, so that nobody can tell',
    async (addresses, ports, field) => {
      const yaml = specific(addresses, ports);
      const unknown = [`unknown ${link} ? ${link}.specific.${field}`];
      expect(await told(limited, yaml)).toEqual(unknown);
      expect(await told(apart, yaml)).toEqual(unknown);
    },
  );

  it.each([
    ['[10.1.2.3]', '[443]'],
    ['["10.1.2.0/28", "２００１:db8::1"]', '["tcp/443", "8000-8010", "443/udp", "８０００～８０１０"]'],
    ['[juki.example.lg.jp, 10.1.2.3-10.1.2.9, "10.1.2.3 ～ 10.1.2.9", "fd00::1-fd00::9"]', '[443]'],
  ])('A5: addresses %s and ports %s are limits', async (addresses, ports) => {
    expect(await told(limited, specific(addresses, ports))).toEqual([]);
    expect(await told(apart, specific(addresses, ports))).toEqual([]);
  });

  it('A5: the destination is where the data goes', async () => {
    const destination = [`unknown ${link} ? ${link}.specific.destination`];
    const from = specific('[10.1.2.3]', '[443]', 'destination: core');
    expect(await told(apart, from)).toEqual(destination);
    expect(await told(apart, from.replace('    direction: one-way\n', ''))).toEqual([]);
    expect(await told(apart, from.replace('from: core\n    to: gov', 'from: gov\n    to: core'))).toEqual([]);
  });
});

describe('a connection or machine of which it is not certain what it joins', () => {
  const split = 'resilience/lgwan-split';
  const sanitisation = 'resilience/lgwan-sanitisation';
  const cloud = 'resilience/security-cloud';
  const onLinks = [apart, split, sanitisation, cloud];

  /** A network in which all is well, and a machine, a connection and a segment more. */
  const body = ({ system = '', connection = '', segment = '' }) => `segments:
  - { id: 住基, name: 住基系, layer: mynumber }
  - { id: 庁内, name: 庁内, layer: lgwan }
  - { id: 公開, name: 公開系, layer: internet, monitoring: { intrusion: true } }
  - { id: 網, name: インターネット, layer: external, externalNetwork: internet }
  - { id: 住基ネット, name: 住基ネット, layer: external, externalNetwork: juki }
${segment && `  - ${segment}\n`}systems:
  - { id: fw, name: ファイアウォール, type: network-device }
${system && `  - ${system}\n`}connections:
  - { id: good, name: 画面転送, from: 庁内, to: 公開, control: firewall, sanitisation: screen-transfer }
  - { id: out, name: 県の出口, from: 公開, to: 網, securityCloud: true, control: firewall }
${connection && `  - ${connection}\n`}assets: []
services: []
`;

  /** What each rule makes of the network as a whole, and what is told of one record. */
  async function judge(yaml: string, record: string) {
    const { findings, result } = await judgeNetwork(yaml, 'isesaki', () => true);
    const ofRecord = findings.filter((finding) => finding.includes(` ${record}`));
    return { findings: ofRecord, unknown: (rule: string) => result.rules.get(rule)?.verdicts.unknown ?? 0 };
  }

  const unknowns = async (yaml: string, record: string) => {
    const { findings, unknown } = await judge(yaml, record);
    return {
      told: findings.filter((finding) => onLinks.some((rule) => finding.includes(rule))),
      rules: onLinks.filter((rule) => unknown(rule) > 0),
    };
  };

  it('A3: all is well without it', async () => {
    expect(await unknowns(body({}), '')).toEqual({ told: [], rules: [] });
  });

  it('A3: with neither end both are asked for, under every rule on the network', async () => {
    const yaml = body({ connection: '{ id: c1, name: 住基系とインターネットの接続, control: none }' });
    const { told, rules } = await unknowns(yaml, 'connections/c1');
    expect(rules).toEqual(onLinks);
    for (const end of ['from', 'to'])
      expect(told.filter((finding) => finding.endsWith(`? connections/c1.${end}`)).length).toBeGreaterThan(2);
  });

  it.each([
    ['from: 住基', 'to'],
    ['to: 庁内', 'from'],
    ['from: fw', 'to'],
    ['from: 公開', 'to'],
  ])('A3: %s alone leaves all unknown', async (end, lacking) => {
    const yaml = body({ connection: `{ id: c1, name: 接続, control: none, ${end} }` });
    const { told, rules } = await unknowns(yaml, 'connections/c1');
    expect(rules).toEqual(onLinks);
    expect(told).toEqual(
      onLinks.map((rule) => `unknown ${rule} connections/c1 ? connections/c1.${lacking}`).sort(),
    );
  });

  it('A3: what lies outside and is not the internet joins LGWAN to nothing', async () => {
    const yaml = body({ connection: '{ id: c1, name: 接続, control: none, from: 住基ネット }' });
    expect((await unknowns(yaml, 'connections/c1')).rules).toEqual([apart, cloud]);
  });

  it.each([
    'from: 住基, to: 委託先回線',
    'from: 委託先回線, to: 庁内',
    'from: 委託先回線, to: 保守回線',
    'from: fw, to: 委託先回線',
    'from: 公開, to: 委託先回線',
  ])('A3: %s is told once, as a reference that leads nowhere, and leaves all unknown', async (ends) => {
    const yaml = body({ connection: `{ id: c1, name: 接続, control: none, ${ends} }` });
    expect(await unknowns(yaml, 'connections/c1')).toEqual({ told: [], rules: onLinks });
    expect((await judge(yaml, 'connections/c1')).findings).toContain(
      'fail inventory/dangling-reference connections/c1',
    );
  });

  it('A3: an end that breaks the schema is told once, and leaves all unknown', async () => {
    const yaml = body({ connection: '{ id: c1, name: 接続, control: none, from: [庁内], to: 住基 }' });
    expect(await unknowns(yaml, 'connections/c1')).toEqual({ told: [], rules: onLinks });
    expect((await judge(yaml, 'connections/c1')).findings).toContain('fail inventory/schema connections/c1');
  });

  it.each(['住基, 公閒', '庁内, 公閒', '庁内, 公閒, 庁内2'])(
    'A3: a machine in %s, of which one is not there, may join anything',
    async (homes) => {
      const yaml = body({
        system: `{ id: sv, name: サーバ, type: server, segments: [${homes}] }`,
        segment: '{ id: 庁内2, name: 出先, layer: lgwan }',
      });
      expect(await unknowns(yaml, 'systems/sv')).toEqual({ told: [], rules: [apart, split, sanitisation] });
    },
  );

  it('A3: a machine that stands in one place alone, or a device, joins nothing', async () => {
    for (const system of [
      '{ id: sv, name: サーバ, type: server, segments: [公閒] }',
      '{ id: sv, name: サーバ, type: server }',
      '{ id: sv, name: 機器, type: network-device, segments: [住基, 公閒] }',
    ])
      expect((await unknowns(body({ system }), 'systems/sv')).rules).toEqual([]);
  });

  it('A3: a machine outside of which one segment is not there may be on the internet', async () => {
    const yaml = body({
      system: '{ id: sv, name: サーバ, type: server, segments: [住基ネット, 公閒] }',
      connection: '{ id: c1, name: 接続, from: 庁内, to: sv, control: firewall, sanitisation: none }',
    });
    expect((await unknowns(yaml, 'connections/c1')).rules).toContain(cloud);
  });

  it('A3: of two segments of one id and different layers nobody knows which is meant; it is told once', async () => {
    const twin = (layer: string) =>
      body({
        segment: `{ id: 庁内, name: 庁内, layer: ${layer} }`,
        connection:
          '{ id: c1, name: 接続, control: firewall, sanitisation: mail-text, from: 公開, to: 庁内 }',
      });
    const yaml = twin('mynumber');
    expect(await unknowns(yaml, 'connections/c1')).toEqual({ told: [], rules: onLinks });
    expect((await judge(yaml, 'segments/庁内')).findings).toContain(
      'fail inventory/duplicate-id segments/庁内',
    );
    expect((await unknowns(twin('lgwan'), 'connections/c1')).rules).toEqual([]);
  });

  it('A3: of what cannot be looked for while a file cannot be read nothing is known', async () => {
    const yaml = body({ connection: '{ id: c1, name: 接続, control: none, from: 住基, to: 庁外 }' });
    const { rules } = await unknowns(`${yaml}---\nsegments:\n\t- {\n`, 'connections/c1');
    expect(rules).toEqual(onLinks);
  });
});

describe('a machine on no network', () => {
  const placement = 'resilience/mynumber-placement';
  const alone = (asset: string, more = '') => `segments:
  - { id: 番号, name: 番号系, layer: mynumber }
  - { id: 庁内, name: 庁内, layer: lgwan }
systems:
  - { id: pc, name: 口座振替データ作成用PC, type: terminal, segments: [] }
  - { id: nas, name: 共有, type: storage, segments: [庁内] }
assets:
  - { id: a, name: 口座振替データ, form: electronic, ${asset} }
${more}`;
  const register = 'contains: [personal-information], affairs: [my-number-use]';

  it('B1: lies outside no layer, so that data of MyNumber affairs may be there', async () => {
    expect(await told(placement, alone(`${register}, system: pc`))).toEqual([]);
    expect(await told(placement, alone('system: pc'))).toEqual([]);
    const { result } = await judgeNetwork(alone(`${register}, system: pc`));
    expect(result.rules.get(placement)?.verdicts).toMatchObject({ pass: 0, notApplicable: 1 });
    expect(await told(placement, alone(`${register}, system: nas`))).toEqual(['fail assets/a']);
  });

  it('B1: is on one all the same where a connection ends at it', async () => {
    const link = 'connections:\n  - { id: link, name: 接続, from: pc, to: 庁内 }\n';
    expect(await told(placement, alone(`${register}, system: pc`, link))).toEqual([
      'unknown assets/a ? systems/pc.segments',
    ]);
  });

  it('B1: what holds public information alone may lie anywhere', async () => {
    const form = (contains: string) =>
      alone(`contains: [${contains}], affairs: [my-number-use], system: nas`);
    expect(await told(placement, form('public-information'))).toEqual([]);
    expect(await told(placement, form('public-information, personal-information'))).toEqual([
      'fail assets/a',
    ]);
    expect(await told(placement, form(''))).toEqual(['fail assets/a']);
  });
});

describe('the heading of the document as the word for a layer', () => {
  const link = (layer: string) => `segments:
  - { id: place, name: 対象, layer: "${layer}" }
  - { id: inner, name: 内部, layer: mynumber }
connections:
  - { id: link, name: 接続, from: place, to: inner, control: none }
`;
  const rules = (id: string) => id === apart || id === 'inventory/unknown-layer';

  it.each([
    'マイナンバー利用事務系（個人番号利用事務系）',
    'マイナンバー利用事務系(個人番号利用事務系)',
    '個人番号利用事務系 （ﾏｲﾅﾝﾊﾞｰ利用事務系）',
    '番号系（マイナンバー利用事務系)',
    'マイナンバー利用事務系（mynumber）',
  ])('A3: %s is the MyNumber layer', async (layer) => {
    expect((await judgeNetwork(link(layer), 'isesaki', rules)).findings).toEqual([]);
  });

  const names = ['マイナンバー利用事務系', 'LGWAN接続系', 'インターネット接続系', '外部'];
  const pairs = names.flatMap((one) =>
    names.filter((other) => other !== one).map((other) => `${one}（${other}）`),
  );

  it.each([
    ...pairs,
    'マイナンバー利用事務系（新）',
    '基幹系（番号系）',
    '外部（情報系）',
    '基幹系',
    '校務系',
    '庁内LAN',
    'マイナンバー利用事務系（番号系）（LGWAN系）',
    '（番号系）',
  ])('A3: %s is no word for a layer', async (layer) => {
    const { findings } = await judgeNetwork(link(layer), 'isesaki', rules);
    expect(findings).toEqual([
      'fail inventory/unknown-layer segments/place',
      `unknown ${apart} connections/link ? segments/place.layer`,
    ]);
  });

  it.each(['外部', 'external', 'ＥＸＴＥＲＮＡＬ'])(
    'A3: nothing is asked of the cabling of what is %s',
    async (layer) => {
      const yaml = `segments:\n  - { id: juki, name: 住基ネット, layer: ${layer}, externalNetwork: juki }\n`;
      for (const policy of ['kumagaya', 'isesaki', 'tokubetsuku'])
        expect(await told('physical/line-protected', `${yaml}facilities: []\n`, policy)).toEqual([]);
    },
  );
});

describe('a machine in two segments that does not forward', () => {
  const split = 'resilience/lgwan-split';
  const sanitisation = 'resilience/lgwan-sanitisation';
  const machine = (segments: string, more = 'forwards: false') => `segments:
  - { id: core, name: 番号系, layer: mynumber }
  - { id: office, name: LG系, layer: lgwan }
  - { id: web, name: ネット系, layer: internet }
  - { id: works, name: 中継, layer: external, externalNetwork: contractor }
  - { id: a, name: 甲 }
connections:
  - { id: out, name: 画面転送, from: office, to: web, control: firewall, sanitisation: screen-transfer }
  - { id: on, name: 先, from: a, to: web, control: none, sanitisation: none }
systems:
  - { id: mfp, name: 複合機, type: mfp, segments: [${segments}], ${more} }
`;
  const ofMachine = async (rule: string, yaml: string) => {
    const { result } = await judgeNetwork(yaml, 'isesaki');
    return result.findings
      .filter(({ ruleId, record }) => ruleId === rule && record.id === 'mfp')
      .map(({ verdict, paths = [] }) => [verdict, ...paths.map(({ layer }) => layer?.id ?? '?')].join(' '));
  };

  it('B1: joins the MyNumber layer to the layers it stands in, not to what lies beyond them', async () => {
    expect(await ofMachine(apart, machine('core, office'))).toEqual(['fail lgwan']);
    expect(await ofMachine(apart, machine('core, office', 'forwards: true'))).toEqual([
      'fail lgwan internet',
    ]);
    expect(await ofMachine(apart, machine('core, a'))).toEqual(['unknown ?']);
    expect(await ofMachine(apart, machine('core, a', 'forwards: true'))).toEqual(['fail internet lgwan']);
    const { messages } = await judgeNetwork(machine('core, office'), 'isesaki', (id) => id === apart);
    expect(messages).toContain('「複合機」はマイナンバー利用事務系とLGWAN接続系との間の通信を許しています。');
  });

  it('B1: breaks the split, and lets nothing pass that would have to be sanitised', async () => {
    expect(await ofMachine(split, machine('office, web'))).toEqual(['fail internet']);
    expect(await ofMachine(sanitisation, machine('office, web'))).toEqual([]);
    expect(await ofMachine(sanitisation, machine('office, web', 'forwards: true'))).toEqual([
      'fail internet',
    ]);
    expect(await ofMachine(sanitisation, machine('office, web', 'notes: 転送は未確認'))).toEqual([
      'fail internet',
    ]);
    expect(await ofMachine(sanitisation, machine('office, gone'))).toEqual([]);
  });

  it('B1: does not pass on what a segment of no known layer lets through', async () => {
    expect(await ofMachine(split, machine('office, a'))).toEqual(['unknown ?']);
    expect(await ofMachine(split, machine('office, a', 'forwards: true'))).toEqual(['fail internet']);
  });
});

describe('a service that LGWAN and the internet reach alike', () => {
  const rules = ['resilience/lgwan-sanitisation', 'resilience/lgwan-split'];
  const service = (more = '') => `segments:
  - { id: office, name: LG系, layer: lgwan }
connections:
  - { id: link, name: 電子申請取得, from: office, to: asp${more} }
services:
  - { id: asp, name: 電子申請, type: cloud, reachedBy: [lgwan, internet] }
`;
  const ofLink = async (yaml: string) => {
    const { result } = await judgeNetwork(yaml, 'isesaki');
    const findings = result.findings.filter(({ ruleId }) => rules.includes(ruleId));
    return { findings, reviews: rules.map((rule) => result.rules.get(rule)?.verdicts.review) };
  };

  it('A15: is told once, with the clauses of both rules', async () => {
    const { findings, reviews } = await ofLink(service());
    expect(findings.map(({ verdict, record }) => `${verdict} ${record.id}`)).toEqual(['review link']);
    expect(reviews).toEqual([1, 1]);
    const refs = findings[0]?.clauses.map(({ ref }) => ref) ?? [];
    for (const rule of rules) {
      const { result } = await judgeNetwork(service(), 'isesaki');
      for (const { ref } of result.rules.get(rule)?.clauses ?? []) expect(refs).toContain(ref);
    }
  });

  it('A15: what the remedy asks for settles both', async () => {
    const { findings } = await ofLink(service(', sanitisation: file-sanitisation, control: firewall'));
    expect(findings).toEqual([]);
  });
});
