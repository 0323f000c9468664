import type { Drill, Training } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import { missingRecord } from './body.ts';
import { boundRecords } from './bound-records.ts';
import { fail, type Issue, type IssueDetails, type RuleContext, unknown } from './definition.ts';
import { factOf } from './fact-of.ts';
import { isOlderThan, tooOld, wordTooOld } from './interval.ts';
import { latestOf } from './latest.ts';
import { nameOf, stepTo } from './name.ts';
import type { SetParameter } from './parameter.ts';

/** What is to be held, and where it is listed. */
export interface HeldKind {
  readonly section: 'trainings' | 'drills';
  /** as a noun: 情報セキュリティの研修 / a security training */
  readonly what: Localized;
  /** the last one, as it goes before a name: 最後の研修 / its last training */
  readonly last: Localized;
}

/** A training or a drill that was held. */
type Held = (Training | Drill) & { readonly date: Day };

/** The trainings or drills in scope, by what they say of their day. */
export interface HeldRecords {
  readonly latest: Held | undefined;
  readonly undated: Training | Drill | undefined;
  /** one that was not held, as it says */
  readonly notHeld: Training | Drill | undefined;
}

/** @returns the trainings or drills that the policy applies to */
export function heldRecords({ section }: HeldKind, context: RuleContext): HeldRecords {
  const records: readonly (Training | Drill)[] = boundRecords(section, context);
  return {
    latest: latestOf(records.filter((record): record is Held => typeof record.date === 'string')),
    undated: records.find(({ date }) => date === undefined),
    notHeld: records.find(({ date }) => date === false),
  };
}

/** Whether the last one is recent enough; without an interval, that there was one suffices. */
export function isHeldWithin(latest: Held | undefined, maxAge: SetParameter, { asOf }: RuleContext): boolean {
  return latest !== undefined && !isOlderThan(latest.date, maxAge, asOf);
}

/** The issue where none of the records shows that it was held, or was held in time. */
export function notHeldWithin(
  { latest, undated, notHeld }: HeldRecords,
  kind: HeldKind,
  maxAge: SetParameter,
  context: RuleContext,
): Issue {
  const { section, what } = kind;
  if (undated !== undefined) return dayUnknown(undated, section);
  if (latest !== undefined) return tooLongAgo(latest, kind, maxAge, context);
  if (notHeld === undefined) return missingRecord(section, { id: 'any', ...what }, context);
  const trace = [stepTo(notHeld, 'date')];
  return fail('', notHeldSaid(nameOf(notHeld), what), { trace, key: section });
}

function dayUnknown(undated: Training | Drill, section: HeldKind['section']): Issue {
  const name = nameOf(undated);
  const message: Localized = {
    ja: `「${name}」を実施した日が台帳に書かれていません`,
    en: `does not state when “${name}” was held`,
  };
  const { missing } = factOf(section, undated, 'date');
  return unknown('', message, { missing, remedy: writeDay(undated, section) });
}

function writeDay({ id }: Training | Drill, section: HeldKind['section']): IssueDetails['remedy'] & {} {
  return {
    ja: `${section} の「${id}」の date に、実施した日（まだ行っていなければ false）を書いてください。`,
    en: `Write the day on which it was held in date of “${id}” under ${section}, or false if it was not.`,
  };
}

function tooLongAgo(latest: Held, { last }: HeldKind, maxAge: SetParameter, context: RuleContext): Issue {
  const day = context.inventory.dateAsWritten(latest, 'date');
  const age = wordTooOld(maxAge);
  const name = nameOf(latest);
  const message: Localized = {
    ja: `${last.ja}「${name}」（${day}）${age.ja}`,
    en: `had ${last.en}, “${name}”, on ${day}, ${age.en}`,
  };
  return tooOld('', message, maxAge, { trace: [stepTo(latest, 'date')] });
}

function notHeldSaid(name: string, what: Localized): Localized {
  return {
    ja: `${what.ja}が行われていません。台帳の「${name}」も、まだ行われていません`,
    en: `has not held ${what.en}; “${name}”, which it lists, has not been held either`,
  };
}
