/** What a command may know of the world: streams, environment, place and time. `bin.ts` hands in the real ones. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** whether stdout is a terminal, and how many columns it has */
  readonly terminal: { readonly columns: number } | undefined;
  /** whether stderr is a terminal, and how many columns it has */
  readonly stderrTerminal: { readonly columns: number } | undefined;
  /** colour depth of the terminal, as far as it is known: 1, 4, 8 or 24 bits */
  readonly colorDepth: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly now: Date;
  /** A monotonic clock: milliseconds between two readings, whatever the time of day is set to. */
  readonly clock: () => number;
}

/** What an exit code means, the same for every format. */
export const exitCodes = {
  /** nothing at or above the severity to fail on */
  clean: 0,
  /** findings at or above it, too many warnings, or an inventory that is not valid */
  findings: 1,
  /** the run could not be done, or cannot be trusted */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
