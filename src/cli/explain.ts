import { explanationOf, type Library } from '../lookup/topic.ts';
import { explanationFormats } from '../report/formats.ts';
import { type CatalogueOptions, loadCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Runs `sekisho explain`: prints the full explanation of a rule, a clause, or of what the vocabulary has by that name; where
 * several things are meant, a list of them with the command for each.
 *
 * @param given the id of a rule, a clause as `isesaki 6(3)ア[1]`, `isesaki:6(3)ア[1]` or `6(3)ア[1]`, or the name of a section,
 *   field, choice, level or layer, or a word of a title, in any number of words
 * @throws UsageError if there is none such
 */
export async function runExplain(
  given: readonly string[],
  options: CatalogueOptions,
  io: Io,
): Promise<ExitCode> {
  const { policies, rules, own, language } = await loadCatalogue(options, io);
  const asked = given.join(' ');
  const library: Library = { policies, rules, own, options: namedPolicies(options) };
  const content = explanationOf(asked, library);
  if (content === undefined) {
    const { nearestTopic } = await import('../lookup/nearest.ts');
    throw new UsageError(usageErrors.unknownTopic(asked, nearestTopic(asked, library)));
  }
  await writeReports({ formats: explanationFormats, outputs: [{ format: 'text' }], content, language }, io);
  return exitCodes.clean;
}

/** The policies as they were named, for commands that find the same; none where a path would have to be quoted. */
function namedPolicies({ policy = [] }: CatalogueOptions): string {
  return policy.every((one) => /^[\w./\p{L}-]+$/u.test(one))
    ? policy.map((one) => ` -p ${one}`).join('')
    : '';
}
