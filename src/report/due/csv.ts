import type { Language } from '../../base/localized.ts';
import type { DueItem, Result } from '../../result/result.ts';
import { subjectNames } from '../../result/words.ts';
import { catalogueTexts } from '../catalogue/words.ts';
import { type SourceColumn, sourceCells, withSourceColumns } from '../findings/csv/source-columns.ts';
import type { DueContent, Reporter } from '../format.ts';
import { handlingCells, handlingColumnNames, withHandlingColumns } from '../paper/handling.ts';
import { type Cell, spreadsheet } from '../paper/spreadsheet.ts';
import { accountOf, type DueAccount, isOverdue, namesOf, noticesOf } from './account.ts';
import { type DueColumn, dueColumns, dueTexts } from './words.ts';

type Row = Readonly<Partial<Record<Exclude<DueColumn, SourceColumn>, Cell>>> &
  Readonly<Partial<Record<SourceColumn, string>>>;

/** What falls due as a table, a row each; last what is not known, so that an empty table never stands for nothing due. */
export const dueCsv: Reporter<DueContent> = (content, { language }) => {
  const { result } = content;
  const account = accountOf(content);
  const names = namesOf(result);
  const rows = [
    ...account.items.map((item) => rowOf(item, result, names, language)),
    ...rowsNotKnown(result, account, language),
  ];
  const columns = withSourceColumns(
    dueColumns,
    account.items.map(({ location }) => location),
  );
  const handling = handlingCells(result.cover, language);
  return spreadsheet({
    columns: withHandlingColumns(columns, handling),
    names: { ...dueTexts[language].columns, ...handlingColumnNames[language] },
    rows: rows.map((row) => ({ ...row, ...handling })),
  });
};

function rowOf(item: DueItem, result: Result, names: ReturnType<typeof namesOf>, language: Language): Row {
  const words = dueTexts[language];
  const { record, location } = item;
  return {
    division: names.division(item),
    agency: names.agency(item),
    date: item.date,
    state: isOverdue(item, result) ? words.overdue : words.toCome,
    kind: words.kind[item.kind],
    section: sectionName(record.kind, language),
    id: record.id,
    name: record.name,
    what: item.what[language],
    asWritten: item.dateAsWritten,
    file: location.file,
    line: location.line,
    column: location.column,
    ...sourceCells(location),
  };
}

function rowsNotKnown(result: Result, { undated, unread }: DueAccount, language: Language): Row[] {
  const words = dueTexts[language];
  return [
    ...noticesOf(result).map(({ message }) => ({ state: words.notKnown, what: message[language] })),
    ...result.errors.map(({ message }) => ({ state: words.notDone, what: message[language] })),
    ...(unread > 0 ? [{ state: words.notKnown, what: words.unread(unread) }] : []),
    ...undated.map(({ kind, what }) => ({
      state: words.notKnown,
      kind: words.kind[kind],
      what: what[language],
    })),
  ];
}

function sectionName(kind: string, language: Language): string {
  const name = subjectNames[kind];
  return name === undefined ? kind : catalogueTexts[language].subject(name[language], kind);
}
