import type { Language } from '../../base/localized.ts';
import { axisNames } from '../../policy/policy.ts';
import type {
  FieldEntry,
  FieldRule,
  FieldValue,
  LayerEntry,
  ScaleEntry,
  VocabularyTopic,
} from '../../result/vocabulary.ts';
import type { Reporter } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { fieldTexts, japaneseWords, wordClausesOf, wordFieldValue, wordUse } from './field-words.ts';
import { Page } from './page.ts';
import { placed, type Written } from './placed.ts';

type Topic<Kind extends VocabularyTopic['kind']> = Extract<VocabularyTopic, { kind: Kind }>;

/** The explanation of a word of law, a section, a field, a choice, a level or a layer. */
export const vocabularyText: Reporter<VocabularyTopic> = (topic, options) => {
  const page = new Page(options);
  const { language } = options;
  switch (topic.kind) {
    case 'word':
      writeWord(page, topic, language);
      break;
    case 'section':
      writeSection(page, topic, language);
      break;
    case 'field':
      writeField(page, topic, language);
      break;
    case 'choice':
      writeChoice(page, topic, language);
      break;
    case 'level':
      writeLevel(page, topic, language);
      break;
    case 'layer':
      writeLayer(page, topic, language);
      break;
  }
  return page.toString();
};

function writeHead(page: Page, title: string, address: string): void {
  page.paragraph('', title, 'bold');
  page.paragraph('', address, 'cyan');
  page.line();
}

/** Its own fields are explained where they are asked for: the page names them, as commands do. */
function writeWord(page: Page, topic: Topic<'word'>, language: Language): void {
  const { word, means, source, fields, clauses, rules } = topic;
  page.paragraph('', word[language], 'bold');
  page.line();
  page.labelled('about', [means[language]]);
  page.labelled('source', [source[language]]);
  page.labelled(
    'clause',
    clauses.map(({ policy, ref, title }) => `${policy} ${ref}  ${title[language]}`),
  );
  page.labelled('field', [fields.join(fieldTexts[language].comma)]);
  page.labelled(
    'judging',
    rules.map(({ id, title }) => `${id}  ${title[language]}`),
  );
}

function writeSection(page: Page, { section, rules }: Topic<'section'>, language: Language): void {
  const texts = fieldTexts[language];
  writeHead(page, section.name[language], section.section);
  page.labelled('about', [section.about[language]]);
  page.line();
  writeFields(page, section.fields, language);
  page.line();
  const [shown] = section.fields.filter(({ judging }) => judging.length > 0);
  if (shown !== undefined) page.paragraph('  ', texts.lookUpField(`${shown.section}.${shown.path}`), 'dim');
  if (rules.length > 0) page.paragraph('  ', texts.searchRules(section.section, rules.length), 'dim');
}

/** Fields with what they are called, in columns. */
function writeFields(page: Page, fields: readonly FieldEntry[], language: Language): void {
  const width = Math.max(0, ...fields.map(({ path }) => columns(path))) + 2;
  for (const { path, title, about } of fields) {
    const shown = language === 'ja' ? title.ja : (about?.en ?? title.en);
    page.paragraph(`    ${page.paint(path, 'cyan')}${' '.repeat(width - columns(path))}`, shown);
  }
}

function writeField(page: Page, { field, below }: Topic<'field'>, language: Language): void {
  const { section, sectionName, path, title, about, value } = field;
  writeHead(page, `${title[language]} ─ ${sectionName[language]}`, `${section}.${path}`);
  page.labelled('about', about === undefined ? [] : [about[language]]);
  page.labelled('write', [wordFieldValue(value, language), ...explained(value, language)]);
  if (below.length > 0) writeFields(page, below, language);
  writeRules(page, field, language);
  writeExample(page, [{ field, values: below }]);
}

function explained(value: FieldValue, language: Language): string[] {
  const { yes, no, comma } = fieldTexts[language];
  if (value.kind === 'yesNo')
    return [`${yes}: ${value.words.yes.join(' ')}`, `${no}: ${value.words.no.join(' ')}`];
  if (value.kind !== 'choice') return [];
  const width = Math.max(...value.choices.map((choice) => columns(choice.value))) + 2;
  return value.choices.map((choice) => {
    const { value: written, meaning } = choice;
    const words = japaneseWords(choice, language);
    const aside = words.length === 0 ? '' : ` [${words.join(comma)}]`;
    return `${written}${' '.repeat(width - columns(written))}${meaning?.[language] ?? ''}${aside}`.trimEnd();
  });
}

function writeRules(page: Page, field: FieldEntry, language: Language): void {
  const use = wordUse(field, language);
  page.labelled('judging', use === undefined ? field.judging.map((rule) => ruleLine(rule, language)) : [use]);
  if (field.reading.length > 0)
    page.labelled('reading', [field.reading.map(({ id }) => id).join(fieldTexts[language].comma)]);
}

function ruleLine(rule: FieldRule, language: Language): string {
  const clauses = wordClausesOf(rule, language);
  const aside = clauses === '' ? '' : fieldTexts[language].clausesOf(clauses);
  return `${rule.id}  ${rule.title[language]}${aside}`;
}

function writeExample(page: Page, written: readonly Written[]): void {
  page.line();
  page.paragraph('  ', page.words.labels.example, 'dim');
  for (const one of written) for (const line of placed(one)) page.line(`    ${line}`);
}

function writeChoice(page: Page, { choice, field }: Topic<'choice'>, language: Language): void {
  const { section, sectionName, path, title } = field;
  writeHead(page, choice.meaning?.[language] ?? choice.value, `${section}.${path}: ${choice.value}`);
  page.labelled('field', [`${title[language]} ─ ${sectionName[language]} (${section}.${path})`]);
  page.labelled('write', [
    [choice.value, ...japaneseWords(choice, language)].join(fieldTexts[language].comma),
  ]);
  writeRules(page, field, language);
  writeExample(page, [{ field, value: choice.value }]);
}

function writeLevel(page: Page, { axis, scales, fields }: Topic<'level'>, language: Language): void {
  const meant = scales.flatMap(({ levels }) => levels.find(({ isMeant }) => isMeant) ?? [])[0];
  const name = axisNames[axis][language];
  page.paragraph('', meant === undefined ? name : `${name} ${meant.label}`, 'bold');
  page.line();
  page.labelled(
    'level',
    scales.flatMap((scale) => scaleLines(scale, language)),
  );
  page.labelled('field', [fields.map(({ section, path }) => `${section}.${path}`).join(', ')]);
  const [field] = fields;
  const label = meant?.label ?? scales[0]?.levels[0]?.label;
  if (field !== undefined && label !== undefined) writeExample(page, [{ field, value: label }]);
}

function scaleLines({ policies, stated, levels }: ScaleEntry, language: Language): string[] {
  const names = policies.join(', ');
  const heavier = levels.map(({ label }) => label).join(' > ');
  const isOneMeant = levels.some(({ isMeant }) => isMeant);
  return [
    `${heavier}  ${stated ? names : fieldTexts[language].usual(names)}`,
    ...levels.flatMap(({ label, clause, isMeant }) =>
      clause === undefined || (isOneMeant && !isMeant)
        ? []
        : `${label}: ${clause.summary[language]} (${names} ${clause.ref})`,
    ),
  ];
}

function writeLayer(page: Page, { layers, fields }: Topic<'layer'>, language: Language): void {
  const [first] = layers;
  writeHead(page, first?.name[language] ?? '', first?.id ?? '');
  page.labelled(
    'about',
    layers.map((layer) => layerLine(layer, language)),
  );
  page.labelled('write', [[first?.id ?? '', ...(first?.words ?? [])].join(fieldTexts[language].comma)]);
  for (const field of fields.slice(0, 1)) {
    page.labelled('field', [fields.map(({ section, path }) => `${section}.${path}`).join(', ')]);
    writeRules(page, field, language);
    writeExample(page, [{ field, value: first?.id ?? '' }]);
  }
}

/** マイナンバー利用事務系（LGWAN接続系として扱う）  tokubetsuku */
function layerLine({ name, treatedAs, policies }: LayerEntry, language: Language): string {
  const texts = fieldTexts[language];
  const as = treatedAs === undefined ? '' : texts.clausesOf(texts.treatedAs(treatedAs[language]));
  return `${name[language]}${as}  ${policies.join(', ')}`;
}
