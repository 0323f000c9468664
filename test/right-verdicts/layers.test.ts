import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';
import { edited, readExample, unset } from '../support/mutate.ts';
import { exitCode, judgeNetwork } from '../support/network.ts';

/** A segment with one word for its layer, joined to the internet by nothing at all. */
const written = (layer: string, name = '対象') => `segments:
  - { id: place, name: ${name}, layer: "${layer}" }
  - { id: inner, name: 内部, layer: mynumber }
  - { id: office, name: 庁内, layer: lgwan }
  - { id: web, name: 公開系, layer: internet, monitoring: { intrusion: true } }
connections:
  - { id: link, name: 接続, from: place, to: inner, control: none }
systems: []
assets: []
`;

/** What the rule on separation says of the connection between the place and the MyNumber layer. */
const separation = 'resilience/mynumber-separation connections/link';

describe('the words that offices write for a layer', () => {
  it.each([
    'mynumber',
    'ＭｙＮｕｍｂｅｒ',
    'マイナンバー利用事務系',
    'マイナンバー 利用事務系',
    'ﾏｲﾅﾝﾊﾞｰ利用事務系',
    '個人番号利用事務系',
    'the MyNumber layer',
    '番号系',
    '番号系　接続系',
    '番号接続系',
    '番号系接続',
    'マイナンバー系',
    'マイナンバー接続',
    '番号利用事務系',
    '番号利用事務系（基幹系）',
    'マイナンバー利用事務系（基幹系）',
    'マイナンバー利用事務系（住民情報系）',
  ])('A3: %s is the MyNumber layer', async (layer) => {
    const { findings } = await judgeNetwork(written(layer));
    expect(findings).toEqual([]);
  });

  it.each([
    'lgwan',
    'LGWAN',
    'ＬＧＷＡＮ接続系',
    'LGWAN系',
    'Lgwan 接続',
    'LGWAN系接続系',
    'internet',
    'インターネット接続系',
    'ｲﾝﾀｰﾈｯﾄ系',
    'インターネット接続',
    'LGWAN接続系（情報系）',
    'インターネット系(業務系)',
    '外部',
    'external',
  ])('A3: %s is another layer than the MyNumber layer, and known', async (layer) => {
    const { findings } = await judgeNetwork(written(layer), 'isesaki', (id) =>
      /separation|unknown-layer/.test(id),
    );
    expect(findings).toEqual([`fail ${separation}`]);
  });

  it.each(
    ['基幹系', '情報系', '内部情報系', '業務系', '行政系', '庁内LAN', '番号', 'intranet'].filter(
      (word) => word !== 'LGWAN',
    ),
  )(
    'A3: %s means different layers in different offices: an error with the choices, and all else unknown',
    async (layer) => {
      const { findings, clauses, messages } = await judgeNetwork(written(layer));
      expect(await exitCode(written(layer))).toBe(1);
      expect(findings).toContain('fail inventory/unknown-layer segments/place');
      expect(findings).toContain(`unknown ${separation} ? segments/place.layer`);
      expect(findings.filter((finding) => finding.startsWith('fail'))).toHaveLength(1);
      expect(clauses['2(9)']).toBe('unknown');
      expect(clauses['6(3)ア[1]']).toBe('unknown');
      expect(messages.join()).toContain(
        'mynumber (マイナンバー利用事務系)、lgwan (LGWAN接続系)、internet (インターネット接続系)、external (外部)',
      );
    },
  );

  it('A3: a slip of the pen is asked about', async () => {
    const { messages } = await judgeNetwork(written('インターネト接続系'));
    expect(messages.join()).toContain('インターネット接続系 ではありませんか');
  });

  it.each(['kumagaya', 'minakami'])(
    'A3: under %s, which has no rule on layers, any word may stand',
    async (policy) => {
      const { findings } = await judgeNetwork(written('基幹系'), policy);
      expect(findings).toEqual([]);
    },
  );

  it('A3: of several policies one that rests on layers is enough for an error', async () => {
    const { findings } = await judgeNetwork(written('基幹系'), ['minakami', 'tokubetsuku']);
    expect(findings).toContain('fail inventory/unknown-layer segments/place');
  });

  it('A3: the union knows no MyNumber layer, so that 番号系 counts as LGWAN', async () => {
    const { findings } = await judgeNetwork(
      `segments:
  - { id: core, name: 基幹, layer: 番号系 }
  - { id: web, name: 公開系, layer: インターネット系, monitoring: { intrusion: true } }
connections:
  - { id: link, name: 接続, from: core, to: web, control: none, sanitisation: none }
systems: []
assets: []
`,
      'tokubetsuku',
    );
    expect(findings).toEqual([
      'fail resilience/lgwan-sanitisation connections/link',
      'fail resilience/lgwan-split connections/link',
    ]);
  });

  it('A3: what a service states is read the same way, and out of scope nothing is asked', async () => {
    const yaml = `${written('番号系')}services:
  - { id: cloud, name: 共同利用, layer: 基幹系 }
`;
    expect((await judgeNetwork(yaml)).findings).toEqual(['fail inventory/unknown-layer services/cloud']);
    const school = written('番号系').replace(
      'segments:',
      'segments:\n  - { id: school, name: 学校, layer: 校務系, network: school }',
    );
    expect((await judgeNetwork(school)).findings).toEqual([]);
  });
});

describe('an inventory in which no layer of the body is written', () => {
  const silent = `segments:
  - { id: core, name: 基幹 }
  - { id: office, name: 庁内 }
  - { id: juki, name: 住基ネット, layer: 外部, externalNetwork: juki }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [core] }
  - { id: nas, name: 共有, type: server, segments: [core, office] }
connections:
  - { id: link, name: 接続, from: core, to: office }
assets:
  - { id: register, name: 住民基本台帳, form: electronic, affairs: [my-number-use], system: nas }
`;

  it.each([
    ['isesaki', 12],
    ['tokubetsuku', 7],
  ])('A3: is one finding for the body under %s, which cites all clauses on layers', async (policy, cited) => {
    const { findings, clauses, result } = await judgeNetwork(silent, policy);
    expect(findings).toEqual([expect.stringMatching(/^unknown resilience\/layer-assigned organization\//)]);
    const finding = result.findings.find(({ ruleId }) => ruleId === 'resilience/layer-assigned');
    expect(finding?.clauses).toHaveLength(cited);
    expect(finding?.missing?.kind).toBe('segments');
    expect(finding?.clauses.filter(({ ref }) => clauses[ref] !== 'unknown')).toEqual([]);
  });

  it.each(['kumagaya', 'minakami'])('A3: is no matter of %s, which has no rule on layers', async (policy) => {
    expect((await judgeNetwork(silent, policy)).findings).toEqual([]);
  });

  it('A3: a single layer that is written ends that, and the others are asked for one by one', async () => {
    const { findings } = await judgeNetwork(silent.replace('name: 庁内', 'name: 庁内, layer: LGWAN系'));
    expect(findings).toContain('unknown resilience/layer-assigned segments/core ? segments/core.layer');
    expect(findings.filter((finding) => finding.includes('organization'))).toEqual([]);
  });

  it('A3: neither is a body without segments one of which there is nothing to tell', async () => {
    const yaml = silent.slice(silent.indexOf('systems:'));
    const { findings, clauses } = await judgeNetwork(yaml);
    expect(findings).toEqual([expect.stringMatching(/^unknown resilience\/layer-assigned organization\//)]);
    expect(clauses['6(3)イ[1]']).toBe('unknown');
  });

  it('A3: without the rule that asks for layers the others still say so, once', async () => {
    const { findings } = await judgeNetwork(silent, 'isesaki', (id) => id.startsWith('resilience/'));
    expect(findings).toHaveLength(1);
    const one = await findingsOf('resilience/lgwan-split', 'isesaki', silent);
    expect(one.map(({ verdict, record }) => `${verdict} ${record.kind}`)).toEqual(['unknown organization']);
  });
});

/** The findings of one rule, without its name. */
async function told(rule: string, yaml: string, policy = 'isesaki'): Promise<string[]> {
  const { findings } = await judgeNetwork(yaml, policy, (id) => id === rule);
  return findings.map((finding) => finding.replace(` ${rule}`, ''));
}

const split = 'resilience/lgwan-split';
const sanitisation = 'resilience/lgwan-sanitisation';
const cloud = 'resilience/security-cloud';
const apart = 'resilience/mynumber-separation';
const placement = 'resilience/mynumber-placement';

/** A network of each layer, and one connection without any control. */
const body = (link: string, more = '') => `segments:
  - { id: core, name: 基幹, layer: mynumber }
  - { id: office, name: 庁内, layer: lgwan }
  - { id: web, name: 公開系, layer: internet, monitoring: { intrusion: true } }
  - { id: a, name: 甲 }
  - { id: b, name: 乙 }
  - { id: out, name: 外部の網, layer: external }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
  - { id: juki, name: 住基ネット, layer: external, externalNetwork: juki }
  - { id: school, name: 学習系, layer: internet, network: school }
  - { id: staff-school, name: 校務系, layer: lgwan, network: school }
systems: []
connections:
  - { id: link, name: 接続, control: none, sanitisation: none, ${link} }
${more}`;

describe('ends whose layer nobody has written', () => {
  it.each([
    ['isesaki', [apart, split, sanitisation]],
    ['tokubetsuku', [split, sanitisation]],
  ])('A3: make a connection between them unknown under every rule of %s on layers', async (policy, rules) => {
    const { findings } = await judgeNetwork(body('from: a, to: b'), policy);
    const ofLink = findings.filter((finding) => finding.includes('connections/link'));
    for (const rule of rules)
      expect(ofLink.filter((finding) => finding.includes(rule))).toEqual([
        expect.stringMatching(/^unknown .* connections\/link \? segments\/[ab]\.layer$/),
      ]);
    expect(ofLink.filter((finding) => !finding.startsWith('unknown'))).toEqual([]);
  });

  it('A3: may be the layer asked about where the other end is known', async () => {
    expect(await told(apart, body('from: a, to: office'))).toEqual([
      'unknown connections/link ? segments/a.layer',
    ]);
    expect(await told(split, body('from: a, to: web'))).toEqual([
      'unknown connections/link ? segments/a.layer',
    ]);
    expect(await told(sanitisation, body('from: web, to: a'))).toEqual([
      'unknown connections/link ? segments/a.layer',
    ]);
  });

  it('A3: do not hide the way beyond them', async () => {
    const yaml = body('from: core, to: a', '  - { id: on, name: 先, from: a, to: net, control: none }\n');
    expect(await told(apart, yaml)).toEqual([
      'fail connections/link',
      'unknown connections/on ? segments/a.layer',
    ]);
  });

  it('A3: may be the internet, where the security cloud is asked about', async () => {
    expect(await told(cloud, body('from: web, to: a'))).toEqual([
      'unknown connections/link ? segments/a.layer',
    ]);
    expect(await told(cloud, body('from: web, to: a, securityCloud: true'))).toEqual([]);
  });

  it('A3: may be the internet, too, where they are machines of which nobody wrote where they stand', async () => {
    const machine = (fields: string) =>
      body('from: web, to: pc').replace('systems: []', `systems:\n  - { id: pc, name: 端末, ${fields} }`);
    expect(await told(cloud, machine('type: server'))).toEqual([
      'unknown connections/link ? systems/pc.segments',
    ]);
    expect(await told(cloud, machine('type: server, segments: [office]'))).toEqual([]);
    expect(await told(cloud, machine('type: network-device'))).toEqual([]);
    for (const rule of ['technical/external-connection-approved', 'technical/external-connection-monitored'])
      expect(await told(rule, machine('type: server'), 'minakami')).toEqual([
        'unknown connections/link ? systems/pc.segments',
      ]);
  });

  it.each([
    ['terminals', '{ id: pc, name: 端末, type: terminal }', 'resilience/mynumber-mfa', 'systems/pc.segments'],
    [
      'machines of no kind',
      '{ id: pc, name: 端末, segments: [core] }',
      'resilience/mynumber-export-disabled',
      'systems/pc.type',
    ],
    [
      'terminals on them',
      '{ id: pc, name: 端末, type: mobile, segments: [a] }',
      'resilience/mynumber-mfa',
      'segments/a.layer',
    ],
  ])('A3: leave %s to be asked, not out', async (_, system, rule, fact) => {
    const yaml = body('from: core, to: core').replace('systems: []', `systems:\n  - ${system}`);
    expect(await told(rule, yaml)).toEqual([`unknown systems/pc ? ${fact}`]);
  });
});

describe('LGWAN joined to the internet', () => {
  const service = (fields: string) => `services:\n  - { id: asp, name: サービス, ${fields} }\n`;

  it.each([
    ['type: cloud', ['unknown connections/link ? services/asp.reachedBy']],
    ['type: generative-ai, reachedBy: []', ['unknown connections/link ? services/asp.reachedBy']],
    ['type: sns', ['fail connections/link']],
    ['type: sns, reachedBy: [lgwan]', []],
    ['type: cloud, reachedBy: [lgwan]', []],
    ['type: cloud, reachedBy: [dedicated]', []],
    ['type: cloud, reachedBy: [internet]', ['fail connections/link']],
    ['type: cloud, layer: LGWAN接続系, reachedBy: [internet]', []],
    ['type: cloud, layer: internet', ['fail connections/link']],
    ['type: cloud, layer: 独自系', ['unknown connections/link ? services/asp.layer']],
  ])('A5a: by a service that says %s', async (fields, expected) => {
    for (const policy of ['isesaki', 'tokubetsuku'])
      for (const rule of [split, sanitisation])
        expect(await told(rule, body('from: office, to: asp', service(fields)), policy)).toEqual(expected);
  });

  it('A5a: by a service that both reach is told once for both rules', async () => {
    const yaml = body('from: office, to: asp', service('type: cloud, reachedBy: [lgwan, internet]'));
    for (const policy of ['isesaki', 'tokubetsuku']) {
      expect(await told(sanitisation, yaml, policy)).toEqual(['review connections/link']);
      expect(await told(split, yaml, policy)).toEqual([]);
    }
  });

  it('A5a: says nothing of a service’s other ends that an internet segment reaches it', async () => {
    const yaml = body(
      'from: office, to: asp',
      `  - { id: web-asp, name: 公開系から, from: web, to: asp, control: none, sanitisation: none }\n${service('type: cloud, reachedBy: [lgwan]')}`,
    );
    expect(await told(split, yaml)).toEqual([]);
  });

  it.each([
    ['from: web, to: asp, securityCloud: false', 'type: cloud', ['fail connections/link']],
    ['from: asp, to: web, securityCloud: false', 'type: web-meeting', ['fail connections/link']],
    ['from: web, to: asp', 'type: cloud', ['unknown connections/link ? connections/link.securityCloud']],
    ['from: web, to: asp, securityCloud: true', 'type: cloud', []],
    ['from: web, to: asp, securityCloud: false', 'type: cloud, reachedBy: [lgwan]', []],
    ['from: web, to: asp, securityCloud: false', 'type: cloud, layer: internet', []],
    [
      'from: office, to: asp, securityCloud: false',
      'type: cloud, reachedBy: [internet]',
      ['fail connections/link'],
    ],
    ['from: office, to: asp, securityCloud: false', 'type: cloud, reachedBy: [lgwan, internet]', []],
    [
      'from: office, to: asp, securityCloud: false',
      'type: cloud',
      ['unknown connections/link ? services/asp.reachedBy'],
    ],
    ['from: core, to: asp, securityCloud: false', 'type: cloud, layer: mynumber', []],
  ])('A5a: %s a service (%s) as a way out past the security cloud', async (link, fields, expected) => {
    expect(await told(cloud, body(link, service(fields)))).toEqual(expected);
  });

  it.each([
    ['from: office, to: school', ['fail connections/link']],
    ['from: office, to: staff-school', []],
  ])('A5b: out of scope keeps what it is: %s', async (link, expected) => {
    expect(await told(split, body(link))).toEqual(expected);
    expect(await told(sanitisation, body(link))).toEqual(expected);
  });

  const onwards = (from: string, more = '') =>
    `  - { id: line, name: 学校の回線, from: ${from}, to: net, control: none, sanitisation: none${more} }\n`;

  it('A5b: out of scope lets data pass on', async () => {
    const lgwan = body('from: office, to: staff-school', onwards('staff-school'));
    expect(await told(split, lgwan)).toEqual(['fail connections/link']);
    const { result } = await judgeNetwork(body('from: core, to: staff-school', onwards('staff-school')));
    const finding = result.findings.find(({ ruleId }) => ruleId === apart);
    expect(finding?.message.ja).toContain('外部');
    expect(finding?.record.id).toBe('link');
  });

  it('A5b: a school’s own line to the internet is not judged', async () => {
    for (const line of ['', ', securityCloud: false'])
      expect(await told(cloud, body('from: office, to: juki', onwards('school', line)))).toEqual([]);
  });

  it('A5b: but the line by which the body’s own network reaches the internet is', async () => {
    const yaml = body('from: office, to: staff-school', onwards('staff-school', ', securityCloud: false'));
    expect(await told(cloud, yaml)).toEqual(['fail connections/line']);
    const oneWay = body(
      'from: staff-school, to: office, direction: one-way',
      onwards('staff-school', ', direction: one-way, securityCloud: false'),
    );
    expect(await told(cloud, oneWay)).toEqual([]);
  });

  it('A5c: by an external segment of which nobody says what network it is', async () => {
    for (const rule of [split, sanitisation])
      expect(await told(rule, body('from: office, to: out'))).toEqual([
        'unknown connections/link ? segments/out.externalNetwork',
      ]);
    expect(await told(split, body('from: office, to: juki'))).toEqual([]);
  });

  it.each(['kumagaya', 'minakami'])('A5: is nothing that %s asks about', async (policy) => {
    const asp = (fields: string) => body('from: office, to: asp', service(`type: cloud${fields}`));
    const networks = [
      ...['net', 'school', 'out', 'a', 'web'].map((end) => body(`from: office, to: ${end}`)),
      ...['', ', reachedBy: [internet]', ', reachedBy: [lgwan, internet]', ', layer: 独自系'].map(asp),
      body('from: a, to: b'),
      body('from: core, to: net'),
    ];
    for (const yaml of networks) expect((await judgeNetwork(yaml, policy)).findings).toEqual([]);
  });
});

describe('places of the MyNumber layer elsewhere', () => {
  const gov = (fields: string) =>
    `services:\n  - { id: gov, name: ガバメントクラウド, type: cloud, ${fields} }\n`;
  const centre = (layer: string) =>
    `  - { id: dc, name: データセンター, externalNetwork: data-centre, ${layer} }\n`;
  const withCentre = (layer: string, link: string) =>
    body(link).replace('systems:', `${centre(layer)}systems:`);

  it('B1: the line to them runs inside the layer, and needs no specific communication', async () => {
    expect(await told(apart, body('from: core, to: gov', gov('layer: 番号系')))).toEqual([]);
    expect(await told(apart, withCentre('layer: mynumber', 'from: core, to: dc'))).toEqual([]);
  });

  it('B1: without a layer it cannot be told, with the layer as the thing to write', async () => {
    expect(
      await told(
        apart,
        body(
          'from: core, to: gov',
          gov('name: ガバメントクラウド').replace(', name: ガバメントクラウド }', ' }'),
        ),
      ),
    ).toEqual(['unknown connections/link ? services/gov.layer']);
    expect(await told(apart, withCentre('cidr: []', 'from: core, to: dc'))).toEqual([
      'unknown connections/link ? segments/dc.layer',
    ]);
  });

  it('B1: what states another layer is outside, and needs specific communication', async () => {
    expect(await told(apart, body('from: core, to: gov', gov('layer: external')))).toEqual([
      'fail connections/link',
    ]);
    expect(await told(apart, body('from: core, to: gov', gov('reachedBy: [internet]')))).toEqual([
      'fail connections/link',
    ]);
    const limited =
      'specific: { destination: gov, addresses: [10.0.0.1], ports: [443] }, approval: { by: CISO, date: 2026-04-01 }';
    expect(await told(apart, body(`from: core, to: gov, ${limited}`, gov('layer: external')))).toEqual([]);
  });

  it('B1: what reaches them from another layer crosses the border', async () => {
    expect(await told(apart, body('from: office, to: gov', gov('layer: mynumber')))).toEqual([
      'fail connections/link',
    ]);
  });

  const asset = (fields: string) =>
    `assets:\n  - { id: register, name: 住民記録, ${/form:/.test(fields) ? '' : 'form: electronic, '}${fields} }\n`;

  it.each([
    ['service: gov', 'layer: mynumber', []],
    ['service: gov', 'layer: lgwan', ['fail assets/register']],
    ['service: gov', 'layer: 外部', ['fail assets/register']],
    ['service: gov', 'reachedBy: [dedicated]', ['unknown assets/register ? services/gov.layer']],
    ['service: gov', 'layer: 独自系', ['unknown assets/register ? services/gov.layer']],
  ])('B1: data of MyNumber affairs in a %s with %s', async (place, fields, expected) => {
    const yaml = body(
      'from: office, to: juki',
      `${gov(fields)}${asset(`affairs: [my-number-use], ${place}`)}`,
    );
    expect(await told(placement, yaml)).toEqual(expected);
  });

  it('B1: a system is judged by the layer of its segment, wherever that is', async () => {
    const yaml = `${withCentre('layer: mynumber', 'from: core, to: dc').replace('systems: []', 'systems:\n  - { id: juki-server, name: 住基サーバ, type: server, segments: [dc] }')}${asset('affairs: [my-number-use], system: juki-server')}`;
    expect(await told(placement, yaml)).toEqual([]);
  });

  it.each([
    ['contains: [personal-information]', 'affairs'],
    ['contains: [my-number]', 'affairs'],
    ['origin: internal', 'contains'],
    ['form: null, contains: [personal-information]', 'affairs'],
  ])('C: an asset with %s outside the layer may belong there, which is asked', async (fields, fact) => {
    const server = body('from: office, to: juki').replace(
      'systems: []',
      'systems:\n  - { id: files, name: ファイルサーバ, type: server, segments: [office] }',
    );
    expect(await told(placement, `${server}${asset(`${fields}, system: files`)}`)).toEqual([
      `unknown assets/register ? assets/register.${fact}`,
    ]);
  });

  it('C: nothing is asked of an asset that lies in the layer, or contains no personal data', async () => {
    const server = (segment: string) =>
      body('from: office, to: juki').replace(
        'systems: []',
        `systems:\n  - { id: files, name: サーバ, type: server, segments: [${segment}] }`,
      );
    expect(
      await told(placement, `${server('core')}${asset('contains: [my-number], system: files')}`),
    ).toEqual([]);
    expect(await told(placement, `${server('office')}${asset('contains: [], system: files')}`)).toEqual([]);
    expect(
      await told(
        placement,
        `${server('office')}${asset('affairs: [my-number-related], contains: [my-number], system: files')}`,
      ),
    ).toEqual([]);
  });

  it('C: a breach cites 6(3)ア[1], which asks for it, and not the definition of the layer', async () => {
    const yaml = body(
      'from: office, to: juki',
      `${gov('layer: lgwan')}${asset('affairs: [my-number-use], service: gov')}`,
    );
    const [finding] = await findingsOf(placement, 'isesaki', yaml);
    expect(finding?.clauses.map(({ ref }) => ref)).toEqual(['6(3)ア[1]']);
  });
});

describe('what an example states of its network, taken away', () => {
  /** The states of the clauses on layers, by their reference. */
  async function clausesOnLayers(content: object, policy: string): Promise<ReadonlyMap<string, string>> {
    // JSON is YAML, too, and quick to write.
    const { result } = await judgeNetwork(JSON.stringify(content), policy);
    const clauses = result.coverage.flatMap((one) => one.clauses);
    return new Map(
      clauses
        .filter(({ answeredBy }) => answeredBy.rules.some(({ id }) => id.startsWith('resilience/')))
        .map(({ ref, status }) => [ref, status]),
    );
  }

  /** Every field of the network that says where something stands or leads. */
  function facts(content: Record<string, unknown>): string[] {
    return ['segments', 'services', 'systems'].flatMap((section) =>
      ((content[section] ?? []) as Record<string, unknown>[]).flatMap((record) =>
        (section === 'systems' ? ['segments'] : ['layer', 'externalNetwork', 'reachedBy'])
          .filter((field) => field in record)
          .map((field) => `${section}/${record['id']} ${field}`),
      ),
    );
  }

  const examples = ['city', 'own-policy', 'second-city', 'town', 'union'];
  it.each(
    examples.flatMap((example) => ['isesaki', 'tokubetsuku'].map((policy) => [example, policy] as const)),
  )(
    'A3: leaves no clause on layers of %s met or not-applicable under %s that was not',
    async (example, policy) => {
      const whole = readExample(example);
      const before = await clausesOnLayers(whole, policy);
      const all = facts(whole);
      const ofSegments = all.filter((place) => !place.startsWith('systems/'));
      const layers = all.filter((place) => place.endsWith(' layer'));
      const machines = all.filter((place) => place.startsWith('systems/'));
      // One by one is slow, so that it is tried where the networks have most kinds of places: with every eighth of them,
      // and with all in the long form.
      const oneByOne = policy === 'isesaki' && ['second-city', 'town'].includes(example);
      const step = (process.env['SEKISHO_FULL'] ?? '') === '' ? 8 : 1;
      const single = oneByOne
        ? ofSegments.filter((_, index) => index % step === 0).map((place) => [place])
        : [];
      const groups = [layers, machines, all, ...single].filter(({ length }) => length > 0);
      const raised: string[] = [];
      for (const places of groups) {
        const after = await clausesOnLayers(edited(whole, places.map(unset)), policy);
        for (const [ref, status] of after) {
          const good = status === 'met' || status === 'not-applicable';
          if (good && status !== before.get(ref))
            raised.push(`${ref}: ${before.get(ref)} → ${status} without ${places.join(', ')}`);
        }
      }
      expect(raised).toEqual([]);
    },
  );
});
