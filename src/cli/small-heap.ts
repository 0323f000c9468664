import { setFlagsFromString } from 'node:v8';

/** From so many findings on, memory is kept small rather than time. */
const manyFindings = 250_000;

let isKeptSmall = false;

/**
 * Lets the memory of a run grow in small steps once there are very many findings. What is left over from judging and reporting
 * each of them would else be collected only once it takes as much again as all that is held: half a gigabyte. Collecting it sooner
 * takes time, which runs of fewer findings do not pay.
 *
 * @param findings how many there are so far
 */
export function keepHeapSmall(findings: number): void {
  if (isKeptSmall || findings < manyFindings) return;
  isKeptSmall = true;
  setFlagsFromString('--heap-growing-percent=20');
}
