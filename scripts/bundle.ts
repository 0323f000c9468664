import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type RolldownOutput } from 'rolldown';
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
export function bundleProgram(root: string, out?: string): Promise<RolldownOutput> {
  return build({
    ...bundleInput,
    cwd: root,
    input: path.join(root, 'src/bin.ts'),
    output: {
      ...bundleOutput,
      codeSplitting: codeSplitting(root),
      chunkFileNames: 'chunks/[name]-[hash].js',
      ...(out === undefined ? {} : { dir: out }),
    },
    write: out !== undefined,
  });
}

/** The files that the program is made of, relative to the project, and those whose code is in its validators. */
export async function bundledFiles(root: string, { output }: RolldownOutput): Promise<string[]> {
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const validators: string[] = await readJson(root, 'generated/validators/packages.json');
  return [...modules.filter(path.isAbsolute).map((module) => path.relative(root, module)), ...validators];
}

async function readJson(root: string, file: string) {
  return JSON.parse(await readFile(path.join(root, file), 'utf8'));
}
