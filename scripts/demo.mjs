// Judges the examples under their policies and prints the findings. Findings are the purpose of a demo, so they do not
// fail it; a run with errors does.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const runs = [
  ['examples/first-steps', 'minakami'],
  ['examples/city', 'isesaki'],
  ['examples/city', 'minakami'],
  ['examples/town', 'minakami'],
  ['examples/second-city', 'kumagaya'],
  ['examples/union', 'tokubetsuku'],
];
let failed = false;
for (const [example, policy] of runs) {
  const args = ['check', example, '-p', policy, '--as-of', '2026-11-20'];
  console.log(`\n$ sekisho ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [path.join(root, 'dist/bin.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0 && status !== 1) failed = true;
}
process.exitCode = failed ? 1 : 0;
