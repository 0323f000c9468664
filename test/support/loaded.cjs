// Tells at the end which modules of Node.js were loaded on the way, a line each, in the file that LOADED names.
const { writeFileSync } = require('node:fs');

const before = new Set(process.moduleLoadList);

process.on('exit', () => {
  const loaded = process.moduleLoadList.filter((one) => !before.has(one));
  const names = loaded.flatMap((one) => /^NativeModule (?!internal\/)(.+)$/.exec(one)?.[1] ?? []);
  writeFileSync(process.env.LOADED, names.map((name) => `${name}\n`).join(''));
});
