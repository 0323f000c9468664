import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { name as slowedBy } from './slowed.cjs';

const root = path.dirname(import.meta.dirname);
const meter = path.join(import.meta.dirname, 'meter.cjs');
/** What takes longer is not waited for. */
const minutes = 10;

/** The program that is measured. */
export const bin = path.join(root, 'dist/bin.js');

/**
 * Starts processes in a clean environment: settings of Node slow its start (a certificate store of one's own makes it three times
 * as slow), which would make all ratios to it look better.
 *
 * @param node the Node.js that runs them
 * @param scratch a folder of the bench; the home folder is in it, and empty at every start, so that nothing is there of an
 *   earlier run
 * @param slowed by how many percent sekisho is made slower, to prove that the budget holds
 */
export function processes({ node, scratch, slowed }) {
  const home = path.join(scratch, 'home');
  const environment = { PATH: process.env.PATH, HOME: home, LANG: 'ja_JP.UTF-8', GIT_CONFIG_NOSYSTEM: '1' };
  const ofSekisho = slowed === undefined ? environment : { ...environment, [slowedBy]: slowed };

  /**
   * Runs a script, and tells the time of its process in milliseconds, the most memory that it had in megabytes, and what it
   * printed where that is `wanted`. What is killed, crashes or is refused has a `crash` instead: it has not done its work.
   *
   * @param most the highest exit code that is no crash
   */
  function run(argv, { cwd = root, wanted = false, ours = false, most = 1 } = {}) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    // A pipe would have to be read by somebody, whose work would be measured with it.
    const output = wanted ? 'pipe' : openSync(devNull, 'w');
    const before = performance.now();
    const ended = spawnSync(node, ['--require', meter, ...argv], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      cwd,
      env: ours ? ofSekisho : environment,
      stdio: ['ignore', output, 'pipe', 'pipe'],
      timeout: minutes * 60_000,
    });
    const wall = performance.now() - before;
    if (!wanted) closeSync(output);
    const { status, stdout, stderr } = ended;
    if (status === null || status > most) return { crash: crashOf(ended) };
    const [processor, kilobytes] = ended.output[3].split(' ').map(Number);
    return { wall, processor, megabytes: kilobytes / 1024, stdout, stderr, status };
  }

  return {
    /** how Node.js itself starts */
    bare: () => run(['-e', '0']),
    /** sekisho, with what it is given on the command line */
    sekisho: (argv, options) => run([bin, ...argv], { ...options, ours: true }),
    /** a program of others: what it prints is wanted where it is looked at */
    other: run,
    /** what a measuring script prints as JSON, with the most memory that it had */
    answer(argv, options) {
      const ended = run(argv, { ...options, wanted: true });
      if (ended.crash !== undefined) return ended;
      if (ended.status !== 0) throw new Error(`${argv.join(' ')} failed: ${ended.stderr}`);
      return { megabytes: ended.megabytes, ...JSON.parse(ended.stdout) };
    },
  };
}

function crashOf({ error, stderr, signal, status }) {
  if (error?.code === 'ETIMEDOUT') return 'too long';
  if (/heap out of memory|Invalid string length|allocation failed/i.test(stderr)) return 'out of memory';
  return `${signal ?? status}: ${stderr.split('\n').find((line) => line !== '') ?? error}`;
}
