import { groupBy } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import type { RuleEntry } from '../../result/catalogue.ts';
import { areaNames } from '../../result/words.ts';
import type { Reporter } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { citationJson, toJson } from './json.ts';
import { Page, wordReference } from './page.ts';

/** With fewer columns than this left for the title, a rule's id gets a line of its own. */
const roomy = 40;

/** Every rule by area: its id, its title, and the clauses that cite it. */
export const rulesText: Reporter<readonly RuleEntry[]> = (rules, options) => {
  const page = new Page(options);
  const { words } = page;
  const idWidth = Math.max(...rules.map(({ id }) => columns(id))) + 2;
  const beside = page.width - 2 - idWidth >= roomy;
  for (const [area, inArea] of byArea(rules)) {
    const name = areaNames[area]?.[options.language] ?? area;
    page.paragraph('', `${words.subject(name, area)} ─ ${words.rules(inArea.length)}`, 'bold');
    page.line();
    for (const rule of inArea) {
      const id = page.paint(rule.id, 'cyan');
      if (!beside) page.line(`  ${id}`);
      const prefix = beside ? `  ${id}${' '.repeat(idWidth - columns(rule.id))}` : '    ';
      page.paragraph(prefix, rule.title[options.language]);
      const clauses = rule.always
        ? words.always
        : rule.citedBy.length === 0
          ? words.uncited
          : wordClauses(rule, options.language);
      page.paragraph(' '.repeat(columns(prefix)), clauses, 'dim');
    }
    page.line();
  }
  page.paragraph('', words.rules(rules.length));
  return page.toString();
};

export const rulesJson: Reporter<readonly RuleEntry[]> = (rules, { language }) =>
  toJson({
    rules: rules.map(({ id, area, title, appliesTo, parameters, always, citedBy }) => ({
      id,
      area,
      title: title[language],
      appliesTo,
      parameters: parameters.map(({ name, about, value }) => ({
        name,
        about: about[language],
        default: value,
      })),
      always,
      clauses: citedBy.map((citation) => ({ policy: citation.policy, ...citationJson(citation, language) })),
    })),
  });

/** The rules by area, in the order of the areas. */
export function byArea(rules: readonly RuleEntry[]): [string, readonly RuleEntry[]][] {
  const areas = [...new Set([...Object.keys(areaNames), ...rules.map(({ area }) => area)])];
  return areas
    .map((area): [string, readonly RuleEntry[]] => [area, rules.filter((rule) => rule.area === area)])
    .filter(([, inArea]) => inArea.length > 0);
}

/** `isesaki 6(3)ア[1], 6(5)  minakami 3)保管` */
function wordClauses({ citedBy }: RuleEntry, language: Language): string {
  return [...groupBy(citedBy, ({ policy }) => policy)]
    .map(
      ([policy, citations]) =>
        `${policy} ${citations.map(({ clause }) => wordReference(clause, language)).join(', ')}`,
    )
    .join('; ');
}
