import { listSections, type Organization, type Records, type Section } from '../../generated/records.ts';
import { inventoryShape } from '../../generated/shapes.ts';
import { type Day, parseDateSpan, parseDay, writtenLike } from '../base/date.ts';
import { sha256 } from '../base/digest.ts';
import { foldText } from '../base/fold-text.ts';
import { addToGroup, groupBy } from '../base/groups.ts';
import { valueAt } from '../base/mapping.ts';
import { asSuggestion } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import { type Divided, type Division, Divisions } from './divisions.ts';
import {
  type DateFields,
  dateFieldsIn,
  type FieldPath,
  type FieldValue,
  referenceFields,
  valuesAt,
} from './fields.ts';
import type { InventoryFile } from './file.ts';
import { type Mixture, mixtureOf } from './mixture.ts';
import { intervalOf, OpenDates } from './open-dates.ts';
import { type Ids, Suggestions } from './suggestions.ts';
import type { ConnectionEnd, InventoryView, ListSection, Reference, WrittenDate } from './view.ts';

/** A record with all that is known about where it stands. */
export interface Entry<S extends Section = Section> {
  readonly section: S;
  readonly record: Records[S];
  /**
   * unique in its section but for `occurrence`; where none is written, the name, unless another record has that for its id,
   * or else a digest of the content
   */
  readonly id: string;
  readonly name: string;
  /** 0 for the first record of its section that bears this id, 1 for the second … */
  readonly occurrence: number;
  readonly file: InventoryFile;
  /** which document of the file, from 0 */
  readonly document: number;
  /** the path from the root of the document to the record */
  readonly base: Path;
}

/** A location inside a document of a file, as findings have it. */
export interface RecordLocation {
  readonly file: string;
  readonly document: number;
  /** RFC 6901 */
  readonly pointer: string;
}

/** Where the ends of a connection are looked for, in this order. */
const endSections = ['segments', 'systems', 'services'] as const satisfies readonly ListSection[];

/** All files of one body, read as one whole: sections joined, ids indexed, dates in ISO. */
export class Inventory implements InventoryView {
  readonly files: readonly InventoryFile[];
  readonly readable: boolean;
  readonly organizations: Entry<'organization'>[] = [];
  readonly #entries: { [S in ListSection]?: Entry<S>[] } = {};
  readonly #records: { [S in ListSection]?: Records[S][] } = {};
  /** by section and id; those of one id in their order */
  readonly #ids = new Map<string, Map<string, Entry[]>>();
  readonly #byRecord = new Map<object, Entry>();
  /** by id, as connections name them: each is asked for again and again */
  readonly #ends = new Map<string, ConnectionEnd | undefined>();
  readonly #stated = new Set<Section>();
  /** where sections are begun, by a key with nothing after it */
  readonly #begun = new Map<string, BegunSection>();
  /** the sections of which some part could not be read */
  readonly #unread = new Set<string>();
  /** computed where a record has no id */
  #writtenIds: WrittenIds | undefined;
  #agencies: ReadonlySet<string> | undefined;
  readonly #divisions: Divisions;
  #allDivisions: readonly Division[] | undefined;
  /** the records by their names, made where a reference leads nowhere */
  #byName: ReadonlyMap<string, readonly Entry[]> | undefined;
  #agenciesByName: ReadonlyMap<string, NonNullable<Organization['agencies']>> | undefined;
  #all: readonly Entry[] | undefined;
  /** what {@link mixtureOf} says, asked once */
  #mixture: readonly [Mixture | undefined] | undefined;
  #places: ReadonlyMap<string, Entry> | undefined;
  #body: Entry<'organization'> | undefined;
  /** the dates of which only the month or the fiscal year is written */
  readonly openDates = new OpenDates();
  /** the fields of dates that records write something in: of most fields of most records there is nothing */
  readonly #dated = new Map<object, FieldPath[]>();
  /** how the days of a record are written that are not written in ISO 8601, by record */
  readonly #notations = new Map<object, Map<Day, string>>();
  /** the same by what holds a day, which records may share by an alias, and the field */
  readonly #written = new Map<object, Map<string | number, string>>();
  /** the future dates of fields that state something done, by record */
  readonly #toCome = new Map<object, WrittenDate[]>();
  readonly #dateFields: DateFields;
  readonly #suggestions = new Suggestions((sections) => this.#idsOf(sections));

  readonly earlier: Inventory | undefined;

  /**
   * @param asOf the day judged by: a later date of something done is read as not stated; without it no date is later
   * @param earlier the inventory as it was reviewed or as it was in the base
   * @param shape what it may hold, with the fields that policies declare
   */
  constructor(files: readonly InventoryFile[], asOf?: Day, earlier?: Inventory, shape = inventoryShape) {
    this.files = files;
    this.#dateFields = dateFieldsIn(shape);
    this.earlier = earlier;
    this.readable = files.every(({ yaml }) => yaml.readable);
    for (const file of files) {
      for (const [index, { value }] of file.yaml.documents.entries()) this.#join(file, index, value);
      for (const section of sectionsNotRead(file)) this.#unread.add(section);
    }
    const agencies = this.organization?.agencies;
    // An agency without an id is reported as a problem of its file.
    if (agencies !== undefined) this.#agencies = new Set(agencies.flatMap(({ id }) => id ?? []));
    this.#divisions = new Divisions(this.organization?.divisions);
    this.#takeAgencies();
    if (asOf !== undefined) this.#leaveOutDaysToCome(asOf);
  }

  get mixture(): Mixture | undefined {
    this.#mixture ??= [mixtureOf(this)];
    return this.#mixture[0];
  }

  get organization(): Organization | undefined {
    return this.organizations[0]?.record;
  }

  /**
   * The record that stands for the body as a whole: its organization or, where none is written, the beginning of the
   * inventory, so that findings about the body have a location.
   */
  get body(): Entry<'organization'> {
    const [written] = this.organizations;
    if (written !== undefined) return written;
    const [file] = this.files;
    if (file === undefined) throw new Error('an inventory has files');
    this.#body ??= {
      section: 'organization',
      record: { name: '台帳' },
      id: '',
      name: '台帳',
      occurrence: 0,
      file,
      document: 0,
      base: [],
    };
    return this.#body;
  }

  /** How many records the inventory holds, the organization among them. */
  get size(): number {
    return this.#byRecord.size;
  }

  entries<S extends Section>(section: S): readonly Entry<S>[] {
    if (section === 'organization') return this.organizations as unknown as readonly Entry<S>[];
    return (this.#entries[section as ListSection] ?? []) as unknown as readonly Entry<S>[];
  }

  /** Every record, in the order of the vocabulary. */
  get all(): readonly Entry[] {
    this.#all ??= [
      ...this.organizations,
      ...listSections.flatMap((section) => this.entries(section) as readonly Entry[]),
    ];
    return this.#all;
  }

  /** @returns the record of this id in a section, the first one where several have it */
  entry(section: Section, id: string): Entry | undefined {
    return this.#ids.get(section)?.get(id)?.[0];
  }

  /** @returns what is here of the record that an entry of another state of the inventory is of */
  counterpart({ section, id, occurrence }: Entry): Entry | undefined {
    return this.#ids.get(section)?.get(id)?.[occurrence];
  }

  /** Whether there is a record of this id, in a section that need not be one. */
  has(section: string, id: string): boolean {
    return this.#ids.get(section)?.has(id) ?? false;
  }

  /** @returns the record that contains a location; where a section is only begun, the organization, which lacks it */
  entryAt({ file, document, pointer }: RecordLocation): Entry | undefined {
    this.#places ??= new Map(
      this.all.map((entry) => [locationKey(entry.file.path, entry.document, entry.base), entry]),
    );
    const [section = '', index = ''] = pointer.split('/').slice(1);
    return (
      this.#places.get(locationKey(file, document, [section, index])) ??
      this.#places.get(locationKey(file, document, [section])) ??
      (this.#isBegun(section, file, document) ? this.organizations[0] : undefined)
    );
  }

  #isBegun(section: string, file: string, document: number): boolean {
    const begun = this.begun(section);
    return begun?.file.path === file && begun.document === document;
  }

  /** @throws Error if the object is no record of this inventory, which is a mistake in a rule */
  entryOf(record: object): Entry {
    const entry = this.#byRecord.get(record) ?? (record === this.#body?.record ? this.#body : undefined);
    if (entry === undefined) throw new Error('not a record of this inventory');
    return entry;
  }

  records<S extends ListSection>(section: S): readonly Records[S][] {
    return (this.#records[section] ?? []) as readonly Records[S][];
  }

  sectionOf(record: object): Section | undefined {
    return this.#byRecord.get(record)?.section;
  }

  idOf(record: object): string {
    return this.entryOf(record).id;
  }

  find<S extends ListSection>(section: S, id: string | undefined): Records[S] | undefined {
    return id === undefined ? undefined : (this.#lookup(section, id)?.record as Records[S] | undefined);
  }

  end(id: string | undefined): ConnectionEnd | undefined {
    if (id === undefined) return undefined;
    const known = this.#ends.get(id);
    if (known !== undefined || this.#ends.has(id)) return known;
    const [found] = endSections.flatMap((section) => this.#lookup(section, id) ?? []);
    this.#ends.set(id, found as ConnectionEnd | undefined);
    return found as ConnectionEnd | undefined;
  }

  states(section: Section): boolean {
    return this.#stated.has(section);
  }

  /** @returns where the key of a section stands with nothing after it; the first, where there are several */
  begun(section: string): BegunSection | undefined {
    return this.#begun.get(section);
  }

  isWhole(section: ListSection | 'roles'): boolean {
    return !this.#unread.has(section) && (this.organization?.complete?.includes(section) ?? false);
  }

  isLost(section: Section): boolean {
    return this.#unread.has(section) && !this.#stated.has(section);
  }

  references(record: object): readonly Reference[] {
    const { section } = this.entryOf(record);
    const found: Reference[] = [];
    for (const field of referenceFields[section]) {
      for (const { path, value } of valuesAt(record, field)) {
        if (typeof value !== 'string') continue;
        const sections = field.shape.refersTo ?? [];
        const resolved = sections.includes('divisions')
          ? this.#resolveDivision(record)
          : this.#resolve(value, sections);
        const reference = { path, to: value, sections, found: resolved };
        found.push(resolved === 'missing' ? { ...reference, ...this.#meant(reference) } : reference);
      }
    }
    return found;
  }

  /** What is probably meant by a reference that leads nowhere. */
  #meant({ to, sections }: Reference): Pick<Reference, 'named' | 'suggestion'> {
    const named = this.#named(to, sections);
    return named.length > 0 ? { named } : asSuggestion(this.#suggestions.nearest(to, sections));
  }

  divisionOf(record: object): Division | undefined {
    return this.#divisions.of(record);
  }

  /** The divisions that the organization lists, then those that records write besides, each once. */
  get divisions(): readonly Division[] {
    if (this.#allDivisions === undefined) {
      const written = this.all.flatMap(({ record }) => this.divisionOf(record) ?? []);
      const all = [...(this.#divisions.listed ?? []), ...written];
      this.#allDivisions = [...new Map(all.map((one) => [one.id, one])).values()];
    }
    return this.#allDivisions;
  }

  firstOfSameId(record: object): object | undefined {
    const { section, id, occurrence } = this.entryOf(record);
    return occurrence === 0 ? undefined : this.entry(section, id)?.record;
  }

  dates(record: object): readonly WrittenDate[] {
    const fields = this.#dated.get(record);
    if (fields === undefined) return [];
    const found: WrittenDate[] = [];
    for (const field of fields) {
      for (const one of valuesAt(record, field)) {
        if (!isWrittenDay(one.value, field)) continue;
        const past = field.shape.past === true;
        found.push({ path: one.path, day: one.value, written: this.#writtenAt(one), past });
      }
    }
    found.push(...(this.#toCome.get(record) ?? []));
    return found;
  }

  dateAsWritten(record: object, path: string): string {
    const keys = path.split('.');
    const key = keys.pop() ?? '';
    const holder = keys.length === 0 ? record : valueAt(record, keys);
    if (typeof holder !== 'object' || holder === null) return '';
    return this.#writtenAt({
      holder,
      path: [key],
      value: (holder as Readonly<Record<string, unknown>>)[key],
    });
  }

  #writtenAt({ holder, path, value }: FieldValue): string {
    return this.#written.get(holder)?.get(path.at(-1) as string | number) ?? String(value ?? '');
  }

  asWritten(record: object, day: Day): string {
    const notations = this.#notations.get(record);
    const example = [...(notations?.values() ?? [])].find((written) => parseDay(written) !== undefined);
    return notations?.get(day) ?? (example === undefined ? day : writtenLike(example, day));
  }

  /**
   * A future date of something done, approved or permitted is only a plan. No rule may take it as done, so it is read as
   * not stated, or as `false` where the schema says `notYet` (the end of a record's existence). `dates` still gives what is
   * written. Dates of evidence stay, since they identify the evidence.
   */
  #leaveOutDaysToCome(asOf: Day): void {
    const planned: (FieldValue & { readonly record: object; readonly field: FieldPath })[] = [];
    for (const [record, fields] of this.#dated) {
      for (const field of fields) {
        if (field.shape.past !== true) continue;
        for (const found of valuesAt(record, field)) {
          if (!isWrittenDay(found.value, field)) continue;
          if (this.#begins(found, found.value) <= asOf) this.#endBy(found, asOf);
          else if (field.steps[0] !== 'evidence') planned.push({ ...found, record, field });
        }
      }
    }
    // First find all, then change: records may share the object that holds a date, by an alias.
    for (const { record, field, ...found } of planned) {
      const day = this.#begins(found, found.value as Day);
      addToGroup(this.#toCome, record, {
        path: found.path,
        day,
        written: this.#writtenAt(found),
        past: true,
      });
    }
    for (const { holder, path, field } of planned)
      this.openDates.replace(
        holder,
        path.at(-1) as string | number,
        field.shape.notYet === true ? false : undefined,
      );
  }

  /** @returns the first day that a date may mean */
  #begins({ holder, path }: FieldValue, day: Day): Day {
    return this.openDates.at(holder, path.at(-1) as string | number)?.first ?? day;
  }

  /** What is done is done by the day judged by, also where that lies within the month that is written. */
  #endBy({ holder, path }: FieldValue, day: Day): void {
    this.openDates.endBy(holder, path.at(-1) as string | number, day);
  }

  /**
   * A record that writes no agency belongs to that of its division. It is written into the record here, once, so that scope,
   * rules, counts and the comparison with earlier states all read the same. An agency that does not exist is none: that is
   * reported where the division is listed.
   */
  #takeAgencies(): void {
    if (this.#divisions.listed === undefined) return;
    for (const { record } of this.all) {
      const divided = record as Divided;
      if (divided.division === undefined || divided.agency !== undefined) continue;
      const agency = this.#divisions.agencyOf(divided);
      if (agency !== undefined && this.#agencies?.has(agency) !== false) Object.assign(record, { agency });
    }
  }

  #join(file: InventoryFile, document: number, root: unknown): void {
    if (typeof root !== 'object' || root === null) return;
    const content = root as Partial<Record<Section, unknown>>;
    if (content.organization !== undefined) {
      const record = content.organization as Organization;
      this.#stated.add('organization');
      this.#add({
        section: 'organization',
        record,
        id: record.name ?? 'organization',
        name: record.name ?? 'organization',
        file,
        document,
        base: ['organization'],
      });
    }
    for (const section of listSections) {
      const list = content[section];
      // What is wrong was taken out with its key.
      const isBegun = list === undefined && Object.hasOwn(content, section);
      if (isBegun && !this.#begun.has(section)) this.#begun.set(section, { file, document });
      // A list without any readable record states nothing; an empty list states that there are no records.
      if (!Array.isArray(list) || (list.length > 0 && list.every((record) => record === undefined))) continue;
      this.#stated.add(section);
      this.#entries[section] ??= [];
      this.#records[section] ??= [];
      for (const [index, record] of list.entries()) {
        if (record === undefined) continue;
        const name = record.name ?? record.id ?? `${section}[${index}]`;
        const id = record.id ?? this.#idWithout(section, record);
        this.#add({ section, record, id, name, file, document, base: [section, index] });
      }
    }
  }

  /**
   * What a record without an id goes by: its name, but not where that is the id of another record, since which of the two
   * comes first would decide what each is called.
   */
  #idWithout(section: ListSection, record: { readonly name?: string }): string {
    this.#writtenIds ??= idsIn(this.files);
    const isId = this.#writtenIds.get(section)?.has(record.name);
    return isId || record.name === undefined ? idByContent(section, record) : record.name;
  }

  #add(entry: Omit<Entry, 'occurrence'>): void {
    let ids = this.#ids.get(entry.section);
    if (ids === undefined) {
      ids = new Map();
      this.#ids.set(entry.section, ids);
    }
    const same = ids.get(entry.id);
    // A record behind an alias is one object in two places; rules tell records apart by the object.
    const record = this.#byRecord.has(entry.record) ? { ...entry.record } : entry.record;
    const { section, id, name, file, document, base } = entry;
    const known: Entry = { section, record, id, name, occurrence: same?.length ?? 0, file, document, base };
    if (same === undefined) ids.set(entry.id, [known]);
    else same.push(known);
    this.#byRecord.set(record, known);
    const shared = this.#written.get(entry.record);
    if (shared !== undefined) this.#written.set(record, shared);
    for (const field of this.#dateFields[entry.section]) this.#normaliseDates(known, field);
    if (entry.section === 'organization') {
      this.organizations.push(known as Entry<'organization'>);
      return;
    }
    (this.#entries[entry.section] as Entry[]).push(known);
    (this.#records[entry.section] as object[]).push(record);
  }

  /** Days are in ISO 8601 from here on, and spans are known as such; how they are written is kept for people. */
  #normaliseDates({ section, record }: Entry, field: FieldPath): void {
    const values = valuesAt(record, field);
    if (values.length > 0) addToGroup(this.#dated, record, field);
    for (const { path, value, holder } of values) {
      if (typeof value !== 'string') continue;
      const key = path.at(-1) as string | number;
      const day = parseDay(value) ?? this.#spanAt({ holder, path, value }, field);
      if (day !== undefined && day !== value) {
        if (this.openDates.at(holder, key) === undefined) Object.assign(holder, { [key]: day });
        this.#written.set(holder, (this.#written.get(holder) ?? new Map()).set(key, value.trim()));
      }
      this.openDates.held(holder, key, { section, record, path });
      const written = this.#written.get(holder)?.get(key);
      if (day === undefined || written === undefined) continue;
      this.#notations.set(record, (this.#notations.get(record) ?? new Map()).set(day, written));
    }
  }

  /** @returns the span that is written somewhere, as it is held at rest; `undefined` where that is none */
  #spanAt(found: FieldValue & { readonly value: string }, field: FieldPath): string | undefined {
    const { holder, path, value } = found;
    const key = path.at(-1) as string | number;
    if (this.openDates.at(holder, key) !== undefined) return value;
    // A copy of a record behind an alias holds the span at rest.
    const written = this.#writtenAt(found);
    const span = parseDateSpan(written);
    if (span === undefined) return undefined;
    this.openDates.add(holder, key, { ...span, written: written.trim(), field });
    return intervalOf(span);
  }

  #lookup(section: string, id: string): Entry | undefined {
    const ids = this.#ids.get(section);
    const found =
      ids?.get(id) ?? (id.startsWith(`${section}/`) ? ids?.get(id.slice(section.length + 1)) : undefined);
    return found?.[0];
  }

  /** The ids of the records of a name that is written in place of an id. */
  #named(name: string, sections: readonly string[]): string[] {
    const wanted = foldText(name);
    if (sections.includes('agencies')) {
      this.#agenciesByName ??= groupBy(this.organization?.agencies ?? [], (agency) =>
        foldText(agency.name ?? ''),
      );
      return (this.#agenciesByName.get(wanted) ?? []).flatMap(({ id }) => id ?? []);
    }
    this.#byName ??= groupBy(this.#lists(), (entry) => foldText(entry.name));
    const candidates = sections.includes('*') ? listSections : sections;
    return (this.#byName.get(wanted) ?? [])
      .filter(({ section, occurrence }) => candidates.includes(section) && occurrence === 0)
      .map(({ section, id }) =>
        candidates.some((other) => other !== section && this.has(other, id)) ? `${section}/${id}` : id,
      );
  }

  #lists(): Entry[] {
    return this.all.filter(({ section }) => section !== 'organization');
  }

  /** The ids to suggest for a wrong one. */
  #idsOf(sections: readonly string[]): Ids[] {
    if (sections.includes('agencies')) return this.#agencies === undefined ? [] : [this.#agencies];
    if (sections.includes('divisions')) return [this.#divisions.words];
    return sections.flatMap((section) => this.#ids.get(section) ?? []);
  }

  #resolveDivision(record: Divided): Reference['found'] {
    if (this.#divisions.listed === undefined) return 'not-stated';
    const meant = this.#divisions.meant(record).length;
    return meant === 0 ? 'missing' : meant === 1 ? 'found' : 'ambiguous';
  }

  #resolve(id: string, sections: readonly string[]): Reference['found'] {
    if (sections.includes('agencies')) {
      if (this.#agencies === undefined) return 'not-stated';
      return this.#agencies.has(id) ? 'found' : 'missing';
    }
    const candidates = sections.includes('*') ? listSections : sections;
    let direct = 0;
    for (const section of candidates) if (this.has(section, id)) direct++;
    if (direct > 1) return 'ambiguous';
    if (direct === 1 || candidates.some((section) => this.#lookup(section, id) !== undefined)) return 'found';
    // The organization has no id: it goes by its name.
    if (sections.includes('*') && this.organization?.name === id) return 'found';
    return candidates.some((section) => this.#stated.has(section as Section)) ? 'missing' : 'not-stated';
  }
}

/** A document with the key of a section and nothing after it. */
export interface BegunSection {
  readonly file: InventoryFile;
  readonly document: number;
}

/** The ids that records write, by section. */
type WrittenIds = ReadonlyMap<string, ReadonlySet<unknown>>;

function idsIn(files: readonly InventoryFile[]): WrittenIds {
  const ids = new Map<string, Set<unknown>>(listSections.map((section) => [section, new Set()]));
  for (const { value } of files.flatMap(({ yaml }) => yaml.documents)) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [section, known] of ids) {
      const list = (value as Readonly<Record<string, unknown>>)[section];
      if (Array.isArray(list)) for (const record of list) if (record?.id !== undefined) known.add(record.id);
    }
  }
  return ids;
}

/** Stands for the id of a record that has neither id nor name: its position would be another one's after any change above. */
function idByContent(section: string, record: object): string {
  return `${section}[${sha256(JSON.stringify(record)).slice(0, 8)}]`;
}

/** Whether a date field holds a day: not yes or no, and no word that stands for one (`automatic`). */
function isWrittenDay(value: unknown, { shape }: FieldPath): value is Day {
  return typeof value === 'string' && shape.words?.includes(value) !== true;
}

function locationKey(file: string, document: number, base: Path): string {
  return [file, document, ...base].join('\n');
}

/** @returns the sections whose list or one of its entries breaks the schema, or whose name is mistyped */
function sectionsNotRead({ problems }: InventoryFile): string[] {
  return problems.flatMap((found): string[] => {
    if (found.kind !== 'schema') return [];
    const { problem } = found;
    const [section] = problem.path;
    if (section === undefined) {
      if (problem.code !== 'unknown-key') return [];
      const { suggestion, meant = [] } = problem;
      return suggestion === undefined ? meant.map(({ path }) => path) : [suggestion];
    }
    return problem.code === 'type' && problem.path.length <= 2 ? [String(section)] : [];
  });
}
