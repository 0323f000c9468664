import type { Limits } from '../../base/limits.ts';
import { isMapping, type Mapping } from '../../base/mapping.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { Span } from '../../yaml/tape.ts';
import { editRecord, type FieldEdit, hasComment, NotEditableError } from './edit-record.ts';
import { keyRank } from './field-order.ts';
import type { MergeProblem } from './merge-problem.ts';
import { ownValueAt, sameValue, withValueAt } from './record-value.ts';
import { placeOfField, type SectionFile, type WrittenRecord } from './section-file.ts';
import { recordLines } from './write-section.ts';

/** What an import changes in the section of a file. */
export interface SectionEdit {
  readonly fields: ReadonlyMap<WrittenRecord, readonly FieldEdit[]>;
  readonly removed: ReadonlySet<WrittenRecord>;
  readonly added: readonly Mapping[];
}

export type EditedSection = { readonly text: string } | { readonly problems: readonly MergeProblem[] };

/**
 * Changes a section in its text, and reads the result again: unless it says exactly what it should, in this section and in all
 * others, nothing is changed.
 */
export async function editSection(
  file: SectionFile,
  edit: SectionEdit,
  limits?: Limits,
): Promise<EditedSection> {
  const problems: MergeProblem[] = [];
  const splices: Splice[] = [];
  const shared = sharedSection(file, edit);
  if (shared !== undefined) return { problems: [shared] };
  const layout = { lineBreak: lineBreakOf(file.text), rank: keyRank(file.section) };
  for (const [record, edits] of edit.fields) {
    const span = recordSpan(file, record);
    try {
      refuseMerged(file, record, edits);
      splices.push({ ...span, text: editRecord(file.text.slice(span.start, span.end), edits, layout) });
    } catch (error) {
      if (!(error instanceof NotEditableError)) throw error;
      const { why, keys } = error;
      const position = placeOfField(file, record, keys);
      const path = keys.length === 0 ? {} : { path: keys.join('.') };
      problems.push({ code: 'not-editable', section: file.section, id: record.id, ...path, why, position });
    }
  }
  if (problems.length > 0) return { problems };
  for (const record of edit.removed) splices.push(removal(file, recordSpan(file, record)));
  if (edit.added.length > 0) splices.push(...additions(file, edit.added, layout.lineBreak));
  const text = spliced(file.text, splices);
  const wrong = await firstDifference(file, edit, text, limits);
  return wrong === undefined ? { text } : { problems: [wrong] };
}

/** Whether people have written comments into a record, below it or on the line above it. */
export function hasOwnComment(file: SectionFile, record: WrittenRecord): boolean {
  const span = recordSpan(file, record);
  if (hasComment(file.text.slice(span.start, endWithComments(file.text, span)))) return true;
  return /^[ \t]*#/.test(
    file.text.slice(lineStart(file.text, breakBefore(file.text, span.start)), span.start),
  );
}

interface Splice extends Span {
  readonly text: string;
}

/** Splices do not overlap; those at one place stay in their order. */
function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: part } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), part);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

// Where records stand

/** The whole lines of a record, from its dash to its last value, without the last line break unless it is part of that value. */
function recordSpan({ section, text, yaml }: SectionFile, { document, index }: WrittenRecord): Span {
  const root = yaml.documents[document]?.root ?? 0;
  const own = yaml.tape.locate(root, [section, index]);
  const from =
    index > 0
      ? yaml.tape.locate(root, [section, index - 1]).end
      : yaml.tape.locate(root, [section], 'key').end;
  const start = lineStart(text, lastDash(text, from, own.start));
  return { start, end: endsLine(text, own.end) ? own.end : lineEnd(text, own.end) };
}

/** The dash of an item stands between the one before it and what it holds, where there may be comments, too. */
function lastDash(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  let found = to;
  for (const line of between.matchAll(/[^\r\n]+/g)) {
    const code = line[0].replace(/(?<=^|\s)#.*/, '');
    for (const dash of code.matchAll(/(?<=^|\s)-(?=\s|$)/g)) found = from + line.index + dash.index;
  }
  return found;
}

/** The end of the comments that stand below a record and are indented further than its dash. */
function endWithComments(text: string, { start, end }: Span): number {
  const column = columnOfDash(text, start);
  let found = end;
  let at = end;
  while (at < text.length) {
    const next = endsLine(text, at) ? at : afterBreak(text, at);
    const stop = lineEnd(text, next);
    const line = text.slice(next, stop);
    if (next === at && stop === at) break;
    if (/^[ \t]*#/.test(line)) {
      if (line.indexOf('#') <= column) break;
      found = stop;
    } else if (line.trim() !== '') break;
    if (stop === text.length) break;
    at = stop;
  }
  return found;
}

function columnOfDash(text: string, start: number): number {
  return Math.max(0, text.slice(start, lineEnd(text, start)).indexOf('-'));
}

// What is removed and added

/** A record goes with the blank line that set it apart. */
function removal({ text }: SectionFile, { start, end }: Span): Splice {
  const after = endsLine(text, end) ? end : afterBreak(text, end);
  const before = lineStart(text, breakBefore(text, start));
  const isApart = start > 0 && text.slice(before, start).trim() === '' && before < start;
  const nextLine = text.slice(after, lineEnd(text, after));
  const from = isApart && nextLine.trim() === '' ? before : start;
  return { start: from, end: after, text: '' };
}

function additions(file: SectionFile, records: readonly Mapping[], lineBreak: string): Splice[] {
  const last = lastItem(file);
  return last === undefined ? intoEmpty(file, records, lineBreak) : [behind(file, last, records, lineBreak)];
}

/** The last record of the last document that has any. */
function lastItem({ section, yaml }: SectionFile): Pick<WrittenRecord, 'document' | 'index'> | undefined {
  for (let document = yaml.documents.length - 1; document >= 0; document--) {
    const root = yaml.documents[document]?.value;
    const list = isMapping(root) ? root[section] : undefined;
    if (Array.isArray(list) && list.length > 0) return { document, index: list.length - 1 };
  }
  return undefined;
}

function behind(
  file: SectionFile,
  last: Pick<WrittenRecord, 'document' | 'index'>,
  records: readonly Mapping[],
  lineBreak: string,
): Splice {
  const { text } = file;
  const span = recordSpan(file, last as WrittenRecord);
  const end = endWithComments(text, span);
  const indentation = ' '.repeat(columnOfDash(text, span.start));
  const isApart = last.index === 0 || blankLineBefore(text, span.start);
  const lines = records.flatMap((record) => [...(isApart ? [''] : []), ...recordLines(record, indentation)]);
  const added = endsLine(text, end)
    ? lines.map((line) => line + lineBreak).join('')
    : lines.map((line) => lineBreak + line).join('');
  return { start: end, end, text: added };
}

function blankLineBefore(text: string, start: number): boolean {
  // Comments above a record belong to it.
  let at = start;
  while (at > 0) {
    const before = lineStart(text, breakBefore(text, at));
    const line = text.slice(before, at).trim();
    if (!line.startsWith('#')) return line === '';
    at = before;
  }
  return false;
}

/** Into a section without records: behind its key, in place of `[]`; or into a file without the section. */
function intoEmpty(file: SectionFile, records: readonly Mapping[], lineBreak: string): Splice[] {
  const { section, text, yaml } = file;
  const document = yaml.documents.findLastIndex(
    ({ value }) => isMapping(value) && Object.hasOwn(value, section),
  );
  const lines = (indentation: string) =>
    records.flatMap((record, index) => [...(index > 0 ? [''] : []), ...recordLines(record, indentation)]);
  if (document < 0) {
    const gap = text === '' ? '' : endsLine(text, text.length) ? lineBreak : lineBreak + lineBreak;
    return [
      {
        start: text.length,
        end: text.length,
        text: `${gap}${[`${section}:`, ...lines('  '), ''].join(lineBreak)}`,
      },
    ];
  }
  const root = yaml.documents[document]?.root ?? 0;
  const key = yaml.tape.locate(root, [section], 'key');
  const value = yaml.tape.locate(root, [section]);
  const indentation = ' '.repeat(key.start - lineStart(text, key.start) + 2);
  const hasValue = value.start > key.start;
  const blanks = hasValue ? (/[ \t]*$/.exec(text.slice(0, value.start))?.[0].length ?? 0) : 0;
  const at = lineEnd(text, hasValue ? value.end : key.end);
  return [
    ...(hasValue ? [{ start: value.start - blanks, end: value.end, text: '' }] : []),
    {
      start: at,
      end: at,
      text: lines(indentation)
        .map((line) => lineBreak + line)
        .join(''),
    },
  ];
}

// What keeps a section from being changed

/** A list that others refer to, that refers to others, or whose records stand between brackets. */
function sharedSection({ section, text, yaml }: SectionFile, edit: SectionEdit): MergeProblem | undefined {
  const touched = new Set([...edit.fields.keys(), ...edit.removed].map(({ document }) => document));
  for (const [document, { root, value }] of yaml.documents.entries()) {
    if (!isMapping(value) || !Object.hasOwn(value, section)) continue;
    if (!touched.has(document) && edit.added.length === 0) continue;
    const list = yaml.tape.locate(root, [section]);
    const key = yaml.tape.locate(root, [section], 'key');
    const position = yaml.source.position(list.start);
    const problem = (why: 'alias' | 'merged' | 'anchor' | 'tag' | 'flow-section'): MergeProblem => ({
      code: 'not-editable',
      section,
      why,
      position,
    });
    if (yaml.tape.child(root, section) === undefined) return problem('merged');
    if (list.alias !== undefined) return problem('alias');
    if (list.start <= key.start) continue;
    if (text[list.start] === '[' && Array.isArray(value[section]) && value[section].length > 0) {
      return problem('flow-section');
    }
    const between = text.slice(key.end, list.start).replaceAll(/(?<=^|\s)#.*/gm, '');
    const mark = /[&!]/.exec(between)?.[0];
    if (mark !== undefined) return problem(mark === '&' ? 'anchor' : 'tag');
  }
  return undefined;
}

/** What comes through a merge key can be replaced as a whole by a key of its own, but nothing in it can be changed or removed. */
function refuseMerged(
  { section, yaml }: SectionFile,
  record: WrittenRecord,
  edits: readonly FieldEdit[],
): void {
  const list = yaml.tape.child(yaml.documents[record.document]?.root ?? 0, section);
  const node = list === undefined ? undefined : yaml.tape.items(list)[record.index];
  for (const { keys, value } of edits) {
    const [key = ''] = keys;
    if (ownValueAt(record.value, [key]) === undefined || (keys.length === 1 && value !== undefined)) continue;
    if (node !== undefined && yaml.tape.child(node, key) === undefined)
      throw new NotEditableError('merged', keys);
  }
}

/** Holds what the new text says against what it should say. */
async function firstDifference(
  file: SectionFile,
  edit: SectionEdit,
  text: string,
  limits: Limits | undefined,
): Promise<MergeProblem | undefined> {
  const { section } = file;
  const found = await readAgain(text, limits);
  const wanted = expected(file, edit);
  const layout = { code: 'not-editable', section, why: 'layout' } as const;
  if (found === undefined || found.length !== wanted.length) return layout;
  for (const [document, value] of wanted.entries()) {
    if (sameValue(found[document], value)) continue;
    return { ...layout, ...culprit(file, edit, document, found[document], value) };
  }
  return undefined;
}

/** The record that comes out wrong, as far as it can be told. */
function culprit(
  file: SectionFile,
  edit: SectionEdit,
  document: number,
  found: unknown,
  wanted: unknown,
): Partial<Extract<MergeProblem, { code: 'not-editable' }>> {
  const lists = [found, wanted].map((value) => (isMapping(value) ? value[file.section] : undefined));
  const [left, right] = lists;
  if (!Array.isArray(left) || !Array.isArray(right)) return {};
  const index = right.findIndex((record, at) => !sameValue(left[at], record));
  const id = (right[index] as Mapping | undefined)?.['id'];
  const [record, edits] =
    [...edit.fields].find(([each]) => each.document === document && each.id === id) ?? [];
  if (record === undefined) return {};
  const position = placeOfField(file, record, []);
  // Where a key was removed, a merge key shows what it brings.
  const shown = edits?.find(
    ({ keys, value }) => value === undefined && ownValueAt(left[index], keys) !== undefined,
  );
  return {
    id: record.id,
    position,
    ...(shown === undefined ? {} : { why: 'merged', path: shown.keys.join('.') }),
  };
}

async function readAgain(text: string, limits: Limits | undefined): Promise<readonly unknown[] | undefined> {
  const { documents, problems } = await parseYaml(Buffer.from(text), limits === undefined ? {} : { limits });
  return problems.length > 0 ? undefined : documents.map(({ value }) => value);
}

/** What the documents should say after the change. */
function expected(file: SectionFile, edit: SectionEdit): unknown[] {
  const { section, yaml } = file;
  const values = yaml.documents.map(({ value }) => value);
  const documents: unknown[] = values.length === 0 ? [undefined] : values;
  const target = documents.findLastIndex((value) => isMapping(value) && isFilled(value[section]));
  const holder =
    target >= 0
      ? target
      : documents.findLastIndex((value) => isMapping(value) && Object.hasOwn(value, section));
  const last = holder >= 0 ? holder : documents.length - 1;
  const bySpot = new Map<string, readonly FieldEdit[] | undefined>([
    ...[...edit.fields].map(([record, edits]) => [`${record.document}/${record.index}`, edits] as const),
    ...[...edit.removed].map((record) => [`${record.document}/${record.index}`, undefined] as const),
  ]);
  return documents.map((value, document) => {
    const root = isMapping(value) ? value : {};
    const list = Array.isArray(root[section]) ? (root[section] as readonly Mapping[]) : [];
    const records = list.flatMap((record, index) => {
      const spot = `${document}/${index}`;
      return bySpot.has(spot) ? withEdits(record, bySpot.get(spot)) : [record];
    });
    const all = document === last ? [...records, ...edit.added] : records;
    if (all.length === list.length && all.every((record, index) => record === list[index])) return value;
    return { ...root, [section]: all.length === 0 ? undefined : all };
  });
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function withEdits(record: Mapping, edits: readonly FieldEdit[] | undefined): Mapping[] {
  if (edits === undefined) return [];
  return [edits.reduce((changed, { keys, value }) => withValueAt(changed, keys, value), record)];
}

// Lines

/** What ends the lines of a text: what ends its first. */
function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text, at - 1)) at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text, at)) at++;
  return at;
}

/** The offset behind the line break that begins at an offset; the same offset, where none does. */
function afterBreak(text: string, offset: number): number {
  if (!isBreak(text, offset)) return offset;
  return text.startsWith('\r\n', offset) ? offset + 2 : offset + 1;
}

/** The offset at which the line break before an offset begins. */
function breakBefore(text: string, offset: number): number {
  if (offset === 0) return 0;
  return text.slice(Math.max(0, offset - 2), offset) === '\r\n' ? offset - 2 : offset - 1;
}

function endsLine(text: string, offset: number): boolean {
  return offset > 0 && isBreak(text, offset - 1);
}

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}
