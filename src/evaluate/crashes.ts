import type { RunError } from '../result/result.ts';
import type { AnyRule } from '../rule.ts';

/** A rule that threw: how often, and on which record first. */
interface Crash {
  count: number;
  readonly name: string;
  readonly reason: string;
  readonly location: RunError['location'];
}

/** The rules that threw. Each gives one error, about the first record it threw on, however many there were. */
export class Crashes {
  readonly #byRule = new Map<string, Crash>();

  /** @param name of the record judged */
  add({ id }: AnyRule, thrown: unknown, name: string, locate: () => RunError['location']): void {
    const earlier = this.#byRule.get(id);
    if (earlier !== undefined) {
      earlier.count++;
      return;
    }
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    this.#byRule.set(id, { count: 1, name, reason, location: locate() });
  }

  errors(): RunError[] {
    return [...this.#byRule].map(([id, { count, name, reason, location }]) => ({
      code: 'rule-crashed',
      message: {
        ja: `ルール ${id} が${count}件の判定中に異常終了しました (最初は「${name}」: ${reason})。sekisho の不具合です`,
        en: `rule ${id} crashed on ${count === 1 ? 'one record' : `${count} records`} (first “${name}”: ${reason}); this is a defect of sekisho`,
      },
      location,
    }));
  }
}
