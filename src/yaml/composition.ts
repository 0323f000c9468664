import { type Limit, LimitError, type Limits } from '../base/limits.ts';
import type { Tape } from './tape.ts';

/** One YAML document: its plain value, the node of the tape at which it starts, and where its text ends. */
export interface ComposedDocument {
  /** `undefined` for an empty document */
  readonly value: unknown;
  readonly root: number;
  readonly end: number;
}

/** The documents of one text and the tape that knows where each part of them stands. */
export interface Composition {
  readonly documents: readonly ComposedDocument[];
  readonly tape: Tape;
}

/** How a text is read. */
export interface ComposeOptions {
  /** `keep` leaves a `null` that is written out in the values, for files in which it means something */
  readonly writtenNull?: 'keep';
  readonly limits?: Limits;
}

/** There is more of something than a limit allows, from an offset of the text on. */
export class LocatedLimitError extends LimitError {
  readonly offset: number;

  constructor(limit: Limit, offset: number) {
    super(limit);
    this.offset = offset;
  }
}
