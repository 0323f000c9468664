import type { Localized } from '../base/localized.ts';

/** Why no draft can be made of a file. */
export type DraftProblem =
  | { readonly code: 'no-text'; readonly kind: 'pdf' | 'word' | 'other' }
  | { readonly code: 'no-provisions' }
  /** how many provisions there are, more than a policy file has room for */
  | { readonly code: 'too-many'; readonly provisions: number };

/** Words why no draft can be made. The file stands before it. */
export function wordDraftProblem(problem: DraftProblem): Localized {
  switch (problem.code) {
    case 'no-text':
      return {
        pdf: {
          ja: 'PDF はそのままでは読めません。文字を選んでコピーするか、テキストとして保存し、そのファイルを指定してください',
          en: 'is a PDF, which cannot be read as it is; copy its text or save it as text, and name that file',
        },
        word: {
          ja: 'Word などの文書はそのままでは読めません。「書式なし（.txt）」で保存し、そのファイルを指定してください',
          en: 'is a document, such as of Word, which cannot be read as it is; save it as plain text (.txt), and name that file',
        },
        other: {
          ja: '文字だけのファイルではないか、文字コードがわかりません。UTF-8 のテキストとして保存し直してください',
          en: 'is no plain text, or in no encoding that is known; save it as text in UTF-8',
        },
      }[problem.kind];
    case 'no-provisions':
      return {
        ja: '条項が見当たりません。「第1条」「1 目的」「(1)」のような番号や、見出し、文の並ぶ本文のファイルを指定してください',
        en: 'has no provisions that could be found; name a file of text with numbers such as 第1条, 1 or (1), headings or sentences',
      };
    case 'too-many':
      return {
        ja: `条項が${problem.provisions.toLocaleString('en-US')}件あり、1つのポリシーファイルに収まりません。章などで分けて、別々のポリシーにしてください`,
        en: `has ${problem.provisions.toLocaleString('en-US')} provisions, more than a policy file has room for; divide it, by chapters for instance, into several policies`,
      };
  }
}

/** A text from which no draft can be made. */
export class DraftError extends Error {
  readonly problem: DraftProblem;

  constructor(problem: DraftProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** How much of the document and of other policies a draft holds; less where the file would be too large. */
export type Fullness = 'full' | 'without-offers' | 'bare';

/** What the draft says at its top, for officials: in Japanese, as the document is. */
export function headOf(
  file: string,
  { fullness, quotes }: { fullness: Fullness; quotes: boolean },
): string[] {
  const without = {
    full: [],
    'without-offers': ['長い文書のため、近い条項は示していません。'],
    bare: ['長い文書のため、本文と近い条項は示していません。'],
  }[fullness];
  return [
    'sekisho draft が文書の本文から機械的に作った下書き。生成した文言はない。',
    '番号・見出し・拘束の強さ (modality)・適用範囲などを、原文と照らして確かめてください。',
    quotes
      ? '要旨 (summary) は本文の書き出し。自分の言葉に書き改めてください。'
      : '本文は写していません (--no-quote)。要旨 (summary) を自分の言葉で書いてください。',
    '「近い条項」は、文字の似た組み込みのポリシーの条項と、それが挙げるルール。採否は決めていません。',
    '条項ごとに、判定するルール (rules)、確認記録 (attestation: true)、参照 (informs) のいずれかを書く。例:',
    '    rules:',
    '      - { id: classification/levels-assigned, basis: stated }   # stated 明記、interpreted 解釈',
    '書くまでは未確定で、適合とは扱いません。全部に書いたら draft の行を消してください。',
    ...without,
    `確かめる: sekisho policies check ${file}`,
    `台帳を判定する: sekisho check <台帳のフォルダー> -p ${file}`,
  ];
}

export const fileWords = {
  text: '本文: ',
  near: '近い条項:',
  noRules: 'ルールなし',
  noneNear: '近い条項: なし',
  untitled: '〔文書の題名〕',
  issuer: '〔文書を定めた団体〕',
  others: (modality: string, text: string) => `ほかの強さの文 (${modality}): ${text}`,
  left: (lines: number, isShown: boolean) =>
    `条項としなかった行 (題名の周り、目次、柱、旧の欄など): ${lines}行${isShown ? '' : '。行は写していません'}`,
  mayPart: '義務が複数あれば、[1]、[2] を付けて分けてください。',
} as const;
