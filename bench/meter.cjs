// Preloaded into a measured script: when the process ends, it writes the processor time since its start and that of the programs
// that it ran (git), in milliseconds, and the most memory that it had, in kilobytes, to file descriptor 3.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const { burn } = require('./slowed.cjs');

/** The kernel counts what others did in ticks of ten milliseconds, and tells it on Linux alone. */
const millisecondsPerTick = 10;

function ofChildren() {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) * millisecondsPerTick;
}

if (isMainThread)
  process.on('exit', () => {
    burn();
    const { user, system } = process.cpuUsage();
    writeSync(3, `${(user + system) / 1000 + ofChildren()} ${process.resourceUsage().maxRSS}`);
  });
