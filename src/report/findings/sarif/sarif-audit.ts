import type { ConfigurationOverride, ReportingDescriptor } from 'sarif';
import type { Language } from '../../../base/localized.ts';
import type { Result, RuleTexts } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { StepsRoom } from '../steps-room.ts';
import { artifacts, runProperties } from './accounts.ts';
import { writeLog } from './log.ts';
import { recordedResults } from './record.ts';
import { levels, ruleDescriptor } from './rules.ts';
import { automationId, runFrame } from './run.ts';
import { Taxonomies } from './taxonomies.ts';
import { plain } from './texts.ts';
import { sarifTexts } from './words.ts';

/**
 * SARIF 2.1.0 as the complete record for an auditor: every verdict, the clauses behind the rules, exceptions and their
 * ends, changes, and the input files. No limits of a service apply.
 */
export const sarifAudit: Reporter<Result> = (result, { language }) => {
  const taxonomies = new Taxonomies(result);
  const rules = descriptors(result, taxonomies, language);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { tool, invocations, ...frame } = runFrame(result, rules, language);
  const policies = taxonomies.references();
  if (policies.length > 0) tool.driver.supportedTaxonomies = policies;
  const overrides = configurationOverrides(result, ruleIndexes);
  const automationDetails = {
    id: automationId(result, 'sekisho-audit', result.asOf),
    description: { text: sarifTexts[language].audit(result.asOf) },
  };
  return writeLog(
    {
      tool,
      automationDetails,
      ...frame,
      invocations:
        overrides.length === 0 ? invocations : [{ ...invocations[0], ruleConfigurationOverrides: overrides }],
      taxonomies: taxonomies.components(language),
      artifacts: artifacts(result),
      properties: runProperties(result, language),
    },
    recordedResults(result, taxonomies, {
      language,
      ruleIndexes,
      steps: Number.POSITIVE_INFINITY,
      room: new StepsRoom(),
      sourceLine: result.sourceLine,
    }),
  );
};

/** The rules that ran, with the settings of the policies, and the rules that were left out. */
function descriptors(result: Result, taxonomies: Taxonomies, language: Language): ReportingDescriptor[] {
  const ran = [...result.rules.values()].map((rule) => ({
    ...ruleDescriptor(rule, language, Number.POSITIVE_INFINITY),
    defaultConfiguration: { level: levels[rule.override?.severity ?? rule.severity] },
    relationships: taxonomies.relationships(rule.id),
  }));
  const leftOut = result.leftOut.map(({ id, title }) => ({
    id,
    shortDescription: { text: plain(title[language]) },
    relationships: taxonomies.relationships(id),
  }));
  return [...ran, ...leftOut];
}

/** What the configuration and the command line override in the policies (SARIF 3.20.5). */
function configurationOverrides(
  { rules, leftOut }: Result,
  ruleIndexes: ReadonlyMap<string, number>,
): ConfigurationOverride[] {
  const descriptor = (id: string) => ({ id, index: ruleIndexes.get(id) });
  const changed = [...rules.values()].flatMap(({ id, severity, override }: RuleTexts) =>
    override === undefined
      ? []
      : [
          {
            descriptor: descriptor(id),
            configuration: {
              level: override.severity === undefined ? undefined : levels[severity],
              parameters: Object.keys(override.parameters).length === 0 ? undefined : override.parameters,
            },
          },
        ],
  );
  const off = leftOut.map(({ id, where }) => ({
    descriptor: descriptor(id),
    configuration: { enabled: false },
    properties: { where },
  }));
  return [...changed, ...off];
}
