// Preloaded into a measured script: when the process ends, it writes the CPU time since its start, in milliseconds, and
// the most memory that it had, in kilobytes, to file descriptor 3.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, `${(user + system) / 1000} ${process.resourceUsage().maxRSS}`);
});
