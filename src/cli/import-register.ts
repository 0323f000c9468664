import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import type { Language } from '../base/localized.ts';
import type { RecordSection } from '../import/register/fields.ts';
import { importRegisters, type RegisterResult } from '../import/register/index.ts';
import { wordMergeProblem } from '../import/register/merge-words.ts';
import { RegisterFilesError } from '../import/register/read-registers.ts';
import { registerTexts, tellRegister } from '../import/register/words.ts';
import { stateFileName } from '../register/file-name.ts';
import { recordKey } from '../register/state.ts';
import { Sheet } from '../report/paper/sheet.ts';
import { wordSpreadsheetProblem } from '../spreadsheet/words.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import {
  mappingFileName,
  mappingOf,
  type PlacedRecord,
  placed,
  readRegister,
  recordsIn,
  stateOf,
  textOf,
} from './register-files.ts';
import { UsageError } from './usage-error.ts';
import { type NewFile, writeFiles } from './write-file.ts';

/** The options of `sekisho import register` as commander hands them over. */
export interface ImportRegisterOptions {
  readonly out: string;
  readonly mapping?: string;
  readonly section?: string;
  readonly sheet?: readonly string[];
  readonly acceptGuesses?: boolean;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly adopt?: boolean;
  readonly prune?: boolean;
}

/** What is in the folder that is written to. */
interface Present {
  readonly mappingText: string | undefined;
  readonly stateText: string | undefined;
  readonly sections: ReadonlyMap<RecordSection, string | undefined>;
  readonly inventory: readonly PlacedRecord[];
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
  const place = placeOf(options, io);
  const present = await readPresent(place, io);
  const mapping = await mappingOf(present.mappingText, place.mapping.shown);
  const result = await importRegisters({
    files: await Promise.all(uniqueNames(files).map((file) => readRegister(file, io))),
    mapping,
    mappingText: present.mappingText,
    state: stateOf(present.stateText, place.state.shown),
    sections: present.sections,
    inventory: present.inventory,
    ...(options.section === undefined ? {} : { section: sectionNamed(options.section) }),
    sheets: options.sheet ?? [],
    acceptGuesses: options.acceptGuesses === true,
    prune: options.prune === true,
    adopt: options.adopt === true,
    language,
  }).catch((error: unknown) => {
    if (!(error instanceof RegisterFilesError)) throw error;
    throw new UsageError(
      ...error.problems.map(({ file, problem }) => placed(file, wordSpreadsheetProblem(problem))),
    );
  });
  refuseOtherSheets(options.sheet ?? [], result);
  const { merge } = result;
  if (merge.problems.length > 0)
    throw new UsageError(
      ...merge.problems.map((problem) => {
        const { shown } = place.section(problem.section);
        const at = problem.position && `:${problem.position.line}:${problem.position.column}`;
        return placed(`${shown}${at ?? ''}`, wordMergeProblem(problem));
      }),
    );
  refuseTakenIds(result, present, place);
  return settle(result, { place, present, options, language, io });
}

interface Place {
  readonly out: string;
  readonly mapping: Omit<NewFile, 'text'>;
  readonly state: Omit<NewFile, 'text'>;
  readonly section: (section: RecordSection) => Omit<NewFile, 'text'>;
}

function placeOf({ out, mapping }: ImportRegisterOptions, { directory }: Io): Place {
  const folder = path.resolve(directory, out);
  const named = (name: string) => ({ path: path.join(folder, name), shown: path.join(out, name) });
  return {
    out: folder,
    mapping:
      mapping === undefined
        ? named(mappingFileName)
        : { path: path.resolve(directory, mapping), shown: mapping },
    state: named(stateFileName),
    section: (section) => named(`${section}.yaml`),
  };
}

async function readPresent(place: Place, io: Io): Promise<Present> {
  const sections = await Promise.all(
    listSections.map(async (section) => [section, await textOf(place.section(section))] as const),
  );
  return {
    mappingText: await textOf(place.mapping),
    stateText: await textOf(place.state),
    sections: new Map(sections),
    inventory: await recordsIn([place.out], io),
  };
}

/** @throws UsageError for new records whose ids others have, in files that an import does not write */
function refuseTakenIds({ merge }: RegisterResult, { inventory }: Present, place: Place): void {
  const elsewhere = new Map(
    inventory
      .filter(({ section, file }) => file !== place.section(section).path)
      .map((record) => [recordKey(record.section, record.id), record]),
  );
  const taken = merge.added.flatMap(({ section, id }) => elsewhere.get(recordKey(section, id)) ?? []);
  if (taken.length > 0)
    throw new UsageError(
      ...taken.map((one) =>
        placed(one.place, registerTexts.takenId(one.id, place.section(one.section).shown)),
      ),
    );
}

/** Two files of one name could not be told apart in the mapping. */
function uniqueNames(files: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const file of files) {
    const name = path.basename(file);
    if (names.has(name)) throw new UsageError(registerTexts.sameName(name));
    names.add(name);
  }
  return files;
}

function sectionNamed(given: string): RecordSection {
  const section = listSections.find((one) => one === given);
  if (section === undefined) throw new UsageError(registerTexts.noSection(given, listSections));
  return section;
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
  const sheet = new Sheet({ color: 0, ...defined({ width: io.terminal?.columns }) });
  for (const line of tellRegister(result, { written, mode, out: options.out })) {
    const [indent = ''] = /^ */.exec(line[language]) ?? [];
    sheet.paragraph(indent, line[language], undefined, indent.length + 2);
  }
  io.stdout(sheet.toString());
  if (mode === 'held') return exitCodes.findings;
  return mode === 'check' && changed.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The files that are not yet as they should be. */
function changedFiles({ merge, mapping, state }: RegisterResult, { place, present }: Settling): NewFile[] {
  return [
    ...[...merge.files].map(([section, text]) => ({ ...place.section(section), text })),
    ...(mapping === undefined || mapping === present.mappingText
      ? []
      : [{ ...place.mapping, text: mapping }]),
    ...(state === undefined || state === present.stateText ? [] : [{ ...place.state, text: state }]),
  ];
}
