import type { Policy } from '../policy/policy.ts';
import type { RuleEntry } from '../result/catalogue.ts';
import { foldWord, foldWords, haveAll } from './fold.ts';
import { fieldsOfRules } from './readers.ts';
import { vocabularyFor } from './vocabulary.ts';

/**
 * @param asked one or several words: a rule has to have each of them
 * @returns the rules that have them in their titles, the sections and fields that they judge, or the clauses that cite them, in
 *   either language, whatever the width and case; those, too, that read a field of exactly that path
 */
export function rulesWith(
  asked: string,
  rules: readonly RuleEntry[],
  policies: readonly Policy[],
): RuleEntry[] {
  const words = foldWords(asked);
  const whole = foldWord(asked);
  const fields = fieldsOfRules(policies);
  const sections = vocabularyFor({ policies, rules });
  const names = new Map(sections.map(({ section, name }) => [section, [section, name.ja, name.en]]));
  const titles = new Map<string, string>(
    sections.flatMap((section) =>
      section.fields.map(({ path, title }) => [`${section.section}.${path}`, title.ja]),
    ),
  );
  return rules.filter((rule) => {
    const { judged = [], read = [] } = fields.get(rule.id) ?? {};
    const isRead = read.some((field) => isEnd(whole, foldWord(field)));
    return (
      isRead ||
      haveAll([...ownTexts(rule, names), ...judged, ...judged.map((one) => titles.get(one) ?? '')], words)
    );
  });
}

function ownTexts(
  { id, title, appliesTo, citedBy }: RuleEntry,
  names: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [
    id,
    title.ja,
    title.en,
    ...appliesTo.flatMap((section) => names.get(section) ?? []),
    ...citedBy.flatMap(({ policy, clause }) => [`${policy}${clause.ref}`, clause.title.ja, clause.title.en]),
  ];
}

/** Whether a path is a field, or its end: `storage.locked` of `assets.storage.locked`. */
function isEnd(asked: string, field: string): boolean {
  return field === asked || (asked.includes('.') && field.endsWith(`.${asked}`));
}
