import path from 'node:path';
import { rules } from '../../rules/index.ts';
import { limitOf } from '../base/limits.ts';
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
import { warn } from './warn.ts';
import { baselineTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeTo } from './write-file.ts';

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
  try {
    const { limits } = configuration;
    const bytes = await tree.read(file, limitOf('fileBytes', limits));
    return { path: file, content: await readBaseline({ bytes, file: shown, limits }, file) };
  } catch (error) {
    if (error instanceof SideFileError) throw error;
    const reason = reasonOf(error);
    // The file may be missing when it is about to be written, or in a commit from before the baseline was added.
    const mayBeMissing = updateBaseline === true || tree !== workTree;
    if (mayBeMissing && reason === 'ENOENT') return { path: file, content: undefined };
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
  { path: file, content: previous }: FoundBaseline,
  language: Language,
  io: Io,
): Promise<void> {
  const unseen = result.findings.some(({ ruleId }) => ruleId === 'inventory/syntax');
  if (unseen || result.errors.length > 0) throw new UsageError(usageErrors.baselineNotWritten);
  const shown = shownPath(file, io.directory);
  if (mode === 'prune') {
    if (previous === undefined) throw new UsageError(usageErrors.nothingToPrune(shown));
    const fixed = result.comparison?.fixed ?? [];
    await writeTo(file, prunedText(previous, fixed), shown);
    warn(io, baselineTexts.pruned(fixed.length, shown)[language]);
    return;
  }
  const known = new Set(rules.map(({ id }) => id));
  const kept = [...(previous?.entries.values() ?? [])].filter(
    ({ ruleId }) => known.has(ruleId) && !result.rules.has(ruleId),
  );
  const { text, fingerprints } = baselineText(result, kept);
  await writeTo(file, text, shown);
  const listed = new Set(previous?.entries.keys());
  const counts = {
    all: fingerprints.length,
    added: fingerprints.filter((fingerprint) => !listed.has(fingerprint)).length,
    removed: listed.size - fingerprints.filter((fingerprint) => listed.has(fingerprint)).length,
  };
  warn(io, baselineTexts.updated(counts, shown)[language]);
}
