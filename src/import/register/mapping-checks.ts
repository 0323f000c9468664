import { inventoryShape } from '../../../generated/shapes.ts';
import { recordShape, type Shape } from '../../schema/shape.ts';
import { suggest } from '../../schema/suggest.ts';
import type { WrittenFile } from '../../schema/written-file.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { takesSeveral } from './known-headers.ts';
import { restTarget } from './own-headers.ts';
import { fieldOf } from './target.ts';

/** A sheet of a mapping, as far as it is checked. */
interface CheckedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly section?: RecordSection;
  readonly guess?: RecordSection;
  readonly complete: readonly string[];
  readonly columns: readonly {
    readonly field?: readonly FieldTarget[];
    readonly guess?: readonly FieldTarget[];
    readonly removed: boolean;
  }[];
}

/** What a mapping says that no register can mean, and where. */
export type MappingContradiction = {
  readonly position: Position;
} /** the records of the section have no such field, or none that a cell can fill */ & (
  | {
      readonly code: 'no-field';
      readonly section: RecordSection;
      readonly target: string;
      readonly suggestion: string | undefined;
    }
  /** another entry is for the same sheet */
  | { readonly code: 'same-sheet'; readonly sheet: string; readonly first: Position }
  /** another column is for the same field, which has one value */
  | { readonly code: 'same-field'; readonly target: string; readonly first: Position }
);

/** @returns what is wrong with a mapping that is as its schema has it */
export function checkSheets(sheets: readonly CheckedSheet[], written: WrittenFile): MappingContradiction[] {
  const known = new Map<string, Position>();
  return sheets.flatMap((sheet, index) => {
    const key = JSON.stringify([sheet.file, sheet.sheet]);
    const position = written.at(['sheets', index, 'sheet']);
    const first = known.get(key);
    if (first !== undefined) return [{ code: 'same-sheet', sheet: sheet.sheet, first, position } as const];
    known.set(key, position);
    return checkSheet(sheet, index, written);
  });
}

function checkSheet(sheet: CheckedSheet, index: number, written: WrittenFile): MappingContradiction[] {
  const section = sheet.section ?? sheet.guess;
  if (section === undefined) return [];
  const found: MappingContradiction[] = [];
  const noField = (target: string, position: Position) =>
    found.push({
      code: 'no-field',
      section,
      target,
      suggestion: suggest(target, targetsOf(section)),
      position,
    });
  for (const [at, list] of sheet.complete.entries())
    if (fieldOf(section, list)?.shape.items === undefined)
      noField(list, written.at(['sheets', index, 'complete', at]));
  const filled = new Map<FieldTarget, Position>();
  for (const [at, column] of sheet.columns.entries()) {
    const key = column.field === undefined ? 'guess' : 'field';
    const position = written.at(['sheets', index, 'columns', at, key]);
    for (const target of column[key] ?? []) {
      if (!canBeFilled(section, target)) noField(target, position);
      if (key === 'guess' || column.removed || target.startsWith('x-') || takesSeveral(section, target))
        continue;
      const first = filled.get(target);
      if (first === undefined) filled.set(target, position);
      else found.push({ code: 'same-field', target, first, position });
    }
  }
  return found;
}

/** Whether a cell can fill a target: a field of one value, a list, or a word of a list. */
function canBeFilled(section: RecordSection, target: FieldTarget): boolean {
  if (target === 'id' || target === restTarget) return true;
  if (target.startsWith('x-')) return target.length > 2;
  const field = fieldOf(section, target);
  if (field === undefined || field.shape.properties !== undefined) return false;
  const { word, shape } = field;
  // A policy may have added words of its own to an open list.
  return (
    word === undefined || shape.items?.vocabulary !== undefined || shape.items?.enum?.includes(word) === true
  );
}

/** @returns the targets that a mapping may name for the records of a section, apart from words of open lists */
function targetsOf(section: RecordSection): FieldTarget[] {
  return ['id', ...below(recordShape(inventoryShape, section), '')];
}

function below(shape: Shape | undefined, above: string): FieldTarget[] {
  return Object.entries(shape?.properties ?? {}).flatMap(([name, field]) => {
    const path = `${above}${name}`;
    if (field.properties !== undefined) return below(field, `${path}.`);
    if (field.items?.properties !== undefined) return [path, ...below(field.items, `${path}[].`)];
    return [path, ...(field.items?.enum ?? []).map((word) => `${path}[${word}]`)];
  });
}
