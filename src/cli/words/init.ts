import fastStringWidth from 'fast-string-width';
import type { Localized } from '../../base/localized.ts';

/** A policy that is offered. */
interface OfferedPolicy {
  readonly id: string;
  readonly title: Localized;
}

/** Numbers what may be chosen, one a line. */
function numbered(lines: readonly string[], first = 1): string {
  return lines.map((line, index) => `  ${first + index}. ${line}\n`).join('');
}

function offered(policies: readonly OfferedPolicy[], language: 'ja' | 'en'): string[] {
  return policies.map(({ id, title }) => `${id.padEnd(12)} ${title[language]}`);
}

/** The questions of `sekisho init`, with the answer that Enter alone gives. */
export const initQuestions = {
  name: (usual: string | undefined): Localized => ({
    ja: `団体の名称${usual === undefined ? '' : ` [${usual}]`}: `,
    en: `Name of the body${usual === undefined ? '' : ` [${usual}]`}: `,
  }),
  policy: (policies: readonly OfferedPolicy[], usual: number): Localized => ({
    ja: `判定に使う情報セキュリティポリシー:\n${numbered([...offered(policies, 'ja'), '自団体のポリシーを、新しいファイルに書く'])}番号、id、又は今あるポリシーファイルの場所 [${usual}]: `,
    en: `Information security policy to judge by:\n${numbered([...offered(policies, 'en'), 'a policy of our own, in a new file'])}Number, id, or path of a policy file [${usual}]: `,
  }),
  base: (policies: readonly OfferedPolicy[], usual: number): Localized => ({
    ja: `土台にするポリシー（違うところだけを書けばよくなる）:\n${numbered(['土台を使わず、すべて書く', ...offered(policies, 'ja')], 0)}番号又は id [${usual}]: `,
    en: `Policy to build on, so that only what differs is written:\n${numbered(['none: write everything', ...offered(policies, 'en')], 0)}Number or id [${usual}]: `,
  }),
  id: (usual: string): Localized => ({
    ja: `自団体のポリシーの id（英小文字・数字・ハイフン） [${usual}]: `,
    en: `Id of the policy: lower-case letters, digits, hyphens [${usual}]: `,
  }),
  pipeline: (services: readonly string[]): Localized => ({
    ja: `変更のたびに CI で判定するか:\n${numbered(['しない（あとからでも加えられる）', ...services])}番号 [1]: `,
    en: `Judge every change in CI:\n${numbered(['no (it can be added later)', ...services])}Number [1]: `,
  }),
};

/** What has been written, and what comes next. */
interface Written {
  readonly body: string;
  /** the folder as a command takes it, and as a sentence names it */
  readonly argument: string;
  readonly folder: string;
  readonly files: number;
  readonly policy: Localized;
  /** the file in which the first assets go */
  readonly assets: string;
  /** the policy of the body, where a new file was written */
  readonly ownPolicy: string | undefined;
  /** where the package of sekisho is to lie, where there is a pipeline */
  readonly tarball: string | undefined;
}

/** The texts of `sekisho init` at its end. */
export const initTexts = {
  written: ({ body, folder, files, policy }: Written): Localized => ({
    ja: `${body}の台帳を ${folder} に書き出しました（${files}ファイル、ポリシー: ${policy.ja}）`,
    en: `inventory of ${body} written to ${folder} (${files} files; policy: ${policy.en})`,
  }),
  next: { ja: '次に:', en: 'next:' },
  steps,
};

/** What comes next, one after the other. */
function steps({ argument, folder, assets, ownPolicy, tarball }: Written): Localized[] {
  const check = `sekisho check ${argument}`;
  const explain = 'sekisho explain assets';
  const width = Math.max(...[check, explain].map((command) => fastStringWidth(command))) + 2;
  const padded = (command: string) => command + ' '.repeat(width - fastStringWidth(command));
  return [
    ...(ownPolicy === undefined
      ? []
      : [
          {
            ja: `${ownPolicy} の〔〕の中を書き換える（確かめる: sekisho policies check ${ownPolicy}）`,
            en: `fill in what stands in 〔〕 in ${ownPolicy} (what is wrong: sekisho policies check ${ownPolicy})`,
          },
        ]),
    {
      ja: `${assets} に情報資産を3件書く（記入例の行頭の「# 」を消し、書き換える）`,
      en: `write three assets in ${assets}: take the “# ” off the example, and change it`,
    },
    {
      ja: `${padded(check)}判定する（書かれていないことは、判定不能として書く場所とともに示される）`,
      en: `${padded(check)}judge it; what is not written is told as unknown, with the place to write it`,
    },
    {
      ja: `${padded(explain)}項目の意味と選択肢を調べる`,
      en: `${padded(explain)}what the fields mean, and what may stand in them`,
    },
    {
      ja: `Visual Studio Code では、フォルダー ${folder} を開き、勧められる拡張機能 YAML を入れると、項目と選択肢が補完される`,
      en: `in Visual Studio Code open the folder ${folder} and install the recommended extension YAML, which completes fields and choices`,
    },
    ...(tarball === undefined
      ? []
      : [
          {
            ja: `CI のために、sekisho のパッケージをリポジトリの ${tarball} に置く`,
            en: `for CI put the package of sekisho into the repository, as ${tarball}`,
          },
        ]),
  ];
}

/** Why `sekisho init` cannot go on. */
export const initErrors = {
  missing: (options: readonly string[]): Localized => ({
    ja: `端末から答えられないため、${options.join(' と ')} を指定してください（既定でよければ --yes）`,
    en: `nobody can be asked here: give ${options.join(' and ')}, or --yes for the defaults`,
  }),
  brokenOff: { ja: '中止しました。何も書いていません', en: 'broken off; nothing was written' },
  noName: {
    ja: '団体の名称が空です。「関所町」のように書いてください',
    en: 'the name of the body is empty; write it as 関所町',
  },
  badName: (given: string): Localized => ({
    ja: `団体の名称「${given}」に、改行か目に見えない文字があります。取り除いてください`,
    en: `the name of the body, “${given}”, has a line break or a character that is not seen; take it out`,
  }),
  longName: (most: number): Localized => ({
    ja: `団体の名称が長すぎます。${most}文字以内にしてください`,
    en: `the name of the body is too long; write at most ${most} characters`,
  }),
  noSuchNumber: (given: string, last: number): Localized => ({
    ja: `「${given}」という番号はありません。${last} までの番号か id を書いてください`,
    en: `there is no number ${given}; write one up to ${last}, or an id`,
  }),
  noPolicyFile: (file: string): Localized => ({
    ja: `ポリシーファイル ${file} がありません。新しく作る場合は、土台にするポリシーを --extends で指定してください（例: --extends isesaki）`,
    en: `there is no policy file ${file}; to begin one, name the policy to build on, as --extends isesaki`,
  }),
  policyElsewhere: (file: string, folder: string): Localized => ({
    ja: `ポリシーファイル ${file} は、台帳のフォルダーの（リポジトリにあれば、リポジトリの）外にあるため、設定に書けません。フォルダー ${folder} の中に置いてください`,
    en: `the policy file ${file} lies outside the folder of the inventory (of its repository, where it has one), and the configuration cannot name it; put it into ${folder}`,
  }),
  extendsNothing: (policy: string | undefined): Localized => ({
    ja: `--extends は、新しいポリシーファイルを --policy で指定したときに使います${policy === undefined ? '（例: --policy 台帳/sekisho-town.policy.yaml）' : `。${policy} は既にあります`}`,
    en: `--extends is for a new policy file that --policy names${policy === undefined ? ', as --policy inventory/sekisho-town.policy.yaml' : `; there is ${policy} already`}`,
  }),
  there: (files: string): Localized => ({
    ja: `既にあるファイルは上書きしません: ${files}。別のフォルダーを指定するか、それらを別の場所に移してください。何も書いていません`,
    en: `these files are there already and are not overwritten: ${files}; name another folder, or move them away. Nothing was written`,
  }),
  outside: (file: string): Localized => ({
    ja: `${file} は、リンクをたどると別の場所にあるため、書き込みません。リンクを取り除いてください`,
    en: `${file} lies elsewhere by way of a link, and nothing is written there; take the link away`,
  }),
};
