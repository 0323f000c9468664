import { defined } from '../../base/defined.ts';
import type { Language, Localized } from '../../base/localized.ts';
import { columnSections } from '../../import/register/columns.ts';
import type { RecordSection } from '../../import/register/fields.ts';
import type { Result } from '../../result/result.ts';
import type { WorkbookLayout } from '../../spreadsheet/layout.ts';
import { type AskedFields, type AskingRule, askedFields } from './asked-fields.ts';
import { frontSheet } from './front-sheet.ts';
import { frontOfRegister } from './front-words.ts';
import { marksOf } from './marks.ts';
import { type LostField, placeKey, type StatedRecord } from './record.ts';
import { cellsOfRecord, type KnownIds } from './record-cells.ts';
import { type RegisterRow, registerSheet } from './register-sheet.ts';

/** What a register is made of. */
export interface RegisterExport {
  readonly records: readonly StatedRecord[];
  readonly result: Result;
  /** the rules that judged, with the fields that they ask for */
  readonly rules: readonly AskingRule[];
  /** how a command names the workbook, and the folder that it is to be taken back to */
  readonly file: string;
  readonly folder: string;
  readonly language: Language;
}

/** A register, and what of the inventory is not in it. */
export interface ExportedRegister {
  readonly layout: WorkbookLayout;
  readonly sheets: readonly { readonly section: RecordSection; readonly records: number }[];
  /** fields that no cell can hold, by the records */
  readonly lost: readonly LostField[];
}

/** Lays an inventory out as a workbook: a sheet for each section that has records, and one before them that says what it is. */
export function exportRegister(given: RegisterExport): ExportedRegister {
  const { records, result, rules, language } = given;
  const places = new Set(records.map(placeOf));
  const { ofRecords, aside, others } = marksOf(result.findings, (place) => places.has(place));
  const outOfScope = new Set(result.outOfScope.map(({ kind, id }) => JSON.stringify([kind, id])));
  const lost: LostField[] = [];
  const ids = idsOf(records);
  const sections = columnSections.flatMap((section) => {
    const own = records.filter((record) => record.section === section);
    const rowsOfSection = own.map((record): RegisterRow => {
      const id = String(record.value['id'] ?? record.value['name'] ?? '');
      const cells = cellsOfRecord(section, record.value, ids);
      lost.push(...cells.lost.map((field) => ({ section, id, field })));
      const isOutOfScope = outOfScope.has(JSON.stringify([section, id]));
      const place = placeOf(record);
      return { ...cells, marks: ofRecords.get(place) ?? [], aside: aside.get(place) ?? [], isOutOfScope };
    });
    return own.length === 0 ? [] : [{ section, rows: rowsOfSection }];
  });
  const asked: AskedFields = askedFields(
    rules,
    sections.map(({ section }) => section),
  );
  const counts = sections.map(({ section, rows }) => ({ section, records: rows.length }));
  const front = frontOfRegister({ ...given, others, lost, sheets: counts });
  return {
    layout: {
      ...defined({ marking: result.cover.marking }),
      sheets: [
        frontSheet({ ...front, language }),
        ...sections.map(({ section, rows }) =>
          registerSheet({ section, rows, asked: asked.get(section) ?? new Map(), language }),
        ),
      ],
    },
    sheets: counts,
    lost,
  };
}

function idsOf(records: readonly StatedRecord[]): KnownIds {
  const ids = new Map<RecordSection, Set<string>>();
  for (const { section, value } of records)
    if (typeof value['id'] === 'string') ids.set(section, (ids.get(section) ?? new Set()).add(value['id']));
  return ids;
}

function placeOf({ file, document, section, index }: StatedRecord): string {
  return placeKey(file, document, section, index);
}

/** @returns how a field that was lost is told */
export function wordLost({ section, id, field }: LostField): Localized {
  return {
    ja: `${section} の「${id}」の ${field} は、欄に書き表せないため載せていません。台帳の元のファイルで確かめてください`,
    en: `${field} of “${id}” in ${section} is not in the workbook, since no cell can hold it; see the file of the inventory`,
  };
}
