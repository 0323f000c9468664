import type { BuildOptions } from 'esbuild';
import { root } from './generate/files.ts';

/**
 * How the program is bundled: one bundle, split at dynamic imports. Resolving the files of the dependencies alone would
 * take about as long as the bundled program takes to start, and an installation has nothing else to fetch.
 */
export const bundleOptions: BuildOptions = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  absWorkingDir: root,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as sekishoCreateRequire } from 'node:module'; const require = sekishoCreateRequire(import.meta.url);",
  },
};
