import { ruleEntries } from '../catalogue/rule-entries.ts';
import type { Policy } from '../policy/policy.ts';
import { ruleFormats } from '../report/formats.ts';
import type { RuleEntry } from '../result/catalogue.ts';
import { type CatalogueOptions, inputsOf, loadCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, refuseToOverwrite, writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Runs `sekisho rules`: lists every rule with the clauses that cite it, or those that have some words in their titles, fields
 * or clauses.
 *
 * @param words all rules where there are none
 * @throws UsageError if a policy cannot be loaded, a format is not known, or no rule has the words
 */
export async function runRules(
  words: readonly string[],
  options: CatalogueOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], ruleFormats);
  const catalogue = await loadCatalogue(options, io);
  const { policies, rules, own, language } = catalogue;
  await refuseToOverwrite(outputs, () => inputsOf(catalogue), io);
  const all = ruleEntries(rules, policies, own);
  const content = words.length === 0 ? all : await withWords(words.join(' '), all, policies);
  await writeReports({ formats: ruleFormats, outputs, content, language }, io);
  return exitCodes.clean;
}

async function withWords(
  asked: string,
  all: readonly RuleEntry[],
  policies: readonly Policy[],
): Promise<readonly RuleEntry[]> {
  const { rulesWith } = await import('../lookup/rules.ts');
  const found = rulesWith(asked, all, policies);
  if (found.length === 0) throw new UsageError(usageErrors.noRuleWith(asked));
  return found;
}
