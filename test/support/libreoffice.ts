import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether LibreOffice is at hand. */
export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Opens a file in LibreOffice and saves it in another format.
 *
 * @param from the ending of the file, which tells what it is: `xlsx`
 * @param to `xlsx`, `pdf`, or `csv:` and how text is written
 * @returns the bytes of what was saved
 * @throws Error if LibreOffice cannot open it
 */
export function savedByLibreOffice(bytes: Uint8Array | string, from: string, to: string): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-office-'));
  try {
    // Where no locale of UTF-8 is installed, it finds no file of a Japanese name.
    const name = `register.${from}`;
    writeFileSync(path.join(folder, name), bytes);
    const own = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [own, '--headless', '--convert-to', to, '--outdir', 'saved', name], {
      cwd: folder,
      stdio: 'ignore',
    });
    const [saved] = readdirSync(path.join(folder, 'saved'));
    return readFileSync(path.join(folder, 'saved', saved ?? name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
