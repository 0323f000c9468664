// How long js-yaml's `load` takes for the files of a folder, in milliseconds: the yardstick of bench/run.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

const folder = process.argv[2];
const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
const start = performance.now();
for (const text of texts) load(text);
console.log(performance.now() - start);
