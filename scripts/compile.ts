import { spawnSync } from 'node:child_process';
import path from 'node:path';

const example = 'examples/first-steps';

/** The most frequent first: what it loads is kept as it uses it. */
const runs: readonly (readonly string[])[] = [
  ['check', example],
  ...['json', 'sarif', 'markdown', 'github', 'html'].map((format) => ['check', example, '-f', format]),
  ['coverage', example],
  ['due', example],
  ['explain', 'technical/log-retention'],
  ['rules'],
  ['policies'],
];

/**
 * Has V8 compile the program for the Node.js that runs this, beside the program: it then starts in half the time. Such code is of
 * one version of Node.js on one kind of machine, and its bytes are not the same twice, so it is no part of what is packed.
 *
 * @param root the folder of the project, in which the program is built
 */
export function compile(root: string): void {
  for (const argv of runs) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'scripts/warm-up.cjs'), path.join(root, 'dist'), ...argv],
      { cwd: root, env: environment(), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
    // There are findings in the example.
    if (status !== 0 && status !== 1) throw new Error(`sekisho ${argv.join(' ')}: ${stderr}`);
  }
}

/** Without options for Node.js, since code that was compiled under others is of no use. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
}
