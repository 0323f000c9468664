import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checking } from '../checking.mjs';

/** Comparing an unchanged git repository with its last commit, against judging it alone. What git itself does is counted. */
export function measureStates(bench) {
  const records = bench.quick ? 5000 : 20_000;
  const folder = bench.inventories.copy(records, `repository-${records}`);
  // It serves every Node.js that is measured.
  if (!existsSync(path.join(folder, '.git'))) commit(folder);
  const judged =
    (...options) =>
    () =>
      bench.run.sekisho(checking('.', ...options), { cwd: folder });
  const id = (name) => (bench.quick ? `${name}-${records}` : name);
  bench.tell(
    bench.compare({
      reference: judged(),
      measured: {
        [id('changed')]: judged('--changed', 'HEAD'),
        [id('base-trust')]: judged('--base', 'HEAD', '--trust', 'HEAD'),
        ...(!bench.quick && { base: judged('--base', 'HEAD') }),
      },
      rounds: 3,
    }),
  );
}

function commit(folder) {
  const git = (...argv) => {
    const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.jp', '-c', 'gc.auto=0'];
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
    const { status, stderr } = spawnSync('git', [...identity, ...argv], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${argv.join(' ')}: ${stderr}`);
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'inventory');
}
