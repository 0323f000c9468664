import { rules } from '../../rules/index.ts';
import { comparePolicies } from '../catalogue/compare-policies.ts';
import { differenceFormats, policyFormats } from '../report/formats.ts';
import { type CatalogueOptions, loadCatalogue, loadKnownPolicy, readSettings } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, writeReports } from './output.ts';

/**
 * Runs `sekisho policies`: lists the policies there are.
 *
 * @throws UsageError if a format is not known
 */
export async function runPolicies(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], policyFormats);
  const { policies, language } = await loadCatalogue(options, io);
  await writeReports({ formats: policyFormats, outputs, content: policies, language }, io);
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
  const outputs = parseOutputs(options.format ?? ['text'], differenceFormats);
  const { language } = await readSettings(options, io);
  const first = await loadKnownPolicy(a, io.directory);
  const second = await loadKnownPolicy(b, io.directory);
  // An edited copy has the id of what it was copied from.
  const names: [string, string] = first.id === second.id ? [a, b] : [first.id, second.id];
  const content = comparePolicies(rules, [first, second], names);
  await writeReports({ formats: differenceFormats, outputs, content, language }, io);
  return exitCodes.clean;
}
