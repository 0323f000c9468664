import type { ReportingDescriptor, Result as SarifResult } from 'sarif';
import type { Language } from '../../../base/localized.ts';
import type { Severity } from '../../../policy/policy.ts';
import type { RuleTexts } from '../../../result/result.ts';
import { catalogueTexts } from '../../catalogue/words.ts';
import { fenced, markdownParagraph } from '../../paper/markdown.ts';
import { plain, shortened } from './texts.ts';

/** What SARIF calls our severities. */
export const levels: Readonly<Record<Severity, SarifResult.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

// GitHub sorts alerts by this: above 7 is high, above 4 medium, the rest low.
const securitySeverities: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0' };

/** GitHub rejects a rule whose descriptions are longer. */
const longestText = 1_024;

/**
 * A rule as all SARIF reports describe it. It has no `name`, since its id is readable (SARIF 3.49.7), and no `helpUri`,
 * since the help is embedded.
 *
 * @param tags how many of its tags to name
 */
export function ruleDescriptor(rule: RuleTexts, language: Language, tags: number): ReportingDescriptor {
  const { id, title, rationale, severity } = rule;
  return {
    id,
    shortDescription: { text: shortened(plain(title[language]), longestText) },
    fullDescription: { text: shortened(plain(rationale[language]), longestText) },
    help: help(rule, language),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: allTags(rule).slice(0, tags),
      precision: 'very-high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
      'security-severity': securitySeverities[severity],
    },
  };
}

/** The tags of a rule, without duplicates: its area, and the policies that cite it. */
export function allTags({ area, clauses }: RuleTexts): string[] {
  return [...new Set(['security', 'compliance', area, ...clauses.map(({ policy }) => policy)])];
}

/** The help of a rule: rationale, remedy, a passing example, and the clauses that cite it. */
function help(rule: RuleTexts, language: Language): { text: string; markdown: string } {
  const { labels, example, verdict } = catalogueTexts[language];
  const [title, rationale, remedy] = [rule.title, rule.rationale, rule.remedy].map((text) => text[language]);
  const clauses = rule.clauses.map(
    ({ policy, ref, title: clause }) => `${policy} ${ref} ${clause[language]}`,
  );
  const right = example(verdict.pass);
  const parts = [
    { text: title, markdown: `**${markdownParagraph(title ?? '')}**` },
    { text: rationale, markdown: markdownParagraph(rationale ?? '') },
    {
      text: `${labels.remedy}: ${remedy}`,
      markdown: section(labels.remedy, markdownParagraph(remedy ?? '')),
    },
    {
      text: `${right}\n${rule.example.trim()}`,
      markdown: section(right, fenced(rule.example.trim(), 'yaml')),
    },
    ...(clauses.length === 0
      ? []
      : [
          {
            text: [`${labels.clause}:`, ...clauses].join('\n'),
            markdown: section(
              labels.clause,
              clauses.map((clause) => `- ${markdownParagraph(clause)}`).join('\n'),
            ),
          },
        ]),
  ];
  return {
    text: parts.map(({ text }) => plain(text ?? '')).join('\n\n'),
    markdown: parts.map(({ markdown }) => markdown).join('\n\n'),
  };
}

function section(title: string, markdown: string): string {
  return `### ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${markdown}`;
}
