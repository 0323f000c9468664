import type { SpreadsheetLimits } from '../limits.ts';
import { damaged, refuseMore } from '../problem.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import type { Archive } from './archive.ts';
import { CellReader } from './cell.ts';
import { type Relationship, readRelationships } from './relationships.ts';
import { isOn, unescapeText } from './rich-text.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type CellCount, readSheet } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readXml } from './xml.ts';

/** A sheet as the workbook lists it. */
interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** the relationship that leads to it */
  readonly relationship: string;
}

/** Where the list of sheets is, unless the archive says otherwise. */
const usualPart = 'xl/workbook.xml';

/** @returns the part that lists the sheets */
export function workbookPart(archive: Archive): string {
  return readRelationships(archive, '').find(({ type }) => type === 'officeDocument')?.part ?? usualPart;
}

/** Tells where the sheets of a workbook are, by their names, and how it counts days. */
export function sheetParts(
  archive: Archive,
  limits: SpreadsheetLimits,
): { readonly parts: ReadonlyMap<string, string>; readonly from1904: boolean } {
  const part = workbookPart(archive);
  const { sheets, from1904 } = readSheetList(archive, part, limits);
  const byId = new Map(readRelationships(archive, part).map(({ id, part: target }) => [id, target]));
  const parts = sheets.flatMap(({ name, relationship }) => {
    const target = byId.get(relationship);
    return target === undefined ? [] : [[name, target] as const];
  });
  return { parts: new Map(parts), from1904 };
}

/**
 * Reads a workbook of Office Open XML (ECMA-376, or its strict variant), with or without macros, of which nothing is run.
 *
 * @throws SpreadsheetError for one that cannot be read
 */
export function readXlsx(archive: Archive, limits: SpreadsheetLimits): Workbook {
  const part = workbookPart(archive);
  const { sheets, from1904 } = readSheetList(archive, part, limits);
  const relationships = readRelationships(archive, part);
  const partOf = (type: string) => relationships.find((relationship) => relationship.type === type)?.part;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const cells = new CellReader(
    strings === undefined ? [] : readSharedStrings(archive, strings, limits),
    styles === undefined ? [] : readStyles(archive, styles),
    from1904,
  );
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const count: CellCount = { cells: 0 };
  return {
    sheets: sheets.map(({ name, hidden, relationship }) => ({
      ...sheetAt(archive, byId.get(relationship), name, cells, limits, count),
      ...(hidden && { hidden: true as const }),
    })),
  };
}

function sheetAt(
  archive: Archive,
  relationship: Relationship | undefined,
  name: string,
  cells: CellReader,
  limits: SpreadsheetLimits,
  count: CellCount,
): Sheet {
  if (relationship === undefined) throw damaged('missing-part', name);
  // A sheet that is a chart or a dialogue has no cells, but is one of the sheets that people see.
  if (/^(chart|dialog|xlMacro|xlIntlMacro)sheet$/i.test(relationship.type))
    return { name, rows: [], hiddenColumns: new Set(), merges: [] };
  return readSheet(archive, relationship.part, name, cells, limits, count);
}

/** Reads which sheets there are, in their order, and how days are counted (ECMA-376-1, sections 18.2.19, 18.2.20 and 18.2.28). */
function readSheetList(
  archive: Archive,
  part: string,
  limits: SpreadsheetLimits,
): { sheets: readonly ListedSheet[]; from1904: boolean } {
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  readXml(part, archive.unpack(part), 'workbook', {
    open(element, attributes) {
      if (element === 'workbookPr') {
        const { date1904 } = attributes;
        from1904 = date1904 !== undefined && isOn(date1904);
      } else if (element === 'sheet') {
        const { name = '', state } = attributes;
        // It is an attribute of another namespace, whatever its prefix; the number of the sheet is `sheetId`.
        const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id')) ?? '';
        sheets.push({
          name: unescapeText(name),
          hidden: state === 'hidden' || state === 'veryHidden',
          relationship: attributes[key] ?? '',
        });
        refuseMore(sheets.length, 'sheets', limits);
      }
    },
    close() {},
    text() {},
  });
  if (sheets.length === 0) throw damaged('no-sheets', part);
  // Excel does not tell names apart by case, and a table is found by the name of its sheet.
  if (new Set(sheets.map(({ name }) => name.toLowerCase())).size < sheets.length)
    throw damaged('same-sheet-name', part);
  return { sheets, from1904 };
}
