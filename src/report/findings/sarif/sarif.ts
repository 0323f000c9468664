import { mapped } from '../../../base/mapped.ts';
import type { Finding, Result } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { StepsRoom } from '../steps-room.ts';
import { limits, shownFindings } from './limits.ts';
import { writeLog } from './log.ts';
import { findingResult } from './results.ts';
import { levels, ruleDescriptor } from './rules.ts';
import { automationId, runFrame } from './run.ts';

/**
 * SARIF 2.1.0 for code scanning: fails at the lines concerned; unknowns and reviews as notes, on request. Texts are in
 * one language, because code scanning supports only one.
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
  const writing = { language, ruleIndexes, steps: limits.steps, room: new StepsRoom() };
  const results = mapped(shownFindings(result, options), (finding) =>
    findingResult(finding, { level: levelOf(finding) }, writing),
  );
  const { marking, redacted } = result.cover;
  const handled = marking !== undefined || redacted !== undefined;
  const properties = handled ? { properties: { marking, redacted } } : {};
  return writeLog({ tool, automationDetails, ...frame, ...properties }, results);
};

/** GitHub ignores the kind of a result, so unknowns and reviews become notes. */
function levelOf({ verdict, severity }: Finding) {
  return verdict === 'fail' ? levels[severity] : 'note';
}
