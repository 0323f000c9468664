// Checks the types of the program and of what runs in a browser, which knows other globals: both at once, since each takes one
// processor half a minute.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const codes = await Promise.all(
  ['.', 'test/browser'].map(
    (project) =>
      new Promise((resolve, reject) => {
        const checking = spawn(process.execPath, [tsc, '--project', project], { stdio: 'inherit' });
        checking.on('error', reject);
        checking.on('close', (code) => resolve(code ?? 1));
      }),
  ),
);
process.exitCode = Math.max(...codes);
