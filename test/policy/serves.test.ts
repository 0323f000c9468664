import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import type { Clause, Policy } from '../../src/policy/policy.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const catalogue = ruleCatalogue(rules);

type Texts = Readonly<Record<string, string>>;

const load = (texts: Texts): Promise<Policy> =>
  inFolder(texts, (folder) => loadPolicy('policy.yaml', folder, catalogue));

/** A policy whose clauses stand on the lines from 4 on, or from below what else is said. */
const policy = (id: string, clauses: readonly string[], more = '') =>
  `id: ${id}\ntitle: ${id}\n${more}clauses:\n${clauses.map((clause) => `  - ${clause}\n`).join('')}`;

const own = (...clauses: readonly string[]) => policy('own', clauses);

/** A clause of its own that says what it answers. */
const serving = (ref: string, ...serves: readonly string[]) =>
  `{ ref: ${ref}, title: 題名, summary: 要旨, modality: must, attestation: true, serves: ${JSON.stringify(serves)} }`;

const plain = (ref: string) => serving(ref).replace(', serves: []', '');

async function clauseOf(texts: Texts, ref: string): Promise<Clause> {
  const clause = (await load(texts)).clauses.find((one) => one.ref === ref);
  if (clause === undefined) throw new Error(`there is no ${ref}`);
  return clause;
}

const served = async (texts: Texts, ref: string) =>
  (await clauseOf(texts, ref)).serves?.map((one) => `${one.policy} ${one.ref}`);

/** What `policies check` says is wrong. */
async function complaints(texts: Texts, language: 'ja' | 'en' = 'en'): Promise<string[]> {
  return inFolder(texts, async (directory) => {
    const argv = ['policies', 'check', 'policy.yaml', '--lang', language];
    const { code, stdout, stderr } = await sekisho(argv, { directory });
    if (code === 0) return [];
    expect([code, stdout]).toEqual([2, '']);
    return stderr.trimEnd().split('\n');
  });
}

/** Its own fault in each text, beside policies that are in order. */
const beside: Texts = {
  'other.policy.yaml': policy('other', [
    plain('"1"'),
    plain('"2"'),
    plain('"3[1]"'),
    plain('"3[2]"'),
    plain('"4"'),
  ]),
  'broken.policy.yaml': policy('broken', [plain('"1"').replace('must', 'shall')]),
  'empty.policy.yaml': '',
};

describe('what a clause serves', () => {
  it('is kept as data, in the notation of the other document', async () => {
    const texts = {
      'policy.yaml': own(
        serving(
          '第5条',
          'isesaki ６（３）ア【１】',
          './sub/other.policy.yaml 第二条　第一項',
          'kumagaya 4(1)',
        ),
      ),
      'sub/other.policy.yaml': policy('guide', [plain('第2条第1項')]),
    };
    expect(await served(texts, '第5条')).toEqual(['isesaki 6(3)ア[1]', 'guide 第2条第1項', 'kumagaya 4(1)']);
  });

  it('is all duties of a provision that is named whole', async () => {
    expect(await served({ 'policy.yaml': own(serving('a', 'isesaki 6(3)ア')) }, 'a')).toEqual([
      'isesaki 6(3)ア[1]',
      'isesaki 6(3)ア[2]',
      'isesaki 6(3)ア[3]',
    ]);
  });

  it('may be named by the id of any policy that it extends', async () => {
    const texts = {
      'policy.yaml': policy(
        'own',
        [serving('新', 'top 1', 'middle 2', 'isesaki 1')],
        'extends: ./m/middle.yaml\n',
      ),
      'm/middle.yaml': policy('middle', [plain('"2"')], 'extends: ../top.yaml\n'),
      'top.yaml': policy('top', [plain('"1"')], 'extends: isesaki\n'),
    };
    expect(await served(texts, '新')).toEqual(['top 1', 'middle 2', 'isesaki 1']);
    expect((await load(texts)).builtOn).toEqual(['middle', 'top', 'isesaki']);
  });

  it('comes along with a clause that is inherited, and is replaced by what is said anew', async () => {
    const texts = (more: string) => ({
      'policy.yaml': `id: own\ntitle: own\nextends: ./m/base.yaml\n${more}`,
      'm/base.yaml': policy('base', [serving('甲', '../other.policy.yaml 1')]),
      ...beside,
    });
    expect(await served(texts(''), '甲')).toEqual(['other 1']);
    expect(await served(texts('clauses: [{ ref: 甲, title: 改題 }]\n'), '甲')).toEqual(['other 1']);
    expect(await served(texts('clauses: [{ ref: 甲, serves: ["base 甲"] }]\n'), '甲')).toEqual(['base 甲']);
    expect(await served(texts('clauses: [{ ref: 甲, serves: [] }]\n'), '甲')).toBeUndefined();
  });

  it('may be a clause of a policy that serves this one in turn', async () => {
    const texts = {
      'policy.yaml': own(serving('a', './other.yaml b')),
      'other.yaml': policy('other', [serving('b', './policy.yaml a')]),
    };
    expect(await served(texts, 'a')).toEqual(['other b']);
    const chained = {
      'policy.yaml': policy('own', [serving('a', 'base b')], 'extends: ./base.yaml\n'),
      'base.yaml': policy('base', [serving('b', './policy.yaml a')]),
    };
    expect(await served(chained, 'a')).toEqual(['base b']);
    // What the base says to be answered here is the policy itself.
    expect(await served(chained, 'b')).toBeUndefined();
  });

  it('changes no verdict, nor the digest of what is judged by', async () => {
    const judged = (texts: Texts) =>
      inFolder({ ...texts, 'a.yaml': 'organization: { name: 関所町 }\n' }, async (directory) => {
        const argv = ['a.yaml', '-p', './policy.yaml', '-f', 'json', '--as-of', '2026-11-20'];
        const { inputs, ...report } = JSON.parse((await sekisho(argv, { directory })).stdout);
        expect(inputs).toHaveLength(2);
        return report;
      });
    const without = await judged({ 'policy.yaml': own(plain('a')) });
    expect(await judged({ 'policy.yaml': own(serving('a', 'isesaki 6(3)ア')) })).toEqual(without);
  });
});

describe('a reference to a clause elsewhere', () => {
  it.each<[string, string, string | RegExp]>([
    [
      'names no policy there is',
      serving('a', 'isesaky 1'),
      /^sekisho: policy\.yaml:4:\d+: there is no policy “isesaky”; did you mean isesaki\?$/,
    ],
    [
      'names nothing like a policy',
      serving('a', 'meguro 1'),
      /there is no policy “meguro”; known by their ids are isesaki, kumagaya, .*\.\/other\.policy\.yaml$/,
    ],
    [
      'names a file that is not there',
      serving('a', './none.yaml 1'),
      /the policy file \.\/none\.yaml cannot be opened \(ENOENT/,
    ],
    [
      'names a file outside',
      serving('a', '../../../../etc/hosts.yaml 1'),
      /hosts\.yaml cannot be opened \(.*outside/,
    ],
    [
      'names no clause there is',
      serving('a', 'isesaki 6(3)オ[1]'),
      /the policy isesaki has no clause 6\(3\)オ\[1\]; did you mean isesaki 6\(3\)[アイウ]\[1\]\?$/,
    ],
    [
      'names nothing like a clause',
      serving('a', 'isesaki 第百条の二第三項'),
      /the policy isesaki has no clause 第百条の二第三項; look it up by sekisho explain isesaki <clause>$/,
    ],
    [
      'has no blank',
      serving('a', 'isesaki6(3)ア[1]'),
      /serves has “isesaki6\(3\)ア\[1\]”, .* as “isesaki 6\(3\)ア\[1\]”$/,
    ],
    ['has a colon', serving('a', './other.policy.yaml:1'), /serves has .* as “\.\/other\.policy\.yaml 1”$/],
    ['is a policy alone', serving('a', 'isesaki'), /serves has “isesaki”, .* as “isesaki 6\(3\)ア\[1\]”$/],
    [
      'means the policy itself',
      serving('a', 'own b'),
      /own is this policy itself; name a clause of another$/,
    ],
    ['means its own file', serving('a', './policy.yaml a'), /\.\/policy\.yaml is this policy itself/],
    [
      'stands twice',
      serving('a', 'isesaki 1', 'isesaki １'),
      /“isesaki １” is named already, by “isesaki 1” on line 4; remove one of the two$/,
    ],
    [
      'stands in a provision that is named',
      serving('a', 'other 3', 'isesaki 1', './other.policy.yaml 3[2]').replace(
        'other 3',
        './other.policy.yaml 3',
      ),
      /“\.\/other\.policy\.yaml 3\[2\]” is named already, by “\.\/other\.policy\.yaml 3” on line 4/,
    ],
    [
      'stands in serves and as',
      '{ ref: a, as: "isesaki 1", serves: ["isesaki 1"] }',
      /:4:41: “isesaki 1” is named already, by “isesaki 1” on line 4/,
    ],
    [
      'takes over no policy there is',
      '{ ref: a, as: "isesakk 1" }',
      /:4:19: there is no policy “isesakk”; did you mean isesaki\?$/,
    ],
    [
      'takes over no clause there is',
      '{ ref: a, as: "./other.policy.yaml 9" }',
      /:4:19: the policy \.\/other\.policy\.yaml has no clause 9; did you mean/,
    ],
    ['takes over without a blank', '{ ref: a, as: "isesaki" }', /:4:19: as has “isesaki”/],
    [
      'takes over several duties',
      '{ ref: a, as: "./other.policy.yaml 3" }',
      /:4:19: the clause \.\/other\.policy\.yaml 3 is now 3\[1\], 3\[2\], one for each duty; write one of them in as \(“\.\/other\.policy\.yaml 3\[1\]”\)/,
    ],
  ])('%s', async (_, clause, complaint) => {
    const found = await complaints({ 'policy.yaml': own(clause), ...beside });
    expect(found).toEqual([expect.stringMatching(complaint)]);
    expect(found[0]).toMatch(/^sekisho: policy\.yaml:4:\d+: /);
    // In Japanese as well, and nothing is left out of the sentence.
    const [japanese] = await complaints({ 'policy.yaml': own(clause), ...beside }, 'ja');
    expect(japanese).toMatch(/^sekisho: policy\.yaml:4:\d+: .*(?:ください|ではありませんか)/);
    expect(japanese).not.toContain('undefined');
  });

  it('tells the column of each slip, and all at once', async () => {
    const clause =
      '{ ref: a, title: x, summary: y, modality: must, attestation: true, serves: [isesaki 1, nobody 2, isesaki 99] }';
    const found = await complaints({
      'policy.yaml': own(clause, '{ ref: b, as: isesaki 98 }').replace('title: own', 'title: [own]'),
    });
    expect(found.map((line) => line.split(': ')[1])).toEqual([
      'policy.yaml:2:8',
      'policy.yaml:4:92',
      'policy.yaml:4:102',
      'policy.yaml:5:19',
    ]);
  });

  it('names a policy with errors, which are told once', async () => {
    const clauses = [serving('a', './broken.policy.yaml 1'), serving('b', './broken.policy.yaml 2')];
    expect(await complaints({ 'policy.yaml': own(...clauses), ...beside })).toEqual([
      expect.stringMatching(/^sekisho: policy\.yaml:4:\d+: the policy \.\/broken\.policy\.yaml has errors/),
      expect.stringMatching(/^sekisho: policy\.yaml:5:\d+: the policy \.\/broken\.policy\.yaml has errors/),
      expect.stringMatching(/^sekisho: broken\.policy\.yaml:4:\d+: .*shall/),
    ]);
    const empty = await complaints({ 'policy.yaml': own(serving('a', './empty.policy.yaml 1')), ...beside });
    expect(empty).toEqual([
      expect.stringContaining('./empty.policy.yaml has errors'),
      'sekisho: empty.policy.yaml: the policy file is empty',
    ]);
  });

  it('is told a thousand times at most, since each may name a file to look for', async () => {
    const clauses = Array.from({ length: 1500 }, (_, index) => serving(`a${index}`, `./none${index}.yaml 1`));
    expect(await complaints({ 'policy.yaml': own(...clauses) })).toHaveLength(1000);
  });

  it('may be the id of a base that cannot be read, which is told once', async () => {
    const texts = { 'policy.yaml': policy('own', [serving('a', 'base 1')], 'extends: ./none.yaml\n') };
    expect(await complaints(texts)).toEqual([expect.stringMatching(/^sekisho: policy\.yaml:3:10: /)]);
  });
});

describe('a clause that is one of another document', () => {
  it('takes everything over under a reference of its own', async () => {
    const texts = { 'policy.yaml': own('{ ref: 第5条, as: "isesaki 6(3)ア[1]" }') };
    const isesaki = await loadPolicy('isesaki', '/', catalogue);
    const {
      ref: _,
      serves: answered = [],
      ...original
    } = isesaki.clauses.find(({ ref }) => ref === '6(3)ア[1]') ?? { ref: '' };
    const { ref, serves, ...taken } = await clauseOf(texts, '第5条');
    expect(ref).toBe('第5条');
    expect(answered).toEqual([{ policy: 'shikoukisoku-16-3', ref: '第1項第5号[3]' }]);
    expect(serves).toEqual([{ policy: 'isesaki', ref: '6(3)ア[1]' }, ...answered]);
    expect(taken).toEqual(original);
    expect([...(await load(texts)).citations.keys()]).toContain('resilience/mynumber-separation');
  });

  const rich = policy(
    'other',
    [
      '{ ref: "1", title: 元の題名, summary: 元の要旨, modality: must, attestation: true, informs: 元, rules: [{ id: human/training-current, basis: stated, atLeast: 2, where: { employment: regular }, parameters: { maxAge: P6M } }] }'.replace(
        ' atLeast: 2,',
        '',
      ),
      '{ ref: "2", title: 二, summary: 二, modality: should, rules: [{ id: human/training-current, basis: stated }] }',
      '{ ref: "3", title: 三, summary: 三, modality: must, rules: [{ id: classification/encryption-at-rest, basis: stated, atLeast: 2 }] }',
    ],
    'parameters: { human/training-current: { maxAge: P18M } }\n',
  );
  const taking = (clause: string, more = '') => ({
    'policy.yaml': policy('own', [clause], more),
    'other.yaml': rich,
  });
  const mine = (key: string) => `{ ref: a, as: "./other.yaml 1", ${key} }`;

  it.each([
    ['title: 自分', { title: { ja: '自分', en: '自分', only: 'ja' } }],
    ['summary: 自分', { summary: { ja: '自分', en: '自分', only: 'ja' } }],
    ['modality: should', { modality: 'should' }],
    ['attestation: false', { attestation: false }],
    ['informs: 自分', { informs: { ja: '自分', en: '自分', only: 'ja' } }],
    ['rules: []', { rules: [] }],
    [
      'rules: [{ id: technical/mail-spam, basis: interpreted }]',
      { rules: [{ id: 'technical/mail-spam', basis: 'interpreted' }] },
    ],
    [
      'serves: [isesaki 1]',
      {
        serves: [
          { policy: 'other', ref: '1' },
          { policy: 'isesaki', ref: '1' },
        ],
      },
    ],
  ])('states %s itself, and nothing else', async (key, expected) => {
    const whole = await clauseOf(taking('{ ref: a, as: "./other.yaml 1" }'), 'a');
    expect(whole.rules).toMatchObject([
      { id: 'human/training-current', where: { employment: 'regular' }, parameters: { maxAge: 'P6M' } },
    ]);
    expect(await clauseOf(taking(mine(key)), 'a')).toEqual({ ...whole, ...expected });
  });

  it('takes over the numbers that the other policy sets, which what is stated here goes before', async () => {
    const age = async (texts: Texts, ref = 'a') =>
      (await clauseOf(texts, ref)).rules.map(({ parameters }) => parameters?.['maxAge']);
    const second = '{ ref: a, as: "./other.yaml 2" }';
    expect(await age(taking(second))).toEqual(['P18M']);
    const set = 'parameters: { human/training-current: { maxAge: P9M } }\n';
    expect(await age(taking(second, set))).toEqual([undefined]);
    expect(await age(taking('{ ref: a, as: "./other.yaml 1" }', set))).toEqual(['P6M']);
    // What only the base says is not stated here; what is stated where the clause is inherited is.
    const extending = (first: string, below: string) => ({
      'other.yaml': rich,
      'base.yaml': policy('base', [plain('z')], set),
      'middle.yaml': policy('middle', [second], `extends: ./base.yaml\n${first}`),
      'policy.yaml': `id: own\ntitle: own\nextends: ./middle.yaml\n${below}`,
    });
    expect(await age(extending('', ''))).toEqual(['P18M']);
    expect(await age(extending(set, ''))).toEqual([undefined]);
    expect(await age(extending('', set))).toEqual([undefined]);
  });

  it('holds for itself alone', async () => {
    const texts = taking(
      '{ ref: a, as: "./other.yaml 2" }\n  - { ref: b, title: b, summary: b, modality: must, rules: [{ id: human/training-current, basis: stated }] }',
    );
    const { parameters, clauses } = await load(texts);
    expect(parameters).toEqual({});
    expect(clauses.map(({ rules: [rule] }) => rule?.parameters)).toEqual([{ maxAge: 'P18M' }, undefined]);
  });

  it('judges by what it takes over, and cites its own reference', async () => {
    const staff = 'staffGroups:\n  - { id: g, name: 職員, employment: regular, lastTraining: 2025-09-01 }\n';
    const texts = { ...taking('{ ref: 第9条, as: "./other.yaml 1" }', ''), 'a.yaml': staff };
    await inFolder(texts, async (directory) => {
      const argv = ['a.yaml', '-p', './policy.yaml', '--as-of', '2026-11-20', '-f', 'json'];
      const { stdout } = await sekisho(argv, { directory });
      const { findings } = JSON.parse(stdout) as {
        findings: { ruleId: string; message: string; clauses: object[] }[];
      };
      const [finding] = findings.filter(({ ruleId }) => ruleId === 'human/training-current');
      expect(finding?.message).toContain('6か月（条項の定め）');
      expect(finding?.clauses).toEqual([{ policy: 'own', ref: '第9条', title: '元の題名' }]);
    });
  });

  it('may be one that is itself a third', async () => {
    const texts = {
      'policy.yaml': own('{ ref: a, as: "./b.yaml b", title: 一 }'),
      'b.yaml': policy('b', ['{ ref: b, as: "./other.yaml 2", summary: 二, title: 二 }']),
      'other.yaml': rich,
    };
    const clause = await clauseOf(texts, 'a');
    expect([clause.title.ja, clause.summary.ja, clause.modality]).toEqual(['一', '二', 'should']);
    expect(clause.rules).toMatchObject([{ parameters: { maxAge: 'P18M' } }]);
    expect(clause.serves).toEqual([{ policy: 'b', ref: 'b' }]);
  });

  it('takes the place of what the base says under its reference', async () => {
    const texts = {
      ...taking('{ ref: z, as: "./other.yaml 2" }', 'extends: ./base.yaml\n'),
      'base.yaml': policy('base', [plain('z')]),
    };
    expect(await clauseOf(texts, 'z')).toMatchObject({
      title: { ja: '二' },
      modality: 'should',
      attestation: false,
    });
  });

  it('comes along with a policy that is extended, from whatever folder', async () => {
    const texts = {
      'policy.yaml': 'id: own\ntitle: own\nextends: ./m/base.yaml\nclauses: [{ ref: a, title: 改題 }]\n',
      'm/base.yaml': policy('base', ['{ ref: a, as: "./n/other.yaml 1" }']),
      'm/n/other.yaml': rich,
    };
    const clause = await clauseOf(texts, 'a');
    expect([clause.title.ja, clause.summary.ja]).toEqual(['改題', '元の要旨']);
    expect(clause.serves).toEqual([{ policy: 'other', ref: '1' }]);
    expect((await load(texts)).files.map(({ path }) => path.replace(/^.*[\\/]/, ''))).toEqual([
      'policy.yaml',
      'base.yaml',
      'other.yaml',
    ]);
  });

  it('leads nowhere in a circle, which is told once', async () => {
    const texts = {
      'policy.yaml': own('{ ref: a, as: "./b.yaml b" }', '{ ref: c, as: "./b.yaml d" }'),
      'b.yaml': policy('b', ['{ ref: b, as: "./policy.yaml a" }', '{ ref: d, as: "./b2.yaml 1" }']),
      'b2.yaml': policy('b2', [plain('"1"')]),
    };
    expect(await complaints(texts)).toEqual([
      expect.stringMatching(
        /^sekisho: policy\.yaml:4:19: as runs in a circle, .*: own a → b b → own a; remove one/,
      ),
    ]);
    // A way that leads into a circle is not one of it.
    const led = {
      'policy.yaml': own('{ ref: a, as: "./b.yaml 1" }'),
      'b.yaml': policy('b', ['{ ref: "1", as: "./c.yaml 1" }']),
      'c.yaml': policy('c', ['{ ref: "1", as: "./b.yaml 1" }']),
    };
    expect(await complaints(led)).toEqual([
      expect.stringMatching(/^sekisho: b\.yaml:4:21: as runs in a circle, .*: b 1 → c 1 → b 1; /),
    ]);
  });

  const levels = (...written: readonly string[]) =>
    `scales: { confidentiality: [${written.map((level, index) => `{ level: ${level}, means: ${3 - index} }`).join(', ')}] }\n`;

  it('is refused where its levels are none of this policy', async () => {
    const third = '{ ref: a, as: "./other.yaml 3" }';
    expect(await complaints(taking(third, levels('Ⅰ', 'Ⅱ', 'Ⅲ')))).toEqual([
      expect.stringMatching(
        /^sekisho: policy\.yaml:5:19: the rules of \.\/other\.yaml 3 cannot be taken over as they are: atLeast is “2”, .* write one of Ⅰ, Ⅱ, Ⅲ\. Write rules for this clause$/,
      ),
    ]);
    expect(await complaints(taking(third, levels('"3"', '"2"', '"1"')))).toEqual([]);
    const anew = third.replace(
      ' }',
      ', rules: [{ id: classification/encryption-at-rest, basis: stated, atLeast: Ⅱ }] }',
    );
    expect(await complaints(taking(anew, levels('Ⅰ', 'Ⅱ', 'Ⅲ')))).toEqual([]);
  });

  it('is refused where a policy that inherits it has other levels', async () => {
    const texts = {
      'policy.yaml': `id: own\ntitle: own\nextends: ./base.yaml\n${levels('Ⅰ', 'Ⅱ', 'Ⅲ')}`,
      'base.yaml': policy('base', ['{ ref: a, as: "./other.yaml 3" }']),
      'other.yaml': rich,
    };
    expect(await complaints(texts)).toEqual([
      expect.stringMatching(
        /^sekisho: policy\.yaml:4:11: the clause a of the policy that it extends asks from confidentiality “2” on/,
      ),
    ]);
  });

  it('is refused where everything that answers it is taken away', async () => {
    const bare = '{ ref: a, as: "./other.yaml 2", rules: [] }';
    expect(await complaints(taking(bare))).toEqual([
      expect.stringMatching(/^sekisho: policy\.yaml:4:12: nothing answers the clause a; write rules/),
    ]);
  });

  it('takes a way as long as two files can hold', async () => {
    const count = 3000;
    const way = (other: string, step: number) =>
      Array.from(
        { length: count },
        (_, index) => `{ ref: "${index}", as: "./${other}.yaml ${index + step}" }`,
      );
    const texts = {
      'policy.yaml': policy('own', way('b', 0)),
      'b.yaml': policy('b', [...way('policy', 1).slice(0, -1), plain(`"${count - 1}"`)]),
    };
    expect((await clauseOf(texts, '0')).title.ja).toBe('題名');
  });
});
