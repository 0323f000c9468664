// Measures how long js-yaml's `load` takes for the files of a folder, in wall-clock and processor time: the yardstick.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { stopwatch } from './stopwatch.mjs';

const folder = process.argv[2];
const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
const measured = stopwatch();
for (const text of texts) load(text);
console.log(JSON.stringify(measured()));
