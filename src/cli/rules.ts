import { rulesJson, rulesText } from '../report/catalogue/rules.ts';
import { type CatalogueOptions, loadCatalogue, ruleEntries } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, writeReport } from './output.ts';

const formats = { text: rulesText, json: rulesJson };

/**
 * Runs `sekisho rules`: lists every rule with the clauses that cite it.
 *
 * @throws UsageError if a policy cannot be loaded or a format is not known
 */
export async function runRules(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ['text', 'json']);
  const { policies, language } = await loadCatalogue(options, io);
  const rules = ruleEntries(policies);
  for (const output of outputs)
    await writeReport(output, language, io, (reportOptions) => formats[output.format](rules, reportOptions));
  return exitCodes.clean;
}
