import { type Day, lastDayWithin } from '../../base/date.ts';
import type { Language } from '../../base/localized.ts';
import {
  type DueItem,
  type Notice,
  type NoticeCode,
  type Result,
  shownDue,
  type Undated,
} from '../../result/result.ts';
import type { DueContent } from '../format.ts';
import { dueTexts } from './words.ts';

/** What every format says of what falls due. */
export interface DueAccount {
  readonly until: Day;
  readonly items: readonly DueItem[];
  /** how many concern other divisions, where only some are shown */
  readonly left: number;
  readonly undated: readonly Undated[];
  /** at how many places the inventory could not be read: nobody knows what falls due of that */
  readonly unread: number;
}

export function accountOf({ result, within }: DueContent): DueAccount {
  const all = result.due(within);
  const items = shownDue(all, result.shown);
  return {
    until: lastDayWithin(result.asOf, within) ?? result.asOf,
    items,
    left: all.length - items.length,
    undated: result.undated(result.shown?.division),
    unread: result.findings.filter(({ invalid }) => invalid === true).length,
  };
}

/** @returns what is not known, sentence by sentence: what prevented part of the run, what could not be read, what is not stated */
export function notKnown({ errors }: Result, { undated, unread }: DueAccount, language: Language): string[] {
  return [
    ...errors.map(({ message }) => message[language]),
    ...(unread > 0 ? [dueTexts[language].unread(unread)] : []),
    ...undated.map(({ what }) => what[language]),
  ];
}

/** @returns that nothing falls due, as far as that is known */
export function nothingDue(result: Result, account: DueAccount, language: Language): string {
  const isCertain = notKnown(result, account, language).length === 0;
  return dueTexts[language].nothing(result.asOf, account.until, isCertain);
}

/** What is said of a whole run and makes it doubtful what falls due; the others are about findings. */
const telling: ReadonlySet<NoticeCode> = new Set([
  'exempt',
  'mostly-out-of-scope',
  'before-edition',
  'policy-not-in-force',
  'rules-left-out',
  'files-not-judged',
  'cells-not-named',
]);

export function noticesOf({ notices }: Result): Notice[] {
  return notices.filter(({ code }) => telling.has(code));
}

export function isOverdue({ date }: DueItem, { asOf }: Result): boolean {
  return date < asOf;
}

/** The date and, where it is written otherwise, as it is written. */
export function wordDate({ date, dateAsWritten }: DueItem, language: Language): string {
  return dateAsWritten === undefined ? date : dueTexts[language].asWritten(date, dateAsWritten);
}

/** How those are called who are in charge, by their ids. */
export function namesOf({ body }: Result): {
  readonly agency: (item: DueItem) => string | undefined;
  readonly division: (item: DueItem) => string | undefined;
} {
  const agencies = new Map(body.agencies.map(({ id, name }) => [id, name]));
  const divisions = new Map(body.divisions.map(({ id, name }) => [id, name]));
  return {
    agency: ({ agency }) => agency && (agencies.get(agency) ?? agency),
    division: ({ division }) => division && (divisions.get(division) ?? division),
  };
}
