import type { Localized } from '../base/localized.ts';
import { emptyMapping, type RegisterMapping } from '../import/register/mapping.ts';
import { type MappingProblem, readMapping } from '../import/register/read-mapping.ts';
import { registerTexts } from '../import/register/register-texts.ts';
import { wordSchemaProblem } from '../schema/words.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import { placed } from './placed.ts';
import { UsageError } from './usage-error.ts';

/** The name of the file beside the inventory that says what registers mean. */
export const mappingFileName = 'register.mapping.yaml';

/**
 * Reads what a body says that its registers mean.
 *
 * @throws UsageError for a mapping that is not right
 */
export async function mappingOf(text: string | undefined, shown: string): Promise<RegisterMapping> {
  if (text === undefined) return emptyMapping;
  const { mapping, problems } = await readMapping(Buffer.from(text), shown);
  if (problems.length > 0) throw new UsageError(...problems.map(wordMappingProblem));
  return mapping;
}

function wordMappingProblem(problem: MappingProblem): Localized {
  const { file, position } = problem;
  const text =
    problem.code === 'yaml'
      ? joined(wordYamlProblem(problem.problem))
      : problem.code === 'schema'
        ? joined(wordSchemaProblem(problem.problem))
        : wordContradiction(problem);
  return placed(`${file}:${position.line}:${position.column}`, text);
}

function wordContradiction(problem: Exclude<MappingProblem, { code: 'yaml' | 'schema' }>): Localized {
  switch (problem.code) {
    case 'not-a-list':
      return registerTexts.notAList(problem.section);
    case 'no-field':
      return registerTexts.noField(problem);
    case 'no-key':
      return registerTexts.noKey(problem.section, problem.key);
    case 'not-updatable':
      return registerTexts.notUpdatable(problem.target);
    case 'two-uses':
      return registerTexts.twoUses(problem.sheet);
    case 'same-sheet':
      return registerTexts.sameSheet(problem);
    case 'same-field':
      return registerTexts.sameField(problem);
  }
}
