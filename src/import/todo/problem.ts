import type { Position } from '../../yaml/source-text.ts';
import type { NotEditable } from '../merge/merge-problem.ts';
import type { QuestionCode } from '../register/reading.ts';
import type { NamedRecord } from '../register/references.ts';
import type { GivenAnswer } from './answers.ts';

/** Why an answer cannot be taken. Codes and facts, no prose. */
export type Refusal =
  /** the hidden column does not say what it is for */
  | { readonly code: 'no-key' }
  /** the policy declares the field, and the hidden column that says what it holds is gone */
  | { readonly code: 'no-own' }
  /** the cell is crossed out, or a formula that failed */
  | { readonly code: 'void' }
  /** no record of the inventory has that id, or several do */
  | { readonly code: 'no-record' | 'several-records' }
  /** the list of the record has no such item any more, or several that are called so */
  | { readonly code: 'no-item' | 'several-items' }
  /** what does not apply is noted for all items of a list, and another one lacks the field, too */
  | { readonly code: 'not-applicable-to-one' }
  /** the field is none that one cell can hold */
  | { readonly code: 'no-field' }
  /** the text is nothing that the field may hold, or may mean several things */
  | { readonly code: 'unclear'; readonly why: QuestionCode | 'nothing' }
  /** no record has the name that is written, but one whose name begins so may be meant */
  | { readonly code: 'unknown-name'; readonly name: string; readonly guess?: NamedRecord }
  /** the day of the answer is no day */
  | { readonly code: 'date'; readonly text: string; readonly cell: string }
  /** the YAML is written in a way that cannot be changed in its place */
  | { readonly code: 'not-editable'; readonly why: NotEditable; readonly place: Place };

/** A place in the inventory. */
export interface Place {
  /** as messages name it */
  readonly file: string;
  readonly position: Position;
}

/** An answer that is not taken. */
export interface RefusedAnswer {
  readonly given: GivenAnswer;
  readonly refusal: Refusal;
}

/** An answer that the inventory contradicts, or another answer does: only a person can tell which is right. */
export type AnswerConflict =
  | {
      readonly code: 'written-otherwise';
      readonly given: GivenAnswer;
      readonly path: string;
      readonly written: unknown;
      readonly answered: unknown;
      readonly place: Place;
    }
  /** the inventory says that the field does not apply */
  | {
      readonly code: 'written-as-not-applicable';
      readonly given: GivenAnswer;
      readonly path: string;
      readonly place: Place;
    }
  | { readonly code: 'answered-otherwise'; readonly given: GivenAnswer; readonly other: GivenAnswer };
