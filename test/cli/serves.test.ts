import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const clause = (ref: string, more: string) =>
  `  - { ref: ${ref}, title: 題名${ref}, summary: 要旨, modality: must, attestation: true${more} }\n`;

const files = {
  'model.policy.yaml': `id: model\ntitle: 手引き\nclauses:\n${clause('一', '')}${clause('二', ', serves: [kumagaya 4(1)]')}${clause('三', '')}`,
  'own.policy.yaml': `id: own\ntitle: 自団体\nclauses:\n${clause('第1条', ', serves: ["./model.policy.yaml 一", "isesaki 6(3)ア"]')}  - { ref: 第2条, as: "./model.policy.yaml 二" }\n${clause('三', ', serves: [isesaki 1]')}`,
};

const run = async (...argv: readonly string[]) => {
  const { code, stdout, stderr } = await inFolder(files, (directory) => sekisho(argv, { directory }));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

const both = ['./model.policy.yaml', './own.policy.yaml'] as const;

describe('what clauses serve', () => {
  it('is explained, with the titles of policies that are known', async () => {
    const argv = ['explain', 'own', '第1条', '-p', './own.policy.yaml', '-p', 'isesaki'];
    expect(await run(...argv)).toContain(`
  対応先  model 一
          isesaki 6(3)ア[1]  マイナンバー利用事務系の分離
          isesaki 6(3)ア[2]  マイナンバー利用事務系の端末からの情報持ち出しの防止
`);
    expect(await run(...argv, '--lang', 'en')).toMatch(/^ {2}serves +model 一$/m);
    expect(await run('explain', 'isesaki', '1')).not.toContain('対応先');
  });

  it('stands in lists of policies and beside rules', async () => {
    expect(await run('policies', 'check', 'own.policy.yaml', 'isesaki')).toMatch(
      /^own\.policy\.yaml: 誤りはありません（3条項、0ルール、他文書の条項への対応 7）\nisesaki: 誤りはありません（\d+条項、\d+ルール、他文書の条項への対応 \d+）\n$/,
    );
    expect(await run('policies', 'check', 'own.policy.yaml', '--lang', 'en')).toContain(
      '(3 clauses, 0 rules, 7 clauses served elsewhere)',
    );
    const { rules } = JSON.parse(await run('rules', '-p', './own.policy.yaml', '-f', 'json')) as {
      rules: { id: string; clauses: { ref: string; serves?: string[] }[] }[];
    };
    const attested = rules.find(({ id }) => id === 'inventory/attestation-current');
    expect(attested?.clauses.map(({ ref, serves }) => [ref, serves])).toEqual([
      ['第1条', ['model 一', 'isesaki 6(3)ア[1]', 'isesaki 6(3)ア[2]', 'isesaki 6(3)ア[3]']],
      ['第2条', ['model 二', 'kumagaya 4(1)']],
      ['三', ['isesaki 1']],
    ]);
  });
});

describe('sekisho policies diff of policies of which one answers the other', () => {
  it('tells pairs as corresponding, not as left out and added', async () => {
    const text = await run('policies', 'diff', ...both);
    expect(text.slice(text.indexOf('model で'))).toBe(`model で確認記録が対応するもの ─ 1条項
  三  題名三（義務）

own で確認記録が対応するもの ─ 1条項
  三  題名三（義務）

一方が他方に答えるとしている条項 ─ 2組
  model  一  題名一（義務）
  own    第1条  題名第1条（義務）

  model  二  題名二（義務）
  own    第2条  題名二（義務）

同じ条項で、他文書への対応が違うもの ─ 1条項
  三
    model  対応先なし
    own    isesaki 1

`);
    const turned = await run('policies', 'diff', both[1], both[0]);
    expect(turned).toContain('  own    第1条  題名第1条（義務）\n  model  一  題名一（義務）\n');
  });

  it('gives the same as JSON and Markdown', async () => {
    const report = JSON.parse(await run('policies', 'diff', ...both, '-f', 'json'));
    expect(report.corresponding).toEqual([
      {
        a: { ref: '一', title: '題名一', modality: 'must' },
        b: { ref: '第1条', title: '題名第1条', modality: 'must' },
      },
      {
        a: { ref: '二', title: '題名二', modality: 'must' },
        b: { ref: '第2条', title: '題名二', modality: 'must' },
      },
    ]);
    expect(report.serves).toEqual([{ ref: '三', a: [], b: ['isesaki 1'] }]);
    expect(report.attestations.a.map(({ ref }: { ref: string }) => ref)).toEqual(['三']);
    const markdown = await run('policies', 'diff', ...both, '-f', 'markdown', '--lang', 'en');
    expect(markdown).toContain(
      '## Clauses of which one answers the other: 2 pairs\n\n| model | own |\n| --- | --- |\n| 一  題名一 (must) | 第1条  題名第1条 (must) |\n',
    );
    expect(markdown).toContain(
      '| clause | model | own |\n| --- | --- | --- |\n| 三 | nothing | isesaki 1 |\n',
    );
  });

  it('says nothing of it where no clause names another', async () => {
    const text = await run('policies', 'diff', 'isesaki', 'kumagaya');
    expect(text).not.toContain('一方が他方に');
    expect(text).not.toContain('他文書への対応');
  });
});
