import type { Language } from '../../base/localized.ts';
import type {
  ClauseEntry,
  ExampleVerdict,
  Explanation,
  ParameterEntry,
  RuleEntry,
  Topic,
} from '../../result/catalogue.ts';
import { labelWords, subjectNames, wordInForce } from '../../result/words.ts';
import type { Reporter } from '../format.ts';
import { Page, wordBasis } from './page.ts';
import { alsoText, severalText } from './several.ts';
import { vocabularyText } from './vocabulary.ts';
import { catalogueTexts } from './words.ts';

const colours: Readonly<Record<ExampleVerdict, 'green' | 'red' | 'yellow' | 'blue'>> = {
  pass: 'green',
  fail: 'red',
  unknown: 'yellow',
  review: 'blue',
};

/** The full explanation of what was asked for, and what else that is said of. */
export const explanationText: Reporter<Explanation> = ({ topic, also }, options) =>
  [topicText(topic, options), ...(also === undefined ? [] : [alsoText(also, options)])].join('\n');

const topicText: Reporter<Topic> = (topic, options) => {
  switch (topic.kind) {
    case 'rule':
      return ruleText(topic.rule, options);
    case 'clauses':
      return topic.clauses.map((clause) => clauseText(clause, options)).join('\n');
    case 'several':
      return severalText(topic, options);
    default:
      return vocabularyText(topic, options);
  }
};

/** The full explanation of a rule: rationale, remedy, examples, and the clauses that cite it. */
const ruleText: Reporter<RuleEntry> = (rule, options) => {
  const { language } = options;
  const page = new Page(options);
  const { words } = page;
  page.paragraph('', rule.title[language], 'bold');
  page.paragraph('', rule.id, 'cyan');
  page.line();
  page.labelled('appliesTo', [wordSubjects(rule.appliesTo, language)]);
  page.labelled('rationale', [rule.rationale[language]]);
  page.labelled('remedy', [rule.remedy[language], ...(rule.recurs ? [words.recurs] : [])]);
  page.labelled(
    'parameter',
    rule.parameters.map(
      (parameter) =>
        `${writeDefault(parameter)}  ${parameter.about[language]} ─ ${wordValues(parameter, language)}`,
    ),
  );
  page.line();
  for (const premise of rule.premises) page.paragraph('  ', words.premise(premise[language]), 'dim');
  if (rule.premises.length > 0) page.line();
  for (const { verdict, yaml } of rule.examples) {
    page.paragraph('  ', words.example(exampleName(rule, verdict, language)), ['bold', colours[verdict]]);
    for (const line of yaml.split('\n')) page.line(line === '' ? '' : `    ${line}`);
    page.line();
  }
  const cited = rule.citedBy.map((citation) => `${citation.policy} ${page.citation(citation)}`);
  page.labelled('clause', [
    ...(rule.always ? [words.always] : []),
    ...cited,
    ...(cited.length === 0 && !rule.always ? [words.uncited] : []),
  ]);
  return page.toString();
};

/** What a clause says, its modality, and what answers it. */
const clauseText: Reporter<ClauseEntry> = ({ policy, clause, titles, serves }, options) => {
  const { language } = options;
  const page = new Page(options);
  const { words } = page;
  page.paragraph('', `${policy.id} ${clause.ref}  ${clause.title[language]}`, 'bold');
  page.paragraph('', policy.title[language], 'dim');
  page.line();
  page.labelled('summary', [clause.summary[language]]);
  page.labelled('modality', [words.modality[clause.modality]]);
  page.labelled('inForce', clause.inForce === undefined ? [] : [wordInForce(clause.inForce)[language]]);
  page.labelled('answer', [
    ...clause.rules.map(
      (rule) =>
        `${rule.id}  ${titles.get(rule.id)?.[language] ?? ''}${words.aside(wordBasis(rule, words, language))}`,
    ),
    ...(clause.attestation ? [words.attest(policy.id, clause.ref)] : []),
    ...(clause.informs === undefined ? [] : [words.informs(clause.informs[language])]),
  ]);
  page.labelled(
    'serves',
    serves.map(({ policy: other, ref, title }) => `${other} ${ref}  ${title?.[language] ?? ''}`),
  );
  return page.toString();
};

/** Names the sections a rule applies to: `情報資産 (assets)`. */
export function wordSubjects(subjects: readonly string[], language: Language): string {
  const { subject, comma } = catalogueTexts[language];
  return subjects
    .map((section) => subject(subjectNames[section]?.[language] ?? section, section))
    .join(comma);
}

/** A parameter with its default, as YAML has it: `maxAge: P24M`. */
export function writeDefault({ name, value }: ParameterEntry): string {
  return `${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`;
}

/** A parameter's default and the values that policies set: `24か月（既定値）、isesaki: 定めなし（ポリシーの設定）`. */
export function wordValues({ usual, set }: ParameterEntry, language: Language): string {
  return [usual[language], ...set.map(({ policy, value }) => `${policy}: ${value[language]}`)].join(
    catalogueTexts[language].comma,
  );
}

/** The label of an example. A fail of a rule on the inventory itself is labelled an inventory error. */
export function exampleName(
  { always }: Pick<RuleEntry, 'always'>,
  verdict: ExampleVerdict,
  language: Language,
): string {
  return always && verdict === 'fail'
    ? labelWords[language]['inventory-error']
    : catalogueTexts[language].verdict[verdict];
}
