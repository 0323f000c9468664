import { addressOf, columnName } from '../../spreadsheet/workbook.ts';
import { type Answers, readAnswers } from './answers.ts';
import { FieldPlaces } from './field-places.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { madeName } from './made-name.ts';
import type { MappedColumn, MappedSheet } from './mapping.ts';
import { ownIdHeader, restTarget } from './own-headers.ts';
import type { QuestionCode, Reading } from './reading.ts';
import { type ReadValue, RecordMaker } from './record-maker.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';
import { readCell } from './values.ts';

export type { ReadValue };

/** A column of a sheet, and what the mapping says of it. */
export interface UsedColumn {
  readonly column: TableColumn;
  readonly mapped: MappedColumn;
  /** how many columns of the same header stand to its left */
  readonly occurrence: number;
  /** the key under which texts are kept that go to no field: `x-備考` */
  readonly kept: string;
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
  /** the cells of fields of which the values have none, or another one: see `StateRecord.cells` */
  readonly places?: ReadonlyMap<string, string>;
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

  read({ row, cells, blanks }: TableRow): void {
    const made = new RecordMaker();
    const places = new FieldPlaces();
    const counts = { values: 0, kept: 0, asked: 0, answered: 0, repeated: 0, rowNumbers: 0 };
    for (const column of this.#columns) {
      const written = cells.get(column.column.column);
      const cell = written ?? (column.mapped.repeats ? this.#last.get(column) : undefined);
      const at = cell === undefined ? blanks?.get(column.column.column) : cell.at;
      const address = at === undefined ? `${column.letters}${row}` : addressOf(at.row, at.column);
      // Of a form on its side only its own cells have an address.
      if (cell !== undefined || blanks === undefined || at !== undefined) places.add(column.fields, address);
      if (cell === undefined) {
        this.#counts.empty++;
        continue;
      }
      this.#last.set(column, cell);
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
      places: places.beside(values),
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
