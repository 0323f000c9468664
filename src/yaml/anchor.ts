/** What an anchor stands for. */
export interface Anchor {
  /** -1 where it is not on the tape, being part of a pair that was left out */
  node: number;
  value: unknown;
  finished: boolean;
  /** how many nodes an alias to it stands for */
  weight: number;
}
