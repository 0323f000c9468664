import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What came of a script. */
export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** how each stand-in was called, in order: its name and its arguments */
  readonly calls: readonly (readonly string[])[];
}

/**
 * Runs a script as GitHub's `shell: bash` does, in a folder, with stand-ins for some programs, which write down how they
 * are called.
 *
 * @param standIns name → what it does, as a script; nothing more where it is empty
 */
export function runScript(
  script: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  standIns: Readonly<Record<string, string>> = {},
): ScriptRun {
  const bin = path.join(folder, '.bin');
  const log = path.join(folder, '.calls');
  mkdirSync(bin, { recursive: true });
  for (const [name, body] of Object.entries(standIns)) {
    const file = path.join(bin, name);
    writeFileSync(
      file,
      `#!/bin/bash\nprintf '%s\\0' '${name}' "$@" >> '${log}'\nprintf '\\n' >> '${log}'\n${body}\n`,
    );
    chmodSync(file, 0o755);
  }
  const file = path.join(bin, 'script');
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, PATH: `${bin}:${process.env['PATH']}`, HOME: folder },
  });
  const calls = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\0\n')
        .filter((call) => call !== '')
        .map((call) => call.split('\0'))
    : [];
  return { code: status, stdout, stderr, calls };
}
