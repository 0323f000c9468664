import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { type Run, sekisho } from './cli.ts';
import { inFolder } from './load.ts';

/** A folder with files in it, in which registers are imported into `台帳`. */
export class Office {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  run(...argv: string[]): Promise<Run> {
    return sekisho(['import', 'register', ...argv], { directory: this.directory });
  }

  /** Imports into `台帳`, which has to succeed. */
  async imports(...argv: string[]): Promise<Run> {
    const run = await this.run(...argv, '--out', '台帳');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return run;
  }

  /** Imports into `台帳`, which has to end otherwise and to leave all as it is. */
  async refuses(code: number, ...argv: string[]): Promise<Run> {
    const before = await this.files();
    const run = await this.run(...argv, '--out', '台帳');
    expect(run.code, run.stdout + run.stderr).toBe(code);
    expect(run.stdout).not.toContain('書き込みました');
    expect(await this.files()).toEqual(before);
    return run;
  }

  text(name: string): Promise<string> {
    return readFile(path.join(this.directory, name), 'utf8');
  }

  async put(name: string, text: string | Uint8Array): Promise<void> {
    await mkdir(path.dirname(path.join(this.directory, name)), { recursive: true });
    await writeFile(path.join(this.directory, name), text);
  }

  async change(name: string, from: string, to: string): Promise<void> {
    const text = await this.text(name);
    expect(text).toContain(from);
    await this.put(name, text.replace(from, to));
  }

  async records(section: string): Promise<Record<string, unknown>[]> {
    return parse(await this.text(`台帳/${section}.yaml`))[section];
  }

  /** All files with their bytes and times of change. */
  async files(): Promise<Map<string, string>> {
    const names = (await readdir(this.directory, { recursive: true })).sort();
    const files = new Map<string, string>();
    for (const name of names) {
      const file = path.join(this.directory, name);
      const { mtimeMs } = await stat(file);
      // A file that is written aside and taken back leaves its trace in the time of the folder.
      const bytes = await readFile(file, 'latin1').catch(() => undefined);
      files.set(name, bytes === undefined ? 'folder' : `${mtimeMs} ${bytes}`);
    }
    return files;
  }
}

/** Uses a folder with files in it. */
export function inOffice(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (office: Office) => Promise<void>,
): Promise<void> {
  return inFolder(files, (directory) => use(new Office(directory)));
}
