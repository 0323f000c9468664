import type { Day } from '../../base/date.ts';
import type { Language } from '../../base/localized.ts';
import { type ImportState, sheetKey, sortedRecords, writeState } from '../../register/state.ts';
import type { ParsedYaml } from '../../yaml/parse.ts';
import { type Merge, mergeRegister } from '../merge/merge.ts';
import { isStateOf } from '../merge/numbered-record.ts';
import { applyFeed } from './feed/apply-feed.ts';
import { type FeedPlaces, filesAfter } from './feed/feed-files.ts';
import type { AppliedFeed } from './feed/feed-result.ts';
import { feedRows } from './feed/feed-rows.ts';
import { areSameRecords, fedAfter, fedAfterMerge, type SheetNames } from './feed/feed-state.ts';
import type { RecordSection } from './fields.ts';
import { sectionHeader } from './header.ts';
import type { RenamedRow } from './identify.ts';
import { emptyMerge, type FoundSections, isPlain, leftFiles } from './left-files.ts';
import { addToMapping, type MappingAdditions } from './mapping-file.ts';
import { askedOf, mappingHeading, referenceNote } from './mapping-notes.ts';
import {
  type ReadRegisters,
  type RegisterReading,
  readRegisters,
  type SheetResult,
} from './read-registers.ts';
import type { NamedRecord, OpenReference } from './references.ts';

/** What is in the folder that an import of registers writes to. */
export interface RegisterFolder extends FoundSections {
  /** those of the files of sections that are parsed already, as they are written */
  readonly parsed: ReadonlyMap<RecordSection, ParsedYaml>;
  /** all records of the inventory, which names in the register may stand for */
  readonly inventory: readonly NamedRecord[];
  /** the files that the records of the inventory stand in */
  readonly places: FeedPlaces;
}

/** What an import of registers begins with. */
export interface RegisterImport extends Omit<RegisterReading, 'keepsCells' | 'inventory'> {
  /** the text of the mapping; `undefined` where there is none yet */
  readonly mappingText: string | undefined;
  /**
   * where all files that records of the last import stand in are as it left them (`left` of the state): the other records of the
   * inventory
   */
  readonly besideLeft: readonly NamedRecord[] | undefined;
  /** reads the folder, which takes as long as the register does */
  readonly readFolder: () => Promise<RegisterFolder>;
  readonly prune: boolean;
  readonly adopt: boolean;
  /** dates of what was done do not lie after it */
  readonly today: Day;
  /** of the remarks in the files */
  readonly language: Language;
}

/** What an import comes to. */
export interface RegisterResult {
  readonly sheets: readonly SheetResult[];
  /** of all sheets in the files, those that were not to be read among them */
  readonly sheetNames: readonly string[];
  readonly references: readonly OpenReference[];
  readonly made: readonly NamedRecord[];
  readonly merge: Merge;
  /** what became of the rows of tables that update records; `undefined` where there are none */
  readonly applied: AppliedFeed | undefined;
  readonly renamed: readonly RenamedRow[];
  /** the new text of the mapping; `undefined` where it stays as it is */
  readonly mapping: string | undefined;
  /** the new text of the state; `undefined` where nothing can be written */
  readonly state: string | undefined;
  /** whether columns are gone of which nobody said that they were removed: nothing is written then */
  readonly isRefused: boolean;
}

/**
 * Reads registers and merges them into the inventory. Nothing is written here.
 *
 * @throws RegisterFilesError if a file cannot be read
 */
export async function importRegisters(input: RegisterImport): Promise<RegisterResult> {
  const { besideLeft, state } = input;
  const early = besideLeft && readRegisters({ ...input, inventory: besideLeft, keepsCells: false });
  if (early !== undefined && state !== undefined && isPlain(early) && isStateOf(state.records, early.records))
    return resultOf(
      early,
      { merge: emptyMerge(state), applied: undefined, open: [], state: undefined },
      input,
    );
  const folder = await input.readFolder();
  // The records of files that were not read are those of the state: they answer to no name that these rows do not answer to.
  const registers =
    early !== undefined && isPlain(early)
      ? early
      : readRegisters({ ...input, inventory: folder.inventory, keepsCells: false });
  return mergeInto(folder, registers, input);
}

async function mergeInto(
  folder: RegisterFolder,
  registers: ReadRegisters,
  input: RegisterImport,
): Promise<RegisterResult> {
  const { sheets, own, others, records } = registers;
  const fed = input.state?.fed ?? [];
  const merge = await mergeRegister({
    files: folder.sections,
    parsed: folder.parsed,
    last: own,
    now: records,
    prune: input.prune,
    adopt: input.adopt,
    beside: new Set(others.map(({ section }) => section)),
    header: (section) => sectionHeader(section, input.language),
    fed,
  });
  const { rows, open } = feedRows(sheets, folder.inventory, input.mapping.references);
  const applied = sheets.some(({ feed }) => feed !== undefined)
    ? await applyFeed(rows, await filesAfter(folder.places, merge.files), input.today)
    : undefined;
  const fedNow = fedAfter(fedAfterMerge(fed, merge), applied?.updated ?? [], feedNames(sheets));
  const isSameState =
    input.state === undefined
      ? applied !== undefined && records.length + fedNow.length === 0
      : merge.state === own && areSameRecords(fed, fedNow);
  // What other files gave, and what tables have updated since, is told of at every import.
  const leavesFiles = isPlain(registers) && fedNow.length === 0;
  const state: ImportState | undefined =
    merge.state === undefined || isSameState
      ? undefined
      : {
          records: sortedRecords([...others, ...merge.state.records]),
          fed: fedNow,
          ...(leavesFiles ? { left: leftFiles(merge, folder) } : {}),
        };
  return resultOf(registers, { merge, applied, open, state }, input);
}

/** What came of the rows of registers and of tables that update. */
interface Settled extends Pick<RegisterResult, 'merge' | 'applied'> {
  /** names in tables that update which stand for no record */
  readonly open: readonly OpenReference[];
  /** the new state; `undefined` where it stays as it is */
  readonly state: ImportState | undefined;
}

function resultOf(
  { sheets, sheetNames, made, renamed, open }: ReadRegisters,
  { merge, applied, open: openInFeeds, state }: Settled,
  input: RegisterImport,
): RegisterResult {
  // Of a sheet whose rows are not read nothing can be lost.
  const isRefused = sheets.some(
    ({ gone, read, feed }) => gone.length > 0 && (read ?? feed?.read) !== undefined,
  );
  const references = [...open, ...openInFeeds];
  const additions = additionsOf(sheets, references, input);
  const isAdded = additions.sheets.length + additions.references.length > 0;
  return {
    ...{ sheets, sheetNames, references, made, merge, applied, renamed, isRefused },
    mapping: isAdded ? addToMapping(input.mappingText, additions, mappingHeading[input.language]) : undefined,
    state: state === undefined || isRefused ? undefined : writeState(state),
  };
}

/** What the sheets that update records are called, by what they were called before. */
function feedNames(sheets: readonly SheetResult[]): SheetNames {
  return new Map(
    sheets.flatMap(({ feed, file, sheet, added }) => {
      const name = { file, sheet: sheet.name };
      const names = added?.renamedFrom === undefined ? [name] : [name, added.renamedFrom];
      return feed?.read === undefined ? [] : names.map((one) => [sheetKey(one), name] as const);
    }),
  );
}

function additionsOf(
  sheets: readonly SheetResult[],
  open: readonly OpenReference[],
  { mapping, language }: RegisterImport,
): MappingAdditions {
  const known = new Set(mapping.references.map(({ section, name }) => `${section} ${name}`));
  return {
    sheets: sheets.flatMap(
      (sheet) => askedOf({ ...sheet, read: sheet.read ?? sheet.feed?.read }, language) ?? [],
    ),
    references: open
      .filter(({ section, name }) => !known.has(`${section} ${name}`))
      .map((one) => ({
        name: one.name,
        section: one.section,
        ...(one.guess === undefined ? {} : { guess: one.guess.id }),
        note: referenceNote(one)[language],
      })),
  };
}
