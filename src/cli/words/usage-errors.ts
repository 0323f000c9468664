import { type Limit, wordLimit } from '../../base/limits.ts';
import type { Language, Localized } from '../../base/localized.ts';
import { type Reason, systemReason } from '../../base/system-error.ts';
import type { FilesBeside } from '../../inventory/load.ts';
import { toImportRegister } from '../../yaml/words.ts';

/** How many divisions a message names. */
const mostDivisions = 20;

/** Errors that stop a run before it begins: one sentence, and where it helps a remedy. */
export const usageErrors = {
  unknownFormat: (given: string, known: string, suggestion: string | undefined): Localized => ({
    ja: `形式「${given}」はありません。${suggestion === undefined ? `使える形式: ${known}` : `${suggestion} ではありませんか (使える形式: ${known})`}`,
    en: `there is no format “${given}”; ${suggestion === undefined ? `known formats: ${known}` : `did you mean ${suggestion}? (known formats: ${known})`}`,
  }),
  twoOnStdout: (first: string, second: string): Localized => ({
    ja: `${first} と ${second} の両方を標準出力に書くことはできません。一方に出力先を付けてください (-f ${second}=ファイル名)`,
    en: `both ${first} and ${second} would go to stdout; give one a file (-f ${second}=file)`,
  }),
  reportOverInput: (file: string): Localized => ({
    ja: `${file} は判定に用いたファイルです。報告で上書きしないよう、別の名前を指定してください`,
    en: `${file} is a file that was judged, or judged by, and a report would overwrite it; name another`,
  }),
  twoInOneFile: (file: string): Localized => ({
    ja: `2つの報告を同じファイル ${file} に書くことはできません。別のファイルを指定してください`,
    en: `two reports would be written to ${file}; give each a file of its own`,
  }),
  badChoice: (option: string, given: string, choices: string): Localized => ({
    ja: `${option} の値「${given}」は使えません。次のいずれかを指定してください: ${choices}`,
    en: `${option} cannot be “${given}”; choose one of ${choices}`,
  }),
  orderWithoutAgainst: {
    ja: '--order は、--against で示す条項の並び順です。--against と合わせて指定してください',
    en: '--order is the order of the clauses that --against lists; give --against, too',
  },
  badCount: (option: string, given: string): Localized => ({
    ja: `${option} の「${given}」は件数として読めません。0以上の整数を書いてください`,
    en: `${option}: “${given}” is not a count; write a whole number from 0`,
  }),
  badDate: (option: string, given: string): Localized => ({
    ja: `${option} の「${given}」は日付として読めません。2026-04-01 か 令和8年4月1日 のように書いてください`,
    en: `${option}: “${given}” is not a date; write it as 2026-04-01`,
  }),
  badDuration: (option: string, given: string): Localized => ({
    ja: `${option} の「${given}」は期間として読めません。P90D（90日）、P6M（6か月）、P1Y（1年）のように書いてください`,
    en: `${option}: “${given}” is not a duration; write it as P90D (90 days), P6M (6 months) or P1Y (a year)`,
  }),
  onePolicy: (policies: string): Localized => ({
    ja: `条項ごとの一覧は1つのポリシーについて作ります。-p で1つを選んでください (${policies})`,
    en: `coverage accounts for one policy; choose one with -p (${policies})`,
  }),
  noFolder: {
    ja: '台帳を置くフォルダーを指定してください（記入用の空の台帳を書き出すなら --xlsx <ファイル>）',
    en: 'name the folder of the inventory (or --xlsx <file> for an empty register to fill in)',
  },
  unknownCommand: (given: string, meant: string): Localized => ({
    ja: `${given} というコマンドもファイルもありません。${meant} ではありませんか`,
    en: `there is no command or file ${given}; did you mean ${meant}?`,
  }),
  missingPaths: (paths: readonly string[], beside: FilesBeside): Localized => {
    const { ja, en } = insteadOfInventory(paths, beside);
    const list = paths.join(', ');
    return {
      ja: `台帳のファイルが見つかりません: ${list} (${ja})`,
      en: `no inventory files at: ${list} (${en})`,
    };
  },
  reportAsInput: (format: string, file: string): Localized => ({
    ja: `${file} は台帳ではなく、報告の書き込み先のようです。-f ${format}=${file} のように「=」でつないでください`,
    en: `${file} seems to be the file to write the report to; join it by “=”: -f ${format}=${file}`,
  }),
  fileAsFormat: (format: string, file: string): Localized => ({
    ja: `-f には形式を指定します。${file} に書くには -f ${format}=${file} としてください`,
    en: `-f takes a format; to write to ${file} give -f ${format}=${file}`,
  }),
  badPolicyId: (id: string): Localized => ({
    ja: `ポリシーの id「${id}」は使えません。英小文字で始まる英小文字・数字・ハイフンにしてください`,
    en: `“${id}” cannot be the id of a policy; begin with a lower-case letter and write lower-case letters, digits and hyphens`,
  }),
  policyExists: (id: string): Localized => ({
    ja: `${id} という id のポリシーは既にあります。別の id を付けてください`,
    en: `there is a policy of the id ${id} already; choose another`,
  }),
  fileExists: (file: string): Localized => ({
    ja: `${file} は既にあり、上書きしません。-o で別の名前を指定してください`,
    en: `${file} is there already and is not overwritten; name another by -o`,
  }),
  noPolicyForSchema: {
    ja: 'ポリシーが決まっていません。-p で指定するか、設定ファイルに policy を書いてください',
    en: 'no policy is named: give one by -p, or write policy in the configuration',
  },
  notOurSchema: (files: string): Localized => ({
    ja: `sekisho schema が書いたものではないため、上書きしません: ${files}。-o で別のフォルダーを指定してください`,
    en: `not written by sekisho schema, and not overwritten: ${files}; name another folder by -o`,
  }),
  unknownSchema: (given: string, known: string, suggestion: string | undefined): Localized => ({
    ja: `「${given}」のスキーマはありません。${suggestion === undefined ? '' : `${suggestion} ではありませんか。`}次のいずれかを指定してください: ${known}`,
    en: `there is no schema of “${given}”; ${suggestion === undefined ? '' : `did you mean ${suggestion}? `}choose one of ${known}`,
  }),
  pathAlone: {
    ja: '--path は、公開しているスキーマの場所を示すもので、-p・-o とは一緒に使えません',
    en: '--path tells where a published schema lies, and cannot be used with -p or -o',
  },
  noSchemas: {
    ja: 'スキーマのフォルダー schemas が、プログラムのそばに見つかりません。配布されたファイルをすべて一緒に置いてください',
    en: 'there is no folder schemas beside the program; keep all files of the package together',
  },
  nothingToTest: (paths: readonly string[]): Localized => ({
    ja: `ポリシーもルールのファイルも見つかりません: ${paths.join(', ')}`,
    en: `no policies and no files of rules at: ${paths.join(', ')}`,
  }),
  unknownRule: (id: string, where: string, suggestion: string | undefined): Localized => ({
    ja: `${where} の「${id}」というルールはありません${suggestion === undefined ? '' : `。${suggestion} ではありませんか`}`,
    en: `${where}: there is no rule “${id}”${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
  }),
  unknownDivision: (given: string, known: readonly string[], suggestion: string | undefined): Localized => {
    if (known.length === 0)
      return {
        ja: `--division の「${given}」で絞り込めません。台帳に division（所管課）の記載がありません`,
        en: `--division ${given}: no record of the inventory names its division`,
      };
    const some = known.slice(0, mostDivisions);
    const more = known.length - some.length;
    return {
      ja: `--division の「${given}」という所管課は台帳にありません。${suggestion === undefined ? '' : `${suggestion} ではありませんか `}(台帳にある所管課: ${some.join('、')}${more > 0 ? `、ほか${more}` : ''})`,
      en: `--division: no record names a division “${given}”; ${suggestion === undefined ? '' : `did you mean ${suggestion}? `}(divisions: ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
    };
  },
  unknownParameter: (name: string, where: string, suggestion: string | undefined): Localized => ({
    ja: `${where} に「${name}」というパラメーターはありません${suggestion === undefined ? '' : `。${suggestion} ではありませんか`}`,
    en: `${where}: there is no parameter “${name}”${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
  }),
  wrongParameter: ({ ja, en }: Localized, where: string): Localized => ({
    ja: `${where} の ${ja}`,
    en: `${where}: ${en}`,
  }),
  uncitedRule: (id: string, where: string): Localized => ({
    ja: `${where} の ${id} は、選ばれたポリシーのどの条項にも対応していないため、判定できません`,
    en: `${where}: no clause of the selected policies cites ${id}, so there is nothing to judge`,
  }),
  endedRule: (id: string, where: string): Localized => ({
    ja: `${where} の ${id} を求める条項は、判定日には効力を失っているため、判定できません。効力のあった日の結果は --as-of で見られます`,
    en: `${where}: the clauses that cite ${id} are not in force any more on the day judged by, so there is nothing to judge; --as-of names a day on which they were`,
  }),
  integrityRule: (id: string, where: string): Localized => ({
    ja: `${where} の ${id} は常に判定するルールで、外したり深刻度を変えたりできません`,
    en: `${where}: ${id} always runs and cannot be left out or changed`,
  }),
  unknownTopic: (given: string, suggestion: string | undefined): Localized => ({
    ja: `「${given}」に当たる項目・ルール・条項などはありません。${suggestion === undefined ? '区分の名（sekisho explain assets）か、題名の語で探してください。ルールの一覧は sekisho rules で見られます。自団体のポリシーの条項は -p でポリシーファイルを指定してください' : `${suggestion} ではありませんか`}`,
    en: `nothing is called “${given}”, no field, no rule and no clause; ${suggestion === undefined ? 'try the name of a section (sekisho explain assets) or a word of a title; sekisho rules lists the rules, and -p names a policy file of your own' : `did you mean ${suggestion}?`}`,
  }),
  noRuleWith: (given: string): Localized => ({
    ja: `「${given}」を題名・項目・条項に含むルールはありません。語を短くするか、sekisho rules で一覧を見てください`,
    en: `no rule has “${given}” in its title, fields or clauses; try a shorter word, or sekisho rules for all of them`,
  }),
  cannotPrint: (reason: string): Localized => ({
    ja: `標準出力に書き込めません (${systemReason(reason).ja})`,
    en: `cannot write to standard output (${systemReason(reason).en})`,
  }),
  cannotRead: (file: string, reason: Reason): Localized => ({
    ja: `${file} を読めません (${systemReason(reason).ja})。場所と権限を確かめてください`,
    en: `${file} cannot be read (${systemReason(reason).en}); check the path and its permissions`,
  }),
  cannotWrite: (file: string, reason: Reason): Localized => ({
    ja: `${file} に書き込めません (${systemReason(reason).ja})`,
    en: `cannot write ${file} (${systemReason(reason).en})`,
  }),
  unreadable: (file: string, reason: Reason): Localized => ({
    ja: `${file} を読めません (${systemReason(reason).ja})`,
    en: `cannot read ${file} (${systemReason(reason).en})`,
  }),
  outside: (key: string, written: string): Localized => ({
    ja: `設定の ${key} の「${written}」は、設定ファイルのあるリポジトリ（なければフォルダー）の外にあり、読みません。include は判定するフォルダーの中だけです`,
    en: `${key} of the configuration names “${written}”, outside the repository (or else the folder) of the configuration, which is not read; include holds for the folder that is judged alone`,
  }),
  overLimit: (limit: Limit): Localized => {
    const { ja, en } = wordLimit(limit);
    return {
      ja: `${ja}。必要であれば --limit ${limit.name}=数 で上げられます`,
      en: `there are ${en}; raise it by --limit ${limit.name}=<number> if need be`,
    };
  },
  unknownLimit: (given: string, known: string, suggestion: string | undefined): Localized => ({
    ja: `--limit の「${given}」は読めません。名前=1以上の整数 のように書いてください${suggestion === undefined ? `。名前: ${known}` : `。${suggestion} ではありませんか`}`,
    en: `--limit cannot be “${given}”; write name=<whole number from 1>${suggestion === undefined ? `, the name being one of ${known}` : `; did you mean ${suggestion}?`}`,
  }),
  linkAsTarget: (file: string): Localized => ({
    ja: `${file} はリンクなので、書き込みません。リンクでない名前を指定してください`,
    en: `${file} is a link, which nothing is written through; name a file that is none`,
  }),
  noFileAsTarget: (file: string): Localized => ({
    ja: `${file} はファイルではないので、書き込みません。別の名前を指定してください`,
    en: `${file} is not a file, and nothing is written to it; name another`,
  }),
  emptyValue: (option: string): Localized => ({
    ja: `${option} の値が空です。CI の変数が設定されているかを確かめてください`,
    en: `the value of ${option} is empty; make sure that the variable it comes from is set`,
  }),
  pathTakenForRef: (given: string): Localized => ({
    ja: `--changed のすぐ後の「${given}」は git の参照として読まれますが、そのような参照はありません。台帳の場所であれば sekisho check ${given} --changed のように先に書いてください`,
    en: `“${given}” right after --changed is read as a git ref, and there is none such; if it is the inventory, write it first: sekisho check ${given} --changed`,
  }),
  folderOrRef: (given: string): Localized => ({
    ja: `「${given}」というフォルダーと git の参照の両方があります。フォルダーであれば ./${given}、参照であればコミットのハッシュか refs/heads/… のように書いてください`,
    en: `there are both a folder and a git ref “${given}”; write ./${given} for the folder, or the hash of the commit or refs/heads/… for the ref`,
  }),
  baseIsInventory: (given: string): Localized => ({
    ja: `--base の「${given}」は、判定する台帳そのものか、それを含むフォルダーです。以前の台帳を置いた別のフォルダーか git の参照を指定してください`,
    en: `--base “${given}” is the inventory to judge, or holds it; name another folder with the inventory as it was, or a git ref`,
  }),
  twoBases: {
    ja: '--base と --changed の両方に比べる相手を指定することはできません。--changed には値を付けないでください',
    en: '--base and --changed cannot both say what to compare with; give --changed no value',
  },
  changedNothing: {
    ja: '--update-baseline・--prune は --base・--changed・--trust と一緒には使えません',
    en: '--update-baseline and --prune cannot be used with --base, --changed or --trust',
  },
  noBaselineNamed: {
    ja: 'ベースラインのファイルが決まっていません。--baseline sekisho-baseline.json のように指定するか、設定ファイルに baseline を書いてください',
    en: 'no baseline file is named: give --baseline sekisho-baseline.json, or write baseline in the configuration',
  },
  baselineNotWritten: {
    ja: '読めないファイルや実行できなかったルールがあるため、ベースラインは書き換えません',
    en: 'the baseline is left as it is, since a file could not be read or a rule could not run',
  },
  baselineChanged: (file: string): Localized => ({
    ja: `${file} は判定の間に書き換えられたため、上書きしません。もう一度実行してください`,
    en: `${file} was changed while sekisho ran and is left as it is; run it again`,
  }),
  nothingToPrune: (file: string): Localized => ({
    ja: `ベースラインがありません: ${file}。--update-baseline で作れます`,
    en: `there is no baseline ${file}; --update-baseline makes one`,
  }),
  folderGone: {
    ja: '現在のフォルダーがなくなっています。別のフォルダーに移ってから実行してください',
    en: 'the current folder is gone; go to another first',
  },
  endedEarly: {
    ja: 'sekisho の不具合です。処理が途中で終わりました',
    en: 'this is a defect of sekisho; it ended before it was done',
  },
  defect: (reason: string): Localized => ({
    ja: `sekisho の不具合です。判定は終わっていません (${reason})`,
    en: `this is a defect of sekisho; nothing was judged (${reason})`,
  }),
};

/** What to name instead of paths at which there is no inventory, in view of what there is. */
function insteadOfInventory(
  paths: readonly string[],
  { registers = [], others = [] }: FilesBeside,
): Localized {
  const dash = paths.find((path) => /^[－‐–—―−]/.test(path))?.[0];
  if (dash !== undefined)
    return {
      ja: `オプションであれば「${dash}」を半角のハイフン「-」に直してください`,
      en: `for an option write an ASCII hyphen instead of “${dash}”`,
    };
  const shown = (files: readonly string[]) => files.slice(0, 3).join(', ');
  if (registers.length > 0)
    return {
      ja: `表計算ソフトの表が${registers.length}件あります: ${shown(registers)}。${toImportRegister.ja}`,
      en: `there are spreadsheets: ${shown(registers)}${registers.length > 3 ? ' and others' : ''}; ${toImportRegister.en}`,
    };
  if (others.length > 0)
    return {
      ja: `${shown(others)} には台帳の区分（assets など）が1つもありません。台帳であれば、区分の名前を確かめてください`,
      en: `there is no section of an inventory, such as assets, in ${shown(others)}; if it is inventory, check the names of its sections`,
    };
  return {
    ja: '.yaml か .yml のファイル、それを含むフォルダー、または glob を指定してください',
    en: 'give YAML files, a folder that holds some, or a glob',
  };
}

/**
 * Words an error of the argument parser.
 *
 * @param code its error code
 * @param original its own message, with the option or argument in quotes
 */
export function argumentError(code: string, original: string, language: Language): string {
  const english = original.replace(/^error: /, '');
  if (language === 'en') return english;
  const what = /'([^']+)'/.exec(original)?.[1] ?? '';
  const suggestion = /\(Did you mean (.+)\?\)/.exec(original)?.[1];
  const meant = suggestion === undefined ? '' : `。${suggestion} ではありませんか`;
  switch (code) {
    case 'commander.unknownOption':
      return `オプション ${what} はありません${meant}`;
    case 'commander.unknownCommand':
      return `コマンド ${what} はありません${meant}`;
    case 'commander.optionMissingArgument':
      return `オプション ${what} には値が必要です`;
    case 'commander.missingArgument':
      return `引数 ${what} を指定してください`;
    case 'commander.excessArguments':
      return '引数が多すぎます';
    case 'commander.missingMandatoryOptionValue':
      return `オプション ${what} を指定してください`;
    default:
      return english;
  }
}
