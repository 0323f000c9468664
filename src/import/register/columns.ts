import { listSections } from '../../../generated/records.ts';
import { textsOf } from '../../schema/field-texts.ts';
import type { CellLayout } from '../../spreadsheet/layout.ts';
import { noWordsOf, readsAs, yesAndNoOf } from './cell-words.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { layerNames } from './kinds/layer.ts';
import { matchHeader } from './match-header.ts';
import { ownHeader, ownIdHeader } from './own-headers.ts';
import { type SectionField, sectionFields } from './section-fields.ts';
import { readCell } from './values.ts';

/** What a cell of a column holds. */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'yes-no'
  /** one of several words */
  | 'choice'
  /** some of several words, with 、 between them */
  | 'words'
  | 'date'
  | 'number'
  /** several texts, with 、 between them, or a line each where they are sentences */
  | 'list'
  /** one field of the items of a list: an item a line */
  | 'items';

/** A column of a workbook that sekisho writes: one field of a section. An import reads it back without a question. */
export interface RegisterColumn {
  readonly section: RecordSection;
  readonly target: FieldTarget;
  /** in Japanese; the import takes it for the target and nothing else */
  readonly header: string;
  readonly kind: ColumnKind;
  /** words that the import takes exactly; none where anything may be written */
  readonly choices: readonly string[];
  /** whether nothing but the choices may stand in a cell */
  readonly only: boolean;
  /** what to write, in Japanese */
  readonly prompt: string;
  /** what somebody may write there; absent where the vocabulary has no example */
  readonly example?: string;
  /** in characters of half width */
  readonly width: number;
}

type CellValue = NonNullable<CellLayout['value']>;

const known = new Map<RecordSection, readonly RegisterColumn[]>();

/** @returns a column for each field of a section, `id` and `name` first, then in the order of the vocabulary */
export function columnsOf(section: RecordSection): readonly RegisterColumn[] {
  const found = known.get(section) ?? makeColumns(section);
  known.set(section, found);
  return found;
}

/** @returns the column of a field; `undefined` where no column of its own can hold it */
export function columnOf(section: RecordSection, target: FieldTarget): RegisterColumn | undefined {
  return columnsOf(section).find((column) => column.target === target);
}

/** Sections that a workbook may have a sheet of, in the order of the vocabulary. */
export const columnSections: readonly RecordSection[] = listSections;

/**
 * The cell for a value of a column, in words that the import reads back as the same value. It is read to make sure: where it would
 * be read otherwise, or asked about, there is no cell.
 *
 * @param value of the field; for a field of items, the values that they have there, one for each item
 */
export function cellOf(column: RegisterColumn, value: unknown): CellValue | undefined {
  return candidates(column, value).find((cell) => readsAs(column, textOfCell(cell), value));
}

/** What an import reads in a cell that holds a value. */
function textOfCell(cell: CellValue): string {
  return typeof cell === 'object' ? cell.day : String(cell);
}

/** What a person would write for a value, the usual first. */
function candidates({ section, target, kind, choices }: RegisterColumn, value: unknown): CellValue[] {
  const word = (one: unknown) => wordFor(section, target, choices, one);
  if (Array.isArray(value)) {
    if (value.length === 0) return ['なし', '認証なし', '複製なし'];
    const words = value.flatMap((one) => word(one) ?? []);
    if (words.length < value.length) return [];
    return kind === 'items' ? [words.join('\n')] : [words.join('、'), words.join('\n')];
  }
  if (typeof value === 'boolean')
    return kind === 'yes-no' ? [...(word(value) === undefined ? [] : [word(value) ?? ''])] : noWordsOf(kind);
  if (typeof value === 'number') return [value, String(value), `${value}日`];
  if (typeof value !== 'string') return [];
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= firstDayOfWorkbooks)
    return [{ day: value }, value];
  const written = word(value);
  return written === undefined || written === value ? [value] : [written, value];
}

/** Days of a workbook are counted from 1900 on, and those of its first two months by a calendar of their own. */
const firstDayOfWorkbooks = '1900-03-01';

/** The word of one value: that of a choice, of yes and no, or the text itself. */
function wordFor(
  section: RecordSection,
  target: FieldTarget,
  choices: readonly string[],
  value: unknown,
): string | undefined {
  if (typeof value === 'boolean') return yesAndNoOf(section, target)?.[value ? 0 : 1] ?? noWord(value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const field = sectionFields(section).find((one) => one.target === target);
  const shape = field?.shape.items ?? field?.shape;
  const index = Object.keys(shape?.choices ?? (target === 'layer' ? layerNames : {})).indexOf(value);
  return choices[index] ?? value;
}

function noWord(value: boolean): string | undefined {
  return value ? undefined : noWordsOf('text')[0];
}

function makeColumns(section: RecordSection): RegisterColumn[] {
  const fields = sectionFields(section);
  const rank = ({ target }: SectionField) => ['id', 'name'].indexOf(target) + 1 || 3;
  return [...fields].sort((one, other) => rank(one) - rank(other)).map((field) => makeColumn(section, field));
}

function makeColumn(section: RecordSection, field: SectionField): RegisterColumn {
  const { target } = field;
  const header = headerOf(section, field);
  const kind = kindOf(field);
  const choices = choicesOf(section, field);
  const example = exampleOf(section, field, kind, choices);
  return {
    ...{ section, target, header, kind, choices },
    only: choices.length > 0 && kind !== 'words' && isClosed(field),
    prompt: promptOf(field),
    ...(example !== undefined && { example }),
    width: widthOf(kind, header, target),
  };
}

/** What the vocabulary calls the field, where that means it and nothing else. */
function headerOf(section: RecordSection, { target, shape }: SectionField): string {
  if (target === 'id') return ownIdHeader;
  const title = shape.title ?? target;
  const match = target.startsWith('evidence') ? undefined : matchHeader(title, section);
  const isExact = match?.question === undefined && match?.known.targets.join() === target;
  return isExact ? title : ownHeader(title, target);
}

function kindOf({ target, shape }: SectionField): ColumnKind {
  if (target === 'id') return 'id';
  if (target.includes('[]')) return 'items';
  if (shape.items !== undefined) return shape.items.choices === undefined ? 'list' : 'words';
  if (shape.choices !== undefined || target === 'layer') return 'choice';
  if (shape.format !== undefined) return 'date';
  if (shape.types.every((type) => type === 'boolean')) return 'yes-no';
  return shape.types.every((type) => type === 'integer') ? 'number' : 'text';
}

/** The words of a field in the order of its choices; of items none, since a cell may hold several. */
function choicesOf(section: RecordSection, { target, shape }: SectionField): readonly string[] {
  if (target.includes('[]')) return [];
  if (target === 'layer') return Object.values(layerNames);
  const choices = (shape.items ?? shape).choices;
  if (choices !== undefined) {
    const column = { section, target, isList: shape.items !== undefined };
    return Object.entries(choices).map(
      ([choice, { words }]) =>
        words.find((word) => readsAs(column, word, column.isList ? [choice] : choice)) ?? choice,
    );
  }
  return shape.types.every((type) => type === 'boolean') ? (yesAndNoOf(section, target) ?? []) : [];
}

/** Whether no policy can add a word, and nothing else may stand in place of one. */
function isClosed({ target, shape }: SectionField): boolean {
  return target !== 'layer' && shape.vocabulary === undefined && shape.format === undefined;
}

/** The groups tell apart what is called alike: 選定, and of that 対策の確認. */
function promptOf({ groups, shape }: SectionField): string {
  const about = textsOf(shape).about?.ja ?? shape.title ?? '';
  const outside = groups.filter((group) => !about.includes(group));
  return outside.length === 0 ? about : `【${outside.join('・')}】${about}`;
}

/** An example that the import takes; of choices the first of them. */
function exampleOf(
  section: RecordSection,
  { target, shape }: SectionField,
  kind: ColumnKind,
  choices: readonly string[],
): string | undefined {
  if (choices.length > 0) return choices.slice(0, kind === 'words' ? 2 : 1).join('、');
  const example =
    kind === 'date'
      ? '令和8年4月1日'
      : ((shape.items && textsOf(shape.items).example) ?? textsOf(shape).example);
  // Levels are those of the policy, which no example knows.
  const isLevel = shape.types.includes('integer') && shape.types.includes('string');
  if (example === undefined || isLevel || kind === 'id') return undefined;
  return readCell(example, target, section).kind === 'value' ? example : undefined;
}

const widths: Readonly<Record<ColumnKind, number>> = {
  ...{ id: 16, text: 20, 'yes-no': 10, choice: 16, words: 22, date: 12, number: 8, list: 22, items: 22 },
};

function widthOf(kind: ColumnKind, header: string, target: FieldTarget): number {
  if (target === 'name') return 32;
  // A header takes two lines at most.
  return Math.max(widths[kind], Math.min(24, Math.ceil(halfWidthsOf(header) / 2) + 2));
}

function halfWidthsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ -~｡-ﾟ]/u.test(character) ? 1 : 2), 0);
}
