import type { Mapping } from '../../base/mapping.ts';
import { keysOf } from '../../register/field-path.ts';
import type { RecordSection } from '../../register/state.ts';
import { ownValueAt } from './record-value.ts';
import { sameFact } from './same-fact.ts';

/** What becomes of one field: the three values that it had, of which `undefined` is none. */
export interface FieldMerge {
  readonly path: string;
  readonly keys: readonly string[];
  readonly base: unknown;
  readonly written: unknown;
  readonly register: unknown;
  readonly outcome: /** the register alone has changed: it is written into the YAML */
    | 'write'
    /** the YAML says something else, and the register says what it said: the YAML stays */
    | 'keep'
    /** both have changed, differently */
    | 'conflict';
}

/** Which fields of a record are not the same in the register and in the YAML, and what becomes of them. */
export function mergeRecord(
  section: RecordSection,
  base: ReadonlyMap<string, unknown>,
  written: Mapping,
  register: ReadonlyMap<string, unknown>,
): FieldMerge[] {
  const merges: FieldMerge[] = [];
  for (const [path, value] of register) addMerge(merges, section, path, base.get(path), written, value);
  for (const [path, value] of base)
    if (!register.has(path)) addMerge(merges, section, path, value, written, undefined);
  return merges;
}

function addMerge(
  merges: FieldMerge[],
  section: RecordSection,
  path: string,
  base: unknown,
  mapping: Mapping,
  register: unknown,
): void {
  const keys = keysOf(path);
  const written = ownValueAt(mapping, keys);
  const isSame = (one: unknown, other: unknown) => sameFact(section, path, one, other);
  if (isSame(written, register)) return;
  const outcome = isSame(register, base) ? 'keep' : isSame(written, base) ? 'write' : 'conflict';
  merges.push({ path, keys, base, written, register, outcome });
}
