/** What a policy file begins with. */
export interface NewPolicy {
  readonly id: string;
  /** the policy to build on, as the file names it */
  readonly extends?: string;
  /** the name of the file, which the commands in it name */
  readonly file: string;
  /** the name of the body, where it is known */
  readonly body?: string;
  /** the line by which an editor finds the schema of the file, where that is there already */
  readonly editorLine?: string;
}

/**
 * A policy file to begin with, for officials: in Japanese. It is valid as it is, and so is it without the `#` before what
 * may be added; a remark has a blank behind that.
 */
export function newPolicy({ id, extends: base, file, body, editorLine }: NewPolicy): string {
  return `${editorLine === undefined ? '' : `${editorLine}\n`}# 情報セキュリティポリシーをデータとして書いたファイル。〔〕の中を書き換えて使う。
# 確かめる: sekisho policies check ${file}
# 台帳を判定する: sekisho check <台帳のフォルダー> -p ${file}
${editorLine === undefined ? howToComplete(file) : ''}id: ${id}
title: ${body === undefined ? '〔文書の題名〕' : JSON.stringify(`${body}情報セキュリティポリシー`)}
issuer: ${body === undefined ? '〔文書を定めた団体〕' : JSON.stringify(body)}
${base === undefined ? '' : extension(base)}
# 分類の等級。重い順に並べる。means は標準の等級のどれに当たるか。
# 書かなければ${base === undefined ? '標準 (機密性 3/2/1、完全性 2/1、可用性 2/1)' : '土台のポリシー'}のとおり。
#scales:
#  confidentiality:
#    - { level: Ⅰ, means: 3, name: 〔最も重い等級の名称〕 }
#    - { level: Ⅱ, means: 2 }
#    - { level: Ⅲ, means: 1 }

# 標準の4つ (mynumber, lgwan, internet, external) のほかに文書が定める系。
#layers:
#  - { id: school, name: 校務系, treatedAs: internet }

# 団体のルール。1件の例をそのまま使える。例 (examples) は sekisho test ${file} で確かめる。
# 別のファイルに書くなら ownRules: ./own.rules.yaml とし、fields と rules をそのファイルに書く。
#fields:
#  assets:
#    x-takeout.permitted: boolean
#    x-takeout.encrypted: boolean
#rules:
#  - id: own/takeout-encrypted
#    title: 持出しを認めた情報は暗号化する
#    rationale: 持ち出した媒体は、置き忘れや盗難で失われやすいため。
#    remedy: 暗号化してから持ち出し、x-takeout.encrypted を true に改めてください。
#    appliesTo: assets
#    when: { x-takeout.permitted: true }
#    require: { x-takeout.encrypted: true }
#    message: 持出しを認めていますが、暗号化していません
#    examples:
#      pass: { x-takeout: { permitted: true, encrypted: true } }
#      fail: { x-takeout: { permitted: true, encrypted: false } }
#      unknown: { x-takeout: { permitted: true } }
#      not-applicable: { x-takeout: { permitted: false } }

# 条項。文書の順に、義務ひとつにつき1件。modality は must 義務、should 必要に応じて、principle 原則、may できる。
# rules にはそれを判定するルールを書く (一覧: sekisho rules)。basis は stated 明記、interpreted 解釈。
clauses:
  - ref: ${base === undefined ? '〔1(1)〕' : '〔追加1〕'}
    title: 〔条項の見出し〕
    summary: 〔条項の要旨〕
    modality: must
    rules:
      - { id: classification/encryption-at-rest, basis: stated }
`;
}

function howToComplete(file: string): string {
  return `# エディターで補完する: sekisho schema -p ${file} -o .sekisho を実行し、次の行をこのファイルの先頭に書く。
#   # yaml-language-server: $schema=.sekisho/policy.schema.json
`;
}

function extension(base: string): string {
  return `
# 土台にするポリシー。ここに書かないことは、そのとおりになる。同じ ref の条項を書けば、書いたキーだけが変わる。
extends: ${JSON.stringify(base)}
# 土台の条項のうち、採らないものの ref。
#drop: []
`;
}
