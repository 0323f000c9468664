import type { Language } from '../base/localized.ts';
import type { Policy } from '../policy/policy.ts';
import type { CoverageContent } from '../report/format.ts';
import { againstFormats, coverageFormats } from '../report/formats.ts';
import { type AgainstOrder, againstOrders } from '../result/against.ts';
import type { PolicyCoverage, Result } from '../result/result.ts';
import { loadKnownPolicy } from './catalogue.ts';
import { choice } from './choice.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import {
  filesOf,
  parseOutputs,
  type Reports,
  refuseReportAsInput,
  refuseToOverwrite,
  writeReports,
} from './output.ts';
import { asReported } from './redacted.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { incompleteTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options of `sekisho coverage` as commander hands them over. */
export interface CoverageOptions extends JudgeOptions {
  readonly format?: readonly string[];
  readonly failUncovered?: boolean;
  /** the id or the file of a policy whose clauses are listed instead, with those that serve them */
  readonly against?: string;
  /** with `against`, in which order its clauses are listed; that of its document if it is left out */
  readonly order?: string;
}

/**
 * Runs `sekisho coverage`, which reports but is no gate: the exit code is 0 whatever it finds, unless part of the
 * inventory cannot be read, or `--fail-uncovered` is given and a clause has no answer; with `--against`, a clause of that policy.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runCoverage(
  paths: readonly string[],
  options: CoverageOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], coverageFormats);
  await refuseReportAsInput(paths, outputs, io);
  const order = orderOf(options);
  const against =
    options.against === undefined ? undefined : await loadKnownPolicy(options.against, io.directory);
  const { result: judged, language } = await judge(paths, options, io);
  const result = await asReported(judged, options, language);
  const [coverage, second] = result.coverage;
  if (second !== undefined && against === undefined)
    throw new UsageError(usageErrors.onePolicy(result.policies.map(({ id }) => id).join(', ')));
  for (const { message } of result.errors) warn(io, message[language]);
  if (coverage === undefined) return withoutPolicy(result, language, io);
  const policyFiles = against?.files.map((file) => file.path) ?? [];
  await refuseToOverwrite(outputs, () => [...filesOf(judged), ...policyFiles], io);
  const uncovered = await report({ result, against, order, coverage }, { outputs, language }, io);
  const invalid = invalidPlaces(result);
  if (invalid > 0) warn(io, incompleteTexts.invalid(invalid)[language]);
  if (result.errors.length > 0) return exitCodes.failed;
  const fails = invalid > 0 || (options.failUncovered === true && uncovered);
  return fails ? exitCodes.findings : exitCodes.clean;
}

function orderOf({ order, against }: CoverageOptions): AgainstOrder {
  if (order === undefined) return 'document';
  if (against === undefined) throw new UsageError(usageErrors.orderWithoutAgainst);
  return choice('--order', order, againstOrders);
}

/** There is nothing to list where nobody names a policy; a file that cannot be read may. */
function withoutPolicy(result: Result, language: Language, io: Io): ExitCode {
  if (result.errors.length > 0) return exitCodes.failed;
  warn(io, incompleteTexts.invalid(invalidPlaces(result))[language]);
  return exitCodes.findings;
}

/** @returns whether a clause has no answer */
async function report(
  {
    result,
    against,
    order,
    coverage: own,
  }: { result: Result; against: Policy | undefined; order: AgainstOrder; coverage: PolicyCoverage },
  chosen: Pick<Reports<keyof typeof coverageFormats, CoverageContent>, 'outputs' | 'language'>,
  io: Io,
): Promise<boolean> {
  if (against === undefined) {
    const content = { coverage: own, result };
    await writeReports({ formats: coverageFormats, content, ...chosen }, io);
    return own.clauses.some(({ status }) => status === 'unanswered');
  }
  const coverage = result.against(against);
  await writeReports({ formats: againstFormats, content: { coverage, order, result }, ...chosen }, io);
  return coverage.clauses.some(({ uncovered }) => uncovered);
}
