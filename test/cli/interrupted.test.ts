import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../support/load.ts';
import { operationsOf, runProgram, startProgram, withFault } from '../support/program.ts';

/** Some kills in each run of all tests, many where SEKISHO_FULL asks for the long form. */
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';
const kills = isFull ? 68 : 1;

/** All that writes takes the same way to the disk, so that one is enough in the short form: which, of several files. */
const killedAtRandom = (name: string) => isFull || name === 'an import';

const root = path.resolve(import.meta.dirname, '../..');
const judged = ['-p', 'minakami', '--as-of', '2026-11-20', '--lang', 'en'];
const temporary = /^\.sekisho-[0-9a-f]{16}\.tmp$/;
const signals = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** A run that writes files where others stand already. */
interface Writing {
  readonly name: string;
  readonly argv: readonly string[];
  /** what stands in the place of the files, by their names in the folder `out` */
  readonly old: Readonly<Record<string, string>>;
  readonly code: number;
}

const reports = ['json', 'sarif', 'sarif-audit', 'junit', 'gitlab', 'markdown', 'csv', 'html'];
const writings: readonly Writing[] = [
  {
    name: 'reports',
    argv: ['assets.yaml', ...judged, ...reports.flatMap((format) => ['-f', `${format}=out/${format}`])],
    old: Object.fromEntries(reports.map((format) => [format, `the ${format} of yesterday\n`])),
    code: 1,
  },
  {
    name: 'a baseline',
    argv: ['assets.yaml', ...judged, '--baseline', 'out/baseline.json', '--update-baseline'],
    old: { 'baseline.json': '{"schemaVersion":1,"findings":[]}\n' },
    code: 0,
  },
  {
    name: 'an import',
    argv: ['import', 'netbox', path.join(root, 'examples/netbox'), '--out', 'out', '--adopt', '--lang', 'en'],
    old: {
      ...Object.fromEntries(
        ['systems', 'segments', 'connections'].map((section) => [
          `${section}.yaml`,
          `${section}: [] # yesterday\n`,
        ]),
      ),
      'netbox.import.json': '{"version":1,"records":[\n]}\n',
    },
    code: 0,
  },
  {
    name: 'an import of a register',
    argv: ['import', 'register', 'register.csv', '--section', 'assets', '--out', 'out', '--lang', 'en'],
    old: {
      'assets.yaml': 'assets: [] # yesterday\n',
      'register.mapping.yaml': 'sekisho: 1 # yesterday\n',
      'register.import.json': '{"version":1,"records":[\n]}\n',
    },
    code: 0,
  },
  {
    name: 'an export of a register',
    argv: ['export', 'register', 'assets.yaml', '--out', 'out/register.xlsx', '--force', ...judged],
    old: { 'register.xlsx': 'the workbook of yesterday' },
    code: 0,
  },
];

/** Two files, by a command that takes the least time. */
const few: Writing = {
  name: 'lists',
  argv: ['rules', '-f', 'json=out/rules.json', '-f', 'text=out/rules.txt', '--lang', 'en'],
  old: { 'rules.json': 'old\n', 'rules.txt': 'old\n' },
  code: 0,
};

type Files = Readonly<Record<string, string>>;

/** A folder to write in, and what it holds before and after. */
class Desk {
  readonly directory: string;
  readonly #writing: Writing;

  constructor(directory: string, writing: Writing) {
    this.directory = directory;
    this.#writing = writing;
  }

  get #out(): string {
    return path.join(this.directory, 'out');
  }

  reset(): void {
    rmSync(this.#out, { recursive: true, force: true });
    mkdirSync(this.#out);
    for (const [name, text] of Object.entries(this.#writing.old))
      writeFileSync(path.join(this.#out, name), text);
  }

  /** The files and their texts, but for what a killed run could not remove. */
  files(): Files {
    const names = readdirSync(this.#out).filter((name) => !temporary.test(name));
    return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(this.#out, name), 'utf8')]));
  }

  leftovers(): string[] {
    return readdirSync(this.#out).filter((name) => temporary.test(name));
  }

  /** Runs undisturbed. */
  write(): Files {
    const { code } = runProgram(this.#writing.argv, { directory: this.directory });
    expect(code).toBe(this.#writing.code);
    return this.files();
  }
}

/** What an undisturbed run writes, and how many milliseconds it takes. */
interface Whole {
  readonly files: Files;
  readonly time: number;
}

const wholes = new Map<Writing, Whole>();

let stepsOfFew: readonly string[] | undefined;

async function atDesk(
  writing: Writing,
  use: (desk: Desk, whole: Files, time: number) => Promise<void> | void,
): Promise<void> {
  const assets = Array.from(
    { length: 60 },
    (_, id) => `  - { id: a${id}, name: 住民票${id}, manager: false }\n`,
  );
  const rows = assets.map((_, id) => `a${id},住民票${id},市民課\n`);
  const files = {
    'assets.yaml': `assets:\n${assets.join('')}`,
    'register.csv': `管理番号,情報資産の名称,所管課\n${rows.join('')}`,
  };
  await inFolder(files, async (directory) => {
    const desk = new Desk(directory, writing);
    desk.reset();
    const undisturbed = wholes.get(writing) ?? timed(desk);
    wholes.set(writing, undisturbed);
    const { files: whole, time } = undisturbed;
    expect(Object.keys(whole).sort()).toEqual(Object.keys(writing.old).sort());
    for (const [name, text] of Object.entries(writing.old)) expect(whole[name]).not.toBe(text);
    desk.reset();
    await use(desk, whole, time);
  });
}

/** Each file is as it was or as it is to be; a signal that can be caught leaves nothing else behind. */
function expectUndamaged(desk: Desk, { old }: Writing, whole: Files): void {
  const files = desk.files();
  expect(Object.keys(files).sort()).toEqual(Object.keys(old).sort());
  for (const [name, text] of Object.entries(files))
    if (text !== old[name])
      expect(text === whole[name] ? name : `${name}: ${text.length} characters`).toBe(name);
}

describe('a run that is ended at any step of writing', { timeout: 600_000 }, () => {
  it.each(['SIGKILL', 'SIGTERM', 'ENOSPC', ...(isFull ? ['SIGINT', 'EIO', 'EDQUOT'] : [])])(
    'by %s leaves no damaged file, and the next is right',
    async (what) => {
      await atDesk(few, (desk, whole) => {
        stepsOfFew ??= operationsOf(few.argv, desk);
        const operations = stepsOfFew;
        const aside = ['openSync', 'writeFileSync', 'fchownSync', 'fchmodSync', 'fsyncSync', 'closeSync'];
        expect(operations).toEqual([...aside, ...aside, 'renameSync', 'renameSync']);
        for (const [index, operation] of operations.entries()) {
          // Each kind has its own half of the steps in the short form, but for the one that nothing hears of.
          if (!isFull && what !== 'SIGKILL' && index % 2 !== what.length % 2) continue;
          desk.reset();
          const { code, signal, stderr } = runProgram(few.argv, withFault({ at: index + 1, what }, desk));
          const step = `${what} at ${operation}, ${index + 1}`;
          expectUndamaged(desk, few, whole);
          if (what.startsWith('SIG')) expect([code, signal], step).toEqual([null, what]);
          else if (operation.startsWith('fch')) expect([code, stderr], step).toEqual([0, '']);
          else
            expect([code, stderr], step).toEqual([
              2,
              expect.stringMatching(`^sekisho: cannot write out/.+ \\(${what}: .+\\)\n$`),
            ]);
          if (what !== 'SIGKILL') expect(desk.leftovers(), step).toEqual([]);
          // Until all files are written none has its name.
          if (!['SIGTERM', 'SIGINT'].includes(what) && !operations.slice(0, index).includes('renameSync'))
            expect(desk.files(), step).toEqual(operation.startsWith('fch') && code === 0 ? whole : few.old);
          if (isFull || index === 6) expect(desk.write(), step).toEqual(whole);
        }
      });
    },
  );
});

describe.each(writings.filter(({ name }) => killedAtRandom(name)))('of $name', (writing) => {
  it(`${kills} runs killed at random moments damage nothing, and the next is right`, async () => {
    await atDesk(writing, async (desk, whole, time) => {
      for (let run = 0; run < kills; run++) {
        desk.reset();
        const signal = signals[run % signals.length] ?? 'SIGKILL';
        const end = await killed(desk, writing, signal, { time, whileWriting: Math.random() < 0.7 });
        expectUndamaged(desk, writing, whole);
        if (signal !== 'SIGKILL') expect(desk.leftovers()).toEqual([]);
        if (end.signal === null) expect(end.code).toBe(writing.code);
        else expect(end).toEqual({ code: null, signal });
        expect(desk.write()).toEqual(whole);
      }
    });
  }, 1_200_000);
});

/** Runs undisturbed. */
function timed(desk: Desk): Whole {
  const start = performance.now();
  const files = desk.write();
  return { files, time: performance.now() - start };
}

/**
 * Kills a run at a random moment: of all the time that it takes, or soon after it has begun to write, which is where it can
 * do harm. Whatever the moment turns out to be, the same must hold.
 */
async function killed(
  desk: Desk,
  { argv }: Writing,
  signal: NodeJS.Signals,
  when: { readonly time: number; readonly whileWriting: boolean },
) {
  const running = startProgram(argv, desk);
  const kill = () => running.process.kill(signal);
  let timer: NodeJS.Timeout | undefined;
  // Most of the writing is over in a few milliseconds.
  const wait = when.whileWriting ? (Math.random() ** 4 * when.time) / 2 : Math.random() * when.time;
  const begin = () => {
    if (wait < 1) kill();
    else timer ??= setTimeout(kill, wait);
  };
  const watcher = when.whileWriting ? watch(path.join(desk.directory, 'out'), begin) : undefined;
  if (!when.whileWriting) begin();
  const end = await running.end;
  watcher?.close();
  clearTimeout(timer);
  return end;
}

// A disk of its own that only the run sees: anyone may have it where the system permits that.
const onDisk = ['--map-root-user', '--mount'];
const canMount = spawnSync('unshare', [...onDisk, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

const mounted = canMount ? '' : ` (skipped: “unshare ${onDisk.join(' ')}” is not permitted here)`;

describe('on a small disk that is full', { timeout: 600_000 }, () => {
  // Every other of them in the short form: all meet the error of a disk without room below, which costs less to bring about.
  it.skipIf(!canMount).each(writings.filter((_, index) => isFull || index % 2 === 0))(
    `$name leave what was there, and are right when there is room${mounted}`,
    async (writing) => {
      await atDesk(writing, (desk, whole) => {
        for (const free of isFull ? [0, 4, 8, 12] : [4]) {
          desk.reset();
          // What is on the disk is copied back before it is gone.
          const script = `mkdir -p disk && mount -t tmpfs -o size=128k tmpfs disk && cp out/* disk
          head -c 1M /dev/zero > disk/filler 2>/dev/null; truncate -s -${free}K disk/filler
          rm out/* && mount --bind disk out && "$@"; code=$?
          rm out/filler; umount out; cp -a disk/. out; exit $code`;
          const { code, stderr } = runProgram(writing.argv, {
            directory: desk.directory,
            around: `unshare ${onDisk.join(' ')} bash --noprofile --norc -c "$SCRIPT" bash "$@"`,
            environment: { SCRIPT: script },
          });
          expect([code, stderr]).toEqual([
            2,
            expect.stringMatching(/^sekisho: cannot write out\/.+ \(ENOSPC: no space left\)\n$/),
          ]);
          expect(desk.files()).toEqual(writing.old);
          expect(desk.leftovers()).toEqual([]);
        }
        expect(desk.write()).toEqual(whole);
      });
    },
  );

  it.skipIf(process.platform === 'win32').each(writings)(
    '$name that may be no larger leave what was there',
    async (writing) => {
      await atDesk(writing, (desk, whole) => {
        const { code, stderr } = runProgram(writing.argv, {
          directory: desk.directory,
          around: 'ulimit -f 1; "$@"',
        });
        expect([code, stderr]).toEqual([
          2,
          expect.stringMatching(/^sekisho: cannot write out\/.+ \(EFBIG: larger than a file may be\)\n$/),
        ]);
        expect(desk.files()).toEqual(writing.old);
        expect(desk.leftovers()).toEqual([]);
        if (isFull) expect(desk.write()).toEqual(whole);
      });
    },
  );
});
