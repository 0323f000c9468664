import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import type { ReportedFinding } from '../support/findings.ts';
import { inFolder } from '../support/load.ts';

/** A scale as a policy file writes it: its levels, heaviest first, with the canonical level that each means. */
interface WrittenScale {
  readonly levels: readonly (readonly [level: string | number, means: number])[];
  /** the lowest level that “confidentiality 2 or higher” speaks of */
  readonly two: string | number;
  /** the lowest of those for what is on a par with secret documents */
  readonly three: string | number;
}

const scales: Readonly<Record<string, WrittenScale>> = {
  '3, 2, 1': {
    levels: [
      [3, 3],
      [2, 2],
      [1, 1],
    ],
    two: 2,
    three: 3,
  },
  '3A to 1': {
    levels: [
      ['3A', 3],
      ['3B', 3],
      ['3C', 3],
      [2, 2],
      [1, 1],
    ],
    two: 2,
    three: '3C',
  },
  'Ⅰ to Ⅳ, Ⅰ the highest': {
    levels: [
      ['Ⅰ', 3],
      ['Ⅱ', 2],
      ['Ⅲ', 2],
      ['Ⅳ', 1],
    ],
    two: 'Ⅲ',
    three: 'Ⅰ',
  },
  'A, B, C': {
    levels: [
      ['A', 3],
      ['B', 2],
      ['C', 1],
    ],
    two: 'B',
    three: 'A',
  },
};

/** What goes at the top of a policy file for a scale of confidentiality. */
function scaleYaml({ levels }: WrittenScale): string {
  const items = levels.map(([level, means]) => `{ level: ${level}, means: ${means} }`);
  return `scales: { confidentiality: [${items.join(', ')}] }\n`;
}

/** A policy of one clause that states what the rules ask. */
function policyYaml(rules: readonly string[], more = '', id = 'own'): string {
  const text = '{ ja: 等級, en: Levels }';
  const cited = rules.map((rule) => `{ id: ${rule}, basis: stated }`).join(', ');
  return `sekisho: 1\nid: ${id}\ntitle: ${text}\n${more}clauses:\n  - { ref: 第1条, title: ${text}, summary: ${text}, modality: must, rules: [${cited}] }\n`;
}

interface Said {
  readonly code: number;
  readonly findings: readonly ReportedFinding[];
}

/** Judges an inventory of one file by built-in policies, or by policy files that are given with their text. */
async function judge(
  yaml: string,
  policies: readonly (string | { readonly text: string })[],
  more: readonly string[] = [],
): Promise<Said> {
  const files: Record<string, string> = { 'a.yaml': yaml };
  const named = policies.map((policy, index) => {
    if (typeof policy === 'string') return policy;
    files[`${index}.policy.yaml`] = policy.text;
    return `./${index}.policy.yaml`;
  });
  return inFolder(files, async (directory) => {
    const argv = ['check', 'a.yaml', ...named.flatMap((name) => ['-p', name]), '-f', 'json', ...more];
    const { code, stdout, stderr } = await sekisho([...argv, '--as-of', '2026-11-20'], { directory });
    expect(stderr).toBe('');
    return { code, findings: (JSON.parse(stdout) as { findings: ReportedFinding[] }).findings };
  });
}

/** What a rule found, record by record: `fail a`. */
const saidBy = ({ findings }: Said, rule: string): string[] =>
  findings.filter(({ ruleId }) => ruleId === rule).map(({ verdict, record }) => `${verdict} ${record.id}`);

describe.each(Object.entries(scales))('A16: by a scale of %s', (_, scale) => {
  const levels = scale.levels.map(([level]) => level);
  const pairs = levels.flatMap((a) => levels.map((b) => [a, b] as const));
  /** Higher is what the policy writes further up, and nothing else. */
  const isLower = (a: string | number, b: string | number) => levels.indexOf(a) > levels.indexOf(b);
  const below = (limit: string | number) => levels.filter((level) => isLower(level, limit));
  const from = (limit: string | number) => levels.filter((level) => !isLower(level, limit));
  const lower = pairs.filter(([own, other]) => isLower(own, other));
  const by = (rules: readonly string[]) => [{ text: policyYaml(rules, scaleYaml(scale)) }];

  it('A16: a system, a service or a medium of a lower level than what it carries is reported, whichever two levels these are', async () => {
    const rule = 'classification/carrier-level';
    const [systems, services, assets] = ['', '', ''].map(() => [] as string[]) as [
      string[],
      string[],
      string[],
    ];
    for (const [own, carried] of pairs) {
      const pair = `${own}-${carried}`;
      const classification = (level: string | number) => `classification: { confidentiality: ${level} }`;
      systems.push(`  - { id: system-${pair}, name: システム, ${classification(own)} }\n`);
      services.push(`  - { id: service-${pair}, name: サービス, confidentiality: ${own} }\n`);
      assets.push(`  - { id: medium-${pair}, name: 媒体, form: media, ${classification(own)} }\n`);
      for (const [carrier, field] of [
        ['system', 'system'],
        ['service', 'service'],
        ['medium', 'medium'],
      ])
        assets.push(
          `  - { id: in-${carrier}-${pair}, name: 文書, ${field}: ${carrier}-${pair}, ${classification(carried)} }\n`,
        );
    }
    const said = await judge(
      `systems:\n${systems.join('')}services:\n${services.join('')}assets:\n${assets.join('')}`,
      by([rule]),
    );
    expect(saidBy(said, rule).sort()).toEqual(
      ['system', 'service', 'medium']
        .flatMap((carrier) => lower.map(([own, carried]) => `fail ${carrier}-${own}-${carried}`))
        .sort(),
    );
  });

  it('A16: a carrier is compared with the highest of all that it carries, in whatever order they are listed', async () => {
    const rule = 'classification/carrier-level';
    const [highest] = levels;
    const assets = [...levels, ...[...levels].reverse()].map(
      (level, index) =>
        `  - { id: a${index}, name: 文書${level}, system: files, classification: { confidentiality: ${level} } }\n`,
    );
    for (const own of levels) {
      const said = await judge(
        `systems: [{ id: files, name: 共有, classification: { confidentiality: ${own} } }]\nassets:\n${assets.join('')}`,
        by([rule]),
      );
      expect(saidBy(said, rule)).toEqual(own === highest ? [] : ['fail files']);
      if (own !== highest) expect(said.findings[0]?.message).toContain(`「文書${highest}」`);
    }
  });

  it('A16: a copy of a lower level than its original is reported, whichever two levels these are', async () => {
    const rule = 'classification/copies-managed';
    const assets = pairs.map(
      ([copy, original]) =>
        `  - { id: ${copy}-${original}, name: 台帳, classification: { confidentiality: ${original} }, copies: [{ location: 書庫, manager: 課長, confidentiality: ${copy} }] }\n`,
    );
    const said = await judge(`assets:\n${assets.join('')}`, by([rule]));
    expect(saidBy(said, rule)).toEqual(lower.map(([copy, original]) => `fail ${copy}-${original}`));
  });

  it('A16: My Number data fails at the lowest level alone, and other personal data between the secret and the lowest is one review', async () => {
    const rule = 'classification/personal-data-level';
    const asset = (contents: string) => (level: string | number) =>
      `  - { id: ${contents}-${level}, name: 台帳, contains: [${contents}], classification: { confidentiality: ${level} } }\n`;
    const lowest = levels.at(-1) ?? '';
    const numbers = await judge(`assets:\n${levels.map(asset('my-number')).join('')}`, by([rule]));
    expect(saidBy(numbers, rule)).toEqual([`fail my-number-${lowest}`]);
    for (const level of levels) {
      const text = `organization: { name: 宿場町 }\nassets:\n${asset('personal-information')(level)}`;
      const isBetween = isLower(level, scale.three) && level !== lowest;
      expect(saidBy(await judge(text, by([rule])), rule)).toEqual([
        ...(isBetween ? ['review 宿場町'] : []),
        ...(level === lowest ? [`review personal-information-${level}`] : []),
      ]);
    }
  });

  it.each([
    'classification/storage-locked',
    'classification/storage-hidden',
    'classification/encryption-at-rest',
    'classification/encryption-in-transit',
    'classification/transport-locked-case',
  ])('A16: %s asks of every level from “2” up, and of none below', async (rule) => {
    const no =
      'form: electronic, storage: { locked: false, hiddenFromView: false }, encryption: { atRest: false, inTransit: false }, transport: { carried: true, lockedCase: false, otherProtection: false }';
    const assets = levels.map(
      (level) => `  - { id: a-${level}, name: 文書, classification: { confidentiality: ${level} }, ${no} }\n`,
    );
    const said = await judge(`assets:\n${assets.join('')}`, by([rule]));
    expect(saidBy(said, rule)).toEqual(from(scale.two).map((level) => `fail a-${level}`));
  });

  it('A16: services are asked by the level that they state, or by the highest of the assets they handle', async () => {
    const upwards = [
      'outsourcing/service-scope-limited',
      'outsourcing/service-encryption',
      'outsourcing/service-access-control',
      'outsourcing/service-audited',
      'outsourcing/service-incident-response',
      'outsourcing/sns-no-confidential',
    ];
    const downwards = ['outsourcing/service-terms-observed', 'outsourcing/service-measures'];
    const controls =
      'controls: { encryption: false, accessControl: false, audited: false, incidentResponse: false }, scope: false, terms: { confirmed: false }';
    const stated = levels.map(
      (level) =>
        `  - { id: stated-${level}, name: サービス, type: sns, confidentiality: ${level}, ${controls} }\n`,
    );
    const derived = levels.map(
      (level) => `  - { id: derived-${level}, name: サービス, type: sns, ${controls} }\n`,
    );
    const assets = levels.map(
      (level) =>
        `  - { id: a-${level}, name: 文書, service: derived-${level}, classification: { confidentiality: ${level} } }\n`,
    );
    const parameters = 'parameters: { outsourcing/service-measures: { confidentialityBelow: 2 } }\n';
    const policy = policyYaml([...upwards, ...downwards], `${scaleYaml(scale)}${parameters}`);
    const said = await judge(`services:\n${stated.join('')}${derived.join('')}assets:\n${assets.join('')}`, [
      { text: policy },
    ]);
    const expected = (asked: readonly (string | number)[]) =>
      ['stated', 'derived'].flatMap((kind) => asked.map((level) => `fail ${kind}-${level}`));
    for (const rule of upwards) expect([rule, saidBy(said, rule)]).toEqual([rule, expected(from(scale.two))]);
    for (const rule of downwards)
      expect([rule, saidBy(said, rule)]).toEqual([rule, expected(below(scale.two))]);
  });
});

describe('A16: a body on the guideline since R6.10', () => {
  it('A16: is told of a 3A file in a 3C system', async () => {
    const inventory =
      'systems: [{ id: files, name: 共有サーバ, classification: { confidentiality: 3C } }]\nassets: [{ id: census, name: 特定個人情報ファイル, system: files, classification: { confidentiality: 3A } }]\n';
    const scale = scales['3A to 1'] as WrittenScale;
    const said = await judge(inventory, [
      { text: policyYaml(['classification/carrier-level'], scaleYaml(scale)) },
    ]);
    expect(said.findings.map(({ message }) => message)).toEqual([
      '「共有サーバ」は機密性の等級が「3C」で、取り扱う「特定個人情報ファイル」の「3A」より低くなっています。',
    ]);
    expect(said.code).toBe(1);
  });

  it('A16: levels of two selected policies are joined by what they mean', async () => {
    const inventory =
      'systems: [{ id: files, name: 共有サーバ, classification: { confidentiality: B } }]\nassets:\n  - { id: a, name: 文書A, system: files, classification: { confidentiality: 2 } }\n  - { id: b, name: 文書B, system: files, classification: { confidentiality: 3 } }\n';
    const rule = 'classification/carrier-level';
    const said = await judge(
      inventory,
      (['3, 2, 1', 'A, B, C'] as const).map((name) => ({
        text: policyYaml([rule], scaleYaml(scales[name] as WrittenScale), name === 'A, B, C' ? 'abc' : 'own'),
      })),
    );
    expect(saidBy(said, rule)).toEqual(['fail files']);
    expect(said.findings.find(({ ruleId }) => ruleId === rule)?.message).toContain('「文書B」');
  });
});

/** A scale of the guideline, whose levels have names. */
const named =
  'scales: { confidentiality: [{ level: 自治体機密性3A, means: 3, name: { ja: 秘密文書, en: secret documents } }, { level: 自治体機密性3B, means: 3, name: { ja: 住民の個人情報など, en: data of residents } }, { level: 自治体機密性3C, means: 3, name: { ja: その他の非公表の情報, en: other data not for publication } }, { level: 自治体機密性2, means: 2 }, { level: 自治体機密性1, means: 1 }] }\n';

const asset = (id: string, word: string | number, more = '') =>
  `  - { id: ${JSON.stringify(id)}, name: 台帳, classification: { confidentiality: ${JSON.stringify(word)}, integrity: 2, availability: 1 }${more} }\n`;

describe('A4: levels as offices write them', () => {
  const five = scaleYaml(scales['3A to 1'] as WrittenScale);
  const three = scaleYaml(scales['3, 2, 1'] as WrittenScale);
  const roman = scaleYaml(scales['Ⅰ to Ⅳ, Ⅰ the highest'] as WrittenScale);

  it.each([
    ['3/2/1', three, 3, ['3', '３', '機密性3', '機密性３', '機密性 3', ' 3　', '自治体機密性3', '機密性-3']],
    ['3/2/1', three, 2, ['機密性２', '機密性　2', '自治体機密性２', 'Confidentiality 2', 'confidentiality2']],
    [
      '3A/3B/3C/2/1',
      five,
      '3A',
      [
        '3a',
        '３Ａ',
        '3-A',
        '機密性3A',
        '機密性3-A',
        '機密性３－Ａ',
        '自治体機密性３Ａ',
        '自治体 機密性 3A',
        '3−A',
        '3ーA',
        '3‐A',
      ],
    ],
    ['3A/3B/3C/2/1', five, 2, ['機密性2', '自治体機密性２']],
    [
      '自治体機密性3A and so on',
      named,
      '自治体機密性3B',
      ['3B', '３ｂ', '機密性3B', '自治体機密性３Ｂ', '住民の個人情報など', 'Data of residents'],
    ],
    ['自治体機密性3A and so on', named, '自治体機密性2', [2, '2', '機密性2']],
    ['Ⅰ–Ⅳ', roman, 'Ⅰ', ['I', 'ｉ', '機密性Ⅰ', '機密性 I']],
    ['Ⅰ–Ⅳ', roman, 'Ⅳ', ['IV', 'ⅳ', '機密性ＩＶ']],
  ] as const)('A4: in a scale of %s, %#: each of them is the same level', async (_, scale, level, words) => {
    const rules = [
      'classification/levels-in-scale',
      'classification/levels-assigned',
      'classification/copies-managed',
    ];
    const copy = (of: string | number) =>
      `, copies: [{ location: 書庫, manager: 課長, confidentiality: ${JSON.stringify(of)} }]`;
    const assets = words.flatMap((word, index) => [
      asset(`original-${index}`, word, copy(level)),
      asset(`copy-${index}`, level, copy(word)),
    ]);
    const said = await judge(`assets:\n${assets.join('')}`, [{ text: policyYaml(rules, scale) }]);
    expect(said).toEqual({ code: 0, findings: [] });
  });

  it.each([
    [
      '3/2/1',
      three,
      ['3A', '機密性3A', '4', '完全性2', '可用性3', '秘', '極秘', '高', 'Ⅲ', '自治体3', '3以上', '0'],
    ],
    ['3A/3B/3C/2/1', five, ['3', '機密性3', 3, '３', '自治体機密性3', '秘', '3D', '33A', 'A3']],
    ['自治体機密性3A and so on', named, ['3', '自治体3A', '完全性3A']],
    ['Ⅰ–Ⅳ', roman, ['1', 1, 'Ⅴ', '4', '完全性Ⅰ']],
  ] as const)(
    'A4: in a scale of %s, what it does not have is an error and never the nearest',
    async (_, scale, words) => {
      const rules = [
        'classification/levels-in-scale',
        'classification/levels-assigned',
        'classification/storage-locked',
      ];
      const assets = words.map((word, index) => asset(`a${index}`, word));
      const said = await judge(`assets:\n${assets.join('')}`, [{ text: policyYaml(rules, scale) }]);
      expect(saidBy(said, 'inventory/unknown-level')).toEqual(words.map((_word, index) => `fail a${index}`));
      // It is said once: nothing else is said of the same place.
      expect(said.findings).toHaveLength(words.length);
      expect(said.code).toBe(1);
    },
  );

  it('A4: `3` in a scale of 3A, 3B and 3C is told the three and what each is for, and no others', async () => {
    const said = await judge(`assets:\n${asset('a', 3)}`, [
      { text: policyYaml(['classification/levels-in-scale'], named) },
    ]);
    const [finding] = said.findings;
    expect(finding?.message).toBe(
      '「台帳」は機密性の等級が「3」で、ポリシーの定める等級（自治体機密性3A、自治体機密性3B、自治体機密性3C、自治体機密性2、自治体機密性1）にありません。',
    );
    expect(finding?.remedy).toBe(
      '「3」は、自治体機密性3A（秘密文書）、自治体機密性3B（住民の個人情報など）、自治体機密性3C（その他の非公表の情報）に分かれています。どれに当たるかを決めて、その等級を classification.confidentiality に書いてください。',
    );
  });

  it('A4: Minakami tells of every level what its clause says it is for, wherever the word stands', async () => {
    const said = await judge(
      'assets:\n  - { id: a, name: 台帳, classification: { confidentiality: 極秘, integrity: 高, availability: 1 }, copies: [{ location: 書庫, manager: 課長, confidentiality: 秘 }] }\nsystems: [{ id: s, name: サーバ, classification: { availability: 可用性3 } }]\nservices: [{ id: c, name: クラウド, confidentiality: 高 }]\n',
      ['minakami'],
    );
    const found = said.findings.filter(({ ruleId }) => ruleId === 'inventory/unknown-level');
    expect(found.map(({ record, message }) => `${record.id}: ${message}`)).toEqual([
      'a: 「台帳」は機密性の等級が「極秘」で、ポリシーの定める等級（3、2、1）にありません。',
      'a: 「台帳」は完全性の等級が「高」で、ポリシーの定める等級（2、1）にありません。',
      'a: 「台帳」は複製の機密性の等級が「秘」で、ポリシーの定める等級（3、2、1）にありません。',
      's: 「サーバ」は可用性の等級が「可用性3」で、ポリシーの定める等級（2、1）にありません。',
      'c: 「クラウド」は機密性の等級が「高」で、ポリシーの定める等級（3、2、1）にありません。',
    ]);
    expect(found[0]?.remedy).toContain('classification.confidentiality に書いてください');
    expect(found[0]?.remedy).toContain('3（秘密文書と同等の、とりわけ高い機密性が必要な情報資産の等級）');
    expect(found[2]?.remedy).toContain('copies の confidentiality に');
    expect(found.map(({ clauses }) => clauses.map(({ ref }) => ref.slice(0, 5))[0])).toEqual([
      '3)機密性',
      '3)完全性',
      '3)機密性',
      '3)可用性',
      '3)機密性',
    ]);
    expect(saidBy(said, 'classification/levels-in-scale')).toEqual([]);
    expect(said.code).toBe(1);
  });

  it('A4: the clauses that define the levels are not met by a word that is none, and what depends on it is unknown', async () => {
    const inventory = `assets:\n${asset('a', '秘', ', form: paper, storage: { locked: false }')}`;
    const states = await inFolder({ 'a.yaml': inventory }, async (directory) => {
      const argv = ['coverage', 'a.yaml', '-p', 'minakami', '-f', 'json', '--as-of', '2026-11-20'];
      const { stdout } = await sekisho(argv, { directory });
      const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
      return new Map(clauses.map(({ ref, status }) => [ref, status]));
    });
    for (const ref of ['3)機密性3', '3)機密性2', '3)機密性1'])
      expect([ref, states.get(ref)]).toEqual([ref, 'not-met']);
    for (const ref of ['3)完全性2', '3)可用性1']) expect([ref, states.get(ref)]).toEqual([ref, 'met']);
    const stored = [...states].filter(([ref]) => ref.startsWith('3)保管'));
    expect(stored.map(([, status]) => status)).not.toContain('met');
    expect(stored.map(([, status]) => status)).not.toContain('not-applicable');
  });

  it.each(['kumagaya', 'isesaki', 'tokubetsuku'])(
    'A4: under %s, which states no scale, such a word is unknown, and so is all that depends on it',
    async (policy) => {
      const inventory = `assets:\n${asset('a', '3A', ', system: s')}${asset('b', '機密性３')}${asset('c', '秘')}systems: [{ id: s, name: 共有, classification: { confidentiality: 2, integrity: 2, availability: 2 } }]\nservices: [{ id: d, name: クラウド, confidentiality: 高 }]\n`;
      const said = await judge(inventory, [policy]);
      expect(saidBy(said, 'inventory/unknown-level')).toEqual([]);
      expect(saidBy(said, 'classification/levels-assigned')).toEqual(['unknown a', 'unknown c', 'unknown d']);
      expect(saidBy(said, 'classification/carrier-level')).toEqual(['unknown s']);
      const [finding] = said.findings.filter(({ ruleId }) => ruleId === 'classification/levels-assigned');
      expect(finding?.message).toContain('通常の等級（3、2、1）にもない');
      expect(finding?.remedy).toContain('自団体のポリシーのファイルの scales に等級を定め');
    },
  );

  it.each(['kumagaya', 'isesaki', 'tokubetsuku'])(
    'A4: whoever gives the body’s scale in a policy of its own beside %s, or on top of it, is asked nothing more',
    async (policy) => {
      const inventory = `assets:\n${asset('a', '3A', ', system: s')}systems: [{ id: s, name: 共有, type: server, classification: { confidentiality: 3A, integrity: 2, availability: 2 } }]\n`;
      const text = '{ ja: 等級, en: Levels }';
      const extending = `sekisho: 1\nid: own\ntitle: ${text}\nextends: ${policy}\n${five}`;
      for (const policies of [
        [{ text: extending }],
        [policy, { text: policyYaml(['classification/levels-in-scale'], five) }],
      ]) {
        const said = await judge(inventory, policies);
        expect(said.findings.filter(({ ruleId }) => /level/.test(ruleId))).toEqual([]);
      }
    },
  );

  it('A4: of two selected scales, a level of one alone is not in the other, and a word of neither is told both', async () => {
    const policies = ['minakami', { text: policyYaml(['classification/levels-in-scale'], five) }];
    const said = await judge(
      `assets:\n${asset('a', 3)}${asset('b', '3B')}${asset('c', 2)}${asset('d', '秘')}`,
      policies,
    );
    expect(saidBy(said, 'classification/levels-in-scale')).toEqual(['fail a', 'fail b']);
    expect(saidBy(said, 'inventory/unknown-level')).toEqual(['fail d']);
    const finding = said.findings.find(({ ruleId }) => ruleId === 'inventory/unknown-level');
    expect(finding?.message).toContain('（3、2、1、又は 3A、3B、3C、2、1）');
    expect(finding?.remedy).toContain('「等級」では3A、3B、3C、2、1です');
    // A level of the other scale says all the same what is asked of the asset.
    expect(saidBy(said, 'classification/storage-locked')).toEqual(['unknown a', 'unknown b', 'unknown c']);
  });

  it('A4: nothing is said of what no policy applies to, and no exception covers it', async () => {
    const organization =
      'organization: { name: 町, agencies: [{ id: town, name: 町長部局, organ: mayor }, { id: school, name: 小学校, organ: schools }] }\n';
    const exception =
      'exceptions: [{ id: x, name: 例外, rules: [inventory/unknown-level], records: [b], reason: 理由, applicant: 総務課長, approver: 副町長, approved: 2026-04-01 }]\n';
    const said = await judge(
      `${organization}assets:\n${asset('a', '秘', ', agency: school')}${asset('b', '秘', ', agency: town')}${exception}`,
      ['minakami'],
    );
    expect(saidBy(said, 'inventory/unknown-level')).toEqual(['fail b']);
    expect(said.findings.filter(({ ruleId }) => ruleId === 'inventory/exception-valid')).toHaveLength(1);
  });

  it('A4: a policy whose levels read as the same is refused', async () => {
    const twice = 'scales: { confidentiality: [{ level: 機密性3, means: 3 }, { level: 3, means: 2 }] }\n';
    const files = {
      'a.yaml': 'assets: []\n',
      'own.policy.yaml': policyYaml([], `${twice}`).replace('rules: []', 'informs: 等級'),
    };
    const { code, stderr } = await inFolder(files, (directory) =>
      sekisho(['check', 'a.yaml', '-p', './own.policy.yaml'], { directory }),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('own.policy.yaml:');
    expect(stderr).toContain('「3」');
  });
});

describe('C: systems are information assets', () => {
  const kinds = ['server', 'application', 'storage', 'mail'] as const;
  const others = ['terminal', 'mobile', 'mfp', 'iot', 'network-device'] as const;
  const classes = 'classification: { confidentiality: 2, integrity: 2, availability: 1 }';

  it('C: a manager is asked of systems of every kind, also where none is listed of the assets', async () => {
    const types = [...kinds, ...others].map((type) => `  - { id: ${type}, name: 機器, type: ${type} }\n`);
    const more =
      '  - { id: none, name: 機器 }\n  - { id: no, name: 機器, manager: false }\n  - { id: yes, name: 機器, manager: 総務課長 }\n';
    const rule = 'classification/manager-assigned';
    for (const assets of ['', 'assets: []\n']) {
      const said = await judge(`organization: { name: 町 }\nsystems:\n${types.join('')}${more}${assets}`, [
        'minakami',
      ]);
      expect(saidBy(said, rule)).toEqual([
        // What is not listed at all stays unknown, whatever the systems say.
        ...(assets === '' ? ['unknown 町'] : []),
        ...[...kinds, ...others, 'none'].map((id) => `unknown ${id}`),
        'fail no',
      ]);
      const texts = said.findings
        .filter(
          ({ ruleId, verdict, record }) =>
            ruleId === rule && verdict === 'unknown' && record.kind === 'systems',
        )
        .map(({ message, remedy }) => `${message} ${remedy}`);
      expect(new Set(texts).size).toBe(1);
    }
  });

  it.each(['kumagaya', 'isesaki', 'minakami', 'tokubetsuku'])(
    'C: under %s a class is asked of what keeps information, and never of terminals, printers, network devices or IoT',
    async (policy) => {
      const types = [...kinds, ...others].map((type) => `  - { id: ${type}, name: 機器, type: ${type} }\n`);
      const said = await judge(
        `assets: []\nsystems:\n${types.join('')}  - { id: none, name: 機器 }\n  - { id: classed, name: 機器, type: server, ${classes} }\n`,
        [policy],
      );
      const rule = 'classification/levels-assigned';
      expect(saidBy(said, rule)).toEqual(kinds.map((id) => `unknown ${id}`));
      const texts = said.findings
        .filter(({ ruleId }) => ruleId === rule)
        .map(({ message, remedy }) => `${message} ${remedy}`);
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toContain('assets に載せ');
    },
  );

  it('C: a system has the class of what it carries, axis by axis, but not of what is gone or has no level', async () => {
    const rule = 'classification/levels-assigned';
    const inventory = `systems:
  - { id: full, name: 一, type: server }
  - { id: half, name: 二, type: server }
  - { id: gone, name: 三, type: server }
  - { id: silent, name: 四, type: server }
  - { id: own, name: 五, type: storage, classification: { integrity: 2, availability: 2 } }
assets:
  - { id: a, name: 台帳, system: full, ${classes} }
  - { id: b, name: 台帳, system: half, classification: { confidentiality: 3, integrity: 2 } }
  - { id: c, name: 台帳, system: gone, ${classes}, disposal: { method: shredding, date: 2026-04-01, recorded: true } }
  - { id: d, name: 台帳, system: silent }
  - { id: e, name: 台帳, system: own, classification: { confidentiality: 1, integrity: 1, availability: 1 } }
`;
    const said = await judge(inventory, ['isesaki']);
    const systems = said.findings.filter(
      ({ ruleId, record }) => ruleId === rule && record.kind === 'systems',
    );
    expect(systems.map(({ message }) => message)).toEqual([
      '「二」は可用性の等級が台帳に書かれていません。',
      '「三」は機密性・完全性・可用性の等級が台帳に書かれていません。',
      '「四」は機密性・完全性・可用性の等級が台帳に書かれていません。',
    ]);
  });

  it('C: where what it carries writes a word that is no level, that is what there is to mend', async () => {
    const inventory = `assets:\n${asset('a', '秘', ', system: s')}systems: [{ id: s, name: 共有, type: server }]\n`;
    const stated = await judge(inventory, ['minakami']);
    expect(saidBy(stated, 'inventory/unknown-level')).toEqual(['fail a']);
    expect(saidBy(stated, 'classification/levels-assigned')).toEqual([]);
    const unstated = await judge(inventory, ['isesaki']);
    expect(saidBy(unstated, 'classification/levels-assigned')).toEqual(['unknown a', 'unknown s']);
  });

  it('C: clauses on the class and the manager of information assets are not met by assets alone', async () => {
    const inventory = `assets:\n  - { id: a, name: 台帳, manager: 総務課長, ${classes} }\nsystems: [{ id: s, name: サーバ, type: server }]\n`;
    await inFolder({ 'a.yaml': inventory }, async (directory) => {
      for (const [policy, ref] of [
        ['minakami', '3)[1]'],
        ['isesaki', '6(2)[1]'],
      ] as const) {
        const argv = ['coverage', 'a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
        const { stdout } = await sekisho(argv, { directory });
        const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
        expect(clauses.find((clause) => clause.ref === ref)?.status).toBe('unknown');
      }
    });
  });
});
