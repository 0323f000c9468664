import type { Language } from '../../base/localized.ts';
import type { RegisterColumn } from '../../import/register/columns.ts';
import type { CellLayout, ChoiceLayout } from '../../spreadsheet/layout.ts';
import { looks } from './looks.ts';
import { exportWords } from './words.ts';

/** More clauses than these say no more than that many ask for it. */
const mostClauses = 6;

/** @returns what to write below a header: what the field is, the words to choose from, and which clauses ask for it */
function headerNote(
  { prompt, choices, kind, example }: RegisterColumn,
  clauses: readonly string[],
  language: Language,
): string {
  const words = exportWords;
  const more = clauses.length - mostClauses;
  return [
    prompt,
    ...(choices.length === 0 ? [] : [`${words.choices[language]}: ${choices.join(words.comma[language])}`]),
    ...(kind === 'words' || kind === 'list' || kind === 'items' ? [words.several[kind][language]] : []),
    ...(kind === 'date' ? [words.days[language]] : []),
    ...(example === undefined ? [] : [`${words.example[language]}: ${example}`]),
    ...(clauses.length === 0
      ? []
      : [
          `${words.asked[language]}: ${clauses.slice(0, mostClauses).join(words.comma[language])}${more > 0 ? words.more(more)[language] : ''}`,
        ]),
  ].join('\n');
}

/** The mark over a column that a policy asks for, in a register that is to be filled in. */
const askedMark = '★';

/** @returns the header of a column; one that is marked is asked for by a policy */
export function headerCell(
  column: RegisterColumn,
  clauses: readonly string[],
  { isMarked, language }: { readonly isMarked: boolean; readonly language: Language },
): CellLayout {
  return {
    value: isMarked ? `${askedMark}${column.header}` : column.header,
    style: isMarked ? looks.asked : looks.header,
    note: headerNote(column, clauses, language),
  };
}

/** @returns what is offered below a header, from the second row on; nothing where anything may be written */
export function choicesBelow(column: RegisterColumn, at: number, lastRow: number): ChoiceLayout[] {
  const { choices, only, kind, header, prompt } = column;
  // A list of which one word can be chosen would refuse the second.
  if (choices.length === 0 || kind === 'words') return [];
  return [
    {
      area: { top: 2, left: at, bottom: lastRow, right: at },
      choices,
      ...(only && { only }),
      prompt: { title: header, text: prompt },
    },
  ];
}
