import type { Localized } from '../base/localized.ts';
import type { CitedClause } from '../result/result.ts';

/** How many different ones are kept: what is different of every record would only be held twice. */
const most = 5_000;

/** Gives one and the same object for texts and lists that say the same: a hundred thousand findings repeat a few of them. */
export class Shared {
  readonly #texts = new Map<string, Localized>();
  readonly #clauses = new Map<string, readonly CitedClause[]>();

  text(text: Localized): Localized {
    return kept(this.#texts, `${text.ja}\n${text.en}\n${text.only ?? ''}`, text);
  }

  clauses(clauses: readonly CitedClause[]): readonly CitedClause[] {
    const names = clauses.map(({ policy, ref, announced = '' }) => `${policy} ${ref} ${announced}`);
    return kept(this.#clauses, names.join('\n'), clauses);
  }
}

function kept<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const same = known.get(key);
  if (same !== undefined) return same;
  if (known.size < most) known.set(key, value);
  return value;
}
