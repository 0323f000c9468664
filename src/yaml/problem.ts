import type { Limit } from '../base/limits.ts';

/**
 * What can be wrong with a file as YAML. Codes, not prose: rules and messages word them.
 * `start` and `end` are offsets into the text, in UTF-16 code units.
 */
export type YamlProblem =
  | {
      readonly code: 'encoding';
      readonly start: number;
      readonly end: number;
      /** `document`: one of Excel or Word, or an archive */
      readonly likely?: 'shift_jis' | 'utf-16' | 'document';
    }
  | {
      readonly code: 'syntax';
      readonly start: number;
      readonly end: number;
      readonly kind: SyntaxKind;
      readonly detail: string;
    }
  | {
      readonly code: 'duplicate-key';
      readonly start: number;
      readonly end: number;
      readonly key: string;
      readonly first: number;
      /** one of the two has nothing after it: the problem stands there, and the other is used */
      readonly empty?: true;
    }
  /**
   * more syntax errors than are named one by one, from `start` on: how many there are at least, and whether that is all;
   * 0 where the rest was not searched
   */
  | {
      readonly code: 'more';
      readonly start: number;
      readonly end: number;
      readonly count: number;
      readonly isAll: boolean;
    }
  /** not read to its end, from `start` on */
  | { readonly code: 'limit'; readonly start: number; readonly end: number; readonly limit: Limit }
  /** a spreadsheet, of which nothing is read */
  | { readonly code: 'register'; readonly start: number; readonly end: number }
  /** something else than what it was named for, of which no content is kept */
  | { readonly code: 'foreign'; readonly start: number; readonly end: number }
  | { readonly code: 'key-not-text'; readonly start: number; readonly end: number }
  | { readonly code: 'unknown-alias'; readonly start: number; readonly end: number; readonly name: string }
  | { readonly code: 'recursive-alias'; readonly start: number; readonly end: number; readonly name: string }
  | { readonly code: 'merge-not-mapping'; readonly start: number; readonly end: number }
  | { readonly code: 'unknown-tag'; readonly start: number; readonly end: number; readonly tag: string };

/**
 * The kinds of syntax error worth telling apart to a person;
 * `full-width` has the mark for its detail, `title` is a first line that was meant for people, and `other` is left to the
 * parser's own words.
 */
export type SyntaxKind =
  | 'indentation'
  | 'tab'
  | 'full-width-indentation'
  | 'colon'
  | 'space-after-colon'
  | 'space-after-dash'
  | 'full-width-colon'
  | 'full-width'
  | 'colon-in-value'
  | 'quote'
  | 'bracket'
  | 'comma'
  | 'reserved-character'
  | 'control-character'
  | 'title'
  | 'other';
