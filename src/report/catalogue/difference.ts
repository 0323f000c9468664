import { defined } from '../../base/defined.ts';
import type { Language } from '../../base/localized.ts';
import type { ServedClause } from '../../policy/policy.ts';
import type { Demand, Difference, Unlike } from '../../result/catalogue.ts';
import { labelWords, weightWords } from '../../result/words.ts';
import type { Reporter } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { escapeMarkdown, markdownTable } from '../paper/markdown.ts';
import { oneLine } from '../paper/one-line.ts';
import { citationJson, servedJson, toJson } from './json.ts';
import { Page, wordBasis, wordReference } from './page.ts';
import { type CatalogueText, catalogueTexts } from './words.ts';

/** Reports how two policies differ: first by rule, then by the clauses that attestations answer. */
export const differenceText: Reporter<Difference> = (difference, options) => {
  const { policies, only, unlike, alike, attestations, corresponding, serves } = difference;
  const { language } = options;
  const page = new Page(options);
  const { words } = page;
  const names = policies.map(({ name }) => oneLine(name));
  const width = Math.max(...names.map(columns)) + 2;
  const padded = names.map((name) => `${name}${' '.repeat(width - columns(name))}`);
  const head = (text: string) => page.paragraph('', text, 'bold');
  const rule = ({ id, title }: Demand) => page.rule(id, title[language]);

  for (const [index, { title }] of policies.entries())
    page.paragraph(page.paint(padded[index] ?? '', 'cyan'), title[language], 'bold');
  page.line();
  for (const [index, demands] of only.entries()) {
    head(words.only(policies[index]?.name ?? '', demands.length));
    for (const demand of demands) {
      rule(demand);
      for (const citation of demand.citations) page.paragraph('    ', page.citation(citation), 'dim');
    }
    page.line();
  }
  head(words.unlike(unlike.length));
  for (const both of unlike) {
    rule(both.sides[0]);
    for (const [index, text] of wordSides(both, language).entries())
      page.paragraph(`    ${page.paint(padded[index] ?? '', 'cyan')}`, text);
  }
  page.line();
  head(words.alike(alike.length));
  page.line();
  for (const [index, clauses] of attestations.entries()) {
    head(words.attestations(policies[index]?.name ?? '', clauses.length));
    for (const clause of clauses)
      page.paragraph(
        '  ',
        `${wordReference(clause, language)}  ${clause.title[language]}${words.aside(words.modality[clause.modality])}`,
      );
    page.line();
  }
  // Few policies name others, so nothing is said where neither does.
  if (corresponding.length > 0) {
    head(words.corresponding(corresponding.length));
    for (const pair of corresponding) {
      for (const [index, { ref, title, modality }] of pair.entries())
        page.paragraph(
          `  ${page.paint(padded[index] ?? '', 'cyan')}`,
          `${ref}  ${title[language]}${words.aside(words.modality[modality])}`,
        );
      page.line();
    }
  }
  if (serves.length > 0) {
    head(words.serves(serves.length));
    for (const { ref, sides } of serves) {
      page.paragraph('  ', ref);
      for (const [index, served] of sides.entries())
        page.paragraph(`    ${page.paint(padded[index] ?? '', 'cyan')}`, wordServed(served, words));
    }
    page.line();
  }
  return page.toString();
};

export const differenceMarkdown: Reporter<Difference> = (difference, { language }) => {
  const { policies, only, unlike, alike, attestations, corresponding, serves } = difference;
  const words = catalogueTexts[language];
  const heads = words.columns;
  const names = policies.map(({ name }) => escapeMarkdown(name));
  const rule = ({ id, title }: Demand) => [`\`${id}\``, escapeMarkdown(title[language])];
  const section = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => [
    `## ${title}`,
    '',
    ...(rows.length === 0 ? [] : [...markdownTable(head, rows), '']),
  ];
  const lines = [
    `# ${names.join(' ⇄ ')}`,
    '',
    ...policies.map(({ title }, index) => `- ${names[index]}: ${escapeMarkdown(title[language])}`),
    '',
    ...only.flatMap((demands, index) =>
      section(
        words.only(names[index] ?? '', demands.length),
        [heads.rule, heads.title, heads.clause, heads.modality, heads.basis],
        demands.map((demand) => [...rule(demand), ...citationCells(demand, words, language)]),
      ),
    ),
    ...section(
      words.unlike(unlike.length),
      [heads.rule, heads.title, ...names],
      unlike.map((both) => [...rule(both.sides[0]), ...wordSides(both, language).map(escapeMarkdown)]),
    ),
    ...section(words.alike(alike.length), [], []),
    ...attestations.flatMap((clauses, index) =>
      section(
        words.attestations(names[index] ?? '', clauses.length),
        [heads.clause, heads.title, heads.modality],
        clauses.map((clause) => [
          escapeMarkdown(wordReference(clause, language)),
          escapeMarkdown(clause.title[language]),
          words.modality[clause.modality],
        ]),
      ),
    ),
    ...(corresponding.length === 0
      ? []
      : section(
          words.corresponding(corresponding.length),
          names,
          corresponding.map((pair) =>
            pair.map(({ ref, title, modality }) =>
              escapeMarkdown(`${ref}  ${title[language]}${words.aside(words.modality[modality])}`),
            ),
          ),
        )),
    ...(serves.length === 0
      ? []
      : section(
          words.serves(serves.length),
          [heads.clause, ...names],
          serves.map(({ ref, sides }) =>
            [ref, ...sides.map((side) => wordServed(side, words))].map(escapeMarkdown),
          ),
        )),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

export const differenceJson: Reporter<Difference> = (difference, { language }) => {
  const { policies, only, unlike, alike, attestations, corresponding, serves } = difference;
  const name = ({ id, title }: Demand) => ({ id, title: title[language] });
  const side = ({ citations, outcome, parameters }: Demand) => ({
    clauses: citations.map((citation) => citationJson(citation, language)),
    outcome,
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
  });
  const both = ([a, b]: readonly [Demand, Demand]) => ({ ...name(a), a: side(a), b: side(b) });
  const [onlyA, onlyB] = only.map((demands) =>
    demands.map((demand) => ({ ...name(demand), ...side(demand) })),
  );
  const [attestedA, attestedB] = attestations.map((clauses) =>
    clauses.map(({ ref, title, modality, inForce }) => ({
      ref,
      title: title[language],
      modality,
      ...defined({ inForce }),
    })),
  );
  const [a, b] = policies.map(({ name, title }) => ({ name, title: title[language] }));
  return toJson({
    policies: { a, b },
    rules: { onlyA, onlyB, unlike: unlike.map(({ sides }) => both(sides)), alike: alike.map(both) },
    attestations: { a: attestedA, b: attestedB },
    corresponding: corresponding.map(([first, second]) => ({
      a: { ref: first.ref, title: first.title[language], modality: first.modality },
      b: { ref: second.ref, title: second.title[language], modality: second.modality },
    })),
    serves: serves.map(({ ref, sides: [first, second] }) => ({
      ref,
      a: first.map(servedJson),
      b: second.map(servedJson),
    })),
  });
};

/** What a clause answers in other documents: `isesaki 6(3)ア[1]、kumagaya 4(1)`. */
function wordServed(served: readonly ServedClause[], words: CatalogueText): string {
  return served.length === 0 ? words.servesNothing : served.map(servedJson).join(words.comma);
}

/** What each policy says of a rule: `6(3)ア[1], 6(5)  義務、解釈 → 要確認（情報）`, and the parameters that differ. */
function wordSides({ sides, parameters: differing }: Unlike, language: Language): string[] {
  const words = catalogueTexts[language];
  return sides.map(({ citations, leading, outcome, label, parameters }) =>
    [
      `${citations.map(({ clause }) => wordReference(clause, language)).join(', ')}  ${words.modality[leading.clause.modality]}`,
      `${wordBasis(leading, words, language)} → ${labelWords[language][label]}${words.aside(weightWords[language](outcome.severity))}`,
      ...parameters
        .filter(({ name }) => differing.includes(name))
        .map(({ name, worded }) => `${name}: ${worded[language]}`),
    ].join(words.comma),
  );
}

/** The clauses, modalities and bases of a rule's citations, one per line. */
function citationCells({ citations }: Demand, words: CatalogueText, language: Language): string[] {
  return [
    citations.map(({ clause }) =>
      escapeMarkdown(`${wordReference(clause, language)}  ${clause.title[language]}`),
    ),
    citations.map(({ clause }) => words.modality[clause.modality]),
    citations.map((citation) => wordBasis(citation, words, language)),
  ].map((cell) => cell.join('<br>'));
}
