import type { Organization, Records, Section } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import type { Path } from '../yaml/tape.ts';
import type { Division } from './divisions.ts';
import type { Mixture } from './mixture.ts';

/** A section that is a list of records. */
export type ListSection = Exclude<Section, 'organization'>;

/** A reference as a record writes it, and what it leads to. */
export interface Reference {
  readonly path: Path;
  readonly to: string;
  readonly sections: readonly string[];
  readonly found: 'found' | 'missing' | 'ambiguous' | 'not-stated';
  /** the id that is probably meant by one that is missing */
  readonly suggestion?: string;
  /** the ids of the records whose name is written in place of one that is missing; `systems/1` where several sections have it */
  readonly named?: readonly string[];
}

/** A date of a record. */
export interface WrittenDate {
  readonly path: Path;
  /** in ISO 8601; while a judgement takes a day for a month or a fiscal year, that day */
  readonly day: string;
  /** as its file writes it */
  readonly written: string;
  /** whether the day must have come */
  readonly past: boolean;
}

/** What lies at one end of a connection. */
export type ConnectionEnd =
  | { readonly section: 'segments'; readonly record: Records['segments'] }
  | { readonly section: 'systems'; readonly record: Records['systems'] }
  | { readonly section: 'services'; readonly record: Records['services'] };

/** What rules may query of the inventory as a whole. Answers are plain records. */
export interface InventoryView {
  readonly organization: Organization | undefined;
  /** the inventory as it was reviewed or as it was in the base, where the run knows it */
  readonly earlier?: InventoryView | undefined;
  /** whether every file could be read; while one could not, absence proves nothing */
  readonly readable: boolean;
  /** in what way it is no one inventory; `undefined` of one that is */
  readonly mixture: Mixture | undefined;
  /** @returns all records of a section, in the order of files and places */
  records<S extends ListSection>(section: S): readonly Records[S][];
  /** @returns the section of a record; `undefined` of what stands for a body that writes no organization */
  sectionOf(record: object): Section | undefined;
  /** @returns the id of a record or, where it has none, what it goes by: its name or else a digest of what it holds */
  idOf(record: object): string;
  /** @returns the record with this id, which may be written `section/id` */
  find<S extends ListSection>(section: S, id: string | undefined): Records[S] | undefined;
  /** @returns what the end of a connection leads to; `undefined` where the inventory does not hold it */
  end(id: string | undefined): ConnectionEnd | undefined;
  /** @returns whether the section appears at all; `[]` counts */
  states(section: Section): boolean;
  /** @returns whether the body declares the section, or its list of roles, whole (`organization.complete`) */
  isWhole(section: ListSection | 'roles'): boolean;
  /** @returns whether all that is written of a section breaks the schema, which is reported already */
  isLost(section: Section): boolean;
  /** @returns the references of a record, each with what it leads to */
  references(record: object): readonly Reference[];
  /** @returns the division in charge of a record, if it writes one; one that the organization does not list as it is written */
  divisionOf(record: object): Division | undefined;
  /** @returns the record that had this record's id first, if one had */
  firstOfSameId(record: object): object | undefined;
  /** @returns the dates of a record, also those to come of something done, which the record itself does not give */
  dates(record: object): readonly WrittenDate[];
  /** @returns the date at a path of a record as its file writes it, a month or a fiscal year too: for messages */
  dateAsWritten(record: object, path: string): string;
  /**
   * @returns a day of a record that asks for days: as its file writes it, or, for a derived day, in the notation of its file
   *   (令和8年4月1日, R8.4.1)
   */
  asWritten(record: object, day: Day): string;
}
