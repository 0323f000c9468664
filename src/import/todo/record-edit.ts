import { defined } from '../../base/defined.ts';
import { addToGroup } from '../../base/groups.ts';
import { isMapping } from '../../base/mapping.ts';
import { plainFieldPath } from '../../schema/field-paths.ts';
import type { Path } from '../../yaml/tape.ts';
import type { FieldEdit } from '../merge/edit-record.ts';
import { inOrder, keyRank } from '../merge/field-order.ts';
import { isStated, ownValueAt, withValueAt } from '../merge/record-value.ts';
import { placeOfField, type SectionFile, type WrittenRecord } from '../merge/section-file.ts';
import type { GivenAnswer } from './answers.ts';
import type { AskedField } from './columns.ts';
import { findItem, itemField, itemsOf, keysBelow, nameOfItem } from './items.ts';
import { type Meaning, saysSame } from './meaning.ts';
import type { AnswerConflict, Place, RefusedAnswer } from './problem.ts';
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
  readonly refused: readonly RefusedAnswer[];
}

/** Holds answers against what a record says today. */
export function compareAnswers(found: FoundRecord, answers: readonly UnderstoodAnswer[]): RecordAnswers {
  const taken: UnderstoodAnswer[] = [];
  const same: UnderstoodAnswer[] = [];
  const conflicts: AnswerConflict[] = [];
  const refused: RefusedAnswer[] = [];
  for (const answer of answers) {
    const holder = holderOf(found.record, answer.meaning.asked);
    if (typeof holder === 'string') {
      refused.push({ given: answer.given, refusal: { code: holder } });
      continue;
    }
    const conflict = conflictOf(found, holder, answer);
    if (conflict !== undefined) conflicts.push(conflict);
    else if (isWritten(found, holder, answer)) same.push(answer);
    else if (silencesOthers(found.record, answer, answers))
      refused.push({ given: answer.given, refusal: { code: 'not-applicable-to-one' } });
    else taken.push(answer);
  }
  return { taken, same, conflicts, refused };
}

/** What holds a field: the record itself, or an item of one of its lists. */
interface Holder {
  readonly value: unknown;
  /** its path in the record */
  readonly path: Path;
}

function holderOf(
  { value }: WrittenRecord,
  { field, item }: AskedField,
): Holder | 'no-item' | 'several-items' {
  const list = itemField(field)?.list;
  if (item === undefined || list === undefined) return { value, path: [] };
  const items = itemsOf(value, list);
  const index = findItem(items, item);
  return typeof index === 'string' ? index : { value: items[index], path: [...keysBelow(list), index] };
}

/** The path of a field below what holds it. */
function innerPath({ field }: AskedField): string {
  return itemField(field)?.inner ?? field;
}

function conflictOf(
  { shown, file, record }: FoundRecord,
  holder: Holder,
  { given, meaning: { asked, values } }: UnderstoodAnswer,
): AnswerConflict | undefined {
  const place = (keys: Path): Place => ({ file: shown, position: placeOfField(file, record, keys) });
  const inner = (path: string): Path => [...holder.path, ...keysBelow(path)];
  const named = (path: string) => (asked.item === undefined ? path : asked.field);
  for (const { path, value } of values ?? [{ path: innerPath(asked), value: undefined }]) {
    const written = ownValueAt(holder.value, keysBelow(path));
    if (isStated(written) && (values === undefined || !saysSame(asked, { path, value }, written)))
      return {
        ...{ code: 'written-otherwise', given, path: named(path), written, answered: value },
        place: place(inner(path)),
      };
  }
  return values !== undefined && isNotApplicable(record, asked.field)
    ? { code: 'written-as-not-applicable', given, path: asked.field, place: place(['notApplicable']) }
    : undefined;
}

function isWritten(
  { record }: FoundRecord,
  { value }: Holder,
  { meaning: { asked, values } }: UnderstoodAnswer,
): boolean {
  if (values === undefined) return isNotApplicable(record, asked.field);
  return values.every(({ path }) => isStated(ownValueAt(value, keysBelow(path))));
}

function isNotApplicable({ value }: WrittenRecord, field: string): boolean {
  const path = `${plainFieldPath(field)}.`;
  return listAt(value, 'notApplicable').some(
    (one) => typeof one === 'string' && path.startsWith(`${plainFieldPath(one)}.`),
  );
}

/** Whether noting that a field does not apply would keep others of the list from being asked, of which nobody has said so. */
function silencesOthers(
  { value }: WrittenRecord,
  { meaning: { asked, values } }: UnderstoodAnswer,
  answers: readonly UnderstoodAnswer[],
): boolean {
  const list = itemField(asked.field)?.list;
  if (values !== undefined || list === undefined) return false;
  const items = itemsOf(value, list);
  const alike = answers.filter(
    ({ meaning }) => meaning.values === undefined && meaning.asked.field === asked.field,
  );
  const told = new Set(alike.map(({ meaning }) => findItem(items, meaning.asked.item ?? [])));
  const keys = keysBelow(innerPath(asked));
  return items.some((item, index) => !told.has(index) && !isStated(ownValueAt(item, keys)));
}

/** @returns the edits that write answers into a record, each with where it came from */
export function editsOf({ file, record }: FoundRecord, taken: readonly UnderstoodAnswer[]): FieldEdit[] {
  const own = taken.filter(({ meaning: { asked } }) => asked.item === undefined);
  const values = new Map(
    own.flatMap(({ meaning }) => (meaning.values ?? []).map(({ path, value }) => [path, value] as const)),
  );
  const lists = editedLists(record, taken);
  const edits = inOrder([...values.keys(), ...lists.keys()], keyRank(file.section))
    .filter((path) => lists.has(path) || !isStated(ownValueAt(record.value, keysBelow(path))))
    .map((path): FieldEdit => ({ keys: keysBelow(path), value: lists.get(path) ?? values.get(path) }));
  const notApplicable = taken.filter(({ meaning }) => meaning.values === undefined);
  return [
    ...edits,
    ...appended(record, 'notApplicable', [
      ...new Set(notApplicable.map(({ meaning: { asked } }) => asked.field)),
    ]),
    ...appended(record, 'answers', taken.map(sourceOf)),
  ];
}

/** @returns the lists of which items are answered for, by their paths, with what was answered in these items */
function editedLists(
  { value }: WrittenRecord,
  taken: readonly UnderstoodAnswer[],
): ReadonlyMap<string, readonly unknown[]> {
  const byList = new Map<string, UnderstoodAnswer[]>();
  for (const answer of taken) {
    const list = itemField(answer.meaning.asked.field)?.list;
    if (list !== undefined && answer.meaning.values !== undefined) addToGroup(byList, list, answer);
  }
  return new Map(
    [...byList].map(([list, answers]) => {
      const items = [...itemsOf(value, list)];
      // All are looked for in what is written: an answer may change what an item is known by.
      const places = answers.map(({ meaning: { asked } }) =>
        findItem(itemsOf(value, list), asked.item ?? []),
      );
      for (const [at, { meaning }] of answers.entries()) {
        const index = places[at];
        const item = typeof index === 'number' ? items[index] : undefined;
        if (typeof index === 'number' && isMapping(item))
          items[index] = (meaning.values ?? []).reduce(
            (changed, { path, value: one }) =>
              isStated(ownValueAt(changed, keysBelow(path)))
                ? changed
                : withValueAt(changed, keysBelow(path), one),
            item,
          );
      }
      return [list, items];
    }),
  );
}

/** Where an answer came from: an answer is no evidence, but whoever reads the inventory can ask. */
function sourceOf({ given, meaning }: UnderstoodAnswer): object {
  const { asked, by, date, remarks } = meaning;
  const item = asked.item === undefined ? undefined : nameOfItem(asked);
  return {
    ...{ field: asked.field, ...defined({ item, by, date }) },
    ...{ source: cellOf(given), ...defined({ remarks }) },
  };
}

function appended(record: WrittenRecord, key: string, items: readonly unknown[]): FieldEdit[] {
  return items.length === 0 ? [] : [{ keys: [key], value: [...listAt(record.value, key), ...items] }];
}

function listAt(record: unknown, key: string): readonly unknown[] {
  const list = isMapping(record) ? ownValueAt(record, [key]) : undefined;
  return Array.isArray(list) ? list : [];
}
