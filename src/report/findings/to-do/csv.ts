import { mapped } from '../../../base/mapped.ts';
import type { Result } from '../../../result/result.ts';
import { subjectNames } from '../../../result/words.ts';
import { catalogueTexts } from '../../catalogue/words.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { handlingCells, handlingColumnNames, withHandlingColumns } from '../../paper/handling.ts';
import { type Cell, spreadsheet } from '../../paper/spreadsheet.ts';
import { type SourceColumn, sourceCells, withSourceColumns } from '../csv/source-columns.ts';
import { choicesOf, clauseRefs, endOf, leadOf, reasonsOf, writeOf } from './row-texts.ts';
import { type FactToWrite, factsToWrite, type ToDoRow } from './rows.ts';
import { shortNameOf } from './what-to-write.ts';
import { type ToDoColumn, toDoColumns, toDoTexts } from './words.ts';

type Row = Readonly<Partial<Record<Exclude<ToDoColumn, SourceColumn>, Cell>>> &
  Readonly<Partial<Record<SourceColumn, string>>>;

/** What is to be written, as a table for a spreadsheet that can be sorted by division and sent round. */
export const toDoCsv: Reporter<Result> = (result, { language }) => {
  const facts = factsToWrite(result);
  const names = { agencies: namesOf(result.body.agencies), divisions: namesOf(result.body.divisions) };
  // A list that lacks something must not look like one that is whole.
  const first = result.errors.length > 0 || result.findings.some(({ invalid }) => invalid);
  const told = first ? leadOf(result, [], language).map((write): Row => ({ write })) : [];
  function* rows(): Generator<Row> {
    yield* told;
    for (const [index, fact] of facts.entries())
      for (const row of fact.rows) yield { order: index + 1, ...rowOf(fact, row, names, language) };
    for (const write of endOf(result, language)) yield { write };
  }
  const about = facts.flatMap((fact) => fact.rows.map(({ fact: { location } }) => location));
  const handling = handlingCells(result.cover, language);
  return spreadsheet({
    columns: withHandlingColumns(withSourceColumns(toDoColumns, about), handling),
    names: { ...toDoTexts[language].columns, ...handlingColumnNames[language] },
    rows: mapped(rows(), (row) => ({ ...row, ...handling })),
  });
};

/** What agencies and divisions are called, by their id. */
interface Names {
  readonly agencies: ReadonlyMap<string, string>;
  readonly divisions: ReadonlyMap<string, string>;
}

function namesOf(
  all: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(all.map(({ id, name }) => [id, name]));
}

function rowOf(fact: FactToWrite, row: ToDoRow, names: Names, language: ReportOptions['language']): Row {
  const { kind, field, record, location, agency, division, manager } = row.fact;
  const { comma, subject } = catalogueTexts[language];
  const section = subjectNames[kind]?.[language];
  return {
    division: division && (names.divisions.get(division) ?? division),
    manager: manager?.(),
    agency: agency && (names.agencies.get(agency) ?? agency),
    section: section === undefined ? kind : subject(section, kind),
    id: record.id,
    name: record.name,
    fact: shortNameOf(row.fact, language),
    field,
    write: writeOf(fact, language).join(' '),
    choices: choicesOf(row.fact, language),
    reason: reasonsOf(row, language).join(' '),
    settles: row.waiting.length,
    from: fact.from,
    clauses: clauseRefs(row.waiting).join(comma),
    file: location.file,
    line: location.line,
    ...sourceCells(location),
  };
}
