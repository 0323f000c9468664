import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { type JsonSchema, readSchema, root, schemaNames, writeGenerated } from './files.ts';
import { camelCase } from './shapes.ts';

/**
 * Compiles the schemas to plain functions in `generated/validators/`, one module each, so that nothing is compiled when
 * sekisho starts. esbuild inlines the few helpers that ajv's code requires, and `packages.json` names them.
 */
export async function generateValidators(): Promise<void> {
  const files = (await readdir(path.join(root, 'vocabulary')))
    .filter((file) => file.endsWith('.schema.json'))
    .sort();
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    strict: true,
    // Common definitions stay separate functions: inlined, the code is five times as large to load.
    inlineRefs: false,
    code: {
      source: true,
      esm: true,
      formats: (await import('ajv/dist/compile/codegen/index.js'))
        ._`require("./src/schema/formats.ts").formats`,
    },
  });
  ajv.addVocabulary([
    'x-done',
    'x-falls-due',
    'x-names-field',
    'x-not-for-rules',
    'x-confidential',
    'x-refers-to',
    'x-not-yet',
    'x-words',
    'x-choices',
    'x-also-called',
    'x-sekisho-vocabulary',
  ]);
  const { formats } = await import('../../src/schema/formats.ts');
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  for (const file of files) ajv.addSchema(withoutProse(await readSchema(file)) as JsonSchema, file);
  const inlined = new Set<string>();
  for (const name of schemaNames) {
    const compiled = ajv.getSchema(`${name}.schema.json`);
    if (compiled === undefined) throw new Error(`vocabulary/${name}.schema.json does not compile`);
    const exported = `validate${camelCase(`-${name}`)}`;
    const code = appendingErrors(standaloneCode.default(ajv, { [exported]: `${name}.schema.json` }));
    const bundled = await build({
      absWorkingDir: root,
      stdin: { contents: code, resolveDir: root, loader: 'js' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      write: false,
      legalComments: 'none',
      minifySyntax: true,
      minifyWhitespace: true,
      metafile: true,
    });
    for (const input of Object.keys(bundled.metafile.inputs))
      if (input.startsWith('node_modules/')) inlined.add(input);
    await writeGenerated(`generated/validators/${name}.js`, bundled.outputFiles[0]?.text ?? '');
    await writeGenerated(
      `generated/validators/${name}.d.ts`,
      `import type { CompiledValidator } from '../../src/schema/validate.ts';\nexport declare const ${exported}: CompiledValidator;\n`,
    );
  }
  // Files of packages whose code is in the validators now, where whoever bundles them cannot see any more whose it is.
  await writeGenerated('generated/validators/packages.json', `${JSON.stringify([...inlined].sort())}\n`);
}

/** ajv embeds whole schemas in its code; keywords that only people read would triple its size. */
function withoutProse(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => !prose.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      holders.has(key) ? eachOf(value, withoutProse) : withoutProse(value),
    ]),
  );
}

/** Keywords whose keys are names, which may read like keywords. */
const holders = new Set(['properties', 'patternProperties', '$defs']);

function eachOf(named: object, change: (schema: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, change(schema)]));
}

const prose = new Set(['description', 'title', 'examples', 'x-choices', 'x-also-called']);

/**
 * ajv appends the errors of a part with `concat`, which copies the whole array each time. With an error in each of many
 * records, that takes quadratic time; pushing in place does not. It also writes out six hundred times how one error is
 * added, and in which place of the schema it arose, which nobody reads: all that would be compiled at each start.
 */
function appendingErrors(code: string): string {
  const joined = code
    .replaceAll(
      /vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
      'appended(vErrors, $1.errors)',
    )
    .replaceAll(
      /const (err\d+) = (\{[^;]*\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g,
      'vErrors = added(vErrors, $2);',
    )
    .replaceAll(/,schemaPath:"[^"]*"/g, '');
  return `${joined}
function appended(all, more) { if (all === null) return more; for (const error of more) all.push(error); return all; }
function added(all, error) { if (all === null) return [error]; all.push(error); return all; }
`;
}
