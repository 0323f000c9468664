import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type ScalarTag,
  type Tags,
  type YAMLMap,
  YAMLSeq,
} from 'yaml';
import { replaceUnseen } from '../../base/unseen.ts';
import { doubleQuoted, escaped } from '../merge/written-value.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import type { Update } from './mapping.ts';

/** What a run adds to the mapping; what stands in it already is left as it is. */
export interface MappingAdditions {
  readonly sheets: readonly AddedSheet[];
  readonly references: readonly AddedReference[];
}

/** A sheet, with what is to be added to it. Of one that is not in the mapping, all of it is. */
export interface AddedSheet {
  readonly file: string;
  readonly sheet: string;
  /** the file and the sheet by which the mapping knows it still */
  readonly renamedFrom?: { readonly file: string; readonly sheet: string };
  readonly ignored?: true;
  readonly section?: RecordSection;
  readonly guess?: RecordSection;
  /** of a table that updates records, which; it takes the place of a guess */
  readonly update?: Update;
  /** whether what was guessed is to be taken from now on */
  readonly confirmed?: true;
  readonly complete?: { readonly fields: readonly string[]; readonly note: string };
  readonly columns: readonly AddedColumn[];
}

/** A column, by its header and how many of the same header stand to its left. */
export interface AddedColumn {
  readonly header: string;
  readonly occurrence: number;
  readonly field?: readonly FieldTarget[];
  readonly guess?: readonly FieldTarget[];
  readonly rowNumber?: true;
  /** whether what was guessed is to be taken from now on */
  readonly confirmed?: true;
  /** what a person should know of it */
  readonly note?: string;
  readonly questions: readonly AddedQuestion[];
}

/** A word whose meaning is asked. */
export interface AddedQuestion {
  readonly word: string;
  /** where it stands, and what may be answered */
  readonly note: string;
}

/** A name in a register, and what it seems to stand for. */
export interface AddedReference {
  readonly name: string;
  readonly section: RecordSection;
  readonly guess?: string;
  readonly note: string;
}

/**
 * Adds to the text of a mapping. Whatever people have written there stays, with its comments and in its order.
 *
 * @param text of the mapping as it is; `undefined` where there is none
 * @param heading the comment that a new mapping begins with
 */
export function addToMapping(
  text: string | undefined,
  { sheets, references }: MappingAdditions,
  heading: string,
): string {
  const document =
    text === undefined
      ? new Document({ sekisho: 1 }, { customTags })
      : parseDocument(text.replaceAll('\r\n', '\n'), { customTags });
  let content = document.contents as YAMLMap | null;
  if (text === undefined || content === null) {
    content ??= document.createNode({ sekisho: 1 });
    document.contents = content as never;
    document.commentBefore = commented(heading);
  }
  const at: Place = { document: document as Document, content };
  if (sheets.length > 0) addSheets(at, sheets);
  if (references.length > 0) addReferences(at, references);
  const added = document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' });
  const mark = text?.startsWith('\uFEFF') && !added.startsWith('\uFEFF') ? '\uFEFF' : '';
  return `${mark}${text?.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added}`;
}

/** Headers, names and words come from a register: what nobody sees in them is seen in the file, where a person confirms them. */
const unseenText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string' && replaceUnseen(value, () => '') !== value,
  resolve: (text) => text,
  stringify: ({ value }) => doubleQuoted(String(value)),
};

function customTags(usual: Tags): Tags {
  return [unseenText, ...usual];
}

/** A mapping as it is changed: the document and the mapping that is its content. */
interface Place {
  readonly document: Document;
  readonly content: YAMLMap;
}

function addSheets({ document, content }: Place, sheets: readonly AddedSheet[]): void {
  const list = listUnder(document, content, 'sheets');
  for (const sheet of sheets) {
    const { file, sheet: name } = sheet.renamedFrom ?? sheet;
    const known = itemsOf(list).find((one) => textAt(one, 'file') === file && textAt(one, 'sheet') === name);
    const node = known ?? document.createNode({ file: sheet.file, sheet: sheet.sheet });
    if (known === undefined) {
      node.spaceBefore = list.items.length > 0;
      list.add(node);
      if (sheet.ignored) node.set('ignored', true);
      if (sheet.section !== undefined) node.set('section', sheet.section);
      if (sheet.guess !== undefined) node.set('guess', sheet.guess);
    } else if (sheet.renamedFrom !== undefined) {
      node.set('file', sheet.file);
      node.set('sheet', sheet.sheet);
    }
    if (sheet.update !== undefined) {
      node.delete('guess');
      node.set('update', document.createNode({ ...sheet.update }, { flow: true }));
    }
    if (sheet.confirmed) rename(node, 'guess', 'section');
    if (sheet.complete !== undefined && !node.has('complete')) {
      const pair = document.createPair('complete', []);
      note(pair, sheet.complete.note);
      node.add(pair);
    }
    if (sheet.columns.length > 0) addColumns(document, listUnder(document, node, 'columns'), sheet.columns);
  }
}

function addColumns(document: Document, list: YAMLSeq, columns: readonly AddedColumn[]): void {
  for (const column of columns) {
    const alike = itemsOf(list).filter((one) => textAt(one, 'header') === column.header);
    let node: YAMLMap | undefined = alike[column.occurrence];
    if (node === undefined) {
      node = document.createNode({ header: column.header });
      list.add(node);
      if (column.rowNumber) node.set('rowNumber', true);
      const [header] = node.items;
      if (column.note !== undefined && column.field === undefined && column.guess === undefined && header)
        note(header, column.note);
      for (const key of ['field', 'guess'] as const) {
        const targets = column[key];
        if (targets === undefined) continue;
        const pair = document.createPair(key, targets.length === 1 ? targets[0] : [...targets]);
        if (isSeq(pair.value)) pair.value.flow = true;
        if (column.note !== undefined) note(pair, column.note);
        node.add(pair);
      }
    }
    if (column.confirmed) rename(node, 'guess', 'field');
    if (column.questions.length === 0) continue;
    const answers = mappingUnder(document, node, 'answers');
    for (const { word, note: text } of column.questions) {
      if (answers.has(word)) continue;
      const pair = document.createPair(word, null);
      note(pair, text);
      answers.add(pair);
    }
  }
}

function addReferences({ document, content }: Place, references: readonly AddedReference[]): void {
  const list = listUnder(document, content, 'references');
  for (const { name, section, guess, note: text } of references) {
    const node: YAMLMap = document.createNode({ name, section });
    const pair = document.createPair(guess === undefined ? 'id' : 'guess', guess ?? null);
    note(pair, text);
    node.add(pair);
    list.add(node);
  }
}

/** Takes over what was guessed: the key changes, and the remark that asked to confirm it goes. */
function rename(node: YAMLMap, from: string, to: string): void {
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === from);
  if (pair === undefined || !isScalar(pair.key)) return;
  pair.key.value = to;
  if (isScalar(pair.value) || isSeq(pair.value)) pair.value.comment = null;
}

/** A remark behind what it is about, where a person who fills it in reads it. */
function note(pair: Pair, text: string): void {
  if (!isPair(pair)) return;
  const { value } = pair;
  if (isScalar(value) || isSeq(value)) {
    if (isSeq(value)) value.flow = true;
    value.comment = ` ${replaceUnseen(text, escaped)}`;
  }
}

function listUnder(document: Document, parent: YAMLMap, key: string): YAMLSeq {
  const present = parent.get(key, true);
  if (isSeq(present)) return present;
  const list = new YAMLSeq(document.schema);
  parent.set(key, list);
  return list;
}

function mappingUnder(document: Document, parent: YAMLMap, key: string): YAMLMap {
  const present = parent.get(key, true);
  if (isMap(present)) return present;
  const mapping = document.createNode({});
  mapping.flow = false;
  parent.set(key, mapping);
  return mapping;
}

function itemsOf(list: YAMLSeq): YAMLMap[] {
  return list.items.filter((item): item is YAMLMap => isMap(item));
}

/** A text that looks like a number, such as a sheet called 2026, is written as one by people. */
function textAt(node: YAMLMap, key: string): string | undefined {
  const value = node.get(key, true);
  if (!isScalar(value)) return undefined;
  return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
