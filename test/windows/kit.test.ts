import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onWindows, runHere, Windows } from '../support/windows.ts';

/**
 * The kit, unpacked where its users might, gives what the program gives here. `npm run verify:full -- kit` builds it and
 * names the archive; elsewhere this is skipped.
 */
const archive = process.env['WINDOWS_KIT'] ?? '';
const node = process.env['WINDOWS_NODE'] ?? '';
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'dist/bin.js');
const judged = ['--as-of', '2026-11-20', '--lang', 'ja'];

/** The files below a folder, by their names. */
async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return Object.fromEntries(
    files.map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')] as const).sort(),
  );
}

describe.runIf(isFull && archive !== '')('the kit on Windows', { timeout: 300_000 }, () => {
  let folder: string;
  let windows: Windows;
  /** where it is unpacked: as a shared folder might be called */
  let kit: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-kit-'));
    windows = await Windows.start(folder, node);
    const place = path.join(folder, '総務課 共有 (令和8年度) & 情報係');
    for (const [file, content] of Object.entries(unzipSync(readFileSync(archive)))) {
      await mkdir(path.dirname(path.join(place, file)), { recursive: true });
      await writeFile(path.join(place, file), content);
    }
    kit = path.join(place, path.basename(archive, '.zip'));
  }, 300_000);

  afterAll(async () => {
    windows?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** A line as it is typed at the prompt that the kit opens, which finds `sekisho` by its search path. */
  const typed = (words: readonly string[], cwd = kit) =>
    windows.start(['cmd', '/c', ...words], { cwd, searchPath: onWindows(kit) });

  it('has a Node.js that starts, of the version that its guide names', () => {
    const { code, stdout } = windows.start([path.join(kit, 'node/node.exe'), '--version'], { cwd: kit });
    expect(code).toBe(0);
    expect(readFileSync(path.join(kit, 'はじめに.html'), 'utf8')).toContain(stdout.trim().replace('v', ''));
  });

  it('judges its example in a folder with a Japanese name and blanks, and hands on the exit code', async () => {
    const argv = (example: string) => ['check', example, ...judged];
    const expected = runHere([program, ...argv('examples/first-steps')], { cwd: kit });
    expect(expected.code).toBe(1);
    expect(typed(['sekisho', ...argv('examples\\first-steps')])).toEqual(expected);
    const inventory = path.join(kit, 'examples/first-steps/inventory.yaml');
    const text = readFileSync(inventory, 'utf8');
    // As the editor of Windows saves it, too.
    for (const [before, after] of [
      ['\n', '\n'],
      ['\n', '\r\n'],
    ] as const) {
      const mended = text.replace('lockedCase: false', 'lockedCase: true').replaceAll(before, after);
      await writeFile(inventory, mended);
      expect(typed(['sekisho', ...argv('examples\\first-steps')]).code).toBe(0);
    }
  });

  it('judges an inventory beside it, and reports to a file there, by their Japanese names', async () => {
    const cwd = path.dirname(kit);
    await cp(path.join(root, 'examples/second-city'), path.join(cwd, '台帳'), { recursive: true });
    const argv = (csv: string) => ['check', '台帳', '-p', 'kumagaya', ...judged, '-f', `csv=${csv}`];
    const expected = runHere([program, ...argv('ここでの指摘.csv')], { cwd });
    expect([0, 1]).toContain(expected.code);
    expect(typed(['sekisho', ...argv('.\\指摘.csv')], cwd)).toEqual(expected);
    const written = (name: string) => readFileSync(path.join(cwd, name));
    expect(written('指摘.csv').equals(written('ここでの指摘.csv'))).toBe(true);
  });

  it('begins an inventory with the files that are written here, and judges it to the same', async () => {
    const cwd = path.dirname(kit);
    const argv = ['init', '新しい台帳', '--name', '関所町', '--policy', 'minakami', '--lang', 'ja'];
    const begun = typed(['sekisho', ...argv], cwd);
    const place = path.join(cwd, '新しい台帳');
    const files = await contentsOf(place);
    await rm(place, { recursive: true });
    expect(begun).toEqual(runHere([program, ...argv], { cwd }));
    expect(begun.code).toBe(0);
    expect(files).toEqual(await contentsOf(place));
    const check = ['check', '新しい台帳', ...judged];
    expect(typed(['sekisho', ...check], cwd)).toEqual(runHere([program, ...check], { cwd }));
    expect(typed(['sekisho', ...argv], cwd).code).toBe(2);
    expect(await contentsOf(place)).toEqual(files);
  });

  it('opens a prompt in which sekisho is found', () => {
    const { code, stdout, stderr } = windows.start(['cmd', '/c', 'コマンド画面を開く.cmd'], { cwd: kit });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(runHere([program, '--version'], { cwd: kit }).stdout.trim());
  });
});
