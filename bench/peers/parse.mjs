// Only reads the files of a folder, with js-yaml's `load` or with `JSON.parse`, and prints how many files and records it read.
//   parse.mjs <js-yaml|json> <folder>
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [, , parser, folder] = process.argv;
const parse = parser === 'json' ? JSON.parse : (await import('js-yaml')).load;
const files = readdirSync(folder);
let records = 0;
for (const file of files) {
  const { systems = [], assets = [] } = parse(readFileSync(path.join(folder, file), 'utf8'));
  records += systems.length + assets.length;
}
console.log(JSON.stringify({ files: files.length, records }));
