import { rules } from '../../rules/index.ts';
import { ruleEntries } from '../catalogue/rule-entries.ts';
import { ruleFormats } from '../report/formats.ts';
import { type CatalogueOptions, loadCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, writeReports } from './output.ts';

/**
 * Runs `sekisho rules`: lists every rule with the clauses that cite it.
 *
 * @throws UsageError if a policy cannot be loaded or a format is not known
 */
export async function runRules(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ruleFormats);
  const { policies, language } = await loadCatalogue(options, io);
  await writeReports({ formats: ruleFormats, outputs, content: ruleEntries(rules, policies), language }, io);
  return exitCodes.clean;
}
