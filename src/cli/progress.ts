import type { Language, Localized } from '../base/localized.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { columns } from '../report/paper/columns.ts';
import type { Io } from './io.ts';
import { progressTexts } from './words/progress.ts';

/** In milliseconds: how long a run may take before progress is shown, and the interval between updates. */
const delay = 1000;
const interval = 100;
const clearLine = '\r\u001b[K';

/**
 * Shows the progress of a long run on one terminal line, which is rewritten and finally cleared. It shows nothing in
 * logs and in continuous integration.
 */
export class Progress implements Observer {
  readonly #io: Io;
  readonly #language: Language;
  readonly #start: number;
  readonly #columns: number;
  #last = 0;
  #shown = false;
  #rules = 0;
  #done = 0;

  constructor(io: Io, language: Language) {
    const { CI = '', TERM } = io.environment;
    const isInteractive = TERM !== 'dumb' && (CI === '' || CI === 'false');
    this.#io = io;
    this.#language = language;
    this.#columns = isInteractive ? (io.stderrTerminal?.columns ?? 0) : 0;
    this.#start = io.clock();
  }

  read(files: number, all: number): void {
    this.#say(progressTexts.reading(files, all));
  }

  begins(rules: number): void {
    this.#rules = rules;
    this.#done = 0;
  }

  judged(): void {
    this.#done++;
    this.#say(progressTexts.judging(this.#done, this.#rules));
  }

  /** Clears the line. */
  end(): void {
    if (this.#shown) this.#io.stderr(clearLine);
    this.#shown = false;
  }

  #say(text: Localized): void {
    if (this.#columns === 0) return;
    const now = this.#io.clock();
    if (now - this.#start < delay || now - this.#last < interval) return;
    const line = `sekisho: ${text[this.#language]}`;
    // A line that wraps could not be cleared.
    if (columns(line) >= this.#columns) return;
    this.#last = now;
    this.#shown = true;
    this.#io.stderr(`${clearLine}${line}`);
  }
}
