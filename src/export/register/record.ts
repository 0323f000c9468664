import type { Mapping } from '../../base/mapping.ts';
import type { RecordSection } from '../../register/state.ts';

/** A record of the inventory as it is written, and where. */
export interface StatedRecord {
  readonly section: RecordSection;
  readonly value: Mapping;
  readonly file: string;
  /** which document of the file, from 0 */
  readonly document: number;
  /** its position in the list of its section, from 0 */
  readonly index: number;
}

/** @returns a key that tells the place of a record from all others; that of a finding is made of the same */
export function placeKey(file: string, document: number, section: string, index: number): string {
  return JSON.stringify([file, document, section, index]);
}

/** A field of a record that no cell can hold so that it is read back. */
export interface LostField {
  readonly section: RecordSection;
  readonly id: string;
  readonly field: string;
}
