import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Against {
  readonly against: string;
  readonly clauses: readonly {
    readonly ref: string;
    readonly title: string;
    readonly servedBy: readonly string[];
    readonly status: string;
  }[];
}

const schema = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../schemas/coverage-against.schema.json'), 'utf8'),
);
const isValid = new Ajv2020({ strict: true }).compile(schema);

const clause = (ref: string, more: string) =>
  `  - { ref: ${ref}, title: 題名${ref}, summary: 要旨, ${more} }\n`;

/** What the others answer. */
const model = `id: model
title: { ja: 手引き, en: The guide }
clauses:
${clause('一', 'modality: must, attestation: true')}${clause('二', 'modality: must, attestation: true')}${clause('三', 'modality: must, attestation: true')}${clause('用語', 'modality: definition, attestation: true')}${clause('参照', 'modality: must, informs: 語彙')}`;

const rule = (id: string) => `rules: [{ id: ${id}, basis: stated }]`;

/** Clauses of every status, by what the inventory says; the references say which. */
const own = `id: own
title: 自団体
clauses:
${clause('met', `modality: must, ${rule('technical/mail-spam')}, serves: ["./model.policy.yaml 一"]`)}${clause('not-met', `modality: must, ${rule('technical/faults-recorded')}`)}${clause('improve', `modality: should, ${rule('technical/faults-recorded')}`)}${clause('unknown', `modality: must, ${rule('technical/logs-acquired')}`)}${clause('none', `modality: must, ${rule('physical/room-entry-log')}`)}${clause('attested', 'modality: must, attestation: true')}${clause('informs', 'modality: must, informs: 語彙')}`;

const second = `id: second\ntitle: 学校\nclauses:\n${clause('s12', 'modality: must, attestation: true, serves: ["./model.policy.yaml 二", "./model.policy.yaml 一"]')}`;

const inventory = `organization: { name: 関所町, complete: [facilities] }
facilities: []
systems:
  - { id: mail, name: メール, type: mail, mail: { spamFilter: true }, faults: { recorded: false } }
attestations:
  - { id: a, clause: attested, policy: own, statement: 確認, by: 町長, date: 2026-04-01 }
`;

const files = {
  'a.yaml': inventory,
  'model.policy.yaml': model,
  'own.policy.yaml': own,
  'second.policy.yaml': second,
};

const against = (argv: readonly string[], texts: Readonly<Record<string, string>> = {}, columns?: number) =>
  inFolder({ ...files, ...texts }, (directory) =>
    sekisho(['coverage', 'a.yaml', '--as-of', '2026-11-20', ...argv], {
      directory,
      ...(columns === undefined ? {} : { columns, environment: { LANG: 'ja_JP.UTF-8', NO_COLOR: '1' } }),
    }),
  );

async function clauses(argv: readonly string[], texts: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await against([...argv, '-f', 'json'], texts);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const report = JSON.parse(stdout) as Against;
  expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
  return report.clauses;
}

/** Of a clause behind which there are no findings. */
const quiet = { findings: 0, next: [] };

const toModel = ['--against', './model.policy.yaml'];
const byOwn = ['-p', './own.policy.yaml', ...toModel];

/** Has clauses of some statuses serve the first of the guide. */
const servedBy = (...refs: readonly string[]) => ({
  'own.policy.yaml': own
    .replace(/, serves: \["[^"]*"\]/, '')
    .replaceAll(/(ref: ([\w-]+),.*) }/g, (line, head: string, ref: string) =>
      refs.includes(ref) ? `${head}, serves: ["./model.policy.yaml 一"] }` : line,
    ),
});

describe('sekisho coverage --against', () => {
  it('lists every clause of the other policy with those that serve it, exactly so as JSON', async () => {
    const { stdout } = await against([...byOwn, '-f', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      against: 'model',
      clauses: [
        { ref: '一', title: '題名一', servedBy: ['met'], status: 'met', work: 'done', ...quiet },
        { ref: '二', title: '題名二', servedBy: [], status: 'uncovered', work: 'uncovered', ...quiet },
        { ref: '三', title: '題名三', servedBy: [], status: 'uncovered', work: 'uncovered', ...quiet },
        { ref: '用語', title: '題名用語', servedBy: [], status: 'not-needed', work: 'nothing', ...quiet },
        { ref: '参照', title: '題名参照', servedBy: [], status: 'not-needed', work: 'nothing', ...quiet },
      ],
    });
  });

  it('names clauses with their policies where several are judged by', async () => {
    const both = await clauses([...byOwn, '-p', './second.policy.yaml']);
    expect(both.map(({ ref, servedBy: by, status }) => [ref, by, status])).toEqual([
      ['一', ['own met', 'second s12'], 'unknown'],
      ['二', ['second s12'], 'unknown'],
      ['三', [], 'uncovered'],
      ['用語', [], 'not-needed'],
      ['参照', [], 'not-needed'],
    ]);
  });

  it.each<[readonly string[], string]>([
    [['met'], 'met'],
    [['attested'], 'attested'],
    [['not-met'], 'not-met'],
    [['unknown'], 'unknown'],
    [['none'], 'not-applicable'],
    [['informs'], 'informs'],
    [['met', 'attested'], 'attested'],
    [['met', 'none'], 'not-applicable'],
    [['met', 'informs'], 'informs'],
    [['met', 'unknown'], 'unknown'],
    [['unknown', 'not-met', 'met'], 'not-met'],
  ])('is %j for a clause that these serve: %s', async (refs, status) => {
    const [first] = await clauses(byOwn, servedBy(...refs));
    expect([first?.servedBy.toSorted(), first?.status]).toEqual([refs.toSorted(), status]);
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
    ['some clause is not served', byOwn, {}, 1],

    [
      'all are that ask for something',
      byOwn,
      {
        'own.policy.yaml': own.replace(
          'policy.yaml 一"',
          'policy.yaml 一", "./model.policy.yaml 二", "./model.policy.yaml 三"',
        ),
      },
      0,
    ],
    ['it is the policy itself', ['-p', './model.policy.yaml', ...toModel], {}, 0],
    ['it cannot be loaded', ['-p', './own.policy.yaml', '--against', './none.yaml'], {}, 2],
    ['it is misspelt', ['-p', './own.policy.yaml', '--against', 'isesaky'], {}, 2],
    ['the inventory is not valid', byOwn, { 'a.yaml': 'sytems: []\n' }, 1],
  ])('with --fail-uncovered, where %s, exits so', async (_, argv, texts, code) => {
    expect((await against([...argv, '--fail-uncovered'], texts)).code).toBe(code);
  });

  it('is no gate without --fail-uncovered', async () => {
    expect((await against(byOwn)).code).toBe(0);
    const { code, stderr } = await against(['-p', './own.policy.yaml', '--against', 'isesaky']);
    expect([code, stderr]).toEqual([
      2,
      'sekisho: isesaky: 「isesaky」というポリシーはありません。isesaki ではありませんか (一覧: isesaki, kumagaya, minakami, tokubetsuku, jichiho-244-6, shikoukisoku-16-3)\n',
    ]);
  });

  it('counts what a policy inherits, changed or not, as serving what it builds on, but not what it drops', async () => {
    const extending = `id: own\ntitle: 自団体\nextends: ./model.policy.yaml\ndrop: [二]\nclauses: [{ ref: 三, title: 改題 }, { ref: 新, title: x, summary: y, modality: must, attestation: true }]\n`;
    const found = await clauses(byOwn, { 'own.policy.yaml': extending });
    expect(found.map(({ ref, servedBy: by, status }) => [ref, by, status])).toEqual([
      ['一', ['一'], 'unknown'],
      ['二', [], 'uncovered'],
      ['三', ['三'], 'unknown'],
      ['用語', ['用語'], 'unknown'],
      ['参照', ['参照'], 'informs'],
    ]);
  });

  it('counts a clause that is one of the other', async () => {
    const as = `id: own\ntitle: 自団体\nclauses: [{ ref: 第5条, as: "./model.policy.yaml 三" }]\n`;
    const found = await clauses(byOwn, { 'own.policy.yaml': as });
    expect(found.flatMap(({ ref, servedBy: by }) => by.map((one) => `${one} → ${ref}`))).toEqual([
      '第5条 → 三',
    ]);
  });

  it('shows it on a terminal', async () => {
    const texts = servedBy('met', 'improve');
    expect((await against(byOwn, texts, 80)).stdout).toBe(`条項ごとの対応 ─ 手引き
対応を調べるポリシー: 自団体
判定日 2026-11-20 │ 台帳 3件 (1ファイル)

△ 改善事項            一    題名一  義務
      met  題名met（適合）
      improve  題名improve（改善事項）
□ 対応条項なし        二    題名二  義務
      この文書には対応する条項がありません（対策基準等に定めがあるかを確かめてく
      ださい）
□ 対応条項なし        三    題名三  義務
      この文書には対応する条項がありません（対策基準等に定めがあるかを確かめてく
      ださい）
· 対応不要            用語  題名用語  定義
· 対応不要            参照  題名参照  義務

5条項: 改善事項 1, 対応条項なし 2, 対応不要 2
`);
    expect(
      (await against([...byOwn, '--lang', 'en'], texts, 80)).stdout,
    ).toBe(`Who answers it, clause by clause: The guide
answered by: 自団体
as of 2026-11-20 │ 3 records (1 files)

△ to improve  一    題名一  must
      met  題名met (met)
      improve  題名improve (to improve)
□ uncovered   二    題名二  must
      No clause of this document answers it (see whether standards or other
      rules do)
□ uncovered   三    題名三  must
      No clause of this document answers it (see whether standards or other
      rules do)
· needs none  用語  題名用語  definition
· needs none  参照  題名参照  must

5 clauses: 1 to improve, 2 uncovered, 2 needs none
`);
  });

  it('says what to write where nothing serves anything', async () => {
    const told = {
      ja: 'まだ1つもありません。答える条項に serves: ["model 一"]',
      en: 'No clause answers any clause of this document yet. Write serves: ["model 一"]',
    };
    for (const lang of ['ja', 'en'] as const) {
      const argv = [...byOwn, '--lang', lang];
      const { stdout } = await against(argv, servedBy());
      expect(stdout).toContain(told[lang]);
      expect((await against(argv)).stdout).not.toContain(told[lang]);
      for (const format of ['markdown', 'html']) {
        const report = (await against([...argv, '-f', format], servedBy())).stdout;
        expect(report.replaceAll('&quot;', '"').replaceAll('\\', '')).toContain(told[lang]);
      }
    }
    expect((await clauses(byOwn, servedBy())).map(({ status }) => status)).toEqual([
      'uncovered',
      'uncovered',
      'uncovered',
      'not-needed',
      'not-needed',
    ]);
  });

  it.each(['text', 'markdown', 'html'])(
    'as %s names every clause and those that serve it, in both languages',
    async (format) => {
      for (const [lang, uncovered, needless] of [
        ['ja', '対応条項なし', '対応不要'],
        ['en', 'uncovered', 'needs none'],
      ] as const) {
        const argv = [...byOwn, '-p', './second.policy.yaml', '-f', format, '--lang', lang];
        const { stdout } = await against(argv);
        expect((await against(argv)).stdout).toBe(stdout);
        for (const word of ['一', '二', '三', '用語', '参照', 'own met', 'second s12', uncovered, needless])
          expect(stdout, word).toContain(word);
        expect(stdout).not.toContain('undefined');
        expect(stdout.endsWith('\n')).toBe(true);
      }
    },
  );

  it('marks what is Japanese alone on an English page', async () => {
    const { stdout } = await against([...byOwn, '-f', 'html', '--lang', 'en']);
    expect(stdout).toContain('<html lang="en"');
    expect(stdout).toContain('<span lang="ja">自団体</span>');
    expect(stdout).toContain('<li>met <span lang="ja">題名met</span> (met)</li>');
  });

  it('takes texts of policies for text alone', async () => {
    const hostile = '<img src=x onerror="alert(1)">|\\u001b[2J';
    const title = `title: "${hostile.replaceAll('"', '\\"')}"`;
    const texts = {
      'own.policy.yaml': own.replace('title: 題名met', title),
      'model.policy.yaml': model.replace('title: 題名一', title),
    };
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = await against([...byOwn, '-f', format], texts);
      if (format === 'html') expect(stdout).not.toContain('<img');
      if (format === 'markdown') expect(stdout).toContain('\\<img src=x onerror="alert(1)"\\>\\|');
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('never writes over the policy', async () => {
    const { code, stderr } = await against([...byOwn, '-f', 'json=model.policy.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('model.policy.yaml');
  });

  it('is completed with policies and files', async () => {
    const { stdout } = await sekisho(['complete', 'bash', '--', 'coverage', '--against', '']);
    expect(stdout).toContain('isesaki\t');
    expect(stdout).toContain(':files');
    expect((await sekisho(['complete', 'bash', '--', 'coverage', '--ag'])).stdout).toContain('--against\t');
    expect((await sekisho(['coverage', '--help'])).stdout).toContain('--against <id|file>');
  });
});
