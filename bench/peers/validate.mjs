// Validates the YAML files of a folder against the published schema of an inventory with ajv, and prints how many files it read,
// and how many of them are not as the schema has them.
//   validate.mjs <yaml|js-yaml> <schema> <folder>
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const [, , parser, schema, folder] = process.argv;
const parse = parser === 'yaml' ? (await import('yaml')).parse : (await import('js-yaml')).load;
// Days are plain texts for ajv, whose formats are a package of their own: that is less work, not more.
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);
const files = readdirSync(folder);
const faulty = files.filter((file) => !validate(parse(readFileSync(path.join(folder, file), 'utf8'))));
console.log(JSON.stringify({ files: files.length, faulty: faulty.length }));
