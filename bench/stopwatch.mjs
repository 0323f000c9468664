/** Starts a stopwatch; @returns a function that reads it, in milliseconds of wall-clock and CPU time */
export function stopwatch() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - start, processor: (user + system) / 1000 };
  };
}
