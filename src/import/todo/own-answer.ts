import { type CellText, cellText, foldCell, listed, saysNone, saysNothing } from '../register/cell-text.ts';
import { dateOf } from '../register/kinds/date.ts';
import { whyNeither, yesOrNo } from '../register/kinds/yes-no.ts';
import { blank, question, type Reading, value } from '../register/reading.ts';
import { escaped, unescaped } from './columns.ts';

/** A word that a policy has, and what an inventory writes for it. */
export interface OwnWord {
  readonly id: string;
  readonly name: string;
}

/** What a policy of the body's own lets be answered. */
export interface OwnAnswer {
  /** of a field that it declares; absent where it adds words to one of the vocabulary */
  readonly type?: OwnType;
  readonly words: readonly OwnWord[];
}

const types = ['boolean', 'string', 'integer', 'number', 'date', 'list'] as const;

/** What a field may hold that a policy declares. */
export type OwnType = (typeof types)[number];

/** What stands for the type of a field that is one of the vocabulary. */
const ofVocabulary = 'words';

/** @returns what the hidden column has for an answer; a mark, and then a word for each choice */
export function textOfOwn({ type, words }: OwnAnswer): string {
  return [type ?? ofVocabulary, ...words.map(({ id, name }) => `${escaped(id)}=${escaped(name)}`)].join(' ');
}

/** @returns what may be answered; `undefined` where nothing of a policy's own may, or somebody has written over it */
export function readOwn(text: string): OwnAnswer | undefined {
  const [mark = '', ...rest] = text.trim().split(' ');
  const type = types.find((one) => one === mark);
  if (type === undefined && mark !== ofVocabulary) return undefined;
  const words = rest.map((word): OwnWord => {
    const [id = '', name = ''] = word.split('=', 2).map(unescaped);
    return { id, name };
  });
  return { ...(type === undefined ? {} : { type }), words };
}

/** Reads the answer to a field that a policy declares. */
export function readOwnField(text: string, type: OwnType, { words }: OwnAnswer, path: string): Reading {
  const cell = cellText(text);
  if (cell.folded === '') return blank;
  if (saysNothing(cell)) return { kind: 'nothing', word: cell.folded };
  return type === 'list' ? readList(cell, words, path) : readOne(cell, type, words, path);
}

/**
 * Reads the answer to a field of the vocabulary for which the policy has words of its own.
 *
 * @param isList whether several of them may be written
 * @param readOthers reads what is none of these words
 */
export function readWithOwnWords(
  text: string,
  words: readonly OwnWord[],
  { path, isList }: { readonly path: string; readonly isList: boolean },
  readOthers: (text: string) => Reading,
): Reading {
  const parts = isList ? listed(cellText(text)) : [cellText(text)];
  if (!parts.some((part) => wordIn(part, words) !== undefined)) return readOthers(text);
  const all: unknown[] = [];
  for (const part of parts) {
    const own = wordIn(part, words);
    const reading = own === undefined ? readOthers(part.text) : value(path, own);
    if (reading.kind !== 'value') return reading;
    all.push(...reading.values.flatMap((one) => one.value));
  }
  return value(path, isList ? [...new Set(all)] : all[0]);
}

function wordIn({ folded }: CellText, words: readonly OwnWord[]): string | undefined {
  const asked = folded.toLowerCase();
  return words.find(({ id, name }) => [id, name].some((one) => foldCell(one).toLowerCase() === asked))?.id;
}

function readList(cell: CellText, words: readonly OwnWord[], path: string): Reading {
  const parts = listed(cell);
  const found = parts.map((part) => (words.length === 0 ? part.text : wordIn(part, words)));
  if (saysNone(cell)) return value(path, []);
  const isPlain = words.length === 0 && parts.every((part) => yesOrNo(part) === undefined);
  if (words.length > 0 ? found.includes(undefined) : !isPlain) return question(whyNoWord(cell));
  return value(path, [...new Set(found)]);
}

function readOne(cell: CellText, type: OwnType, words: readonly OwnWord[], path: string): Reading {
  switch (type) {
    case 'boolean': {
      const taken = yesOrNo(cell);
      return taken === undefined ? question(whyNeither(cell)) : value(path, taken);
    }
    case 'date': {
      const date = dateOf(cell);
      return date === undefined || date.timed ? question('date') : value(path, date.written);
    }
    case 'integer':
      return /^\d{1,15}$/u.test(cell.folded) ? value(path, Number(cell.folded)) : question('number');
    case 'number':
      return /^\d{1,15}(?:\.\d{1,6})?$/u.test(cell.folded)
        ? value(path, Number(cell.folded))
        : question('number');
    default:
      return readPlainText(cell, words, path);
  }
}

function readPlainText(cell: CellText, words: readonly OwnWord[], path: string): Reading {
  if (words.length > 0) {
    const word = wordIn(cell, words);
    return word === undefined ? question(whyNoWord(cell)) : value(path, word);
  }
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  if (yesOrNo(cell) !== undefined) return question('only-yes-or-no');
  const why = whyNeither(cell);
  return why === 'not-known' || why === 'planned' ? question(why) : value(path, cell.lines);
}

function whyNoWord(cell: CellText) {
  const why = whyNeither(cell);
  return why === 'not-known' || why === 'planned' ? why : 'not-a-choice';
}
