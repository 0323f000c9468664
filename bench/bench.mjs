import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';
import { tsImport } from 'tsx/esm/api';
import { compare } from './compare.mjs';
import { inventories } from './inventories.mjs';
import { processes } from './process.mjs';
import { tellMeasure } from './tell.mjs';

const root = path.dirname(import.meta.dirname);

/**
 * What the measures are given for one version of Node.js.
 *
 * @param node its path and version, and whether it is the one that runs the bench: what tells little of another is measured with
 *   that one alone
 * @param scratch a folder that is removed in the end; inventories in it serve every version
 * @param budgets what each measure may come to at most, by its id
 * @param options those of the command line
 */
export async function benchFor({ node, scratch, budgets, options }) {
  const { findingFormats } = await tsImport('../src/report/formats.ts', import.meta.url);
  const own = path.join(scratch, `node-${node.major}`);
  mkdirSync(own, { recursive: true });
  const measured = {};
  const bundles = {};
  return {
    quick: options.quick,
    own: node.own,
    scratch: own,
    formats: Object.keys(findingFormats),
    run: processes({ node: node.path, scratch: own, slowed: options.slowed }),
    inventories: inventories(scratch),
    compare: (comparison) => compare({ ...comparison, budgets, often: options.propose }),
    /** Bundles a script that measures in the same way as the program, since unbundled code runs slower. */
    bundled: (name) => {
      bundles[name] ??= bundled(name, own);
      return bundles[name];
    },
    /** what was measured, by id */
    measured,
    /** Takes what was measured, and tells it at once, since a whole run takes long. */
    tell(results) {
      for (const [id, result] of Object.entries(results)) {
        measured[id] = { budget: budgets[id], ...result };
        console.log(tellMeasure(id, measured[id]));
      }
    },
  };
}

async function bundled(name, folder) {
  const { bundleInput, bundleOutput } = await tsImport('../scripts/bundle-options.ts', import.meta.url);
  const outdir = path.join(folder, name);
  await build({
    ...bundleInput,
    input: { [name]: path.join(root, `bench/${name}.mjs`) },
    output: {
      ...bundleOutput,
      // These scripts wait at their top.
      format: 'esm',
      dir: outdir,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
    },
  });
  return path.join(outdir, `${name}.mjs`);
}
