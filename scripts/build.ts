import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { root } from './generate/files.ts';

const out = path.join(root, 'dist');
await rm(out, { recursive: true, force: true });
const { metafile } = await build({
  ...bundleOptions,
  entryPoints: [path.join(root, 'src/bin.ts')],
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
});
await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), await licences(Object.keys(metafile.inputs)));

/** The licences of all bundled packages, which most of them require to be included. */
async function licences(inputs: readonly string[]): Promise<string> {
  const packages = new Set(
    inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  const texts: string[] = [];
  for (const name of [...packages].sort()) {
    const folder = path.join(root, 'node_modules', name);
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    texts.push(`${name} ${version}\n\n${(await readFile(path.join(folder, file), 'utf8')).trim()}\n`);
  }
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
