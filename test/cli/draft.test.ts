import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { draftPolicy } from '../../src/draft/draft.ts';
import { DraftError } from '../../src/draft/words.ts';
import { bodyPolicyIds, loadPolicy, readPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { encodeText } from '../../src/spreadsheet/text/encode.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const document = `いろは市情報セキュリティ基本方針
1 目的
この基本方針は、情報資産の機密性を維持することを目的とする。
2 適用範囲
この基本方針が適用される機関は、市長部局、議会事務局及び水族館部とし、市立学校を除く。
3 分類
機密性3：秘密文書に相当する情報資産
機密性2：公開することを前提としない情報資産
機密性1：その他の情報資産
4 研修
職員等は、情報セキュリティに関する研修を受けなければならない。ただし、必要に応じて代えることができる。
附 則
この基本方針は、令和8年4月1日から施行する。
`;

const inventory = 'organization: { name: いろは市 }\n';

describe('sekisho draft', () => {
  it('writes a policy that loads as it is, and says of it that it is a draft', async () => {
    await inFolder({ 'text.txt': document }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['draft', 'text.txt', '-o', 'iroha.yaml'], {
        directory,
      });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^iroha\.yaml を書き出しました\n7条項の下書きです。/);
      const text = await readFile(path.join(directory, 'iroha.yaml'), 'utf8');
      expect(text).toContain('title: "いろは市情報セキュリティ基本方針"\n');
      expect(text).toContain('id: iroha\n');
      expect(text).toContain('draft: true\neditions: [2026-04-01]\n');
      expect(text).toContain('    - { id: mayor, name: "市長部局" }\n');
      expect(text).toContain('    - { id: organ-3, name: "水族館部" }\n  excludes:\n');
      expect(text).toContain('{ level: "3", means: 3, name: "機密性3", clause: "3機密性3" }');
      expect(text).toMatch(
        / {2}# 本文: 職員等は、.*\n(?: {2}#.*\n)* {2}# 近い条項:\n(?: {2}# {3}\w+ .*\n){3} {2}- ref: "4"\n {4}title: "研修"\n/,
      );
      expect(text).toContain('human/training-current');
      expect(text).not.toMatch(/^ *rules:/m);
      const checked = await sekisho(['policies', 'check', 'iroha.yaml'], { directory });
      expect(checked.code).toBe(0);
      expect(checked.stdout).toContain('下書きです。7条項は、答えるもの');
    });
  });

  it('is never green: clauses without an answer are 未確定, and check does not succeed', async () => {
    await inFolder({ 'text.txt': document, 'inventory.yaml': inventory }, async (directory) => {
      await sekisho(['draft', 'text.txt', '-o', 'iroha.yaml'], { directory });
      const check = await sekisho(['check', 'inventory.yaml', '-p', 'iroha.yaml'], { directory });
      expect(check.code).toBe(1);
      expect(check.stdout).toMatch(/下書きで、7条項のうち7条項は何で判定するかが決まっておらず、未確定です/);
      expect(check.stderr).toContain('指摘の有無にかかわらず成功としません');
      const coverage = await sekisho(['coverage', 'inventory.yaml', '-p', 'iroha.yaml'], { directory });
      expect(coverage.stdout).toContain('7条項: 未確定（対応なし） 7');
      const never = ['check', 'inventory.yaml', '-p', 'iroha.yaml', '--fail-on', 'never'];
      expect((await sekisho(never, { directory })).code).toBe(0);
    });
  });

  it('is as any policy once its clauses are answered: a policy that extends it is a draft until then', async () => {
    const answered = 'id: own\ntitle: x\nextends: ./iroha.yaml\nclauses: []\n';
    await inFolder({ 'text.txt': document, 'own.yaml': answered }, async (directory) => {
      await sekisho(['draft', 'text.txt', '-o', 'iroha.yaml'], { directory });
      const extending = await sekisho(['policies', 'check', 'own.yaml'], { directory });
      expect(extending.stdout).toContain('下書きです。7条項');
      const file = path.join(directory, 'iroha.yaml');
      const text = await readFile(file, 'utf8');
      const informs = text.replaceAll(/^( {4})modality: .*$/gm, '$&\n$1informs: 参照');
      await writeFile(file, informs);
      const whole = await sekisho(['policies', 'check', 'iroha.yaml'], { directory });
      expect(whole.stdout).toContain('全部の条項に答えるものが決まっているので');
      await writeFile(file, informs.replace('draft: true\n', ''));
      const done = await sekisho(['policies', 'check', 'iroha.yaml'], { directory });
      expect([done.code, done.stdout]).toEqual([0, 'iroha.yaml: 誤りはありません（7条項、0ルール）\n']);
      await writeFile(file, text.replace('draft: true\n', ''));
      const refused = await sekisho(['policies', 'check', 'iroha.yaml'], { directory });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('draft: true と書けば下書きとして読めます');
    });
  });

  it('--no-quote: holds nothing of the text but numbers, headings and the title', async () => {
    await inFolder({ 'text.txt': document }, async (directory) => {
      const argv = ['draft', 'text.txt', '-o', 'quiet.yaml', '--no-quote', '--title', '対策基準'];
      expect((await sekisho(argv, { directory })).code).toBe(0);
      const text = await readFile(path.join(directory, 'quiet.yaml'), 'utf8');
      expect(text).toContain('title: "対策基準"\n');
      expect(text).toContain('  - ref: "4"\n    title: "研修"\n    summary: "研修"\n');
      const sentences = document
        .split(/[\n、。：]/)
        .filter((one) => one.length > 8 && !/^いろは市/.test(one));
      expect(sentences.filter((one) => text.includes(one))).toEqual([]);
      expect(text).not.toContain('水族館');
      expect((await sekisho(['policies', 'check', 'quiet.yaml'], { directory })).code).toBe(0);
    });
  });

  it('tells encodings apart, and writes the same bytes from all of them', async () => {
    const encodings = ['utf-8', 'utf-16le', 'shift_jis', 'euc-jp'] as const;
    const files = Object.fromEntries(encodings.map((one) => [`${one}.txt`, '']));
    await inFolder(files, async (directory) => {
      const drafts = new Set<string>();
      for (const one of encodings) {
        await writeFile(
          path.join(directory, `${one}.txt`),
          encodeText(document.replaceAll('\n', '\r\n'), one),
        );
        const { code } = await sekisho(['draft', `${one}.txt`, '-o', 'x.yaml', '--force'], { directory });
        expect(code).toBe(0);
        drafts.add(await readFile(path.join(directory, 'x.yaml'), 'utf8'));
      }
      expect(drafts.size).toBe(1);
    });
  });

  it('reads a text with a control here and there, and writes none of them', async () => {
    const strewn = document.replace('この', '\u0000この\u0007').replace('職員等は', '\u001b職員\u0001等は');
    await inFolder({ 'text.txt': document, 'strewn.txt': strewn }, async (directory) => {
      const drafted = async (name: string) => {
        const { code, stderr } = await sekisho(['draft', name, '-o', 'x.yaml', '--force'], { directory });
        expect([code, stderr]).toEqual([0, '']);
        return readFile(path.join(directory, 'x.yaml'), 'utf8');
      };
      expect(await drafted('strewn.txt')).toBe(await drafted('text.txt'));
    });
  });

  it('--no-quote: takes no sentence for the title, and tells how many lines are left out, not which', async () => {
    const secret = '秘密の部屋の鍵は三番の引き出しに\nある。\n取扱いに注意のこと\n1 目的\n守る。\n';
    await inFolder({ 'text.txt': secret }, async (directory) => {
      await sekisho(['draft', 'text.txt', '-o', 'x.yaml', '--no-quote'], { directory });
      const text = await readFile(path.join(directory, 'x.yaml'), 'utf8');
      expect(text).toContain('3行。行は写していません');
      expect(text).not.toMatch(/秘密|引き出し|取扱いに注意/);
    });
  });

  it.each([
    ['binary.txt', Buffer.from([0, 1, 2, 255, 254, 0, 9]), /文字だけのファイルではないか/],
    ['a.pdf', Buffer.from('%PDF-1.7\n'), /PDF はそのままでは読めません/],
    ['a.docx', Buffer.from('PK\u0003\u0004'), /Word などの文書はそのままでは読めません/],
    ['empty.txt', Buffer.from(''), /条項が見当たりません/],
    ['many.txt', Buffer.from('1 目的\n'.repeat(30_000)), /条項が30,000件あり/],
    ['large.txt', Buffer.alloc(4 * 1024 * 1024 + 1, 'a'), /上限/],
    ['nowhere.txt', undefined, /nowhere\.txt/],
  ])('refuses %s, and writes nothing', async (name, bytes, complaint) => {
    await inFolder({}, async (directory) => {
      if (bytes !== undefined) await writeFile(path.join(directory, name), bytes);
      const { code, stdout, stderr } = await sekisho(['draft', name, '-o', 'x.yaml'], { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(complaint);
      expect(stderr).not.toMatch(/^\s+at /m);
      await expect(readFile(path.join(directory, 'x.yaml'))).rejects.toThrow();
    });
  });

  it('overwrites nothing unless it is told to, and never the document', async () => {
    await inFolder({ 'text.txt': document, 'x.yaml': 'mine' }, async (directory) => {
      const { code, stderr } = await sekisho(['draft', 'text.txt', '-o', 'x.yaml'], { directory });
      expect([code, stderr]).toEqual([2, expect.stringContaining('x.yaml は既にある')]);
      expect(await readFile(path.join(directory, 'x.yaml'), 'utf8')).toBe('mine');
      const own = ['draft', 'text.txt', '-o', 'text.txt', '--force'];
      const refused = await sekisho(own, { directory });
      expect([refused.code, refused.stderr]).toEqual([
        2,
        expect.stringContaining('text.txt は下書きの元の文書'),
      ]);
      const empty = await sekisho(['draft', 'text.txt', '-o', ''], { directory });
      expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('--out の値が空')]);
      expect(await readFile(path.join(directory, 'text.txt'), 'utf8')).toBe(document);
      expect((await sekisho(['draft', 'text.txt', '-o', 'x.yaml', '--force'], { directory })).code).toBe(0);
    });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '第1条',
      '第十六条の三',
      '（目的）',
      '2　',
      '(1) ',
      'ア ',
      'イ　',
      '①',
      'Ⅰ-1',
      '1.1 ',
      '・',
      '- ',
      '## ',
      '《',
      '》',
      '附 則',
    ],
    ...[
      '別表第1',
      '機密性3：',
      '職員は守らなければならない。',
      '目次',
      '......3',
      '"',
      "'",
      ': ',
      '#',
      '{',
      '\n',
      '\n',
      '\n',
      '\f',
      '\t',
    ],
    ...[
      '\u202e',
      '\u200f',
      '\ufeff',
      '\u2028',
      '\ud83d\ude00',
      '\\',
      '%',
      '|a|b|',
      '---',
      '改正後　改正前',
      '[1]',
      '[2]',
      '前文',
      '𠮷',
    ],
  );

  it('gives a draft that loads, and twice the same; or tells why there is none', async () => {
    const catalogue = ruleCatalogue(rules);
    const policies = await Promise.all(bodyPolicyIds.map((id) => loadPolicy(id, '.', catalogue)));
    const text = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ maxLength: 6 })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (parts, quotes) => {
        const make = () =>
          draftPolicy(Buffer.from(parts.join('')), { id: 'x', file: 'x.yaml', quotes, policies }).text;
        try {
          const draft = make();
          expect(make()).toBe(draft);
          const { problems } = await readPolicy(Buffer.from(draft), '/x/x.yaml', catalogue);
          expect(problems).toEqual([]);
        } catch (error) {
          if (!(error instanceof DraftError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
