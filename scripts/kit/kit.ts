import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** What of Node.js lies in the kit. */
export interface Node {
  readonly version: string;
  /** the last day on which faults of it are mended, as `2027-04-30` */
  readonly endOfSupport: string;
  readonly executable: Uint8Array;
  readonly licence: string;
}

/** The files of a kit by their paths in its folder. */
export type KitFiles = ReadonlyMap<string, Uint8Array>;

/** The same for whoever runs the program: where it lies is told by the file itself, so the folder may be anywhere. */
const command = `@echo off
"%~dp0node\\node.exe" "%~dp0program\\dist\\bin.js" %*
exit /b %ERRORLEVEL%
`;

/** `pushd`, since `cd` does not go to a shared folder of another machine. */
const prompt = `@echo off
pushd "%~dp0"
set "PATH=%~dp0;%PATH%"
title sekisho
cmd /k sekisho --version
`;

/**
 * The kit for Windows: a folder that is copied and not installed, and needs no administrator.
 *
 * @param root the folder of the project, where the program is built
 */
export async function kitFiles(root: string, node: Node): Promise<KitFiles> {
  const read = (file: string) => readFile(path.join(root, file));
  const files = new Map<string, Uint8Array>([
    ['はじめに.html', await guide(root, node)],
    ['コマンド画面を開く.cmd', forWindows(prompt)],
    ['sekisho.cmd', forWindows(command)],
    ['node/node.exe', node.executable],
    ['node/LICENSE.txt', forWindows(node.licence)],
  ]);
  for (const file of packedFiles(root)) files.set(`program/${file}`, await read(file));
  for (const file of (await readdir(path.join(root, example))).sort())
    files.set(`${example}/${file}`, await read(`${example}/${file}`));
  return files;
}

const example = 'examples/first-steps';

/** All times are alike, so that the same files make the same archive; this is the one that npm writes into its own. */
const time = new Date(1985, 9, 26, 8, 15);

/** @param folder what the archive is unpacked to */
export function zipped(files: KitFiles, folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const [file, content] of files) entries[`${folder}/${file}`] = content;
  return zipSync(entries, { level: 9, mtime: time });
}

/** The files of the package, as npm packs them. */
function packedFiles(root: string): string[] {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
  return files.map((file) => file.path);
}

/** The guide, with the versions in it and the last day of support. */
async function guide(root: string, { version, endOfSupport }: Node): Promise<Uint8Array> {
  const { version: own } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const [year, month, day] = endOfSupport.split('-').map(Number);
  const words: Readonly<Record<string, string>> = {
    version: own,
    nodeVersion: version,
    endOfSupport: `${year}年${month}月${day}日`,
  };
  const template = await readFile(path.join(root, 'scripts/kit/guide.ja.html'), 'utf8');
  return forWindows(template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => words[name] ?? ''));
}

/** With the line ends that cmd.exe and older editors ask for. */
function forWindows(text: string): Uint8Array {
  return Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'));
}
