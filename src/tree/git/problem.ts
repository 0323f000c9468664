import type { Limit } from '../../base/limits.ts';

/** Why git cannot answer. Codes and facts, no prose. */
export type GitProblem =
  | { readonly code: 'no-git' | 'failed' | 'no-content'; readonly reason: string }
  | { readonly code: 'no-repository' | 'another-owner'; readonly folder: string; readonly reason: string }
  | { readonly code: 'no-commit'; readonly folder: string }
  | { readonly code: 'unknown-ref' | 'shallow'; readonly ref: string }
  | { readonly code: 'ambiguous-ref'; readonly ref: string; readonly meanings: readonly string[] }
  | { readonly code: 'submodule'; readonly folder: string; readonly superproject: string }
  | { readonly code: 'outside'; readonly path: string }
  | { readonly code: 'elsewhere'; readonly folder: string; readonly top: string }
  | { readonly code: 'too-slow'; readonly seconds: number }
  /** `limit`: the one that can be raised, where there is one */
  | { readonly code: 'too-much'; readonly megabytes: number; readonly limit?: Limit };

/** Git could not answer. */
export class GitError extends Error {
  readonly problem: GitProblem;

  constructor(problem: GitProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}
