import { coverageFormats } from '../report/formats.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { filesOf, parseOutputs, refuseToOverwrite, writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { incompleteTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options of `sekisho coverage` as commander hands them over. */
export interface CoverageOptions extends JudgeOptions {
  readonly format?: readonly string[];
  readonly failUncovered?: boolean;
}

/**
 * Runs `sekisho coverage`, which reports but is no gate: the exit code is 0 whatever it finds, unless part of the
 * inventory cannot be read, or `--fail-uncovered` is given and a clause has no answer.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runCoverage(
  paths: readonly string[],
  options: CoverageOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], coverageFormats);
  const { result, language } = await judge(paths, options, io);
  const [coverage, second] = result.coverage;
  if (second !== undefined)
    throw new UsageError(usageErrors.onePolicy(result.policies.map(({ id }) => id).join(', ')));
  for (const { message } of result.errors) warn(io, message[language]);
  if (coverage === undefined) return exitCodes.failed;
  await refuseToOverwrite(outputs, () => filesOf(result), io);
  await writeReports({ formats: coverageFormats, outputs, content: { coverage, result }, language }, io);
  const invalid = invalidPlaces(result);
  if (invalid > 0) warn(io, incompleteTexts.invalid(invalid)[language]);
  if (result.errors.length > 0) return exitCodes.failed;
  const uncovered = coverage.clauses.some(({ status }) => status === 'unanswered');
  const fails = invalid > 0 || (options.failUncovered === true && uncovered);
  return fails ? exitCodes.findings : exitCodes.clean;
}
