import type { Localized } from '../../base/localized.ts';

/** The texts of the help. */
export const cliTexts = {
  program: {
    ja: '情報資産の台帳を、自団体の情報セキュリティポリシーに照らして条項ごとに判定します。',
    en: 'Judges an inventory of information assets against the body’s own information security policy, clause by clause.',
  },
  check: {
    ja: '台帳を判定する (コマンドを省略したときもこれを行う)',
    en: 'judge an inventory; the default command',
  },
  paths: {
    ja: '台帳のファイル・フォルダー・glob (既定: 現在のフォルダー)',
    en: 'files, folders or globs of the inventory (default: the current folder)',
  },
  policy: {
    ja: '判定に使うポリシー (id またはファイル)。複数指定可。既定は設定ファイル、次に台帳の organization.policy',
    en: 'policy to judge by, an id or a file; repeatable. Default: the configuration, then organization.policy',
  },
  format: {
    ja: '報告の形式と出力先。複数指定可 (既定: text)',
    en: 'format of the report and where it goes; repeatable (default: text)',
  },
  lang: { ja: '報告の言語: ja, en', en: 'language of the report: ja, en' },
  asOf: { ja: '判定日 (既定: 日本時間の今日)', en: 'the day to judge by (default: today in Japan)' },
  failOn: {
    ja: '終了コードを1にする深刻度: error, warning, info, never (既定: error)。読めない台帳は never でも1',
    en: 'severity from which the exit code is 1: error, warning, info, never (default: error); an invalid inventory always gives 1',
  },
  include: {
    ja: 'コードレビューやCI向けの形式に、違反のほかに載せる判定: unknown, review (カンマ区切り)',
    en: 'verdicts to show beside fails in formats for code review and CI: unknown, review (comma-separated)',
  },
  base: {
    ja: '以前の台帳 (フォルダーまたは git の参照) と比べ、増えた指摘・なくなった指摘と、変わった通信の経路を示す',
    en: 'compare with the inventory as it was, a folder or a git ref: new and fixed findings, paths opened and closed',
  },
  changed: {
    ja: 'git の参照からの変更が触れた、または生んだ指摘だけを示す (既定: HEAD)',
    en: 'show only findings that the change since a git ref touches or causes (default: HEAD)',
  },
  trust: {
    ja: '例外措置・ベースライン・設定・ポリシーを git の参照から読み、変更が自らを許すことを防ぐ',
    en: 'read exceptions, baseline, configuration and policies from a git ref, so that a change cannot excuse itself',
  },
  judgingGroup: { ja: '何を、何で判定するか:', en: 'What is judged, and by what:' },
  comparingGroup: { ja: '何と比べるか:', en: 'What it is compared with:' },
  reportGroup: { ja: '報告:', en: 'Reports:' },
  exitGroup: { ja: '終了コードを決めるもの:', en: 'What decides the exit code:' },
  failOnHidden: {
    ja: '変更によって判定されなくなるもの・判定されないものがあれば、終了コードを1にする (--base・--changed・--trust とともに)',
    en: 'exit with 1 where a change takes something out of judgement or hides it (with --base, --changed or --trust)',
  },
  maxWarnings: {
    ja: '深刻度が warning の指摘がこの件数を超えても終了コードを1にする (--fail-on に加えて)',
    en: 'exit with 1 if there are more warnings than this, too (beside --fail-on)',
  },
  division: {
    ja: 'この所管課 (id か名称) の指摘だけを示す (繰り返し可)。件数の合計と終了コードは変わらない。sarif, sarif-audit, junit, gitlab には常に全件が載る',
    en: 'show only the findings of a division, by id or name (repeatable); totals and the exit code stay those of all; sarif, sarif-audit, junit and gitlab always have all',
  },
  redact: {
    ja: 'アドレス、氏名等、製品の名称を伏せる。同じものには同じ番号を示す（どの形式でも）',
    en: 'leave out addresses, names of persons and products, with one number for one of them (all formats)',
  },
  extent: {
    ja: '報告書のどこまでを載せるか: full (すべて) か summary (表紙と要点と違反だけ) (html)',
    en: 'how much of the audit report: full, or summary for the pages in front and the violations alone (html)',
  },
  toDoDetails: {
    ja: '判定不能の指摘で、書き足す項目と記録をすべて示す (text)。作業用の一覧は -f todo',
    en: 'of unknown findings, show every fact to fill in and every record that lacks it (text); -f todo is a list to work off',
  },
  showSuppressed: {
    ja: '例外措置の適用中の指摘（id・承認者・期限とともに）と、既知の指摘も示す (text。ほかの形式には常に載る)',
    en: 'list suppressed findings with exception, approver and last day (text; other formats always have them)',
  },
  quiet: {
    ja: '終了コードを1にする指摘と最後の要約だけを示す (text)。終了コードは変わらない',
    en: 'show only findings that make the exit code 1, and the summary (text); the exit code stays the same',
  },
  timing: {
    ja: '段階とルールごとの所要時間を標準エラー出力に示す',
    en: 'show on stderr how long each phase and each rule took',
  },
  baseline: {
    ja: '既知の指摘の一覧。載っている指摘は数えない',
    en: 'file of findings that do not count any more',
  },
  updateBaseline: { ja: '今ある指摘をベースラインに書く', en: 'write what is found today to the baseline' },
  prune: {
    ja: 'なくなった指摘をベースラインから除く',
    en: 'take findings that are there no more out of the baseline',
  },
  rule: {
    ja: 'このルールだけを判定する。複数指定可 (台帳の整合 inventory/* は常に判定)',
    en: 'run this rule alone; repeatable (inventory/* always run)',
  },
  skip: { ja: 'このルールを判定しない。複数指定可', en: 'leave this rule out; repeatable' },
  limit: {
    ja: '読み込み・報告の上限を変える (limits と同じ名前)。複数指定可',
    en: 'change how much is read or reported at most (named as under limits); repeatable',
  },
  debug: { ja: 'sekisho の不具合のとき、起きた箇所も示す', en: 'show where a defect of sekisho arose, too' },
  version: { ja: '版を表示する', en: 'show the version' },
  help: { ja: '使い方を表示する', en: 'show help' },
  helpCommand: { ja: 'コマンドの使い方を表示する', en: 'show help of a command' },
  usage: { ja: '使い方:', en: 'Usage:' },
  arguments: { ja: '引数:', en: 'Arguments:' },
  options: { ja: 'オプション:', en: 'Options:' },
  commands: { ja: 'コマンド:', en: 'Commands:' },
  exitCodes: {
    ja: '終了コード:\n  0  指摘なし (--fail-on より軽い指摘だけのときを含む)\n  1  --fail-on 以上の指摘がある、warning が多すぎる、または台帳が読めない\n  2  実行できなかった、または結果を信頼できない',
    en: 'Exit codes:\n  0  nothing at or above --fail-on\n  1  findings at or above --fail-on, too many warnings, or an invalid inventory\n  2  the run could not be done, or its result cannot be trusted',
  },
  init: {
    ja: '台帳を始める: 記入例のある台帳のファイル、設定、エディター用のスキーマを書き出す',
    en: 'begin an inventory: write its files with examples, the configuration, and schemas for an editor',
  },
  initFolder: { ja: '台帳のフォルダー (なければ作る)', en: 'folder of the inventory; made if need be' },
  initName: { ja: '団体の名称 (指定しなければ尋ねる)', en: 'name of the body; asked for if left out' },
  initPolicy: {
    ja: '判定に使うポリシー: id、今あるファイル、又は --extends とともに新しいファイル (指定しなければ尋ねる)',
    en: 'policy to judge by: an id, a file that is there or, with --extends, a new one; asked for if left out',
  },
  initExtends: {
    ja: '新しいポリシーファイルの土台にするポリシー (id またはファイル)',
    en: 'policy that a new policy file builds on, an id or a file',
  },
  initCi: {
    ja: '変更のたびに判定する CI: github, gitlab, none (既定: none。端末では尋ねる)',
    en: 'CI that judges every change: github, gitlab, none (default: none; asked for at a terminal)',
  },
  initXlsx: {
    ja: 'フォルダーの代わりに、記入用の空の台帳 (*.xlsx) を書き出す',
    en: 'write an empty register (*.xlsx) to fill in, in place of a folder',
  },
  initYes: {
    ja: '何も尋ねず、指定のないものは既定のとおりにする',
    en: 'ask nothing, and take the defaults for what is left out',
  },
  initExamples: {
    ja: '例:\n  sekisho init 台帳\n  sekisho init 台帳 --name 関所町 --policy minakami\n  sekisho init 台帳 --name 関所町 --policy minakami --ci gitlab --yes\n  sekisho init 台帳 --policy 台帳/own.policy.yaml --extends minakami\n  sekisho init --xlsx 台帳.xlsx --policy minakami',
    en: 'Examples:\n  sekisho init inventory\n  sekisho init inventory --name 関所町 --policy minakami\n  sekisho init inventory --name 関所町 --policy minakami --ci gitlab --yes\n  sekisho init inventory --policy inventory/own.policy.yaml --extends minakami\n  sekisho init --xlsx register.xlsx --policy minakami',
  },
  coverage: {
    ja: '条項ごとに、対応するルール等と、台帳がどの状態かを示す',
    en: 'account for every clause: what answers it, and how the inventory stands',
  },
  against: {
    ja: 'ほかのポリシー (id またはファイル) の条項ごとに、対応する条項 (serves・as。extends で土台にしたものは同じ条項) とその状態を示す',
    en: 'list the clauses of another policy, an id or a file, with those that serve them (serves, as; where it is extended, the same clause) and how they stand',
  },
  order: {
    ja: '--against の並び順。document: 文書の順 (既定)、work: 行うべきことの順に、次に行うことと合わせて示す',
    en: 'the order of --against: document (the default), or work: what is left to do first, with what to do next',
  },
  failUncovered: {
    ja: '対応するルール等のない条項 (--against では、対応する条項のない条項) があれば終了コードを1にする',
    en: 'exit with 1 if nothing answers some clause (with --against, of that policy)',
  },
  coverageExamples: {
    ja: '例:\n  sekisho coverage 台帳/ -p isesaki\n  sekisho coverage 台帳/ -p isesaki -f html=条項一覧.html\n  sekisho coverage 台帳/ -p ./policy.yaml --against isesaki\n  sekisho coverage 台帳/ -p ./policy.yaml --against isesaki --order work',
    en: 'Examples:\n  sekisho coverage inventory/ -p isesaki\n  sekisho coverage inventory/ -p isesaki -f html=clauses.html\n  sekisho coverage inventory/ -p ./policy.yaml --against isesaki\n  sekisho coverage inventory/ -p ./policy.yaml --against isesaki --order work',
  },
  due: {
    ja: '期限の来るもの（例外措置、確認記録、承認、契約、サポート、定期の義務、役割の確認）を、所管課と日付の順に示す',
    en: 'list what falls due by division and date: exceptions, attestations, approvals, contracts, support, recurring duties, posts to confirm',
  },
  within: {
    ja: '判定日からの期間 (既定: P90D、90日)。期限の過ぎたものは常に示す',
    en: 'how long from the day judged by (default: P90D, 90 days); what is overdue is always listed',
  },
  dueDivision: {
    ja: 'この所管課 (id か名称) のものだけを示す (繰り返し可)',
    en: 'show only what concerns a division, by id or name (repeatable)',
  },
  dueExamples: {
    ja: '例:\n  sekisho due 台帳/ -p isesaki\n  sekisho due 台帳/ -p isesaki --within P1Y --division 市民課\n  sekisho due 台帳/ -p isesaki -f csv=期限.csv -f ical=期限.ics\n期限は指摘ではなく、判定の結果には影響しない。終了コードは、台帳に読めないところがあれば1、実行できなければ2、それ以外は0',
    en: 'Examples:\n  sekisho due inventory/ -p isesaki\n  sekisho due inventory/ -p isesaki --within P1Y --division 市民課\n  sekisho due inventory/ -p isesaki -f csv=due.csv -f ical=due.ics\nWhat falls due is no finding. The exit code is 1 if the inventory cannot be read in parts, 2 if the run could not be done, else 0',
  },
  graph: {
    ja: '系ごとのネットワーク図を作り、違反する経路を赤で示す',
    en: 'draw the network by layer, offending paths in red',
  },
  graphPolicy: {
    ja: '判定に使うポリシー (id またはファイル)。複数指定可。系は最初のものに従う',
    en: 'policy to judge by, an id or a file; repeatable. The layers are those of the first',
  },
  graphFormat: {
    ja: '図の形式と出力先。複数指定可 (既定: mermaid)',
    en: 'format of the drawing and where it goes; repeatable (default: mermaid)',
  },
  graphExamples: {
    ja: '例:\n  sekisho graph 台帳/ -p isesaki\n  sekisho graph 台帳/ -p isesaki -f svg=ネットワーク図.svg\n  sekisho graph 台帳/ -p isesaki -f dot=network.dot',
    en: 'Examples:\n  sekisho graph inventory/ -p isesaki\n  sekisho graph inventory/ -p isesaki -f svg=network.svg\n  sekisho graph inventory/ -p isesaki -f dot=network.dot',
  },
  explain: {
    ja: 'ルール・条項・台帳の項目などを、名前や日本語の語から引いて説明する',
    en: 'explain a rule, a clause, a field of the inventory or a word',
  },
  topic: {
    ja: 'ルールのid、条項 (isesaki 6(3)ア、isesaki:6(3)ア、6(3)ア。括弧があるので引用符で囲む)、台帳の区分・項目 (assets、storage.locked、保管)、選択肢 (紙)、等級 (機密性3)、系、または題名にある語',
    en: 'id of a rule; a clause, as isesaki 6(3)ア, isesaki:6(3)ア or 6(3)ア (quoted, for its brackets); a section or field of the inventory (assets, storage.locked, 保管), a choice (paper), a level, a layer, or a word of a title',
  },
  knownPolicies: {
    ja: '条項を見るポリシー (id またはファイル)。複数指定可。既定は組み込みのものと設定ファイルのもの',
    en: 'policy whose clauses to look at, an id or a file; repeatable. Default: those built in and those of the configuration',
  },
  explainExamples: {
    ja: '例:\n  sekisho explain classification/encryption-at-rest\n  sekisho explain isesaki "6(3)ア"\n  sekisho explain "3)保管" -p ./policy.yaml\n  sekisho explain 情報資産\n  sekisho explain storage.locked\n  sekisho explain 機密性3',
    en: 'Examples:\n  sekisho explain classification/encryption-at-rest\n  sekisho explain isesaki "6(3)ア"\n  sekisho explain "3)保管" -p ./policy.yaml\n  sekisho explain assets\n  sekisho explain storage.locked\n  sekisho explain mynumber',
  },
  rules: {
    ja: 'すべてのルールか、語を含むルールを、対応する条項とともに一覧にする',
    en: 'list all rules, or those with a word, with the clauses that cite them',
  },
  searched: {
    ja: 'ルールの題名・判定する項目・条項にある語。複数書けば、すべてを含むもの (既定: すべてのルール)',
    en: 'words of titles, of the fields judged, or of clauses; of several, all must be there (default: all rules)',
  },
  rulesExamples: {
    ja: '例:\n  sekisho rules\n  sekisho rules 暗号化\n  sekisho rules storage.locked\n  sekisho rules -p isesaki\n  sekisho rules -f json=rules.json',
    en: 'Examples:\n  sekisho rules\n  sekisho rules encryption\n  sekisho rules storage.locked\n  sekisho rules -p isesaki\n  sekisho rules -f json=rules.json',
  },
  policies: { ja: 'ポリシーを一覧にし、比べる', en: 'list the policies, or compare two' },
  policiesExamples: {
    ja: '例:\n  sekisho policies\n  sekisho policies diff isesaki minakami',
    en: 'Examples:\n  sekisho policies\n  sekisho policies diff isesaki minakami',
  },
  policiesDiff: {
    ja: '2つのポリシーを比べ、一方だけが求めるものと、求め方の違うものを示す',
    en: 'show what one policy asks and another does not, or not alike',
  },
  policiesCheck: {
    ja: 'ポリシーだけを調べ、誤りのある行をすべて示す',
    en: 'check policies alone, and show every line that is wrong',
  },
  policiesToCheck: { ja: 'ポリシーの id またはファイル', en: 'ids or files of policies' },
  policiesCheckExamples: {
    ja: '例:\n  sekisho policies check policy.yaml',
    en: 'Examples:\n  sekisho policies check policy.yaml',
  },
  policiesNew: { ja: 'ポリシーファイルのひな型を作る', en: 'write a policy file to begin with' },
  newId: {
    ja: 'ポリシーの id (英小文字、数字、ハイフン)',
    en: 'id of the policy: lower-case letters, digits, hyphens',
  },
  newExtends: {
    ja: '土台にするポリシー (id またはファイル)。違うところだけを書けばよい',
    en: 'policy to build on, an id or a file; only what differs is then written',
  },
  newOut: {
    ja: '書き出すファイル (既定: <id>.policy.yaml)',
    en: 'file to write (default: <id>.policy.yaml)',
  },
  policiesNewExamples: {
    ja: '例:\n  sekisho policies new sekisho-city --extends isesaki\n  sekisho policies new sekisho-city -o ポリシー/policy.yaml',
    en: 'Examples:\n  sekisho policies new sekisho-city --extends isesaki\n  sekisho policies new sekisho-city -o policies/policy.yaml',
  },
  draft: {
    ja: '文書の本文 (テキスト) から、ポリシーファイルの下書きを作る',
    en: 'draft a policy file from the text of a document',
  },
  draftSource: {
    ja: '文書の本文のテキストファイル (UTF-8、Shift_JIS、UTF-16、EUC-JP)',
    en: 'text file of the document, in UTF-8, Shift_JIS, UTF-16 or EUC-JP',
  },
  draftOut: { ja: '書き出すファイル (必須)', en: 'file to write (required)' },
  draftTitle: {
    ja: '文書の題名 (既定: 本文の初めにある題名)',
    en: 'title of the document (default: the one at its beginning)',
  },
  draftNoQuote: {
    ja: '本文を写さない (非公開の対策基準など)。番号と見出しだけにする',
    en: 'copy nothing of the text, as of standards that are not public: numbers and headings alone',
  },
  draftForce: { ja: '既にあるファイルに上書きする', en: 'overwrite a file that is there' },
  draftExamples: {
    ja: '例:\n  sekisho draft 情報セキュリティ基本方針.txt -o policy.yaml\n  sekisho draft 対策基準.txt -o 対策基準.yaml --no-quote --title 情報セキュリティ対策基準',
    en: 'Examples:\n  sekisho draft basic-policy.txt -o policy.yaml\n  sekisho draft standards.txt -o standards.yaml --no-quote --title 情報セキュリティ対策基準',
  },
  onePolicy: { ja: 'ポリシーの id またはファイル', en: 'id or file of a policy' },
  otherPolicy: { ja: '比べるポリシーの id またはファイル', en: 'id or file of the other policy' },
  policiesDiffExamples: {
    ja: '例:\n  sekisho policies diff isesaki minakami\n  sekisho policies diff isesaki ./policy.yaml -f markdown=diff.md',
    en: 'Examples:\n  sekisho policies diff isesaki minakami\n  sekisho policies diff isesaki ./policy.yaml -f markdown=diff.md',
  },
  test: {
    ja: '自団体のルールとポリシーの例を判定し、期待どおりになるかを確かめる',
    en: 'judge the examples of your own rules and policies, and tell where they do not come out as they say',
  },
  pathsToTest: {
    ja: 'ポリシー・ルールのファイル、またはそれを含むフォルダー (既定: 現在のフォルダー)',
    en: 'files of policies and rules, or folders that hold some (default: the current folder)',
  },
  testPolicy: {
    ja: 'ルールのファイルに使う等級と系のポリシー (id またはファイル)。既定は、隣にあってそれを指すポリシー、なければ標準の等級と系',
    en: 'policy whose levels and layers hold for files of rules, an id or a file; default: one beside that names them, else the usual ones',
  },
  testExamples: {
    ja: '例:\n  sekisho test policy.yaml\n  sekisho test own.rules.yaml -p isesaki\n  sekisho test ポリシー/ --as-of 令和8年4月1日',
    en: 'Examples:\n  sekisho test policy.yaml\n  sekisho test own.rules.yaml -p isesaki\n  sekisho test policies/ --as-of 2026-04-01',
  },
  schema: {
    ja: 'JSON Schema を表示する。ポリシーの等級・系・項目を補完する、エディター用のものも書き出せる',
    en: 'print a JSON schema, or write those for an editor with the words of a policy',
  },
  schemaOf: {
    ja: '台帳の区分 (assets、情報資産) か、policy・rules・report など (既定: inventory、台帳の全体)',
    en: 'a section of the inventory (assets), or policy, rules, report … (default: inventory, the whole of it)',
  },
  schemaPath: {
    ja: '表示する代わりに、そのファイルの場所を示す',
    en: 'tell where the file lies rather than print it',
  },
  schemaPolicy: {
    ja: 'その語を使うポリシー (id またはファイル)。複数指定可。-o での既定は設定ファイルのもの',
    en: 'policy whose words they have, an id or a file; repeatable. Default with -o: that of the configuration',
  },
  schemaOut: { ja: 'スキーマを書き出すフォルダー', en: 'folder to write the schemas to' },
  schemaExamples: {
    ja: '例:\n  sekisho schema assets\n  sekisho schema --path\n  sekisho schema -p policy.yaml -o .sekisho\n台帳・ポリシー・ルールのファイルの先頭に、次のように書く:\n  # yaml-language-server: $schema=.sekisho/inventory.schema.json\n  # yaml-language-server: $schema=.sekisho/policy.schema.json\n  # yaml-language-server: $schema=.sekisho/rules.schema.json',
    en: 'Examples:\n  sekisho schema assets\n  sekisho schema --path\n  sekisho schema -p policy.yaml -o .sekisho\nand at the top of a file of an inventory, a policy or rules:\n  # yaml-language-server: $schema=.sekisho/inventory.schema.json\n  # yaml-language-server: $schema=.sekisho/policy.schema.json\n  # yaml-language-server: $schema=.sekisho/rules.schema.json',
  },
  import: {
    ja: 'ほかの台帳や管理ツールのデータから、台帳のファイルを作る',
    en: 'make inventory files from another register',
  },
  importNetbox: {
    ja: 'NetBox の REST 一覧 (JSON) から台帳を作り、変更を取り込み直す',
    en: 'make an inventory from the lists of a NetBox (JSON), and import its changes again',
  },
  netboxSource: {
    ja: '/api/dcim/devices/ などの応答を dcim.devices.json などの名で保存したフォルダー (ページに分かれたものは dcim.devices.2.json のように番号を付ける)、または全一覧を1つにまとめたファイル ({"dcim.devices": […]} か manage.py dumpdata の出力)',
    en: 'folder with what /api/dcim/devices/ and so on answered, saved as dcim.devices.json and so on (further pages numbered, such as dcim.devices.2.json), or a single file of all lists ({"dcim.devices": […]}, or what manage.py dumpdata writes)',
  },
  completion: {
    ja: 'シェルの補完スクリプトを出力する',
    en: 'print a script that completes commands in a shell',
  },
  shell: { ja: 'シェル', en: 'shell' },
  completionExamples: {
    ja: '例 (シェルの設定ファイルに書く):\n  source <(sekisho completion bash)     ~/.bashrc\n  source <(sekisho completion zsh)      ~/.zshrc (compinit の後)\n  sekisho completion fish | source      ~/.config/fish/config.fish\n  sekisho completion powershell | Out-String | Invoke-Expression     $PROFILE',
    en: 'Examples, for the configuration of the shell:\n  source <(sekisho completion bash)     ~/.bashrc\n  source <(sekisho completion zsh)      ~/.zshrc, after compinit\n  sekisho completion fish | source      ~/.config/fish/config.fish\n  sekisho completion powershell | Out-String | Invoke-Expression     $PROFILE',
  },
  out: { ja: '台帳のファイルを書き出すフォルダー', en: 'folder to write the inventory to' },
  mapping: {
    ja: 'どの VLAN・役割・タグがどの系かを書いた対応表 (*.mapping.yaml。既定は書き出し先の netbox.mapping.yaml があればそれ)',
    en: 'file that says which VLAN, role or tag is which layer (*.mapping.yaml; default: netbox.mapping.yaml in the folder that is written to, if it is there)',
  },
  importRegister: {
    ja: '表計算ソフトの台帳（Excel の xlsx、csv、tsv）から台帳を作り、変更を取り込み直す',
    en: 'make an inventory from registers in spreadsheets (xlsx, csv, tsv), and import their changes again',
  },
  export: {
    ja: '台帳を、Excel などで直せる形に書き出す',
    en: 'write an inventory as a workbook that people can correct',
  },
  exportRegister: {
    ja: '台帳を判定の結果とともに xlsx に書き出す。import register で取り込み直せる',
    en: 'write the inventory with what was found as an xlsx, which import register reads back',
  },
  exportOut: {
    ja: '書き出すファイル (*.xlsx。--like では元の台帳と同じ種類)',
    en: 'file to write (*.xlsx; with --like of the kind of the original)',
  },
  exportMapping: {
    ja: '--like のときの、取り込みに使った対応表（省略すると台帳のフォルダーの register.mapping.yaml）',
    en: 'with --like, the mapping that it was imported by (default: register.mapping.yaml in the folder of the inventory)',
  },
  exportLike: {
    ja: '取り込んだ元の台帳の様式のまま、YAML で変えた値だけを書き込む（判定しない）',
    en: 'write the register that was imported again, as it was but for what the YAML changed (judges nothing)',
  },
  exportForce: { ja: '既にあるファイルを上書きする', en: 'overwrite a file that is there already' },
  exportRegisterExamples: {
    ja: '例:\n  sekisho export register 台帳/ --out 台帳.xlsx\n  sekisho export register 台帳/ --out 台帳.xlsx -p minakami --as-of 2026-04-01\n  sekisho import register 台帳.xlsx --out 台帳/ --adopt\n  sekisho export register 台帳/ --like 情報資産台帳.xlsx --out 情報資産台帳_更新.xlsx',
    en: 'Examples:\n  sekisho export register inventory/ --out register.xlsx\n  sekisho export register inventory/ --out register.xlsx -p minakami --as-of 2026-04-01\n  sekisho import register register.xlsx --out inventory/ --adopt\n  sekisho export register inventory/ --like assets.xlsx --out assets-new.xlsx',
  },
  registerFiles: {
    ja: '台帳のファイル (*.xlsx、*.csv、*.tsv)',
    en: 'files of registers (*.xlsx, *.csv, *.tsv)',
  },
  registerMapping: {
    ja: '列と項目の対応表（省略すると <dir>/register.mapping.yaml）',
    en: 'file that says which column is which field; <dir>/register.mapping.yaml if left out',
  },
  registerSection: {
    ja: 'シートの行がどの区分か (assets、systems など)',
    en: 'section that the rows are of, such as assets',
  },
  registerSheet: { ja: '読み込むシートだけを名前で指定する', en: 'read only the sheets of this name' },
  registerUpdate: {
    ja: '行を記録とせず、既にあるこの区分の記録の項目だけを書き換える（管理ツールの csv など）。--key と共に指定する',
    en: 'make no records of the rows, and only update those of this section that are there, as from a csv of a management tool; with --key',
  },
  registerKey: {
    ja: '行と記録を照合する項目 (id、name、addresses、x-管理番号 など)',
    en: 'field by which a row finds its record, such as id, name, addresses or "x-Asset tag"',
  },
  acceptGuesses: {
    ja: '推測した対応をすべて正しいものとして取り込む',
    en: 'import by what is guessed, as though it were confirmed',
  },
  dryRun: { ja: '書き込まずに、何がどう変わるかを示す', en: 'write nothing, and say what would change' },
  importCheck: {
    ja: '書き込まず、取込み元に追いついていなければ終了コード1で終わる（CI 向け）',
    en: 'write nothing, and exit with 1 if the inventory is behind what it is imported from (for CI)',
  },
  adopt: {
    ja: '前回の取込みの記録がなくても、既にある YAML に取り込む',
    en: 'import into YAML that is there already, though no record of a last import is',
  },
  importPrune: {
    ja: '取込み元から無くなった記録を YAML からも消す',
    en: 'remove the records that are gone from what is imported',
  },
  importRegisterExamples: {
    ja: '例:\n  sekisho import register 台帳.xlsx --out 台帳/\n  sekisho import register 台帳.xlsx 機器.csv --out 台帳/ --accept-guesses\n  sekisho import register wsus.csv --out 台帳/ --update systems --key id\n  sekisho import register 台帳.xlsx --out 台帳/ --check',
    en: 'Examples:\n  sekisho import register register.xlsx --out inventory/\n  sekisho import register assets.xlsx pcs.csv --out inventory/ --accept-guesses\n  sekisho import register wsus.csv --out inventory/ --update systems --key id\n  sekisho import register register.xlsx --out inventory/ --check',
  },
  exportToDo: {
    ja: '台帳に足りないものだけを、所管課に記入してもらう表（xlsx）に書き出す。回答は sekisho import todo で取り込む',
    en: 'write what the inventory lacks, and nothing else, as workbooks for the divisions to answer; sekisho import todo takes the answers back',
  },
  toDoOut: {
    ja: '表を書き出すフォルダー。既にあるファイルは上書きしない',
    en: 'the folder for the workbooks; no file that is there is overwritten',
  },
  toDoBy: {
    ja: 'division: 所管課ごとに1つの表に分ける',
    en: 'division: a workbook for each division in charge',
  },
  toDoDue: {
    ja: '表の期限の欄に入れる日（既定: 空欄）',
    en: 'the day by which answers are due, as the workbooks say it (default: blank)',
  },
  exportToDoExamples: {
    ja: '例:\n  sekisho export todo 台帳/ --out 記入依頼/ --by division --due 2027-01-29\n  sekisho import todo 記入依頼/*.xlsx --out 台帳/',
    en: 'Examples:\n  sekisho export todo inventory/ --out todo/ --by division --due 2027-01-29\n  sekisho import todo todo/*.xlsx --out inventory/',
  },
  importToDo: {
    ja: '記入依頼の表（sekisho export todo）に書かれた回答を、台帳に取り込む。合わない回答は場所を挙げて残し、終了コード1で終わる',
    en: 'take the answers of to-do workbooks (sekisho export todo) into the inventory; those that do not fit are named, and the exit code is 1',
  },
  toDoFiles: { ja: '回答の書かれた表 (*.xlsx)', en: 'workbooks with answers (*.xlsx)' },
  toDoInventory: {
    ja: '回答を書き込む台帳のフォルダー',
    en: 'the folder of the inventory that the answers go into',
  },
  importToDoCheck: {
    ja: '書き込まず、台帳にない回答があれば終了コード1で終わる（CI 向け）',
    en: 'write nothing, and exit with 1 if there are answers that the inventory lacks (for CI)',
  },
  importToDoExamples: {
    ja: '例:\n  sekisho import todo 記入依頼/*.xlsx --out 台帳/ --dry-run\n  sekisho import todo 記入依頼/市民課.xlsx --out 台帳/',
    en: 'Examples:\n  sekisho import todo todo/*.xlsx --out inventory/ --dry-run\n  sekisho import todo todo/residents.xlsx --out inventory/',
  },
  importExamples: {
    ja: '例:\n  sekisho import netbox netbox/ --out 台帳/\n  sekisho import netbox netbox/ --out 台帳/ --mapping netbox.mapping.yaml\n  sekisho import netbox dump.json --out 台帳/\n  sekisho import netbox netbox/ --out 台帳/ --check\n  sekisho check 台帳/ -p isesaki',
    en: 'Examples:\n  sekisho import netbox netbox/ --out inventory/\n  sekisho import netbox netbox/ --out inventory/ --mapping netbox.mapping.yaml\n  sekisho import netbox dump.json --out inventory/\n  sekisho import netbox netbox/ --out inventory/ --check\n  sekisho check inventory/ -p isesaki',
  },
  checkExamples: {
    ja: '例:\n  sekisho check 台帳/                          フォルダーの台帳を判定する\n  sekisho check 台帳/ -p isesaki -p minakami   2つのポリシーで判定する\n  sekisho check 台帳/ -f text -f sarif=sekisho.sarif\n  sekisho check 台帳/ --as-of 令和8年4月1日\n  sekisho check 台帳/ --changed                未コミットの変更だけを見る\n  sekisho check 台帳/ --base main --trust main プルリクエストの関門にする',
    en: 'Examples:\n  sekisho check inventory/                     judge the inventory of a folder\n  sekisho check inventory/ -p isesaki -p minakami\n  sekisho check inventory/ -f text -f sarif=sekisho.sarif\n  sekisho check inventory/ --as-of 2026-04-01\n  sekisho check inventory/ --changed           only what I have changed\n  sekisho check inventory/ --base main --trust main\n                                               the gate of a pull request',
  },
} as const satisfies Readonly<Record<string, Localized>>;
