import { addToGroup } from '../base/groups.ts';
import type { Path } from '../yaml/tape.ts';
import { type ImportState, recordKey } from './state.ts';

/** A cell of a register. */
export interface CellSource {
  /** the name of the file, without its folder */
  readonly file: string;
  readonly sheet: string;
  /** `M14`; of NetBox, whose lists stand for sheets, the id of the entry */
  readonly cell: string;
}

/** Where a record stands in a register, and its cells by the paths of fields. */
interface RecordCells {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Answers which cell a field of a record is from. */
export class CellIndex {
  readonly #records: ReadonlyMap<string, RecordCells>;
  /** what tables that update have given a record */
  readonly #fed = new Map<string, RecordCells[]>();

  /** lists are read of a NetBox alone */
  readonly #isNetbox: boolean;

  constructor({ sources, records, fed = [] }: ImportState) {
    this.#isNetbox = sources !== undefined;
    // Without the values, which are most of a state.
    this.#records = new Map(
      records.map(({ section, id, file, sheet, row, cells }) => [
        recordKey(section, id),
        { file, sheet, row, cells },
      ]),
    );
    for (const { section, id, file, sheet, row, cells } of fed)
      addToGroup(this.#fed, recordKey(section, id), { file, sheet, row, cells });
  }

  /**
   * @param path below the record. What stands inside a list is from the cell of the list, unless the field has a column of its own;
   *   of a mapping that several cells make up, the first of them counts. What has no column, and a record as a whole, stands where
   *   its name does.
   * @returns `undefined` where the record is from no register
   */
  sourceOf(section: string, id: string, path: Path): CellSource | undefined {
    const key = recordKey(section, id);
    // A table that updates wrote what stands there, whatever the register says.
    for (const { file, sheet, cells } of this.#fed.get(key) ?? []) {
      const cell = cellOfItemField(cells, path) ?? cellAbove(cells, keysBeforeItem(path));
      if (cell !== undefined) return { file, sheet, cell };
    }
    const record = this.#records.get(key);
    if (record === undefined) return undefined;
    const { file, sheet, row, cells } = record;
    // What the mapping alone says is from no list.
    if (this.#isNetbox) return file === '' ? undefined : { file: 'NetBox', sheet: file, cell: String(row) };
    const cell = cellOf(cells, path) ?? cells.get('name') ?? leftmost(cells) ?? `A${row}`;
    return { file, sheet, cell };
  }
}

function cellOf(cells: ReadonlyMap<string, string>, path: Path): string | undefined {
  const keys = keysBeforeItem(path);
  const above = cellOfItemField(cells, path) ?? cellAbove(cells, keys);
  if (above !== undefined || keys.length === 0) return above;
  const mapping = `${keys.join('.')}.`;
  for (const [field, cell] of cells) if (field.startsWith(mapping)) return cell;
  return undefined;
}

/** The cell of a field, or of what holds it. */
function cellAbove(cells: ReadonlyMap<string, string>, keys: Path): string | undefined {
  for (let length = keys.length; length > 0; length--) {
    const cell = cells.get(keys.slice(0, length).join('.'));
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** The cell of a field of the items of a list, where it has one of its own. */
function cellOfItemField(cells: ReadonlyMap<string, string>, path: Path): string | undefined {
  const list = keysBeforeItem(path);
  const field = path[list.length + 1];
  return typeof field === 'string' ? cells.get(`${list.join('.')}[].${field}`) : undefined;
}

function keysBeforeItem(path: Path): Path {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? path : path.slice(0, index);
}

/** Of the cells of a record without a name: shorter letters come first, as columns do. */
function leftmost(cells: ReadonlyMap<string, string>): string | undefined {
  const column = (cell: string) => cell.replace(/[0-9]+$/, '').padStart(3);
  return [...cells.values()].sort((a, b) => (column(a) < column(b) ? -1 : 1))[0];
}
