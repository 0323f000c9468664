import path from 'node:path';
import type { CodeSplittingOptions, InputOptions, OutputOptions } from 'rolldown';
import { root } from './generate/files.ts';

/**
 * How the program is bundled: one bundle, split at dynamic imports. Resolving the files of the dependencies alone would
 * take about as long as the bundled program takes to start, and an installation has nothing else to fetch.
 */
export const bundleInput: InputOptions = {
  platform: 'node',
  cwd: root,
  transform: { target: 'node20.19' },
  // It warns of what is loaded at once in one place and only when it is needed in another, which is how the parts for
  // `check` are found in one file below.
  checks: { ineffectiveDynamicImport: false },
  plugins: [
    {
      // Commander can start a command that is a program of its own. There is none here, and to load what starts programs, and
      // what that loads, takes as long as the whole command line.
      name: 'commands-start-no-programs',
      resolveId: {
        filter: { id: /^node:child_process$/ },
        handler: (_, importer) =>
          importer?.includes('node_modules/commander/')
            ? { id: startsNothing, moduleSideEffects: false }
            : undefined,
      },
      load: { filter: { id: /starts-nothing$/ }, handler: () => 'export default {};' },
    },
    {
      // Chalk looks for itself how many colours the streams take. Here it is told, and to load what looks takes a millisecond.
      name: 'colours-are-told',
      resolveId: {
        filter: { id: /^#supports-color$/ },
        handler: () => ({ id: looksForNothing, moduleSideEffects: false }),
      },
      load: {
        filter: { id: /looks-for-nothing$/ },
        handler: () => 'export default { stdout: false, stderr: false };',
      },
    },
  ],
};

const startsNothing = '\0starts-nothing';
const looksForNothing = '\0looks-for-nothing';

/**
 * CommonJS, since loading ES modules takes Node.js longer, and V8's compiled code can be handed over to scripts alone. Names of
 * functions and classes stay as they are written, so that the trace of a defect that somebody reports can be read.
 */
export const bundleOutput: OutputOptions = {
  format: 'cjs',
  // Modules of Node.js, too, are required: what loads the program knows no other way.
  dynamicImportInCjs: false,
  minify: {
    compress: true,
    mangle: { toplevel: false, keepNames: true },
    codegen: { removeWhitespace: true },
  },
  comments: false,
};

/**
 * The parts that are one file each, with all that they need at once. Node.js takes about as long to find a file and to
 * link it as to compile it, so a check that read 80 small files spent a fifth of its time on that. The first part that
 * asks for a module has it.
 */
const parts = [
  { name: 'program', of: ['src/process.ts'] },
  { name: 'check', of: ['src/cli/check.ts', 'src/report/findings/text/text.ts'] },
] as const;

/**
 * How the bundle is divided into files.
 *
 * @param root the folder of the project
 */
export function codeSplitting(root: string): CodeSplittingOptions {
  return {
    groups: parts.map(({ name, of }, index) => {
      const modules = new Set(of.map((file) => path.join(root, file)));
      return { name, test: (module: string) => modules.has(module), priority: parts.length - index };
    }),
  };
}
