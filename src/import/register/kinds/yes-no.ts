import { isUndecided, noWords, takenAs, yesWords } from '../../../schema/taken-words.ts';
import { type CellText, foldCell, wordsIn } from '../cell-text.ts';
import { type QuestionCode, question, type Reading, value, valueAndText } from '../reading.ts';
import type { Field } from '../target.ts';
import type { Names } from './measures.ts';
import { ownWordsOf } from './own-yes-no.ts';

/**
 * Reads yes and no: by the words that the checker takes for them, by those that are usual for the very field, or because a measure
 * is named where it is asked whether there is one. Anything else is a question.
 */
export function readYesNo(cell: CellText, { path, key }: Field): Reading {
  const own = ownWordsOf(key);
  const asked = own?.asks.get(cell.folded);
  if (asked !== undefined) return question(asked);
  const also = own?.also.get(cell.folded);
  if (also !== undefined)
    return {
      kind: 'value',
      values: [
        { path, value: true },
        { path: also, value: true },
      ],
    };
  const taken = own?.taken.get(cell.folded) ?? yesOrNo(cell);
  if (taken !== undefined) return value(path, taken);
  if (own?.named !== undefined && namesAll(cell, own.named)) return valueAndText(path, true, cell.text);
  const [before = ''] = cell.folded.split('(', 1);
  return question(own?.taken.has(before.trim()) === true ? 'qualified' : whyNeither(cell));
}

/** @returns what a text says by the words that mean yes or no in any column; `undefined` where it says neither */
export function yesOrNo({ folded }: CellText): boolean | undefined {
  if (/^(?:true|false)$/iu.test(folded)) return folded.toLowerCase() === 'true';
  return takenAs({ types: ['boolean'] }, folded) as boolean | undefined;
}

/** Whether a text, or each part of it, names one of the things that a pattern knows. */
export function namesAll(cell: CellText, named: Names): boolean {
  const parts = wordsIn(cell);
  return named(cell.folded) || (parts.length > 1 && parts.every(({ folded }) => named(folded)));
}

/** Whether a field keeps its text beside the yes that it was taken for. */
export function keepsText({ key }: Field): boolean {
  return ownWordsOf(key)?.named !== undefined;
}

const unclear: readonly (readonly [QuestionCode, RegExp])[] = [
  ['requirement', /^(?:要|不要|必要|必須|任意)$/u],
  ['partly', /^(?:△|▲|一部.*|部分的.*)$/u],
  ['planned', /^(?:予定|検討中|要検討|準備中|調整中|対応中|作業中|.*(?:予定|検討中))$/u],
  ['not-known', /^(?:[?]+|不明|未定|未確認|確認中|調査中|要確認)$/u],
  [
    'conditional',
    /^(?:原則.*|随時|適宜|必要に応じて.*|要(?:許可|承認|承諾|申請|協議|相談)|.*(?:場合|限り?|時のみ|のみ))$/u,
  ],
  [
    'never-happens',
    /(?:送信|送受信|メール|通信|運搬|搬送|持ち?出し?|持込み?)(?:を?しない|は?なし|無し?|禁止)$/u,
  ],
  ['number-for-yes-no', /^約?\d[\d,.]*\s?(?:[A-Za-z]{1,3}|\p{Script=Han}|ライセンス|ヶ所|か所)?$/u],
];

const answerAtTheBeginning = new RegExp(
  `^(?:${[...yesWords, ...noWords].map(foldCell).join('|')})(?:[ (:、,・/-]|み)`,
  'u',
);

/** @returns why a text is neither yes nor no */
export function whyNeither({ folded }: CellText): QuestionCode {
  const found = unclear.find(([, pattern]) => pattern.test(folded));
  if (found !== undefined) return found[0];
  if (answerAtTheBeginning.test(folded)) return 'qualified';
  return isUndecided(folded) ? 'conditional' : 'not-yes-or-no';
}

/** 「含む」, 「要配慮個人情報が含まれる」 and their opposites. */
function saysContained({ folded }: CellText): boolean | undefined {
  const { no } =
    /^(?:(?:個人情報|要配慮個人情報|特定個人情報|個人番号)[がをは]?)?含(?:む|まれ(?:る|ている|ます)|(?<no>まない|まれ(?:ない|ていない|ません)))。?$/u.exec(
      folded,
    )?.groups ?? { no: null };
  return no === null ? undefined : no === undefined;
}

/** Reads whether a word belongs into a list, such as whether an asset contains My Numbers. */
export function readMembership(
  cell: CellText,
  field: Field,
  word: string,
  named: Reading | undefined,
): Reading {
  const path = `${field.path}[${word}]`;
  const taken = yesOrNo(cell) ?? saysContained(cell);
  if (taken !== undefined) return value(path, taken);
  return named ?? question(whyNeither(cell));
}
