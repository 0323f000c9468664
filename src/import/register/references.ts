import { inventoryShape } from '../../../generated/shapes.ts';
import { addToGroup } from '../../base/groups.ts';
import { recordShape, type Shape, shapeAt } from '../../schema/shape.ts';
import type { RecordSection, Source } from './fields.ts';
import type { MappedReference } from './mapping.ts';
import type { ReadValue } from './records.ts';

/** A record that a name may stand for: one of this run, or of the inventory. */
export interface NamedRecord {
  readonly section: RecordSection;
  readonly id: string;
  readonly name: string;
}

/** A name that a mapping has to explain. */
export interface OpenReference {
  readonly name: string;
  readonly section: RecordSection;
  /** the one record whose name begins so */
  readonly guess?: NamedRecord;
  /** the addresses of the cells that name it, with their sheets */
  readonly cells: readonly string[];
}

/** A record that no register holds, made since records are in it: a facility or a segment. */
export interface MadeRecord extends NamedRecord {
  /** where it is named first */
  readonly source: Source;
  readonly cell: string;
}

/** A cell in which a name stands. */
interface NamedIn {
  readonly source: Source;
  readonly cell: string;
}

/** Sections that hardly an office keeps a register of: what is named is made. */
const madeSections: readonly RecordSection[] = ['facilities', 'segments'];

/** What names stand for, over all registers of a run. */
export class References {
  readonly #ids = new Map<RecordSection, Set<string>>();
  readonly #byName = new Map<string, NamedRecord[]>();
  /** all records by their folded names */
  readonly #folded: (readonly [name: string, record: NamedRecord])[] = [];
  readonly #mapped = new Map<string, MappedReference>();
  readonly #open = new Map<string, OpenReference & { readonly cells: string[] }>();
  readonly #made = new Map<string, MadeRecord>();
  /** sections that have a register, so that what it does not hold is not made */
  readonly #kept: ReadonlySet<RecordSection>;

  constructor(
    records: readonly NamedRecord[],
    mapped: readonly MappedReference[],
    kept: ReadonlySet<RecordSection>,
  ) {
    this.#kept = kept;
    for (const record of records) {
      const ids = this.#ids.get(record.section) ?? new Set();
      this.#ids.set(record.section, ids.add(record.id));
      const name = fold(record.name);
      this.#folded.push([name, record]);
      addToGroup(this.#byName, `${record.section} ${name}`, record);
    }
    for (const one of mapped) this.#mapped.set(keyOf(one.section, one.name), one);
  }

  /** Names that wait for the mapping, in the order in which they were met. */
  get open(): readonly OpenReference[] {
    return [...this.#open.values()];
  }

  /** Records that were made since others are in them. */
  get made(): readonly MadeRecord[] {
    return [...this.#made.values()];
  }

  /**
   * Replaces the names in references by ids. What a name stands for that is not known is asked; until it is answered, the text is
   * kept as it is.
   */
  resolve(
    section: RecordSection,
    values: ReadonlyMap<string, ReadValue>,
    source: Source,
  ): Map<string, ReadValue> {
    const resolved = new Map<string, ReadValue>();
    for (const [path, value] of values) {
      const sections = referredTo(section, path);
      if (sections === undefined) {
        resolved.set(path, value);
        continue;
      }
      const names = Array.isArray(value.value) ? value.value.map(String) : [String(value.value)];
      const ids = names.map((name) => this.#idOf(name, sections, { source, cell: value.cell }));
      const known = ids.filter((id) => id !== undefined);
      if (known.length < ids.length) keep(resolved, value);
      else resolved.set(path, { ...value, value: Array.isArray(value.value) ? known : known[0] });
    }
    return resolved;
  }

  #idOf(name: string, sections: readonly RecordSection[], where: NamedIn): string | undefined {
    for (const section of sections) if (this.#ids.get(section)?.has(name)) return name;
    for (const section of sections) {
      const mapped = this.#mapped.get(keyOf(section, name))?.id;
      if (mapped !== undefined) return mapped;
      const named = this.#byName.get(keyOf(section, name)) ?? [];
      if (named.length === 1) return named[0]?.id;
    }
    const [section] = sections;
    if (section === undefined) return undefined;
    if (sections.length === 1 && madeSections.includes(section) && !this.#kept.has(section))
      return this.#make(section, name, where);
    this.#ask(name, section, sections, where);
    return undefined;
  }

  #make(section: RecordSection, name: string, where: NamedIn): string {
    const key = keyOf(section, name);
    const made = this.#made.get(key) ?? { section, id: idFrom(name), name, ...where };
    this.#made.set(key, made);
    return made.id;
  }

  #ask(
    name: string,
    section: RecordSection,
    sections: readonly RecordSection[],
    { source: { sheet }, cell: address }: NamedIn,
  ): void {
    const cell = `${sheet}!${address}`;
    const key = keyOf(section, name);
    const known = this.#open.get(key);
    if (known !== undefined) {
      known.cells.push(cell);
      return;
    }
    const begun = fold(name);
    const alike = this.#folded
      .filter(([longer, record]) => longer.startsWith(begun) && sections.includes(record.section))
      .map(([, record]) => record);
    const [guess] = alike;
    this.#open.set(key, {
      name,
      section: guess?.section ?? section,
      ...(guess === undefined || alike.length > 1 ? {} : { guess }),
      cells: [cell],
    });
  }
}

function keep(values: Map<string, ReadValue>, value: ReadValue): void {
  values.set(value.kept, { ...value, value: value.text });
}

/** @returns the sections that a field refers to; `undefined` for a field that is no reference, or to what is written as it is */
function referredTo(section: RecordSection, path: string): readonly RecordSection[] | undefined {
  const record = recordShape(inventoryShape, section);
  const shape: Shape | undefined = record && shapeAt(record, path.split('.'));
  const refersTo = shape?.refersTo ?? shape?.items?.refersTo;
  const sections = refersTo?.filter((one) => !['agencies', 'divisions', '*'].includes(one));
  return sections === undefined || sections.length === 0 ? undefined : (sections as RecordSection[]);
}

/** Width, blanks and case do not tell two names apart. */
function fold(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

function keyOf(section: RecordSection, name: string): string {
  return `${section} ${fold(name)}`;
}

/** An id must not begin or end with a blank, and a line break in one would be a riddle. */
function idFrom(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}
