import { fullWidth } from '../base/full-width.ts';
import type { Choice, Shape } from './shape.ts';

/** What offices write for yes. */
export const yesWords: readonly string[] = [
  ...['○', '◯', '〇', '●', '✓', 'レ'],
  ...['有', 'あり', '済', '実施済', 'はい'],
];

/** What offices write for no. */
export const noWords: readonly string[] = ['×', '✕', '無', 'なし', '未', '未実施', 'いいえ'];

/**
 * What offices write into a column of yes and no that is neither: what is asked for (「暗号化：要」), what is planned, what
 * holds in part or as a rule, what nobody knows, and what does not apply. Never taken for a fact.
 */
export const undecidedWords: readonly string[] = [
  ...['要', '不要', '必要', '必須', '要検討'],
  ...['△', '▲', '一部', '一部あり', '一部実施', '部分的'],
  ...['予定', '検討中', '準備中', '調整中', '確認中', '未定', '未確認'],
  ...['原則', '原則として', '随時', '適宜', '必要に応じて'],
  ...['不明', '該当なし', '対象外', '-', '－', '―', 'ー', '‐', '?', '？'],
];

const yes = new Set(yesWords);
const no = new Set(noWords);
const undecided = new Set(undecidedWords);

/** Whether a text is none that stands for yes, for no, or for neither: a text of its own. */
export function isTextOfItsOwn(text: string): boolean {
  const word = text.trim();
  return !yes.has(word) && !no.has(word) && !undecided.has(word);
}

/** Whether a word says neither yes nor no, though it stands where one of them belongs. */
export function isUndecided(text: string): boolean {
  return undecided.has(text.trim());
}

/** Whether a text speaks of what is asked for, planned or in part, as a word by itself or among others (「原則施錠」「導入予定」). */
export function speaksOfUndecided(text: string): boolean {
  const word = text.trim();
  return (
    undecided.has(word) ||
    /^[要△▲]/u.test(word) ||
    undecidedWords.some((one) => one.length > 1 && word.includes(one))
  );
}

/**
 * @param shape of the field: that something is permitted or not (可, 不可) is no answer to whether it is prohibited
 * @returns what is probably meant by a text that is neither YAML's `true` and `false` nor one of the words that are taken: only
 *   to suggest it
 */
export function answerMeant(text: string, { title = '' }: Partial<Shape> = {}): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (yes.has(word) || ['true', 'yes', 'y', 'on', '1', '有り', 'ある', '済み'].includes(word)) return true;
  if (no.has(word) || ['false', 'no', 'n', 'off', '0', '無し', 'ない'].includes(word)) return false;
  if (['可', '否'].includes(word)) return /禁止|制限|不可|遮断/.test(title) ? undefined : word === '可';
  return title.includes('可否') && /(?:不可|禁止)$/.test(word) ? false : undefined;
}

/**
 * Reads a value as it is written in Japanese: a choice by its name (「紙」), yes and no (「○」「無」), and one choice where a
 * list of them may stand. Only the words of the vocabulary are taken, exactly as they stand there; nothing is guessed.
 *
 * @param shape what may stand where the value does
 * @returns what is meant; `undefined` where the value is none of these words
 */
export function takenAs(shape: Shape | undefined, value: unknown): unknown {
  if (shape === undefined || typeof value !== 'string') return undefined;
  const word = value.trim();
  if (shape.choices !== undefined) {
    const choice = choiceMeant(shape.choices, word);
    if (choice !== undefined) return choice;
  }
  const { items } = shape;
  if (items?.choices !== undefined) {
    const choice = Object.hasOwn(items.choices, word) ? word : choiceMeant(items.choices, word);
    return choice === undefined ? undefined : [choice];
  }
  const mayBeNo = shape.types.includes('boolean') || shape.enum?.includes('false') === true;
  if (!mayBeNo) return undefined;
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

function choiceMeant(choices: Readonly<Record<string, Choice>>, word: string): string | undefined {
  return Object.entries(choices).find(([, { words }]) =>
    words.some((one) => spellings(one).includes(word)),
  )?.[0];
}

/** The name of a choice: what is in brackets explains it and is no part of it. */
export function withoutAsides(text: string): string {
  return text.replaceAll(/ ?[(（][^)）]*[)）]/gu, '');
}

/** A word as it may be spelt: its Latin letters, digits and signs in ASCII or full width. */
export function spellings(word: string): readonly string[] {
  const wide = fullWidth(word);
  return wide === word ? [word] : [word, wide];
}
