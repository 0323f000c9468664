import type { RecordSection } from '../../register/state.ts';
import type { Source } from '../merge/source.ts';

export type { RecordSection, Source };

/**
 * What a column is for, as the mapping writes it:
 *
 * - `classification.confidentiality`: the field of that path below a record
 * - `contains[my-number]`: whether a list of words holds this word, so that a yes puts it in
 * - `software[].name`: a field of the items of a list, of which a cell holds one or more
 * - `x-担当者`: kept as it is, and not judged
 *
 * A cell that holds two dates, such as 「R8.4.1～R9.3.31」, fills two fields; the mapping lists both.
 */
export type FieldTarget = string;

/** A record of the inventory as a register gives it. */
export interface RegisterRecord {
  readonly section: RecordSection;
  readonly id: string;
  readonly source: Source;
  /**
   * What its cells say, by the paths of fields (`classification.confidentiality`, `name`, `x-担当者`), in the order of the columns,
   * without `id`. A list is one value, so is a list of mappings (`software`).
   */
  readonly values: ReadonlyMap<string, RegisterValue>;
}

/** The value of one field, and the cell that it is from. */
export interface RegisterValue {
  /** a string, a number, a boolean, or a list of strings or of mappings */
  readonly value: unknown;
  /** the address of the cell: `M14`; of the first, where several make up one value */
  readonly cell: string;
}
