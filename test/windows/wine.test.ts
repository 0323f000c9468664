import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageFormats, dueFormats, findingFormats, graphFormats } from '../../src/report/formats.ts';
import { backslashed, buildCanary, type Outcome, onWindows, runHere, Windows } from '../support/windows.ts';

/**
 * The packed program under Windows' own Node gives, to the byte, what it gives here. `npm run verify:full -- windows`
 * installs what this needs and names the node.exe; elsewhere it is skipped.
 */
const node = process.env['WINDOWS_NODE'] ?? '';
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';

const root = path.resolve(import.meta.dirname, '../..');
const formatsOf = {
  check: Object.keys(findingFormats),
  coverage: Object.keys(coverageFormats),
  due: Object.keys(dueFormats),
  graph: Object.keys(graphFormats),
};
const everyReport = Object.entries(formatsOf).flatMap(([command, formats]) =>
  formats.map((format) => [command, format] as const),
);
const judged = ['-p', 'kumagaya', '--as-of', '2026-11-20', '--lang', 'ja'];

describe.runIf(isFull && node !== '')('the packed program on Windows', { timeout: 300_000 }, () => {
  let folder: string;
  let program: string;
  let windows: Windows;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-windows-'));
    windows = await Windows.start(folder, node);
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      stdio: 'ignore',
    });
    const [packed = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    execFileSync('tar', ['--extract', '--file', packed], { cwd: folder });
    program = path.join(folder, 'package/dist/bin.js');
    await cp(path.join(root, 'examples/second-city'), path.join(folder, '第二市/台帳'), { recursive: true });
  }, 300_000);

  afterAll(async () => {
    windows?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const here = (argv: readonly string[], cwd: string) => runHere([program, ...argv], { cwd });
  const there = (argv: readonly string[], cwd: string, searchPath?: string) =>
    windows.run([onWindows(program), ...argv], { cwd, ...(searchPath === undefined ? {} : { searchPath }) });

  /** Every report of a command, by format, and what the run says. */
  type Reports = Outcome & { readonly files: Readonly<Record<string, Buffer>> };

  let runs = 0;
  async function reports(
    run: (argv: readonly string[], cwd: string) => Outcome,
    [command = '', ...argv]: readonly string[],
    cwd: string,
    written: (file: string) => string,
    formats: readonly string[] = formatsOf[command as keyof typeof formatsOf],
  ): Promise<Reports> {
    const out = path.join(folder, `報告${runs++}`);
    await mkdir(out);
    const options = formats.flatMap((format) => ['-f', `${format}=${written(path.join(out, format))}`]);
    const outcome = run([command, ...argv, ...options], cwd);
    const files = Object.fromEntries(formats.map((format) => [format, readFileSync(path.join(out, format))]));
    return { ...outcome, files };
  }
  const reportsHere = (argv: readonly string[], cwd: string, formats?: readonly string[]) =>
    reports(here, argv, cwd, (file) => file, formats);
  const reportsThere = (argv: readonly string[], cwd: string, formats?: readonly string[]) =>
    reports(there, argv, cwd, onWindows, formats);

  function expectSame(there: Reports, here: Reports): void {
    for (const [format, bytes] of Object.entries(here.files)) {
      expect(bytes.length).toBeGreaterThan(0);
      // A difference is shown as text; the bytes are what counts.
      expect(there.files[format]?.toString(), format).toBe(bytes.toString());
      expect(there.files[format]?.equals(bytes), format).toBe(true);
    }
    expect(there).toMatchObject({ code: here.code, stdout: here.stdout, stderr: here.stderr });
    expect([0, 1]).toContain(here.code);
  }

  it('is Windows', () => {
    expect(windows.run(['-p', 'process.platform'], { cwd: folder }).stdout.trim()).toBe('win32');
  });

  it.each(everyReport)('%s prints %s as here', (command, format) => {
    const argv = [command, '台帳', ...judged, '-f', format];
    const cwd = path.join(folder, '第二市');
    const expected = here(argv, cwd);
    expect(expected.stdout).not.toBe('');
    expect(there(argv, cwd)).toEqual(expected);
  });

  it.each(Object.keys(formatsOf))('%s writes every format as here, in English, too', async (command) => {
    const argv = [command, '台帳', '-p', 'minakami', '--as-of', '2026-11-20', '--lang', 'en'];
    const cwd = path.join(folder, '第二市');
    expectSame(await reportsThere(argv, cwd), await reportsHere(argv, cwd));
  });

  it.each([
    ['a folder by backslashes', (file: string) => backslashed(file)],
    ['a folder that begins with .\\', (file: string) => `.\\${backslashed(file)}`],
    ['an absolute folder with its drive letter', (file: string) => onWindows(path.join(folder, file))],
    [
      'an absolute folder with its drive letter in lower case',
      (file: string) => onWindows(path.join(folder, file)).replace(/^Z/, 'z'),
    ],
    ['an absolute folder by slashes', (file: string) => `Z:${path.join(folder, file)}`],
    ['a pattern', (file: string) => `${file}/**/*.yaml`],
    ['a pattern with backslashes', (file: string) => `${backslashed(file)}\\**\\*.yaml`],
  ])('judges %s', async (_, written) => {
    const argv = (given: string) => ['check', given, ...judged];
    expectSame(
      await reportsThere(argv(written('第二市/台帳')), folder),
      await reportsHere(argv('第二市/台帳'), folder),
    );
  });

  it('names files outside the working directory by their whole path, drive letter included', async () => {
    const cwd = path.join(folder, '第二市/台帳/01総合政策部');
    const formats = ['json', 'sarif', 'csv', 'github', 'gitlab'];
    const expected = await reportsHere(['check', '..', ...judged], cwd, formats);
    const found = await reportsThere(['check', '..', ...judged], cwd, formats);
    const uri = (file: string) => path.dirname(file).split('/').map(encodeURIComponent).join('/');
    expect(found.files['json']?.toString()).toContain(`"Z:${folder}`);
    expect(found.files['sarif']?.toString()).toContain(`"file:///Z:${uri(path.join(folder, 'a'))}`);
    for (const [format, bytes] of Object.entries(found.files))
      expect(
        bytes
          .toString()
          .replaceAll('file:///Z:', 'file://')
          .replaceAll(/Z(?::|%3A)\//g, '/'),
        format,
      ).toBe(expected.files[format]?.toString());
  });

  it('judges an inventory on another drive', async () => {
    const onC = path.join(windows.driveC, '台帳');
    await cp(path.join(folder, '第二市/台帳'), onC, { recursive: true });
    const found = there(['check', 'C:\\台帳', ...judged, '-f', 'json'], folder);
    const expected = here(['check', onC, ...judged, '-f', 'json'], path.join(folder, '第二市'));
    expect(found.stdout).toContain('"C:/台帳/');
    expect(found.stdout.replaceAll('C:/台帳', onC)).toBe(expected.stdout);
  });

  it('judges files with CRLF', async () => {
    const cwd = path.join(folder, '改行');
    await cp(path.join(folder, '第二市'), cwd, { recursive: true });
    const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => one.endsWith('.yaml'))) {
      const text = await readFile(path.join(cwd, file), 'utf8');
      await writeFile(path.join(cwd, file), text.replaceAll('\n', '\r\n'));
    }
    const argv = ['check', '台帳', ...judged];
    const found = await reportsThere(argv, cwd);
    expectSame(found, await reportsHere(argv, cwd));
    expect(found.files['sarif-audit']).not.toEqual(
      (await reportsHere(argv, path.join(folder, '第二市'))).files['sarif-audit'],
    );
  });

  it('reads files in the same order, whatever stands between folders', async () => {
    const cwd = path.join(folder, '順');
    const asset = 'assets:\n  - { id: 住民票, name: 住民票, manager: false }\n';
    // `/` comes before letters and digits, `\` after them.
    for (const file of [
      '台帳/総務/b.yaml',
      '台帳/総務1.yaml',
      '台帳/総務A/a.yaml',
      '台帳/総務A.yaml',
      '台帳/z.yaml',
    ]) {
      await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
      await writeFile(path.join(cwd, file), asset);
    }
    for (const given of [
      ['台帳'],
      ['台帳/z.yaml', '台帳/総務A.yaml', '台帳/総務A', '台帳/総務', '台帳/総務1.yaml'],
    ]) {
      const argv = ['check', ...given, ...judged];
      expectSame(await reportsThere(argv, cwd), await reportsHere(argv, cwd));
    }
  });

  it("goes by a body's own configuration, policy and baseline", async () => {
    const cwd = path.join(folder, '自団体');
    await cp(path.join(root, 'examples/own-policy'), cwd, { recursive: true });
    const dated = ['--as-of', '2026-11-20', '--lang', 'ja'];
    const update = (name: string) => ['check', '.', ...dated, '--baseline', name, '--update-baseline'];
    expect(there(update('基準\\there.yaml'), cwd).code).toBe(here(update('基準/here.yaml'), cwd).code);
    const baseline = (name: string) => readFileSync(path.join(cwd, '基準', `${name}.yaml`), 'utf8');
    expect(baseline('there')).toBe(baseline('here'));
    await rm(path.join(cwd, '基準/there.yaml'));
    const argv = (policy: string, file: string) => [
      'check',
      'assets.yaml',
      '-p',
      policy,
      '--baseline',
      file,
      ...dated,
    ];
    expectSame(
      await reportsThere(argv('.\\policy.yaml', '基準\\here.yaml'), cwd),
      await reportsHere(argv('./policy.yaml', '基準/here.yaml'), cwd),
    );
  });

  it('makes the same inventory of what NetBox answers', async () => {
    await cp(path.join(root, 'examples/netbox'), path.join(folder, 'netbox'), { recursive: true });
    const argv = (out: string) => [
      'import',
      'netbox',
      'netbox',
      '--mapping',
      'netbox/netbox.mapping.yaml',
      '--out',
      out,
    ];
    const expected = here(argv('取込/here'), folder);
    const found = there(argv('取込\\there'), folder);
    expect(found.code).toBe(expected.code);
    const files = readdirSync(path.join(folder, '取込/here'), { recursive: true, encoding: 'utf8' });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(path.join(folder, '取込/there', file))).toEqual(
        readFileSync(path.join(folder, '取込/here', file)),
      );
  });

  it('replaces a file whole or not at all while another program has it open', async () => {
    const cwd = path.join(folder, '開いたまま');
    await mkdir(cwd);
    await writeFile(path.join(cwd, 'a.yaml'), 'assets: [{ id: a, name: 住民票, manager: false }]\n');
    const argv = ['check', 'a.yaml', ...judged, '-f', 'json=報告.json'];
    expect(here(argv, cwd).code).toBe(0);
    const whole = readFileSync(path.join(cwd, '報告.json'), 'utf8');
    for (const flag of ['r', 'r+']) {
      await writeFile(path.join(cwd, '報告.json'), '以前の報告');
      const run = `child_process.spawnSync(process.execPath, ${JSON.stringify([onWindows(program), ...argv])}, { stdio: ['ignore', 1, 2] })`;
      const holding = `fs.openSync('報告.json', '${flag}'); process.exitCode = ${run}.status`;
      const { code, stderr } = windows.run(['-e', holding], { cwd });
      const written = readFileSync(path.join(cwd, '報告.json'), 'utf8');
      if (code === 0) expect(written).toBe(whole);
      else {
        expect([code, written]).toEqual([2, '以前の報告']);
        expect(stderr).toContain('報告.json に書き込めません (EBUSY: ほかのプログラムが開いています)');
      }
      expect(readdirSync(cwd).sort()).toEqual(['a.yaml', '報告.json']);
    }
  });

  it('says what cannot be done, and fails by the same exit code', () => {
    for (const argv of [
      ['check', 'ない台帳', ...judged],
      ['check', '第二市', '-p', 'kumagaya', '--as-of', 'tomorrow'],
      ['check', '第二市', ...judged, '-f', 'json=第二市/台帳/団体.yaml'],
    ]) {
      const expected = here(argv, folder);
      expect(expected.code).toBe(2);
      expect(there(argv, folder)).toEqual(expected);
    }
  });

  describe('with a git.exe among what is judged', { timeout: 300_000 }, () => {
    const planted = ['.', 'tools', 'bin', '台帳', '台帳/tools'];
    let repository: string;
    let elsewhere: string;

    beforeAll(async () => {
      const canary = await buildCanary(folder);
      repository = path.join(folder, '受領物');
      await cp(path.join(folder, '第二市'), repository, { recursive: true });
      elsewhere = path.join(folder, 'programs');
      for (const place of [...planted.map((one) => path.join(repository, one)), elsewhere]) {
        await mkdir(place, { recursive: true });
        copyFileSync(canary, path.join(place, 'git.exe'));
      }
      execFileSync('git', ['init', '--quiet'], { cwd: repository });
    });

    /** @returns which of the planted programs ran, and forgets it */
    async function ran(): Promise<string[]> {
      const places = [...planted.map((one) => path.join(repository, one)), elsewhere];
      const found = places.filter((place) => existsSync(path.join(place, 'git.exe.ran')));
      for (const place of found) await rm(path.join(place, 'git.exe.ran'));
      return found.map((place) => path.relative(folder, place));
    }

    const askingGit = [
      ['the audit report', ['-f', 'html']],
      ['the audit as SARIF', ['-f', 'sarif-audit']],
      ['a comparison', ['--base', 'HEAD']],
      ['a trusted state', ['--trust', 'HEAD']],
    ] as const;

    it('which a program that just starts git does run', async () => {
      windows.run(['-e', "child_process.spawnSync('git', ['--version'])"], { cwd: repository });
      expect(await ran()).toEqual(['受領物']);
    });

    it.each(askingGit)('does not start it for %s', async (_, options) => {
      const inside = onWindows(path.join(repository, 'bin'));
      for (const searchPath of [`.;;tools;台帳;${inside}`, inside.toUpperCase()])
        for (const [directory, given] of [
          ['.', '台帳'],
          ['台帳', '.'],
        ] as const) {
          const cwd = path.join(repository, directory);
          const { code } = there(['check', given, ...judged, ...options], cwd, searchPath);
          expect(code).not.toBeNull();
          expect(await ran()).toEqual([]);
        }
    });

    it.each(askingGit)('starts the one of the machine for %s', async (_, options) => {
      const searchPath = `.;tools;${onWindows(elsewhere)}`;
      there(['check', '台帳', ...judged, ...options], repository, searchPath);
      expect(await ran()).toEqual(['programs']);
    });
  });
});
