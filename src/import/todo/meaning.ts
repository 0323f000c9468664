import { parseDateSpan, parseDay } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import { isMapping } from '../../base/mapping.ts';
import type { Shape } from '../../schema/shape.ts';
import { takenAs } from '../../schema/taken-words.ts';
import { sameValue } from '../merge/record-value.ts';
import { cellText, saysNone } from '../register/cell-text.ts';
import { columnOf } from '../register/columns.ts';
import { dateOf } from '../register/kinds/date.ts';
import { question, type Reading, type StatedValue, underHeader } from '../register/reading.ts';
import type { NamedRecord, References } from '../register/references.ts';
import { fieldOf } from '../register/target.ts';
import { readCell } from '../register/values.ts';
import type { GivenAnswer } from './answers.ts';
import type { AskedField } from './columns.ts';
import { itemField } from './items.ts';
import { type OwnAnswer, readOwnField, readWithOwnWords } from './own-answer.ts';
import type { Refusal } from './problem.ts';

/** What an answer says of its record. */
export interface Meaning {
  readonly asked: AskedField;
  /** the values of its fields; `undefined` where the field does not apply */
  readonly values: readonly StatedValue[] | undefined;
  readonly by?: string;
  readonly date?: string;
  /** what was remarked, and what the answer says beyond its value */
  readonly remarks?: string;
}

/** @returns what an answer says, read as an import of a register reads a cell of that field; else why it cannot be taken */
export function meaningOf(given: GivenAnswer, references: References): Meaning | Refusal {
  const { asked, text, isVoid, date: day } = given;
  if (asked === undefined) return { code: 'no-key' };
  if (isVoid) return { code: 'void' };
  if (!canBeAnswered(asked, given.own))
    return { code: /(?:^|\.)x-/u.test(asked.field) && given.own === undefined ? 'no-own' : 'no-field' };
  const date = day === undefined ? undefined : dateOf(cellText(day.text))?.written;
  if (day !== undefined && date === undefined) return { code: 'date', ...day };
  const { by, remarks } = given;
  const reading = readAnswer(text, asked, given.own);
  switch (reading.kind) {
    case 'value': {
      const values = reading.values.filter(({ path }) => path !== underHeader);
      const beyond = reading.values.length > values.length ? text : undefined;
      const resolved = withIds(values, given, asked, references);
      if (!Array.isArray(resolved)) return resolved as Refusal;
      const noted = [beyond, remarks].filter((one) => one !== undefined).join('\n');
      return { asked, values: resolved, ...defined({ by, date, remarks: noted === '' ? undefined : noted }) };
    }
    case 'blank':
    case 'not-applicable':
      return { asked, values: undefined, ...defined({ by, date, remarks }) };
    case 'nothing':
      return saysNotApplicable(text)
        ? { asked, values: undefined, ...defined({ by, date, remarks }) }
        : { code: 'unclear', why: 'nothing' };
    case 'question':
      return { code: 'unclear', why: reading.code };
  }
}

/** Whether one cell can hold the answer: not several fields, and of the items of a list that of one item. */
export function canBeAnswered(
  asked: Pick<AskedField, 'section' | 'field' | 'item'>,
  own?: OwnAnswer,
): boolean {
  const { section, field, item } = asked;
  if (field === 'id' || field.includes('[]') !== (item !== undefined)) return false;
  if (item !== undefined && itemField(field) === undefined) return false;
  return own?.type !== undefined || columnOf(section, field) !== undefined;
}

/** Reads an answer: of a field of an item, as a field of that item. */
function readAnswer(text: string, { section, field }: AskedField, own: OwnAnswer | undefined): Reading {
  const path = itemField(field)?.inner ?? field;
  if (own?.type !== undefined) return readOwnField(text, own.type, own, path);
  const isList = columnOf(section, field)?.kind === 'words';
  const read = (part: string) => ofOneItem(readCell(part, field, section), field);
  return own === undefined ? read(text) : readWithOwnWords(text, own.words, { path, isList }, read);
}

/** An import of a register reads items; one of them is asked about. */
function ofOneItem(reading: Reading, field: string): Reading {
  const list = itemField(field)?.list;
  if (list === undefined || reading.kind !== 'value') return reading;
  const [{ path, value } = { path: '', value: [] }, ...others] = reading.values;
  const [item, ...more] = path === list && Array.isArray(value) ? value : [];
  if (!isMapping(item) || more.length > 0) return question('several-names');
  return {
    kind: 'value',
    values: [...Object.entries(item).map(([key, one]) => ({ path: key, value: one })), ...others],
  };
}

/** 特になし says that there is none, as なし does, rather than that nobody need ask. */
function saysNotApplicable(text: string): boolean {
  const cell = cellText(text);
  return !saysNone(cell) && !/特に/u.test(cell.folded);
}

/** Puts ids in the place of names, where the field refers to other records. */
function withIds(
  values: readonly StatedValue[],
  { file, sheet, cell, text }: GivenAnswer,
  { section, item }: AskedField,
  references: References,
): readonly StatedValue[] | Refusal {
  // No field of an item is a reference.
  if (item !== undefined) return values;
  const source = { file, sheet, row: 0 };
  const before = references.open.length;
  const named = new Map(values.map(({ path, value }) => [path, { value, text, cell, kept: underHeader }]));
  const resolved = references.resolve(section, named, source);
  if (!resolved.has(underHeader)) return [...resolved].map(([path, { value }]) => ({ path, value }));
  const { name = text, guess } = references.open[before] ?? openOf(references, values) ?? {};
  return { code: 'unknown-name', name, ...defined({ guess }) };
}

/** A name that was met before is not open anew. */
function openOf(
  { open }: References,
  values: readonly StatedValue[],
): { readonly name: string; readonly guess?: NamedRecord } | undefined {
  const names = new Set(values.flatMap(({ value }) => value).map(String));
  return open.find(({ name }) => names.has(name));
}

/**
 * Whether the inventory says what was answered, in whatever notation: a word of the vocabulary in Japanese, a date of an era, a
 * level as a number.
 */
export function saysSame(
  { section, field }: AskedField,
  { path, value }: StatedValue,
  written: unknown,
): boolean {
  if (sameValue(written, value)) return true;
  const list = itemField(field)?.list;
  const shape = fieldOf(section, list === undefined ? path : `${list}[].${path}`)?.shape;
  return sameValue(plain(shape, written), plain(shape, value));
}

function plain(shape: Shape | undefined, value: unknown): unknown {
  const taken = takenAs(shape, value) ?? value;
  if (Array.isArray(taken)) return taken.map((one) => plain(shape?.items, one));
  if (isMapping(taken) || typeof taken === 'boolean') return taken;
  const text = String(taken);
  return (shape?.format === undefined ? undefined : (parseDay(text) ?? parseDateSpan(text)?.first)) ?? text;
}
