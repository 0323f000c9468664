// Proves that the budget holds: with `--slowed <percent>` the bench makes everything of sekisho take so much longer.

/** The name of the environment variable, which nothing but the bench sets or reads. */
const name = 'SEKISHO_BENCH_SLOWED';

/** Burns the given share of the processor time that was used since a moment, or since the process began. */
function burn(since) {
  const percent = Number(process.env[name] ?? 0);
  if (percent === 0) return;
  const used = () => {
    const { user, system } = process.cpuUsage(since);
    return user + system;
  };
  const until = used() * (1 + percent / 100);
  while (used() < until);
}

module.exports = { name, burn };
