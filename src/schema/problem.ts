import type { DateSpan } from '../base/date.ts';
import type { Limit } from '../base/limits.ts';
import type { Localized } from '../base/localized.ts';
import type { FieldsExample } from './how-to-write.ts';
import type { MeantField } from './misplaced-key.ts';
import type { JsonType, Shape } from './shape.ts';

/** How a value breaks the schema. Codes and facts, no prose; `path` begins at the root of the document. */
export type SchemaProblem = { readonly path: readonly (string | number)[] } & (
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      readonly suggestion?: string;
      readonly allowed: readonly string[];
      /** the fields of that name in Japanese, or of that key in other mappings */
      readonly meant?: readonly MeantField[];
      /** where other sections have a field of that key: `facilities.locked` */
      readonly elsewhere?: readonly string[];
      /** whether it is a known key below one of its sibling keys */
      readonly deeper?: true;
    }
  | { readonly code: 'missing-key'; readonly key: string }
  | {
      readonly code: 'type';
      readonly expected: readonly JsonType[];
      readonly actual: JsonType | 'null';
      readonly written: string;
      readonly suggestion?: string;
      /** how to write it as the fields that belong here */
      readonly example?: FieldsExample;
      /** a key that a list may belong to which stands where keys do */
      readonly under?: string;
    }
  /**
   * neither yes nor no: `of`: whether a yes or no belongs there, or a text (`false` for none); `field`: the field of the
   * mapping that belongs there, in which the yes or no is written
   */
  | {
      readonly code: 'undecided';
      readonly written: string;
      readonly of: 'yes-no' | 'text';
      readonly field?: string;
    }
  /** `open`: the value, and the open list that a policy may have added it to; absent once that is settled */
  | {
      readonly code: 'not-listed';
      readonly allowed: readonly string[];
      readonly written: string;
      readonly choices?: Shape['choices'];
      readonly suggestion?: string;
      readonly open?: { readonly list: string; readonly value: unknown };
    }
  /**
   * `orSpan`: whether a month or a fiscal year will do; `words`: what may be written in place of a date; `needsDay`: of a field that asks for a day, what is written of it instead,
   * a month or a fiscal year, and what the schema says about that day
   */
  | {
      readonly code: 'date';
      readonly needsDay?: { readonly unit: DateSpan['unit']; readonly about?: Localized };
      readonly written: string;
      readonly orNo: boolean;
      readonly orSpan: boolean;
      readonly words: readonly string[];
      readonly suggestion?: string;
    }
  /** the name of a field, of which the record has none */
  | { readonly code: 'unknown-field'; readonly written: string; readonly suggestion?: string }
  /** more problems than are named one by one */
  | { readonly code: 'too-many'; readonly limit: Limit }
  | { readonly code: 'value'; readonly keyword: string; readonly limit: string; readonly written: string }
);
