import path from 'node:path';
import { type Limits, limitOf } from '../base/limits.ts';
import { type Language, languages } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { type CheckRequest, check } from '../check.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import type { ReadFile } from '../inventory/file.ts';
import { type InventorySource, loadInventory } from '../inventory/load.ts';
import { type Configuration, findConfiguration } from '../policy/configuration.ts';
import { isPath } from '../policy/load.ts';
import type { Result } from '../result/result.ts';
import { SideFileError } from '../schema/side-file.ts';
import { provenance } from '../tree/git/provenance.ts';
import type { Tree } from '../tree/tree.ts';
import { ifReadable, workTree } from '../tree/work-tree.ts';
import { type BaselineOptions, type FoundBaseline, findBaseline } from './baseline.ts';
import { choice } from './choice.ts';
import { dayJudgedBy } from './day-judged-by.ts';
import {
  type EarlierOptions,
  type EarlierState,
  type EarlierStates,
  existingFolder,
  openEarlierStates,
} from './earlier-states.ts';
import type { Io } from './io.ts';
import { localeLanguage } from './language.ts';
import { parseLimits, withinTime } from './limits.ts';
import { asUsageError } from './user-errors.ts';

/** The options shared by the commands that judge an inventory. */
export interface JudgeOptions extends EarlierOptions, BaselineOptions {
  readonly policy?: readonly string[];
  readonly lang?: string;
  readonly asOf?: string;
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
  readonly limit?: readonly string[];
  readonly division?: readonly string[];
  readonly redact?: boolean;
}

/** What a command requires of a run besides its result. */
export interface RunNeeds {
  /** is informed of the progress of the run */
  readonly observer?: Observer;
  /** whether the result includes the repository and commit, for which git is called */
  readonly repository?: boolean;
  /** whether the files of the inventory are handed over as they are written */
  readonly files?: boolean;
}

/** The result, with the settings that were found on the way. */
export interface JudgeOutcome {
  readonly result: Result;
  readonly configuration: Configuration;
  readonly language: Language;
  /** absent where no baseline is named */
  readonly baseline?: FoundBaseline;
  /** the files of the inventory, where they were asked for: judging changes days and words, so they are read once more */
  readonly files?: readonly ReadFile[];
}

/**
 * Finds the configuration, the base and the trusted state, and judges.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function judge(
  given: readonly string[],
  options: JudgeOptions,
  world: Io,
  needs: RunNeeds = {},
): Promise<JudgeOutcome> {
  const io = {
    ...world,
    directory: (await ifReadable(workTree.realPath(world.directory))) ?? world.directory,
  };
  const paths = given.length === 0 ? ['.'] : given;
  try {
    const states = await openEarlierStates(options, paths, io);
    const settings = await findSettings(paths, states, options, io);
    const { configuration, language, baseline } = settings;
    const asked = request(paths, states, settings, io);
    const result = await check({
      ...asked,
      policies: options.policy ?? [],
      only: options.rule ?? [],
      skip: options.skip ?? [],
      asOf: settings.asOf,
      onlyRelated: options.changed !== undefined,
      divisions: options.division ?? [],
      observer: withinTime(needs.observer, limitOf('seconds', configuration.limits), io.clock),
      repository: needs.repository ? await repositoryAround(paths, configuration.limits, io) : undefined,
      // An update of the baseline needs all findings, including those that the old baseline lists.
      ...(baseline?.content && !options.updateBaseline && { baseline: baseline.content }),
    });
    const loaded = needs.files
      ? await loadInventory(asked, { directory: io.directory, selection: configuration })
      : undefined;
    return {
      ...{ result, configuration, language },
      ...(baseline && { baseline }),
      ...(loaded && { files: loaded.files }),
    };
  } catch (error) {
    throw asUsageError(error);
  }
}

/** The settings of a run, from files and options. */
interface Settings {
  readonly language: Language;
  readonly asOf: string;
  /** of the trusted state, if there is one */
  readonly configuration: Configuration;
  /** of the work tree */
  readonly ownConfiguration: Configuration;
  /** of the base; `undefined` where it cannot be read */
  readonly configurationOfBase: Configuration | undefined;
  readonly baseline: FoundBaseline | undefined;
  /** policy files, which are not part of the inventory even if they lie in its folder */
  readonly policyFiles: readonly string[];
}

async function findSettings(
  paths: readonly string[],
  { base, trusted }: EarlierStates,
  options: JudgeOptions,
  io: Io,
): Promise<Settings> {
  const language = options.lang === undefined ? undefined : choice('--lang', options.lang, languages);
  const asOf = dayJudgedBy(options, io);
  const ownConfiguration = await configurationIn(workTree, paths, io);
  const stated = trusted === undefined ? ownConfiguration : await configurationIn(trusted.tree, paths, io);
  const configuration = { ...stated, limits: { ...stated.limits, ...parseLimits(options.limit ?? []) } };
  const folder = configuration.directory ?? io.directory;
  return {
    language: language ?? configuration.lang ?? localeLanguage(io),
    asOf,
    configuration,
    ownConfiguration,
    configurationOfBase: await configurationOfBase(paths, base, configuration, io),
    baseline: await findBaseline(options, configuration, trusted?.tree ?? workTree, io),
    policyFiles: [
      ...(options.policy ?? []).filter(isPath).map((file) => path.resolve(io.directory, file)),
      ...configuration.policy.filter(isPath).map((file) => path.resolve(folder, file)),
    ],
  };
}

/** The inventory to judge, its base and its trusted state. */
function request(
  paths: readonly string[],
  { base, trusted }: EarlierStates,
  { configuration, ownConfiguration, configurationOfBase, baseline, policyFiles }: Settings,
  { directory }: Io,
): Pick<
  CheckRequest,
  keyof InventorySource | 'directory' | 'policyTree' | 'configuration' | 'base' | 'trusted'
> {
  const home = configuration.directory ?? directory;
  const evidenceFolders = configuration.evidence.map((folder) => path.resolve(home, folder));
  const sourceOf = ({ name, tree, paths: pathsInState, folder }: EarlierState) => ({
    ...{ tree, paths: pathsInState, evidenceFolders, without: policyFiles },
    ...(folder === undefined ? { mayBeMissing: true } : { name }),
  });
  return {
    tree: workTree,
    paths,
    // A base folder inside the inventory's folder is not part of the inventory.
    without: base?.folder === undefined ? policyFiles : [...policyFiles, base.folder],
    evidenceFolders,
    directory,
    policyTree: trusted?.tree ?? workTree,
    configuration,
    ...(base && { base: { ...sourceOf(base), name: base.name, configuration: configurationOfBase } }),
    ...(trusted && {
      trusted: { ...sourceOf(trusted), ref: trusted.name, ownConfiguration, baseline: baseline?.path },
    }),
  };
}

/**
 * Finds the configuration of a state. For a commit, a file above the repository is read from disk: no change in the
 * repository can touch it.
 */
async function configurationIn(tree: Tree, paths: readonly string[], io: Io): Promise<Configuration> {
  const given = path.resolve(io.directory, paths[0] ?? '.');
  // What cannot be looked at is told of where a configuration is read beside it, or with the inventory.
  const named = (await ifReadable(tree.locate(given))) ?? given;
  const file = (await ifReadable(tree.realPath(named))) ?? named;
  const folder = (await ifReadable(tree.kind(file))) === 'folder' ? file : path.dirname(file);
  return findConfiguration(tree, folder, (file) => shownPath(file, io.directory));
}

/** The configuration of the base. One that cannot be read counts as different from the current one. */
async function configurationOfBase(
  paths: readonly string[],
  base: EarlierState | undefined,
  current: Configuration,
  io: Io,
): Promise<Configuration | undefined> {
  // A base folder contains only the inventory, so the current configuration applies to it.
  if (base === undefined || base.folder !== undefined) return current;
  try {
    return await configurationIn(base.tree, paths, io);
  } catch (error) {
    if (error instanceof SideFileError) return undefined;
    throw error;
  }
}

async function repositoryAround(paths: readonly string[], limits: Limits, { directory, environment }: Io) {
  const folder = await existingFolder(path.resolve(directory, paths[0] ?? '.'));
  return provenance(folder, environment, limits);
}
