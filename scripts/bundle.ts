import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.ts';
import { bundleOptions } from './bundle-options.ts';
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
  const { metafile } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [path.join(root, 'src/bin.ts')],
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  });
  const read = async (file: string) => JSON.parse(await readFile(path.join(root, file), 'utf8'));
  const validators: string[] = await read('generated/validators/packages.json');
  const packages = await bundledPackages(root, [...Object.keys(metafile.inputs), ...validators]);
  const bill = billOfMaterials(await read('package.json'), packages, await read('package-lock.json'));
  await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(packages));
  await writeFile(path.join(out, 'sbom.cdx.json'), `${JSON.stringify(bill, undefined, 2)}\n`);
}
