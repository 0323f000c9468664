import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../../rules/index.ts';
import type { Configuration } from '../configuration.ts';
import { type Baseline, baselineText, prunedText, readBaseline } from '../evaluate/baseline.ts';
import type { Language } from '../localized.ts';
import { shownPath } from '../places.ts';
import type { Result } from '../result.ts';
import { SideFileError } from '../side-file.ts';
import { reasonOf } from '../system-error.ts';
import { baselineTexts } from '../text/notices.ts';
import { usageErrors } from '../text/usage-errors.ts';
import type { Io } from './io.ts';
import { type EarlierState, placeIn, workTree } from './state.ts';
import { tell } from './tell.ts';
import { UsageError } from './usage-error.ts';
import { writeTo } from './write-file.ts';

/** The options about a baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly prune?: boolean;
}

/** @returns where the baseline lies: as given, else as configured */
export async function baselinePlace(
  { baseline }: BaselineOptions,
  configuration: Configuration,
  io: Io,
  trusted: EarlierState | undefined,
): Promise<string | undefined> {
  if (baseline === '') throw new UsageError(usageErrors.emptyValue('--baseline'));
  const named = baseline ?? configuration.baseline;
  if (named === undefined) return undefined;
  const state = trusted ?? workTree(io.directory);
  const home = baseline === undefined ? state.origin(configuration.directory ?? io.directory) : io.directory;
  return placeIn(state, path.resolve(home, named));
}

/**
 * Reads the baseline.
 *
 * @param shown as messages name it
 * @param mayBeAbsent whether there need not be one: it is about to be written, or a trusted state has none
 * @throws SideFileError if it cannot be used
 */
export async function loadBaseline(
  place: string,
  shown: string,
  mayBeAbsent: boolean,
): Promise<Baseline | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(place);
  } catch (error) {
    const reason = reasonOf(error);
    if (mayBeAbsent && reason === 'ENOENT') return undefined;
    throw new SideFileError([{ code: 'unreadable', kind: 'baseline', file: shown, reason }]);
  }
  return readBaseline(bytes, place, shown);
}

/**
 * Writes the baseline anew: `update` makes it list all that is found today, `prune` takes out what is there no more.
 * What the run could not look at stays as it is listed.
 *
 * @param baseline where it lies, and what it says so far
 * @throws UsageError if the run did not see everything, or the file cannot be written
 */
export async function renewBaseline(
  mode: 'update' | 'prune',
  result: Result,
  { place, content: earlier }: { readonly place: string; readonly content: Baseline | undefined },
  language: Language,
  io: Io,
): Promise<void> {
  const unseen = result.findings.some(({ ruleId }) => ruleId === 'inventory/syntax');
  if (unseen || result.errors.length > 0) throw new UsageError(usageErrors.baselineNotWritten);
  const shown = shownPath(place, io.directory);
  if (mode === 'prune') {
    if (earlier === undefined) throw new UsageError(usageErrors.nothingToPrune(shown));
    const fixed = result.comparison?.fixed ?? [];
    await writeTo(place, prunedText(earlier, fixed), shown);
    tell(io, baselineTexts.pruned(fixed.length, shown)[language]);
    return;
  }
  const known = new Set(rules.map(({ id }) => id));
  const kept = [...(earlier?.entries.values() ?? [])].filter(
    ({ ruleId }) => known.has(ruleId) && !result.rules.has(ruleId),
  );
  const { text, fingerprints } = baselineText(result.findings, kept);
  await writeTo(place, text, shown);
  const before = new Set(earlier?.entries.keys());
  const counts = {
    all: fingerprints.length,
    added: fingerprints.filter((one) => !before.has(one)).length,
    removed: before.size - fingerprints.filter((one) => before.has(one)).length,
  };
  tell(io, baselineTexts.updated(counts, shown)[language]);
}
