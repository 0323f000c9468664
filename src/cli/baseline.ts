import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { type Limits, limitOf, refuseMore } from '../base/limits.ts';
import type { Language } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import { type Baseline, baselineText, prunedText, readBaseline } from '../compare/baseline.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Result } from '../result/result.ts';
import { SideFileError } from '../schema/side-file.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { warn } from './warn.ts';
import { baselineTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeFiles } from './write-file.ts';

/** The options about a baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly prune?: boolean;
}

/** The baseline that an option or the configuration names. */
export interface FoundBaseline {
  /** the path of its file, which need not exist yet */
  readonly path: string;
  /** `undefined` where the file does not exist yet */
  readonly content: Baseline | undefined;
  /** those that it is read with */
  readonly limits: Limits;
}

/**
 * Finds and reads the baseline: the one given on the command line, else the configured one.
 *
 * @param tree the state that it is read from
 * @returns `undefined` where none is named
 * @throws UsageError, SideFileError if it cannot be used
 */
export async function findBaseline(
  { baseline, updateBaseline }: BaselineOptions,
  configuration: Configuration,
  tree: Tree,
  { directory }: Io,
): Promise<FoundBaseline | undefined> {
  if (baseline === '') throw new UsageError(usageErrors.emptyValue('--baseline'));
  const named = baseline ?? configuration.baseline;
  if (named === undefined) return undefined;
  const folder = baseline === undefined ? (configuration.directory ?? directory) : directory;
  const file = await tree.locate(path.resolve(folder, named));
  const shown = shownPath(file, directory);
  const { limits } = configuration;
  try {
    const bytes = await tree.read(file, limitOf('fileBytes', limits));
    return { path: file, content: await readBaseline({ bytes, file: shown, limits }, file), limits };
  } catch (error) {
    if (error instanceof SideFileError) throw error;
    const reason = reasonOf(error);
    // The file may be missing when it is about to be written, or in a commit from before the baseline was added.
    const mayBeMissing = updateBaseline === true || tree !== workTree;
    if (mayBeMissing && reason === 'ENOENT') return { path: file, content: undefined, limits };
    throw new SideFileError([{ code: 'unreadable', kind: 'baseline', file: shown, reason }]);
  }
}

/**
 * Rewrites the baseline: `update` lists all current findings, `prune` removes entries that no longer occur. Entries of
 * rules that did not run are kept.
 *
 * @throws UsageError if the run did not see everything, or the file cannot be written
 */
export async function renewBaseline(
  mode: 'update' | 'prune',
  result: Result,
  found: FoundBaseline,
  language: Language,
  io: Io,
): Promise<void> {
  const { path: file, content: previous } = found;
  const unseen = result.findings.some(({ ruleId }) => ruleId === 'inventory/syntax');
  if (unseen || result.errors.length > 0) throw new UsageError(usageErrors.baselineNotWritten);
  const shown = shownPath(file, io.directory);
  if (mode === 'prune') {
    if (previous === undefined) throw new UsageError(usageErrors.nothingToPrune(shown));
    const fixed = result.comparison?.fixed ?? [];
    await replace(found, prunedText(previous, fixed), io);
    warn(io, baselineTexts.pruned(fixed.length, shown)[language]);
    return;
  }
  const known = new Set([...rules, ...result.leftOut].map(({ id }) => id));
  const kept = [...(previous?.entries.values() ?? [])].filter(
    ({ ruleId }) => known.has(ruleId) && !result.rules.has(ruleId),
  );
  const { text, fingerprints } = baselineText(result, kept);
  await replace(found, text, io);
  const listed = new Set(previous?.entries.keys());
  const counts = {
    all: fingerprints.length,
    added: fingerprints.filter((fingerprint) => !listed.has(fingerprint)).length,
    removed: listed.size - fingerprints.filter((fingerprint) => listed.has(fingerprint)).length,
  };
  warn(io, baselineTexts.updated(counts, shown)[language]);
}

/**
 * Entries that somebody has added since the baseline was read must not be lost, nor must the baseline be replaced by one that
 * cannot be read.
 */
async function replace({ path: file, content, limits }: FoundBaseline, text: string, io: Io): Promise<void> {
  const shown = shownPath(file, io.directory);
  const bytes = Buffer.from(text);
  try {
    refuseMore(bytes.length, limitOf('fileBytes', limits));
    await readBaseline({ bytes, file: shown, limits }, file);
  } catch (error) {
    throw asUsageError(error);
  }
  if ((await digestOf(file, shown)) !== content?.file.sha256)
    throw new UsageError(usageErrors.baselineChanged(shown));
  await writeFiles([{ path: file, text, shown }], io);
}

/** @returns `undefined` where there is no such file; one that cannot be read is not missing */
async function digestOf(file: string, shown: string): Promise<string | undefined> {
  try {
    return (await workTree.digest(file, limitOf('evidenceBytes'))).sha256;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new UsageError(usageErrors.cannotWrite(shown, reason));
  }
}
