/** How much of what passes rests on a yes or no that somebody wrote down, and on nothing besides. */
export interface Ticks {
  /** how many pairs of rule and record pass, as `summary.verdicts` counts them */
  readonly passes: number;
  /** those of them that pass by a yes or no of a record that names no evidence */
  readonly withoutEvidence: number;
}
