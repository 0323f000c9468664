import { columnOf, type RegisterColumn } from '../../import/register/columns.ts';
import { fieldOf } from '../../import/register/target.ts';
import { readCell } from '../../import/register/values.ts';
import { answerOf } from '../../import/todo/words.ts';
import type { AskedFact } from './asked-facts.ts';

/** What the answer to a fact may be. */
export interface AnswerCell {
  /** words that the import takes exactly; none where anything may be written */
  readonly choices: readonly string[];
  /** what the field is called, what it is about, and what to write, in Japanese */
  readonly title: string;
  readonly about: string;
  readonly write: string;
}

/** What says that the field does not apply to the record. */
export const notApplicable = '対象外';

export function answerCell({ asked, choices }: AskedFact): AnswerCell {
  const { section, field } = asked;
  const column = columnOf(section, field);
  const words = column === undefined ? [] : wordsOf(column, choices);
  return {
    // In a list of which one word can be chosen, the second would have to be written over the first.
    choices: words.length === 0 || column?.kind === 'words' ? [] : [...words, notApplicable],
    title: fieldOf(section, field)?.shape.title ?? field,
    about: inWords(column?.prompt ?? ''),
    write: `${words.length > (column?.choices.length ?? 0) ? `${words.join('・')} のいずれかを` : answerOf(asked).ja}書く`,
  };
}

/** The words of the vocabulary, and those of the policy that an import takes: its levels and layers. */
function wordsOf(
  { section, target, choices: known }: RegisterColumn,
  choices: AskedFact['choices'],
): string[] {
  const isRead = (word: string) => readCell(word, target, section).kind === 'value';
  const own =
    known.length > 0
      ? []
      : choices.flatMap(({ value, name }) => [name?.ja ?? value, value].find(isRead) ?? []);
  return [...known, ...own];
}

/** The vocabulary speaks of what stands in YAML; in a cell yes and no are marks, and nobody is told what is not judged. */
function inWords(about: string): string {
  return about
    .replaceAll(/ ?\btrue\b ?/gu, '○')
    .replaceAll(/ ?\bfalse\b ?/gu, '×')
    .replaceAll(/(?<=^|。)判定には用いない。/gu, '');
}
