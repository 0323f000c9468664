import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';
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
