import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { defined } from '../base/defined.ts';
import { slashed } from '../base/paths.ts';
import { builtInPolicyIds, isPath, PolicyError, readPolicy, ruleCatalogue } from '../policy/load.ts';
import { newPolicy } from '../policy/new-policy.ts';
import { logLine } from '../report/paper/log-line.ts';
import { pathAsLine } from '../report/paper/one-line.ts';
import { workTree } from '../tree/work-tree.ts';
import { loadKnownPolicy, readSettings } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { policyTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeFiles } from './write-file.ts';

/** The options of `sekisho policies new` as commander hands them over. */
export interface NewPolicyOptions {
  readonly extends?: string;
  readonly out?: string;
  readonly lang?: string;
}

/**
 * Runs `sekisho policies new`: writes a policy file to begin with, and says what to do next.
 *
 * @throws UsageError if the id cannot be used, the policy to extend cannot be loaded, or the file is there already
 */
export async function runPoliciesNew(id: string, options: NewPolicyOptions, io: Io): Promise<ExitCode> {
  const { language } = await readSettings(defined({ lang: options.lang }), io);
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new UsageError(usageErrors.badPolicyId(id));
  if (builtInPolicyIds.includes(id)) throw new UsageError(usageErrors.policyExists(id));
  const shown = options.out ?? `${id}.policy.yaml`;
  const file = path.resolve(io.directory, shown);
  const base = options.extends;
  if (base !== undefined) {
    const policy = await loadKnownPolicy(base, io.directory);
    if (policy.id === id) throw new UsageError(usageErrors.policyExists(id));
  }
  if (await workTree.exists(file)) throw new UsageError(usageErrors.fileExists(shown));
  const named = base === undefined ? undefined : referenceFrom(path.dirname(file), base, io);
  const text = newPolicy({ id, file: path.basename(file), ...defined({ extends: named }) });
  // What is written must be right as it is: a policy to extend may lie where that file may not name one.
  const { problems } = await readPolicy(Buffer.from(text), file, ruleCatalogue(rules));
  if (problems.length > 0) throw asUsageError(new PolicyError(problems));
  await writeFiles([{ path: file, text, shown }], io);
  const told = pathAsLine(slashed(shown));
  for (const line of [policyTexts.written(told), ...policyTexts.next(told)])
    io.stdout(`${logLine(line[language])}\n`);
  return exitCodes.clean;
}

/** A policy file is named relative to the file that extends it. */
function referenceFrom(folder: string, base: string, { directory }: Io): string {
  if (!isPath(base)) return base;
  const relative = slashed(path.relative(folder, path.resolve(directory, base)));
  return relative.startsWith('../') || path.isAbsolute(relative) ? relative : `./${relative}`;
}
