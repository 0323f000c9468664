/** What is wrong with a rule of a body's own, or with a field that it declares. Codes and facts, no prose. */
export type OwnRuleProblem =
  | { readonly code: 'not-own-id'; readonly written: string }
  /** `line`: of the first one, in the same file */
  | { readonly code: 'duplicate-rule'; readonly id: string; readonly file: string; readonly line: number }
  | { readonly code: 'inherited-rule'; readonly id: string }
  /** it asks nothing, or both of a record and for one */
  | { readonly code: 'no-question' | 'two-questions'; readonly id: string }
  | { readonly code: 'no-sections'; readonly id: string }
  /** it asks for a record of a section, of the body as a whole, and names sections to judge */
  | { readonly code: 'of-the-body'; readonly id: string; readonly section: string }
  | { readonly code: 'missing-example'; readonly id: string; readonly verdict: string }
  | { readonly code: 'not-a-parameter-name'; readonly written: string }
  | { readonly code: 'unknown-section'; readonly written: string; readonly suggestion?: string }
  /** a declared field that does not begin with `x-`, or is no path */
  | { readonly code: 'not-own-field'; readonly written: string }
  /** a declared field lies within another one, which holds a value */
  | { readonly code: 'field-within'; readonly written: string; readonly other: string }
  | {
      readonly code: 'unknown-type';
      readonly written: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  | { readonly code: 'no-choices'; readonly written: string }
  /** records of the section state no day on which something was done */
  | { readonly code: 'no-days'; readonly section: string };
