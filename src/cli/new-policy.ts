import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { defined } from '../base/defined.ts';
import { slashed } from '../base/paths.ts';
import { buildPolicy } from '../policy/build.ts';
import { builtInPolicyIds, isPath, PolicyError, readPolicy, ruleCatalogue } from '../policy/load.ts';
import { newPolicy } from '../policy/new-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { logLine } from '../report/paper/log-line.ts';
import { pathAsLine } from '../report/paper/one-line.ts';
import { workTree } from '../tree/work-tree.ts';
import { loadKnownPolicy, readSettings } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { policyTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { type NewFile, writeFiles } from './write-file.ts';

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
  const shown = options.out ?? `${id}.policy.yaml`;
  const { file } = await newPolicyFile({ id, shown, ...defined({ extends: options.extends }) }, io);
  if (await workTree.exists(file.path)) throw new UsageError(usageErrors.fileExists(shown));
  await writeFiles([file], io);
  const told = pathAsLine(slashed(shown));
  for (const line of [policyTexts.written(told), ...policyTexts.next(told)])
    io.stdout(`${logLine(line[language])}\n`);
  return exitCodes.clean;
}

/** A policy file to write. */
export interface NewPolicyRequest {
  readonly id: string;
  /** the path as the user names it, relative to the working directory */
  readonly shown: string;
  /** the policy to build on, an id or a path relative to the working directory */
  readonly extends?: string;
  readonly body?: string;
  readonly editorLine?: string;
}

/**
 * Makes a policy file to begin with, without writing it.
 *
 * @returns the file, and the policy that is in it
 * @throws UsageError if the id cannot be used, or the policy to extend cannot be loaded or extended from there
 */
export async function newPolicyFile(
  { id, shown, extends: base, ...more }: NewPolicyRequest,
  io: Io,
): Promise<{ readonly file: NewFile; readonly policy: Policy }> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new UsageError(usageErrors.badPolicyId(id));
  if (builtInPolicyIds.includes(id)) throw new UsageError(usageErrors.policyExists(id));
  const file = path.resolve(io.directory, shown);
  if (base !== undefined) {
    const policy = await loadKnownPolicy(base, io.directory);
    if (policy.id === id) throw new UsageError(usageErrors.policyExists(id));
  }
  const named = base === undefined ? undefined : referenceFrom(path.dirname(file), base, io);
  const text = newPolicy({ ...more, id, file: path.basename(file), ...defined({ extends: named }) });
  // What is written must be right as it is: a policy to extend may lie where that file may not name one.
  const { content, files, problems } = await readPolicy(Buffer.from(text), file, ruleCatalogue(rules));
  if (content === undefined) throw asUsageError(new PolicyError(problems));
  return { file: { path: file, text, shown }, policy: buildPolicy(content, files) };
}

/** A policy file is named relative to the file that extends it. */
export function referenceFrom(folder: string, base: string, { directory }: Io): string {
  if (!isPath(base)) return base;
  const relative = slashed(path.relative(folder, path.resolve(directory, base)));
  return relative.startsWith('../') || path.isAbsolute(relative) ? relative : `./${relative}`;
}
