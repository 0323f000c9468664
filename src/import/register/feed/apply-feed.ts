import type { Day } from '../../../base/date.ts';
import { addToGroup, groupBy } from '../../../base/groups.ts';
import type { Mapping } from '../../../base/mapping.ts';
import { keysOf } from '../../../register/field-path.ts';
import { sheetKey } from '../../../register/state.ts';
import type { FieldEdit } from '../../merge/edit-record.ts';
import { inOrder, keyRank } from '../../merge/field-order.ts';
import { isStated, ownValueAt, sameValue, stated, withValueAt } from '../../merge/record-value.ts';
import { sectionIn } from '../../merge/section-file.ts';
import type { RecordSection } from '../fields.ts';
import { boundsOf } from '../kinds/date.ts';
import { fieldOf } from '../target.ts';
import { editFile } from './edit-file.ts';
import { type FeedFile, holds } from './feed-files.ts';
import type { AppliedFeed, FeedProblem, RefusedRow, UpdatedRecord } from './feed-result.ts';
import type { FeedRow } from './feed-rows.ts';
import { type KnownRecord, KnownRecords, placeOfKnown, recordsOfSection } from './known-records.ts';

/**
 * Finds the record of each row, and sets what the row says of it in the text of its file. A row that is refused keeps no other from
 * being taken: each is about a record of its own, and is taken at the next run once it is mended.
 */
export async function applyFeed(
  rows: readonly FeedRow[],
  files: readonly FeedFile[],
  today: Day,
): Promise<AppliedFeed> {
  const feed = new Feed(files, today);
  for (const own of groupBy(rows, ({ update }) => `${update.section} ${update.key}`).values())
    feed.match(own);
  return feed.write(rows);
}

/** What rows make of a record. */
interface Draft {
  readonly rows: FeedRow[];
  value: Mapping;
}

class Feed {
  readonly #files: readonly FeedFile[];
  readonly #records = new Map<RecordSection, readonly KnownRecord[]>();
  readonly #drafts = new Map<KnownRecord, Draft>();
  readonly #refused: RefusedRow[] = [];
  readonly #today: Day;
  #passedOver = 0;

  constructor(files: readonly FeedFile[], today: Day) {
    this.#files = files;
    this.#today = today;
  }

  /** @param rows of one section, which are known by one key */
  match(rows: readonly FeedRow[]): void {
    const [first] = rows;
    if (first === undefined) return;
    const records = new KnownRecords(this.#recordsOf(first.update.section), first.update);
    const byRecord = new Map<KnownRecord, FeedRow[]>();
    for (const row of rows) {
      const found = records.find(row.keys);
      const [known] = found;
      if (known === undefined && row.update.ignoreOthers) this.#passedOver++;
      else if (known === undefined) this.#refused.push({ row, why: 'no-record' });
      else if (found.length === 1) addToGroup(byRecord, known, row);
      else this.#refused.push({ row, why: 'several-records', places: found.map((one) => placeOfKnown(one)) });
    }
    for (const [known, own] of byRecord)
      for (const alike of groupBy(own, ({ source }) => sheetKey(source)).values()) this.#take(known, alike);
  }

  /** Several tables may be for one record, but not several rows of one: nothing tells which of them holds. */
  #take(known: KnownRecord, rows: readonly FeedRow[]): void {
    const draft = this.#drafts.get(known) ?? { rows: [], value: known.record.value };
    this.#drafts.set(known, draft);
    const numbers = rows.map(({ source }) => source.row);
    for (const row of rows) {
      const wrong = futureDate(row, this.#today) ?? olderDate(known, draft.value, row, this.#today);
      if (rows.length > 1) this.#refused.push({ row, why: 'several-rows', rows: numbers });
      else if (wrong !== undefined) this.#refused.push(wrong);
      else {
        draft.rows.push(row);
        for (const [path, { value }] of row.values)
          if (isStated(value)) draft.value = withValueAt(draft.value, keysOf(path), stated(value));
      }
    }
  }

  #recordsOf(section: RecordSection): readonly KnownRecord[] {
    const known =
      this.#records.get(section) ??
      this.#files
        .filter((file) => holds(file, section))
        .flatMap((file) => recordsOfSection(file, sectionIn(section, file.yaml)));
    this.#records.set(section, known);
    return known;
  }

  async write(rows: readonly FeedRow[]): Promise<AppliedFeed> {
    const texts = new Map<string, string>();
    const problems: FeedProblem[] = [];
    const all = [...this.#drafts].map(([known, draft]) => updatedRecord(known, draft));
    const lost = new Set<UpdatedRecord>();
    const changed = all.filter(({ edits }) => edits.length > 0);
    for (const [file, own] of groupBy(changed, ({ known }) => known.file)) {
      const edited = await editFile(file, own);
      problems.push(...edited.problems.map((problem) => ({ shown: file.shown, problem })));
      if (edited.text !== undefined) texts.set(file.path, edited.text);
      for (const { record, refused } of edited.refused) {
        lost.add(record);
        this.#refused.push(...refused);
      }
    }
    const order = new Map(rows.map((row, index) => [row, index]));
    this.#refused.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0));
    return {
      updated: all.filter((one) => !lost.has(one) && one.rows.length > 0),
      refused: this.#refused,
      passedOver: this.#passedOver,
      without: [...this.#records].map(([section, records]) => ({
        section,
        records: records.filter((known) => !this.#drafts.has(known)).length,
      })),
      ...{ texts, problems },
    };
  }
}

/** A row with a date of what was done that is for certain still to come. Taken, it would stand in the way of every later table. */
function futureDate(row: FeedRow, today: Day): RefusedRow | undefined {
  for (const [path, { value: given, cell }] of row.values) {
    if (fieldOf(row.update.section, path)?.shape.past !== true) continue;
    const first = boundsOf(String(given))?.first;
    if (first !== undefined && first > today) return { row, why: 'future', path, cell, given, today };
  }
  return undefined;
}

/** A row with a date that is for certain before the one that stands: its table was written earlier than what is known already. */
function olderDate(known: KnownRecord, value: Mapping, row: FeedRow, today: Day): RefusedRow | undefined {
  for (const [path, { value: given, cell }] of row.values) {
    const shape = fieldOf(row.update.section, path)?.shape;
    if (shape?.format === undefined) continue;
    const stands = ownValueAt(value, keysOf(path));
    const [last, first] = [boundsOf(String(given))?.last, boundsOf(String(stands))?.first];
    // A day that is still to come, of something that was done, is no knowledge.
    if (first !== undefined && shape.past === true && first > today) continue;
    if (last !== undefined && first !== undefined && last < first)
      return { row, why: 'older', path, cell, given, stands, place: placeOfKnown(known, path) };
  }
  return undefined;
}

/** What is added comes in the order of the vocabulary. */
function updatedRecord(known: KnownRecord, { rows, value }: Draft): UpdatedRecord {
  const paths = new Set(rows.flatMap((row) => [...row.values.keys()]));
  const edits = inOrder(paths, keyRank(known.section.section)).flatMap((path): FieldEdit[] => {
    const keys = keysOf(path);
    const to = ownValueAt(value, keys);
    return to === undefined || sameValue(ownValueAt(known.record.value, keys), to)
      ? []
      : [{ keys, value: to }];
  });
  return { known, rows, edits };
}
