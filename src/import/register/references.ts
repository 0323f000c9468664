import { inventoryShape } from '../../../generated/shapes.ts';
import { foldText } from '../../base/fold-text.ts';
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
  /** whether it was made since records of another file are in it; only its whole name stands for it, as where it is made */
  readonly isMade?: boolean;
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
  /** the records of each section by their folded names, in the order of these */
  readonly #sorted = new Map<RecordSection, (readonly [name: string, record: NamedRecord])[]>();
  readonly #mapped = new Map<string, MappedReference>();
  readonly #open = new Map<string, OpenReference & { readonly cells: string[] }>();
  readonly #made = new Map<string, MadeRecord>();
  /** by the fields of a column, what the same few names stand for */
  readonly #found = new Map<readonly ReferenceField[], Map<string, Found>>();
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
      if (!record.isMade) addToGroup(this.#sorted, record.section, [name, record] as const);
      addToGroup(this.#byName, `${record.section} ${name}`, record);
    }
    for (const named of this.#sorted.values()) named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
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
  ): ReadonlyMap<string, ReadValue> {
    if (![...values.keys()].some((path) => fieldsFor(section, path).length > 0)) return values;
    const resolved = new Map<string, ReadValue>();
    for (const [path, value] of values) {
      const fields = fieldsFor(section, path);
      // That there is none is no name, and what is written as YAML is meant as it stands.
      if (fields.length === 0 || typeof value.value === 'boolean' || value.isAsWritten) {
        resolved.set(path, value);
        continue;
      }
      const isList = Array.isArray(value.value);
      const names = isList ? (value.value as readonly unknown[]).map(String) : [String(value.value)];
      const found = names.map((name) => this.#find(name, fields, { source, cell: value.cell }));
      const [first] = found;
      const ids = found.flatMap((one) => (one === undefined ? [] : [one.id]));
      if (first === undefined || ids.length < names.length) keep(resolved, value);
      else resolved.set(first.path, { ...value, value: isList ? ids : first.id });
    }
    return resolved;
  }

  /** @returns the record that a name stands for, and the field that refers to such a record */
  #find(name: string, fields: readonly ReferenceField[], where: NamedIn): Found | undefined {
    const known = this.#found.get(fields) ?? new Map<string, Found>();
    this.#found.set(fields, known);
    const found = known.get(name) ?? this.#lookUp(name, fields, where);
    // What is asked is counted at every cell; what a name stands for stays the same.
    if (found !== undefined) known.set(name, found);
    return found;
  }

  #lookUp(name: string, fields: readonly ReferenceField[], where: NamedIn): Found | undefined {
    const all = fields.flatMap(({ path, sections }) => sections.map((section) => ({ path, section })));
    for (const id of new Set([name, idFrom(name)]))
      for (const { path, section } of all) if (this.#ids.get(section)?.has(id)) return { path, id };
    for (const { path, section } of all) {
      const mapped = this.#mapped.get(keyOf(section, name))?.id;
      // An id that no record has is asked again: it would lead nowhere.
      if (mapped !== undefined && this.#ids.get(section)?.has(mapped)) return { path, id: mapped };
      const named = this.#byName.get(keyOf(section, name)) ?? [];
      const [only] = named;
      if (only !== undefined && named.length === 1) return { path, id: only.id };
    }
    const [first] = all;
    if (first === undefined) return undefined;
    const guess = this.#begunSo(name, new Set(all.map(({ section }) => section)));
    const isMade =
      guess === undefined && madeSections.includes(first.section) && !this.#kept.has(first.section);
    if (isMade) return { path: first.path, id: this.#make(first.section, name, where) };
    this.#ask(name, guess, guess?.section ?? first.section, where);
    return undefined;
  }

  #make(section: RecordSection, name: string, where: NamedIn): string {
    const key = keyOf(section, name);
    const made = this.#made.get(key) ?? { section, id: idFrom(name), name, ...where };
    this.#made.set(key, made);
    return made.id;
  }

  /** @returns the one record whose name begins so; `undefined` where there are none, or several */
  #begunSo(name: string, sections: ReadonlySet<RecordSection>): NamedRecord | undefined {
    const begun = fold(name);
    const alike = [...sections].flatMap((section) => {
      const named = this.#sorted.get(section) ?? [];
      const first = firstFrom(named, begun);
      return named.slice(first, first + 2).filter(([longer]) => longer.startsWith(begun));
    });
    const [[longer, record] = []] = alike;
    if (alike.length !== 1 || longer === undefined || record === undefined) return undefined;
    // One room is not its building: what is in 本庁舎 is not all in 本庁舎3階サーバ室.
    const isPartOf = record.section === 'facilities' && part.test(longer.slice(begun.length));
    return isPartOf ? undefined : record;
  }

  #ask(
    name: string,
    guess: NamedRecord | undefined,
    section: RecordSection,
    { source: { sheet }, cell: address }: NamedIn,
  ): void {
    const cell = `${sheet}!${address}`;
    const key = keyOf(section, name);
    const known = this.#open.get(key);
    if (known !== undefined) known.cells.push(cell);
    else this.#open.set(key, { name, section, ...(guess === undefined ? {} : { guess }), cells: [cell] });
  }
}

/** What tells a part of a building: a floor, a wing, a room. */
const part =
  /^ ?(?:地下|地上|[0-9一二三四五六七八九]+ ?(?:階|f)|(?:東|西|南|北|新|旧|別)[館棟]|.*(?:室|庫|課|窓口)$)/u;

/** A record that a name stands for, and the field that refers to it. */
interface Found {
  readonly path: string;
  readonly id: string;
}

/** A field, and the sections of the records that it may refer to. */
interface ReferenceField {
  readonly path: string;
  readonly sections: readonly RecordSection[];
}

/** Fields that one column is used for: what keeps an asset is a room, a system or a service, whatever its header says. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  'assets facility': ['system', 'service'],
  'assets system': ['service'],
};

/** @returns the other fields that a column for a field is used for, too */
export function alternativesOf(section: RecordSection, path: string): readonly string[] {
  return alternatives[`${section} ${path}`] ?? [];
}

const knownFields = new Map<RecordSection, Map<string, readonly ReferenceField[]>>();

const noFields: readonly ReferenceField[] = [];

/** @returns the fields by which the record of a name may be referred to, the one that the column is for first */
function fieldsFor(section: RecordSection, path: string): readonly ReferenceField[] {
  // The keys of people are as many as their columns, and refer to nothing.
  if (path.startsWith('x-')) return noFields;
  const known = knownFields.get(section) ?? new Map<string, readonly ReferenceField[]>();
  knownFields.set(section, known);
  const fields = known.get(path) ?? findFields(section, path);
  known.set(path, fields);
  return fields;
}

function findFields(section: RecordSection, path: string): ReferenceField[] {
  const own = referredTo(section, path);
  if (own === undefined) return [];
  const others = alternativesOf(section, path).flatMap((other) => {
    const sections = referredTo(section, other);
    return sections === undefined ? [] : [{ path: other, sections }];
  });
  return [{ path, sections: own }, ...others];
}

function keep(values: Map<string, ReadValue>, value: ReadValue): void {
  values.set(value.kept, { ...value, value: value.text });
}

/** @returns the sections that a field refers to; `undefined` for a field that is no reference, or to what is written as it is */
export function referredTo(section: RecordSection, path: string): readonly RecordSection[] | undefined {
  const record = recordShape(inventoryShape, section);
  const shape: Shape | undefined = record && shapeAt(record, path.split('.'));
  const refersTo = shape?.refersTo ?? shape?.items?.refersTo;
  const sections = refersTo?.filter((one) => !['agencies', 'divisions', '*'].includes(one));
  return sections === undefined || sections.length === 0 ? undefined : (sections as RecordSection[]);
}

/** @returns the index of the first name that is not before a text, by code units */
function firstFrom(named: readonly (readonly [name: string, record: NamedRecord])[], text: string): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.[0] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Width, blanks and case do not tell two names apart. */
function fold(name: string): string {
  return foldText(name).toLowerCase();
}

function keyOf(section: RecordSection, name: string): string {
  return `${section} ${fold(name)}`;
}

/** An id must not begin or end with a blank, and a line break in one would be a riddle. */
function idFrom(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}
