import type { Limit } from '../base/limits.ts';
import type { JsonType } from './shape.ts';

/** How a value breaks the schema. Codes and facts, no prose; `path` begins at the root of the document. */
export type SchemaProblem = { readonly path: readonly (string | number)[] } & (
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      readonly suggestion?: string;
      readonly allowed: readonly string[];
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
    }
  /** `open`: the value, and the open list that a policy may have added it to; absent once that is settled */
  | {
      readonly code: 'not-listed';
      readonly allowed: readonly string[];
      readonly written: string;
      readonly suggestion?: string;
      readonly open?: { readonly list: string; readonly value: unknown };
    }
  /** `words`: what may be written in place of a date */
  | {
      readonly code: 'date';
      readonly written: string;
      readonly orNo: boolean;
      readonly words: readonly string[];
      readonly suggestion?: string;
    }
  /** more problems than are named one by one */
  | { readonly code: 'too-many'; readonly limit: Limit }
  | { readonly code: 'value'; readonly keyword: string; readonly limit: string; readonly written: string }
);
