// Brings all that is generated up to date. With `--all` everything is written anew, whatever has changed.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './steps.mjs';

const ran = await generate(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'), {
  all: process.argv.includes('--all'),
});
if (ran.length > 0) console.log(`generated: ${ran.join(', ')}`);
