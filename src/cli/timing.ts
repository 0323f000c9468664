import type { Language } from '../base/localized.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { columns } from '../report/paper/columns.ts';
import { timingTexts } from './words/progress.ts';

type Phase = keyof typeof timingTexts.phases;

/** The time of one rule, over all inventories that were judged. */
interface RuleTime {
  milliseconds: number;
  records: number;
}

/**
 * Measures the time of a run by phase and by rule. What rules share, such as the network, is computed when the first
 * rule needs it and counts towards that rule.
 */
export class Timing implements Observer {
  readonly #clock: () => number;
  readonly #phases: Record<Phase, number> = { load: 0, judge: 0, report: 0 };
  readonly #rules = new Map<string, RuleTime>();
  #phase: Phase = 'load';
  #phaseBegan: number;
  #ruleBegan = 0;

  /** @param clock monotonic, in milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#phaseBegan = clock();
  }

  read(): void {
    if (this.#phase !== 'load') this.#enter('load');
  }

  begins(): void {
    this.#enter('judge');
    this.#ruleBegan = this.#phaseBegan;
  }

  judged(ruleId: string, records: number): void {
    const now = this.#clock();
    const time = this.#rules.get(ruleId) ?? { milliseconds: 0, records: 0 };
    this.#rules.set(ruleId, time);
    time.milliseconds += now - this.#ruleBegan;
    time.records += records;
    this.#ruleBegan = now;
  }

  reports(): void {
    this.#enter('report');
  }

  /** @returns a table of the phases, and one of the rules, the slowest first */
  table(language: Language): string {
    this.#enter(this.#phase);
    const { title, phases, rule, time, share, records } = timingTexts;
    const all = [...this.#rules.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const rules = [...this.#rules].sort(
      ([a, { milliseconds: longer }], [b, { milliseconds }]) => milliseconds - longer || (a < b ? -1 : 1),
    );
    return [
      title[language],
      ...aligned(
        Object.entries(this.#phases).map(([phase, spent]) => [phases[phase as Phase][language], ms(spent)]),
      ),
      '',
      ...aligned([
        [rule, time, share, records].map((heading) => heading[language]),
        ...rules.map(([id, own]) => [
          id,
          ms(own.milliseconds),
          `${((all === 0 ? 0 : own.milliseconds / all) * 100).toFixed(1)}%`,
          own.records.toLocaleString('en'),
        ]),
      ]),
      '',
    ].join('\n');
  }

  #enter(phase: Phase): void {
    const now = this.#clock();
    this.#phases[this.#phase] += now - this.#phaseBegan;
    this.#phase = phase;
    this.#phaseBegan = now;
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

/** Aligns cells in columns, names to the left and numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => columns(row[index] ?? ''))));
  return rows.map((row) => {
    const cells = row.map((cell, index) => {
      const room = ' '.repeat((widths[index] ?? 0) - columns(cell));
      return index === 0 ? cell + room : room + cell;
    });
    return `  ${cells.join('  ')}`;
  });
}
