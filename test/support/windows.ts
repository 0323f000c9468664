import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What came of a program. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a program is run. */
export interface Surroundings {
  readonly cwd: string;
  /** entries of the search path that come first, as Windows writes them */
  readonly searchPath?: string;
}

/** The same on both systems. Every test names the language, since Wine asks for a locale of its own. */
const environment = { TZ: 'UTC', LC_ALL: 'C.UTF-8' };

/** Milliseconds after which a program of Wine hangs; the first start takes the longest, half a minute. */
const timeout = 240_000;

/** Runs a program of Node on this system. */
export function runHere(argv: readonly string[], { cwd }: Surroundings): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, argv, {
    cwd,
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Windows by Wine, with drives and settings of its own, which are gone afterwards. */
export class Windows {
  /** its drive `C:` as a folder of this system; `Z:` is all of this system */
  readonly driveC: string;
  readonly #node: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;

  private constructor(prefix: string, node: string) {
    this.driveC = path.join(prefix, 'drive_c');
    this.#node = node;
    this.#environment = {
      ...environment,
      PATH: process.env['PATH'],
      HOME: path.dirname(prefix),
      WINEPREFIX: prefix,
      WINEDEBUG: '-all',
      // Without Mono and Gecko, which it would offer to fetch, and without entries in the menus of a desktop.
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    };
  }

  /**
   * @param folder where it may write
   * @param node a node.exe
   */
  static async start(folder: string, node: string): Promise<Windows> {
    const prefix = path.join(folder, 'prefix');
    await mkdir(prefix);
    const windows = new Windows(prefix, node);
    // What Wine needs around a program is started once, and not for each.
    windows.#wine('wineserver', '--persistent');
    // Wine calls itself Windows 7 by default, which Node.js does not start on.
    windows.#wine('wine', 'winecfg', '-v', 'win10');
    return windows;
  }

  stop(): void {
    this.#wine('wineserver', '--kill', '--wait');
  }

  /** Runs a program of Node. */
  run(argv: readonly string[], surroundings: Surroundings): Outcome {
    return this.start([this.#node, ...argv], surroundings);
  }

  /** Runs a program of Windows, or what its shell takes for one. */
  start(program: readonly string[], { cwd, searchPath }: Surroundings): Outcome {
    // An empty one would hide every program from Wine's shell.
    const env = { ...this.#environment, ...(searchPath !== undefined && { WINEPATH: searchPath }) };
    // Into files: a pipe stays open for as long as what Wine started beside the program goes on.
    const [stdout, stderr] = ['stdout', 'stderr'].map((name) => path.join(path.dirname(this.driveC), name));
    const files = [stdout, stderr].map((file) => openSync(file ?? '', 'w'));
    const { status, error } = spawnSync('wine', program, { cwd, env, stdio: ['ignore', ...files], timeout });
    for (const file of files) closeSync(file);
    if (error !== undefined) throw error;
    const [printed = '', complained = ''] = [stdout, stderr].map((file) => readFileSync(file ?? '', 'utf8'));
    return { code: status, stdout: printed, stderr: complained };
  }

  #wine(program: string, ...args: readonly string[]): void {
    const { error } = spawnSync(program, args, { env: this.#environment, stdio: 'ignore', timeout });
    if (error !== undefined) throw error;
  }
}

/** @returns a path of this system as Windows writes it */
export function onWindows(file: string): string {
  return path.isAbsolute(file) ? `Z:${backslashed(file)}` : backslashed(file);
}

export function backslashed(file: string): string {
  return file.replaceAll('/', '\\');
}

/** A program for Windows that does nothing but leave a file behind, `<program>.ran`, beside where it lies. */
export async function buildCanary(folder: string): Promise<string> {
  const source = path.join(folder, 'canary.c');
  const program = path.join(folder, 'canary.exe');
  await writeFile(
    source,
    `#include <stdio.h>
#include <stdlib.h>
int wmain(void) {
  static wchar_t name[32768];
  swprintf(name, 32768, L"%ls.ran", _wpgmptr);
  FILE *file = _wfopen(name, L"w");
  if (file) fclose(file);
  return 1;
}
`,
  );
  execFileSync('x86_64-w64-mingw32-gcc', ['-municode', '-s', '-o', program, source]);
  await rm(source);
  return program;
}
