import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');

/** The built program. */
export const program = path.join(root, 'dist/bin.js');

/** What came of a run in a process of its own. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a process is started, where it is not as usual. */
export interface Start {
  readonly directory: string;
  /** a script of bash around the run, which is `"$@"` in it */
  readonly around?: string;
  /** a module that is loaded before the program */
  readonly preload?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** whether it is run by somebody whom permissions count for, even if root runs the tests */
  readonly asNobody?: boolean;
}

/** Runs the built program in a process of its own, and waits for its end. */
export function runProgram(argv: readonly string[], start: Start): Ended {
  return runCopy(program, argv, start);
}

/** The same with a copy of the program. */
export function runCopy(copy: string, argv: readonly string[], start: Start): Ended {
  const [command = '', ...args] = commandOf(copy, argv, start);
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    ...optionsOf(start),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  return { code: status, signal, stdout, stderr };
}

/** A run that goes on, whose output nobody reads. */
export interface Running {
  readonly process: ChildProcess;
  readonly end: Promise<Pick<Ended, 'code' | 'signal'>>;
}

/** Starts the built program. */
export function startProgram(argv: readonly string[], start: Start): Running {
  const [command = '', ...args] = commandOf(program, argv, start);
  const child = spawn(command, args, { ...optionsOf(start), stdio: 'ignore' });
  const end = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  return { process: child, end };
}

function commandOf(copy: string, argv: readonly string[], { around, preload }: Start): string[] {
  const loaded = preload === undefined ? [] : ['--import', preload];
  const run = [process.execPath, ...loaded, copy, ...argv];
  return around === undefined ? run : ['bash', '--noprofile', '--norc', '-c', around, 'bash', ...run];
}

function optionsOf({ directory, environment, asNobody }: Start) {
  const nobody = 65534;
  return {
    cwd: directory,
    env: { PATH: process.env['PATH'], LANG: 'ja_JP.UTF-8', ...environment },
    ...(asNobody && process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
  };
}

/** Text of a module, as something to load. */
export function moduleOf(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

const faultsModule = pathToFileURL(path.join(import.meta.dirname, 'faults.mjs')).href;

/** What goes wrong at one of the operations by which files are written. */
export interface Fault {
  /** the operation before which it happens, counted from 1 */
  readonly at: number;
  /** a signal that the process gets, or the code of an error of the system */
  readonly what: string;
}

/** Makes an operation of a run fail: how a run is started for that. */
export function withFault(fault: Fault, start: Start): Start {
  return {
    ...start,
    preload: faultsModule,
    environment: { ...start.environment, FAULT_AT: String(fault.at), FAULT: fault.what },
  };
}

/** @returns the operations by which a run writes files, in order */
export function operationsOf(argv: readonly string[], start: Start): string[] {
  const { stderr } = runProgram(argv, withFault({ at: 0, what: 'list' }, start));
  return stderr.split('\n').flatMap((line) => /^operation: (\w+)$/.exec(line)?.[1] ?? []);
}
