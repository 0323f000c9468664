import type { Language, Localized } from '../base/localized.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { columns } from '../report/paper/columns.ts';
import type { Io } from './io.ts';
import { progressTexts } from './words/progress.ts';

/** How long a run may take, in milliseconds, before anybody wonders what it is doing; and between two signs of life. */
const patience = 1000;
const interval = 100;
const clearLine = '\r\u001b[K';

/**
 * Tells a person at a terminal, on one line that is written anew and gone in the end, how far a long run is. It says
 * nothing where nobody watches: in a log, or in continuous integration.
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
    const watched = TERM !== 'dumb' && (CI === '' || CI === 'false');
    this.#io = io;
    this.#language = language;
    this.#columns = watched ? (io.stderrTerminal?.columns ?? 0) : 0;
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

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#io.stderr(clearLine);
    this.#shown = false;
  }

  #say(text: Localized): void {
    if (this.#columns === 0) return;
    const now = this.#io.clock();
    if (now - this.#start < patience || now - this.#last < interval) return;
    const line = `sekisho: ${text[this.#language]}`;
    // A line that wraps could not be taken back.
    if (columns(line) >= this.#columns) return;
    this.#last = now;
    this.#shown = true;
    this.#io.stderr(`${clearLine}${line}`);
  }
}
