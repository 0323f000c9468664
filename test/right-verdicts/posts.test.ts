import { describe, expect, it } from 'vitest';
import { foundBy, judgeFiles } from '../support/verdicts.ts';

const manager = 'classification/manager-holds-role';

/** Who is reported as a manager that holds no role, where a role is held by one post and an asset is managed by another. */
async function reported(held: string, managed: string): Promise<readonly string[]> {
  const result = await judgeFiles(
    ['minakami'],
    `organization:
  name: 関所町
  roles: [{ role: security-manager, post: "${held}" }]
assets:
  - { id: a, name: 課税台帳, manager: "${managed}" }
`,
  );
  return foundBy(manager, result).map(({ verdict }) => verdict);
}

describe('a post', () => {
  it.each([
    ['税務課長', '税務課長'],
    ['税務課長', '税　務　課　長'],
    ['税務課長', ' 税務課長　'],
    ['税務課長', '「税務課長」'],
    ['税務課長', '税務課長（山田）'],
    ['税務課長', '税務課長(山田 太郎)'],
    ['税務課長', '税務課長　山田太郎'],
    ['税務課長（山田）', '税務課長'],
    ['税務課長（山田）', '税務課長（山田太郎）'],
    ['ICT推進課長', 'ＩＣＴ推進課長'],
    ['ICT推進課長', 'ict 推進課長'],
  ])('B6: %s is the same as %s', async (held, managed) => {
    expect(await reported(held, managed)).toEqual([]);
  });

  it.each([
    ['税務課長', '収税課長'],
    ['税務課長', '税務課長補佐'],
    ['税務課長', '税務課長 補佐'],
    ['税務課長', '税務課'],
    ['税務課長（山田）', '税務課長（田中）'],
  ])('B6: %s is another than %s', async (held, managed) => {
    expect(await reported(held, managed)).toEqual(['review']);
  });

  it.each(['副市長（総務担当）', '「副　市　長」', '副市長 ', '副市長（山田太郎）'])(
    'B6: %s holds what the policy gives to the 副市長',
    async (post) => {
      const text = `organization:\n  name: 関所市\n  roles: [{ role: ciso, post: "${post}" }, { role: cio, post: "${post}" }]\n`;
      const own = `id: own
title: { ja: 方針, en: Policy }
parameters: { organization/ciso-appointed: { post: 副市長 } }
clauses:
  - ref: "1"
    title: { ja: 責任者, en: Officer }
    summary: { ja: 責任者, en: Officer }
    modality: must
    rules: [{ id: organization/ciso-appointed, basis: stated }]
`;
      const of = async (yaml: string) =>
        foundBy(
          'organization/ciso-appointed',
          await judgeFiles(['./own.yaml'], { 'a.yaml': yaml, 'own.yaml': own }),
        ).map(({ verdict }) => verdict);
      expect(await of(text)).toEqual([]);
      expect(new Set(await of(text.replaceAll(post, '総務部長')))).toEqual(new Set(['fail']));
    },
  );
});

describe('a role that every head of a division holds', () => {
  const heads = [
    '各課長',
    '各課（室）長',
    '課室長',
    '課・室・所長',
    '所属長',
    '各所属長',
    '各課等の長',
    '全課長',
  ];

  it.each(
    heads.flatMap((held) =>
      [
        '税務課長',
        '情報推進室長',
        '東支所長',
        '図書館長',
        '保育園長',
        '中央小学校長',
        '議会事務局長',
        '税務課長（山田）',
      ].map((post) => [held, post] as const),
    ),
  )('B6: %s covers %s', async (held, post) => {
    expect(await reported(held, post)).toEqual([]);
  });

  it.each(
    heads.flatMap((held) =>
      ['総務部長', '庶務係長', '副市長', '副校長', '税務課', '税務課長補佐'].map(
        (post) => [held, post] as const,
      ),
    ),
  )('B6: %s does not cover %s', async (held, post) => {
    expect(await reported(held, post)).toEqual(['review']);
  });

  it.each([
    ['課長', '税務課長', []],
    ['課長', '東支所長', ['review']],
    ['各部長', '税務課長', ['review']],
    ['各部長', '総務部長', []],
    ['総務課長', '税務課長', ['review']],
  ] as const)('B6: one kind alone stands for its own: %s, %s', async (held, post, expected) => {
    expect(await reported(held, post)).toEqual(expected);
  });
});

describe('who is responsible for an asset', () => {
  it('C: is looked at once for a post that no security manager holds, with all of its assets', async () => {
    const result = await judgeFiles(
      ['minakami'],
      `organization:
  name: 関所町
  roles: [{ role: security-manager, post: 税務課長 }, { role: general-security-officer, post: 建設課長 }]
assets:
  - { id: a, name: 課税台帳, manager: 税務課長 }
  - { id: b, name: 道路台帳, manager: 建設課長 }
  - { id: c, name: 橋りょう台帳, manager: 建設　課長 }
  - { id: d, name: 河川台帳, manager: 建設課長（山田） }
  - { id: e, name: 公園台帳, manager: 建設課長 }
  - { id: f, name: 農地台帳, manager: 農林課長 }
systems:
  - { id: s, name: 道路台帳システム, type: server, manager: 建設課長 }
`,
    );
    const found = foundBy(manager, result);
    expect(found.map(({ verdict, record }) => `${record.kind} ${verdict}`)).toEqual([
      'organization review',
      'organization review',
    ]);
    const [roads] = found.filter(({ trace }) => trace.length > 1);
    expect(roads?.trace.map(({ record }) => record?.id)).toEqual(['b', 'c', 'd', 'e', 's']);
    expect(roads?.message.ja).toContain('「道路台帳」「橋りょう台帳」「河川台帳」ほか2件');
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it.each([
    ['no roles', 'organization: { name: 関所町 }\n'],
    ['no organization', ''],
    ['other roles alone', 'organization: { name: 関所町, roles: [{ role: ciso, post: 副町長 }] }\n'],
  ])('C: is unknown once for a body that lists %s', async (_, organization) => {
    const assets = ['税務課長', '建設課長', '農林課長'].map(
      (post, index) => `  - { id: a${index}, name: 台帳${index}, manager: ${post} }\n`,
    );
    const result = await judgeFiles(['minakami'], `${organization}assets:\n${assets.join('')}`);
    expect(foundBy(manager, result).map(({ verdict }) => verdict)).toEqual(['unknown']);
  });

  it('C: may be a system manager for a system, but not for an asset', async () => {
    const roles =
      'organization: { name: 関所町, roles: [{ role: security-manager, post: 税務課長 }, { role: system-manager, post: 総務課長 }] }\n';
    const of = async (text: string) =>
      foundBy(manager, await judgeFiles(['minakami'], roles + text)).map(({ verdict }) => verdict);
    expect(await of('systems:\n  - { id: s, name: 財務会計, type: server, manager: 総務課長 }\n')).toEqual(
      [],
    );
    expect(await of('assets:\n  - { id: a, name: 財務台帳, manager: 総務課長 }\n')).toEqual(['review']);
  });

  it('C: is not asked under a policy that gives assets no managers', async () => {
    const text =
      'organization: { name: 関所市, roles: [{ role: ciso, post: 副市長 }] }\nassets:\n  - { id: a, name: 台帳, manager: 建設課長 }\n';
    for (const policy of ['kumagaya', 'isesaki', 'tokubetsuku'])
      expect(foundBy(manager, await judgeFiles([policy], text))).toEqual([]);
  });
});

describe('the post that Kumagaya gives both offices', () => {
  const found = async (roles: string) =>
    foundBy(
      'organization/ciso-appointed',
      await judgeFiles(['kumagaya'], `organization:\n  name: 関所市\n  roles: [${roles}]\n`),
    );

  it('A12: is named with the role that another post holds', async () => {
    const [finding, ...others] = await found(
      '{ role: cio, post: デジタル担当部長 }, { role: ciso, post: 副市長 }',
    );
    expect(others).toEqual([]);
    expect(finding?.remedy.ja).toContain('副市長を最高情報統括責任者とし');
    expect(finding?.remedy.ja).toContain('role が cio のものの post を 副市長 としてください');
    expect(finding?.remedy.ja).not.toContain('role を ciso として');
  });

  it('A12: is named with the role whose post is not written', async () => {
    const [finding] = await found('{ role: cio }, { role: ciso, post: 副市長 }');
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.remedy.ja).toContain('role が cio のものの post を 副市長 としてください');
  });
});
