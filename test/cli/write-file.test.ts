import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { moduleOf, runProgram } from '../support/program.ts';

const netbox = path.resolve(import.meta.dirname, '../../examples/netbox');
const isWindows = process.platform === 'win32';
const inventory = { 'a.yaml': 'assets: [{ id: a, name: 住民票, manager: false }]\n' };
const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned', '--lang', 'en'];
const emptyBaseline = '{"schemaVersion":1,"findings":[]}\n';
const emptyInventory = 'systems: []\n';

/** Every way by which sekisho writes a file, under a name. */
const writers = [
  ['a report', (file: string) => ['a.yaml', ...managers, '-f', `json=${file}`]],
  ['a coverage', (file: string) => ['coverage', 'a.yaml', ...managers.slice(0, 2), '-f', `json=${file}`]],
  ['a drawing', (file: string) => ['graph', 'a.yaml', ...managers.slice(0, 2), '-f', `svg=${file}`]],
  ['a list of rules', (file: string) => ['rules', '-f', `json=${file}`]],
  ['a list of policies', (file: string) => ['policies', '-f', `json=${file}`]],
  ['a difference', (file: string) => ['policies', 'diff', 'isesaki', 'minakami', '-f', `json=${file}`]],
  ['a baseline', (file: string) => ['a.yaml', ...managers, '--baseline', file, '--update-baseline']],
  [
    'an import',
    (file: string) => ['import', 'netbox', netbox, '--out', path.dirname(file), '--adopt', '--lang', 'en'],
  ],
] as const;

/** The name that each of them can write to. */
const target = '出力/systems.yaml';

/** What a file holds that a writer may write over. */
function oldOf(writer: string): string {
  return writer === 'an import' ? emptyInventory : emptyBaseline;
}

function run(argv: readonly string[], directory: string) {
  return sekisho(argv, { directory, environment: { LANG: 'en_US.UTF-8' } });
}

describe.each(writers)('%s', (writer, argvFor) => {
  const old = oldOf(writer);

  it('is written into folders that are not there yet, and leaves nothing else behind', async () => {
    await inFolder(inventory, async (directory) => {
      expect((await run(argvFor(target), directory)).stderr).not.toContain('cannot write');
      const folder = path.join(directory, '出力');
      expect(readFileSync(path.join(directory, target), 'utf8').length).toBeGreaterThan(100);
      expect(readdirSync(folder).filter((name) => name.includes('sekisho'))).toEqual([]);
    });
  });

  it.skipIf(isWindows)('replaces a file and keeps its permissions', async () => {
    await inFolder({ ...inventory, [target]: old }, async (directory) => {
      const file = path.join(directory, target);
      chmodSync(file, 0o604);
      const before = statSync(file);
      await run(argvFor(target), directory);
      expect(readFileSync(file, 'utf8')).not.toBe(old);
      expect(statSync(file).mode & 0o777).toBe(0o604);
      expect(statSync(file).ino).not.toBe(before.ino);
    });
  });

  it.each([
    ['a file', '本物.json'],
    ['nothing', 'どこにもない'],
    ['a folder', '.'],
    ['a device', '/dev/null'],
  ])('is not written through a link to %s', async (_what, to) => {
    await inFolder({ ...inventory, '出力/本物.json': old }, async (directory) => {
      const link = path.join(directory, target);
      symlinkSync(to, link);
      const { code, stderr } = await run(argvFor(target), directory);
      expect(code).toBe(2);
      // What leads to no baseline is refused for that.
      if (!stderr.includes('baseline')) expect(stderr).toContain(`${target} is a link`);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(path.join(directory, '出力/本物.json'), 'utf8')).toBe(old);
      expect(readdirSync(path.join(directory, '出力')).sort()).toEqual(['systems.yaml', '本物.json']);
    });
  });

  it('is not written where a folder stands', async () => {
    await inFolder({ ...inventory, [`${target}/x`]: '' }, async (directory) => {
      const { code, stderr } = await run(argvFor(target), directory);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/EISDIR/)]);
      expect(readdirSync(path.join(directory, '出力'))).toEqual(['systems.yaml']);
    });
  });

  it('says where a file stands in the place of its folder', async () => {
    await inFolder({ ...inventory, 出力: 'x' }, async (directory) => {
      const { code, stderr } = await run(argvFor(target), directory);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/EEXIST|ENOTDIR/)]);
      expect(readFileSync(path.join(directory, '出力'), 'utf8')).toBe('x');
    });
  });
});

// Permissions do not count for root, who therefore runs the program as nobody.
describe.skipIf(isWindows)('where permissions forbid it', () => {
  const few = writers.filter(([name]) => ['a report', 'a baseline', 'an import'].includes(name));
  it.each(few)('%s replaces nothing', async (writer, argvFor) => {
    const old = oldOf(writer);
    await inFolder({ ...inventory, [target]: old }, async (directory) => {
      chmodSync(directory, 0o777);
      const [folder, file] = [path.join(directory, '出力'), path.join(directory, target)];
      for (const [modeOfFolder, modeOfFile] of [
        [0o777, 0o444],
        [0o555, 0o666],
        [0o777, 0o000],
      ] as const) {
        chmodSync(file, modeOfFile);
        chmodSync(folder, modeOfFolder);
        const { code, stderr } = runProgram([...argvFor(target)], { directory, asNobody: true });
        expect([code, stderr]).toEqual([2, expect.stringContaining('EACCES')]);
        chmodSync(folder, 0o777);
        expect(statSync(file).mode & 0o777).toBe(modeOfFile);
        chmodSync(file, 0o666);
        expect(readFileSync(file, 'utf8')).toBe(old);
        expect(readdirSync(folder)).toEqual(['systems.yaml']);
      }
    });
  });

  it('an import does not take what it cannot look at for nothing', async () => {
    await inFolder({ '出力/systems.yaml': 'systems: []\n' }, async (directory) => {
      const folder = path.join(directory, '出力');
      chmodSync(directory, 0o777);
      const argv = ['import', 'netbox', netbox, '--out', '出力', '--lang', 'en'];
      chmodSync(folder, 0o000);
      const shut = runProgram(argv, { directory, asNobody: true });
      chmodSync(folder, 0o777);
      expect([shut.code, shut.stderr]).toEqual([2, expect.stringContaining('EACCES')]);
      chmodSync(path.join(folder, 'systems.yaml'), 0o000);
      const unread = runProgram(argv, { directory, asNobody: true });
      expect(unread.stderr).toContain('出力/systems.yaml cannot be read');
      expect(readdirSync(folder)).toEqual(['systems.yaml']);
    });
  });
});

describe('a report in the place of an input by another name', () => {
  it.each([
    ['an inventory file', 'a.yaml', ['check', 'a.yaml', '-p', './own.yaml']],
    ['a policy', 'own.yaml', ['check', 'a.yaml', '-p', './own.yaml']],
    ['a configuration', 'sekisho.config.yaml', ['coverage', 'a.yaml', '-p', './own.yaml']],
    ['a policy whose rules are listed', 'own.yaml', ['rules', '-p', './own.yaml']],
    ['a policy that is compared', 'own.yaml', ['policies', 'diff', './own.yaml', 'isesaki']],
    ['a configuration that is looked up', 'sekisho.config.yaml', ['policies']],
  ])('of %s is refused, and it stays', async (_, input, argv) => {
    const files = {
      ...inventory,
      'own.yaml': 'id: own\nextends: minakami\ntitle: { ja: 自団体, en: Own }\n',
      'sekisho.config.yaml': 'lang: en\n',
    };
    await inFolder(files, async (directory) => {
      linkSync(path.join(directory, input), path.join(directory, 'report.json'));
      for (const name of ['report.json', input]) {
        const before = readFileSync(path.join(directory, input), 'utf8');
        const { code, stdout, stderr } = await run([...argv, '-f', `json=${name}`], directory);
        expect(stderr).toContain(`${name} is a file that was judged, or judged by`);
        expect([code, stdout]).toEqual([2, '']);
        expect(readFileSync(path.join(directory, name), 'utf8')).toBe(before);
      }
    });
  });
});

/** Whose bytes are not kept, so that it is no input by which the result could be told again. */
describe('a report in the place of an input that was not read', () => {
  const large = `${inventory['a.yaml']}#${'x'.repeat(1000)}\n`;
  const policy = managers.slice(0, 2);
  const fewBytes = ['--limit', 'fileBytes=300'];
  const evidence = 'assets: [{ id: a, name: 住民票, manager: 課長, evidence: [{ path: 議事録.txt }] }]\n';

  it.each<[string, string, readonly string[]]>([
    ['a file over the limit', 'large.yaml', ['.', ...managers, ...fewBytes]],
    ['one of two such files', 'large.yaml', ['large.yaml', 'larger.yaml', ...managers, ...fewBytes]],
    [
      'one that did not change',
      'large.yaml',
      ['.', ...managers, ...fewBytes, '--base', './before', '--changed'],
    ],
    ['one of an account of clauses', 'large.yaml', ['coverage', '.', ...policy, ...fewBytes]],
    ['one that is drawn', 'large.yaml', ['graph', '.', ...policy, ...fewBytes]],
    ['evidence over the limit', '議事録.txt', ['e.yaml', ...managers, '--limit', 'evidenceBytes=300']],
  ])('%s is refused under every name, and it stays', async (_, input, argv) => {
    const files = {
      ...inventory,
      'e.yaml': evidence,
      'large.yaml': large,
      'larger.yaml': large,
      '議事録.txt': large,
      'before/large.yaml': large,
      'before/larger.yaml': large,
      'sekisho.config.yaml': 'exclude: [before/**]\n',
    };
    await inFolder(files, async (directory) => {
      linkSync(path.join(directory, input), path.join(directory, 'hard.out'));
      symlinkSync(input, path.join(directory, 'link.out'));
      symlinkSync('.', path.join(directory, 'folder'));
      const names = [
        input,
        `./${input}`,
        path.join(directory, input),
        `folder/${input}`,
        'hard.out',
        'link.out',
      ];
      for (const name of names) {
        const format = argv[0] === 'graph' ? 'svg' : 'json';
        const { code, stderr } = await run([...argv, '-f', `${format}=${name}`], directory);
        expect([name, code, stderr]).toEqual([
          name,
          2,
          expect.stringContaining(`${name} is ${name === 'link.out' ? 'a ' : 'a file that was judged'}`),
        ]);
        expect(readFileSync(path.join(directory, input), 'utf8')).toBe(large);
        expect(lstatSync(path.join(directory, 'link.out')).isSymbolicLink()).toBe(true);
      }
    });
  });
});

describe('of several reports', () => {
  const argv = ['a.yaml', ...managers, '-f', 'json=一.json', '-f', 'text', '-f', 'csv=先/二.csv'];

  it('of which one cannot be written, no file is, and what is printed is printed', async () => {
    await inFolder({ ...inventory, '一.json': 'old', 先: 'a file' }, async (directory) => {
      const { code, stdout, stderr } = await run(argv, directory);
      expect(code).toBe(2);
      expect(stderr).toBe(
        'sekisho: cannot write 先/二.csv (EEXIST: a file stands where a folder would be)\n',
      );
      expect(stdout).toContain('“住民票” has no manager.');
      expect(readFileSync(path.join(directory, '一.json'), 'utf8')).toBe('old');
      expect(readdirSync(directory).sort()).toEqual(['a.yaml', '一.json', '先']);
    });
  });

  it('of which one is a link, nothing is printed either', async () => {
    await inFolder({ ...inventory, '先/x': '' }, async (directory) => {
      symlinkSync('x', path.join(directory, '先/二.csv'));
      const { code, stdout, stderr } = await run(argv, directory);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('先/二.csv is a link');
      expect(readdirSync(directory).sort()).toEqual(['a.yaml', '先']);
    });
  });
});

describe.skipIf(isWindows)('a report to what holds nothing', () => {
  it.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('%s is printed', async (name) => {
    await inFolder(inventory, async (directory) => {
      const argv = ['a.yaml', ...managers, '-f'];
      const printed = await run([...argv, 'json'], directory);
      expect(await run([...argv, `json=${name}`], directory)).toEqual(printed);
      const both = await run([...argv, `json=${name}`, '-f', 'text'], directory);
      expect(both.stdout.endsWith(printed.stdout)).toBe(true);
      expect(both.stdout.length).toBeGreaterThan(printed.stdout.length);
    });
  });

  it.each([
    ['a device', 'json=/dev/null', '"$@"', ''],
    ['the other stream', 'csv=/dev/stderr', '"$@" 2> file; code=$?; cat file; exit $code', 'csv'],
    [
      'a pipe of the shell',
      'csv=/dev/fd/9',
      '"$@" 9> >(cat > file); code=$?; wait $!; cat file; exit $code',
      'csv',
    ],
    [
      'a named pipe',
      'csv=pipe',
      'mkfifo pipe; cat pipe > file & "$@"; code=$?; wait; cat file; exit $code',
      'csv',
    ],
    [
      'a file that is open',
      'csv=/dev/fd/9',
      'echo -n > file; "$@" 9>> file; code=$?; cat file; exit $code',
      'csv',
    ],
    ['stdout into a file', 'csv=/dev/stdout', '"$@" > file 2>&1; code=$?; cat file; exit $code', 'csv'],
  ])('is written to %s', async (_, output, around, format) => {
    await inFolder(inventory, async (directory) => {
      const argv = ['a.yaml', ...managers];
      const expected = format === '' ? '' : (await run([...argv, '-f', format], directory)).stdout;
      const { code, stdout, stderr } = runProgram([...argv, '-f', output], { directory, around });
      expect([code, stdout, stderr]).toEqual([1, expected, '']);
    });
  });

  it('adds to what a redirected stdout holds, and to nothing but that', async () => {
    await inFolder({ ...inventory, log: 'before\n' }, async (directory) => {
      const argv = ['a.yaml', ...managers, '-f', 'text', '-f', 'csv=/dev/stdout', '--timing'];
      runProgram(argv, { directory, around: '"$@" >> log 2>&1' });
      const log = readFileSync(path.join(directory, 'log'), 'utf8');
      expect(log).toMatch(
        /^before\n[\s\S]*has no manager[\s\S]*severity,[\s\S]*classification\/manager-assigned/,
      );
    });
  });

  it('is not what a baseline is written to, nor an import', async () => {
    await inFolder(inventory, async (directory) => {
      runProgram([], { directory, around: 'mkdir out; mkfifo out/systems.yaml' });
      const imported = await run(['import', 'netbox', netbox, '--out', 'out', '--lang', 'en'], directory);
      expect(imported.code).toBe(2);
    });
  });
});

it.skipIf(isWindows)(
  'a link that takes the place of a file in the last moment is replaced, not followed',
  async () => {
    await inFolder(
      { ...inventory, 'victim.json': emptyBaseline, 'report.json': 'old' },
      async (directory) => {
        const preload = moduleOf(`
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        fs.rmSync(to);
        fs.symlinkSync('victim.json', to);
        renameSync(from, to);
      };
      syncBuiltinESMExports();
    `);
        const argv = ['a.yaml', ...managers, '-f', 'json=report.json'];
        expect(runProgram(argv, { directory, preload }).code).toBe(1);
        expect(readFileSync(path.join(directory, 'victim.json'), 'utf8')).toBe(emptyBaseline);
        expect(lstatSync(path.join(directory, 'report.json')).isFile()).toBe(true);
      },
    );
  },
);

describe('a file whose name', () => {
  it.each([
    ['is as long as can be', `${'長'.repeat(83)}.csv`],
    ['has a line break', '一\n::error::二.csv'],
    ['begins with a dash', '-f.csv'],
    ['is hidden', '.csv'],
  ])('%s is written like any other', async (_, name) => {
    await inFolder(inventory, async (directory) => {
      for (let time = 0; time < 2; time++)
        expect((await run(['a.yaml', ...managers, '-f', `csv=${name}`], directory)).stderr).toBe('');
      expect(readdirSync(directory).sort()).toEqual([name, 'a.yaml'].sort());
    });
  });

  it('cannot be written is told on one line', async () => {
    await inFolder({ ...inventory, '一\n::error::二': '' }, async (directory) => {
      const { stderr } = await run(['a.yaml', ...managers, '-f', 'csv=一\n::error::二/x'], directory);
      expect(stderr).toMatch(/^sekisho: cannot write 一 ::error::二\/x \(E[A-Z]+: .+\)\n$/);
    });
  });
});

describe('a baseline that is changed while sekisho runs', () => {
  it.each(['--update-baseline', '--prune'])('is left as somebody else has it by %s', async (option) => {
    for (const then of ['{"schemaVersion":1,"findings":[] }\n', undefined])
      await inFolder({ ...inventory, 'b.json': emptyBaseline }, async (directory) => {
        const file = path.join(directory, 'b.json');
        // The clock is read once before files are, and again and again afterwards.
        const tick = (reading: number) => {
          if (reading === 4 && then === undefined) rmSync(file);
          else if (reading === 4) writeFileSync(file, then ?? '');
          return 0;
        };
        const argv = ['a.yaml', ...managers, '--baseline', 'b.json', option, '--timing'];
        const { code, stderr } = await sekisho(argv, { directory, tick });
        expect(stderr).toContain('b.json was changed while sekisho ran and is left as it is');
        expect(code).toBe(2);
        expect(readdirSync(directory).includes('b.json') ? readFileSync(file, 'utf8') : undefined).toBe(then);
      });
  });
});

it('what a killed run has left behind is no part of an inventory', async () => {
  await inFolder(inventory, async (directory) => {
    const argv = ['.', '-p', 'minakami', '-f', 'json'];
    const before = await run(argv, directory);
    writeFileSync(path.join(directory, '.sekisho-0123456789abcdef.tmp'), 'assets: [\n');
    expect(await run(argv, directory)).toEqual(before);
    writeFileSync(
      path.join(directory, 'sekisho.config.yaml'),
      "include: ['**/*']\nexclude: ['*.config.yaml']\n",
    );
    expect(JSON.parse((await run(argv, directory)).stdout).summary.files).toBe(1);
  });
});

it('folders on the way may be links', async () => {
  await inFolder(inventory, async (directory) => {
    mkdirSync(path.join(directory, 'real'));
    symlinkSync('real', path.join(directory, 'link'));
    expect((await run(['a.yaml', ...managers, '-f', 'csv=link/x.csv'], directory)).code).toBe(1);
    expect(readdirSync(path.join(directory, 'real'))).toEqual(['x.csv']);
  });
});
