import { foldText } from '../../../base/fold-text.ts';
import { addToGroup } from '../../../base/groups.ts';
import { isMapping } from '../../../base/mapping.ts';
import { keysOf } from '../../../register/field-path.ts';
import { writtenText } from '../../../yaml/parse.ts';
import type { Position } from '../../../yaml/source-text.ts';
import { ownValueAt } from '../../merge/record-value.ts';
import { idOf, placeOfField, type SectionFile, type WrittenRecord } from '../../merge/section-file.ts';
import type { Update } from '../mapping.ts';
import type { FeedFile } from './feed-files.ts';

/** A record of the inventory, and where it stands. */
export interface KnownRecord {
  readonly file: FeedFile;
  readonly section: SectionFile;
  readonly record: WrittenRecord;
}

/** The records of a section by what they are known by. */
export class KnownRecords {
  readonly #exactly = new Map<string, KnownRecord[]>();
  readonly #inAnyCase = new Map<string, KnownRecord[]>();
  readonly all: readonly KnownRecord[];

  constructor(records: readonly KnownRecord[], { key }: Update) {
    this.all = records;
    for (const known of records)
      for (const text of new Set(textsAt(known, key).map(foldText))) {
        if (text === '') continue;
        addToGroup(this.#exactly, text, known);
        addToGroup(this.#inAnyCase, text.toLowerCase(), known);
      }
  }

  /** @returns the records that are known by one of the texts; case counts only where it tells two apart */
  find(texts: readonly string[]): KnownRecord[] {
    const found = texts
      .map(foldText)
      .flatMap((text) => this.#exactly.get(text) ?? this.#inAnyCase.get(text.toLowerCase()) ?? []);
    return [...new Set(found)];
  }
}

/** @returns all records of a section that have fields, those without an id among them */
export function recordsOfSection(file: FeedFile, section: SectionFile): KnownRecord[] {
  const { yaml } = section;
  return yaml.documents.flatMap(({ value }, document) => {
    const list = isMapping(value) && Object.hasOwn(value, section.section) ? value[section.section] : [];
    return (Array.isArray(list) ? list : []).flatMap((item, index): KnownRecord[] => {
      if (!isMapping(item)) return [];
      const id = idOf(yaml, document, [section.section, index, 'id'], item) ?? '';
      return [{ file, section, record: { id, value: item, document, index } }];
    });
  });
}

/** @returns where a field of a record stands, as messages name it */
export function placeOfKnown({ file, section, record }: KnownRecord, path = ''): string {
  const { line, column }: Position = placeOfField(section, record, path === '' ? [] : keysOf(path));
  return `${file.shown}:${line}:${column}`;
}

/** The texts of a field as they are written: 001 is not 1. */
function textsAt({ section: { section, yaml }, record }: KnownRecord, key: string): string[] {
  const keys = keysOf(key);
  const value = ownValueAt(record.value, keys);
  if (Array.isArray(value)) return value.map(String);
  if (value === undefined || isMapping(value)) return [];
  if (typeof value === 'string') return [value];
  return [writtenText(yaml, yaml.documents[record.document]?.root ?? 0, [section, record.index, ...keys])];
}
