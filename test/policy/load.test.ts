import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import {
  bodyPolicyIds,
  builtInPolicyIds,
  loadPolicy,
  PolicyError,
  type PolicyProblem,
  ruleCatalogue,
} from '../../src/policy/load.ts';
import { type Policy, standingIn } from '../../src/policy/policy.ts';
import { wordPolicyProblem } from '../../src/policy/words.ts';
import { inFolder } from '../support/load.ts';

const catalogue = ruleCatalogue(rules);

type Texts = Readonly<Record<string, string>>;

/** Loads `policy.yaml` of a folder of texts. */
async function load(texts: Texts | string): Promise<Policy> {
  const files = typeof texts === 'string' ? { 'policy.yaml': texts } : texts;
  return inFolder(files, (folder) => loadPolicy('policy.yaml', folder, catalogue));
}

async function problemsOf(texts: Texts | string): Promise<readonly PolicyProblem[]> {
  try {
    await load(texts);
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
  return [];
}

/** What is wrong, as `line:column code`; with the file in front where that is not `policy.yaml`. */
async function complaints(texts: Texts | string): Promise<string[]> {
  return (await problemsOf(texts)).map((problem) => {
    const { file, position, code } = problem;
    const what = code === 'schema' || code === 'yaml' ? `${code}/${problem.problem.code}` : code;
    return `${file === 'policy.yaml' ? '' : `${file} `}${position?.line ?? '-'}:${position?.column ?? '-'} ${what}`;
  });
}

async function wordings(texts: Texts | string, lang: 'ja' | 'en' = 'ja'): Promise<string[]> {
  return (await problemsOf(texts)).map((problem) => wordPolicyProblem(problem)[lang]);
}

const head = 'id: own\ntitle: { ja: 自団体, en: Own }\n';
const text = '{ ja: あ, en: a }';

/** A policy of one clause that is as it should be, on line 4, and what is put above it. */
function whole(more = ''): string {
  return `${head}${more}clauses:\n  - ref: 第1条\n    title: ${text}\n    summary: ${text}\n    modality: must\n    informs: x\n`;
}

/** Of a policy that extends isesaki, line 4 is the first that a test writes. */
function extending(more: string): string {
  return `${head}extends: isesaki\n${more}`;
}

describe('a policy that comes built in', () => {
  it.each(builtInPolicyIds)('%s loads under its id', async (id) => {
    const policy = await loadPolicy(id, '/', catalogue);
    expect(policy.id).toBe(id);
    expect(policy.clauses.length).toBeGreaterThanOrEqual(5);
  });

  it('is one of the four of bodies, or a law', async () => {
    expect(bodyPolicyIds).toEqual(['isesaki', 'kumagaya', 'minakami', 'tokubetsuku']);
    expect(builtInPolicyIds).toEqual([...bodyPolicyIds, 'jichiho-244-6', 'shikoukisoku-16-3']);
    for (const id of builtInPolicyIds)
      expect((await loadPolicy(id, '/', catalogue)).kind === 'law').toBe(!bodyPolicyIds.includes(id));
  });

  it.each([
    ['isesaky', 'isesaki'],
    ['ISESAKI', 'isesaki'],
    ['constructor', undefined],
  ])('is not %s', async (reference, suggestion) => {
    const error = await loadPolicy(reference, '/', catalogue).catch((reason: unknown) => reason);
    expect((error as PolicyError).problems).toEqual([
      {
        code: 'unknown-policy',
        file: reference,
        given: reference,
        known: builtInPolicyIds,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  });
});

describe('a bad policy file', () => {
  it.each<[string, string, readonly string[]]>([
    ['holds nothing', '', ['-:- empty']],
    ['is no mapping', '- id: own\n', ['1:1 schema/type']],
    ['is something else', 'DB_PASSWORD=secret\n', ['1:1 yaml/foreign']],
    ['is no YAML', 'id: [own\n', ['1:5 yaml/syntax']],
    ['has no id and no clauses', `title: ${text}\n`, ['1:1 schema/missing-key', '1:1 schema/missing-key']],
    ['has a key that is not known', whole('tilte: x\n'), ['3:1 schema/unknown-key']],
    ['has a second document', `${whole()}---\nid: other\n`, ['10:1 several-documents']],
    ['has a day that is none', whole('editions: [平成28年4月1日, 2026-02-30]\n'), ['3:23 schema/date']],
    [
      'cites a rule that is not there',
      `${whole()}    rules:\n      - { id: technical/mail-span, basis: stated }\n`,
      ['10:15 unknown-rule'],
    ],
    [
      'cites a rule without saying how',
      `${whole()}    rules: [{ id: technical/mail-spam }]\n`,
      ['9:13 schema/missing-key'],
    ],
    [
      'has a clause twice',
      `${whole()}  - ref: 第1条\n    title: ${text}\n    summary: ${text}\n    modality: may\n    attestation: true\n`,
      ['9:10 duplicate-clause'],
    ],
    [
      'has a clause that nothing answers',
      `${head}clauses:\n  - { ref: "1", title: ${text}, summary: ${text}, modality: must }\n`,
      ['4:12 unanswered-clause'],
    ],
    [
      'has a clause that says "no" to every answer',
      `${head}clauses:\n  - { ref: "1", title: ${text}, summary: ${text}, modality: must, rules: [], attestation: false }\n`,
      ['4:12 unanswered-clause'],
    ],
    [
      'has a clause that is not whole',
      `${head}clauses:\n  - { ref: "1", title: ${text}, informs: x }\n`,
      ['4:12 incomplete-clause'],
    ],
    [
      'has a modality that is none, and is not asked for it once more',
      whole().replace('must', 'mast'),
      ['7:15 schema/not-listed'],
    ],
    [
      'treats a layer as one that is not canonical',
      whole(`layers: [{ id: 独立系, name: ${text}, treatedAs: lgwn }]\n`),
      ['3:56 schema/not-listed'],
    ],
    [
      'has a layer twice',
      whole(`layers:\n  - { id: a, name: ${text} }\n  - { id: a, name: ${text} }\n`),
      ['5:11 duplicate-layer'],
    ],
    [
      'has a level that means none of the canonical ones',
      whole('scales:\n  confidentiality: [{ level: 4, means: 4 }]\n  integrity: [{ level: 3, means: 3 }]\n'),
      ['4:40 schema/not-listed', '5:34 unknown-means'],
    ],
    [
      'has its levels upside down',
      whole(
        'scales:\n  confidentiality:\n    - { level: Ⅳ, means: 1 }\n    - { level: Ⅰ, means: 3 }\n    - { level: Ⅱ, means: 1 }\n',
      ),
      ['6:26 scale-order'],
    ],
    [
      'has a level twice, in different widths',
      whole('scales:\n  availability:\n    - { level: 2, means: 2 }\n    - { level: "２", means: 1 }\n'),
      ['6:16 duplicate-level'],
    ],
    [
      'has a level defined by a clause that is not there',
      whole(
        'scales:\n  integrity:\n    - { level: 2, means: 2, clause: 第1条 }\n    - { level: 1, means: 1, clause: 第2条 }\n',
      ),
      ['6:37 unknown-level-clause'],
    ],
    [
      'has a level that is wrong in other ways, too',
      whole('scales:\n  integrity: [{ level: 2, means: 5, clause: 第3条 }, { means: 1, clause: 第2条 }]\n'),
      ['4:34 schema/not-listed', '4:45 unknown-level-clause', '4:52 schema/missing-key'],
    ],
    [
      'has a clause of unreadable ref, which may be the one that defines a level',
      whole('scales: { integrity: [{ level: 2, means: 2, clause: 第1条 }] }\n').replace(
        'ref: 第1条',
        'ref: [第1条]',
      ),
      ['5:10 schema/type'],
    ],
    ['has a scale without levels', whole('scales:\n  availability: []\n'), ['4:17 schema/value']],
    [
      'sets a parameter of a rule that is not there',
      whole('parameters:\n  human/training: { maxAge: P12M }\n'),
      ['4:3 unknown-rule'],
    ],
    [
      'sets a parameter that its rule does not have',
      whole('parameters:\n  human/training-current: { maxage: P12M }\n  technical/mail-spam: { a: 1 }\n'),
      ['4:29 unknown-parameter', '5:26 unknown-parameter'],
    ],
    [
      'sets an interval that is none',
      whole('parameters:\n  human/training-current: { maxAge: 12か月 }\n'),
      ['4:37 not-a-duration'],
    ],
    [
      'sets a parameter to a list',
      whole('parameters:\n  human/training-current: { maxAge: [P12M] }\n'),
      ['4:37 schema/type'],
    ],
    ['drops a clause of nothing', whole('drop: ["1"]\n'), ['3:1 nothing-to-drop']],
  ])('%s', async (_, yaml, expected) => {
    expect(await complaints(yaml)).toEqual(expected);
  });

  it('is told of everything at once, in the order of its lines', async () => {
    const yaml = `${head}extends: isesaki
drop: ["6(2)[22]"]
editions: [2026-02-30]
parameters:
  human/training-current: { maxAge: yearly }
layers: [{ id: a, name: ${text}, treatedAs: none }]
scales:
  integrity: [{ level: 1, means: 1 }, { level: 2, means: 2 }]
clauses:
  - ref: 第1条
  - { ref: 6(1), rules: [{ id: organization/structure, basis: stated }] }
  - { ref: 6(1), modalty: may }
`;
    expect(await complaints(yaml)).toEqual([
      '4:8 unknown-clause',
      '5:12 schema/date',
      '7:37 not-a-duration',
      '8:54 schema/not-listed',
      '10:58 scale-order',
      '12:10 incomplete-clause',
      '12:10 unanswered-clause',
      '13:32 unknown-rule',
      '14:12 duplicate-clause',
      '14:18 schema/unknown-key',
    ]);
  });

  it('is told what to write, in both languages', async () => {
    const yaml = extending('drop: ["6(2)[22]"]\nclauses: [{ ref: "6(5)[22]", modality: may, informs: x }]\n');
    expect(await wordings(yaml)).toEqual([
      'policy.yaml:4:8: 土台のポリシーに条項 6(2)[22] はありません。6(2)[2] ではありませんか',
      'policy.yaml:5:18: 条項 6(5)[22] は土台のポリシーにない新しい条項ですが、title・summary がありません。6(5)[2] ではありませんか',
    ]);
    expect(await wordings(yaml, 'en')).toEqual([
      'policy.yaml:4:8: the policy that it extends has no clause 6(2)[22]; did you mean 6(2)[2]?',
      'policy.yaml:5:18: the clause 6(5)[22] is new, since the policy that it extends has none such, and lacks title, summary; did you mean 6(5)[2]?',
    ]);
  });

  it('is told which clause may be meant to define a level, and where it is dropped', async () => {
    const scale =
      'scales: { integrity: [{ level: 2, means: 2, clause: "6(2)[22]" }, { level: 1, means: 1 }] }\n';
    expect(await wordings(extending(scale))).toEqual([
      'policy.yaml:4:53: integrity の等級「2」を定めるという条項 6(2)[22] がありません。6(2)[2] ではありませんか',
    ]);
    expect(await wordings(extending(scale), 'en')).toEqual([
      'policy.yaml:4:53: there is no clause 6(2)[22] to define the level “2” of integrity; did you mean 6(2)[2]?',
    ]);
    const dropped = `drop:\n  - 6(2)[2]\n${scale.replace('6(2)[22]', '6(2)[2]')}`;
    expect(await wordings(extending(dropped))).toEqual([
      'policy.yaml:6:53: integrity の等級「2」を定めるという条項 6(2)[2] は 5 行目の drop で外しています',
    ]);
    expect(await wordings(extending(dropped), 'en')).toEqual([
      'policy.yaml:6:53: the clause 6(2)[2], said to define the level “2” of integrity, is dropped on line 5',
    ]);
  });

  it.each(['ja', 'en'] as const)('hears nothing of the machinery, in %s', async (lang) => {
    const yaml = `${extending('')}drop: [nowhere, "9"]
parameters:
  technical/mail-spam: { a: 1 }
  human/training-current: { maxAge: 1, age: 2 }
layers: [{ id: a, name: ${text} }, { id: a, name: ${text} }]
scales: { integrity: [{ level: 1, means: 1 }, { level: １, means: 1 }, { level: 2, means: 2 }, { level: 3, means: 3 }] }
clauses: [{ ref: x, informs: x }, { ref: "9", modality: must }, { ref: 6(1), rules: [] }]
`;
    const said = await wordings(yaml, lang);
    expect(said).toHaveLength(11);
    for (const one of said) expect(one).toMatch(/^policy\.yaml:\d+:\d+: [^{}]+$/);
    expect(said.join('\n')).not.toMatch(/undefined|object Object/);
  });
});

describe('a policy that extends another', () => {
  it('takes over what it does not state, under its own id', async () => {
    const base = await loadPolicy('isesaki', '/', catalogue);
    const policy = await load(extending(''));
    expect(policy).toEqual({
      ...base,
      builtOn: ['isesaki'],
      files: [expect.objectContaining({ path: expect.stringMatching(/policy\.yaml$/) })],
      id: 'own',
      title: { ja: '自団体', en: 'Own' },
      issuer: undefined,
      editions: [],
    });
  });

  it('replaces scope by its keys, scales by axis, and layers by id', async () => {
    const base = await loadPolicy('isesaki', '/', catalogue);
    const policy = await load(
      extending(`scope: { agencies: [{ id: mayor, name: ${text} }] }
editions: [令和8年4月1日]
issuer: ${text}
layers:
  - { id: 独立系, name: ${text} }
  - { id: 教育系, name: ${text}, treatedAs: internet }
  - { id: lgwan, name: { ja: 行政系, en: administrative } }
scales:
  confidentiality: [{ level: 3A, means: 3 }, { level: 3B, means: 3 }, { level: 2, means: 2 }, { level: 1, means: 1 }]
`),
    );
    expect(policy.scope).toEqual({ ...base.scope, agencies: [{ id: 'mayor', name: { ja: 'あ', en: 'a' } }] });
    expect(policy.editions).toEqual(['2026-04-01']);
    expect(policy.issuer).toEqual({ ja: 'あ', en: 'a' });
    expect([...policy.layers.values()].map(({ id, name, treatedAs }) => [id, name.ja, treatedAs])).toEqual([
      ['mynumber', 'マイナンバー利用事務系', 'mynumber'],
      ['lgwan', '行政系', 'lgwan'],
      ['internet', 'インターネット接続系', 'internet'],
      ['external', '外部', 'external'],
      ['独立系', 'あ', undefined],
      ['教育系', 'あ', 'internet'],
    ]);
    expect(
      ['3A', '３Ｂ', 2, '1', '3'].map(
        (level) => standingIn(policy.scales.confidentiality, level)?.level.means,
      ),
    ).toEqual([3, 3, 2, 1, undefined]);
    expect(policy.scales.integrity).toEqual(base.scales.integrity);
  });

  it('keeps the levels of its base when it drops a clause that defines one', async () => {
    const yaml = `${head}extends: minakami\ndrop: ["3)機密性3"]\n`;
    const defining = ({ scales }: Policy) => scales.confidentiality.levels.map(({ clause }) => clause);
    expect(defining(await loadPolicy('minakami', '/', catalogue))).toEqual([
      '3)機密性3',
      '3)機密性2',
      '3)機密性1',
    ]);
    const policy = await load(yaml);
    expect(defining(policy)).toEqual([undefined, '3)機密性2', '3)機密性1']);
    expect(standingIn(policy.scales.confidentiality, 3)?.level.means).toBe(3);
    expect(policy.scales.integrity.levels.map(({ clause }) => clause)).toEqual(['3)完全性2', '3)完全性1']);
  });

  it('replaces parameters one by one, and null leaves one out', async () => {
    const texts = {
      'base.yaml': whole(
        'parameters:\n  human/training-current: { maxAge: P12M }\n  technical/log-retention: { minimumDays: 365 }\n',
      ).replace('id: own', 'id: base'),
      'policy.yaml': `${head}extends: ./base.yaml\nparameters:\n  human/training-current: { maxAge: null }\n  evaluation/audit-performed: { maxAge: P24M }\n`,
    };
    expect((await load(texts)).parameters).toEqual({
      'human/training-current': { maxAge: null },
      'technical/log-retention': { minimumDays: 365 },
      'evaluation/audit-performed': { maxAge: 'P24M' },
    });
  });

  it('changes, adds and drops clauses', async () => {
    const base = await loadPolicy('isesaki', '/', catalogue);
    const policy = await load(
      extending(`drop: ["6(2)[2]", "1"]
clauses:
  - ref: 第23条
    title: ${text}
    summary: ${text}
    modality: must
    rules: [{ id: classification/encryption-at-rest, basis: stated }]
  - { ref: "6(5)[2]", rules: [{ id: human/training-current, basis: stated }] }
  - { ref: "6(3)ア[1]", modality: must }
  - { ref: "5[1]", attestation: false, informs: x }
`),
    );
    const clause = (ref: string, from: Policy = policy) => from.clauses.find((one) => one.ref === ref);
    expect(policy.clauses.map(({ ref }) => ref)).toEqual([
      ...base.clauses.map(({ ref }) => ref).filter((ref) => ref !== '6(2)[2]' && ref !== '1'),
      '第23条',
    ]);
    expect(clause('6(5)[2]')).toEqual({
      ...clause('6(5)[2]', base),
      rules: [{ id: 'human/training-current', basis: 'stated' }],
    });
    expect(clause('6(3)ア[1]')).toEqual({ ...clause('6(3)ア[1]', base), modality: 'must' });
    expect(clause('5[1]')).toEqual({
      ...clause('5[1]', base),
      attestation: false,
      informs: { ja: 'x', en: 'x', only: 'ja' },
    });
    expect(policy.citations.get('classification/encryption-at-rest')?.map((one) => one.clause.ref)).toEqual([
      '第23条',
    ]);
    expect(policy.citations.has('evaluation/basic-policy-adopted')).toBe(false);
  });

  it('keeps of a clause what it names with nothing behind it', async () => {
    const rules = [{ id: 'human/training-current', basis: 'stated' }];
    const { clauses, citations } = await load({
      'policy.yaml': `${head}extends: base.yaml\nclauses:\n  - ref: 第1条\n    rules:\n    summary:\n`,
      'base.yaml': `id: base\ntitle: ${text}\nclauses: [{ ref: 第1条, title: ${text}, summary: ${text}, modality: must, attestation: true, rules: ${JSON.stringify(rules)} }]\n`,
    });
    expect(clauses).toMatchObject([{ rules, summary: { ja: expect.any(String) } }]);
    expect(citations.has('human/training-current')).toBe(true);
  });

  it('may stand on a file that stands on another, each relative to its own folder', async () => {
    const texts = {
      'policy.yaml': `${head}extends: shared/prefecture.yaml\nclauses: [{ ref: 第1条, modality: may }]\n`,
      'shared/prefecture.yaml': `id: prefecture\ntitle: ${text}\nextends: ../base.yaml\nclauses: [{ ref: 第1条, informs: y }, { ref: 第2条, title: ${text}, summary: ${text}, modality: should, informs: z }]\n`,
      'base.yaml': whole().replace('id: own', 'id: base'),
    };
    const { id, clauses } = await load(texts);
    expect(id).toBe('own');
    expect(clauses.map(({ ref, modality, informs }) => [ref, modality, informs])).toEqual([
      ['第1条', 'may', { ja: 'y', en: 'y', only: 'ja' }],
      ['第2条', 'should', { ja: 'z', en: 'z', only: 'ja' }],
    ]);
  });

  it.each<[string, Texts | string, readonly string[]]>([
    ['a policy that is not there', `${head}extends: isesaky\n`, ['3:10 unknown-policy']],
    ['a file that is not there', `${head}extends: ./none.yaml\n`, ['3:10 unreadable']],
    ['a list', `${head}extends: [isesaki]\n`, ['3:10 schema/type']],
    [
      'a policy of its own id',
      'id: isesaki\ntitle: { ja: あ, en: a }\nextends: isesaki\n',
      ['1:5 same-id-as-base'],
    ],
    [
      'a file that is wrong, which is told after its own mistakes',
      {
        'policy.yaml': `${head}extends: base.yaml\nclauses: [{ ref: x, modality: may, rules: [{ id: a, basis: stated }] }]\n`,
        'base.yaml': `${head}clauses: [{ ref: x }]\n`,
      },
      ['4:50 unknown-rule', 'base.yaml 3:18 incomplete-clause', 'base.yaml 3:18 unanswered-clause'],
    ],
    [
      'a clause both dropped and changed',
      extending('drop:\n  - 6(1)\nclauses: [{ ref: 6(1), modality: may }]\n'),
      ['6:18 dropped-clause'],
    ],
    [
      'a clause that nothing answers any more',
      extending('clauses: [{ ref: "5[1]", attestation: false }]\n'),
      ['4:18 unanswered-clause'],
    ],
    ['itself', `${head}extends: ./policy.yaml\n`, ['3:10 circular-extends']],
  ])('is refused with %s', async (_, texts, expected) => {
    expect(await complaints(texts)).toEqual(expected);
  });

  it('is refused where it runs in a circle, with the way round', async () => {
    const round = {
      'policy.yaml': `${head}extends: a/one.yaml\n`,
      'a/one.yaml': `id: one\ntitle: ${text}\nextends: ./two.yaml\n`,
      'a/two.yaml': `id: two\ntitle: ${text}\n\nextends: one.yaml\n`,
    };
    expect(await complaints(round)).toEqual(['a/two.yaml 4:10 circular-extends']);
    expect(await wordings(round)).toEqual([
      'a/two.yaml:4:10: extends が循環しています: a/one.yaml → a/two.yaml → a/one.yaml',
    ]);
    expect(await wordings(round, 'en')).toEqual([
      'a/two.yaml:4:10: extends runs in a circle: a/one.yaml → a/two.yaml → a/one.yaml',
    ]);
  });

  it('tells a file that it names from one that was asked for', async () => {
    const yaml = `${head}extends: ./none.yaml\n`;
    expect(await wordings(yaml)).toEqual([
      'policy.yaml:3:10: extends の指すポリシーファイル ./none.yaml を開けません (ENOENT: ファイルまたはフォルダーがありません)',
    ]);
    const error = await loadPolicy('none.yaml', path.resolve('/'), catalogue).catch((one: unknown) => one);
    expect((error as PolicyError).problems.map((one) => wordPolicyProblem(one).en)).toEqual([
      'none.yaml: the policy file cannot be opened (ENOENT: there is no such file or folder)',
    ]);
  });
});
