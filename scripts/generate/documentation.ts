import { type Language, type Localized, languages } from '../../src/base/localized.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { exampleName, wordSubjects, wordValues, writeDefault } from '../../src/report/catalogue/explain.ts';
import { wordBasis } from '../../src/report/catalogue/page.ts';
import { byArea } from '../../src/report/catalogue/rules.ts';
import { catalogueTexts } from '../../src/report/catalogue/words.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/paper/markdown.ts';
import type { RuleEntry } from '../../src/result/catalogue.ts';
import { areaNames } from '../../src/result/words.ts';
import { anchor } from './anchor.ts';
import { fieldDocumentation, fieldDocuments } from './field-documentation.ts';
import { writeGenerated } from './files.ts';
import { page } from './page.ts';

/** The documentation of the rules, one file per language. */
export const documents: Readonly<Record<Language, string>> = {
  ja: 'rules/README.ja.md',
  en: 'rules/README.md',
};

const texts = {
  title: { ja: 'ルール', en: 'Rules' },
  generated: {
    ja: 'ルールの値とポリシーから `npm run generate` が書き出したもの。直接は編集しない。',
    en: 'Written by `npm run generate` from the rules and the policies. Do not edit.',
  },
  intro: {
    ja: 'ルールは確かめられる要求のひとつひとつで、台帳の記録ごとに、適合・違反・判定不能・要確認・対象外のいずれかを答えます。「分からない」は「いいえ」ではなく、台帳に書かれていないことは、書かれた「いいえ」と区別して、これから書き足す項目として示します。どのルールを判定するかを決めるのはポリシーで、選んだポリシーの条項が挙げるルールだけを、その条項の拘束の強さで判定し、すべての指摘がその条項を示します（台帳の整合のルールは常に判定します）。',
    en: 'A rule is one requirement that can be checked: of each record it says pass, fail, unknown, review, or that it does not apply. Unknown is not false: what the inventory does not state is a fact to fill in, told apart from a stated “no”. The policy is the ruleset: only the rules that a clause of the selected policy cites are run, with the force of that clause, and every finding cites it (the rules on the inventory itself always run).',
  },
  parameters: {
    ja: '設定値（ポリシー又は sekisho.config.yaml の `parameters` で変えられます）',
    en: 'Parameters, which a policy or sekisho.config.yaml may set under `parameters`',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Writes the documentation of the rules and of the fields that they read. */
export async function generateDocumentation(): Promise<void> {
  for (const language of languages) {
    await writeGenerated(documents[language], await documentation(language));
    await writeGenerated(fieldDocuments[language], await documentationOfFields(language));
  }
}

/** @returns the documentation of all fields of the inventory as Markdown */
export async function documentationOfFields(language: Language): Promise<string> {
  const { vocabularyFor } = await import('../../src/lookup/vocabulary.ts');
  const { policies, entries } = await builtIn();
  return fieldDocumentation(vocabularyFor({ policies, rules: entries }), language);
}

/** The built-in policies, and the rules as they cite them. */
async function builtIn(): Promise<{ policies: Policy[]; entries: RuleEntry[] }> {
  // Imported here, since these modules import generated files.
  const { rules } = await import('../../rules/index.ts');
  const { ruleEntries } = await import('../../src/catalogue/rule-entries.ts');
  const { loadKnownPolicy } = await import('../../src/cli/catalogue.ts');
  const { builtInPolicyIds } = await import('../../src/policy/load.ts');
  const policies = await Promise.all(builtInPolicyIds.map((id) => loadKnownPolicy(id, '.')));
  return { policies, entries: ruleEntries(rules, policies) };
}

/** @returns the documentation of all rules as Markdown */
export async function documentation(language: Language): Promise<string> {
  const { entries } = await builtIn();
  const areas = byArea(entries).map(([area, rules]) => ({ heading: areaHeading(area, language), rules }));
  const contents = areas.flatMap(({ heading, rules }) => [
    `- [${heading}](#${anchor(heading)})`,
    ...rules.map(({ id, title }) => `  - [${id}](#${anchor(id)}) ${escapeMarkdown(title[language])}`),
  ]);
  const sections = areas.flatMap(({ heading, rules }) => [
    `## ${heading}`,
    '',
    ...rules.flatMap((rule) => [...section(rule, language), '']),
  ]);
  return page({ ...texts, files: documents }, contents, sections, language);
}

function section(rule: RuleEntry, language: Language): string[] {
  const words = catalogueTexts[language];
  const { columns, labels } = words;
  const rows = rule.citedBy.map((citation) => [
    `[${citation.policy}](policies/${citation.policy}.yaml)`,
    escapeMarkdown(citation.clause.ref),
    escapeMarkdown(citation.clause.title[language]),
    words.modality[citation.clause.modality],
    wordBasis(citation, words, language),
  ]);
  return [
    `### ${rule.id}`,
    '',
    `**${escapeMarkdown(rule.title[language])}**`,
    '',
    escapeMarkdown(rule.rationale[language]),
    '',
    `- **${labels.appliesTo}**: ${escapeMarkdown(wordSubjects(rule.appliesTo, language))}`,
    `- **${labels.remedy}**: ${escapeMarkdown(rule.remedy[language])}`,
    ...(rule.always ? [`- ${words.always}`, `- ${words.neverExcepted}`] : []),
    '',
    ...parameters(rule, language),
    ...rule.premises.flatMap((premise) => [escapeMarkdown(words.premise(premise[language])), '']),
    ...rule.examples.flatMap(({ verdict, yaml }) => [
      words.example(exampleName(rule, verdict, language)),
      '',
      '```yaml',
      yaml,
      '```',
      '',
    ]),
    ...(rows.length === 0
      ? []
      : markdownTable(
          [columns.policy, columns.clause, columns.title, columns.modality, columns.basis],
          rows,
        )),
  ];
}

function parameters({ parameters }: RuleEntry, language: Language): string[] {
  if (parameters.length === 0) return [];
  return [
    `${texts.parameters[language]}:`,
    '',
    ...parameters.map(
      (parameter) =>
        `- \`${writeDefault(parameter)}\` ${escapeMarkdown(parameter.about[language])} ─ ${escapeMarkdown(wordValues(parameter, language))}`,
    ),
    '',
  ];
}

function areaHeading(area: string, language: Language): string {
  const name = areaNames[area]?.[language];
  if (name === undefined) throw new Error(`the area ${area} has no name in src/report/catalogue/words.ts`);
  return language === 'en' ? name : catalogueTexts[language].subject(name, area);
}
