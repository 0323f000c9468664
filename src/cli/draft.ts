import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { defined } from '../base/defined.ts';
import { type Limit, LimitError, limitOf, wordLimit } from '../base/limits.ts';
import { slashed } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import { type Draft, draftPolicy } from '../draft/draft.ts';
import { DraftError, wordDraftProblem } from '../draft/words.ts';
import { bodyPolicyIds, builtInPolicyIds, PolicyError, readPolicy, ruleCatalogue } from '../policy/load.ts';
import { logLine } from '../report/paper/log-line.ts';
import { pathAsLine } from '../report/paper/one-line.ts';
import { workTree } from '../tree/work-tree.ts';
import { loadKnownPolicy, readSettings } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { placed } from './placed.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { exportErrors } from './words/export.ts';
import { draftTexts, policyTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { targetOf, writeFiles } from './write-file.ts';

/** The options of `sekisho draft` as commander hands them over. */
export interface DraftOptions {
  readonly out: string;
  readonly title?: string;
  readonly quote: boolean;
  readonly force?: boolean;
  readonly lang?: string;
}

/**
 * Runs `sekisho draft`: writes a first policy file from the text of a document, and says what to do next.
 *
 * @throws UsageError if the text cannot be read or has no provisions, or the file is there already
 */
export async function runDraft(source: string, options: DraftOptions, io: Io): Promise<ExitCode> {
  const { language } = await readSettings(defined({ lang: options.lang }), io);
  const file = { path: path.resolve(io.directory, options.out), shown: options.out };
  if (options.title?.trim() === '') throw new UsageError(usageErrors.emptyValue('--title'));
  if (options.out.trim() === '') throw new UsageError(usageErrors.emptyValue('--out'));
  if (file.path === path.resolve(io.directory, source))
    throw new UsageError(draftTexts.overDocument(options.out));
  if (targetOf(file) !== undefined && !options.force) throw new UsageError(exportErrors.there(options.out));
  const bytes = await readText(source, io);
  // A law is broad: its duties would stand near everything, and hide the provisions of bodies.
  const policies = await Promise.all(bodyPolicyIds.map((id) => loadKnownPolicy(id, io.directory)));
  const draft = made(source, () =>
    draftPolicy(bytes, {
      id: idFrom(options.out),
      file: path.basename(options.out),
      quotes: options.quote,
      policies,
      ...defined({ title: options.title }),
    }),
  );
  // What is written must be right as it is.
  const { problems } = await readPolicy(Buffer.from(draft.text), file.path, ruleCatalogue(rules));
  if (problems.length > 0) throw asUsageError(new PolicyError(problems));
  await writeFiles([{ ...file, text: draft.text }], io);
  const told = pathAsLine(slashed(options.out));
  for (const line of [policyTexts.written(told), ...draftTexts.drafted(told, draft.clauses, draft.fullness)])
    io.stdout(`${logLine(line[language])}\n`);
  return exitCodes.clean;
}

function made(source: string, draft: () => Draft): Draft {
  try {
    return draft();
  } catch (error) {
    if (error instanceof DraftError) throw new UsageError(placed(source, wordDraftProblem(error.problem)));
    throw error;
  }
}

/** @throws UsageError if the file cannot be read, or is larger than any document that a policy is drafted from */
async function readText(source: string, { directory }: Io): Promise<Uint8Array> {
  const most: Limit = limitOf('settingBytes');
  try {
    return await workTree.read(path.resolve(directory, source), most);
  } catch (error) {
    if (error instanceof LimitError) throw new UsageError(placed(source, wordLimit(most)));
    throw new UsageError(usageErrors.cannotRead(source, reasonOf(error)));
  }
}

/** A policy is called after its file, where that can be a name of one and is none of those built in. */
function idFrom(file: string): string {
  const name = path
    .basename(file)
    .replace(/(?:\.policy)?\.ya?ml$/i, '')
    .toLowerCase();
  const isFree = /^[a-z][a-z0-9-]*$/.test(name) && !builtInPolicyIds.includes(name);
  return isFree && name !== 'policy' ? name : 'own-policy';
}
