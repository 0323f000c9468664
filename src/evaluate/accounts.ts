import type { Attestation, Exception } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import { type Configuration, writtenReportKinds } from '../policy/configuration.ts';
import type { Policy } from '../policy/policy.ts';
import type { AttestationAccount, Body, Cover, ExceptionAccount, Input } from '../result/result.ts';
import { type ExceptionView, hasEvidence, lastDayOf } from '../rule.ts';
import { locateInRecord } from './locate.ts';

/** @returns what the inventory says of the body it belongs to */
export function bodyOf({ organization, divisions }: Inventory): Body {
  const { name, code, agencies = [] } = organization ?? {};
  return defined({
    name,
    code,
    agencies: agencies.map((agency) => ({ id: agency.id, name: agency.name ?? agency.id })),
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
