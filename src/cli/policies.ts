import { differenceJson, differenceMarkdown, differenceText } from '../report/catalogue/difference.ts';
import { policiesJson, policiesText } from '../report/catalogue/policies.ts';
import { type CatalogueOptions, loadCatalogue, loadKnownPolicy, readSettings } from './catalogue.ts';
import { comparePolicies } from './compare-policies.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, writeReport } from './output.ts';

const listFormats = { text: policiesText, json: policiesJson };
const differenceFormats = { text: differenceText, json: differenceJson, markdown: differenceMarkdown };

/**
 * Runs `sekisho policies`: lists the policies there are.
 *
 * @throws UsageError if a format is not known
 */
export async function runPolicies(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ['text', 'json']);
  const { policies, language } = await loadCatalogue(options, io);
  for (const output of outputs)
    await writeReport(output, language, io, (reportOptions) =>
      listFormats[output.format](policies, reportOptions),
    );
  return exitCodes.clean;
}

/**
 * Runs `sekisho policies diff`: what one policy asks and another does not.
 *
 * @param a the id or the file of a policy
 * @param b that of another
 * @throws UsageError if one cannot be loaded or a format is not known
 */
export async function runPoliciesDiff(
  a: string,
  b: string,
  options: CatalogueOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ['text', 'json', 'markdown']);
  const { language } = await readSettings(options, io);
  const first = await loadKnownPolicy(a, io.directory);
  const second = await loadKnownPolicy(b, io.directory);
  // An edited copy has the id of what it was copied from.
  const names: [string, string] = first.id === second.id ? [a, b] : [first.id, second.id];
  const difference = comparePolicies([first, second], names);
  for (const output of outputs)
    await writeReport(output, language, io, (reportOptions) =>
      differenceFormats[output.format](difference, reportOptions),
    );
  return exitCodes.clean;
}
