import { sha256 } from '../../base/digest.ts';
import { type ImportState, type LeftFiles, recordKey } from '../../register/state.ts';
import type { Merge } from '../merge/merge.ts';
import type { RecordSection } from './fields.ts';
import type { ReadRegisters } from './read-registers.ts';
import type { NamedRecord } from './references.ts';

/** What an import has found in the folder that it writes to. */
export interface FoundSections {
  /** what the files of the sections hold */
  readonly sections: ReadonlyMap<RecordSection, string | undefined>;
  /** the records in the file of a section, whatever section they are of */
  readonly standingIn: (section: RecordSection) => readonly NamedRecord[];
}

/** Whether registers are all that was ever imported here, and no table that updates is among them. */
export function isPlain({ sheets, others }: ReadRegisters): boolean {
  return others.length === 0 && sheets.every(({ feed }) => feed === undefined);
}

/** What becomes of a merge in which nothing differs. */
export function emptyMerge(state: ImportState): Merge {
  return {
    ...{ files: new Map(), state, added: [], changed: [], vanished: [], removed: [], removedByHand: [] },
    ...{ kept: [], conflicts: [], problems: [] },
  };
}

/**
 * The files that the next import need not read as long as they stay as this one leaves them. Of such a file nothing may be left to
 * be told, and no record of it may be one that the register does not have: its name could be what another cell refers to.
 */
export function leftFiles(merge: Merge, { sections, standingIn }: FoundSections): LeftFiles {
  const told = new Set(
    [...merge.kept, ...merge.vanished, ...merge.removedByHand].map(({ section }) => section),
  );
  const records = merge.state?.records ?? [];
  const known = new Set([...records, ...merge.removed].map(({ section, id }) => recordKey(section, id)));
  const left = new Map<RecordSection, string>();
  for (const section of new Set(records.map((record) => record.section))) {
    const text = merge.files.get(section) ?? sections.get(section);
    if (text === undefined || told.has(section)) continue;
    if (standingIn(section).every((record) => known.has(recordKey(record.section, record.id))))
      left.set(section, sha256(text));
  }
  return left;
}
