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
import { UsageError } from './usage-error.ts';
import { schemaTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { targetOf, writeFiles } from './write-file.ts';

/** The options of `sekisho schema` as commander hands them over. */
export interface SchemaOptions {
  readonly policy?: readonly string[];
  readonly out: string;
  readonly lang?: string;
}

/**
 * Runs `sekisho schema`: writes the schemas of inventories, policies and rules with the words of some policies, for an
 * editor. Files that it wrote itself are written anew; no others are.
 *
 * @throws UsageError if no policy is named, one cannot be loaded, or a file is there that it did not write
 */
export async function runSchema(options: SchemaOptions, io: Io): Promise<ExitCode> {
  const { language, configuration } = await readSettings(defined({ lang: options.lang }), io);
  const named = options.policy ?? configuration.policy;
  const folder = options.policy === undefined ? (configuration.directory ?? io.directory) : io.directory;
  if (named.length === 0) throw new UsageError(usageErrors.noPolicyForSchema);
  const policies = [];
  for (const reference of named) policies.push(await loadKnownPolicy(reference, folder));
  const { schemas } = await import('../../generated/schemas.ts');
  const written = editorSchemas({
    schemas,
    policies,
    rules: ruleCatalogue(rulesUnder(policies)),
    builtIn: builtInPolicyIds,
  });
  const files = [...written].map(([name, text]) => {
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
