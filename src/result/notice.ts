import type { Localized } from '../base/localized.ts';

/**
 * What a reader must know before anything else. `mostly-out-of-scope`: a policy leaves most of the inventory out of
 * scope; `rules-left-out`: rules that a policy cites did not run; `paths-not-judged`: no rule ran that judges how
 * layers are separated; `before-edition`: the edition judged by was not yet in force; `other-rules`: the base or
 * baseline was judged by other rules or policies; `baseline-holds`: findings that a baseline lists do not count.
 */
export const noticeCodes = [
  'mostly-out-of-scope',
  'before-edition',
  'other-rules',
  'rules-left-out',
  'paths-not-judged',
  'baseline-holds',
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
  'mostly-out-of-scope': 'warning',
  'before-edition': 'warning',
  'other-rules': 'warning',
  'rules-left-out': 'note',
  'paths-not-judged': 'note',
  'baseline-holds': 'note',
};
