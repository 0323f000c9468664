import { burn } from './slowed.cjs';

/** Starts a stopwatch; @returns a function that reads it, in milliseconds of wall-clock and processor time */
export function stopwatch() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    burn(before);
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, processor: (user + system) / 1000 };
  };
}
