import { addressOf, columnName } from '../../spreadsheet/workbook.ts';
import { type Answers, readAnswers } from './answers.ts';
import type { FieldTarget, RecordSection, RegisterValue } from './fields.ts';
import { madeName } from './made-name.ts';
import type { MappedColumn, MappedSheet } from './mapping.ts';
import { ownIdHeader, restTarget } from './own-headers.ts';
import { type QuestionCode, type Reading, type StatedValue, underHeader } from './reading.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';
import { readCell } from './values.ts';

/** A column of a sheet, and what the mapping says of it. */
export interface UsedColumn {
  readonly column: TableColumn;
  readonly mapped: MappedColumn;
  /** how many columns of the same header stand to its left */
  readonly occurrence: number;
  /** the key under which texts are kept that go to no field: `x-備考` */
  readonly kept: string;
}

/** A value, with the text that it was read from and where that is kept if the value turns out to be none. */
export interface ReadValue extends RegisterValue {
  readonly text: string;
  readonly kept: string;
  /** whether it is written as it stands in a file, so that what it names is an id */
  readonly isAsWritten?: true;
}

/** A row of a register as a record, before it has an id. */
export interface ReadRow {
  readonly row: number;
  /** its own number (管理番号), if it has one */
  readonly number?: string;
  /** whether the number is an id that sekisho wrote, to be taken as it stands */
  readonly isId?: true;
  /** the cell of that number, and where its text is kept if the id turns out to be another */
  readonly numberCell?: ReadValue;
  readonly values: ReadonlyMap<string, ReadValue>;
}

/** A text whose meaning has to be asked, once for the column. */
export interface OpenQuestion {
  readonly column: UsedColumn;
  readonly word: string;
  /** `nothing`: －, 対象外 and the like */
  readonly code: QuestionCode | 'nothing';
  readonly proposed?: unknown;
  /** the addresses of the cells, from top to bottom */
  readonly cells: readonly string[];
}

/** What became of the cells of a table. Together they are all of its cells, empty ones included. */
export interface CellCounts {
  /** went to a field */
  values: number;
  /** kept under `x-`, since the column has no field or only a guessed one */
  kept: number;
  /** wait for an answer, and are kept under `x-` until then */
  asked: number;
  /** say by an answer of the mapping that the field does not apply, or was not filled in */
  answered: number;
  /** repeat what stands above */
  repeated: number;
  /** only count the rows */
  rowNumbers: number;
  /** stand in rows that have no name, of which no record can be made */
  nameless: number;
  empty: number;
}

/** What a sheet gives. */
export interface ReadSheet {
  readonly rows: readonly ReadRow[];
  /** rows in which something stands, but no name, or nothing that finds the record to update: they are of no use */
  readonly nameless: readonly number[];
  readonly questions: readonly OpenQuestion[];
  /** lists of words whose other words may or may not be meant, which the mapping does not say */
  readonly incomplete: readonly string[];
  readonly counts: CellCounts;
  /** cells that are crossed out, or the result of a formula that failed */
  readonly struckOut: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Lists of words to which a sheet has a column for each word, and what must be known so that a list says no more than the sheet: a
 * list without My Number says that there is none, and an empty one that there is no personal information either.
 */
const wholeLists: Readonly<Record<string, (words: ReadonlyMap<string, boolean>) => boolean>> = {
  contains: (words) =>
    words.get('personal-information') === false ||
    words.get('my-number') === true ||
    (words.has('my-number') && words.has('personal-information')),
  affairs: (words) => words.get('my-number-use') === true,
};

/** Lists in which a kind that is left out may be meant all the same, so that what a sheet says can be written as it is. */
const openLists: Partial<Record<RecordSection, readonly string[]>> = {
  personalInformationFiles: ['contains'],
};

/** Reads the rows of a table as records of a section, or as what such records are to be updated by. */
export function readRecords(
  table: Table,
  section: RecordSection,
  columns: readonly UsedColumn[],
  sheet: Pick<MappedSheet, 'complete' | 'update'>,
): ReadSheet {
  const reader = new SheetReader(section, columns, sheet);
  for (const row of table.rows) reader.read(row);
  return reader.result();
}

/** A column with all that is the same for each of its cells. */
interface ReadColumn extends UsedColumn {
  readonly letters: string;
  readonly answers: Answers;
  /** the keys under which its texts are kept, where it has no field */
  readonly keys: readonly FieldTarget[] | undefined;
  /** its fields but for the id */
  readonly fields: readonly FieldTarget[];
  readonly isNumber: boolean;
  /** what its texts were read as: most columns say the same few things over and over */
  readonly readings: Map<string, Reading>;
}

function readColumn(column: UsedColumn): ReadColumn {
  const { mapped, kept } = column;
  const targets = mapped.field ?? [];
  const isKept = targets.every((target) => target.startsWith('x-'));
  return {
    ...column,
    letters: columnName(column.column.column),
    answers: readAnswers(Object.fromEntries(mapped.answers)),
    keys: !isKept ? undefined : targets.length === 0 ? [kept] : targets,
    fields: targets.filter((target) => target !== 'id'),
    isNumber: targets.includes('id'),
    readings: new Map(),
  };
}

class SheetReader {
  readonly #section: RecordSection;
  readonly #columns: readonly ReadColumn[];
  readonly #complete: ReadonlySet<string>;
  readonly #isUpdate: boolean;
  /** whether a column says what its records are called */
  readonly #hasNames: boolean;
  /** what a row must have to be of any use: a record its name, an update what finds its record */
  readonly #known: FieldTarget;
  readonly #rows: ReadRow[] = [];
  readonly #nameless: number[] = [];
  readonly #questions = new Map<string, OpenQuestion & { readonly cells: string[] }>();
  readonly #incomplete = new Set<string>();
  readonly #struckOut: string[] = [];
  readonly #errors: string[] = [];
  readonly #last = new Map<UsedColumn, TableCell>();
  readonly #counts: CellCounts = {
    values: 0,
    kept: 0,
    asked: 0,
    answered: 0,
    repeated: 0,
    rowNumbers: 0,
    nameless: 0,
    empty: 0,
  };

  constructor(
    section: RecordSection,
    columns: readonly UsedColumn[],
    { complete, update }: Pick<MappedSheet, 'complete' | 'update'>,
  ) {
    this.#known = update?.key ?? 'name';
    this.#section = section;
    this.#columns = columns.map(readColumn);
    this.#complete = new Set([...complete, ...(openLists[section] ?? [])]);
    this.#isUpdate = update !== undefined;
    this.#hasNames = columns.some(({ mapped }) => mapped.field?.includes('name'));
  }

  result(): ReadSheet {
    return {
      rows: this.#rows,
      nameless: this.#nameless,
      questions: [...this.#questions.values()],
      incomplete: [...this.#incomplete],
      counts: this.#counts,
      struckOut: this.#struckOut,
      errors: this.#errors,
    };
  }

  read({ row, cells }: TableRow): void {
    const made = new RecordMaker();
    const counts = { values: 0, kept: 0, asked: 0, answered: 0, repeated: 0, rowNumbers: 0 };
    for (const column of this.#columns) {
      const written = cells.get(column.column.column);
      const cell = written ?? (column.mapped.repeats ? this.#last.get(column) : undefined);
      if (cell === undefined) {
        this.#counts.empty++;
        continue;
      }
      this.#last.set(column, cell);
      const address =
        cell.at === undefined ? `${column.letters}${row}` : addressOf(cell.at.row, cell.at.column);
      if (cell.struckOut) this.#struckOut.push(address);
      const isRepeated = written === undefined || cell.repeats !== undefined;
      const became = this.#take(column, cell, address, made);
      counts[isRepeated ? 'repeated' : became]++;
    }
    const unsettled = made.settleLists(this.#complete);
    for (const { list, asked } of unsettled) {
      this.#incomplete.add(list);
      // Those that repeat what stands above are counted as such.
      const moved = Math.min(asked, counts.values);
      counts.values -= moved;
      counts.asked += moved;
    }
    const { values, number, isId } = made;
    const called = this.#isUpdate || this.#hasNames || isId ? undefined : madeName(this.#section, values);
    const from = called && values.get(called.from);
    if (from !== undefined) made.set('name', { ...from, value: called?.name });
    // What sekisho wrote may be a record that never had a name; it is known by its id.
    const isKnown = (this.#known === 'id' ? number : values.get(this.#known)) !== undefined;
    if (!isKnown && !isId) {
      this.#nameless.push(row);
      const { rowNumbers, ...others } = counts;
      this.#counts.rowNumbers += rowNumbers;
      for (const count of Object.values(others)) this.#counts.nameless += count;
      return;
    }
    for (const became of countKeys) this.#counts[became] += counts[became];
    this.#rows.push({
      row,
      values,
      ...(number === undefined ? {} : { number: number.text, numberCell: number }),
      ...(isId && { isId }),
    });
  }

  /** @returns what became of the cell */
  #take(
    column: ReadColumn,
    cell: TableCell,
    address: string,
    made: RecordMaker,
  ): Exclude<keyof CellCounts, 'empty' | 'nameless'> {
    if (column.mapped.rowNumber) return 'rowNumbers';
    const value = { value: cell.text, text: cell.text, cell: address, kept: column.kept };
    if (cell.isError) {
      this.#errors.push(address);
      made.set(column.kept, value);
      return 'kept';
    }
    if (column.keys !== undefined) {
      for (const target of column.keys) made.set(target, value);
      return 'kept';
    }
    if (column.isNumber) made.number = value;
    if (column.column.header === ownIdHeader) made.isId = true;
    if (column.fields.length === 0) return 'values';
    const reading = this.#reading(column, cell.text);
    switch (reading.kind) {
      case 'value':
        made.state(
          reading.values,
          column.fields.includes(restTarget) ? { ...value, isAsWritten: true } : value,
        );
        return 'values';
      case 'not-applicable':
        // Tables that update say nothing of what fields are for.
        if (!this.#isUpdate) made.stateNotApplicable(column.fields, value);
        return 'answered';
      case 'blank':
        return 'answered';
      case 'nothing':
        this.#ask(column, cell.text, address, { code: 'nothing' });
        break;
      case 'question':
        this.#ask(column, cell.text, address, reading);
    }
    made.set(column.kept, value);
    return 'asked';
  }

  #reading(column: ReadColumn, text: string): Reading {
    const { readings } = column;
    let reading = readings.get(text);
    if (reading === undefined) {
      reading = readCell(text, column.fields, this.#section, column.answers);
      // Of a year alone the header says which: below 購入年度, R3 is a fiscal year.
      if (
        reading.kind === 'question' &&
        reading.code === 'year-alone' &&
        column.column.header.endsWith('年度')
      ) {
        const year = readCell(
          `${text.trim().replace(/年$/u, '')}年度`,
          column.fields,
          this.#section,
          column.answers,
        );
        if (year.kind === 'value') reading = year;
      }
      if (readings.size < mostReadings) readings.set(text, reading);
    }
    return reading;
  }

  #ask(
    column: UsedColumn,
    word: string,
    address: string,
    { code, proposed }: { readonly code: OpenQuestion['code']; readonly proposed?: unknown },
  ): void {
    const key = JSON.stringify([column.column.column, word]);
    const known = this.#questions.get(key);
    if (known !== undefined) known.cells.push(address);
    else
      this.#questions.set(key, {
        column,
        word,
        code,
        ...(proposed === undefined ? {} : { proposed }),
        cells: [address],
      });
  }
}

/** What is kept of one column, which may hold another text in each row. */
const mostReadings = 1000;

const countKeys = ['values', 'kept', 'asked', 'answered', 'repeated', 'rowNumbers'] as const;

/** A record in the making: what its cells say, one after the other. */
class RecordMaker {
  readonly values = new Map<string, ReadValue>();
  number: ReadValue | undefined;
  isId: true | undefined;
  /** by list, whether each word belongs into it */
  readonly #words = new Map<string, Map<string, ReadValue>>();

  set(path: FieldTarget, value: ReadValue): void {
    const held = this.values.get(path);
    // Two texts under one key are both kept.
    const isJoined = held !== undefined && path.startsWith('x-') && held.value !== value.value;
    this.values.set(path, isJoined ? { ...held, value: `${held.value}\n${value.value}` } : value);
  }

  state(stated: readonly StatedValue[], from: ReadValue): void {
    for (const { path, value } of stated) {
      const { list, word } = wordOf(path);
      if (list !== undefined && word !== undefined) {
        const words = this.#words.get(list) ?? new Map<string, ReadValue>();
        words.set(word, { ...from, value });
        this.#words.set(list, words);
      } else if (path === underHeader) this.set(from.kept, { ...from, value });
      else if (this.#holdsOther(path, value)) this.set(from.kept, { ...from, value: from.text });
      else this.set(path, { ...from, value: this.#joined(path, value) });
    }
  }

  /** Notes that fields do not apply to the record. Of one word of a list that says nothing: the others may apply. */
  stateNotApplicable(targets: readonly FieldTarget[], from: ReadValue): void {
    const fields = targets.filter((target) => !target.startsWith('x-') && !/\[[^\]]+\]$/u.test(target));
    if (fields.length > 0) this.state([{ path: 'notApplicable', value: fields }], from);
  }

  /** Whether another column says something else of a field that has one value: that of the first column stays. */
  #holdsOther(path: string, value: unknown): boolean {
    const held = this.values.get(path)?.value;
    if (held === undefined || path.startsWith('x-')) return false;
    return !(Array.isArray(held) && Array.isArray(value)) && held !== value;
  }

  /** Items of one list may stand in several columns: the first item of each makes up the first item. */
  #joined(path: string, value: unknown): unknown {
    const held = this.values.get(path)?.value;
    if (!Array.isArray(held) || !Array.isArray(value)) return value;
    if (!isItems(held) || !isItems(value)) return [...new Set([...held, ...value])];
    const length = Math.max(held.length, value.length);
    return Array.from({ length }, (_, index) => ({ ...held[index], ...value[index] }));
  }

  /** @returns the lists of which too little is known to write them, and how many cells wait for that */
  settleLists(complete: ReadonlySet<string>): { readonly list: string; readonly asked: number }[] {
    const open: { list: string; asked: number }[] = [];
    for (const [list, words] of this.#words) {
      const known = new Map([...words].map(([word, { value }]) => [word, value === true]));
      const [first] = words.values();
      if (first === undefined) continue;
      if (complete.has(list) || wholeLists[list]?.(known) === true) {
        const own = [...known].filter(([, isIn]) => isIn).map(([word]) => word);
        this.values.set(list, { ...first, value: this.#joined(list, own) });
      } else {
        open.push({ list, asked: new Set([...words.values()].map(({ cell }) => cell)).size });
        for (const value of words.values()) this.set(value.kept, { ...value, value: value.text });
      }
    }
    return open;
  }
}

/** The word that a target is about, and its list; most are about none. */
function wordOf(path: FieldTarget): { readonly list?: string; readonly word?: string } {
  return path.endsWith(']') ? (/^(?<list>[^[]+)\[(?<word>.+)\]$/u.exec(path)?.groups ?? {}) : {};
}

function isItems(list: readonly unknown[]): list is readonly object[] {
  return list.length > 0 && list.every((item) => typeof item === 'object' && item !== null);
}
