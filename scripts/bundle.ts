import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type OutputChunk, type OutputOptions } from 'rolldown';
import { billOfMaterials } from './bill-of-materials.ts';
import { bundleInput, bundleOutput, codeSplitting } from './bundle-options.ts';
import { bundledPackages, licenceTexts } from './bundled-packages.ts';

/**
 * Bundles the program into `dist/`, with the licences and the bill of materials of what is in it. The same sources give the
 * same bytes, wherever they lie.
 *
 * @param root the folder of the project
 */
export async function bundle(root: string): Promise<void> {
  const out = path.join(root, 'dist');
  await rm(out, { recursive: true, force: true });
  const packages = await bundledPackages(root, await bundledFiles(root, await bundleProgram(root, out)));
  const bill = billOfMaterials(
    await readJson(root, 'package.json'),
    packages,
    await readJson(root, 'package-lock.json'),
  );
  await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(packages));
  await writeFile(path.join(out, 'sbom.cdx.json'), `${JSON.stringify(bill, undefined, 2)}\n`);
}

/**
 * @param root the folder of the project
 * @param out where the files of the program are written; they are only returned without it
 */
export async function bundleProgram(root: string, out?: string): Promise<readonly OutputChunk[]> {
  const of = (input: Readonly<Record<string, string>>, output: OutputOptions) =>
    build({ ...bundleInput, cwd: root, input, output: { ...bundleOutput, ...output }, write: false });
  const [start, program] = await Promise.all([
    of({ bin: path.join(root, 'src/bin.ts'), start: path.join(root, 'src/start/start.ts') }, {}),
    of(
      { program: path.join(root, 'src/process.ts') },
      {
        entryFileNames: 'chunks/[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: codeSplitting(root),
      },
    ),
  ]);
  const chunks = [...start.output, ...program.output].filter((file) => file.type === 'chunk');
  if (out !== undefined) await writeProgram(out, chunks);
  return chunks;
}

async function writeProgram(out: string, chunks: readonly OutputChunk[]): Promise<void> {
  await mkdir(path.join(out, 'chunks'), { recursive: true });
  // What lies above says that all is of ES modules.
  await writeFile(path.join(out, 'package.json'), '{ "type": "commonjs" }\n');
  for (const { fileName, code } of chunks) await writeFile(path.join(out, fileName), inAscii(code));
}

/**
 * Escapes what is not ASCII, since Node.js takes five times as long to decode the rest, for more than a millionth of a second with
 * every kilobyte. It may stand in strings and regular expressions, where the escape means the same; but for what is raw, or escaped
 * already, which some text stays as it is for.
 */
export function inAscii(code: string): string {
  if (/\braw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/.test(code)) return code;
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The files that the program is made of, relative to the project, and those whose code is in its validators. */
export async function bundledFiles(root: string, chunks: readonly OutputChunk[]): Promise<string[]> {
  const modules = chunks.flatMap((chunk) => chunk.moduleIds);
  const validators: string[] = await readJson(root, 'generated/validators/packages.json');
  return [...modules.filter(path.isAbsolute).map((module) => path.relative(root, module)), ...validators];
}

async function readJson(root: string, file: string) {
  return JSON.parse(await readFile(path.join(root, file), 'utf8'));
}
