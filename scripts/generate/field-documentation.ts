import type { Language, Localized } from '../../src/base/localized.ts';
import { usualLayers, wordsOfLayer } from '../../src/policy/layers.ts';
import {
  fieldTexts,
  japaneseWords,
  wordClausesOf,
  wordFieldValue,
  wordUse,
} from '../../src/report/catalogue/field-words.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/paper/markdown.ts';
import type { ChoiceEntry, FieldEntry, FieldRule, SectionEntry } from '../../src/result/vocabulary.ts';
import { noWords, undecidedWords, yesWords } from '../../src/schema/taken-words.ts';
import { anchor } from './anchor.ts';
import { page } from './page.ts';

/** The documentation of the fields, one file per language. */
export const fieldDocuments: Readonly<Record<Language, string>> = {
  ja: 'docs/fields.ja.md',
  en: 'docs/fields.md',
};

/** Where the documentation of a rule is. */
const rulesPage: Readonly<Record<Language, string>> = {
  ja: '../rules/README.ja.md',
  en: '../rules/README.md',
};

const texts = {
  title: { ja: '台帳の項目', en: 'The fields of the inventory' },
  generated: {
    ja: '台帳の語彙とルールから `npm run generate` が書き出したもの。直接は編集しない。',
    en: 'Written by `npm run generate` from the vocabulary and the rules. Do not edit.',
  },
  intro: {
    ja: '台帳に書ける項目の一覧です。手元の台帳の列が、どの項目に当たるかを探すのに使います。`id` と `name` のほかは、分かるものだけを書けば足り、書いていない項目は「判定不能」になるだけで、違反にはなりません。`storage.locked` は、`storage:` の下に字下げして書く `locked:` のことです。列の名前や語から探すには、`sekisho explain 施錠` のようにします。',
    en: 'What an inventory may state, to find the field that a column of your register is. Beside `id` and `name` only what is known need be written: what is not is unknown, and no violation. `storage.locked` is `locked:`, indented below `storage:`. `sekisho explain locked` looks up one of them by its name, also by its Japanese one.',
  },
  yesNo: { ja: 'はい・いいえの書き方', en: 'Yes and no' },
  yesNoIntro: {
    ja: '「はい・いいえ」の項目には、`true` か `false` のほか、次の語を書けます。書かれたとおりの語だけを読み、推し量ることはしません。',
    en: 'Instead of `true` and `false` these words may be written. They are taken exactly as they stand, and nothing is guessed.',
  },
  meaning: { ja: '意味', en: 'meaning' },
  words: { ja: '書ける語', en: 'words' },
  neither: { ja: 'どちらでもない（事実を確かめて書き直す）', en: 'neither (find out how it is)' },
  layers: { ja: '系の書き方', en: 'Layers' },
  layersIntro: {
    ja: '`layer` には、ポリシーの定める系の id か名称を書きます。どのポリシーでも、次の系を使えます。',
    en: '`layer` is the id or the name of a layer of the policy. Under every policy there are these.',
  },
  dates: { ja: '日付と等級の書き方', en: 'Dates and levels' },
  datesIntro: {
    ja: '日付は `2026-04-01`、`令和8年4月1日`、`R8.4.1` のように書きます。日が分からなければ、月（`2026-04`、`令和8年4月`）や年度（`令和8年度`）でもかまいません。ただし、「日まで書く」とある項目では、月や年度だけでは足りません。等級は、ポリシーが呼ぶとおり、`3`、`機密性3`、`3A`、`Ⅲ` のように書きます。',
    en: 'A date is written as `2026-04-01`, or of a Japanese era (`令和8年4月1日`, `R8.4.1`). Where the day is not known, its month (`2026-04`, `令和8年4月`) or fiscal year (`令和8年度`) will do, unless the day is asked for in full. A level is written as the policy calls it: `3`, `3A`, `Ⅲ`.',
  },
  common: { ja: 'すべての区分に共通の項目', en: 'Fields of every section' },
  commonIntro: { ja: 'どの区分の記録にも書けます。', en: 'These may stand in the records of every section.' },
  columns: {
    field: { ja: '項目', en: 'field' },
    title: { ja: '名称・列名の例', en: 'in Japanese' },
    write: { ja: '書くこと', en: 'what to write' },
    rules: { ja: '判定するルールと条項', en: 'judged by, under' },
  },
  yesOrNo: { ja: 'はい・いいえ。', en: 'Yes or no.' },
  wholeDay: { ja: '日まで書く。', en: 'The day in full.' },
} as const;

/** @returns the documentation of all fields as Markdown */
export function fieldDocumentation(sections: readonly SectionEntry[], language: Language): string {
  const common = commonRows(sections, language);
  const headings = sections.map(({ name, section }) => `${upperFirst(name[language])} (${section})`);
  const top = [texts.yesNo, texts.dates, texts.layers].map((text) => text[language]);
  const linked = [...top, texts.common[language], ...headings];
  const contents = linked.map((heading) => `- [${heading}](#${anchor(heading)})`);
  const lines = [
    ...general(language),
    ...titled(texts.common[language], texts.commonIntro[language], [...common.values()], language),
    ...sections.flatMap((section, index) => {
      const rows = section.fields.flatMap((field) => {
        const row = rowOf(field, language);
        return common.get(field.path) === undefined || section.isOne ? [row] : [];
      });
      return titled(headings[index] ?? '', escapeMarkdown(section.about[language]), rows, language);
    }),
  ];
  return page({ ...texts, files: fieldDocuments }, contents, lines, language);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Row = readonly string[];

function titled(heading: string, intro: string, rows: readonly Row[], language: Language): string[] {
  const { field, title, write, rules } = texts.columns;
  const head = [field, title, write, rules].map((text) => text[language]);
  return [`## ${heading}`, '', intro, '', ...markdownTable(head, rows), ''];
}

/** How yes and no, dates, levels and layers are written, wherever they stand. */
function general(language: Language): string[] {
  const say = (text: Localized) => text[language];
  const listed = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(' ');
  const { yes, no } = fieldTexts[language];
  return [
    `## ${say(texts.yesNo)}`,
    '',
    say(texts.yesNoIntro),
    '',
    ...markdownTable(
      [say(texts.meaning), say(texts.words)],
      [
        [yes, listed(yesWords)],
        [no, listed(noWords)],
        [say(texts.neither), listed(undecidedWords)],
      ],
    ),
    '',
    `## ${say(texts.dates)}`,
    '',
    say(texts.datesIntro),
    '',
    `## ${say(texts.layers)}`,
    '',
    say(texts.layersIntro),
    '',
    ...markdownTable(
      [say(texts.columns.field), say(texts.words)],
      usualLayers.map((layer) => [`\`${layer.id}\``, listed(wordsOfLayer(layer))]),
    ),
    '',
  ];
}

/** The fields that stand alike in the records of every section: they are told once. */
function commonRows(sections: readonly SectionEntry[], language: Language): Map<string, Row> {
  const [first, ...rest] = sections.filter(({ isOne }) => !isOne);
  const isAlike = (path: string, row: string, { fields }: SectionEntry) =>
    fields.some((field) => field.path === path && rowOf(field, language).join('|') === row);
  return new Map(
    (first?.fields ?? []).flatMap((field) => {
      const row = rowOf(field, language);
      const alike = rest.every((section) => isAlike(field.path, row.join('|'), section));
      return alike ? [[field.path, row] as const] : [];
    }),
  );
}

function rowOf(field: FieldEntry, language: Language): Row {
  const { path, title, alsoCalled } = field;
  return [
    `\`${path}\``,
    [title.ja, ...alsoCalled].map(escapeMarkdown).join('・'),
    [described(field, language), ...valueLines(field, language)].filter(Boolean).join('<br>'),
    rulesOf(field, language),
  ];
}

/** What the schema says of a field, but for what the column of rules says. */
function described({ about }: FieldEntry, language: Language): string {
  return escapeMarkdown((about?.[language] ?? '').replace(fieldTexts[language].unreadSentence, ''));
}

/** What may be written, as far as the description does not say it. */
function valueLines({ value, about }: FieldEntry, language: Language): string[] {
  const sentence = escapeMarkdown(wordFieldValue(value, language));
  const said = about?.[language] ?? '';
  switch (value.kind) {
    case 'fields':
    case 'level':
    case 'text':
    case 'number':
      return 'several' in value && value.several && value.kind !== 'fields' ? [sentence] : [];
    case 'yesNo':
      return [texts.yesOrNo[language]];
    case 'reference':
      return /id/i.test(said) ? [] : [sentence];
    case 'date':
      return value.orSpan ? [] : [texts.wholeDay[language]];
    case 'choice':
      return [
        ...(value.several || value.orNo ? [sentence] : []),
        ...value.choices.map((one) => choiceLine(one, language)),
      ];
  }
}

function choiceLine(choice: ChoiceEntry, language: Language): string {
  const words = japaneseWords(choice, language);
  const aside = words.length === 0 ? '' : ` \\[${words.map(escapeMarkdown).join('・')}\\]`;
  return `\`${choice.value}\` ${escapeMarkdown(choice.meaning?.[language] ?? '')}${aside}`.trimEnd();
}

function rulesOf(field: FieldEntry, language: Language): string {
  const use = wordUse(field, language);
  if (use !== undefined) return use;
  const { judging, reading } = field;
  const asked = judging.map((rule) => ruleLink(rule, language));
  const looked =
    reading.length === 0 ? [] : [fieldTexts[language].lookedAt(reading.length, judging.length > 0)];
  return [...asked, ...looked].join('<br>');
}

function ruleLink(rule: FieldRule, language: Language): string {
  const link = `[${rule.id}](${rulesPage[language]}#${anchor(rule.id)})`;
  const clauses = wordClausesOf(rule, language);
  return clauses === '' ? link : `${link} ${escapeMarkdown(clauses)}`;
}
