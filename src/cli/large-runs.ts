import { once } from '../base/once.ts';

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
  v8().setFlagsFromString('--heap-growing-percent=20');
}

/** From so many bytes of inventories on, there is enough to judge for most rules to be optimised. */
const manyBytes = 500_000;

let isInliningLess = false;

/**
 * Has V8 put less code into the functions that it optimises, once there is much to judge: 200 bytes of bytecode instead of 920. Some
 * hundred rules run for a few milliseconds each, and what is put into them costs more than it saves: with 20,000 records a seventh of
 * the processor time. With 100,000 it makes no difference, nor from Node.js 24 on. Not from the start, since V8 takes no code that was
 * compiled under another option, which is what the program and Node.js itself start from.
 *
 * @param bytes how many were read so far
 */
export function inlineLess(bytes: number): void {
  if (isInliningLess || bytes < manyBytes) return;
  isInliningLess = true;
  if (Number.parseInt(process.versions.node, 10) < 24)
    v8().setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}

/** Runs of little never load it. */
const v8 = once(() => process.getBuiltinModule('node:v8'));
