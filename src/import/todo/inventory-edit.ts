import { addToGroup, groupBy } from '../../base/groups.ts';
import { recordKey } from '../../register/state.ts';
import type { MergeProblem } from '../merge/merge-problem.ts';
import { isStated, ownValueAt } from '../merge/record-value.ts';
import { placeOfField, readSection, type SectionFile, type WrittenRecord } from '../merge/section-file.ts';
import type { RecordSection } from '../register/fields.ts';
import type { AskedField } from './columns.ts';
import type { Refusal } from './problem.ts';
import { editsOf, type FoundRecord, type UnderstoodAnswer } from './record-edit.ts';

/** A file of the inventory. */
export interface InventoryText {
  /** as messages name it */
  readonly shown: string;
  readonly text: string;
  /** the sections in which it has records */
  readonly sections: readonly RecordSection[];
}

/** The answers for one record, to be written into it. */
export interface PlannedAnswers {
  readonly found: FoundRecord;
  readonly answers: readonly UnderstoodAnswer[];
}

/** Answers that cannot be written where their record stands. */
export interface UnwrittenAnswers extends PlannedAnswers {
  readonly refusal: NotEditable;
}

type NotEditable = Extract<Refusal, { code: 'not-editable' }>;

/** The records of an inventory, and the texts in which they stand. */
export class InventoryEdit {
  readonly problems: { file: string; problem: MergeProblem }[] = [];
  readonly #files: ReadonlyMap<string, string>;
  readonly #texts: Map<string, string>;
  /** by section and id; of a record that is there several times, all */
  readonly #records = new Map<string, FoundRecord[]>();

  private constructor(files: readonly InventoryText[]) {
    this.#files = new Map(files.map(({ shown, text }) => [shown, text]));
    this.#texts = new Map(this.#files);
  }

  static async read(files: readonly InventoryText[]): Promise<InventoryEdit> {
    const edit = new InventoryEdit(files);
    for (const { shown, sections, text } of files)
      for (const section of sections) {
        const file = await readSection(section, text);
        edit.problems.push(...file.problems.map((problem) => ({ file: shown, problem })));
        for (const record of file.records.values())
          addToGroup(edit.#records, recordKey(section, record.id), { shown, file, record });
      }
    return edit;
  }

  /** @returns the record as it was read, or why it is not one record */
  find({ section, id }: AskedField): FoundRecord | 'no-record' | 'several-records' {
    const [found, ...others] = this.#records.get(recordKey(section, id)) ?? [];
    if (found === undefined) return 'no-record';
    return others.length > 0 ? 'several-records' : found;
  }

  /** Writes answers, section by section, so that each is read and checked but once. */
  async write(planned: readonly PlannedAnswers[]): Promise<UnwrittenAnswers[]> {
    const unwritten: UnwrittenAnswers[] = [];
    const bySection = groupBy(planned, ({ found }) => `${found.shown}\n${found.file.section}`);
    for (const own of bySection.values()) unwritten.push(...(await this.#writeSection(own)));
    return unwritten;
  }

  /** @returns the files whose text is another now, by how messages name them */
  changed(): ReadonlyMap<string, string> {
    return new Map([...this.#texts].filter(([shown, text]) => text !== this.#files.get(shown)));
  }

  async #writeSection(planned: readonly PlannedAnswers[]): Promise<UnwrittenAnswers[]> {
    const [{ found }] = planned as [PlannedAnswers];
    const text = this.#texts.get(found.shown) ?? '';
    // Another section of the same file may have been changed since it was read.
    const file = await readSection(found.file.section, text);
    const unwritten = planned.flatMap((one) => notALists(one) ?? []);
    const pending = new Map(planned.map((one) => [one.found.record.id, one]));
    for (const { found } of unwritten) pending.delete(found.record.id);
    const { editSection } = await import('../merge/edit-section.ts');
    while (pending.size > 0) {
      const edited = await editSection(file, editOf(file, pending));
      if ('text' in edited) {
        this.#texts.set(found.shown, text.slice(0, text.length - file.text.length) + edited.text);
        break;
      }
      const refused = refusedBy(edited.problems, pending);
      unwritten.push(...refused);
      for (const { found } of refused) pending.delete(found.record.id);
    }
    return unwritten;
  }
}

function editOf(file: SectionFile, pending: ReadonlyMap<string, PlannedAnswers>) {
  const fields = new Map(
    [...pending].map(([id, { found, answers }]) => {
      const record = file.records.get(id) as WrittenRecord;
      return [record, editsOf({ ...found, file, record }, answers)] as const;
    }),
  );
  return { fields, removed: new Set<WrittenRecord>(), added: [] };
}

/** The records that cannot be changed in their place; all of the section, where none is to blame. */
function refusedBy(
  problems: readonly MergeProblem[],
  pending: ReadonlyMap<string, PlannedAnswers>,
): UnwrittenAnswers[] {
  const named = problems.flatMap((problem) => {
    if (problem.code !== 'not-editable' || problem.id === undefined) return [];
    const one = pending.get(problem.id);
    return one === undefined
      ? []
      : [{ ...one, refusal: notEditable(one, problem.why, problem.path?.split('.')) }];
  });
  if (named.length > 0) return [...new Map(named.map((one) => [one.found, one])).values()];
  const [first] = problems;
  const why = first?.code === 'not-editable' ? first.why : 'layout';
  return [...pending.values()].map((one) => ({ ...one, refusal: notEditable(one, why) }));
}

/** What stands where the answers are noted, and is no list, is not written over. */
function notALists(planned: PlannedAnswers): UnwrittenAnswers | undefined {
  const { value } = planned.found.record;
  const key = ['notApplicable', 'answers'].find((one) => {
    const written = ownValueAt(value, [one]);
    return isStated(written) && !Array.isArray(written);
  });
  return key === undefined ? undefined : { ...planned, refusal: notEditable(planned, 'layout', [key]) };
}

function notEditable(
  { found: { shown, file, record } }: PlannedAnswers,
  why: NotEditable['why'],
  keys: readonly string[] = [],
): NotEditable {
  return { code: 'not-editable', why, place: { file: shown, position: placeOfField(file, record, keys) } };
}
