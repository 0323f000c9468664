import type { Language } from '../../../base/localized.ts';
import { mapped } from '../../../base/mapped.ts';
import { type Finding, type Result, shownFindings } from '../../../result/result.ts';
import { severityWords, subjectNames, wordLabel } from '../../../result/words.ts';
import { catalogueTexts } from '../../catalogue/words.ts';
import type { Reporter } from '../../format.ts';
import { citation } from '../../paper/citation.ts';
import { handlingCells, handlingColumnNames, withHandlingColumns } from '../../paper/handling.ts';
import { type Cell, spreadsheet } from '../../paper/spreadsheet.ts';
import { isMissing } from '../to-do/to-dos.ts';
import { type SourceColumn, sourceCells, withSourceColumns } from './source-columns.ts';
import { type TableColumn, tableColumns, tableTexts } from './words.ts';

/** All findings, suppressed ones included, as a table with a column for everything that people sort or filter by. */
export const csv: Reporter<Result> = (result, { language }) => {
  const handling = handlingCells(result.cover, language);
  const about = [...result.errors, ...shownFindings(result)];
  const columns = withSourceColumns(
    tableColumns,
    mapped(about, ({ location }) => location),
  );
  return spreadsheet({
    columns: withHandlingColumns(columns, handling),
    names: { ...tableTexts[language].columns, ...handlingColumnNames[language] },
    rows: mapped(rowsOf(result, language), (row) => ({ ...row, ...handling })),
  });
};

function* rowsOf(result: Result, language: Language): Generator<Row> {
  yield* errorRows(result, language);
  yield* findingRows(result, language);
}

type Row = Readonly<Partial<Record<Exclude<TableColumn, SourceColumn>, Cell>>> &
  Readonly<Partial<Record<SourceColumn, string>>>;

/** Errors of the run become rows, so that a failed run does not look like a table without findings. */
function errorRows({ errors }: Result, language: Language): Row[] {
  return errors.map(({ code, message, location }) => ({
    verdict: tableTexts[language].error,
    message: message[language],
    file: location?.file,
    line: location?.line,
    column: location?.column,
    rule: code,
    ...sourceCells(location),
  }));
}

function findingRows(result: Result, language: Language): Iterable<Row> {
  const { rules, body } = result;
  const words = tableTexts[language];
  const agencies = new Map(body.agencies.map(({ id, name }) => [id, name]));
  const divisions = new Map(body.divisions.map(({ id, name }) => [id, name]));
  return mapped(shownFindings(result), (finding) => ({
    verdict: wordLabel(finding, language),
    severity: severityWords[language][finding.severity],
    state: finding.state && words.state[finding.state],
    clauses: finding.clauses.map((clause) => citation(clause, language)).join(catalogueTexts[language].comma),
    section: sectionOf(finding, language),
    id: finding.record.id,
    name: finding.record.name,
    agency: finding.agency && (agencies.get(finding.agency) ?? finding.agency),
    division: finding.division && (divisions.get(finding.division) ?? finding.division),
    field: finding.field,
    missing: isMissing(finding) ? words.missing : undefined,
    message: finding.message[language],
    remedy: finding.remedy[language],
    file: finding.location.file,
    line: finding.location.line,
    column: finding.location.column,
    cause: finding.cause,
    rule: finding.ruleId,
    ruleTitle: rules.get(finding.ruleId)?.title[language],
    suppression: finding.suppression === null ? undefined : words.suppression[finding.suppression.kind],
    exception: finding.suppression?.id,
    justification: finding.suppression?.justification,
    approver: finding.suppression?.approver,
    expires: finding.suppression?.expires,
    fingerprint: finding.fingerprint,
    ...sourceCells(finding.location),
  }));
}

function sectionOf({ record: { kind } }: Finding, language: Language): string {
  const name = subjectNames[kind];
  return name === undefined ? kind : catalogueTexts[language].subject(name[language], kind);
}
