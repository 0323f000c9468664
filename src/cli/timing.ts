import type { Language } from '../base/localized.ts';
import { type Phase, phases } from '../base/phase.ts';
import { columns } from '../report/paper/columns.ts';
import { timingTexts } from './words/progress.ts';

/** The time of one rule, over all inventories that were judged. */
interface RuleTime {
  milliseconds: number;
  records: number;
}

/**
 * Measures the time of a run by phase and by rule. What rules share, such as the network, is computed when the first
 * rule needs it and counts towards that rule.
 */
export class Timing {
  readonly #clock: () => number;
  readonly #phases = new Map<Phase, number>(phases.map((phase) => [phase, 0]));
  readonly #rules = new Map<string, RuleTime>();
  #phase: Phase = 'find';
  #phaseBegan: number;
  #ruleBegan = 0;

  /** @param clock monotonic, in milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#phaseBegan = clock();
  }

  /** Begins a phase; what comes before the first counts as finding, such as the configuration and the base. */
  enters(phase: Phase): void {
    const now = this.#clock();
    this.#phases.set(this.#phase, (this.#phases.get(this.#phase) ?? 0) + now - this.#phaseBegan);
    this.#phase = phase;
    this.#phaseBegan = now;
  }

  begins(): void {
    this.enters('rules');
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

  /** @returns a table of the phases, and one of the rules, the slowest first */
  table(language: Language): string {
    this.enters(this.#phase);
    const { title, phases: names, rule, time, share, records } = timingTexts;
    const all = [...this.#rules.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const rules = [...this.#rules].sort(
      ([a, { milliseconds: longer }], [b, { milliseconds }]) => milliseconds - longer || (a < b ? -1 : 1),
    );
    return [
      title[language],
      ...aligned([...this.#phases].map(([phase, spent]) => [names[phase][language], ms(spent)])),
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
