import type { FieldTarget } from './fields.ts';

/** What a cell says of the fields that its column is for. */
export type Reading =
  | { readonly kind: 'value'; readonly values: readonly StatedValue[] }
  /** it says nothing, so that there is no key */
  | { readonly kind: 'blank' }
  /** the mapping says that the field does not apply to this record: no key, and it is not asked for again */
  | { readonly kind: 'not-applicable' }
  /** －, 対象外, なし and the like: asked once for the column what it means there */
  | { readonly kind: 'nothing'; readonly word: string }
  | Question;

/** What cannot be taken without asking. */
export interface Question {
  readonly kind: 'question';
  readonly code: QuestionCode;
  /** what is probably meant: to be shown, and never taken before somebody confirmed it */
  readonly proposed?: unknown;
}

/** What a cell says of one field. */
export interface StatedValue {
  /**
   * Where it belongs below the record, as targets are written: `storage.locked`; `contains[my-number]`, of which the value is
   * whether the word belongs into the list; `software` of items, each with the fields that the cell states; and `x-` alone for the text
   * itself, to be kept under the header of the column.
   */
  readonly path: FieldTarget;
  readonly value: unknown;
}

/** What is unclear about a cell; `question-words.ts` says it in words. */
export type QuestionCode =
  /** 要, 不要: what is asked for, and not what is done */
  | 'requirement'
  /** △, 一部 */
  | 'partly'
  /** 原則禁止, 要許可: it depends */
  | 'conditional'
  /** 予定, 検討中 */
  | 'planned'
  /** 不明, 未定 */
  | 'not-known'
  /** ○（要配慮）, 有（3件）: a yes or no with something beside it */
  | 'qualified'
  /** a text where yes or no belongs */
  | 'not-yes-or-no'
  /** a number or a size where yes or no belongs: 10 licences, 500GB */
  | 'number-for-yes-no'
  /** ○ where it may mean either of two opposite things */
  | 'polarity'
  /** 送信なし, メール禁止: what is asked about never happens */
  | 'never-happens'
  /** 可 in a list of copies: that they may be made, not that there are any */
  | 'permission'
  /** ○ or 有 where a name, a date or a text belongs */
  | 'only-yes-or-no'
  /** none of the choices, or a word that several of them may be meant by */
  | 'not-a-choice'
  /** 紙・電子: several choices where one belongs */
  | 'several-choices'
  /** 高, A: no level of a scale */
  | 'level'
  /** 完全性2 as a level of confidentiality */
  | 'other-axis'
  /** 基幹系, 庁内LAN */
  | 'layer'
  /** 二要素 alone */
  | 'which-factors'
  /** an affair that is not known to use My Number */
  | 'affair'
  /** 給与, 支払調書: affairs related to My Number, not ones that use it */
  | 'related-affair'
  | 'date'
  /** a date and something beside it: 令和8年4月頃, R8.4.1（予定） */
  | 'date-with-more'
  /** a month or a fiscal year where a day is needed */
  | 'day-needed'
  | 'year-alone'
  | 'several-dates'
  /** no beginning and end */
  | 'period'
  /** an end before its beginning */
  | 'period-order'
  | 'number'
  /** 約50人 */
  | 'about'
  /** 1年, 6か月 where days are counted */
  | 'days'
  | 'address'
  | 'ports'
  /** 全課, 各課 */
  | 'division'
  /** a name or a division where a post belongs */
  | 'post'
  /** several names where one belongs */
  | 'several-names'
  /** the answer of the mapping is nothing that the field may hold */
  | 'answer'
  /** what should be YAML is none, or states what the vocabulary does not have */
  | 'yaml'
  /** the column is for no field that a cell could fill */
  | 'no-field';

export const blank: Reading = { kind: 'blank' };

export function question(code: QuestionCode, proposed?: unknown): Question {
  return { kind: 'question', code, ...(proposed === undefined ? {} : { proposed }) };
}

export function value(path: FieldTarget, stated: unknown): Reading {
  return { kind: 'value', values: [{ path, value: stated }] };
}

/** The path of a text that is kept under the header of its column. */
export const underHeader: FieldTarget = 'x-';

/** A value, and the text beside it because it says more than the value does. */
export function valueAndText(path: FieldTarget, stated: unknown, text: string): Reading {
  return {
    kind: 'value',
    values: [
      { path, value: stated },
      { path: underHeader, value: text },
    ],
  };
}
