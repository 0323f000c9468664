import type { SpreadsheetLimits } from '../limits.ts';
import { damaged, refuseMore } from '../problem.ts';
import type { Area, Cell, Row, Sheet } from '../workbook.ts';
import { columnOf, lastColumn, lastRow, packedAddress, readArea, rowOf } from './address.ts';
import type { Archive } from './archive.ts';
import type { CellReader, CellSource } from './cell.ts';
import { withoutCovered } from './merges.ts';
import { isOn, RichTextReader, writtenLength } from './rich-text.ts';
import { type Attributes, readXml } from './xml.ts';

/** Counts the cells of all sheets. */
export interface CellCount {
  cells: number;
}

/**
 * Reads a sheet (ECMA-376-1, section 18.3.1.99). Its stated size is not looked at: it is often wrong.
 *
 * @throws SpreadsheetError for a part that cannot be read, or more in it than there may be
 */
export function readSheet(
  archive: Archive,
  part: string,
  name: string,
  cells: CellReader,
  limits: SpreadsheetLimits,
  count: CellCount,
): Sheet {
  const reader = new SheetReader(part, name, cells, limits, count);
  readXml(part, archive.unpack(part), 'worksheet', reader);
  return reader.sheet();
}

/** One object for all cells: a million of them would be garbage by the time they are read. */
class SheetReader implements CellSource {
  type = 'n';
  style = 0;
  value = '';
  formula: string | undefined;
  readonly inline = new RichTextReader();
  readonly part: string;

  private readonly name: string;
  private readonly cells: CellReader;
  private readonly limits: SpreadsheetLimits;
  private readonly count: CellCount;

  private readonly rows: Row[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly merges: Area[] = [];
  private readonly usedColumns = new Uint8Array(lastColumn + 1);
  private columnsUsed = 0;
  private columnsListed = 0;

  private row = 0;
  private rowHidden = false;
  private rowCells = new Map<number, Cell>();
  private column = 0;
  private isInOrder = true;
  private isRowInOrder = true;
  private element = '';

  constructor(part: string, name: string, cells: CellReader, limits: SpreadsheetLimits, count: CellCount) {
    this.part = part;
    this.name = name;
    this.cells = cells;
    this.limits = limits;
    this.count = count;
  }

  open(element: string, attributes: Attributes): void {
    switch (element) {
      case 'c':
        this.beginCell(attributes);
        break;
      case 'v':
        this.element = 'v';
        break;
      case 'f':
        this.element = 'f';
        this.formula = '';
        break;
      case 'is':
        this.element = 'is';
        break;
      case 'row':
        this.beginRow(attributes);
        break;
      case 'col':
        this.addColumns(attributes);
        break;
      case 'mergeCell':
        this.addMerge(attributes);
        break;
      default:
        if (this.element === 'is') this.inline.open(element, attributes);
    }
  }

  text(text: string): void {
    if (this.element === 'v') this.value += text;
    else if (this.element === 'f') this.formula += text;
    else if (this.element === 'is') this.inline.text(text);
    else return;
    const length = this.value.length + (this.formula?.length ?? 0) + this.inline.length;
    if (length > this.limits.cellCharacters)
      refuseMore(writtenLength(length), 'cellCharacters', this.limits, this.name);
  }

  close(element: string): void {
    switch (element) {
      case 'c':
        this.endCell();
        break;
      case 'v':
      case 'f':
      case 'is':
        this.element = '';
        break;
      case 'row':
        this.endRow();
        break;
      default:
        if (this.element === 'is') this.inline.close(element);
    }
  }

  sheet(): Sheet {
    const { rows, merges } = this;
    if (!this.isInOrder) rows.sort((one, other) => one.number - other.number);
    return {
      name: this.name,
      rows: withoutCovered(rows, merges, this.part),
      hiddenColumns: this.hiddenColumns,
      merges,
    };
  }

  /** A row or cell without address stands behind the one before it (ECMA-376-1, sections 18.3.1.4 and 18.3.1.73). */
  private beginRow({ r, hidden }: Attributes): void {
    const before = this.row;
    this.row = r === undefined ? before + 1 : Number(r);
    if (!(Number.isInteger(this.row) && this.row >= 1 && this.row <= lastRow))
      throw damaged('address', this.part);
    if (this.row <= before) this.isInOrder = false;
    this.rowHidden = hidden !== undefined && isOn(hidden);
    this.rowCells = new Map();
    this.isRowInOrder = true;
    this.column = 0;
  }

  private endRow(): void {
    if (this.rowCells.size === 0) return;
    const cells = this.isRowInOrder
      ? this.rowCells
      : new Map([...this.rowCells].sort(([one], [other]) => one - other));
    this.rows.push({ number: this.row, ...(this.rowHidden && { hidden: true as const }), cells });
    refuseMore(this.rows.length, 'rows', this.limits, this.name);
  }

  private beginCell({ r, s, t }: Attributes): void {
    const before = this.column;
    if (r === undefined) this.column = before + 1;
    else {
      const packed = packedAddress(r);
      if (rowOf(packed) !== this.row) throw damaged('address', this.part);
      this.column = columnOf(packed);
    }
    if (this.column > lastColumn || this.row === 0) throw damaged('address', this.part);
    if (this.column <= before) this.isRowInOrder = false;
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.value = '';
    this.formula = undefined;
    this.element = '';
    if (this.inline.length > 0) this.inline.take();
  }

  private endCell(): void {
    const cell = this.cells.read(this);
    if (cell === undefined) return;
    refuseMore(cell.text.length, 'cellCharacters', this.limits, this.name);
    if (this.rowCells.has(this.column)) throw damaged('same-address', this.part);
    this.rowCells.set(this.column, cell);
    this.count.cells += 1;
    refuseMore(this.count.cells, 'cells', this.limits);
    if (this.usedColumns[this.column] === 1) return;
    this.usedColumns[this.column] = 1;
    this.columnsUsed += 1;
    refuseMore(this.columnsUsed, 'columns', this.limits, this.name);
  }

  private addColumns({ min, max, hidden }: Attributes): void {
    if (hidden === undefined || !isOn(hidden)) return;
    const last = Math.min(Number(max), lastColumn);
    for (let column = Math.max(Number(min), 1); column <= last; column += 1) {
      this.hiddenColumns.add(column);
      this.columnsListed += 1;
    }
    // Each column is listed once; a list that repeats all of them again and again would take minutes.
    if (this.columnsListed > 2 * lastColumn) throw damaged('address', this.part);
  }

  private addMerge({ ref }: Attributes): void {
    const area = readArea(ref ?? '');
    if (area === undefined) throw damaged('address', this.part);
    if (area.top === area.bottom && area.left === area.right) return;
    this.merges.push(area);
    refuseMore(this.merges.length, 'merges', this.limits, this.name);
  }
}
