import type { BuildOptions } from 'esbuild';
import { root } from './generate/files.ts';

/**
 * How the program is bundled: one bundle, split where the code loads something only when it is needed. Bundled, sekisho
 * starts in about the time that resolving the files of its dependencies alone would take, and an installation has
 * nothing else to fetch.
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
  // Some dependencies are CommonJS and ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as sekishoCreateRequire } from 'node:module'; const require = sekishoCreateRequire(import.meta.url);",
  },
};
