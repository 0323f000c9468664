import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { codeNameOf, compiledCode } from './compiled.ts';

/** A file of the program that was loaded. */
export interface Chunk {
  /** as it was compiled */
  readonly source: Uint8Array;
  readonly script: Script;
  readonly exports: unknown;
}

/** By the names of their files. */
export type Chunks = ReadonlyMap<string, Chunk>;

const opening = '(function (exports, require, module, __filename, __dirname) {';
const closing = '\n})';

/**
 * Loads the files of the program as Node.js loads CommonJS, but with code that was compiled before. A file without such code, or
 * with one that does not fit, is compiled.
 *
 * @param folder where the files lie; they name each other without folders, and else modules of Node.js alone
 * @param codeFolder where the code of each lies
 * @param first the one that runs; it loads the others
 */
export function loadChunks(folder: string, codeFolder: string, first: string): Chunks {
  const chunks = new Map<string, Chunk>();
  const load = (name: string): unknown => {
    const loaded = chunks.get(name);
    if (loaded !== undefined) return loaded.exports;
    const file = path.join(folder, name);
    const source = readWrapped(file);
    const cachedData = compiledCode(source, readIfThere(path.join(codeFolder, codeNameOf(name))));
    const script = new Script(textOf(source), {
      filename: file,
      // So that places in traces are those of the file.
      columnOffset: -opening.length,
      ...(cachedData && { cachedData }),
    });
    const module = { exports: {} };
    chunks.set(name, { source, script, exports: module.exports });
    const run: Wrapped = script.runInThisContext();
    run.call(module.exports, module.exports, requireFrom, module, file, folder);
    return module.exports;
  };
  const requireFrom = (id: string): unknown =>
    id.startsWith('./') ? load(id.slice(2)) : process.getBuiltinModule(id);
  load(first);
  return chunks;
}

type Wrapped = (
  this: unknown,
  exports: unknown,
  require: (id: string) => unknown,
  module: { readonly exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** Reads a file into what makes a function of it: to join texts of that size would copy them once more. */
function readWrapped(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(opening.length + size + closing.length);
    bytes.write(opening, 0, 'latin1');
    let at = opening.length;
    const end = at + size;
    while (at < end) {
      const read = readSync(descriptor, bytes, at, end - at, null);
      if (read === 0) throw new Error(`${file} became shorter while it was read`);
      at += read;
    }
    bytes.write(closing, end, 'latin1');
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/** Text beyond ASCII takes five times as long to decode, which is why the build escapes it where it can. */
function textOf(source: Buffer): string {
  return source.toString(isAscii(source) ? 'latin1' : 'utf8');
}

/** Code that cannot be read is none. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
