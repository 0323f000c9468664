import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { useCompileCache } from './compile-cache.ts';
import { codeFolder } from './compiled.ts';
import { type Chunks, loadChunks } from './load.ts';

// For what compiles the program.
export { codeFolder, codeNameOf, compiledFile } from './compiled.ts';

/**
 * Runs the program, from code that was compiled when it was built if that was for this very Node.js. Otherwise Node.js compiles it,
 * and keeps what it has compiled, where it can do that.
 *
 * @param folder where the program lies
 * @returns what was loaded with compiled code, or to be compiled for that
 */
export function start(folder: string = import.meta.dirname): Chunks {
  const chunks = path.join(folder, 'chunks');
  const code = path.join(folder, codeFolder);
  if (existsSync(code)) return loadChunks(chunks, code, program);
  useCompileCache(process.env, process.cwd());
  createRequire(import.meta.url)(path.join(chunks, program));
  return new Map();
}

/** What runs when it is loaded, and loads the others. */
const program = 'program.js';
