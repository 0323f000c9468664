import { isDuration } from '../base/date.ts';
import type { Language } from '../base/localized.ts';
import { dueFormats } from '../report/formats.ts';
import { dueWithin } from '../result/due.ts';
import type { Result } from '../result/result.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { filesOf, parseOutputs, refuseReportAsInput, refuseToOverwrite, writeReports } from './output.ts';
import { asReported } from './redacted.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { incompleteTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options of `sekisho due` as commander hands them over. */
export interface DueOptions extends JudgeOptions {
  readonly format?: readonly string[];
  readonly within?: string;
}

/**
 * Runs `sekisho due`, which reports but is no gate: the exit code is 0 whatever falls due, unless part of the inventory cannot be
 * read.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runDue(paths: readonly string[], options: DueOptions, io: Io): Promise<ExitCode> {
  const { within = dueWithin } = options;
  if (!isDuration(within)) throw new UsageError(usageErrors.badDuration('--within', within));
  const outputs = parseOutputs(options.format ?? ['text'], dueFormats);
  await refuseReportAsInput(paths, outputs, io);
  const judged = await judge(paths, options, io);
  const { language } = judged;
  const result = await asReported(judged.result, options, language);
  if (result.policies.length === 0) return withoutPolicy(result, language, io);
  await refuseToOverwrite(outputs, () => filesOf(judged.result), io);
  await writeReports({ formats: dueFormats, outputs, content: { result, within }, language }, io);
  if (result.errors.length > 0) return exitCodes.failed;
  return invalidPlaces(result) > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Which duties come round again only a policy tells; a file that cannot be read may name one. */
function withoutPolicy(result: Result, language: Language, io: Io): ExitCode {
  for (const { message } of result.errors) warn(io, message[language]);
  if (result.errors.length > 0) return exitCodes.failed;
  warn(io, incompleteTexts.invalid(invalidPlaces(result))[language]);
  return exitCodes.findings;
}
