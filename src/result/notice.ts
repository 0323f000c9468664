import type { Localized } from '../base/localized.ts';

/**
 * What a reader must know before anything else. `mostly-out-of-scope`: a policy leaves most of the inventory out of
 * judgement; `rules-left-out`: rules that a policy asks for did not run; `paths-not-judged`: no rule ran that judges how
 * layers are separated; `before-edition`: the text judged by
 * was not yet in force; `other-rules`: what is compared with was judged by other rules or policies; `baseline-holds`:
 * findings that a baseline lists do not count.
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

/** Something that a report says first. It is no finding and changes no exit code. */
export interface Notice {
  readonly code: NoticeCode;
  /** whole sentences */
  readonly message: Localized;
}

/** A `warning` puts in doubt what the run came to; a `note` only says how to read it. */
export const noticeLevels: Readonly<Record<NoticeCode, 'warning' | 'note'>> = {
  'mostly-out-of-scope': 'warning',
  'before-edition': 'warning',
  'other-rules': 'warning',
  'rules-left-out': 'note',
  'paths-not-judged': 'note',
  'baseline-holds': 'note',
};
