import type { Shape } from '../../../schema/shape.ts';
import { takenAs } from '../../../schema/taken-words.ts';
import { type CellText, foldCell, wordsIn } from '../cell-text.ts';
import { question, type Reading, value } from '../reading.ts';
import type { Field } from '../target.ts';
import { ownChoicesOf } from './own-choices.ts';
import { whyNeither, yesOrNo } from './yes-no.ts';

/** Reads one of several choices: by its name, by a word of the vocabulary, or by what is usual for the very field. */
export function readChoice(cell: CellText, field: Field): Reading {
  const chosen = choiceOf(field.key, field.shape, cell.folded);
  if (chosen !== undefined) return value(field.path, chosen);
  const proposed = ownChoicesOf(field.key)?.proposed.get(cell.folded.toLowerCase());
  if (proposed !== undefined) return question('not-a-choice', proposed);
  const parts = wordsIn(cell);
  if (parts.length > 1 && parts.every(({ folded }) => choiceOf(field.key, field.shape, folded) !== undefined))
    return question('several-choices');
  if (field.shape.types.includes('boolean') && yesOrNo(cell) === false) return value(field.path, false);
  if (yesOrNo(cell) !== undefined) return question('only-yes-or-no');
  const why = whyNeither(cell);
  return question(why === 'not-known' || why === 'planned' ? why : 'not-a-choice');
}

/**
 * @param key of the field, by its section and path
 * @param shape of the choice
 * @returns the choice that a folded word means; `undefined` where it is none, or must be asked about
 */
export function choiceOf(key: string, shape: Shape, folded: string): string | undefined {
  const own = ownChoicesOf(key);
  const word = folded.toLowerCase();
  if (own?.proposed.has(word) === true) return undefined;
  return own?.taken.get(word) ?? wordsOf(shape).get(word);
}

const known = new WeakMap<Shape, ReadonlyMap<string, string>>();

/** The words of the vocabulary for the choices of a field, folded. */
function wordsOf(shape: Shape): ReadonlyMap<string, string> {
  let words = known.get(shape);
  if (words === undefined) {
    words = new Map(
      Object.entries(shape.choices ?? {}).flatMap(([choice, named]) =>
        [choice, ...named.words]
          .filter((word) => word === choice || takenAs(shape, word) === choice)
          .map((word): [string, string] => [foldCell(word).toLowerCase(), choice]),
      ),
    );
    known.set(shape, words);
  }
  return words;
}
