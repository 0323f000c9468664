import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { inventoryShape } from '../../generated/shapes.ts';
import { version } from '../../src/base/version.ts';
import { builtInPolicyIds } from '../../src/policy/load.ts';
import type { Finding } from '../../src/result/finding.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const english = { LANG: 'en_US.UTF-8' };

/** The files below a folder, by their paths in it. */
async function filesBelow(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return Object.fromEntries(
    await Promise.all(
      paths
        .sort()
        .map(
          async (file) =>
            [path.relative(directory, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8')] as const,
        ),
    ),
  );
}

/** What a check of a folder comes to. */
async function checked(directory: string, folder: string) {
  const { code, stdout, stderr } = await sekisho(['check', folder, '-f', 'json'], { directory });
  expect(stderr).toBe('');
  const { summary, findings } = JSON.parse(stdout) as {
    summary: { verdicts: Record<string, number>; files: number };
    findings: Pick<Finding, 'verdict' | 'ruleId' | 'message' | 'field' | 'location' | 'missing'>[];
  };
  return { code, summary, findings };
}

/** A text without the marks of its examples. */
function takenOver(text: string): string {
  return text.replaceAll(/^# (?!yaml-language-server)/gm, '');
}

describe('sekisho init', () => {
  it('writes an inventory that states nothing but its body, with what editors and git need', async () => {
    await inFolder({}, async (directory) => {
      const run = await sekisho(['init', '台帳', '--name', '関所町', '--policy', 'minakami'], { directory });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(
        run.stdout,
      ).toBe(`関所町の台帳を 台帳 に書き出しました（13ファイル、ポリシー: みなかみ町情報セキュリティポリシー 概要版）
次に:
  1. 台帳/情報資産.yaml に情報資産を3件書く（記入例の行頭の「# 」を消し、書き換える）
  2. sekisho check 台帳      判定する（書かれていないことは、判定不能として書く場所とともに示される）
  3. sekisho explain assets  項目の意味と選択肢を調べる
  4. Visual Studio Code では、フォルダー 台帳 を開き、勧められる拡張機能 YAML を入れると、項目と選択肢が補完される
`);
      const files = await filesBelow(path.join(directory, '台帳'));
      expect(Object.keys(files)).toEqual([
        '.gitattributes',
        '.sekisho/configuration.schema.json',
        '.sekisho/inventory.schema.json',
        '.vscode/extensions.json',
        '.vscode/settings.json',
        'sekisho.config.yaml',
        'システム・施設.yaml',
        'ネットワーク.yaml',
        '団体.yaml',
        '委託・外部サービス.yaml',
        '情報資産.yaml',
        '点検・記録.yaml',
        '職員・規程.yaml',
      ]);
      expect(files['団体.yaml']).toMatch(
        /^# yaml-language-server: \$schema=\.sekisho\/inventory\.schema\.json\n## /,
      );
      expect(files['団体.yaml']).toContain('\norganization:\n  name: 関所町\n');
      expect(files['情報資産.yaml']).toMatch(/^# {5}manager: 町民課長 +# 情報資産の管理責任を負う職/m);
      expect(files['情報資産.yaml']).toMatch(/^# {7}confidentiality: +# 機密性の等級。重い順に 3、2、1$/m);
      expect(files['sekisho.config.yaml']).toMatch(
        /^policy: minakami {2}# みなかみ町情報セキュリティポリシー 概要版\nlang: ja /m,
      );
      expect(files['.gitattributes']).toMatch(/^\* -text$[\s\S]*^\*\.yaml text eol=lf$/m);
      for (const [name, text] of Object.entries(files)) expect(text, name).not.toContain('\r');
    });
  });

  it('has an example of every section, that may be taken over as it stands and states no fact', async () => {
    await inFolder({}, async (directory) => {
      await sekisho(['init', 'inventory', '--yes'], { directory, environment: english });
      await sekisho(['init', '台帳', '--yes'], { directory });
      for (const folder of ['台帳', 'inventory']) {
        const files = await filesBelow(path.join(directory, folder));
        const names = Object.keys(files).filter((name) => /^[^.].*(?<!config)\.yaml$/.test(name));
        const sections = new Set<string>();
        for (const name of names) {
          const document = parseDocument(takenOver(files[name] ?? ''));
          expect(document.errors, name).toEqual([]);
          for (const key of Object.keys(document.toJS())) sections.add(key);
          await writeFile(path.join(directory, folder, name), takenOver(files[name] ?? ''));
        }
        expect(sections).toEqual(new Set(Object.keys(inventoryShape.properties ?? {})));
        const { code, findings, summary } = await checked(directory, folder);
        const faults = findings.filter(({ verdict }) => verdict === 'fail');
        expect([faults, code], JSON.stringify(faults)).toEqual([[], 0]);
        // One that no clause of a policy asks anything of, a network that nothing is in yet: a person is to look.
        expect(summary.verdicts['review']).toBeLessThanOrEqual(1);
      }
    });
  });

  it('is told for each section that is missing to write it where its empty key stands', async () => {
    await inFolder({}, async (directory) => {
      await sekisho(['init', '台帳', '--name', '関所町', '--policy', 'minakami'], { directory });
      const { findings } = await checked(directory, '台帳');
      for (const { missing, location } of findings) {
        if (missing?.what?.id !== 'all') continue;
        const lines = (await readFile(path.join(directory, location.file), 'utf8')).split('\n');
        expect(lines[location.line - 1]).toBe(`${missing.kind}:`);
        expect(missing.location).toEqual(location);
      }
      expect(findings.map(({ location }) => location.file)).toContain('台帳/情報資産.yaml');
    });
  });

  it('takes a section that is written a second time, and asks to remove the empty one', async () => {
    const asset =
      'assets:\n  - id: a\n    name: 台帳\n    classification: { confidentiality: 2 }\n    storage: { locked: false }\n';
    await inFolder({}, async (directory) => {
      await sekisho(['init', '台帳', '--name', '関所町', '--policy', 'minakami'], { directory });
      const file = path.join(directory, '台帳/情報資産.yaml');
      const starter = await readFile(file, 'utf8');
      const line = starter.split('\n').indexOf('assets:') + 1;
      await writeFile(file, starter + asset);
      const { stdout } = await sekisho(['check', '台帳'], { directory });
      expect(stdout).toContain(`${line}:1  記載の誤り`);
      expect(stdout).toContain(
        '情報資産.yaml」は同じキー「assets」が2回書かれ、ここでは何も書かれていません。',
      );
      expect(stdout).toContain('この「assets:」の行を消してください (もう一方の値で判定しました)。');
      expect(stdout).not.toContain('assets を書いてください');
      await writeFile(file, starter.replace('\nassets:\n', '\n') + asset);
      const { findings } = await checked(directory, '台帳');
      expect(findings.filter(({ ruleId }) => ruleId.startsWith('inventory/syntax'))).toEqual([]);
      expect(findings.find(({ field }) => field === 'storage.locked')?.location.file).toBe(
        '台帳/情報資産.yaml',
      );
    });
  });

  it('is judged with unknowns alone under every built-in policy, and under one of its own', async () => {
    await inFolder({}, async (directory) => {
      const own = ['--policy', 'own/own.policy.yaml', '--extends', 'isesaki'];
      const policies = [
        ...builtInPolicyIds.map((id) => [id, ['--policy', id]] as const),
        ['own', own] as const,
      ];
      for (const [folder, argv] of policies) {
        const run = await sekisho(['init', folder, '--name', '関所市', ...argv], { directory });
        expect(run, folder).toMatchObject({ code: 0, stderr: '' });
        const { code, findings, summary } = await checked(directory, folder);
        expect([code, summary.files], folder).toEqual([0, 7]);
        expect(new Set(findings.map(({ verdict }) => verdict)), folder).toEqual(new Set(['unknown']));
      }
      expect(await sekisho(['policies', 'check', 'own/own.policy.yaml'], { directory })).toMatchObject({
        code: 0,
        stderr: '',
      });
      const files = await filesBelow(path.join(directory, 'own'));
      expect(files['own.policy.yaml']).toMatch(
        /^# yaml-language-server: \$schema=\.sekisho\/policy\.schema\.json\n[\s\S]*^title: "関所市情報セキュリティポリシー"\nissuer: "関所市"$/m,
      );
      expect(files['sekisho.config.yaml']).toContain('\npolicy: ./own.policy.yaml ');
      expect(Object.keys(files)).toContain('.sekisho/policy.schema.json');
    });
  });

  it('judges by a policy file that is there, named from the folder of the inventory', async () => {
    const policy = 'id: town\ntitle: 関所町の基準\nextends: isesaki\nclauses: []\n';
    const argv = ['init', '台帳', '--name', '関所町', '-p', './ポリシー/policy.yaml'];
    await inFolder({ 'ポリシー/policy.yaml': policy }, async (directory) => {
      // Without a repository around both a configuration could not name it.
      const refused = await sekisho(argv, { directory });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toMatch(
        /^sekisho: ポリシーファイル \.\/ポリシー\/policy\.yaml は、.+フォルダー 台帳 の中に置いてください\n$/,
      );
      await mkdir(path.join(directory, '.git'));
      expect(await sekisho(argv, { directory })).toMatchObject({ code: 0, stderr: '' });
      const { 'sekisho.config.yaml': text } = await filesBelow(path.join(directory, '台帳'));
      expect(text).toContain('\npolicy: ../ポリシー/policy.yaml  # 関所町の基準\n');
      expect((await checked(directory, '台帳')).code).toBe(0);
    });
  });

  it('writes in English where English is spoken', async () => {
    await inFolder({}, async (directory) => {
      const run = await sekisho(['init', 'inventory', '--name', 'Sekisho', '-p', 'isesaki', '--lang', 'en'], {
        directory,
      });
      expect(run.stdout).toMatch(
        /^inventory of Sekisho written to inventory \(13 files; policy: .+\)\nnext:\n {2}1\. write three assets in inventory\/assets\.yaml/,
      );
      const files = await filesBelow(path.join(directory, 'inventory'));
      expect(files['assets.yaml']).toMatch(
        /^# {3}- id: resident-register +# Id of the asset, unique within its section$/m,
      );
      expect(files['sekisho.config.yaml']).toContain('\nlang: en ');
      expect((await sekisho(['check', 'inventory'], { directory })).stdout).toContain('0 violations');
    });
  });

  it.each([
    ['"関所" #1: 町', 'name: \'"関所" #1: 町\''],
    ['no', 'name: no'],
    ['12', 'name: "12"'],
    ['- 町', 'name: "- 町"'],
  ])('writes the name %s so that it is read as it was given', async (name, line) => {
    await inFolder({}, async (directory) => {
      await sekisho(['init', '台帳', '--name', name, '-p', 'isesaki'], { directory });
      expect((await filesBelow(path.join(directory, '台帳')))['団体.yaml']).toContain(`  ${line}\n`);
      const { findings } = await checked(directory, '台帳');
      expect(findings[0]?.message).toContain(`「${name}」`);
    });
  });

  describe('a pipeline', () => {
    const tarball = new RegExp(`tools/sekisho-${version.replaceAll('.', '\\.')}\\.tgz$`, 'm');

    it.each([
      ['github', '.github/workflows/sekisho.yml', 'paths: 庁内/台帳\n'],
      ['gitlab', '.gitlab-ci.yml', 'sekisho check 庁内/台帳 '],
    ])('of %s goes to the root of the repository and judges the folder', async (ci, file, part) => {
      await inFolder({ '.git/HEAD': '' }, async (directory) => {
        const argv = ['init', '庁内/台帳', '--name', '関所町', '-p', 'minakami', '--ci', ci];
        const run = await sekisho(argv, { directory });
        expect(run.stdout).toContain(`リポジトリの tools/sekisho-${version}.tgz に置く`);
        const text = (await filesBelow(directory))[file] ?? '';
        expect(text).toContain(part);
        // Not only in the comment that asks for it: the example that is copied names the version that is built.
        expect(text.replaceAll(/^ *#.*$/gm, '')).toMatch(tarball);
        expect(text).not.toMatch(/isesaki|(?<!庁内\/)台帳(?![をの])/);
        expect(parseDocument(text).errors).toEqual([]);
      });
    });

    it('lies in the folder itself where there is no repository, and quotes odd names', async () => {
      await inFolder({}, async (directory) => {
        await sekisho(['init', '台帳', '-y', '--ci', 'gitlab'], { directory });
        const files = await filesBelow(path.join(directory, '台帳'));
        expect(files['.gitlab-ci.yml']).toContain('sekisho check . ');
        await mkdir(path.join(directory, '.git'));
        await sekisho(['init', "台帳 'R8'", '-y', '--ci', 'gitlab'], { directory });
        const text = await readFile(path.join(directory, '.gitlab-ci.yml'), 'utf8');
        expect(text).toContain("sekisho check '台帳 '\\''R8'\\''' ");
      });
    });
  });

  describe('writes nothing', () => {
    it('where one of its files is there, and names them all', async () => {
      const there = { '台帳/.gitattributes': '', '台帳/.vscode/settings.json': '{}' };
      await inFolder(there, async (directory) => {
        const run = await sekisho(['init', '台帳', '--yes'], { directory });
        expect(run).toEqual({
          code: 2,
          stdout: '',
          stderr:
            'sekisho: 既にあるファイルは上書きしません: 台帳/.vscode/settings.json, 台帳/.gitattributes。別のフォルダーを指定するか、それらを別の場所に移してください。何も書いていません\n',
        });
        expect(await filesBelow(directory)).toEqual(there);
      });
    });

    it('through a link in the folder', async () => {
      await inFolder({ 'elsewhere/a': '', '台帳/a': '' }, async (directory) => {
        await symlink('../elsewhere', path.join(directory, '台帳/.vscode'), 'dir');
        const run = await sekisho(['init', '台帳', '--yes'], { directory });
        expect(run.code).toBe(2);
        expect(run.stderr).toMatch(/^sekisho: 台帳\/\.vscode\/settings\.json は、リンクをたどると別の場所/);
        expect(Object.keys(await filesBelow(directory))).toEqual(['elsewhere/a', '台帳/a']);
      });
    });

    it.each([
      [[], '端末から答えられないため、--name と --policy を指定してください（既定でよければ --yes）'],
      [
        ['--policy', 'isesaki'],
        '端末から答えられないため、--name を指定してください（既定でよければ --yes）',
      ],
      [['-y', '--name', ' '], '団体の名称が空です。「関所町」のように書いてください'],
      [
        ['-y', '--name', 'a\u202Eb'],
        '団体の名称「a\\u{202e}b」に、改行か目に見えない文字があります。取り除いてください',
      ],
      [['-y', '--name', '町'.repeat(101)], '団体の名称が長すぎます。100文字以内にしてください'],
      [
        ['-y', '--ci', 'circle'],
        '--ci の値「circle」は使えません。次のいずれかを指定してください: github, gitlab, none',
      ],
      [['-y', '-p', 'isezaki'], 'isezaki: 「isezaki」というポリシーはありません。isesaki ではありませんか'],
      [
        ['-y', '-p', './none.yaml'],
        'ポリシーファイル ./none.yaml がありません。新しく作る場合は、土台にするポリシーを --extends で指定してください（例: --extends isesaki）',
      ],
      [['-y', '-p', './Own.yaml', '--extends', 'isesaki'], 'ポリシーの id「Own」は使えません。'],
      [
        ['-y', '--extends', 'isesaki'],
        '--extends は、新しいポリシーファイルを --policy で指定したときに使います（例: ',
      ],
      [
        ['-y', '-p', 'isesaki', '--extends', 'minakami'],
        '--extends は、新しいポリシーファイルを --policy で指定したときに使います。isesaki は既にあります',
      ],
    ])('%j: says what to give', async (argv, message) => {
      await inFolder({}, async (directory) => {
        const run = await sekisho(['init', '台帳', ...argv], { directory });
        expect(run).toMatchObject({ code: 2, stdout: '' });
        expect(run.stderr).toContain(`sekisho: ${message}`);
        expect(await filesBelow(directory)).toEqual({});
      });
    });
  });

  describe('at a terminal', () => {
    it('asks for what is left out, again where an answer cannot be used, and shows the questions on stderr', async () => {
      await inFolder({}, async (directory) => {
        const answers = ['', '9', 'minakamy', '３', '2'];
        const run = await sekisho(['init', '峠下町'], { directory, answers });
        expect(run.stderr).toBe(`団体の名称 [峠下町]:${' '}
判定に使う情報セキュリティポリシー:
  1. isesaki      伊勢崎市情報セキュリティポリシー
  2. kumagaya     熊谷市情報セキュリティ基本方針
  3. minakami     みなかみ町情報セキュリティポリシー 概要版
  4. tokubetsuku  特別区人事・厚生事務組合情報セキュリティ基本方針
  5. 自団体のポリシーを、新しいファイルに書く
番号、id、又は今あるポリシーファイルの場所 [3]: 9
sekisho: 「9」という番号はありません。5 までの番号か id を書いてください
番号、id、又は今あるポリシーファイルの場所 [3]: minakamy
sekisho: minakamy: 「minakamy」というポリシーはありません。minakami ではありませんか (一覧: isesaki, kumagaya, minakami, tokubetsuku, jichiho-244-6, shikoukisoku-16-3)
番号、id、又は今あるポリシーファイルの場所 [3]: ３
変更のたびに CI で判定するか:
  1. しない（あとからでも加えられる）
  2. GitHub
  3. GitLab
番号 [1]: 2
`);
        expect(run.stdout).toMatch(
          /^峠下町の台帳を 峠下町 に書き出しました（15ファイル、ポリシー: みなかみ町/,
        );
      });
    });

    it('begins a policy of the body, on another or on none', async () => {
      await inFolder({}, async (directory) => {
        const run = await sekisho(['init', 'a', '--name', '関所市', '--ci', 'none'], {
          directory,
          answers: ['5', '2', 'Sekisho', 'sekisho-city'],
        });
        expect(run.stderr).toContain('sekisho: ポリシーの id「Sekisho」は使えません。');
        expect(run.stdout).toContain('  1. a/sekisho-city.policy.yaml の〔〕の中を書き換える');
        expect((await filesBelow(directory))['a/sekisho-city.policy.yaml']).toContain(
          '\nextends: "kumagaya"\n',
        );
        await sekisho(['init', 'b', '--name', '関所市', '--ci', 'none'], {
          directory,
          answers: ['5', '0', ''],
        });
        const files = await filesBelow(directory);
        expect(files['b/own-policy.policy.yaml']).not.toContain('\nextends:');
        for (const folder of ['a', 'b']) expect((await checked(directory, folder)).code).toBe(0);
      });
    });

    it.each([[[]], [['関所市']], [['関所市', '1']]])(
      'ends with nothing written where it is broken off after %j',
      async (answers) => {
        await inFolder({}, async (directory) => {
          const run = await sekisho(['init', '台帳'], { directory, answers });
          expect(run).toMatchObject({ code: 2, stdout: '' });
          expect(run.stderr).toMatch(/\nsekisho: 中止しました。何も書いていません\n$/);
          expect(await filesBelow(directory)).toEqual({});
        });
      },
    );

    it('asks nothing where all is given, or cannot be written anyhow', async () => {
      await inFolder({ '情報資産.yaml': '' }, async (directory) => {
        const answers: string[] = [];
        const run = await sekisho(['init', '.'], { directory, answers });
        expect(run.stderr).toMatch(/^sekisho: 既にあるファイルは上書きしません: 情報資産\.yaml。/);
        const argv = ['init', '台帳', '--name', '関所町', '-p', 'minakami', '--ci', 'none'];
        expect(await sekisho(argv, { directory, answers })).toMatchObject({ code: 0, stderr: '' });
      });
    });
  });
});
