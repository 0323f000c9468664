import { defined } from '../../base/defined.ts';
import { isMapping } from '../../base/mapping.ts';
import { keysOf } from '../../register/field-path.ts';
import { plainFieldPath } from '../../schema/field-paths.ts';
import type { FieldEdit } from '../merge/edit-record.ts';
import { inOrder, keyRank } from '../merge/field-order.ts';
import { isStated, ownValueAt } from '../merge/record-value.ts';
import { placeOfField, type SectionFile, type WrittenRecord } from '../merge/section-file.ts';
import type { GivenAnswer } from './answers.ts';
import { type Meaning, saysSame } from './meaning.ts';
import type { AnswerConflict, Place } from './problem.ts';
import { cellOf } from './words.ts';

/** An answer that is understood, and the cell that it is from. */
export interface UnderstoodAnswer {
  readonly given: GivenAnswer;
  readonly meaning: Meaning;
}

/** The file of a record, as messages name it, and the record in it. */
export interface FoundRecord {
  readonly shown: string;
  readonly file: SectionFile;
  readonly record: WrittenRecord;
}

/** What the answers change in one record. */
export interface RecordAnswers {
  readonly taken: readonly UnderstoodAnswer[];
  /** those that the inventory has already */
  readonly same: readonly UnderstoodAnswer[];
  readonly conflicts: readonly AnswerConflict[];
}

/** Holds answers against what a record says today. */
export function compareAnswers(found: FoundRecord, answers: readonly UnderstoodAnswer[]): RecordAnswers {
  const taken: UnderstoodAnswer[] = [];
  const same: UnderstoodAnswer[] = [];
  const conflicts: AnswerConflict[] = [];
  for (const answer of answers) {
    const conflict = conflictOf(found, answer);
    if (conflict !== undefined) conflicts.push(conflict);
    else (isWritten(found, answer) ? same : taken).push(answer);
  }
  return { taken, same, conflicts };
}

function conflictOf(
  { shown, file, record }: FoundRecord,
  { given, meaning: { asked, values } }: UnderstoodAnswer,
): AnswerConflict | undefined {
  const place = (path: string): Place => ({
    file: shown,
    position: placeOfField(file, record, keysOf(path)),
  });
  if (values === undefined) {
    const written = ownValueAt(record.value, keysOf(asked.field));
    return isStated(written)
      ? {
          code: 'written-otherwise',
          given,
          path: asked.field,
          written,
          answered: undefined,
          place: place(asked.field),
        }
      : undefined;
  }
  for (const one of values) {
    const written = ownValueAt(record.value, keysOf(one.path));
    if (isStated(written) && !saysSame(asked, one, written))
      return {
        ...{ code: 'written-otherwise', given, path: one.path, written, answered: one.value },
        place: place(one.path),
      };
  }
  return isNotApplicable(record, asked.field)
    ? { code: 'written-as-not-applicable', given, path: asked.field, place: place('notApplicable') }
    : undefined;
}

function isWritten({ record }: FoundRecord, { meaning: { asked, values } }: UnderstoodAnswer): boolean {
  if (values === undefined) return isNotApplicable(record, asked.field);
  return values.every(({ path }) => isStated(ownValueAt(record.value, keysOf(path))));
}

function isNotApplicable({ value }: WrittenRecord, field: string): boolean {
  const path = `${plainFieldPath(field)}.`;
  return listAt(value, 'notApplicable').some(
    (one) => typeof one === 'string' && path.startsWith(`${plainFieldPath(one)}.`),
  );
}

/** @returns the edits that write answers into a record, each with where it came from */
export function editsOf({ file, record }: FoundRecord, taken: readonly UnderstoodAnswer[]): FieldEdit[] {
  const values = new Map(
    taken.flatMap(({ meaning }) => (meaning.values ?? []).map(({ path, value }) => [path, value] as const)),
  );
  const edits = inOrder(values.keys(), keyRank(file.section))
    .filter((path) => !isStated(ownValueAt(record.value, keysOf(path))))
    .map((path): FieldEdit => ({ keys: keysOf(path), value: values.get(path) }));
  const notApplicable = taken.filter(({ meaning }) => meaning.values === undefined);
  return [
    ...edits,
    ...appended(
      record,
      'notApplicable',
      notApplicable.map(({ meaning: { asked } }) => asked.field),
    ),
    ...appended(record, 'answers', taken.map(sourceOf)),
  ];
}

/** Where an answer came from: an answer is no evidence, but whoever reads the inventory can ask. */
function sourceOf({ given, meaning }: UnderstoodAnswer): object {
  const { asked, by, date, remarks } = meaning;
  return { field: asked.field, ...defined({ by, date }), source: cellOf(given), ...defined({ remarks }) };
}

function appended(record: WrittenRecord, key: string, items: readonly unknown[]): FieldEdit[] {
  return items.length === 0 ? [] : [{ keys: [key], value: [...listAt(record.value, key), ...items] }];
}

function listAt(record: unknown, key: string): readonly unknown[] {
  const list = isMapping(record) ? ownValueAt(record, [key]) : undefined;
  return Array.isArray(list) ? list : [];
}
