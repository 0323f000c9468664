import { describe, expect, it } from 'vitest';
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
