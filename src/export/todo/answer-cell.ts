import { inventoryShape } from '../../../generated/shapes.ts';
import { columnOf } from '../../import/register/columns.ts';
import { fieldOf } from '../../import/register/target.ts';
import { answerKindOf } from '../../import/todo/answer-kind.ts';
import { itemField, keysBelow, nameOfItem } from '../../import/todo/items.ts';
import { answerOf } from '../../import/todo/words.ts';
import { recordShape, shapeAt } from '../../schema/shape.ts';
import { inWordsOfCells } from '../register/cell-language.ts';
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

export function answerCell(fact: AskedFact): AnswerCell {
  const { asked, readable, own } = fact;
  const { kind, choices } = answerKindOf(asked, own);
  const words = choices.length > 0 ? choices : readable;
  return {
    // In a list of which one word can be chosen, the second would have to be written over the first.
    choices: words.length === 0 || kind === 'words' ? [] : [...words, notApplicable],
    title: titleOf(fact),
    about: inWordsOfCells(
      columnOf(asked.section, asked.field)?.prompt ?? fact.about ?? '',
      asked.section,
      asked.field,
    ),
    write: `${choices.length === 0 && words.length > 0 ? `${words.join('・')} のいずれかを` : answerOf(asked, own).ja}書く`,
  };
}

/** What is asked for; of an item of a list, which one: 導入しているソフトウェア「一太郎 2024」：利用の許可. */
function titleOf({ asked, title }: AskedFact): string {
  const { section, field } = asked;
  const own = fieldOf(section, field)?.shape.title ?? title;
  const list = itemField(field)?.list;
  if (list === undefined) return own;
  const record = recordShape(inventoryShape, section);
  const name = (record && shapeAt(record, keysBelow(list))?.title) ?? list;
  return `${name}「${nameOfItem(asked)}」：${own}`;
}
