import { ruleEntries } from '../catalogue/rule-entries.ts';
import { ruleFormats } from '../report/formats.ts';
import { type CatalogueOptions, inputsOf, loadCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, refuseToOverwrite, writeReports } from './output.ts';

/**
 * Runs `sekisho rules`: lists every rule with the clauses that cite it.
 *
 * @throws UsageError if a policy cannot be loaded or a format is not known
 */
export async function runRules(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ruleFormats);
  const catalogue = await loadCatalogue(options, io);
  const { policies, rules, own, language } = catalogue;
  await refuseToOverwrite(outputs, () => inputsOf(catalogue), io);
  await writeReports(
    { formats: ruleFormats, outputs, content: ruleEntries(rules, policies, own), language },
    io,
  );
  return exitCodes.clean;
}
