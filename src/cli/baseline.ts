import path from 'node:path';
import { rules } from '../../rules/index.ts';
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

/** A baseline that is named. */
export interface FoundBaseline {
  /** where it lies, or would lie */
  readonly path: string;
  /** what it says; `undefined` where there is none yet */
  readonly content: Baseline | undefined;
}

/**
 * Finds and reads the baseline: as given, else as configured.
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
  const home = baseline === undefined ? (configuration.directory ?? directory) : directory;
  const file = await tree.locate(path.resolve(home, named));
  const shown = shownPath(file, directory);
  try {
    return { path: file, content: await readBaseline(await tree.read(file), file, shown) };
  } catch (error) {
    if (error instanceof SideFileError) throw error;
    const reason = reasonOf(error);
    // It need not be there where it is about to be written, nor in a state that did not have one yet.
    const mayBeMissing = updateBaseline === true || tree !== workTree;
    if (mayBeMissing && reason === 'ENOENT') return { path: file, content: undefined };
    throw new SideFileError([{ code: 'unreadable', kind: 'baseline', file: shown, reason }]);
  }
}

/**
 * Writes the baseline anew: `update` makes it list all that is found today, `prune` takes out what is there no more.
 * What the run could not look at stays as it is listed.
 *
 * @throws UsageError if the run did not see everything, or the file cannot be written
 */
export async function renewBaseline(
  mode: 'update' | 'prune',
  result: Result,
  { path: file, content: earlier }: FoundBaseline,
  language: Language,
  io: Io,
): Promise<void> {
  const unseen = result.findings.some(({ ruleId }) => ruleId === 'inventory/syntax');
  if (unseen || result.errors.length > 0) throw new UsageError(usageErrors.baselineNotWritten);
  const shown = shownPath(file, io.directory);
  if (mode === 'prune') {
    if (earlier === undefined) throw new UsageError(usageErrors.nothingToPrune(shown));
    const fixed = result.comparison?.fixed ?? [];
    await writeTo(file, prunedText(earlier, fixed), shown);
    warn(io, baselineTexts.pruned(fixed.length, shown)[language]);
    return;
  }
  const known = new Set(rules.map(({ id }) => id));
  const kept = [...(earlier?.entries.values() ?? [])].filter(
    ({ ruleId }) => known.has(ruleId) && !result.rules.has(ruleId),
  );
  const { text, fingerprints } = baselineText(result, kept);
  await writeTo(file, text, shown);
  const before = new Set(earlier?.entries.keys());
  const counts = {
    all: fingerprints.length,
    added: fingerprints.filter((one) => !before.has(one)).length,
    removed: before.size - fingerprints.filter((one) => before.has(one)).length,
  };
  warn(io, baselineTexts.updated(counts, shown)[language]);
}
