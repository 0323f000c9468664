/** The environment of a command: streams, variables, directory and time. `process.ts` passes in the real ones. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Waits until stdout takes more, where its reader is slower than what is printed. */
  readonly stdoutReady: () => Promise<void>;
  /** set if stdout is a terminal */
  readonly terminal: { readonly columns: number } | undefined;
  /** set if stderr is a terminal */
  readonly stderrTerminal: { readonly columns: number } | undefined;
  /** set if a person can be asked: stdin is a terminal, and so are stdout and stderr, where the questions are shown */
  readonly asking: (() => Promise<Asking>) | undefined;
  /** colour depth of the terminal, as far as known: 1, 4, 8 or 24 bits */
  readonly colorDepth: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly now: Date;
  /** A monotonic clock, in milliseconds. */
  readonly clock: () => number;
  /**
   * Has something done if the program is ended early: by a signal, by a defect.
   *
   * @returns calls it off
   */
  readonly beforeEnd: (cleanUp: () => void) => () => void;
}

/** A person who answers. */
export interface Asking {
  /** @returns the line that is typed; `undefined` where the person has broken off */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Lets the terminal go. */
  readonly close: () => void;
}

/** The meaning of the exit codes, the same for every format. */
export const exitCodes = {
  /** no finding that fails the run */
  clean: 0,
  /** findings at or above the severity to fail on, too many warnings, or an invalid inventory */
  findings: 1,
  /** the run could not be done, or its result is not to be trusted */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
