import path from 'node:path';
import { reaches } from '../evaluate/severity.ts';
import { provenance } from '../git/provenance.ts';
import { type Severity, severities } from '../policy/policy.ts';
import { formats } from '../report/formats.ts';
import { oneLine } from '../report/one-line.ts';
import { includable, type ReportOptions } from '../report/reporter.ts';
import type { Result } from '../result.ts';
import { usageErrors } from '../text/cli.ts';
import { renewBaseline } from './baseline.ts';
import { existingFolder } from './earlier.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { choice, type Judged, type JudgeOptions, judge } from './judge.ts';
import { parseOutputs, writeReport } from './output.ts';
import { UsageError } from './usage-error.ts';

/** The options of `sekisho check` as commander hands them over. */
export interface CheckOptions extends JudgeOptions {
  readonly format?: readonly string[];
  readonly failOn?: string;
  readonly include?: readonly string[];
}

/**
 * Runs `sekisho check`.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runCheck(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], Object.keys(formats));
  const failOn =
    options.failOn === undefined ? undefined : choice('--fail-on', options.failOn, [...severities, 'never']);
  const include = (options.include ?? []).flatMap((given) =>
    given.split(',').map((verdict) => choice('--include', verdict, includable)),
  );
  const { result: found, configuration, language } = await judged(paths, options, io);
  const tellsProvenance = outputs.some(({ format }) => formats[format]?.provenance);
  const result = tellsProvenance ? await withProvenance(found, paths, io) : found;
  for (const output of outputs) {
    const format = formats[output.format];
    if (format === undefined) throw new Error(`no reporter for ${output.format}`);
    const reporter = await format.reporter();
    const notices = await format.notices?.();
    const report = (reportOptions: ReportOptions) => {
      for (const notice of notices?.(result, reportOptions) ?? [])
        io.stderr(`sekisho: ${notice[language]}\n`);
      return reporter(result, reportOptions);
    };
    await writeReport(output, language, io, report, include);
  }
  // A report in a file or for a machine does not show a person at the terminal that the run went wrong.
  if (!outputs.some(({ format, file }) => format === 'text' && file === undefined)) {
    for (const { message } of result.errors) io.stderr(`sekisho: ${oneLine(message[language])}\n`);
  }
  return exitCode(result, failOn ?? configuration.failOn ?? 'error');
}

/** Adds where the inventory is kept. */
async function withProvenance(result: Result, paths: readonly string[], io: Io): Promise<Result> {
  const folder = await existingFolder(path.resolve(io.directory, paths[0] ?? '.'));
  const repository = await provenance(folder);
  return repository === undefined ? result : { ...result, repository };
}

/** Judges; a baseline that is to be written is written first, and then holds. */
async function judged(paths: readonly string[], options: CheckOptions, io: Io): Promise<Judged> {
  const { updateBaseline, prune, base, changed, trust } = options;
  if (!updateBaseline && !prune) return judge(paths, options, io);
  if (base !== undefined || changed !== undefined || trust !== undefined)
    throw new UsageError(usageErrors.changedNothing);
  const first = await judge(paths, options, io);
  if (first.baseline === undefined) throw new UsageError(usageErrors.noBaselineNamed);
  await renewBaseline(updateBaseline ? 'update' : 'prune', first.result, first.baseline, first.language, io);
  const { updateBaseline: _, ...others } = options;
  return judge(paths, others, io);
}

/** A run that broke never looks clean, and an inventory that is not valid is never good enough. */
function exitCode({ errors, findings }: Result, failOn: Severity | 'never'): ExitCode {
  if (errors.length > 0) return exitCodes.failed;
  const active = findings.filter(({ suppression }) => suppression === null);
  if (active.some(({ ruleId }) => ruleId === 'inventory/syntax' || ruleId === 'inventory/schema'))
    return exitCodes.findings;
  return failOn !== 'never' && active.some(({ severity }) => reaches(severity, failOn))
    ? exitCodes.findings
    : exitCodes.clean;
}
