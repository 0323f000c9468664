import { rules } from '../../rules/index.ts';
import { defined } from '../base/defined.ts';
import { NothingToTestError } from '../examples/find.ts';
import { runExamples } from '../examples/run.ts';
import { exampleFormats } from '../report/formats.ts';
import { workTree } from '../tree/work-tree.ts';
import { readSettings } from './catalogue.ts';
import { dayJudgedBy } from './day-judged-by.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, refuseToOverwrite, writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { asUsageError } from './user-errors.ts';
import { warn } from './warn.ts';
import { usageErrors } from './words/usage-errors.ts';

/** The options of `sekisho test` as commander hands them over. */
export interface TestOptions {
  readonly policy?: string;
  readonly asOf?: string;
  readonly format?: readonly string[];
  readonly lang?: string;
}

/**
 * Runs `sekisho test`: judges the examples of rules and policies. The exit code is 1 where one does not come out as it
 * says.
 *
 * @throws UsageError if a file cannot be used
 */
export async function runTest(paths: readonly string[], options: TestOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], exampleFormats);
  const asOf = dayJudgedBy(options, io);
  const { language } = await readSettings(defined({ lang: options.lang }), io);
  const result = await runExamples({
    ...{ tree: workTree, directory: io.directory, asOf, rules },
    paths: paths.length === 0 ? ['.'] : paths,
    ...defined({ policy: options.policy }),
  }).catch((error: unknown) => {
    throw error instanceof NothingToTestError
      ? new UsageError(usageErrors.nothingToTest(error.paths))
      : asUsageError(error);
  });
  await refuseToOverwrite(outputs, () => result.inputs, io);
  for (const { message } of result.errors) warn(io, message[language]);
  await writeReports({ formats: exampleFormats, outputs, content: result, language }, io);
  if (result.errors.length > 0) return exitCodes.failed;
  return result.failures.length > 0 ? exitCodes.findings : exitCodes.clean;
}
