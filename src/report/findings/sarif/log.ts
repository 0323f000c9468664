import type { Log, Run, Result as SarifResult } from 'sarif';
import { jsonText } from '../../../base/json.ts';

/** A run without its results. */
export type RunFrame = Omit<Run, 'results'>;

const end = ']\n    }\n  ]\n}';

/**
 * A SARIF log with one run. It is indented for people, but each result takes one line, since there may be very many.
 * Empty strings are left out, because GitHub treats them as missing.
 */
export function* writeLog(frame: RunFrame, results: Iterable<SarifResult>): Generator<string> {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ ...frame, results: [] }],
  };
  const text = jsonText(log, 2, filled);
  yield text.slice(0, -end.length);
  let between = '';
  for (const result of results) {
    yield `${between}\n        ${jsonText(result, undefined, filled)}`;
    between = ',';
  }
  yield `${between === '' ? '' : '\n      '}${end}\n`;
}

function filled(_key: string, value: unknown): unknown {
  return value === '' ? undefined : value;
}
