import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A package whose code is part of the program. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** by its SPDX identifier */
  readonly licence: string;
  /** as `package-lock.json` calls it: `node_modules/micromatch/node_modules/braces` */
  readonly folder: string;
  /** its licence and its notices, as it has them */
  readonly text: string;
}

/** Licences that ask for no more than to be passed on with the program. */
export const permittedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/**
 * @param root the folder of the project
 * @param files what the program is made of, relative to that
 * @returns the packages that files are from, in the order of their names
 * @throws Error if one has no licence file, or a licence that is not permitted
 */
export async function bundledPackages(root: string, files: readonly string[]): Promise<BundledPackage[]> {
  // A package may have others in itself, which have licences of their own.
  const folders = new Set(
    files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  );
  const packages: BundledPackage[] = [];
  for (const folder of folders) packages.push(await describe(root, folder));
  return packages.sort(
    (a, b) => order(a.name, b.name) || order(a.version, b.version) || order(a.folder, b.folder),
  );
}

/** All licences, one after the other, as the package of sekisho has them. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  return packages
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

async function describe(root: string, folder: string): Promise<BundledPackage> {
  const read = async (file: string) => (await readFile(path.join(root, folder, file), 'utf8')).trim();
  const { name, version, license: licence } = JSON.parse(await read('package.json'));
  if (!permittedLicences.has(licence)) throw new Error(`${folder}: the licence ${licence} is not permitted`);
  const entries = (await readdir(path.join(root, folder))).sort();
  const [licenceFile] = entries.filter((entry) => /^licen[cs]e/i.test(entry));
  if (licenceFile === undefined) {
    const text = await keptLicence(`${name}@${version}`);
    if (text === undefined) throw new Error(`${folder} has no licence file`);
    return { name, version, licence, folder, text };
  }
  const texts = await Promise.all(
    [licenceFile, ...entries.filter((entry) => /^notice/i.test(entry))].map(read),
  );
  return { name, version, licence, folder, text: texts.join('\n\n') };
}

/**
 * The licence of a package that was published without it, as its repository has it; of this version alone, since another may
 * have another.
 */
async function keptLicence(named: string): Promise<string | undefined> {
  const file = path.join(import.meta.dirname, 'licences', `${named.replace('/', '+')}.txt`);
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}

/** By code units: the order must not depend on a locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
