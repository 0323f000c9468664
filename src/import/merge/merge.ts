import { groupBy } from '../../base/groups.ts';
import type { Limits } from '../../base/limits.ts';
import type { Mapping } from '../../base/mapping.ts';
import { keysOf } from '../../register/field-path.ts';
import {
  type ImportState,
  type RecordSection,
  type StateRecord,
  sortedRecords,
} from '../../register/state.ts';
import type { ParsedYaml } from '../../yaml/parse.ts';
import type { FieldEdit } from './edit-record.ts';
import { inOrder, type KeyRank, keyRank } from './field-order.ts';
import type { ChangedField, KeptField, MergeConflict, MergedRecord, MergeProblem } from './merge-problem.ts';
import { type FieldMerge, mergeRecord } from './merge-record.ts';
import { areSameRecords, type NumberedRecord, stateOf } from './numbered-record.ts';
import { mappingOfPaths, ownValueAt, sameValue } from './record-value.ts';
import { sameFact } from './same-fact.ts';
import {
  placeOfField,
  readSection,
  type SectionFile,
  sectionIn,
  type WrittenRecord,
} from './section-file.ts';
import type { Source } from './source.ts';
import { writeSection } from './write-section.ts';

export interface MergeInput {
  /** what `<section>.yaml` holds today; `undefined` where there is no such file */
  readonly files: ReadonlyMap<RecordSection, string | undefined>;
  /** those of the files that are parsed already, as they are written */
  readonly parsed?: ReadonlyMap<RecordSection, ParsedYaml>;
  /** what the last import gave */
  readonly last: ImportState | undefined;
  readonly now: readonly NumberedRecord[];
  /** whether records whose rows are gone are removed */
  readonly prune: boolean;
  /** whether records that people wrote are taken for those of the register that have their ids */
  readonly adopt: boolean;
  /** the comment at the head of a file that is written for the first time */
  readonly header: (section: RecordSection) => string;
  /** sections of which an import of other files has written records, which are not among `last` and stay as they are */
  readonly beside?: ReadonlySet<RecordSection>;
  readonly limits?: Limits;
  /** what tables that update records have given them since: it stands in the YAML, but people did not write it */
  readonly fed?: readonly StateRecord[];
}

/** What an import comes to. With a problem or a conflict nothing is written: there are no files, and no state. */
export interface Merge {
  /** the new texts of the files that change */
  readonly files: ReadonlyMap<RecordSection, string>;
  /** what the next import is merged by; `last` itself, where nothing of it changed, so that its file may stay as it is */
  readonly state: ImportState | undefined;
  /** new rows, whose records are written */
  readonly added: readonly MergedRecord[];
  readonly changed: readonly ChangedField[];
  /** records whose rows are gone, which stay until somebody prunes them */
  readonly vanished: readonly MergedRecord[];
  /** records whose rows are gone, which are pruned */
  readonly removed: readonly MergedRecord[];
  /** records that people removed though their rows are there; they stay away */
  readonly removedByHand: readonly MergedRecord[];
  /** values that people wrote or removed, which stay though the register says otherwise */
  readonly kept: readonly KeptField[];
  readonly conflicts: readonly MergeConflict[];
  readonly problems: readonly MergeProblem[];
}

/**
 * Merges what a register says now into the inventory, by way of what it said at the last import: what the register changed is
 * changed, what people changed stays, and what both changed differently is a conflict.
 */
export async function mergeRegister(input: MergeInput): Promise<Merge> {
  const now = bySection(input.now);
  const last = bySection(input.last?.records ?? []);
  const merges: SectionMerge[] = [];
  for (const section of new Set([...now.keys(), ...last.keys()])) {
    const merge = new SectionMerge(section, input, last.get(section) ?? []);
    await merge.run(now.get(section) ?? []);
    merges.push(merge);
  }
  return joined(merges, input.last);
}

function joined(merges: readonly SectionMerge[], last: ImportState | undefined): Merge {
  const conflicts = merges.flatMap((merge) => merge.conflicts);
  const problems = merges.flatMap((merge) => merge.problems);
  const isRefused = conflicts.length > 0 || problems.length > 0;
  const texts = merges.flatMap(({ section, text }) => (text === undefined ? [] : [[section, text] as const]));
  return {
    files: new Map(isRefused ? [] : texts),
    state: isRefused ? undefined : stateAfter(merges, last),
    added: merges.flatMap((merge) => merge.added),
    changed: merges.flatMap((merge) => merge.changed),
    vanished: merges.flatMap((merge) => merge.vanished),
    removed: merges.flatMap((merge) => merge.removed),
    removedByHand: merges.flatMap((merge) => merge.removedByHand),
    kept: merges.flatMap((merge) => merge.kept),
    conflicts,
    problems,
  };
}

function stateAfter(merges: readonly SectionMerge[], last: ImportState | undefined): ImportState {
  const records = sortedRecords(merges.flatMap((merge) => merge.state));
  return last !== undefined && areSameRecords(records, last.records) ? last : { records };
}

/** The merge of one section with the file that it stands in. */
class SectionMerge {
  readonly section: RecordSection;
  readonly added: MergedRecord[] = [];
  readonly changed: ChangedField[] = [];
  readonly vanished: MergedRecord[] = [];
  readonly removed: MergedRecord[] = [];
  readonly removedByHand: MergedRecord[] = [];
  readonly kept: KeptField[] = [];
  readonly conflicts: MergeConflict[] = [];
  readonly problems: MergeProblem[] = [];
  readonly state: StateRecord[] = [];
  /** the new text of the file, where it changes */
  text: string | undefined;

  readonly #input: MergeInput;
  readonly #last: ReadonlyMap<string, StateRecord>;
  readonly #fed: ReadonlyMap<string, readonly StateRecord[]>;
  readonly #rank: KeyRank;
  readonly #edits = new Map<WrittenRecord, readonly FieldEdit[]>();
  readonly #pruned = new Set<WrittenRecord>();
  readonly #new: Mapping[] = [];

  constructor(section: RecordSection, input: MergeInput, last: readonly StateRecord[]) {
    this.section = section;
    this.#input = input;
    this.#last = new Map(last.map((record) => [record.id, record]));
    this.#fed = groupBy(
      (input.fed ?? []).filter((record) => record.section === section),
      ({ id }) => id,
    );
    this.#rank = keyRank(section);
  }

  async run(now: readonly NumberedRecord[]): Promise<void> {
    const text = this.#input.files.get(this.section);
    const file = await this.#read(text);
    if (this.problems.length > 0) return;
    const seen = new Set<string>();
    for (const record of now) {
      if (seen.has(record.id))
        this.problems.push({ code: 'duplicate-id', section: this.section, id: record.id });
      seen.add(record.id);
      this.#merge(stateOf(record), file);
    }
    for (const [id, record] of this.#last) if (!seen.has(id)) await this.#vanish(record, file);
    if (this.problems.length === 0 && this.conflicts.length === 0) await this.#write(text, file);
  }

  /** @returns the file; `undefined` where there is none, or one that the import may not write into */
  async #read(text: string | undefined): Promise<SectionFile | undefined> {
    if (text === undefined) return undefined;
    const parsed = this.#input.parsed?.get(this.section);
    const file =
      parsed === undefined
        ? await readSection(this.section, text, this.#input.limits)
        : sectionIn(this.section, parsed);
    this.problems.push(...file.problems);
    const isKnown =
      this.#input.last !== undefined &&
      (this.#last.size > 0 || file.isEmpty || this.#input.beside?.has(this.section) === true);
    if (!isKnown && !this.#input.adopt) this.problems.push({ code: 'no-state', section: this.section });
    return file;
  }

  #merge(now: StateRecord, file: SectionFile | undefined): void {
    const base = this.#last.get(now.id);
    const written = file?.records.get(now.id);
    const record = mergedRecord(now);
    if (file === undefined || written === undefined) {
      if (base === undefined) this.#add(now, record);
      else this.#leaveRemoved(now, base, record);
    } else if (base !== undefined) {
      this.state.push(now);
      this.#mergeFields(
        record,
        mergeRecord(this.section, base.values, written.value, now.values),
        now,
        base,
        file,
        written,
      );
    } else if (this.#input.adopt) {
      this.state.push(now);
      const own = adopted(written.value, now.values);
      this.#mergeFields(
        record,
        mergeRecord(this.section, own, written.value, now.values),
        now,
        now,
        file,
        written,
      );
    } else if ([...now.values.keys()].every((path) => isWrittenSo(this.section, written, now, path))) {
      // A row that says nothing else than the record that has its id is that record, as rows are that an export appended.
      this.state.push(now);
    } else {
      this.conflicts.push({ ...record, code: 'id-taken', position: placeOfField(file, written, ['id']) });
    }
  }

  #add(now: StateRecord, record: MergedRecord): void {
    this.state.push(now);
    this.added.push(record);
    this.#new.push(mappingOf(now, this.#rank));
  }

  /** A record that people removed is not written again behind their backs. */
  #leaveRemoved(now: StateRecord, base: StateRecord, record: MergedRecord): void {
    const paths = differing(base.values, now.values);
    if (paths.length > 0) {
      this.conflicts.push({ ...record, code: 'removed-and-changed', paths });
      return;
    }
    this.state.push(now);
    this.removedByHand.push(record);
  }

  #mergeFields(
    record: MergedRecord,
    merges: readonly FieldMerge[],
    now: StateRecord,
    base: StateRecord,
    file: SectionFile,
    written: WrittenRecord,
  ): void {
    if (merges.length === 0) return;
    const writes: FieldMerge[] = [];
    for (const merge of merges) {
      const { path, keys } = merge;
      const cell = now.cells.get(path) ?? base.cells.get(path) ?? '';
      const position = placeOfField(file, written, keys);
      if (merge.outcome === 'conflict') {
        const { base: before, written: inYaml, register } = merge;
        const values = { base: before, written: inYaml, register };
        this.conflicts.push({ ...record, code: 'both-changed', path, cell, ...values, position });
      } else if (merge.outcome === 'keep') {
        const { written: inYaml, register } = merge;
        const isFed = this.#isFed(record.id, path, inYaml) ? { isFed: true as const } : {};
        this.kept.push({ ...record, path, cell, written: inYaml, register, position, ...isFed });
      } else {
        this.changed.push({ ...record, path, cell, from: merge.written, to: merge.register, position });
        writes.push(merge);
      }
    }
    if (writes.length > 0) this.#edits.set(written, this.#fieldEdits(writes));
  }

  /** Whether a value that stands in the YAML is from a table that updates. */
  #isFed(id: string, path: string, written: unknown): boolean {
    return this.#fed.get(id)?.some(({ values }) => sameValue(values.get(path), written)) === true;
  }

  /** What is added and changed comes before what is removed, so that a mapping stays while something of it does. */
  #fieldEdits(merges: readonly FieldMerge[]): FieldEdit[] {
    const byPath = new Map(merges.map((merge) => [merge.path, merge]));
    const edits = inOrder(byPath.keys(), this.#rank).map((path) => ({
      keys: keysOf(path),
      value: byPath.get(path)?.register,
    }));
    return [
      ...edits.filter(({ value }) => value !== undefined),
      ...edits.filter(({ value }) => value === undefined),
    ];
  }

  /** A record whose row is gone. Once people have removed it as well, it is forgotten. */
  async #vanish(base: StateRecord, file: SectionFile | undefined): Promise<void> {
    const written = file?.records.get(base.id);
    if (file === undefined || written === undefined) return;
    const record = mergedRecord(base);
    if (!this.#input.prune) {
      this.state.push(base);
      this.vanished.push(record);
    } else if (await isEdited(withFed(base, this.#fed.get(base.id) ?? [], written), file, written)) {
      this.conflicts.push({
        ...record,
        code: 'vanished-and-edited',
        position: placeOfField(file, written, []),
      });
    } else {
      this.#pruned.add(written);
      this.removed.push(record);
    }
  }

  async #write(text: string | undefined, file: SectionFile | undefined): Promise<void> {
    const edit = { fields: this.#edits, removed: this.#pruned, added: this.#new };
    if (edit.fields.size === 0 && edit.removed.size === 0 && edit.added.length === 0) return;
    if (text === undefined || file === undefined) {
      this.text = await this.#firstText(edit.added);
      return;
    }
    // Only a file that changes pays for the parser that keeps its comments.
    const { editSection } = await import('./edit-section.ts');
    const edited = await editSection(file, edit, this.#input.limits);
    if ('problems' in edited) this.problems.push(...edited.problems);
    else this.text = text.slice(0, text.length - file.text.length) + edited.text;
  }

  /** Reads what it wrote: a file must say what the register says. */
  async #firstText(records: readonly Mapping[]): Promise<string | undefined> {
    const text = writeSection(this.section, records, this.#input.header(this.section));
    const { yaml } = await readSection(this.section, text, this.#input.limits);
    if (sameValue(yaml.documents[0]?.value, { [this.section]: records }) && yaml.problems.length === 0)
      return text;
    this.problems.push({ code: 'not-editable', section: this.section, why: 'layout' });
    return undefined;
  }
}

function isWrittenSo(
  section: RecordSection,
  { value }: WrittenRecord,
  { values }: StateRecord,
  path: string,
): boolean {
  return sameFact(section, path, ownValueAt(value, keysOf(path)), values.get(path));
}

/** What an adopted record is held against: people meant what they wrote, and did not mean what they left out. */
function adopted(written: Mapping, now: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map([...now].filter(([path]) => ownValueAt(written, keysOf(path)) !== undefined));
}

/** A record as the import and tables that update have left it. */
function withFed(base: StateRecord, fed: readonly StateRecord[], { value }: WrittenRecord): StateRecord {
  const values = new Map(base.values);
  for (const one of fed)
    for (const [path, given] of one.values)
      if (sameValue(ownValueAt(value, keysOf(path)), given)) values.set(path, given);
  return { ...base, values };
}

/** Whether people have written anything into a record, or changed or removed something of it, since it was imported. */
async function isEdited(base: StateRecord, file: SectionFile, written: WrittenRecord): Promise<boolean> {
  const imported = mappingOfPaths({ id: base.id }, base.values.entries());
  if (!sameValue({ ...written.value, id: written.id }, imported)) return true;
  const { hasOwnComment } = await import('./edit-section.ts');
  return hasOwnComment(file, written);
}

function differing(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => !sameValue(a.get(path), b.get(path)));
}

function mappingOf({ id, values }: StateRecord, rank: KeyRank): Mapping {
  return mappingOfPaths(
    { id },
    inOrder(values.keys(), rank).map((path) => [path, values.get(path)]),
  );
}

function mergedRecord({ section, id, file, sheet, row }: StateRecord): MergedRecord {
  const source: Source = { file, sheet, row };
  return { section, id, source };
}

function bySection<Item extends { readonly section: RecordSection; readonly id: string }>(
  items: Iterable<Item>,
): Map<RecordSection, Item[]> {
  const sections = new Map<RecordSection, Item[]>();
  for (const item of items) {
    const list = sections.get(item.section);
    if (list === undefined) sections.set(item.section, [item]);
    else list.push(item);
  }
  return sections;
}
