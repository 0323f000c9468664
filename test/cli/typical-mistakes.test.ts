import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const organization = 'organization:\n  name: 関所町\n  policy: minakami\n';
const asset = 'assets:\n  - id: a\n    name: 住民票\n';

/** What a colleague does, what is said of it in both languages, and what is not. */
interface Mistake {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly argv?: readonly string[];
  readonly code: number;
  readonly ja: readonly string[];
  readonly en: readonly string[];
  /** in neither language */
  readonly never?: readonly string[];
  /** the same files once the remedy was followed to the letter: nothing is wrong with them */
  readonly mended?: Readonly<Record<string, string>>;
}

const noPolicy = ['決まりません', 'no policy to judge by'];

const mistakes: Readonly<Record<string, Mistake>> = {
  '全角コロン、先頭の行から記録の中まで5つ': {
    files: {
      'a.yaml':
        'organization：\n  name: 関所町\n  policy： minakami\nassets：\n  - id: a\n    name：住民票\n    storage:\n      locked： true\n',
    },
    code: 1,
    ja: [
      '1:1',
      '3:3',
      '4:1',
      '6:5',
      '8:7',
      'コロンが全角 (：) です',
      '半角のコロンと半角空白 (: ) に直してください',
    ],
    en: [
      '1:1',
      '3:3',
      '4:1',
      '6:5',
      '8:7',
      'has a full-width colon (：)',
      'write an ASCII colon and a space (: )',
    ],
    never: noPolicy,
    mended: { 'a.yaml': `${organization}${asset}    storage:\n      locked: true\n` },
  },
  記録の全部の行が全角コロン: {
    files: { 'a.yaml': `${organization}assets:\n  - id： a\n    name： 住民票\n    form： paper\n` },
    code: 1,
    ja: ['5:5', '6:5', '7:5', '全角のコロンを半角のコロンと半角空白 (: ) に直してください'],
    en: ['5:5', '6:5', '7:5', 'write an ASCII colon and a space (: )'],
    never: ['assets を書いてください', 'List assets'],
  },
  organizationの全部の行が全角コロン: {
    files: { 'a.yaml': `organization:\n  name：関所町\n  policy：minakami\n${asset}` },
    code: 1,
    ja: ['2:3', '3:3', '全角のコロンを半角のコロンと半角空白 (: ) に直してください'],
    en: ['2:3', '3:3', 'write an ASCII colon and a space (: )'],
    never: noPolicy,
  },
  全部の行が全角空白の字下げ: {
    files: { 'a.yaml': `　organization:\n　　name: 関所町\n　　policy: minakami\n` },
    code: 1,
    ja: ['1:1', '2:1', '3:1', '全角の空白で字下げされています'],
    en: ['1:1', '2:1', '3:1', 'is indented with full-width spaces'],
    never: [...noPolicy, '知っているキーが1つもありません'],
  },
  'organization: 関所町 の下に policy': {
    files: { 'a.yaml': `organization: 関所町\npolicy: minakami\n${asset}` },
    code: 1,
    ja: ['2:1', 'organization: { name: 関所町, policy: minakami } と書いてください'],
    en: ['2:1', 'write organization: { name: 関所町, policy: minakami }'],
    never: noPolicy,
    mended: { 'a.yaml': `organization: { name: 関所町, policy: minakami }\n${asset}` },
  },
  区分名に台帳や一覧が付く: {
    files: { 'a.yaml': organization, 'b.yaml': '資産管理台帳: []\n', 'c.yaml': '文書一覧: []\n' },
    code: 1,
    ja: ['b.yaml', 'assets: と書いてください', 'c.yaml', 'documents: と書いてください'],
    en: ['b.yaml', 'write assets:', 'c.yaml', 'write documents:'],
    never: ['別のもの', 'another program'],
  },
  知らない区分名: {
    files: { 'a.yaml': `${organization}端末: []\n` },
    code: 1,
    ja: ['4:1', '使えるキー: sekisho, organization, assets, personalInformationFiles,'],
    en: ['4:1', 'known keys: sekisho, organization, assets, personalInformationFiles,'],
  },
  'ハイフンの後に空白がない、2か所': {
    files: { 'a.yaml': `${organization}assets:\n-id: a\n  name: 住民票\n-id: b\n  name: 税\n` },
    code: 1,
    ja: ['5:1', '7:1', '「-」の後に空白がありません', '「-」の後に半角空白を入れてください'],
    en: ['5:1', '7:1', 'lacks a space after a dash', 'put a space after the dash'],
    never: ['字下げがそろって', 'is not indented'],
    mended: { 'a.yaml': `${organization}assets:\n- id: a\n  name: 住民票\n- id: b\n  name: 税\n` },
  },
  ハイフンの後に空白がない1行だけの記録: {
    files: { 'a.yaml': `${organization}assets:\n  -id: a\n` },
    code: 1,
    ja: ['5:3', '「- id: a」のように'],
    en: ['5:3', 'as “- id: a”'],
    never: ['- -id'],
  },
  全角のかっこで始まる記録: {
    files: { 'a.yaml': `${organization}assets:\n  - ｛id: a, name: 住民票｝\n  - ｛id: b, name: 税｝\n` },
    code: 1,
    ja: ['5:5', '6:5', '「｛」が使われています', '半角の「{」に直してください'],
    en: ['5:5', '6:5', '｛', '{'],
    never: ['引用符', 'quote'],
  },
  全角コロンの1行の記録: {
    files: { 'a.yaml': `${organization}assets:\n  - {id：a, name：住民票}\n` },
    code: 1,
    ja: ['5:6', '5:12', '全角のコロンを半角のコロンと半角空白 (: ) に直してください'],
    en: ['5:6', '5:12', 'write an ASCII colon and a space (: )'],
    never: ['id がありません', 'has no id'],
  },
  全角空白の字下げ: {
    files: {
      'a.yaml': `organization:\n  name: 関所町\n　policy: minakami\nassets:\n  - id: a\n　　name: 住民票\n`,
    },
    code: 1,
    ja: ['3:1', '6:1', '全角の空白で字下げされています', '同じ段のほかの行と幅をそろえてください'],
    en: ['3:1', '6:1', 'is indented with full-width spaces', 'as many as the other lines of the same level'],
    never: noPolicy,
  },
  コロンの後の全角空白: {
    files: {
      'a.yaml': `organization:\n  name:　関所町\n  policy: minakami\nassets:\n  - id: a\n    name:　住民票\n`,
    },
    code: 1,
    ja: ['2:8', '6:10', '全角の空白が使われています', '半角の空白に直してください'],
    en: ['2:8', '6:10', 'has a full-width space', 'write an ASCII space'],
    never: noPolicy,
  },
  タブ: {
    files: {
      'a.yaml': 'organization:\n\tname: 関所町\n\tpolicy: minakami\nassets:\n\t- id: a\n\t  name: 住民票\n',
    },
    code: 1,
    ja: ['2:1', '3:1', '5:1', '6:1', 'タブを半角空白に置き換え'],
    en: ['2:1', '3:1', '5:1', '6:1', 'replace the tab with spaces'],
    never: noPolicy,
  },
  コロンの後に空白がない: {
    files: { 'a.yaml': `${organization}${asset}    manager:町民課長\n    form:paper\n` },
    code: 1,
    ja: ['7:5', '8:5', 'コロンの後に空白がありません', 'コロンの後に半角空白を入れてください'],
    en: ['7:5', '8:5', 'lacks a space after a colon', 'put a space after the colon'],
    never: noPolicy,
    mended: { 'a.yaml': `${organization}${asset}    manager: 町民課長\n    form: paper\n` },
  },
  'CP932 で保存した YAML': {
    files: { 'a.yaml': Buffer.from(`6f7267616e697a6174696f6e3a0a20206e616d653a208ad68f8a92ac0a`, 'hex') },
    code: 1,
    ja: ['2:9', 'Shift_JIS (CP932)', 'name: 関所町', '文字コード UTF-8 を選んで'],
    en: ['2:9', 'Shift_JIS (CP932)', 'name: 関所町', 'save the file again with the encoding UTF-8'],
    never: noPolicy,
  },
  'organization がない': {
    files: { 'a.yaml': asset },
    code: 2,
    ja: ['a.yaml:1 に「organization: { name: 団体の名称, policy: isesaki }」のような行を書くか'],
    en: ['write a line like "organization: { name: <the body>, policy: isesaki }" at a.yaml:1'],
    mended: { 'a.yaml': `organization: { name: 団体の名称, policy: isesaki }\n${asset}` },
  },
  'policy がない': {
    files: { 'a.yaml': `${asset}organization:\n  name: みなかみ町\n` },
    code: 2,
    ja: ['a.yaml:5 の organization に、「みなかみ町」のポリシーを「policy: minakami」のように書くか'],
    en: ['write "policy: minakami" under the organization “みなかみ町” in a.yaml:5'],
    mended: { 'a.yaml': `${asset}organization:\n  name: みなかみ町\n  policy: minakami\n` },
  },
  空のファイル: { files: { 'a.yaml': '' }, code: 2, ja: ['a.yaml は空です'], en: ['a.yaml is empty'] },
  空のファイルがほかのファイルと並ぶ: {
    files: { 'a.yaml': organization, 'b.yaml': '\n\n' },
    code: 0,
    ja: ['b.yaml は空です', '保存し忘れていないか'],
    en: ['b.yaml: empty', 'see that it was saved'],
  },
  'policy: みなかみ町': {
    files: { 'a.yaml': `organization:\n  name: 関所町\n  policy: みなかみ町\n` },
    code: 2,
    ja: ['a.yaml:3:11', '「みなかみ町」のポリシーの id は minakami です'],
    en: ['a.yaml:3:11', 'that of “みなかみ町” is minakami'],
    mended: { 'a.yaml': organization },
  },
  'policy: minakmi': {
    files: { 'a.yaml': `organization:\n  name: 関所町\n  policy: [isesaki, minakmi]\n` },
    code: 2,
    ja: ['a.yaml:3:21', 'minakami ではありませんか'],
    en: ['a.yaml:3:21', 'did you mean minakami?'],
  },
  '-f html report.html': {
    files: { 'a.yaml': organization },
    argv: ['-f', 'html', 'report.html'],
    code: 2,
    ja: ['-f html=report.html のように'],
    en: ['-f html=report.html'],
  },
  'xlsx だけのフォルダ': {
    files: { '台帳/資産.xlsx': 'PK\u0003\u0004', '台帳/機器.XLSX': 'PK\u0003\u0004' },
    code: 2,
    ja: [
      '表計算ソフトの表が2件あります: 台帳/機器.XLSX, 台帳/資産.xlsx',
      'sekisho が読むのは YAML の台帳です',
    ],
    en: ['there are spreadsheets: 台帳/機器.XLSX, 台帳/資産.xlsx', 'sekisho reads inventories in YAML'],
  },
  'xlsx を直接': {
    files: { '資産.xlsx': 'PK\u0003\u0004' },
    argv: ['資産.xlsx'],
    code: 1,
    ja: ['資産.xlsx', '表計算ソフトの表', 'sekisho が読むのは YAML の台帳です'],
    en: ['資産.xlsx', 'is a spreadsheet', 'sekisho reads inventories in YAML'],
    never: noPolicy,
  },
  'CP932 の csv を直接': {
    files: { '資産.csv': Buffer.from('94d48d862c96bc8fcc0a312c8f5a96af95 5b0a'.replaceAll(' ', ''), 'hex') },
    argv: ['資産.csv'],
    code: 1,
    ja: ['表計算ソフトの表', 'sekisho が読むのは YAML の台帳です'],
    en: ['is a spreadsheet', 'sekisho reads inventories in YAML'],
    never: [...noPolicy, 'Shift_JIS'],
  },
  参照に名称: {
    files: {
      'a.yaml': `${organization}${asset}    system: 庁内ファイルサーバ\nsystems:\n  - id: file-server\n    name: 庁内ファイルサーバ\n`,
    },
    code: 1,
    ja: ['7:13', '「庁内ファイルサーバ」は名称です。id の file-server を書いてください'],
    en: ['7:13', '“庁内ファイルサーバ” is a name; write the id, file-server'],
    mended: {
      'a.yaml': `${organization}${asset}    system: file-server\nsystems:\n  - id: file-server\n    name: 庁内ファイルサーバ\n`,
    },
  },
  '参照に、2件ある名称': {
    files: {
      'a.yaml': `${organization}${asset}    system: サーバ\nsystems:\n  - { id: s1, name: サーバ }\n  - { id: s2, name: サーバ }\n`,
    },
    code: 1,
    ja: ['当てはまる id を書いてください: s1, s2'],
    en: ['write the id that is meant: s1, s2'],
  },
  'agency に課の名': {
    files: {
      'a.yaml': `${organization}  agencies: [{ id: mayor, name: 町長, organ: mayor }]\n${asset}    agency: 福祉課\n`,
    },
    code: 1,
    ja: ['8:13', 'mayor (町長)', '所管課であれば division: 福祉課 と書いてください'],
    en: ['8:13', 'mayor (町長)', 'For a division, write division: 福祉課'],
  },
  'agency に機関の名': {
    files: {
      'a.yaml': `${organization}  agencies: [{ id: mayor, name: 町長, organ: mayor }]\n${asset}    agency: 町長\n`,
    },
    code: 1,
    ja: ['「町長」は名称です。id の mayor を書いてください'],
    en: ['“町長” is a name; write the id, mayor'],
  },
  'assets の下で - を忘れる': {
    files: { 'a.yaml': `${organization}assets:\n  id: a\n  name: 住民票\n  id: b\n  name: 税\n` },
    code: 1,
    ja: ['5:3', '「- id: a」のように', '続く行の字下げを'],
    en: ['5:3', 'as “- id: a”', 'indent its other lines'],
    never: ['assets を書いてください', 'List assets', '2回書かれて', 'written twice', 'classification/'],
    mended: { 'a.yaml': `${organization}assets:\n  - id: a\n    name: 住民票\n  - id: b\n    name: 税\n` },
  },
  'assets の下に id をキーとして書く': {
    files: { 'a.yaml': `${organization}assets:\n  residents:\n    name: 住民票\n` },
    code: 1,
    ja: ['「- id: residents」のように'],
    en: ['as “- id: residents”'],
    never: ['classification/'],
    mended: { 'a.yaml': `${organization}assets:\n  - id: residents\n    name: 住民票\n` },
  },
  'organization: 関所町': {
    files: { 'a.yaml': `organization: 関所町\n${asset}` },
    argv: ['-p', 'minakami'],
    code: 1,
    ja: ['1:15', 'organization: { name: 関所町 }'],
    en: ['1:15', 'organization: { name: 関所町 }'],
    mended: { 'a.yaml': `organization: { name: 関所町 }\n${asset}` },
  },
  '1行目に題名': {
    files: { 'a.yaml': `関所町 情報資産台帳（令和8年度）\n${organization}${asset}` },
    code: 1,
    ja: ['1:1', '最初の行が YAML ではありません', '行の先頭に # を付けて'],
    en: ['1:1', 'begins with a line that is no YAML', 'begin the line with #'],
    never: noPolicy,
    mended: { 'a.yaml': `# 関所町 情報資産台帳（令和8年度）\n${organization}${asset}` },
  },
  '1ファイルに誤り5つ': {
    files: {
      'a.yaml': `${organization}assets:\n  - id: a\n    name： 住民票\n  - id: b\n\tname: 税\n  - id: c\n    name:　保険\n  - id: d\n    name: "水道\n  - id: e\n    name: 年金\n    manager:福祉課長\n`,
    },
    code: 1,
    ja: ['6:5', '8:1', '10:10', '12:11', '15:5', '引用符が閉じられていません'],
    en: ['6:5', '8:1', '10:10', '12:11', '15:5', 'has a quote that is not closed'],
    never: noPolicy,
  },
  '2団体を同じフォルダに': {
    files: {
      '関所町/a.yaml': `${organization}${asset}`,
      '宿場町/a.yaml': `${organization.replace('関所町', '宿場町')}${asset}`,
    },
    code: 1,
    ja: ['宿場町/a.yaml と 関所町/a.yaml', 'sekisho check 宿場町 と sekisho check 関所町', '記載の誤り 1件'],
    en: [
      '宿場町/a.yaml and 関所町/a.yaml',
      'sekisho check 宿場町 and sekisho check 関所町',
      '1 inventory error',
    ],
    never: ['inventory/duplicate-id', '判定待ち', 'classification/'],
  },
  '令和7年度/ と 令和8年度/ を同じ所に': {
    files: { '令和7年度/a.yaml': `${organization}${asset}`, '令和8年度/a.yaml': `${organization}${asset}` },
    code: 1,
    ja: [
      '令和7年度 と 令和8年度 の2つの年度が',
      'sekisho check 令和8年度',
      '--base 令和7年度',
      '記載の誤り 1件',
    ],
    en: [
      'two years, 令和7年度 and 令和8年度',
      'sekisho check 令和8年度',
      '--base 令和7年度',
      '1 inventory error',
    ],
    never: ['inventory/duplicate-id', '判定待ち'],
  },
  '2025/ と 2026/、団体は別のファイル': {
    files: { 'organization.yaml': organization, '2025/a.yaml': asset, '2026/a.yaml': asset },
    code: 1,
    ja: ['2025 と 2026 の2つの年度が', 'sekisho check organization.yaml 2026。', '--base 2025'],
    en: ['two years, 2025 and 2026', 'sekisho check organization.yaml 2026.', '--base 2025'],
    never: ['inventory/duplicate-id'],
  },
  '年度ごとのインシデント（誤りではない）': {
    files: {
      'a.yaml': organization,
      'R7/a.yaml': 'incidents: [{ id: i1, name: 誤送信, detected: 2025-05-01 }]\n',
      'R8/a.yaml': 'incidents: [{ id: i2, name: 誤送信, detected: 2026-05-01 }]\n',
    },
    code: 0,
    ja: ['判定日'],
    en: ['as of'],
    never: ['single-organization'],
  },
  台帳の写しが残る: {
    files: { '台帳.yaml': `${organization}${asset}`, '台帳 - コピー.yaml': `${organization}${asset}` },
    code: 1,
    ja: ['organization が 台帳 - コピー.yaml と 台帳.yaml の2か所', '台帳の写しであれば'],
    en: ['written twice, in 台帳 - コピー.yaml and in 台帳.yaml', 'If it is a copy'],
    never: ['inventory/duplicate-id'],
  },
  '表計算ソフトの日付の通し番号、区切りのない日付、年度末': {
    files: {
      'a.yaml': `${organization}reviews:\n  - id: r\n    name: 見直し\n    date: 46113\nincidents:\n  - { id: i, name: 誤送信, detected: 20260401, reported: 2026/4/1 }\naudits:\n  - { id: a, name: 監査, date: 令和7年度末 }\n`,
    },
    argv: ['--as-of', '2026-11-20'],
    code: 1,
    ja: ['7:11', '2026-04-01 と書いてください', '9:35', '9:55', '2026-03-31 と書いてください'],
    en: ['7:11', 'write 2026-04-01', '9:35', '9:55', 'write 2026-03-31'],
    mended: {
      'a.yaml': `${organization}reviews:\n  - id: r\n    name: 見直し\n    date: 2026-04-01\nincidents:\n  - { id: i, name: 誤送信, detected: 2026-04-01, reported: 2026-04-01 }\naudits:\n  - { id: a, name: 監査, date: 2026-03-31 }\n`,
    },
  },
  'mkdocs.yml と compose.yaml が混じる': {
    files: {
      'a.yaml': organization,
      'compose.yaml': 'services:\n  web:\n    image: nginx\n',
      'mkdocs.yml': 'site_name: 関所町\nnav: [a.md]\n',
    },
    code: 0,
    ja: ['compose.yaml、mkdocs.yml は、台帳の区分（assets など）が1つもないため'],
    en: ['compose.yaml, mkdocs.yml: not judged, since there is no section'],
    never: ['inventory/schema'],
  },
  'mkdocs.yml だけ': {
    files: { 'mkdocs.yml': 'site_name: 関所町\n' },
    code: 2,
    ja: ['mkdocs.yml には台帳の区分（assets など）が1つもありません'],
    en: ['there is no section of an inventory, such as assets, in mkdocs.yml'],
  },
  // More of what a colleague does.
  '-f report.html': {
    files: { 'a.yaml': organization },
    argv: ['-f', 'report.html'],
    code: 2,
    ja: ['-f html=report.html としてください'],
    en: ['give -f html=report.html'],
  },
  '-p に団体の名': {
    files: { 'a.yaml': asset },
    argv: ['-p', '熊谷市'],
    code: 2,
    ja: ['「熊谷市」のポリシーの id は kumagaya です'],
    en: ['that of “熊谷市” is kumagaya'],
  },
  'policy に、ないファイル': {
    files: { '台帳/a.yaml': 'organization:\n  name: 関所町\n  policy: ./policy.yaml\n' },
    code: 2,
    ja: [
      '台帳/a.yaml:3:11',
      'organization.policy の指すポリシーファイル ./policy.yaml を開けません',
      'このファイルから見た場所',
    ],
    en: [
      '台帳/a.yaml:3:11',
      'the policy file ./policy.yaml, named by organization.policy',
      'as seen from this file',
    ],
  },
  閉じない括弧と全角コロン: {
    files: {
      'a.yaml': `${organization}assets:\n  - id: a\n    contains: [my-number\n    name: 住民票\n  - id: b\n    name： 税\n`,
    },
    code: 1,
    ja: ['6:15', '9:5', 'かっこ [ ] または { } が閉じられていません'],
    en: ['6:15', '9:5', 'has a bracket that is not closed'],
    never: noPolicy,
  },
  記録の間の説明の行: {
    files: { 'a.yaml': `${organization}${asset}以下は税務課の分\nsystems: []\n` },
    code: 1,
    ja: ['7:1', '説明のための行であれば、行の先頭に # を付けてください'],
    en: ['7:1', 'begin the line with # if it is a comment'],
    mended: { 'a.yaml': `${organization}${asset}# 以下は税務課の分\nsystems: []\n` },
  },
  'UTF-16（メモ帳の Unicode）で保存': {
    files: { 'a.yaml': Buffer.from(`\uFEFF${organization}`, 'utf16le') },
    code: 1,
    ja: ['UTF-8 ではなく UTF-16', 'organization:'],
    en: ['saved as UTF-16', 'organization:'],
    never: noPolicy,
  },
  '別のファイルの organization が読めない': {
    files: { 'a.yaml': asset, 'organization.yaml': 'organization：\n  name: 関所町\n  policy: minakami\n' },
    code: 1,
    ja: ['organization.yaml', 'コロンが全角 (：) です'],
    en: ['organization.yaml', 'has a full-width colon'],
    never: noPolicy,
  },
  '読めないファイルに organization がない': {
    files: { 'a.yaml': organization.replace('  policy: minakami\n', ''), 'b.yaml': 'assets：\n  - id: a\n' },
    code: 1,
    ja: ['b.yaml', 'コロンが全角 (：) です'],
    en: ['b.yaml', 'has a full-width colon'],
    never: noPolicy,
  },
  年度ごとのファイル: {
    files: {
      '台帳_令和7年度.yaml': `${organization}${asset}`,
      '台帳_令和8年度.yaml': `${organization}${asset}`,
    },
    code: 1,
    ja: ['sekisho check 台帳_令和8年度.yaml', '年度ごとのフォルダーに分け'],
    en: ['sekisho check 台帳_令和8年度.yaml', 'keep each year in a folder of its own'],
    never: ['inventory/duplicate-id'],
  },
  'assets を asset と書く': {
    files: { 'a.yaml': `${organization}asset:\n  - id: a\n    name: 住民票\n` },
    code: 1,
    ja: ['4:1', 'assets ではありませんか'],
    en: ['4:1', 'did you mean assets?'],
    never: ['assets を書いてください', 'List assets', 'classification/'],
  },
};

describe.each(Object.entries(mistakes))('%s', (_, { files, argv = [], code, ja, en, never = [], mended }) => {
  const runIn = (directory: string, lang: string) =>
    sekisho(
      ['check', ...(argv.length > 0 && !argv[0]?.startsWith('-') ? [] : ['.']), ...argv, '--lang', lang],
      { directory },
    );

  it('is answered with its place, its cause and what to write, in both languages', async () => {
    await inFolder(files, async (directory) => {
      for (const [lang, said] of [
        ['ja', ja],
        ['en', en],
      ] as const) {
        const run = await runIn(directory, lang);
        const told = run.stdout + run.stderr;
        for (const part of said) expect(told).toContain(part);
        for (const part of never) expect(told).not.toContain(part);
        expect(run.code).toBe(code);
      }
    });
  });

  if (mended !== undefined)
    it('has a remedy that leads to no further error', async () => {
      await inFolder(mended, async (directory) => {
        const { stdout, stderr } = await runIn(directory, 'en');
        expect(stderr).toBe('');
        expect(stdout).not.toContain('inventory error');
        expect(stdout).not.toContain('What could not be done');
      });
    });
});

describe('errors of YAML beyond the first 49', () => {
  const record = (index: number) => `  - id: a${index}\n    name：名簿\n    form: paper\n`;
  const colons = (count: number) =>
    `${organization}assets:\n${Array.from({ length: count }, (_, index) => record(index)).join('')}`;
  const check = (yaml: string, ...argv: string[]) =>
    inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', ...argv], { directory });
      return stdout;
    });

  it.each([
    ['ja', 'ここから後に、YAML として読めない誤りがほかに21件あります'],
    ['en', 'has 21 other errors of YAML from here on'],
  ])('are counted in every format: %s', async (lang, counted) => {
    const formats = ['text', 'json', 'html', 'markdown', 'sarif', 'junit', 'github', 'gitlab', 'csv'];
    await inFolder({ 'a.yaml': colons(70) }, async (directory) => {
      const outputs = formats.flatMap((format) => ['-f', `${format}=${format}`]);
      await sekisho(['a.yaml', ...outputs, '--lang', lang], { directory });
      for (const format of formats)
        expect(await readFile(path.join(directory, format), 'utf8'), format).toContain(counted);
    });
  });

  it('are none where there are no more', async () => {
    const text = await check(colons(49), '--lang', 'en');
    expect(text).toContain('has a full-width colon');
    expect(text).not.toMatch(/other errors|was not searched/);
  });

  it('are said to be more where what follows cannot be read', async () => {
    const text = await check(`${colons(60)}   b: "x" y\n  z: 1\n!: [\n`, '--lang', 'en');
    expect(text).toMatch(/has \d+ or more other errors of YAML from here on/);
  });

  it('are not denied of a file too long to be searched to its end', async () => {
    const text = await check(`# ${'あ'.repeat(150_000)}\n${colons(49)}`, '--lang', 'en');
    expect(text).toContain('was not searched for errors from here on');
  });
});

describe('a text in place of a date', () => {
  const remedies = (yaml: string, language: string) =>
    inFolder({ 'a.yaml': yaml }, async (directory) => {
      const argv = [
        'a.yaml',
        '-p',
        'isesaki',
        '--rule',
        'inventory/schema',
        '-f',
        'json',
        '--lang',
        language,
      ];
      const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as {
        findings: { remedy: string }[];
      };
      return findings.map(({ remedy }) => remedy).join('\n');
    });

  it('is answered with the month and the fiscal year where these will do', async () => {
    const audit = 'audits:\n  - { id: a, name: 監査, date: 昨年の秋 }\n';
    expect(await remedies(audit, 'ja')).toContain(
      '日が分からなければ、月（2026-04、令和8年4月）か年度（令和8年度）でもかまいません',
    );
    expect(await remedies(audit, 'en')).toContain(
      'its month (2026-04, 令和8年4月) or fiscal year (令和8年度)',
    );
  });

  it('is answered with a day alone where a day is needed', async () => {
    const incident = 'incidents:\n  - { id: a, name: 事故, detected: 昨年の秋 }\n';
    expect(await remedies(incident, 'ja')).toContain('実在する日を書いてください');
    expect(await remedies(incident, 'ja')).not.toContain('年度');
    expect(await remedies(incident, 'en')).not.toContain('fiscal year');
  });

  it('is what sekisho explain tells how to avoid', async () => {
    const { stdout: date } = await sekisho(['explain', 'audits.date']);
    expect(date.replaceAll(/\s/g, '')).toContain('年度令和8年度');
    const { stdout: day } = await sekisho(['explain', 'incidents.detected']);
    expect(day.replaceAll(/\s/g, '')).toContain('日まで書いた日付（2026-04-01、令和8年4月1日）');
  });
});
