import type { Attestation, Correction, Exception } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { foldText } from '../base/fold-text.ts';
import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import { type Configuration, writtenReportKinds } from '../policy/configuration.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  AttestationAccount,
  AuditFollowUp,
  Body,
  CorrectionAccount,
  Cover,
  ExceptionAccount,
  Input,
} from '../result/result.ts';
import { type CorrectionView, type ExceptionView, hasEvidence, isWritten, lastDayOf } from '../rule.ts';
import { locateInRecord } from './locate.ts';

/** @returns what the inventory says of the body it belongs to */
export function bodyOf({ organization, divisions }: Inventory): Body {
  const { name, code, agencies = [] } = organization ?? {};
  return defined({
    name,
    code,
    // Nothing can refer to one without an id, which is reported as what it is.
    agencies: agencies.flatMap(({ id, name = id }) => (isWritten(id) ? [{ id, name }] : [])),
    divisions,
  });
}

/** @returns what the configuration says of the report itself */
export function coverOf({ reportKind, approvals = [], ...stated }: Configuration): Cover {
  const { marking, commissionedBy, conductedBy } = stated;
  const kind = reportKind && writtenReportKinds[reportKind];
  return { ...defined({ kind, marking, commissionedBy, conductedBy }), approvals };
}

/** @returns every exception of the inventory, with what it came to */
export function exceptionAccounts(inventory: Inventory, exceptions: ExceptionView): ExceptionAccount[] {
  return inventory.entries('exceptions').map((entry) => {
    const { id, name, record } = entry;
    const { inForce, starts, ends, used } = exceptions.state(record);
    const { rules = [], records = [], approved }: Exception = record;
    const { reason, compensatingMeasures, applicant, approver, ticket }: Exception = record;
    return defined({
      id,
      name,
      rules,
      records,
      reason,
      compensatingMeasures,
      applicant,
      approver,
      approved: approved === false ? undefined : approved,
      starts,
      ends,
      asWritten: daysAsWritten(entry, inventory, { approved: approved || undefined, starts, ends }),
      ticket,
      inForce,
      covers: used,
      location: locateInRecord(entry, []).location,
    });
  });
}

/** @returns every correction of the inventory, with how many findings it is for */
export function correctionAccounts(inventory: Inventory, corrections: CorrectionView): CorrectionAccount[] {
  return inventory.entries('corrections').map((entry) => {
    const { id, name, record } = entry;
    const { rules = [], records, owner, due, state, done, audit, notes }: Correction = record;
    return defined({
      id,
      name,
      rules,
      records,
      owner: owner ?? inventory.divisionOf(record)?.name,
      due,
      state,
      done,
      asWritten: daysAsWritten(entry, inventory, { due, done }),
      audit,
      notes,
      findings: corrections.state(record).found,
      location: locateInRecord(entry, []).location,
    });
  });
}

/** @returns the last audit by the day judged by, and what follows it up; `undefined` where it found nothing or there is none */
export function lastAuditOf(inventory: Inventory, asOf: Day): AuditFollowUp | undefined {
  const audits = inventory
    .entries('audits')
    .filter(({ record: { type, date } }) => isAudit(type) && date !== undefined && date <= asOf)
    .sort((a, b) => ((a.record.date ?? '') < (b.record.date ?? '') ? 1 : -1));
  const [last] = audits;
  const { date, findings = [] } = last?.record ?? {};
  if (last === undefined || date === undefined || findings.length === 0) return undefined;
  const named = inventory.entries('corrections').filter(({ record }) => record.audit === last.id);
  const of = (text: string) => named.filter(({ name }) => foldText(name) === foldText(text));
  const told = findings.map((text) => ({ text, corrections: of(text).map(({ id }) => id) }));
  const meant = new Set(told.flatMap(({ corrections }) => corrections));
  const { date: dateAsWritten } = daysAsWritten(last, inventory, { date });
  return {
    id: last.id,
    name: last.name,
    date,
    ...defined({ dateAsWritten }),
    findings: told,
    others: named.flatMap(({ id }) => (meant.has(id) ? [] : [id])),
  };
}

/** Self-inspections and checks of compliance are no audits, though the section lists them, too. */
function isAudit(type: string | undefined): boolean {
  return type === 'internal' || type === 'external';
}

/** @returns every attestation of the inventory, with what became of its evidence */
export function attestationAccounts(inventory: Inventory, examined: ExaminedEvidence): AttestationAccount[] {
  return inventory.entries('attestations').map((entry) => {
    const { id, name, record } = entry;
    const { policy, clause, statement, by, date, validUntil }: Attestation = record;
    const evidence = (record.evidence ?? []).map((item) =>
      defined({
        ...item,
        ...daysAsWritten(entry, inventory, { date: item.date }),
        state: examined.get(item),
      }),
    );
    const { location } = locateInRecord(entry, []);
    const ends = lastDayOf(record);
    return defined({
      id,
      name,
      policy,
      clause,
      statement,
      by,
      date,
      validUntil,
      ends,
      asWritten: daysAsWritten(entry, inventory, { date, ends }),
      evidence,
      withoutEvidence: !hasEvidence(record),
      location,
    });
  });
}

/** @returns days of a record as its file writes them; those that it does not state are left out */
function daysAsWritten<Field extends string>(
  { record }: Entry,
  inventory: Inventory,
  days: Readonly<Record<Field, Day | undefined>>,
): { readonly [Name in Field]?: string } {
  const stated = Object.entries<Day | undefined>(days).flatMap(([field, day]) =>
    day === undefined ? [] : [[field, inventory.asWritten(record, day)]],
  );
  return Object.fromEntries(stated);
}

/** What came into a run from files. */
export interface ReadFiles {
  readonly inventory: Inventory;
  readonly policies: readonly Policy[];
  readonly configuration: Configuration;
  readonly baseline: { readonly file: FileDigest } | undefined;
  readonly evidence: readonly FileDigest[];
  /** gives the path that reports show for an absolute path */
  readonly show: (file: string) => string;
}

/**
 * @returns the files that the result depends on, each with its digest; built-in policies are part of the program and not
 *   listed
 */
export function inputsOf({
  inventory,
  policies,
  configuration,
  baseline,
  evidence,
  show,
}: ReadFiles): Input[] {
  const { file } = configuration;
  const shown = (one: FileDigest) => ({ ...one, path: show(one.path) });
  const own = policies.flatMap(({ files }) => files);
  const of = (kind: Input['kind'], files: readonly FileDigest[]) => files.map((one) => ({ kind, ...one }));
  return [
    ...of(
      'inventory',
      inventory.files.flatMap(({ path, bytes }) =>
        bytes === undefined ? [] : [{ path, size: bytes.length, sha256: sha256(bytes) }],
      ),
    ),
    ...of('policy', [...new Map(own.map((one) => [one.path, one])).values()].map(shown)),
    ...of('configuration', file === undefined ? [] : [shown(file)]),
    ...of('baseline', baseline === undefined ? [] : [shown(baseline.file)]),
    ...of(
      'evidence',
      [...evidence].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ),
  ];
}
