import { listSections } from '../../generated/records.ts';
import { todayInTokyo } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { groupBy } from '../base/groups.ts';
import type { Language } from '../base/localized.ts';
import type { RecordSection } from '../import/register/fields.ts';
import {
  importRegisters,
  type RegisterFolder,
  type RegisterImport,
  type RegisterResult,
} from '../import/register/index.ts';
import type { Update } from '../import/register/mapping.ts';
import { type RegisterFile, RegisterFilesError } from '../import/register/open-registers.ts';
import { registerTexts } from '../import/register/register-texts.ts';
import { registerSource } from '../import/register/source-words.ts';
import { canBeKey } from '../import/register/target.ts';
import { tellRegister } from '../import/register/words.ts';
import type { ImportState } from '../register/state.ts';
import { wordSpreadsheetProblem } from '../spreadsheet/words.ts';
import { readRegister, uniqueNames } from './import-files.ts';
import {
  expectFolder,
  refuseMergeProblems,
  refuseTakenIds,
  stateOf,
  wordPlacedProblem,
} from './import-folder.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { placed } from './placed.ts';
import {
  type OwnTexts,
  type Place,
  type Present,
  placeOf,
  readBesideLeft,
  readOwnTexts,
  readPresent,
} from './register-folder.ts';
import { mappingOf } from './register-mapping.ts';
import { tellLines } from './tell-lines.ts';
import { UsageError } from './usage-error.ts';
import { type NewFile, writeFiles } from './write-file.ts';

/** The options of `sekisho import register` as commander hands them over. */
export interface ImportRegisterOptions {
  readonly out: string;
  readonly mapping?: string;
  readonly section?: string;
  readonly sheet?: readonly string[];
  readonly update?: string;
  readonly key?: string;
  readonly acceptGuesses?: boolean;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly adopt?: boolean;
  readonly prune?: boolean;
}

/**
 * Runs `sekisho import register`: the mapping, the inventory and the state of the import are written together or not at all.
 *
 * @returns `clean`; `findings` where something differs under `--check`, is in conflict or waits for a person before it may be
 *   written
 * @throws UsageError if a file cannot be read, or the import cannot be merged into what is there
 */
export async function runImportRegister(
  files: readonly string[],
  options: ImportRegisterOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const update = updateOf(options);
  const place = placeOf(options, io);
  await expectFolder({ path: place.out, shown: options.out });
  let present: Present = nothingRead;
  const readFolder = async (): Promise<RegisterFolder> => {
    present = await readPresent(place, io);
    return folderOf(present, place);
  };
  const texts = await readOwnTexts(place);
  const mapping = await mappingOf(texts.mapping, place.mapping.shown);
  const registers = await Promise.all(uniqueNames(files).map((file) => readRegister(file, io)));
  const state = stateOf(texts.state, place.state.shown);
  const result = await importRegisters({
    ...{ files: registers, mapping, mappingText: texts.mapping, state, readFolder },
    besideLeft: await besideLeft(place, state, registers, io),
    ...(options.section === undefined ? {} : { section: sectionNamed(options.section, '--section') }),
    ...defined({ update }),
    sheets: options.sheet ?? [],
    acceptGuesses: options.acceptGuesses === true,
    prune: options.prune === true,
    adopt: options.adopt === true,
    today: todayInTokyo(io.now),
    language,
  }).catch((error: unknown) => {
    if (!(error instanceof RegisterFilesError)) throw error;
    throw new UsageError(
      ...error.problems.map(({ file, problem }) => placed(file, wordSpreadsheetProblem(problem))),
    );
  });
  refuseOtherSheets(options.sheet ?? [], result);
  refuseOtherUse(update, result, place);
  const { merge } = result;
  refuseMergeProblems(merge.problems, place.section, registerSource);
  refuseStuckFeeds(result);
  refuseTakenIds(merge.added, present.inventory, place.section);
  return settle(result, { place, present, texts, options, language, io });
}

const nothingRead: Present = { sections: new Map(), parsed: new Map(), feedFiles: [], inventory: [] };

function folderOf(
  { sections, parsed, inventory, feedFiles }: Present,
  { section: fileOf }: Place,
): RegisterFolder {
  const byFile = groupBy(inventory, ({ file }) => file.absolutePath);
  return {
    ...{ sections, parsed, inventory, places: { files: feedFiles, fileOf } },
    standingIn: (section) => byFile.get(fileOf(section).path) ?? [],
  };
}

/** What stands beside the files of the last import, if nothing but its registers is asked for: others are always merged. */
async function besideLeft(
  place: Place,
  state: ImportState | undefined,
  registers: readonly RegisterFile[],
  io: Io,
): Promise<RegisterImport['besideLeft']> {
  const names = new Set(registers.map(({ name }) => name));
  const isOfThese = state?.records.every(({ file }) => names.has(file)) === true;
  return isOfThese ? readBesideLeft(place, state, io) : undefined;
}

/** @throws UsageError for updates that cannot be written where the records stand */
function refuseStuckFeeds({ applied }: RegisterResult): void {
  const stuck = applied?.problems ?? [];
  if (stuck.length > 0)
    throw new UsageError(
      ...stuck.map(({ shown, problem }) => wordPlacedProblem(shown, problem, registerSource)),
    );
}

function sectionNamed(given: string, option: string): RecordSection {
  const section = listSections.find((one) => one === given);
  if (section === undefined) throw new UsageError(registerTexts.noSection(option, given, listSections));
  return section;
}

/** @throws UsageError if what is to be updated is not told in full, or other things are to be done as well */
function updateOf({ update, key, section, adopt, prune }: ImportRegisterOptions): Update | undefined {
  if (update === undefined && key === undefined) return undefined;
  if (update === undefined || key === undefined) throw new UsageError(registerTexts.updateAndKey);
  const others = Object.entries({ '--section': section, '--adopt': adopt, '--prune': prune });
  for (const [option, given] of others)
    if (given !== undefined) throw new UsageError(registerTexts.updateAlone(option));
  const updated = sectionNamed(update, '--update');
  if (!canBeKey(updated, key)) throw new UsageError(registerTexts.noKey(updated, key));
  return { section: updated, key };
}

/** @throws UsageError for sheets of which the mapping says that they are something else than asked for */
function refuseOtherUse(update: Update | undefined, { sheets }: RegisterResult, { mapping }: Place): void {
  if (update === undefined) return;
  const texts = sheets.flatMap(({ file, sheet: { name }, read, mapped }) => {
    if (read !== undefined) return [registerTexts.isRegister(file, name, mapping.shown)];
    const { update: own } = mapped;
    return own === undefined || (own.section === update.section && own.key === update.key)
      ? []
      : [registerTexts.otherUpdate(file, name, own, mapping.shown)];
  });
  if (texts.length > 0) throw new UsageError(...texts);
}

/** @throws UsageError for a sheet that is asked for and in no file: nothing would be read, as though nothing had changed */
function refuseOtherSheets(asked: readonly string[], { sheetNames }: RegisterResult): void {
  const missing = asked.filter((name) => !sheetNames.includes(name));
  if (missing.length > 0)
    throw new UsageError(...missing.map((name) => registerTexts.noSheet(name, sheetNames)));
}

interface Settling {
  readonly place: Place;
  readonly present: Present;
  readonly texts: OwnTexts;
  readonly options: ImportRegisterOptions;
  readonly language: Language;
  readonly io: Io;
}

/** Writes what changes, unless it is only to be shown, and says what became of everything. */
async function settle(result: RegisterResult, settling: Settling): Promise<ExitCode> {
  const { options, language, io } = settling;
  const changed = changedFiles(result, settling);
  const isHeld = result.isRefused || result.merge.conflicts.length > 0;
  const mode = isHeld ? 'held' : options.check ? 'check' : options.dryRun ? 'dry-run' : 'written';
  const written = changed.map(({ shown }) => shown);
  // What is said to be written is.
  if (mode === 'written') await writeFiles(changed, io);
  const told = tellRegister(result, { written, mode, out: options.out });
  tellLines(
    told.map((line) => line[language]),
    io,
  );
  if (mode === 'held' || isIncomplete(result)) return exitCodes.findings;
  return mode === 'check' && changed.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Whether rows of tables that update records were not taken, so that the inventory is behind them still. */
function isIncomplete({ applied, sheets }: RegisterResult): boolean {
  const feeds = sheets.flatMap(({ feed }) => feed ?? []);
  return (
    (applied?.refused.length ?? 0) > 0 ||
    feeds.some(({ read }) => read === undefined || read.nameless.length > 0)
  );
}

/** The files that are not yet as they should be. */
function changedFiles(
  { merge, applied, mapping, state }: RegisterResult,
  { place, present, texts: own }: Settling,
): NewFile[] {
  // What a register changed in a file, a table that updates may have changed further.
  const texts = new Map(applied?.texts);
  const names = new Map(present.feedFiles.map(({ path: file, shown }) => [file, shown]));
  for (const [section, text] of merge.files) {
    const { path: file, shown } = place.section(section);
    names.set(file, shown);
    if (!texts.has(file)) texts.set(file, text);
  }
  const changed = [...texts].map(([file, text]) => ({ path: file, shown: names.get(file) ?? file, text }));
  return [
    ...changed,
    ...(mapping === undefined || mapping === own.mapping ? [] : [{ ...place.mapping, text: mapping }]),
    ...(state === undefined || state === own.state ? [] : [{ ...place.state, text: state }]),
  ];
}
