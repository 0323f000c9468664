import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../../base/localized.ts';
import type { Finding, Result } from '../../../result/result.ts';
import { severityWords, subjectNames, wordLabel } from '../../../result/words.ts';
import { catalogueTexts } from '../../catalogue/words.ts';
import type { Reporter } from '../../format.ts';
import { citation } from '../../paper/citation.ts';
import { inLog } from '../../paper/log-line.ts';
import { oneLine } from '../../paper/one-line.ts';
import { type TableColumn, tableColumns, tableTexts } from './words.ts';

/**
 * All findings, suppressed ones included, as a table for a spreadsheet: UTF-8 with a BOM, so that Excel detects the
 * encoding; CRLF line ends (RFC 4180); and a column for everything that people sort or filter by.
 */
export const csv: Reporter<Result> = (result, { language }) => {
  const { columns } = tableTexts[language];
  const rows = [...errorRows(result, language), ...findingRows(result, language)];
  return stringify(
    rows.map((row) => tableColumns.map((column) => cell(row[column]))),
    {
      bom: true,
      header: true,
      columns: tableColumns.map((column) => columns[column]),
      record_delimiter: 'windows',
      quoted_match: [formulaWithin],
    },
  );
};

type Row = Readonly<Partial<Record<TableColumn, string | number | undefined>>>;

/** Errors of the run become rows, so that a failed run does not look like a table without findings. */
function errorRows({ errors }: Result, language: Language): Row[] {
  return errors.map(({ code, message, location }) => ({
    verdict: tableTexts[language].error,
    message: message[language],
    file: location?.file,
    line: location?.line,
    column: location?.column,
    rule: code,
  }));
}

function findingRows({ findings, rules, body }: Result, language: Language): Row[] {
  const words = tableTexts[language];
  const agencies = new Map(body.agencies.map(({ id, name }) => [id, name]));
  return findings.map((finding) => ({
    verdict: wordLabel(finding, language),
    severity: severityWords[language][finding.severity],
    state: finding.state && words.state[finding.state],
    clauses: finding.clauses.map((clause) => citation(clause, language)).join(catalogueTexts[language].comma),
    section: sectionOf(finding, language),
    id: finding.record.id,
    name: finding.record.name,
    agency: finding.agency && (agencies.get(finding.agency) ?? finding.agency),
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
  }));
}

function sectionOf({ record: { kind } }: Finding, language: Language): string {
  const name = subjectNames[kind];
  return name === undefined ? kind : catalogueTexts[language].subject(name[language], kind);
}

/**
 * Cells that a spreadsheet could take for a formula get a leading apostrophe, as OWASP advises (CSV Injection). This
 * covers full-width signs, since Numbers and Japanese input read `＝` as `=`, and signs after blanks or invisible
 * characters, which some programs drop. Numbers are written by sekisho itself and are left alone.
 */
function cell(value: string | number | undefined): string | number {
  if (typeof value !== 'string') return value ?? '';
  const text = inLog(oneLine(value));
  return formula.test(value) ? `'${text}` : text;
}

/** LibreOffice by itself takes a semicolon for the end of a cell, too, unless the cell is in quotes. */
const formulaWithin = /;\s*[=+\-@＝＋－＠]/u;

const formula = /^(\t|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
