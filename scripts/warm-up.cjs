// Runs the built program once, and keeps the code that V8 has compiled on the way, for scripts/compile.ts:
//   node scripts/warm-up.cjs <folder of the program> <arguments of the program>...
// Plain JavaScript on Node.js alone: what translates TypeScript while it is loaded has a part in what is compiled.
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const [, , folder, ...argv] = process.argv;
process.argv.splice(1, process.argv.length, path.join(folder, 'bin.js'), ...argv);

const { start, codeFolder, codeNameOf, compiledFile } = require(path.join(folder, 'start.js'));
const code = path.join(folder, codeFolder);
// Where there is such a folder, the program is loaded so that its code can be had.
mkdirSync(code, { recursive: true });
const chunks = start();

// At the end, so that functions which are compiled when they are called for the first time are in it. The first run that loads
// a file decides which these are.
process.on('exit', () => {
  for (const [name, { source, script }] of chunks) {
    const file = path.join(code, codeNameOf(name));
    if (!existsSync(file)) writeFileSync(file, compiledFile(source, script.createCachedData()));
  }
});
