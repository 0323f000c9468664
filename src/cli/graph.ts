import { graphFormats } from '../report/formats.ts';
import { invalidPlaces } from './gate.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { filesOf, parseOutputs, refuseReportAsInput, refuseToOverwrite, writeReports } from './output.ts';
import { asReported } from './redacted.ts';
import { warn } from './warn.ts';
import { incompleteTexts } from './words/notices.ts';

/** The options of `sekisho graph` as commander hands them over. */
export interface GraphOptions extends JudgeOptions {
  readonly format?: readonly string[];
}

/**
 * Runs `sekisho graph`, which draws but is no gate: the exit code is 0 whatever the drawing shows, unless part of the
 * inventory cannot be read.
 *
 * @throws UsageError if the run cannot be done as asked
 */
export async function runGraph(paths: readonly string[], options: GraphOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['mermaid'], graphFormats);
  await refuseReportAsInput(paths, outputs, io);
  const { result: judged, language } = await judge(paths, options, io);
  const result = await asReported(judged, options, language);
  for (const { message } of [...result.errors, ...result.notices]) warn(io, message[language]);
  const drawing = result.drawing();
  if (drawing !== undefined) {
    await refuseToOverwrite(outputs, () => filesOf(judged), io);
    await writeReports({ formats: graphFormats, outputs, content: { drawing, result }, language }, io);
  }
  const invalid = invalidPlaces(result);
  if (invalid > 0) warn(io, incompleteTexts.invalid(invalid)[language]);
  if (result.errors.length > 0) return exitCodes.failed;
  return invalid > 0 ? exitCodes.findings : exitCodes.clean;
}
