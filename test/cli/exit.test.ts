import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { moduleOf, program, runProgram } from '../support/program.ts';

const findings = 'assets:\n  - { id: a, name: 住民票, manager: false }\n';
const clean = 'assets: []\n';
const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned', '--lang', 'en'];

/** A run with findings, one without, and one that cannot be done. */
const runs = {
  findings: ['findings.yaml', ...managers],
  clean: ['clean.yaml', ...managers],
  failing: ['clean.yaml', ...managers, '-f', 'nothing'],
};
const files = { 'findings.yaml': findings, 'clean.yaml': clean };
const json = ['-f', 'json'];
const noSpace = 'sekisho: cannot write to standard output (ENOSPC: no space left)\n';
const tooLarge = 'sekisho: cannot write to standard output (EFBIG: larger than a file may be)\n';

/** Enough that no pipe holds it, and no small file. */
const long = `assets:\n${Array.from({ length: 400 }, (_, id) => `  - { id: a${id}, name: 住民票 }\n`).join('')}`;

describe.skipIf(process.platform === 'win32')('the exit code', () => {
  // A device that is always full is found on Linux alone.
  const rows = [
    ['findings, where nobody reads them', runs.findings, '"$@" >&-', 1, ''],
    ['nothing, where nobody reads it', runs.clean, '"$@" >&-', 0, ''],
    ['findings, where stderr is closed', runs.findings, '"$@" >/dev/null 2>&-', 1, ''],
    ['a mistake, where stderr is closed', runs.failing, '"$@" 2>&-', 2, ''],
    ['a mistake, where stderr is full', runs.failing, '"$@" 2>/dev/full', 2, ''],
    ['a mistake, where nobody reads stderr', runs.failing, '"$@" 2> >(exec 0<&-)', 2, ''],
    ['an unknown option, where stderr is full', ['--nothing'], '"$@" 2>/dev/full', 2, ''],
    [
      'an update that is not told',
      [...runs.clean, '--baseline', 'b', '--update-baseline'],
      '"$@" >&- 2>/dev/full',
      2,
      '',
    ],
    ['findings on a full disk', runs.findings, '"$@" >/dev/full', 2, noSpace],
    ['nothing on a full disk', runs.clean, '"$@" >/dev/full', 2, noSpace],
    ['both on full disks', runs.clean, '"$@" >/dev/full 2>&1', 2, ''],
    [
      'the version on a full disk',
      ['--version'],
      '"$@" >/dev/full',
      2,
      'sekisho: 標準出力に書き込めません (ENOSPC: 空き容量がありません)\n',
    ],
    ['help on a full disk', ['--help', '--lang', 'en'], '"$@" >/dev/full', 2, noSpace],
    ['rules on a full disk', ['rules', '--lang', 'en'], '"$@" >/dev/full', 2, noSpace],
    [
      'a script of completion on a full disk',
      ['completion', 'bash', '--lang', 'en'],
      '"$@" >/dev/full',
      2,
      noSpace,
    ],
    [
      'a beginning on a disk that then is full',
      ['long.yaml', ...managers, ...json],
      'ulimit -f 8; "$@" > out',
      2,
      tooLarge,
    ],
    [
      'a beginning of what does not fail',
      ['long.yaml', ...managers, ...json, '--fail-on', 'never'],
      'ulimit -f 8; "$@" > out',
      2,
      tooLarge,
    ],
    [
      'findings whose reader has enough',
      ['long.yaml', ...managers, ...json, '--fail-on', 'warning'],
      'set -o pipefail; "$@" | head -c 1 >/dev/null',
      1,
      '',
    ],
    ['nothing whose reader is gone', runs.clean, 'set -o pipefail; "$@" | exec 0<&-', 2, ''],
    [
      'no failure whose reader has enough',
      ['long.yaml', ...managers, ...json, '--fail-on', 'never'],
      'set -o pipefail; "$@" | head -c 1 >/dev/null',
      2,
      '',
    ],
  ] as const;

  it.each(rows.filter(([, , around]) => existsSync('/dev/full') || !around.includes('/dev/full')))(
    'of %s is right',
    async (_, argv, around, code, complaint) => {
      await inFolder({ ...files, 'long.yaml': long }, async (directory) => {
        const run = runProgram(argv, { directory, around });
        expect(run).toEqual({ code, signal: null, stdout: '', stderr: complaint });
      });
    },
  );
});

describe('an inventory that cannot be read whole', () => {
  it.each(['check', 'coverage', 'graph'])('is no success of %s, which says so', async (command) => {
    const broken = { ...files, 'a.yaml': 'assets: [\n', 'b.yaml': 'assets: [{ id: a, nam: 住民票 }]\n' };
    await inFolder(broken, async (directory) => {
      const argv = [command, '.', '-p', 'minakami', '--lang', 'en'];
      const { code, stdout, stderr } = await sekisho(argv, { directory });
      expect(code).toBe(1);
      expect(stdout).not.toBe('');
      const told =
        'sekisho: the inventory cannot be read or is not valid at 2 places, which this report leaves out; sekisho check lists them\n';
      expect(stderr).toBe(command === 'check' ? '' : told);
    });
  });
});

describe('where the current folder is gone', () => {
  it.skipIf(process.platform === 'win32')('is told in one line', async () => {
    await inFolder({}, async (directory) => {
      const around = 'mkdir gone; cd gone; rmdir ../gone; "$@"';
      const { code, stderr } = runProgram(['check', '--lang', 'en'], { directory, around });
      expect([code, stderr]).toEqual([2, 'sekisho: the current folder is gone; go to another first\n']);
    });
  });
});

describe('a defect', () => {
  /** What goes wrong, made up before it begins: where the program first asks for a file, or starts git, of which nothing is heard. */
  const defects = [
    ['an error that is thrown', 'fs', 'throw new Error("made up\\n::error::x");'],
    ['an error that is no error', 'fs', 'throw "made up\\n::error::x";'],
    [
      'an error that nobody catches',
      'child_process',
      'setImmediate(() => { throw new Error("made up\\n::error::x"); }); return silent;',
    ],
    [
      'a rejection that nobody handles',
      'child_process',
      'Promise.reject(new Error("made up\\n::error::x")); return silent;',
    ],
  ] as const;
  const preload = (module: 'fs' | 'child_process', body: string) =>
    moduleOf(`
      import module from 'node:${module}';
      import { EventEmitter } from 'node:events';
      import { syncBuiltinESMExports } from 'node:module';
      const pipe = () => Object.assign(new EventEmitter(), { end() {}, destroy() {} });
      const pipes = { stdin: pipe(), stdout: pipe(), stderr: pipe(), kill() {} };
      const silent = Object.assign(new EventEmitter(), pipes);
      for (const name of ['statSync', 'spawn']) if (name in module) module[name] = () => { ${body} };
      syncBuiltinESMExports();
    `);
  /** Runs in a repository, which a report as JSON tells of. */
  const runIn = (directory: string, argv: readonly string[], preloaded: string) => {
    execFileSync('git', ['init', '--quiet'], { cwd: directory });
    return runProgram([...argv, ...json], { directory, preload: preloaded });
  };
  const toldOnce = 'sekisho: this is a defect of sekisho; nothing was judged (made up ::error::x)\n';

  it.each(defects)('by %s is told in one line, and the run has failed', async (_, module, code) => {
    await inFolder(files, async (directory) => {
      for (const argv of [runs.clean, runs.findings]) {
        const run = runIn(directory, argv, preload(module, code));
        expect(run).toEqual({ code: 2, signal: null, stdout: '', stderr: toldOnce });
      }
    });
  });

  it.each(defects)('by %s is traced by --debug alone', async (_, module, code) => {
    await inFolder(files, async (directory) => {
      const { code: exit, stderr } = runIn(directory, [...runs.clean, '--debug'], preload(module, code));
      expect(exit).toBe(2);
      expect(stderr.startsWith(toldOnce)).toBe(true);
      expect(stderr.split('\n').length).toBeGreaterThan(2);
      expect(stderr.split('\n').filter((line) => !line.startsWith('sekisho: '))).toEqual(['']);
    });
  });

  it('by which nothing is left to wait for is no success', async () => {
    await inFolder(files, async (directory) => {
      for (const argv of [runs.clean, runs.findings]) {
        // Not even for how long git may take.
        const never = preload('child_process', 'globalThis.setTimeout = () => {}; return silent;');
        const { code, stderr } = runIn(directory, argv, never);
        expect([code, stderr]).toEqual([
          2,
          'sekisho: this is a defect of sekisho; it ended before it was done\n',
        ]);
      }
    });
  });

  it.each([
    ['chunks/check-', /^sekisho: this is a defect of sekisho; nothing was judged \(.+\)\n$/],
    ['chunks/program', /^sekisho: .+\n$/],
    ['start', /^sekisho: .+\n$/],
  ])('of the installation, which lacks %s, is told in one line', async (missing, told) => {
    await inFolder(files, async (directory) => {
      const installed = path.join(directory, 'dist');
      await cp(path.dirname(program), installed, { recursive: true });
      const named = path.join(installed, missing);
      const folder = path.dirname(named);
      for (const name of readdirSync(folder))
        if (name.startsWith(path.basename(named))) rmSync(path.join(folder, name));
      const around = `shift 2; "${process.execPath}" dist/bin.js "$@"`;
      const { code, stderr } = runProgram(runs.clean, { directory, around });
      expect(code).toBe(2);
      expect(stderr).toMatch(told);
    });
  });
});

it('--debug may stand anywhere, and changes nothing else', async () => {
  await inFolder(files, async (directory) => {
    const without = await sekisho(runs.findings, { directory });
    for (const argv of [
      ['--debug', ...runs.findings],
      [...runs.findings, '--debug'],
      ['--debug', 'check', ...runs.findings],
    ])
      expect(await sekisho(argv, { directory })).toEqual(without);
    const failing = await sekisho([...runs.failing, '--debug'], { directory });
    expect(failing).toEqual(await sekisho(runs.failing, { directory }));
  });
});

describe('a baseline that is damaged', () => {
  it('is refused wherever it was cut off, is left as it is, and hides nothing', async () => {
    await inFolder(files, async (directory) => {
      const argv = [...runs.findings, '--baseline', 'b.json'];
      await sekisho([...argv, '--update-baseline'], { directory });
      const file = path.join(directory, 'b.json');
      const whole = readFileSync(file, 'utf8');
      // The line break at the end is not missed, and without the last brace it is not whole.
      for (let length = 0; length < whole.length - 1; length += 7) {
        writeFileSync(file, whole.slice(0, length));
        for (const option of [[], ['--update-baseline'], ['--prune']]) {
          const { code, stdout, stderr } = await sekisho([...argv, ...option], { directory });
          expect([code, stdout], `${length} bytes`).toEqual([2, '']);
          expect(stderr).toContain('b.json');
          expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, length));
        }
      }
    });
  });
});
