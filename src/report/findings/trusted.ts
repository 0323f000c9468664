import type { AffectedKind, BasisKind, TrustedChange } from '../../result/result.ts';

/** A change to what a run goes by, which was not believed. */
type BasisChange = TrustedChange & { readonly kind: BasisKind };

/** What a change does to the inventory that somebody has to look at, since it had to be believed. */
type AffectedRecord = TrustedChange & { readonly kind: AffectedKind };

/** Parts what was not believed of a change from what had to be. */
export function partTrusted(changes: readonly TrustedChange[]): {
  readonly basis: readonly BasisChange[];
  readonly affected: readonly AffectedRecord[];
} {
  const isAffected = (one: TrustedChange): one is AffectedRecord =>
    one.kind === 'scope' || one.kind === 'suppressed';
  return {
    basis: changes.filter((one): one is BasisChange => !isAffected(one)),
    affected: changes.filter(isAffected),
  };
}
