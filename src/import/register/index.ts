import type { Language } from '../../base/localized.ts';
import { sortedRecords, writeState } from '../../register/state.ts';
import type { RecordSection } from './fields.ts';
import { sectionHeader } from './header.ts';
import type { RenamedRow } from './identify.ts';
import { addToMapping, type MappingAdditions } from './mapping-file.ts';
import { askedOf, mappingHeading, referenceNote } from './mapping-notes.ts';
import { type Merge, mergeRegister } from './merge.ts';
import { type RegisterReading, readRegisters, type SheetResult } from './read-registers.ts';
import type { NamedRecord, OpenReference } from './references.ts';

/** What an import of registers begins with. */
export interface RegisterImport extends RegisterReading {
  /** the text of the mapping; `undefined` where there is none yet */
  readonly mappingText: string | undefined;
  /** what the files of the sections hold today */
  readonly sections: ReadonlyMap<RecordSection, string | undefined>;
  readonly prune: boolean;
  readonly adopt: boolean;
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
  const registers = readRegisters(input);
  const { sheets, own, others, records, open, made, renamed } = registers;
  const merge = await mergeRegister({
    files: input.sections,
    last: own,
    now: records,
    prune: input.prune,
    adopt: input.adopt,
    beside: new Set(others.map(({ section }) => section)),
    header: (section) => sectionHeader(section, input.language),
  });
  // Of a sheet whose rows are not read nothing can be lost.
  const isRefused = sheets.some(({ gone, read }) => gone.length > 0 && read !== undefined);
  const additions = additionsOf(sheets, open, input);
  const isAdded = additions.sheets.length + additions.references.length > 0;
  return {
    sheetNames: registers.sheetNames,
    ...{ sheets, references: open, made, merge, renamed, isRefused },
    mapping: isAdded ? addToMapping(input.mappingText, additions, mappingHeading[input.language]) : undefined,
    state:
      merge.state === undefined || isRefused || (merge.state === own && input.state !== undefined)
        ? undefined
        : writeState({ records: sortedRecords([...others, ...merge.state.records]) }),
  };
}

function additionsOf(
  sheets: readonly SheetResult[],
  open: readonly OpenReference[],
  { mapping, language }: RegisterImport,
): MappingAdditions {
  const known = new Set(mapping.references.map(({ section, name }) => `${section} ${name}`));
  return {
    sheets: sheets.flatMap((sheet) => askedOf(sheet, language) ?? []),
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
