import type { Reason } from '../base/system-error.ts';

/** The keys under which a clause says what it answers elsewhere. */
export type ServesKey = 'serves' | 'as';

/** What is wrong with what a clause says that it answers elsewhere. Codes and facts, no prose. */
export type ServesProblem =
  /** there is no blank between policy and reference */
  | {
      readonly code: 'no-reference';
      readonly key: ServesKey;
      readonly written: string;
      readonly suggestion?: string;
    }
  | {
      readonly code: 'unknown-policy';
      readonly given: string;
      /** what can be named by its id: built-in policies, and those that this one extends */
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  | { readonly code: 'unreadable'; readonly policy: string; readonly reason: Reason }
  /** the other policy has errors of its own, which are told as well */
  | { readonly code: 'unusable'; readonly policy: string }
  | { readonly code: 'itself'; readonly id: string }
  | {
      readonly code: 'unknown-clause';
      readonly policy: string;
      readonly ref: string;
      readonly suggestion?: string;
    }
  /** `first`: the reference as it is written there */
  | { readonly code: 'twice'; readonly written: string; readonly first: string; readonly firstLine: number }
  /** a provision is taken over whose duties are clauses of their own */
  | {
      readonly code: 'several-duties';
      readonly policy: string;
      readonly ref: string;
      readonly duties: readonly string[];
    }
  /** `chain`: the clauses of the circle, the first again at the end */
  | { readonly code: 'circular'; readonly chain: readonly string[] };
