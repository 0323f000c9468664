import type { Language } from '../base/localized.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { severities } from '../policy/policy.ts';
import { extents, includable } from '../report/format.ts';
import { findingFormats } from '../report/formats.ts';
import type { Result } from '../result/result.ts';
import { renewBaseline } from './baseline.ts';
import { choice } from './choice.ts';
import { exitCode, fails, type Gate, tooManyWarnings, undecidedClauses } from './gate.ts';
import type { ExitCode, Io } from './io.ts';
import { type JudgeOptions, type JudgeOutcome, judge, type RunNeeds } from './judge.ts';
import { commandLanguage } from './language.ts';
import { inlineLess, keepHeapSmall } from './large-runs.ts';
import {
  filesOf,
  type Output,
  parseOutputs,
  type ReportChoices,
  refuseReportAsInput,
  refuseToOverwrite,
  writeReports,
} from './output.ts';
import { Progress } from './progress.ts';
import { asReported } from './redacted.ts';

import { Timing } from './timing.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { divisionTexts, draftTexts, hiddenTexts, warningsTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options of `sekisho check` as commander hands them over. */
export interface CheckOptions extends JudgeOptions {
  readonly format?: readonly string[];
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly failOnHidden?: boolean;
  readonly include?: readonly string[];
  readonly report?: string;
  readonly showSuppressed?: boolean;
  readonly todoDetails?: boolean;
  readonly quiet?: boolean;
  readonly timing?: boolean;
}

/**
 * Runs `sekisho check`.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runCheck(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], findingFormats);
  await refuseReportAsInput(paths, outputs, io);
  const gateOf = parseGate(options);
  const include = (options.include ?? []).flatMap((given) =>
    given.split(',').map((verdict) => choice('--include', verdict, includable)),
  );
  const extent = options.report === undefined ? undefined : choice('--report', options.report, extents);
  const timing = options.timing ? new Timing(io.clock) : undefined;
  const progress = new Progress(io, commandLanguage(options, io));
  const needs: RunNeeds = {
    observer: observerOf(progress, timing),
    repository: outputs.some(({ format }) => findingFormats[format].provenance),
  };
  const judgeRun = options.updateBaseline || options.prune ? judgeWithNewBaseline : judge;
  const judged = await judgeRun(paths, options, io, needs).finally(() => progress.end());
  const { configuration, language } = judged;
  const result = await asReported(judged.result, options, language);
  const gate = gateOf(configuration.failOn);
  timing?.enters('report');
  await refuseToOverwrite(outputs, () => filesOf(judged.result), io);
  const choices: ReportChoices = {
    include,
    ...(extent && { extent }),
    ...(options.showSuppressed && { showSuppressed: true }),
    ...(options.todoDetails && { toDoDetails: true }),
    ...(options.quiet && { onlyFindings: (finding) => fails(finding, gate) }),
  };
  await writeReports({ formats: findingFormats, outputs, content: result, language, choices }, io);
  // A report to a file or for a machine does not show the errors of the run to a person at the terminal.
  if (!outputs.some(({ format, file }) => format === 'text' && file === undefined))
    for (const { message } of result.errors) warn(io, message[language]);
  tellWhole(result, outputs, language, io);
  const warnings = tooManyWarnings(result, gate);
  if (warnings !== undefined) warn(io, warningsTexts.tooMany(warnings, gate.maxWarnings)[language]);
  const undecided = gate.failOn === 'never' ? 0 : undecidedClauses(judged.result);
  if (undecided > 0) warn(io, draftTexts.failed(undecided)[language]);
  if (gate.failOnHidden && result.hidden?.length)
    warn(io, hiddenTexts.failed(result.hidden.length)[language]);
  if (timing !== undefined) io.stderr(timing.table(language));
  return exitCode(result, gate);
}

/** Says which of the reports have more than the findings of the divisions that are to be shown. */
function tellWhole(
  { shown }: Result,
  outputs: readonly Output<keyof typeof findingFormats>[],
  language: Language,
  io: Io,
): void {
  const whole = outputs.map(({ format }) => format).filter((format) => findingFormats[format].whole);
  if (shown !== undefined && whole.length > 0) warn(io, divisionTexts.whole(whole)[language]);
}

/** Parses the options that decide the exit code; the configuration may supply the rest. */
function parseGate({ failOn: given, maxWarnings: limit, failOnHidden }: CheckOptions) {
  const failOn = given === undefined ? undefined : choice('--fail-on', given, [...severities, 'never']);
  if (limit !== undefined && !/^\d{1,9}$/.test(limit))
    throw new UsageError(usageErrors.badCount('--max-warnings', limit));
  const maxWarnings = limit === undefined ? undefined : Number(limit);
  return (configured: Gate['failOn'] = 'error'): Gate => ({
    failOn: failOn ?? configured,
    maxWarnings,
    failOnHidden,
  });
}

/** Passes the events of a run on to the progress line and the timing. */
function observerOf(progress: Progress, timing: Timing | undefined): Observer {
  return {
    ...(timing && { enters: (phase) => timing.enters(phase) }),
    read(files, all, bytes) {
      inlineLess(bytes);
      progress.read(files, all);
    },
    begins(rules) {
      timing?.begins();
      progress.begins(rules);
    },
    judged(ruleId, records, findings) {
      keepHeapSmall(findings);
      timing?.judged(ruleId, records);
      progress.judged();
    },
  };
}

/** Judges, rewrites the baseline from the result, and judges again with the new baseline. */
async function judgeWithNewBaseline(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
  needs: RunNeeds,
): Promise<JudgeOutcome> {
  const { updateBaseline, base, changed, trust } = options;
  if (base !== undefined || changed !== undefined || trust !== undefined)
    throw new UsageError(usageErrors.changedNothing);
  const { result, baseline, language } = await judge(paths, options, io, needs);
  if (baseline === undefined) throw new UsageError(usageErrors.noBaselineNamed);
  await renewBaseline(updateBaseline ? 'update' : 'prune', result, baseline, language, io);
  const { updateBaseline: _, ...others } = options;
  return judge(paths, others, io, needs);
}
