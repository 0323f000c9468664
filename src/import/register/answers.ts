import { foldCell } from './cell-text.ts';

/**
 * What the mapping says that a text of a column means. It is written by people:
 *
 *     answers:
 *       高: 機密性3
 *       要: そのまま
 *       原則禁止: false
 *       －: 対象外
 *       ID/静脈: [knowledge, biometric]
 *
 * A key is the text as it stands in the cell; width, blanks and line feeds do not matter. What it means is a value, or a text
 * that is read as though it stood in the cell (`×`, `紙`, `R8.4.1`), or one of the words for what is no value.
 */
export type Answers = ReadonlyMap<string, Answer>;

export type Answer =
  | { readonly is: 'value'; readonly value: unknown }
  /** the field does not apply to such a record */
  | { readonly is: 'not-applicable' }
  /** it was not filled in */
  | { readonly is: 'blank' }
  /** kept as a text under the header, and not judged */
  | { readonly is: 'keep' };

/** The words for what is no value, the one that sekisho writes first. */
export const answerWords: Readonly<Record<Exclude<Answer['is'], 'value'>, readonly string[]>> = {
  'not-applicable': ['対象外', 'not-applicable'],
  blank: ['未記入', 'blank'],
  keep: ['そのまま', '無視', 'keep'],
};

export const noAnswers: Answers = new Map();

/** @param written the `answers` of a column; a key without a value is a question that nobody has answered yet */
export function readAnswers(written: Readonly<Record<string, unknown>>): Answers {
  return new Map(
    Object.entries(written)
      .filter(([, meant]) => meant !== null && meant !== undefined)
      .map(([text, meant]) => [foldCell(text), readAnswer(meant)]),
  );
}

function readAnswer(meant: unknown): Answer {
  const word = typeof meant === 'string' ? foldCell(meant).toLowerCase() : undefined;
  for (const is of ['not-applicable', 'blank', 'keep'] as const)
    if (word !== undefined && answerWords[is].includes(word)) return { is };
  return { is: 'value', value: meant };
}
