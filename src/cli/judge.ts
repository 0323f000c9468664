import path from 'node:path';
import { parseDay, todayInTokyo } from '../base/date.ts';
import { type Language, languages } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { type CheckRequest, check } from '../check.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import type { InventorySource } from '../inventory/load.ts';
import { type Configuration, findConfiguration } from '../policy/configuration.ts';
import { isPath } from '../policy/load.ts';
import type { Result } from '../result/result.ts';
import { SideFileError } from '../schema/side-file.ts';
import { provenance } from '../tree/git/provenance.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import { type BaselineOptions, type FoundBaseline, findBaseline } from './baseline.ts';
import { choice } from './choice.ts';
import {
  type EarlierOptions,
  type EarlierState,
  type EarlierStates,
  existingFolder,
  openEarlierStates,
} from './earlier-states.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options that all commands take alike that judge an inventory. */
export interface JudgeOptions extends EarlierOptions, BaselineOptions {
  readonly policy?: readonly string[];
  readonly lang?: string;
  readonly asOf?: string;
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
}

/** What a command wants of a run beside its result. */
export interface Wishes {
  /** who wants to know how far the run is */
  readonly observer?: Observer;
  /** whether the result tells where the inventory is kept, for which git is asked */
  readonly repository?: boolean;
}

/** An inventory judged, with what was decided on the way. */
export interface JudgeOutcome {
  readonly result: Result;
  readonly configuration: Configuration;
  readonly language: Language;
  /** absent where none is named */
  readonly baseline?: FoundBaseline;
}

/**
 * Finds the configuration and the earlier states that are asked for, and judges.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function judge(
  given: readonly string[],
  options: JudgeOptions,
  world: Io,
  wishes: Wishes = {},
): Promise<JudgeOutcome> {
  const io = { ...world, directory: (await workTree.realPath(world.directory)) ?? world.directory };
  const paths = given.length === 0 ? ['.'] : given;
  try {
    const states = await openEarlierStates(options, paths, io);
    const settings = await findSettings(paths, states, options, io);
    const { configuration, language, baseline } = settings;
    const result = await check({
      ...request(paths, states, settings, io),
      policies: options.policy ?? [],
      only: options.rule ?? [],
      skip: options.skip ?? [],
      asOf: settings.asOf,
      onlyRelated: options.changed !== undefined,
      observer: wishes.observer,
      repository: wishes.repository ? await repositoryAround(paths, io) : undefined,
      // Who writes a baseline anew wants all that is there, not what the old one leaves.
      ...(baseline?.content && !options.updateBaseline && { baseline: baseline.content }),
    });
    return { result, configuration, language, ...(baseline && { baseline }) };
  } catch (error) {
    throw asUsageError(error);
  }
}

/** What a run goes by, as far as files and options say it. */
interface Settings {
  readonly language: Language;
  readonly asOf: string;
  /** of the trusted state, if there is one */
  readonly configuration: Configuration;
  /** of the work tree */
  readonly own: Configuration;
  /** of the state that is compared with; `undefined` where it cannot be read */
  readonly configurationOfBase: Configuration | undefined;
  readonly baseline: FoundBaseline | undefined;
  /** policy files, which are judged by and not judged, wherever they lie */
  readonly policyFiles: readonly string[];
}

async function findSettings(
  paths: readonly string[],
  { base, trusted }: EarlierStates,
  options: JudgeOptions,
  io: Io,
): Promise<Settings> {
  const language = options.lang === undefined ? undefined : choice('--lang', options.lang, languages);
  const asOf = options.asOf === undefined ? todayInTokyo(io.now) : parseAsOf(options.asOf);
  const own = await configurationIn(workTree, paths, io);
  const configuration = trusted === undefined ? own : await configurationIn(trusted.tree, paths, io);
  const home = configuration.directory ?? io.directory;
  return {
    language: language ?? configuration.lang ?? localeLanguage(io),
    asOf,
    configuration,
    own,
    configurationOfBase: await configurationOfBase(paths, base, configuration, io),
    baseline: await findBaseline(options, configuration, trusted?.tree ?? workTree, io),
    policyFiles: [
      ...(options.policy ?? []).filter(isPath).map((file) => path.resolve(io.directory, file)),
      ...configuration.policy.filter(isPath).map((file) => path.resolve(home, file)),
    ],
  };
}

/** What to judge, and what to hold it against. */
function request(
  paths: readonly string[],
  { base, trusted }: EarlierStates,
  { configuration, own, configurationOfBase, baseline, policyFiles }: Settings,
  { directory }: Io,
): Pick<
  CheckRequest,
  keyof InventorySource | 'directory' | 'policyTree' | 'configuration' | 'base' | 'trusted'
> {
  const earlier = ({ name, tree, paths: then, folder, evidenceFolder }: EarlierState) => ({
    ...{ tree, paths: then, evidenceFolder, without: policyFiles },
    ...(folder === undefined ? { mayBeMissing: true } : { name }),
  });
  return {
    tree: workTree,
    paths,
    // What is compared with is not part of it, even where it lies among it.
    without: base?.folder === undefined ? policyFiles : [...policyFiles, base.folder],
    evidenceFolder: directory,
    directory,
    policyTree: trusted?.tree ?? workTree,
    configuration,
    ...(base && { base: { ...earlier(base), name: base.name, configuration: configurationOfBase } }),
    ...(trusted && {
      trusted: {
        ...earlier(trusted),
        ref: trusted.name,
        ownConfiguration: own,
        baseline: baseline?.path,
      },
    }),
  };
}

/** The configuration of a state; what lies above a repository no change of it can touch. */
async function configurationIn(tree: Tree, paths: readonly string[], io: Io): Promise<Configuration> {
  const named = path.resolve(io.directory, paths[0] ?? '.');
  const file = (await tree.realPath(await tree.locate(named))) ?? named;
  const folder = (await tree.kind(file)) === 'folder' ? file : path.dirname(file);
  return findConfiguration(tree, folder, (one) => shownPath(one, io.directory));
}

/** What an earlier state was judged by. One that cannot be read was at any rate another than now. */
async function configurationOfBase(
  paths: readonly string[],
  base: EarlierState | undefined,
  now: Configuration,
  io: Io,
): Promise<Configuration | undefined> {
  // A folder holds the inventory as it was, not what was beside it.
  if (base === undefined || base.folder !== undefined) return now;
  try {
    return await configurationIn(base.tree, paths, io);
  } catch (error) {
    if (error instanceof SideFileError) return undefined;
    throw error;
  }
}

async function repositoryAround(paths: readonly string[], { directory, environment }: Io) {
  return provenance(await existingFolder(path.resolve(directory, paths[0] ?? '.')), environment);
}

function parseAsOf(given: string): string {
  const day = parseDay(given);
  if (day === undefined) throw new UsageError(usageErrors.badDate('--as-of', given));
  return day;
}
