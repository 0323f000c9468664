import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defined } from '../base/defined.ts';
import { slashed } from '../base/paths.ts';
import { editorSchemas, isEditorSchema } from '../editor/schemas.ts';
import { builtInPolicyIds, ruleCatalogue } from '../policy/load.ts';
import { logLine } from '../report/paper/log-line.ts';
import { pathAsLine } from '../report/paper/one-line.ts';
import { loadKnownPolicy, readSettings, rulesUnder } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { schemaMeant } from './schema-names.ts';
import { UsageError } from './usage-error.ts';
import { schemaTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { targetOf, writeFiles } from './write-file.ts';

/** The options of `sekisho schema` as commander hands them over. */
export interface SchemaOptions {
  readonly policy?: readonly string[];
  readonly out?: string;
  /** whether to say where the schema lies rather than to print it */
  readonly path?: true;
  readonly lang?: string;
}

/**
 * Runs `sekisho schema`: prints a schema, or where it lies; with the words of some policies where these are named, and with
 * `--out` into files for an editor. Files that it wrote itself are written anew; no others are.
 *
 * @param given the section whose record the schema is of, also by its Japanese name, or another schema that is published; that
 *   of the inventory where left out
 * @throws UsageError if there is no such schema, no policy is named for `--out`, one cannot be loaded, or a file is there that
 *   it did not write
 */
export async function runSchema(
  given: string | undefined,
  options: SchemaOptions,
  io: Io,
): Promise<ExitCode> {
  const { policy, out, path: asksWhere } = options;
  if (asksWhere && (policy !== undefined || out !== undefined)) throw new UsageError(usageErrors.pathAlone);
  if (out !== undefined) return await writeSchemas(given, { ...options, out }, io);
  if (policy !== undefined) {
    io.stdout(chosen(given, await schemasUnder(options, io)).text);
    return exitCodes.clean;
  }
  const { publishedSchema } = await import('./published-schemas.ts');
  const { file, text } = await publishedSchema(given);
  io.stdout(asksWhere ? `${pathAsLine(file)}\n` : text);
  return exitCodes.clean;
}

async function writeSchemas(
  given: string | undefined,
  options: SchemaOptions & { readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const { language } = await readSettings(defined({ lang: options.lang }), io);
  const schemas = await schemasUnder(options, io);
  const written =
    given === undefined
      ? [...schemas]
      : [chosen(given, schemas)].map(({ name, text }) => [name, text] as const);
  const files = written.map(([name, text]) => {
    const shown = path.join(options.out, name);
    return { path: path.resolve(io.directory, shown), shown, text };
  });
  const foreign: string[] = [];
  for (const file of files)
    if (targetOf(file) !== undefined && !isEditorSchema(await readFile(file.path, 'utf8').catch(() => '')))
      foreign.push(slashed(file.shown));
  if (foreign.length > 0) throw new UsageError(usageErrors.notOurSchema(foreign.join(', ')));
  await writeFiles(files, io);
  const out = pathAsLine(slashed(options.out).replace(/\/$/, ''));
  for (const line of schemaTexts.written(out, files.length)) io.stdout(`${logLine(line[language])}\n`);
  return exitCodes.clean;
}

/** The schemas with the words of the policies that are named, or that the configuration names, by the names of their files. */
async function schemasUnder(options: SchemaOptions, io: Io): Promise<Map<string, string>> {
  const { configuration } = await readSettings(defined({ lang: options.lang }), io);
  const named = options.policy ?? configuration.policy;
  const folder = options.policy === undefined ? (configuration.directory ?? io.directory) : io.directory;
  if (named.length === 0) throw new UsageError(usageErrors.noPolicyForSchema);
  const policies = [];
  for (const reference of named) policies.push(await loadKnownPolicy(reference, folder));
  const { schemas } = await import('../../generated/schemas.ts');
  const rules = ruleCatalogue(rulesUnder(policies));
  return editorSchemas({ schemas, policies, rules, builtIn: builtInPolicyIds });
}

function chosen(
  given: string | undefined,
  schemas: ReadonlyMap<string, string>,
): { readonly name: string; readonly text: string } {
  const name = schemaMeant(given, [...schemas.keys()]);
  return { name, text: schemas.get(name) ?? '' };
}
