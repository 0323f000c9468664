import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** References of every kind, as documents write them, in the order of this document. */
const written = [
  '前文',
  'Ⅰ-1-(1)',
  '1(1)①',
  '2Ca',
  '6.1①',
  '6.11',
  '(ア)',
  '(a)',
  '第六条',
  '第6条第2項',
  '第十六条の三第一項第五号',
  '第18条の2イ',
  '第18条の2ロ',
  '附則第一項',
  '附則第2項',
];

const clause = (ref: string, more = '') =>
  `  - { ref: "${ref}", title: ${names(`題${ref}`)}, summary: ${names('要旨。')}, modality: must, ${more || 'attestation: true'} }\n`;

const names = (text: string) => `{ ja: "${text}", en: "${text}" }`;

const policy = (refs: readonly string[], head = '') =>
  `id: own\ntitle: ${names('関所市')}\n${head}clauses:\n${refs.map((ref) => clause(ref)).join('')}`;

const attest = (refs: readonly string[]) =>
  `organization: { name: 関所市 }\nattestations:\n${refs
    .map(
      (ref, index) =>
        `  - { id: a${index}, clause: "${ref}", statement: 確かめた, by: CISO, date: 2026-10-01 }\n`,
    )
    .join('')}`;

async function run(argv: readonly string[], files: Readonly<Record<string, string>>) {
  return inFolder(files, (directory) => sekisho(argv, { directory }));
}

/** The clauses that an inventory attests under the policy of all kinds of references. */
async function attested(refs: readonly string[], of = written) {
  const { stdout } = await run(['coverage', '-p', './policy.yaml', '-f', 'json'], {
    'policy.yaml': policy(of),
    'inventory.yaml': attest(refs),
  });
  const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
  return clauses.filter(({ status }) => status === 'attested').map(({ ref }) => ref);
}

describe('references of a policy', () => {
  it('are listed as the document writes them, in its order', async () => {
    const { stdout } = await run(['coverage', '-p', './policy.yaml', '-f', 'json'], {
      'policy.yaml': policy(written),
      'inventory.yaml': attest([]),
    });
    const { clauses } = JSON.parse(stdout) as { clauses: { ref: string }[] };
    expect(clauses.map(({ ref }) => ref)).toEqual(written);
  });

  it.each([
    ['第６条', '第6条'],
    ['第六条', '第6条'],
    ['第十六条の三第一項第五号', '第16条の3第1項第5号'],
    ['6（1）', '6 (1)'],
    ['6[1]', '6【1】'],
  ])('%s and %s are one clause, and a second is refused', async (first, second) => {
    const { code, stderr } = await run(['check', '-p', './policy.yaml'], {
      'policy.yaml': policy([first, '第99条', second]),
      'inventory.yaml': attest([]),
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`./policy.yaml:6:12: 条項 ${second} は 4 行目の ${first} と同じ条項です`),
    ]);
  });

  it('is refused in English, too', async () => {
    const { stderr } = await run(['check', '-p', './policy.yaml', '--lang', 'en'], {
      'policy.yaml': policy(['第６条', '第6条']),
      'inventory.yaml': attest([]),
    });
    expect(stderr).toContain('./policy.yaml:5:12: the clause 第6条 is 第６条 of line 4');
  });

  it.each([
    ['6.1①', '6.11'],
    ['Ⅰ-1', 'I-1'],
    ['3㈱', '3(株)'],
    ['第三者', '第3者'],
    ['第18条', '第18条の2'],
  ])('%s and %s are two clauses', async (...refs) => {
    expect(await attested([refs[1]], refs)).toEqual([refs[1]]);
  });
});

describe('a reference in an inventory', () => {
  it.each([
    ['第６条', '第六条'],
    ['第6条第1項', '第六条'],
    ['第六条第二項', '第6条第2項'],
    ['第16条の3第1項第5号', '第十六条の三第一項第五号'],
    ['第十八条の二 イ', '第18条の2イ'],
    ['Ⅰ－１－（１）', 'Ⅰ-1-(1)'],
    ['１（１）①', '1(1)①'],
    ['（ア）', '(ア)'],
    ['（ａ）', '(a)'],
    ['附則第1項', '附則第一項'],
    ['附則第二項', '附則第2項'],
    ['6.1①', '6.1①'],
  ])('%s answers %s, and nothing else', async (typed, meant) => {
    expect(await attested([typed])).toEqual([meant]);
  });

  it.each(['I-1-(1)', '1(1)(1)', '第18条', '第6条第3項', '2CA'])('%s answers nothing', async (typed) => {
    expect(await attested([typed])).toEqual([]);
  });

  it('is told the parts of a provision in their order', async () => {
    const { stdout } = await run(['check', '-p', './policy.yaml', '-f', 'json'], {
      'policy.yaml': policy(['3ロ', '3ハ', '3イ', '第9条第2項', '第9条第一項', '第9条の2']),
      'inventory.yaml': attest(['３', '第九条']),
    });
    expect(stdout).toContain('確認記録を求めるのは 3イ、3ロ、3ハ です');
    expect(stdout).toContain('確認記録を求めるのは 第9条第一項、第9条第2項 です');
  });

  it('is shown in the audit report by the title of its clause, as the document writes it', async () => {
    const { stdout } = await run(['check', '-p', './policy.yaml', '-f', 'html'], {
      'policy.yaml': policy(written),
      'inventory.yaml': attest(['第6条第1項']).replace('clause:', 'policy: own, clause:'),
    });
    expect(stdout).toContain('<span class="ref">第六条</span><br>題第六条');
  });
});

describe('sekisho explain <reference>', () => {
  const explain = async (topic: string, refs: readonly string[] = written) => {
    const { code, stdout, stderr } = await run(['explain', '-p', './policy.yaml', ...topic.split(' ')], {
      'policy.yaml': policy(refs),
    });
    return { code, stderr, found: [...stdout.matchAll(/^own (\S+) {2}題/gm)].map(([, ref]) => ref) };
  };

  it.each(written)('explains %s', async (ref) => {
    expect((await explain(ref)).found).toEqual([ref]);
    expect((await explain(`own ${ref}`)).found).toEqual([ref]);
  });

  it.each([
    ['第6条', '第六条'],
    ['own：第６条', '第六条'],
    ['第６条 第１項', '第六条'],
    ['第16条の3第1項第5号', '第十六条の三第一項第五号'],
    ['第十八条の二ロ', '第18条の2ロ'],
    ['６．１①', '6.1①'],
    ['６．１１', '6.11'],
  ])('%s is %s', async (typed, ref) => {
    expect((await explain(typed)).found).toEqual([ref]);
  });

  it('explains the paragraphs of an article that has no clause of its own, in their order', async () => {
    const refs = ['第7条第2項', '第七条第十項', '第7条第1項', '第7条の2', '第70条第1項'];
    expect((await explain('第7条', refs)).found).toEqual(['第7条第1項', '第7条第2項', '第七条第十項']);
  });

  it.each([
    ['第十六条の三第一項第六号', '第十六条の三第一項第五号'],
    ['第16条の3第1項第6号', '第十六条の三第一項第五号'],
    ['第18条の2ハ', '第18条の2イ'],
  ])('asks for %s whether %s was meant', async (typed, meant) => {
    const { code, stderr } = await explain(typed);
    expect(code).toBe(2);
    expect(stderr).toContain(meant);
  });
});

describe('references in a policy that extends another', () => {
  const base = policy(['第六条', '第7条', '第8条第1項', '第9条[1]', '第9条[2]']).replace(
    'id: own',
    'id: base',
  );
  const extending = (more: string) => `id: own\ntitle: ${names('関所市')}\nextends: ./base.yaml\n${more}`;
  const coverage = async (more: string) => {
    const { stdout, stderr } = await run(['coverage', '-p', './policy.yaml', '-f', 'json'], {
      'base.yaml': base,
      'policy.yaml': extending(more),
      'inventory.yaml': attest([]),
    });
    if (stdout === '') return stderr;
    const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; modality: string }[] };
    return clauses.map(({ ref, modality }) => `${ref} ${modality}`);
  };

  it('name its clauses however typed: one that is changed stays at its place, one that is dropped goes', async () => {
    expect(
      await coverage('drop: [第七条, "第９条［１］"]\nclauses: [{ ref: 第６条, modality: should }]\n'),
    ).toEqual(['第６条 should', '第8条第1項 must', '第9条[2] must']);
  });

  it.each([
    [
      'drop: [第六条, 第八条第二項]\n',
      './policy.yaml:4:13: 土台のポリシーに条項 第八条第二項 はありません。第8条第1項 ではありませんか',
    ],
    ['drop: [第六条第一項]\n', '土台のポリシーに条項 第六条第一項 はありません。第六条 ではありませんか'],
    ['drop: [第九条]\n', '条項 第九条 は、義務ごとに 第9条[1]、第9条[2] に分かれています'],
    [
      'drop: [第6条]\nclauses: [{ ref: 第６条, modality: may }]\n',
      '条項 第6条 は 4 行目の drop で外しています',
    ],
    ['clauses: [{ ref: 第八条第二項, modality: may }]\n', '第8条第1項 ではありませんか'],
  ])('are told what is meant: %s', async (more, message) => {
    expect(await coverage(more)).toContain(message);
  });

  it('name the clause that defines a level however typed, and it is cited as written', async () => {
    const scaled = (ref: string) =>
      policy(['第六条', '第7条'], `scales: { integrity: [{ level: 2, means: 2, clause: ${ref} }] }\n`);
    for (const [ref, code] of [
      ['第６条', 0],
      ['第八条', 2],
    ] as const) {
      const ran = await run(['explain', '-p', './policy.yaml', '第6条'], { 'policy.yaml': scaled(ref) });
      expect([ran.code, ran.stderr]).toEqual([
        code,
        code === 0 ? '' : expect.stringContaining('という条項 第八条 がありません'),
      ]);
    }
  });
});
