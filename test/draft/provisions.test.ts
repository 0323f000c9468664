import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { draftPolicy } from '../../src/draft/draft.ts';
import { linesOf } from '../../src/draft/lines.ts';
import { NearestProvisions } from '../../src/draft/nearest.ts';
import { outlineOf } from '../../src/draft/outline.ts';
import { type Provision, provisionsOf } from '../../src/draft/provision.ts';
import { bodyPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { foldReference } from '../../src/policy/reference.ts';
import { documents, sixtyArticles, writtenDocuments } from './documents.ts';

function read(text: string): Provision[] {
  return provisionsOf(outlineOf(linesOf(text))).filter(({ isHeading }) => !isHeading);
}

describe('the provisions of a document', () => {
  it.each([...documents, ...writtenDocuments(), sixtyArticles()])(
    '$name',
    ({ text, refs, modality = {} }) => {
      const provisions = read(text);
      const found = new Map(provisions.map((one) => [foldReference(one.ref), one.modality]));
      expect([...found.keys()]).toEqual(refs.split(' ').map(foldReference));
      const bound = Object.keys(modality).map((ref) => [ref, found.get(foldReference(ref))]);
      expect(Object.fromEntries(bound)).toEqual(modality);
    },
  );

  it('leaves ① and Ⅰ what they are, and takes a number within a sentence for none', () => {
    const text = '1 対策\n次の\n2段階の対策を行う。\n(1) 分類\n① 紙\n② 媒体\n2 監査\n1に掲げる監査を行う。\n';
    expect(read(text).map(({ ref }) => ref)).toEqual(['1', '1(1)①', '1(1)②', '2']);
  });

  it.each([...documents, ...writtenDocuments()])(
    '$name: no words are lost without being told',
    ({ text }) => {
      const draft = draftPolicy(Buffer.from(text), {
        id: 'x',
        file: 'x.yaml',
        quotes: true,
        policies: [],
      }).text;
      const wordsOf = (written: string) => written.replaceAll(/[^\p{L}]/gu, '');
      const held = wordsOf(draft.replaceAll(/\n +# +(?:本文: |── )?/g, ''));
      const lines = text.split(/[\n|]| {3,}/).map(wordsOf);
      const isLost = (line: string) => line.length > 9 && !held.includes(line.slice(-6));
      expect(lines.filter(isLost)).toEqual([]);
    },
  );

  it.each([
    ['必要に応じ、委員会を置くことができる。', 'may'],
    ['記録について、必要に応じて保存すること。', 'should'],
    ['配慮することが望ましい。\n※ 令和６年度末までに対応する。', 'should'],
    ['持ち出す場合は、上司の承認を得る。', 'must'],
    ['必要に応じて利用できる。', 'may'],
    ['地方公務員法による懲戒処分の対象とする。', 'must'],
  ])('reads how %s binds', (sentence, modality) => {
    expect(read(`1 対策\n${sentence}\n`).map((one) => one.modality)).toEqual([modality]);
  });

  it('parts a duty from what stands before all numbers, and takes no row of a history for a provision', () => {
    const text =
      '方針\n市は、対策を講じる。職員は、方針を遵守しなければならない。\n1.0 平成16年3月1日 制定\n';
    expect(read(text).map(({ ref, modality }) => [ref, modality])).toEqual([
      ['前文[1]', 'purpose'],
      ['前文[2]', 'must'],
    ]);
  });

  it('keeps all words: of a heading that is long, and of one in brackets before what is no article', () => {
    const heading =
      '情報セキュリティ対策の実施に当たり職員が守らなければならない事項及び管理者が行わなければならない事項';
    const text = `# 方針\n## ${heading}\n職員は、次のとおりとする。\n## 1 監査\n（回数）\n２回以上実施する。\n`;
    const words = read(text).map((one) => `${one.ref}${one.title ?? ''}${one.text.join('')}`);
    expect(words.join('')).toContain('管理者が行わなければならない事項');
    expect(words.join('')).toContain('回数');
  });

  it('finds where a table of contents ends whose page numbers stand behind one blank', () => {
    const text =
      '基準\n目次\n第１ 総則 1\n １ 目的 1\n第２ 組織 2\n別紙１ 3\n第１ 総則\n １ 目的\n  守ることを目的とする。\n';
    expect(read(text).map(({ ref }) => ref)).toEqual(['第1の1']);
  });

  it('reads ② behind the text of an article as its second paragraph, as old rules count', () => {
    const text =
      '第1条（長）長は、副市長とする。\n②　長は、委任することができる。\n第2条　次による。\n①　甲\n②　乙\n';
    expect(read(text).map(({ ref }) => ref)).toEqual([
      '第1条第1項',
      '第1条第2項',
      '第2条',
      '第2条①',
      '第2条②',
    ]);
  });

  it('takes はじめに for a heading', () => {
    expect(read('1.はじめに\n1.1.背景\n攻撃が増えている。\n').map(({ ref }) => ref)).toEqual(['1.1']);
  });

  it('takes what is listed for provisions, whatever is listed below it', () => {
    const text =
      '1 体制\n責任者は、次の事務を行う。\n(1) 見直し\n(2) 研修\nア 新任\n(ア) 座学\n(イ) 実技\nイ 管理職\n';
    expect(
      read(text)
        .map(({ ref }) => ref)
        .join(' '),
    ).toBe('1 1(1) 1(2) 1(2)ア 1(2)ア(ア) 1(2)ア(イ) 1(2)イ');
  });

  it('counts numbers of several parts by what their first part counts in', () => {
    const text =
      'Ⅰ－１　総則\n１－１－１　目的\n守る。\n１－１－２　範囲\n守る。\nⅠ－２　組織\n１－２－１　体制\n責任者を置く。\n';
    expect(read(text).map(({ ref }) => ref)).toEqual(['1-1-1', '1-1-2', '1-2-1']);
  });

  it('parts a duty from the scope that holds it', () => {
    const text = '1 適用範囲\n市長及び議会に適用する。これら以外の機関は、別に定めなければならない。\n';
    expect(read(text).map(({ ref, modality }) => [ref, modality])).toEqual([
      ['1[1]', 'scope'],
      ['1[2]', 'must'],
    ]);
  });
});

const shared = path.resolve(import.meta.dirname, '../../../shared');

/** What a policy that was typed by hand shows of a draft: how many of its provisions and rules the draft finds. */
async function measure(id: string) {
  const load = (one: string) => loadPolicy(one, '.', ruleCatalogue(rules));
  const policy = await load(id);
  const others = await Promise.all(bodyPolicyIds.filter((one) => one !== id).map(load));
  const nearest = new NearestProvisions(others);
  const known = new Set(others.flatMap(({ citations }) => [...citations.keys()]));
  const bare = (ref: string) => foldReference(ref).replace(/(?:\[\d+\])+$/, '');
  const drafted = new Map<string, Provision[]>();
  for (const one of read(readFileSync(path.join(shared, 'policies', `${id}.txt`), 'utf8')))
    drafted.set(bare(one.ref), [...(drafted.get(bare(one.ref)) ?? []), one]);
  const refs = [...new Set(policy.clauses.map(({ ref }) => bare(ref)))];
  const of = (ref: string) => drafted.get(bare(ref)) ?? [];
  const cited = policy.clauses.flatMap(({ ref, rules: own }) =>
    own.filter((rule) => known.has(rule.id)).map((rule) => ({ ref, id: rule.id })),
  );
  const offered = cited.filter(({ ref, id: rule }) =>
    of(ref).some((one) => nearest.of(one).some((offer) => offer.rules.includes(rule))),
  );
  const bound = policy.clauses.filter(({ ref, modality }) =>
    of(ref).some((one) => one.modality === modality),
  );
  return {
    references: refs.filter((ref) => drafted.has(ref)).length / refs.length,
    extra: [...drafted.keys()].filter((ref) => !refs.includes(ref)).length,
    modality: bound.length / policy.clauses.length,
    rules: offered.length / cited.length,
  };
}

describe.skipIf(!existsSync(path.join(shared, 'policies')))(
  'documents that are not part of the project (skipped where they are not at hand)',
  () => {
    it.each(['kumagaya', 'isesaki', 'tokubetsuku'])('%s: as it was typed by hand', async (id) => {
      const { references, extra, modality, rules: offered } = await measure(id);
      expect(references).toBeGreaterThanOrEqual(0.95);
      expect(extra).toBe(0);
      expect(modality).toBeGreaterThanOrEqual(0.95);
      expect(offered).toBeGreaterThanOrEqual(0.85);
    });

    it('minakami, which has headings for numbers: most of it', async () => {
      const { references, modality, rules: offered } = await measure('minakami');
      expect(references).toBeGreaterThanOrEqual(0.9);
      expect(modality).toBeGreaterThanOrEqual(0.9);
      expect(offered).toBeGreaterThanOrEqual(0.75);
    });

    it('the ordinance: all of its provisions', () => {
      const file = path.join(shared, 'guideline', 'soumu-shorei-80-r8.txt');
      const refs = read(readFileSync(file, 'utf8')).map(({ ref }) => foldReference(ref));
      const items = [1, 2, 3, 4, 5, 6, 7, 8].map((item) => `第16条の3第1項第${item}号`);
      expect(refs).toEqual(
        expect.arrayContaining([
          '第16条の3第1項',
          ...items,
          '第16条の3第2項',
          ...[1, 2, 3].map((item) => `第16条の3第2項第${item}号`),
          '附則第1項',
          '附則第2項',
        ]),
      );
    });
  },
);
