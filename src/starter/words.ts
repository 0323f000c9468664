import type { Language, Localized } from '../base/localized.ts';

/** The names of the files, and what each is about. */
export const fileNames = {
  organization: { ja: '団体', en: 'organization' },
  assets: { ja: '情報資産', en: 'assets' },
  systems: { ja: 'システム・施設', en: 'systems-and-facilities' },
  network: { ja: 'ネットワーク', en: 'network' },
  outside: { ja: '委託・外部サービス', en: 'contracts-and-services' },
  people: { ja: '職員・規程', en: 'staff-and-documents' },
  records: { ja: '点検・記録', en: 'audits-and-records' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A file of the inventory, by what it is about. */
export type FileName = keyof typeof fileNames;

/** What the files say beside what the vocabulary says. */
interface StarterWords {
  /** a value that may be chosen, and what it means */
  readonly choice: (word: string, meaning: string) => string;
  readonly choices: (what: string, all: readonly string[]) => string;
  /** some of the choices alone; `path`: where the others are told */
  readonly moreChoices: (what: string, shown: string | undefined, path: string) => string;
  readonly levels: (axis: string, levels: readonly (string | number)[]) => string;
  /** how a file is to be used; lines of a comment */
  readonly head: (body: string, file: string, sections: readonly string[]) => readonly string[];
  /** where the policy is named */
  readonly policyElsewhere: string;
  readonly configuration: string;
  readonly attributes: readonly string[];
  readonly pipeline: (tarball: string) => readonly string[];
}

/** The words of the starter, which are those of a person who explains a form. */
export const starterWords: Readonly<Record<Language, StarterWords>> = {
  ja: {
    choice: (word, meaning) => `${word} ${meaning}`,
    choices: (what, all) => `${what}: ${all.join('、')}`,
    moreChoices: (what, shown, path) =>
      shown === undefined
        ? `${what}（選択肢: sekisho explain ${path}）`
        : `${what}: ${shown}（ほかの選択肢: sekisho explain ${path}）`,
    levels: (axis, levels) => `${axis}の等級。重い順に ${levels.join('、')}`,
    head: (body, file, sections) => [
      `${body}の台帳: ${file}。「##」の行は説明、「#」の行は記入例。`,
      '使うときは、記入例の行頭の「# 」を消し、名称や職を自団体のものに書き換える。1件ごとに「- id:」から始める。',
      'はい・いいえは true か false（○・有・済 か ×・無・未 でもよい）、選択肢は例の語か日本語の名称で書く。',
      '日付は 2026-04-01 か 令和8年4月1日 と書く。空欄は「書かれていない」とみなされ、判定不能になる。',
      ...(sections[0] === undefined
        ? []
        : [`1件も無い区分は ${sections[0]}: [] のように書く。項目の意味: sekisho explain ${sections[0]}`]),
    ],
    policyElsewhere: '判定に使うポリシーは sekisho.config.yaml に書いてある。',
    configuration: 'sekisho の設定。「#」の行は、行頭の「# 」を消すと効く。',
    attributes: [
      '資料の改行を変えない。台帳に書いた SHA-256 が、どのパソコンでも合う。',
      '台帳と設定の改行は、どのパソコンでも LF にする。',
    ],
    pipeline: (tarball) => [
      'sekisho init が書き出した。変更のたびに台帳を判定し、増えた指摘を示す。',
      `sekisho のパッケージをリポジトリの ${tarball} に置いて使う。`,
    ],
  },
  en: {
    choice: (word, meaning) => (word === meaning ? word : `${word} (${meaning})`),
    choices: (what, all) => `${what}: ${all.join(', ')}`,
    moreChoices: (what, shown, path) =>
      shown === undefined
        ? `${what} (choices: sekisho explain ${path})`
        : `${what}: ${shown}; other choices: sekisho explain ${path}`,
    levels: (axis, levels) => `level of ${axis}, heaviest first: ${levels.join(', ')}`,
    head: (body, file, sections) => [
      `Inventory of ${body}: ${file}. Lines that begin with ## explain, those with # are an example.`,
      'To use it, take the "# " off its lines and write your own names and posts. Every record begins with "- id:".',
      'A yes or no is true or false (○, 有, 済 and ×, 無, 未 are taken, too); a choice is its word or its Japanese name.',
      'A day is 2026-04-01 or 令和8年4月1日. What is blank counts as not stated, and is unknown.',
      ...(sections[0] === undefined
        ? []
        : [
            `Of what there is none, write ${sections[0]}: []. What the fields mean: sekisho explain ${sections[0]}`,
          ]),
    ],
    policyElsewhere: 'The policy to judge by is named in sekisho.config.yaml.',
    configuration: 'The configuration of sekisho. A line with # counts once "# " is taken off.',
    attributes: [
      'The line ends of evidence stay as they are, so that a SHA-256 in the inventory holds on every machine.',
      'Inventory and configuration have line feeds on every machine.',
    ],
    pipeline: (tarball) => [
      'Written by sekisho init. Judges the inventory at every change, and shows what it brings.',
      `It needs the package of sekisho in the repository, as ${tarball}.`,
    ],
  },
};
