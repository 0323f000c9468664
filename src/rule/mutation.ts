import type { Correction, Exception, Records } from '../../generated/records.ts';
import type { ListSection } from '../inventory/view.ts';

/** A record: `assets/給与`; the body is `organization`. */
export type RecordPlace = `${ListSection}/${string}` | 'organization';

/** A field of a record: `assets/給与 storage.locked`, `organization roles.1.post`. */
export type FieldPlace = `${RecordPlace} ${string}`;

/**
 * A change to a well-run city after which the rule reports, and nothing else is reported: a fail, where the change was
 * made, unless stated otherwise here. The city is `examples/city` with its planted faults mended, for which no rule reports
 * anything. Changes are made in the order of the keys below. It is plain data: none of it runs with the rule.
 */
export interface Mutation {
  /** fields that get another value; missing parents are created */
  readonly set?: Readonly<Record<FieldPlace, unknown>>;
  /** fields that are taken out */
  readonly unset?: readonly FieldPlace[];
  /** records that are taken out */
  readonly remove?: readonly RecordPlace[];
  /** a record that is added to its section */
  readonly add?: { readonly [S in ListSection]?: Records[S] };
  /** texts of whole files: beside those of the inventory, or in place of one, `section/id.yaml` */
  readonly files?: Readonly<Record<string, string>>;
  /** the verdict, where it is not a fail */
  readonly verdict?: 'review' | 'unknown';
  /** where the finding is, if not where the first change is made */
  readonly at?: string;
  /**
   * findings of other rules that the change also causes: `technical/network-access-controlled fail connections/vdi control`
   */
  readonly also?: readonly string[];
}

/** A valid exception that covers nothing: for mutations of the rules on exceptions. */
export const wellMadeException: Exception = {
  id: '例外-1',
  rules: ['technical/mail-spam'],
  records: ['internet-mail'],
  reason: '更改までの間、県の設備で除去する。',
  applicant: '情報政策課長',
  approver: '総務部長',
  approved: '2026-04-01',
  expires: '2027-03-31',
};

/** A correction that is done, for an asset whose manager is named: for mutations of the rules on corrections. */
export const wellMadeCorrection: Correction = {
  id: '改善-1',
  rules: ['classification/manager-assigned'],
  records: ['assets/農地台帳'],
  owner: '市民課',
  due: '2026-10-31',
  state: 'done',
  done: '2026-10-30',
};
