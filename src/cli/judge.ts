import path from 'node:path';
import { parseDay, todayInTokyo } from '../base/date.ts';
import { type Language, languages } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { type CheckRequest, check, type InventorySource } from '../check.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { type Configuration, findConfiguration } from '../policy/configuration.ts';
import { isPath, type PolicyPlace } from '../policy/load.ts';
import type { Result } from '../result/result.ts';
import { SideFileError } from '../schema/side-file.ts';
import { type FoundFiles, findFiles } from '../tree/find-files.ts';
import { type BaselineOptions, type FoundBaseline, findBaseline } from './baseline.ts';
import { choice } from './choice.ts';
import { type EarlierOptions, type EarlierStates, openEarlierStates } from './earlier.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { asUsageError } from './refusal.ts';
import { type EarlierState, folderAt, pathsIn, placeIn, realPlace, type State, workTree } from './state.ts';
import { fileChanges } from './trust.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options that all commands take alike that judge an inventory. */
export interface JudgeOptions extends EarlierOptions, BaselineOptions {
  readonly policy?: readonly string[];
  readonly lang?: string;
  readonly asOf?: string;
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
}

/** An inventory judged, with what was decided on the way. */
export interface Judged {
  readonly result: Result;
  readonly configuration: Configuration;
  readonly language: Language;
  /** absent where none is named */
  readonly baseline?: FoundBaseline;
}

/**
 * Finds the inventory, the configuration and the earlier states that are asked for, and judges.
 *
 * @param observer who wants to know how far the run is
 * @throws UsageError if the run cannot be done as asked
 */
export async function judge(
  given: readonly string[],
  options: JudgeOptions,
  world: Io,
  observer?: Observer,
): Promise<Judged> {
  const io = { ...world, directory: await realPlace(world.directory) };
  const paths = given.length === 0 ? ['.'] : given;
  const places = await Promise.all(paths.map((one) => realPlace(path.resolve(io.directory, one))));
  try {
    const states = await openEarlierStates(options, places, io);
    try {
      return await judgeInventory(paths, places, states, options, io, observer);
    } finally {
      await states.close();
    }
  } catch (error) {
    throw asUsageError(error);
  }
}

async function judgeInventory(
  paths: readonly string[],
  places: readonly string[],
  { base, trusted }: EarlierStates,
  options: JudgeOptions,
  io: Io,
  observer: Observer | undefined,
): Promise<Judged> {
  const language = options.lang === undefined ? undefined : choice('--lang', options.lang, languages);
  const asOf = options.asOf === undefined ? todayInTokyo(io.now) : parseAsOf(options.asOf);
  const own = await findConfiguration(await folderOf(places[0] ?? io.directory), (file) =>
    shownPath(file, io.directory),
  );
  const configuration = trusted === undefined ? own : await configurationOf(paths, trusted, io);
  const found = await findFiles(paths, io.directory, configuration);
  if (found.missing.length > 0) throw new UsageError(usageErrors.missingPaths(found.missing));
  const policies = options.policy ?? [];
  const judgedBy = trusted ?? workTree(io.directory);
  const isPolicy = policyFiles(policies, configuration, io, judgedBy);
  const sourceIn = (state: State, { files, unreadable }: FoundFiles): InventorySource => ({
    files: files.filter((file) => !isPolicy(state.origin(file))),
    unreadable,
    origin: state.origin,
    evidenceFolder: state.covers(io.directory) ? state.place(io.directory) : state.top,
  });
  const earlier = async (state: EarlierState) => {
    const { paths: then, directory } = await pathsIn(state, paths, io);
    const files = await findFiles(then, directory, configuration);
    if (state.roots !== undefined && files.missing.length > 0)
      throw new UsageError(usageErrors.missingPaths([state.name]));
    return sourceIn(state, files);
  };
  const now = sourceIn(workTree(io.directory), found);
  const baseline = await findBaseline(options, configuration, io, trusted);
  const result = await check({
    ...now,
    // What is compared with is not part of it, even where it lies among it.
    files: now.files.filter((file) => !base?.roots?.some((root) => file.startsWith(root + path.sep))),
    directory: io.directory,
    policies,
    policyDirectory: io.directory,
    policyPlace: (folder, file) => placeIn(judgedBy, path.resolve(judgedBy.origin(folder), file)),
    only: options.rule ?? [],
    skip: options.skip ?? [],
    asOf,
    configuration,
    onlyRelated: options.changed !== undefined,
    observer,
    // Who writes a baseline anew wants all that is there, not what the old one leaves.
    ...(baseline?.content === undefined || options.updateBaseline ? {} : { baseline: baseline.content }),
    ...(base === undefined
      ? {}
      : {
          base: {
            name: base.name,
            ...(await earlier(base)),
            ...(await judgingThen(paths, base, configuration, io)),
          },
        }),
    ...(trusted === undefined ? {} : { trusted: { ref: trusted.name, ...(await earlier(trusted)) } }),
  });
  return {
    result: trusted === undefined ? result : await withFileChanges(result, own, trusted, baseline?.place, io),
    configuration,
    language: language ?? configuration.lang ?? localeLanguage(io),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** What an earlier state was judged by. A configuration that cannot be read was at any rate another one than now. */
async function judgingThen(
  paths: readonly string[],
  base: EarlierState,
  now: Configuration,
  io: Io,
): Promise<Pick<NonNullable<CheckRequest['base']>, 'configuration' | 'policyPlace'>> {
  const policyPlace: PolicyPlace = (folder, file) => placeIn(base, path.resolve(base.origin(folder), file));
  // A folder holds the inventory as it was, not what was beside it.
  if (base.roots !== undefined) return { configuration: now, policyPlace };
  try {
    return { configuration: await configurationOf(paths, base, io), policyPlace };
  } catch (error) {
    if (error instanceof SideFileError) return { configuration: undefined, policyPlace };
    throw error;
  }
}

/** The configuration of an earlier state; one that lies above the repository no change of it can touch. */
async function configurationOf(
  paths: readonly string[],
  state: EarlierState,
  io: Io,
): Promise<Configuration> {
  const { paths: then, directory } = await pathsIn(state, paths.slice(0, 1), io);
  const folder = await folderOf(path.resolve(directory, then[0] ?? '.'));
  const shown = (file: string) => shownPath(state.origin(file), io.directory);
  const found = await findConfiguration(folder, shown, state.top);
  return found.file === undefined ? findConfiguration(path.dirname(state.origin(state.top)), shown) : found;
}

/** A policy file that lies among the inventory's is judged by, not judged. */
function policyFiles(
  policies: readonly string[],
  configuration: Configuration,
  io: Io,
  { origin }: State,
): (file: string) => boolean {
  const home = origin(configuration.directory ?? io.directory);
  const named = new Set([
    ...policies.filter(isPath).map((file) => path.resolve(io.directory, file)),
    ...configuration.policy.filter(isPath).map((file) => path.resolve(home, file)),
  ]);
  return (file) => named.has(file);
}

async function withFileChanges(
  result: Result,
  own: Configuration,
  trusted: EarlierState,
  baseline: string | undefined,
  io: Io,
): Promise<Result> {
  if (result.trusted === undefined) return result;
  const changes = await fileChanges({ inputs: result.inputs(), own, trusted, baseline }, io);
  return { ...result, trusted: { ...result.trusted, changes: [...result.trusted.changes, ...changes] } };
}

function parseAsOf(given: string): string {
  const day = parseDay(given);
  if (day === undefined) throw new UsageError(usageErrors.badDate('--as-of', given));
  return day;
}

/** @returns a place that is a folder, and of any other the folder that it would be in */
async function folderOf(place: string): Promise<string> {
  return (await folderAt(place)) ?? path.dirname(place);
}
