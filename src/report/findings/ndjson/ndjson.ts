import { jsonText } from '../../../base/json.ts';
import { dueWithin } from '../../../result/due.ts';
import type { Result } from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import {
  attestationRow,
  clauseRow,
  dueRow,
  errorRow,
  exceptionRow,
  outOfScopeRow,
  runRow,
} from './account-rows.ts';
import type { Row } from './cell.ts';
import { FindingRows } from './finding-rows.ts';

/**
 * The result as lines of JSON, each an object without anything nested: the run, its errors, the clauses, the findings, and what
 * else it is made of. Lines of one type have the same columns in every report, `null` where there is nothing, as
 * `schemas/report-lines.schema.json` describes them.
 */
export const ndjson: Reporter<Result> = function* (result, options) {
  const { asOf, body } = result;
  const ofAll = { body: body.name ?? null, bodyCode: body.code ?? null, asOf };
  for (const [type, row] of rowsOf(result, options)) yield `${jsonText({ type, ...ofAll, ...row })}\n`;
};

function* rowsOf(result: Result, { language }: ReportOptions): Generator<readonly [type: string, row: Row]> {
  yield ['run', runRow(result, language)];
  for (const error of result.errors) yield ['error', errorRow(error, language)];
  for (const { policy, clauses } of result.coverage)
    for (const clause of clauses) yield ['clause', clauseRow(policy, clause, language)];
  const findings = new FindingRows(result, language);
  for (const row of findings.all()) yield ['finding', row];
  for (const exception of result.exceptions) yield ['exception', exceptionRow(exception)];
  for (const attestation of result.attestations) yield ['attestation', attestationRow(attestation)];
  for (const item of result.due(dueWithin)) yield ['due', dueRow(item, result, language)];
  for (const record of result.outOfScope) yield ['out-of-scope', outOfScopeRow(record)];
}
