import { LimitError } from '../base/limits.ts';
import type { Localized } from '../base/localized.ts';
import { slashed } from '../base/paths.ts';
import { SelectionError, type SelectionProblem } from '../evaluate/selection.ts';
import { MissingPathsError } from '../inventory/load.ts';
import { PolicyError } from '../policy/load.ts';
import { unknownWord } from '../policy/vocabulary-words.ts';
import { notADuration, unknownFloor, wordPolicyProblem } from '../policy/words.ts';
import { SideFileError } from '../schema/side-file.ts';
import { wordSideFileProblem } from '../schema/words.ts';
import { OutsideError } from '../tree/area.ts';
import { GitError } from '../tree/git/problem.ts';
import { gitProblem } from '../tree/git/words.ts';
import { UnreadableError } from '../tree/work-tree.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Converts every error that the user can cause to a usage error; other errors, which are defects of sekisho, are left
 * alone.
 */
export function asUsageError(error: unknown): unknown {
  if (error instanceof PolicyError) return new UsageError(...error.problems.map(wordPolicyProblem));
  if (error instanceof SideFileError) return new UsageError(...error.problems.map(wordSideFileProblem));
  if (error instanceof SelectionError) return new UsageError(...error.problems.map(wordSelectionProblem));
  if (error instanceof MissingPathsError)
    return new UsageError(usageErrors.missingPaths(error.paths, error.beside));
  if (error instanceof OutsideError) return new UsageError(usageErrors.outside(error.key, error.written));
  if (error instanceof LimitError) return new UsageError(usageErrors.overLimit(error.limit));
  if (error instanceof UnreadableError)
    return new UsageError(usageErrors.unreadable(slashed(error.path), error.code));
  if (error instanceof GitError) return new UsageError(gitProblem(error.problem));
  return error;
}

function wordSelectionProblem(problem: SelectionProblem): Localized {
  const { id, where } = problem;
  if (problem.code === 'not-a-duration')
    return usageErrors.wrongParameter(notADuration({ ...problem, name: id }), where);
  if (problem.code === 'unknown-level')
    return usageErrors.wrongParameter(unknownFloor({ ...problem, name: id, axis: 'confidentiality' }), where);
  if (problem.code === 'unknown-word')
    return usageErrors.wrongParameter(unknownWord({ ...problem, name: id }), where);
  if (problem.code === 'unknown-division')
    return usageErrors.unknownDivision(id, problem.known, problem.suggestion);
  const { code, suggestion } = problem;
  switch (code) {
    case 'unknown-rule':
      return usageErrors.unknownRule(id, where, suggestion);
    case 'unknown-parameter':
      return usageErrors.unknownParameter(id, where, suggestion);
    case 'uncited-rule':
      return usageErrors.uncitedRule(id, where);
    case 'ended-rule':
      return usageErrors.endedRule(id, where);
    case 'integrity-rule':
      return usageErrors.integrityRule(id, where);
  }
}
