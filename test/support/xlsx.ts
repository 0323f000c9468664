import { columnName } from '../../src/spreadsheet/workbook.ts';
import { archiveOf } from './archive.ts';

/** A cell to write: its value, or how it is written in other ways. Nothing, or an empty text, leaves the cell out. */
export type XlsxCell =
  | string
  | number
  | boolean
  | undefined
  | {
      /** as it stands in `v`, or as a text that is shared */
      readonly value?: string | number | boolean;
      /** the code of a number format, or the number of one that is built in */
      readonly format?: string | number;
      readonly struckOut?: boolean;
      readonly formula?: string;
      /** the result of a formula that failed */
      readonly error?: string;
      /** runs of one text, crossed out or not; `undefined` as the cell is */
      readonly runs?: readonly { readonly text: string; readonly struckOut?: boolean }[];
      /** the reading of kanji, which stands beside a shared text */
      readonly reading?: string;
    };

export interface XlsxSheet {
  readonly name: string;
  readonly rows: readonly (readonly XlsxCell[])[];
  /** such as `A1:B2` */
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface XlsxContent {
  readonly sheets: readonly XlsxSheet[];
  readonly from1904?: boolean;
  /** parts to write in other ways, or to leave out; `undefined` leaves one out */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a workbook as Excel does, without what is not read. */
export function xlsxOf(content: XlsxContent): Uint8Array {
  return zipOf(xlsxParts(content));
}

/** Writes an archive. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return archiveOf(Object.entries(parts).map(([name, part]) => ({ name, data: Buffer.from(part) })));
}

/** @returns the parts of a workbook, to be changed before they are zipped */
export function xlsxParts({
  sheets,
  from1904,
  parts = {},
}: XlsxContent): Record<string, string | Uint8Array> {
  const strings = new SharedStrings();
  const styles = new Styles();
  const sheetParts = sheets.map((sheet, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, strings, styles),
  ]);
  const written: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': contentTypesXml(sheets.length),
    '_rels/.rels': relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, from1904 ?? false),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': strings.xml(),
    ...Object.fromEntries(sheetParts),
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(written).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== undefined),
  );
}

/** @returns the part that lists where another one leads: ids, last words of types, targets */
export function relationshipsXml(relationships: readonly (readonly [string, string, string])[]): string {
  const list = relationships.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`);
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

/** @returns the part of a sheet, of what stands inside of its root */
export function worksheetXml(inside: string): string {
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${inside}</worksheet>`;
}

export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_');
}

function workbookXml(sheets: readonly XlsxSheet[], from1904: boolean): string {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`;
}

function sheetXml(sheet: XlsxSheet, strings: SharedStrings, styles: Styles): string {
  const { rows, merges = [], hiddenRows = [], hiddenColumns = [] } = sheet;
  const hidden = new Set(hiddenRows);
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`);
  const written = rows.map((cells, index) => {
    const row = index + 1;
    const inside = cells.map((cell, column) =>
      cellXml(cell, `${columnName(column + 1)}${row}`, strings, styles),
    );
    return `<row r="${row}"${hidden.has(row) ? ' hidden="1"' : ''}>${inside.join('')}</row>`;
  });
  const merged = merges.map((area) => `<mergeCell ref="${area}"/>`);
  return worksheetXml(
    `<dimension ref="A1"/>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${written.join('')}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.join('')}</mergeCells>`}`,
  );
}

function cellXml(cell: XlsxCell, address: string, strings: SharedStrings, styles: Styles): string {
  if (cell === undefined || cell === '') return '';
  const { value, format, struckOut, formula, error, runs, reading } =
    typeof cell === 'object' ? cell : { value: cell };
  const style = styles.number(format, struckOut ?? false);
  const begin = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const f = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  if (error !== undefined) return `${begin} t="e">${f}<v>${error}</v></c>`;
  if (runs !== undefined) return `${begin} t="s"><v>${strings.number(runs.map(runXml).join(''))}</v></c>`;
  if (typeof value === 'boolean') return `${begin} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `${begin}>${f}<v>${value}</v></c>`;
  if (value === undefined) return `${begin}>${f}</c>`;
  if (formula !== undefined) return `${begin} t="str">${f}<v>${escapeXml(value)}</v></c>`;
  const phonetic = reading === undefined ? '' : `<rPh sb="0" eb="1"><t>${escapeXml(reading)}</t></rPh>`;
  return `${begin} t="s"><v>${strings.number(`${textXml(value)}${phonetic}`)}</v></c>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function runXml({ text, struckOut }: { readonly text: string; readonly struckOut?: boolean }): string {
  const font = struckOut === undefined ? '' : `<rPr>${struckOut ? '<strike/>' : '<b/>'}</rPr>`;
  return `<r>${font}${textXml(text)}</r>`;
}

/** The texts that are written so far, each once. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();

  number(inside: string): number {
    const number = this.numbers.get(inside) ?? this.numbers.size;
    this.numbers.set(inside, number);
    return number;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((inside) => `<si>${inside}</si>`);
    return `${declaration}<sst xmlns="${main}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** The styles that are written so far: fonts are 0, and 1 for what is crossed out. */
class Styles {
  private readonly styles: string[] = ['0 0'];
  private readonly formats: string[] = [];

  number(format: string | number | undefined, struckOut: boolean): number {
    const id = typeof format === 'string' ? this.formatId(format) : (format ?? 0);
    const style = `${id} ${struckOut ? 1 : 0}`;
    const known = this.styles.indexOf(style);
    return known >= 0 ? known : this.styles.push(style) - 1;
  }

  xml(): string {
    const formats = this.formats.map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
    );
    const styles = this.styles.map((style) => {
      const [format, font] = style.split(' ');
      return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`;
    });
    return `${declaration}<styleSheet xmlns="${main}"><numFmts>${formats.join('')}</numFmts><fonts><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><font><strike/></font><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>`;
  }

  private formatId(code: string): number {
    const known = this.formats.indexOf(code);
    return 164 + (known >= 0 ? known : this.formats.push(code) - 1);
  }
}
