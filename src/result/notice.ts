import type { Localized } from '../base/localized.ts';

/**
 * What a reader must know before anything else. `mostly-out-of-scope`: a policy leaves most of the inventory out of
 * scope; `rules-left-out`: rules that a policy cites did not run; `paths-not-judged`: no rule ran that judges how
 * layers are separated; `draft-policy`: a policy is a draft, and clauses of it
 * have no answer yet; `before-edition`: the edition judged by was not yet in force; `other-rules`: the base or
 * baseline was judged by other rules or policies; `baseline-holds`: findings that a baseline lists do not count;
 * `policy-not-in-force`: no clause of a policy is in force on the day judged by; `clauses-not-in-force`: some are not;
 * `only-divisions`: the findings of some divisions alone are shown; `files-not-judged`: files below the paths hold nothing to
 * judge; `exempt`: the body states that a policy asks nothing of it; `policy-note`: what a policy has reports say of itself;
 * `cells-not-named`: what an import of a register left cannot be read, so that findings do not name their cells.
 */
export const noticeCodes = [
  'exempt',
  'mostly-out-of-scope',
  'draft-policy',
  'before-edition',
  'policy-not-in-force',
  'other-rules',
  'clauses-not-in-force',
  'rules-left-out',
  'paths-not-judged',
  'baseline-holds',
  'only-divisions',
  'files-not-judged',
  'cells-not-named',
  'policy-note',
] as const;

export type NoticeCode = (typeof noticeCodes)[number];

/** A message at the top of a report. It is no finding and does not change the exit code. */
export interface Notice {
  readonly code: NoticeCode;
  /** whole sentences */
  readonly message: Localized;
}

/** A `warning` puts the result in doubt; a `note` only helps to read it. */
export const noticeLevels: Readonly<Record<NoticeCode, 'warning' | 'note'>> = {
  exempt: 'warning',
  'mostly-out-of-scope': 'warning',
  'draft-policy': 'warning',
  'before-edition': 'warning',
  'policy-not-in-force': 'warning',
  'other-rules': 'warning',
  'clauses-not-in-force': 'note',
  'rules-left-out': 'note',
  'paths-not-judged': 'note',
  'baseline-holds': 'note',
  'only-divisions': 'note',
  'files-not-judged': 'note',
  'cells-not-named': 'note',
  'policy-note': 'note',
};
