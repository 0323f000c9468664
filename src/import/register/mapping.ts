import type { FieldTarget, RecordSection } from './fields.ts';

/** What a body says that its registers mean: `register.mapping.yaml`. */
export interface RegisterMapping {
  readonly sheets: readonly MappedSheet[];
  readonly references: readonly MappedReference[];
}

/** A sheet of a register. */
export interface MappedSheet {
  /** the name of the file, without its folder */
  readonly file: string;
  readonly sheet: string;
  readonly ignored: boolean;
  readonly section?: RecordSection;
  /** that its rows are no records of their own, but update some; without a section then */
  readonly update?: Update;
  /** what its rows seem to be; nothing is imported until that is confirmed */
  readonly guess?: RecordSection;
  /** lists of words for all of whose words that the body uses the sheet has a column */
  readonly complete: readonly string[];
  /** whether the mapping has a place for that already, be it empty */
  readonly asksComplete: boolean;
  readonly columns: readonly MappedColumn[];
}

/** Which records a table updates. */
export interface Update {
  readonly section: RecordSection;
  /** the path of the field by which a row finds its record */
  readonly key: FieldTarget;
  /** whether rows that find no record are passed over */
  readonly ignoreOthers?: boolean;
}

/** A column of a sheet. */
export interface MappedColumn {
  /** as {@link TableColumn} has it */
  readonly header: string;
  readonly field?: readonly FieldTarget[];
  /** what it seems to be for; its values stay under `x-` and the header until that is confirmed */
  readonly guess?: readonly FieldTarget[];
  readonly rowNumber: boolean;
  readonly removed: boolean;
  /** whether an empty cell repeats the one above */
  readonly repeats: boolean;
  /** what the words in it mean; `undefined` for a question that is not answered yet */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** What a name in a register stands for. */
export interface MappedReference {
  readonly name: string;
  readonly section: RecordSection;
  readonly id?: string;
  /** what it seems to stand for; it is not used until it is confirmed */
  readonly guess?: string;
}

/** The mapping before there is a file. */
export const emptyMapping: RegisterMapping = { sheets: [], references: [] };
