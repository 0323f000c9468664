/**
 * What a report says of itself, as the configuration has it; what it does not say is left blank for people to fill in.
 */
export interface Cover {
  readonly kind?: ReportKind;
  /** the handling mark (取扱区分), shown on every page */
  readonly marking?: string;
  /** whether addresses, persons' names and products are left out */
  readonly redacted?: true;
  /** who commissioned the inspection or audit, and who conducted it */
  readonly commissionedBy?: string;
  readonly conductedBy?: string;
  /** the names of the approval boxes (決裁欄), from left to right; empty for none */
  readonly approvals: readonly string[];
}

export const reportKinds = ['self-inspection', 'internal-audit', 'external-audit'] as const;

export type ReportKind = (typeof reportKinds)[number];
