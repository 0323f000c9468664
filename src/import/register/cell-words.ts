import { isMapping } from '../../base/mapping.ts';
import { replaceUnseen } from '../../base/unseen.ts';
import { spreadsheetLimits } from '../../spreadsheet/limits.ts';
import { sameValue } from '../merge/record-value.ts';
import { cellText } from './cell-text.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { ownWordsOf } from './kinds/own-yes-no.ts';
import { isDitto } from './table-texts.ts';
import { fieldOf } from './target.ts';
import { readCell } from './values.ts';

/** A column, as far as it is asked how an import reads it. */
interface ReadColumn {
  readonly section: RecordSection;
  readonly target: FieldTarget;
}

/** What offices write for yes and for no, the shortest first. */
const usual: readonly (readonly [yes: string, no: string])[] = [
  ['○', '×'],
  ['はい', 'いいえ'],
  ['有', '無'],
];

const known = new Map<string, readonly [yes: string, no: string] | undefined>();

/** @returns the words for yes and no that an import takes in a column without asking; `undefined` where it holds no yes or no */
export function yesAndNoOf(
  section: RecordSection,
  target: FieldTarget,
): readonly [yes: string, no: string] | undefined {
  const key = `${section} ${target}`;
  if (!known.has(key)) known.set(key, findYesAndNo(section, target));
  return known.get(key);
}

function findYesAndNo(section: RecordSection, target: FieldTarget): readonly [string, string] | undefined {
  const field = fieldOf(section, target);
  const taken = [...(ownWordsOf(field?.key ?? '')?.taken ?? [])];
  const own = [true, false].map((answer) => taken.find(([, meant]) => meant === answer)?.[0]);
  const pairs = [...usual, [own[0] ?? 'true', own[1] ?? 'false'] as const, ['true', 'false'] as const];
  const isItem = target.includes('[]');
  const stated = (answer: boolean) => (isItem ? [answer] : answer);
  return pairs.find(
    ([yes, no]) =>
      readsAs({ section, target }, yes, stated(true)) && readsAs({ section, target }, no, stated(false)),
  );
}

/** @returns what says no where a date or a text may stand: that it was not done, or that there is none */
export function noWordsOf(kind: string): string[] {
  return kind === 'date' ? ['未実施', '無', '×'] : ['無', '×', 'いいえ'];
}

/**
 * Whether an import reads a text of a column as a value, and as nothing else beside it.
 *
 * @param value of the field; for a field of items, the values that they have there
 */
export function readsAs({ section, target }: ReadColumn, text: string, value: unknown): boolean {
  if (!isKeptByCell(text)) return false;
  if (target === 'id' || target.startsWith('x-')) return text === value;
  const reading = readCell(text, target, section);
  if (reading.kind !== 'value') return false;
  const [stated, ...others] = reading.values;
  if (stated === undefined || others.length > 0) return false;
  const item = /^(?<list>[\w.]+)\[\]\.(?<field>\w+)$/u.exec(target)?.groups;
  if (item === undefined) return stated.path === target && isSame(stated.value, value);
  const items = Array.isArray(value) ? value.map((one) => ({ [item['field'] ?? '']: one })) : [];
  return stated.path === item['list'] && isSame(stated.value, items);
}

/** Whether a cell keeps a text as it is, and no other row is read into it. */
function isKeptByCell(text: string): boolean {
  const isPlain = text.trim() === text && text !== '' && replaceUnseen(text, () => '') === text;
  return (
    isPlain &&
    text.length <= spreadsheetLimits.cellCharacters &&
    !isDitto(text) &&
    cellText(text).lines === text
  );
}

/** A level is written as a text by an import and as a number by people; the checker reads both as the same. */
function isSame(read: unknown, value: unknown): boolean {
  if (typeof value === 'number' && typeof read === 'string') return String(value) === read;
  if (!Array.isArray(read) || !Array.isArray(value)) return sameValue(read, value);
  return (
    read.length === value.length &&
    read.every((one, index) => (isMapping(one) ? isSameItem(one, value[index]) : isSame(one, value[index])))
  );
}

function isSameItem(read: Readonly<Record<string, unknown>>, value: unknown): boolean {
  if (!isMapping(value)) return false;
  const keys = Object.keys(read);
  return keys.length === Object.keys(value).length && keys.every((key) => isSame(read[key], value[key]));
}
