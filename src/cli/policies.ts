import { groupBy } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import { comparePolicies } from '../catalogue/compare-policies.ts';
import { isUnanswered, type Policy } from '../policy/policy.ts';
import { differenceFormats, policyFormats } from '../report/formats.ts';
import { logLine } from '../report/paper/log-line.ts';
import { pathAsLine } from '../report/paper/one-line.ts';
import { wordInForce } from '../result/words.ts';
import {
  type CatalogueOptions,
  inputsOf,
  loadCatalogue,
  loadKnownPolicy,
  readSettings,
  rulesUnder,
} from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { parseOutputs, refuseToOverwrite, writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { draftTexts, policyTexts } from './words/notices.ts';

/**
 * Runs `sekisho policies`: lists the available policies.
 *
 * @throws UsageError if a format is not known
 */
export async function runPolicies(options: CatalogueOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], policyFormats);
  const catalogue = await loadCatalogue(options, io);
  const { policies, language } = catalogue;
  await refuseToOverwrite(outputs, () => inputsOf(catalogue), io);
  await writeReports({ formats: policyFormats, outputs, content: policies, language }, io);
  return exitCodes.clean;
}

/**
 * Runs `sekisho policies diff`: reports how two policies differ.
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
  const { language, configuration } = await readSettings(options, io);
  const first = await loadKnownPolicy(a, io.directory);
  const second = await loadKnownPolicy(b, io.directory);
  await refuseToOverwrite(outputs, () => inputsOf({ policies: [first, second], configuration }), io);
  // An edited copy of a policy has the same id as the original, so the file names distinguish them.
  const names: [string, string] = first.id === second.id ? [a, b] : [first.id, second.id];
  const content = comparePolicies(rulesUnder([first, second]), [first, second], names);
  await writeReports({ formats: differenceFormats, outputs, content, language }, io);
  return exitCodes.clean;
}

/** How many references of clauses one line names. */
const mostReferences = 6;

/** The clauses that are not in force at all times, by their days. */
function daysInForce({ clauses }: Policy): Localized[] {
  const dated = clauses.flatMap(({ ref, inForce }) => (inForce === undefined ? [] : [{ ref, inForce }]));
  return [...groupBy(dated, ({ inForce }) => wordInForce(inForce).en).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const refs = alike.slice(0, mostReferences).map(({ ref }) => ref);
    const named = alike.length > refs.length ? [...refs, '…'] : refs;
    return [policyTexts.inForce(wordInForce(first.inForce), alike.length, named.join(', '))];
  });
}

/**
 * Runs `sekisho policies check`: checks policies alone, before anything is judged by them.
 *
 * @param references ids or files of policies
 * @throws UsageError with everything that is wrong with any of them, once the others are told to be in order
 */
export async function runPoliciesCheck(
  references: readonly string[],
  options: CatalogueOptions,
  io: Io,
): Promise<ExitCode> {
  const { language } = await readSettings(options, io);
  const problems: Localized[] = [];
  for (const reference of references) {
    try {
      const policy = await loadKnownPolicy(reference, io.directory);
      const clauses = policy.clauses.length;
      const cited = new Set(policy.clauses.flatMap((clause) => clause.rules.map(({ id }) => id))).size;
      const serves = policy.clauses.flatMap((clause) => clause.serves ?? []).length;
      const told = policyTexts.inOrder(pathAsLine(reference), { clauses, rules: cited, serves });
      const open = policy.clauses.filter(isUnanswered).length;
      const draft = policy.draft ? [draftTexts.isDraft(open)] : [];
      for (const line of [told, ...draft, ...daysInForce(policy)]) io.stdout(`${logLine(line[language])}\n`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(...error.texts);
    }
  }
  if (problems.length > 0) throw new UsageError(...problems);
  return exitCodes.clean;
}
