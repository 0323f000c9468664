import { ruleFormats } from '../report/catalogue/formats.ts';
import { type CatalogueOptions, loadCatalogue, ruleEntries } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, writeReport } from './output.ts';

/**
 * Runs `sekisho rules`: lists every rule with the clauses that cite it.
 *
 * @throws UsageError if a policy cannot be loaded or a format is not known
 */
export async function runRules(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ruleFormats);
  const { policies, language } = await loadCatalogue(options, io);
  const rules = ruleEntries(policies);
  for (const output of outputs) {
    const reporter = await ruleFormats[output.format]();
    await writeReport(output, language, io, (reportOptions) => reporter(rules, reportOptions));
  }
  return exitCodes.clean;
}
