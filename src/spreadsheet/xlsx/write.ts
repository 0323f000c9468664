import { choiceSheetName } from '../choice-sheet.ts';
import { type SheetLayout, sheetNamed, type WorkbookLayout } from '../layout.ts';
import { columnName } from '../workbook.ts';
import { packArchive } from './pack.ts';
import { noteBoxesXml, notesXml } from './write-notes.ts';
import { fixedRangeOf, notesOf, sheetXml } from './write-sheet.ts';
import { Styles } from './write-styles.ts';
import { declaration, escapeXml, namespaces, SharedTexts } from './write-text.ts';

/**
 * Writes a workbook (ECMA-376-1, Transitional), for Excel from 2007 on and LibreOffice. It holds values alone: no formula, no
 * macro, no link. The same layout always gives the same bytes.
 *
 * @throws SpreadsheetError for a text that is longer than a cell may hold
 */
export function writeXlsx(layout: WorkbookLayout): Uint8Array {
  const lists = new ChoiceLists(
    sheetNamed(
      choiceSheetName,
      layout.sheets.map(({ name }) => name),
    ),
  );
  const shared = {
    texts: new SharedTexts(),
    styles: new Styles(),
    marking: layout.marking,
    placeOf: (choices: readonly string[]) => lists.placeOf(choices),
  };
  const shown = layout.sheets.findIndex(({ hidden }) => hidden !== true);
  const own = layout.sheets.map((sheet, index) => sheetXml(sheet, shared, index === shown));
  // Only now is known which lists the others use.
  const sheets = [...layout.sheets, ...lists.sheets()];
  const written = [...own, ...lists.sheets().map((sheet) => sheetXml(sheet, shared, false))];
  const parts = new Map([
    ['[Content_Types].xml', contentTypesXml(sheets)],
    ['_rels/.rels', relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets, Math.max(shown, 0))],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets)],
    ...written.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
    ...sheets.flatMap(noteParts),
    ['xl/styles.xml', shared.styles.xml()],
    ['xl/sharedStrings.xml', shared.texts.xml()],
  ]);
  return packArchive([...parts].map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })));
}

/** The lists of choices, on a hidden sheet: what stands in the cell itself may be neither long nor contain a comma. */
class ChoiceLists {
  readonly #name: string;
  readonly #columns = new Map<string, readonly string[]>();

  constructor(name: string) {
    this.#name = name;
  }

  placeOf(choices: readonly string[]): string {
    const key = JSON.stringify(choices);
    this.#columns.set(key, choices);
    const column = [...this.#columns.keys()].indexOf(key) + 1;
    return `${quoted(this.#name)}!${fixedRangeOf({ top: 1, left: column, bottom: choices.length, right: column })}`;
  }

  sheets(): SheetLayout[] {
    const columns = [...this.#columns.values()];
    if (columns.length === 0) return [];
    const length = Math.max(...columns.map((choices) => choices.length));
    const rows = Array.from({ length }, (_, index) => ({
      cells: columns.map((choices) => {
        const value = choices[index];
        return value === undefined ? undefined : { value };
      }),
    }));
    return [{ name: this.#name, hidden: true, widths: [], rows }];
  }
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function workbookXml(sheets: readonly SheetLayout[], shown: number): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  return `${declaration}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.office}"><bookViews><workbookView activeTab="${shown}" firstSheet="${shown}"/></bookViews><sheets>${list.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`;
}

/** Names that Excel itself looks for: what a filter covers, and what is repeated on each page (ECMA-376-1, 18.2.6). */
function definedNames({ name, filtered, frozen }: SheetLayout, index: number): string[] {
  const sheet = escapeXml(quoted(name));
  const filter =
    filtered &&
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${fixedRangeOf(filtered)}</definedName>`;
  const columns = frozen?.columns ? [`${sheet}!$A:$${columnName(frozen.columns)}`] : [];
  const rows = frozen?.rows ? [`${sheet}!$1:$${frozen.rows}`] : [];
  const titles = [...columns, ...rows].join(',');
  const repeated =
    titles === ''
      ? undefined
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titles}</definedName>`;
  return [filter, repeated].filter((one) => one !== undefined);
}

function workbookRelationships(sheets: readonly SheetLayout[]): string {
  return relationshipsXml([
    ...sheets.map(
      (_, index): Relationship => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`],
    ),
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdTexts', 'sharedStrings', 'sharedStrings.xml'],
  ]);
}

function noteParts(sheet: SheetLayout, index: number): [string, string][] {
  const notes = notesOf(sheet);
  const number = index + 1;
  if (notes.length === 0) return [];
  return [
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationshipsXml([
        ['rIdNotes', 'comments', `../comments${number}.xml`],
        ['rIdBoxes', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
      ]),
    ],
    [`xl/comments${number}.xml`, notesXml(notes)],
    [`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(notes)],
  ];
}

/** An id, the last word of a type, and where it leads. */
type Relationship = readonly [id: string, type: string, target: string];

function relationshipsXml(relationships: readonly Relationship[]): string {
  const list = relationships.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${namespaces.office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${namespaces.package}">${list.join('')}</Relationships>`;
}

function contentTypesXml(sheets: readonly SheetLayout[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ['/xl/sharedStrings.xml', 'sharedStrings'],
    ...sheets.flatMap((sheet, index) => [
      [`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'],
      ...(notesOf(sheet).length === 0 ? [] : [[`/xl/comments${index + 1}.xml`, 'comments']]),
    ]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${kind}.${type}+xml"/>`);
  return `${declaration}<Types xmlns="${namespaces.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`;
}
