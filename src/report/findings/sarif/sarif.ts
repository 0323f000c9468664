import type { Finding, Result } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { limits, shownFindings } from './limits.ts';
import { writeLog } from './log.ts';
import { findingResult } from './results.ts';
import { levels, ruleDescriptor } from './rules.ts';
import { automationId, runFrame } from './run.ts';

/**
 * SARIF 2.1.0 for code scanning: what is certainly wrong, on the lines where it stands; unknowns and reviews as
 * notes where they are asked for. Texts are in one language, as the services that read it want.
 */
export const sarif: Reporter<Result> = (result, options) => {
  const { language } = options;
  const rules = [...result.rules.values()];
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { tool, ...frame } = runFrame(
    result,
    rules.map((rule) => ruleDescriptor(rule, language, limits.tags)),
    language,
  );
  const automationDetails = { id: automationId(result, 'sekisho', '') };
  const results = shownFindings(result, options).map((finding) =>
    findingResult(finding, { level: levelOf(finding) }, { language, ruleIndexes, steps: limits.steps }),
  );
  return writeLog({ tool, automationDetails, ...frame }, results);
};

/** GitHub does not know kinds of results: what is not certainly wrong is a note. */
function levelOf({ verdict, severity }: Finding) {
  return verdict === 'fail' ? levels[severity] : 'note';
}
