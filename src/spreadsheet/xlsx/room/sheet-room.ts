import type { RoomForRows } from '../../editable.ts';
import { readArea } from '../address.ts';
import { escapeXml } from '../write-text.ts';
import { divides, isUnmovable, movedFormula } from './formula.ts';
import { movedAreas, movedRow } from './room.ts';
import { attributeOf, mapTags, plainText, withAttributes } from './tags.ts';

/** Attributes with areas that go on with the table: choices, colours, filters. */
const growing: Readonly<Record<string, readonly string[]>> = {
  ...{ conditionalFormatting: ['sqref'], dataValidation: ['sqref'], ignoredError: ['sqref'] },
  ...{ protectedRange: ['sqref'], autoFilter: ['ref'], sortState: ['ref'], sortCondition: ['ref'] },
  ...{ dimension: ['ref'], table: ['ref'] },
};

/** Attributes with areas that only move. */
const moving: Readonly<Record<string, readonly string[]>> = {
  ...{ mergeCell: ['ref'], hyperlink: ['ref'], selection: ['activeCell', 'sqref'] },
  ...{ sheetView: ['topLeftCell'], pane: ['topLeftCell'], f: ['ref'], c: ['r'], cellWatch: ['r'] },
};

/** Elements with formulas, those of extensions among them. */
const formulas = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
]);

/** @returns the XML of the sheet that gets room, or of a table in it */
export function sheetWithRoom(xml: string, room: RoomForRows): string {
  let row = 0;
  let isInRowBreaks = false;
  const results = new StaleResults();
  const merges = rowMerges(xml, room.behind);
  return mapTags(xml, ({ isEnd, name, attributes, text }) => {
    if (name === 'rowBreaks') isInRowBreaks = !isEnd;
    // Formulas behind the cells are those of choices and colours, which are about each record.
    if (name === 'sheetData' && isEnd) row = 0;
    if (isEnd) return name === 'mergeCells' ? { before: newMerges(xml, merges, room) } : undefined;
    if (name === 'row') {
      row = Number(attributeOf(attributes, 'r') ?? 0);
      return { attributes: withAttributes(attributes, ['r'], () => String(movedRow(row, room))) };
    }
    if (name === 'c') results.takesNext();
    if (name === 'v' && results.takesNext()) return { text: '' };
    if (name === 'brk' && isInRowBreaks)
      return { attributes: withAttributes(attributes, ['id'], (id) => String(movedRow(Number(id), room))) };
    if (name === 'mergeCells' && merges.length > 0)
      return {
        attributes: withAttributes(attributes, ['count'], (count) =>
          String(Number(count) + merges.length * room.count),
        ),
      };
    if (name === 'sqref') return { text: movedAreas(text, room, true) };
    const names = growing[name] ?? moving[name];
    const moved =
      names && withAttributes(attributes, names, (value) => movedAreas(value, room, name in growing));
    if (!formulas.has(name)) return moved === undefined ? undefined : { attributes: moved };
    const isInRecord = row === 0 || (row >= room.first && row <= room.behind);
    const now = results.formula(attributes, text, formulaText(text, room, { isOnSheet: true, isInRecord }));
    return { attributes: moved ?? attributes, text: now };
  });
}

/** @returns the XML of a part beside the sheet, of which formulas name it */
export function formulasWithRoom(xml: string, room: RoomForRows): string {
  const results = new StaleResults();
  return mapTags(xml, ({ isEnd, name, attributes, text }) => {
    if (isEnd) return undefined;
    if (name === 'c') results.takesNext();
    if (name === 'v' && results.takesNext()) return { text: '' };
    if (!formulas.has(name)) return undefined;
    const now = formulaText(text, room, { isOnSheet: false, isInRecord: false });
    return { text: results.formula(attributes, text, now) };
  });
}

/** Results that are kept beside formulas which mean more rows now: programs that trust them would go on to show them. */
class StaleResults {
  readonly #shared = new Set<string>();
  #isStale = false;

  /** @returns the formula */
  formula(attributes: string, before: string, now: string): string {
    const shared = attributeOf(attributes, 'si');
    this.#isStale = before !== now || (shared !== undefined && this.#shared.has(shared));
    if (this.#isStale && shared !== undefined) this.#shared.add(shared);
    return now;
  }

  /** Whether the next result is stale. */
  takesNext(): boolean {
    const isStale = this.#isStale;
    this.#isStale = false;
    return isStale;
  }
}

function formulaText(text: string, room: RoomForRows, place: Parameters<typeof movedFormula>[2]): string {
  const formula = plainText(text);
  const moved = movedFormula(formula, room, place);
  return moved === formula ? text : escapeXml(moved);
}

/** Cells of one record that are merged with each other, so that those of a new one are. */
function rowMerges(xml: string, row: number): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/gu)].flatMap(([, ref = '']) => {
    const area = readArea(ref);
    return area?.top === row && area.bottom === row ? [ref] : [];
  });
}

function newMerges(xml: string, merges: readonly string[], { behind, count }: RoomForRows): string {
  const prefix = /<(\w+:)?mergeCells[\s>]/u.exec(xml)?.[1] ?? '';
  return Array.from({ length: count }, (_, index) =>
    merges.map((ref) => `<${prefix}mergeCell ref="${ref.replaceAll(/\d+/gu, String(behind + 1 + index))}"/>`),
  )
    .flat()
    .join('');
}

/** What is not moved along: it would be left where it is, or say something else. */
const unmovable =
  /<!--|<!\[CDATA\[|<(?:\w+:)?(?:AlternateContent|controls|oleObjects|customSheetViews|scenarios|dataConsolidate)[\s/>]/u;

/** Whether something on a sheet stands in the way of room for rows. */
export function isSheetFixed(xml: string, room: RoomForRows): boolean {
  if (unmovable.test(xml)) return true;
  let isFixed = false;
  let row = 0;
  mapTags(xml, ({ isEnd, name, attributes, text }) => {
    if (isEnd) return undefined;
    if (name === 'row') row = Number(attributeOf(attributes, 'r') ?? 0);
    if (name === 'mergeCell') isFixed ||= isAround(attributeOf(attributes, 'ref'), room);
    if (!formulas.has(name)) return undefined;
    const formula = plainText(text);
    isFixed ||= isUnmovable(formula) || (name === 'f' && isFormulaFixed(formula, attributes, row, room));
    return undefined;
  });
  return isFixed;
}

function isFormulaFixed(formula: string, attributes: string, row: number, room: RoomForRows): boolean {
  const type = attributeOf(attributes, 't');
  const ref = attributeOf(attributes, 'ref');
  if (type === 'dataTable') return true;
  if (ref === undefined) return false;
  if (isAround(ref, room)) return true;
  const down = (readArea(ref)?.bottom ?? row) - row;
  const isInRecord = row >= room.first && row <= room.behind;
  return type === 'shared' && divides(formula, room, { isOnSheet: true, isInRecord }, down);
}

/** Whether an area lies on both sides of the place. */
function isAround(ref: string | undefined, { behind }: RoomForRows): boolean {
  const area = readArea(ref ?? '');
  return area !== undefined && area.top <= behind && area.bottom > behind;
}
