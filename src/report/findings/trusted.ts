import type { AffectedKind, BasisKind, TrustedChange } from '../../result/result.ts';

/** A change to an exception, baseline, configuration or policy that the run ignored in favour of the trusted state. */
type BasisChange = TrustedChange & { readonly kind: BasisKind };

/** A change to the inventory that the run had to take as it is, so that a person must look at it. */
type AffectedRecord = TrustedChange & { readonly kind: AffectedKind };

/** Separates the changes that the run ignored from those that it had to take. */
export function partTrusted(changes: readonly TrustedChange[]): {
  readonly basis: readonly BasisChange[];
  readonly affected: readonly AffectedRecord[];
} {
  const isAffected = (change: TrustedChange): change is AffectedRecord =>
    change.kind === 'scope' || change.kind === 'suppressed';
  return {
    basis: changes.filter((change): change is BasisChange => !isAffected(change)),
    affected: changes.filter(isAffected),
  };
}
