import type { Audit } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { missingRecord, missingRecordOfKind } from './body.ts';
import { boundRecords } from './bound-records.ts';
import { type Issue, type Outcome, pass, type RuleContext, unknown } from './definition.ts';
import { factOf } from './fact-of.ts';
import { isOlderThan, tooOld, wordTooOld } from './interval.ts';
import { type Dated, datedAlike, latestOf } from './latest.ts';
import { nameOf, stepTo } from './name.ts';
import type { SetParameter } from './parameter.ts';

/** Which audits a rule asks for, and what it calls them. */
export interface AuditKind {
  /** the types that count; any, even one not stated, when left out */
  readonly types?: readonly NonNullable<Audit['type']>[];
  /** as a noun: 自己点検 / a self-inspection */
  readonly what: Localized;
  /** the last one, as it goes before a name: 最後の自己点検 / its last self-inspection */
  readonly last: Localized;
}

/** The audits (監査) among what `audits` lists: not self-inspections (自己点検), which are not independent. */
export const securityAudits = ['internal', 'external'] as const satisfies AuditKind['types'];

export function isSecurityAudit(type: NonNullable<Audit['type']>): boolean {
  return securityAudits.some((one) => one === type);
}

/** For `check`: the last audit of a kind is not too long ago. */
export function auditedWithin(maxAge: SetParameter, kind: AuditKind, context: RuleContext): Outcome {
  const { types, what } = kind;
  const { asOf } = context;
  const audits = boundRecords('audits', context).filter(
    ({ type }) => types === undefined || (type !== undefined && types.includes(type)),
  );
  const { mayBeLatest, undated } = datedAlike(audits);
  const latest = latestOf(mayBeLatest);
  if (latest !== undefined && !isOlderThan(latest.date, maxAge, asOf)) return pass;
  if (undated !== undefined) return dateUnknown(undated);
  if (latest !== undefined) return tooLongAgo(latest, kind, maxAge, context);
  return types === undefined
    ? missingRecord('audits', { id: 'any', ...what }, context)
    : missingRecordOfKind('audits', types, what, context);
}

function tooLongAgo(
  latest: Dated<Audit>,
  { last }: AuditKind,
  maxAge: SetParameter,
  { inventory }: RuleContext,
): Issue {
  const day = inventory.dateAsWritten(latest, 'date');
  const age = wordTooOld(maxAge);
  const name = nameOf(latest);
  const message = {
    ja: `${last.ja}「${name}」（${day}）${age.ja}`,
    en: `had ${last.en}, “${name}”, on ${day}, ${age.en}`,
  };
  return tooOld('', message, maxAge, { trace: [stepTo(latest, 'date')] });
}

function dateUnknown(undated: Audit): Issue {
  const name = nameOf(undated);
  const message = {
    ja: `「${name}」を実施した日が台帳に書かれていません`,
    en: `does not state when “${name}” was carried out`,
  };
  return unknown('', message, factOf('audits', undated, 'date'));
}
