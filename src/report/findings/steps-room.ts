/** How many steps of ways a report for programs has in all before it begins to cut them. */
const inAll = 100_000;
/** How many steps each way keeps from then on. */
const ofEach = 20;

/**
 * Shares the room of a report for programs among the ways of its findings. Each is whole as long as there is room, as in every
 * report on a network that a body may have. But thousands of findings may share a way of thousands of steps: then the first
 * ones have theirs whole, and the others begin theirs and say how many steps are left out, so that the report can be read.
 */
export class StepsRoom {
  #left = inAll;

  /** @returns the steps to show of a way */
  take<Step>(steps: readonly Step[]): readonly Step[] {
    const shown = steps.length <= Math.max(this.#left, ofEach) ? steps : steps.slice(0, ofEach);
    this.#left = Math.max(0, this.#left - shown.length);
    return shown;
  }
}
