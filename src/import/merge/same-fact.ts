import { parseDateSpan, parseDay } from '../../base/date.ts';
import { foldCell } from '../../base/fold-cell.ts';
import type { RecordSection } from '../../register/state.ts';
import { shapeOfField } from './field-shape.ts';
import { sameInCells } from './record-value.ts';

/**
 * Whether two values of a field say the same, so that nobody has to choose between them: a day in two notations, and a level with
 * the name of its axis or without, in whatever width.
 */
export function sameFact(section: RecordSection, path: string, a: unknown, b: unknown): boolean {
  if (sameInCells(a, b)) return true;
  if (!isWritten(a) || !isWritten(b) || path.startsWith('x-')) return false;
  const shape = shapeOfField(section, path);
  if (shape?.format !== undefined) return isSame(dayOf(a), dayOf(b));
  const isLevel = shape?.types.includes('integer') === true && shape.types.includes('string');
  return isLevel && isSame(levelOf(a), levelOf(b));
}

function isWritten(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function dayOf(value: string | number): string | undefined {
  const text = String(value);
  const span = parseDateSpan(text);
  return parseDay(text) ?? (span && `${span.unit} ${span.first}`);
}

/** @returns a level without the name of its axis: `2` of 機密性２, `3B` of 自治体機密性３Ｂ; `undefined` of what is none */
export function levelOf(value: string | number): string | undefined {
  return /^(?:自治体)?(?:機密性|完全性|可用性)?[-‐–―－ー ]*([1-9][A-D]?|I{1,3}|IV|V)$/iu
    .exec(foldCell(String(value)))?.[1]
    ?.toUpperCase();
}
