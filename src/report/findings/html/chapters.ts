import { addToGroup, groupBy } from '../../../base/groups.ts';
import type { Language } from '../../../base/localized.ts';
import type { CountedAs } from '../../../result/finding.ts';
import {
  type CitedClause,
  type Finding,
  findingLabels,
  isAnnounced,
  type Result,
  type RuleTexts,
} from '../../../result/result.ts';
import { areaNames } from '../../../result/words.ts';
import { countByLabel, type FindingCounts } from '../verdict-counts.ts';
import { htmlTexts } from './words/index.ts';

/** The findings of the rules of one area. */
export interface Chapter {
  readonly area: string;
  readonly name: string;
  readonly groups: readonly RuleFindings[];
}

/** The findings of one rule, and what they have in sharedBy, so that the report says it once. */
export interface RuleFindings {
  readonly ruleId: string;
  readonly rule: RuleTexts | undefined;
  readonly findings: readonly Finding[];
  /** they hold only from a day to come, and stand apart from the others of the rule */
  readonly announced: boolean;
  /** absent where it is not the same for all */
  readonly remedy?: string;
  readonly clauses?: readonly CitedClause[];
}

/** The areas that have rules, in the order of all documents; areas that only a body's own rules have come last. */
export function areasOf({ rules }: Result): string[] {
  const present = new Set([...rules.values()].map(({ area }) => area));
  return [...Object.keys(areaNames).filter((area) => present.delete(area)), ...present];
}

export function areaName(area: string, language: Language): string {
  return areaNames[area]?.[language] ?? area;
}

/** The area of a chapter that holds what is announced in all areas. */
export const announcedArea = 'announced';

/** @returns the area of the chapter that a finding belongs to */
export function chapterOf({ rules }: Result, finding: Finding): string {
  return isAnnounced(finding) ? announcedArea : (rules.get(finding.ruleId)?.area ?? finding.ruleId);
}

/**
 * The findings by chapter and rule; chapters and rules without any are left out. What holds only from a day to come has a
 * chapter of its own, the last one.
 */
export function chaptersOf(result: Result, findings: readonly Finding[], language: Language): Chapter[] {
  const byRule = groupBy(
    findings.filter((finding) => !isAnnounced(finding)),
    ({ ruleId }) => ruleId,
  );
  const byArea = new Map<string, RuleFindings[]>(areasOf(result).map((area) => [area, []]));
  for (const ruleId of heaviestFirst(byRule)) {
    const rule = result.rules.get(ruleId);
    const group = ruleFindings(ruleId, rule, byRule.get(ruleId) ?? [], language);
    addToGroup(byArea, rule?.area ?? ruleId, group);
  }
  return [
    ...[...byArea]
      .filter(([, groups]) => groups.length > 0)
      .map(([area, groups]) => ({ area, name: areaName(area, language), groups })),
    ...announcedChapter(result, findings, language),
  ];
}

function announcedChapter(result: Result, findings: readonly Finding[], language: Language): Chapter[] {
  const byRule = groupBy(findings.filter(isAnnounced), ({ ruleId }) => ruleId);
  if (byRule.size === 0) return [];
  const areas = areasOf(result);
  const areaRank = (ruleId: string) => areas.indexOf(result.rules.get(ruleId)?.area ?? ruleId);
  const groups = [...byRule]
    .sort(([a], [b]) => areaRank(a) - areaRank(b) || (a < b ? -1 : 1))
    .map(([ruleId, own]) => ruleFindings(ruleId, result.rules.get(ruleId), own, language));
  return [{ area: announcedArea, name: htmlTexts[language].labels.announced, groups }];
}

/** Rules with fails come first, rules whose findings are all suppressed last. */
function heaviestFirst(byRule: ReadonlyMap<string, readonly Finding[]>): string[] {
  const weights = new Map(
    [...byRule].map(([ruleId, findings]) => {
      const [first] = present(countByLabel(findings));
      return [ruleId, first === undefined ? heaviest.length : heaviest.indexOf(first.marked)];
    }),
  );
  return [...byRule.keys()].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || (a < b ? -1 : 1));
}

function ruleFindings(
  ruleId: string,
  rule: RuleTexts | undefined,
  findings: readonly Finding[],
  language: Language,
): RuleFindings {
  const remedy = sharedBy(findings, (finding) => finding.remedy[language]);
  const keys = new Map<readonly CitedClause[], string>();
  const keyOf = (clauses: readonly CitedClause[]) => {
    const key = keys.get(clauses) ?? clauses.map(clauseKey).join('\n');
    keys.set(clauses, key);
    return key;
  };
  const clauses = sharedBy(findings, (finding) => keyOf(finding.clauses));
  return {
    ruleId,
    rule,
    findings,
    announced: findings.every(isAnnounced),
    ...(remedy === undefined ? {} : { remedy: remedy.remedy[language] }),
    ...(clauses === undefined ? {} : { clauses: clauses.clauses }),
  };
}

/** @returns the first finding if all findings have the same value, else `undefined` */
function sharedBy(findings: readonly Finding[], select: (finding: Finding) => string): Finding | undefined {
  const [first] = findings;
  if (first === undefined) return undefined;
  const value = select(first);
  return findings.every((finding) => select(finding) === value) ? first : undefined;
}

/** What findings count as, the heaviest first. */
const heaviest = [...findingLabels, 'announced', 'exception', 'baseline'] as const;

/** The counts that are not zero, heaviest first. */
export function present(counts: FindingCounts): { readonly marked: CountedAs; readonly count: number }[] {
  return heaviest.map((marked) => ({ marked, count: counts[marked] })).filter(({ count }) => count > 0);
}

/** A clause as a document cites it: the policy, and its own notation. */
export function clauseKey({ policy, ref }: Pick<CitedClause, 'policy' | 'ref'>): string {
  return `${policy} ${ref}`;
}
