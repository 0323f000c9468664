import type { Shape } from '../../schema/shape.ts';
import { yesAndNoOf } from '../register/cell-words.ts';
import { type ColumnKind, columnOf } from '../register/columns.ts';
import { fieldOf } from '../register/target.ts';
import type { AskedField } from './columns.ts';
import type { OwnAnswer } from './own-answer.ts';

/** What an answer may be. */
export interface AnswerKind {
  readonly kind: ColumnKind;
  /** words that are taken exactly, those of a policy among them; none where anything may be written */
  readonly choices: readonly string[];
}

/** @returns what may be answered for a field: one of the vocabulary, of an item of a list, or of a policy's own */
export function answerKindOf(
  { section, field }: Pick<AskedField, 'section' | 'field'>,
  own: OwnAnswer | undefined,
): AnswerKind {
  const names = own?.words.map(({ name }) => name) ?? [];
  if (own?.type !== undefined) return ownKind(own.type, names);
  const column = columnOf(section, field);
  const shape = fieldOf(section, field)?.shape;
  if (column === undefined || shape === undefined) return { kind: 'text', choices: [] };
  // A column of a register holds all items; an answer is for one of them.
  const kind = column.kind === 'items' ? kindOfOne(shape) : column.kind;
  const choices = kind === 'yes-no' ? (yesAndNoOf(section, field) ?? []) : column.choices;
  return { kind, choices: [...choices, ...names] };
}

function ownKind(type: Required<OwnAnswer>['type'], names: readonly string[]): AnswerKind {
  switch (type) {
    case 'boolean':
      return { kind: 'yes-no', choices: ['○', '×'] };
    case 'list':
      return { kind: names.length === 0 ? 'list' : 'words', choices: names };
    case 'integer':
    case 'number':
      return { kind: 'number', choices: [] };
    case 'date':
      return { kind: 'date', choices: [] };
    case 'string':
      return { kind: names.length === 0 ? 'text' : 'choice', choices: names };
  }
}

function kindOfOne({ types, format }: Shape): ColumnKind {
  if (format === 'date' || format === 'date-or-no') return 'date';
  if (types.every((type) => type === 'boolean')) return 'yes-no';
  return types.every((type) => type === 'integer') ? 'number' : 'text';
}
