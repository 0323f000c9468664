import type { Language } from '../../base/localized.ts';
import type {
  ChoiceEntry,
  FieldEntry,
  FieldRule,
  FieldUse,
  FieldValue,
  TopicKind,
} from '../../result/vocabulary.ts';
import { plural, subjectNames } from '../../result/words.ts';

/** What the catalogue says of the fields of the vocabulary, in one language. */
interface FieldText {
  readonly comma: string;
  readonly yesNo: string;
  readonly yes: string;
  readonly no: string;
  readonly oneOf: string;
  readonly someOf: string;
  readonly several: (what: string) => string;
  readonly orNo: (what: string) => string;
  readonly date: string;
  /** a date of which a month or a fiscal year does not suffice */
  readonly day: string;
  readonly orWord: (what: string, word: string) => string;
  readonly text: string;
  readonly number: string;
  readonly level: string;
  readonly id: (sections: string) => string;
  readonly anyRecord: string;
  readonly agencies: string;
  readonly fields: string;
  readonly listOfFields: string;
  readonly use: Readonly<Record<FieldUse, string>>;
  readonly unread: string;
  /** the sentence of a description that {@link unread} says again */
  readonly unreadSentence: RegExp;
  readonly always: string;
  /** how many rules look at a field to judge something else; `besides`: after those that ask for it */
  readonly lookedAt: (count: number, besides: boolean) => string;
  readonly clausesOf: (clauses: string) => string;
  readonly kinds: Readonly<Record<TopicKind, string>>;
  readonly severalMeant: (asked: string) => string;
  readonly alsoSaid: (asked: string) => string;
  readonly more: (count: number) => string;
  readonly usual: (policies: string) => string;
  readonly treatedAs: (layer: string) => string;
  readonly lookUpField: (address: string) => string;
  readonly searchRules: (word: string, count: number) => string;
}

const ja: FieldText = {
  comma: '、',
  yesNo: 'はい（true）又はいいえ（false）。分からなければ書かない。',
  yes: 'はい',
  no: 'いいえ',
  oneOf: '次のいずれか。',
  someOf: '次のうち当てはまるもののリスト。どれにも当たらなければ []。',
  several: (what) => `${what}のリスト`,
  orNo: (what) => `${what}。無ければ false`,
  date: '日付（2026-04-01、令和8年4月1日。日が分からなければ、月 2026-04 又は年度 令和8年度）',
  day: '日まで書いた日付（2026-04-01、令和8年4月1日）',
  orWord: (what, word) => `${what}、又は ${word}`,
  text: '文字列',
  number: '整数',
  level: 'ポリシーの定める等級（機密性2 など）',
  id: (sections) => `${sections}のid`,
  anyRecord: '台帳のいずれかの記録',
  agencies: '機関 (organization.agencies)',
  fields: '次の項目。',
  listOfFields: '次の項目のリスト。',
  use: {
    identifies: '（記録を見分けるのに用いる）',
    refers: '（参照先があることを確かめる）',
    proves: '（資料があり、差し替えられていないことを確かめる）',
    decides: '（何を判定するかを決めるのに用いる）',
  },
  unread: '（判定には用いない）',
  unreadSentence: /判定には用いない。$/u,
  always: 'どのポリシーでも',
  lookedAt: (count, besides) => `${besides ? 'ほか' : ''}${count}ルールが、判定の条件として読む`,
  clausesOf: (clauses) => `（${clauses}）`,
  kinds: {
    word: '法令の言葉',
    section: '区分',
    field: '項目',
    choice: '選択肢',
    level: '等級',
    layer: '系',
    rule: 'ルール',
    clause: '条項',
  },
  severalMeant: (asked) => `「${asked}」に当たるもの`,
  alsoSaid: (asked) => `ほかに「${asked}」に当たるもの`,
  more: (count) => `ほか${count}件`,
  usual: (policies) => `${policies}（文書に定めがなく、通常の等級による）`,
  treatedAs: (layer) => `${layer}として扱う`,
  lookUpField: (address) => `項目の説明は、sekisho explain ${address} のように見られます。`,
  searchRules: (word, count) => `この区分を判定する${count}ルールは、sekisho rules ${word} で見られます。`,
};

const en: FieldText = {
  comma: ', ',
  yesNo: 'Yes (true) or no (false); leave it out if not known.',
  yes: 'yes',
  no: 'no',
  oneOf: 'One of these.',
  someOf: 'A list of those that apply, [] for none of them.',
  several: (what) => `a list: ${what}`,
  orNo: (what) => `${what}, or false for none`,
  date: 'a date (2026-04-01; if the day is not known, the month 2026-04 or the fiscal year 令和8年度)',
  day: 'a day (2026-04-01)',
  orWord: (what, word) => `${what}, or ${word}`,
  text: 'text',
  number: 'a whole number',
  level: 'a level as the policy calls it',
  id: (sections) => `the id of one of ${sections}`,
  anyRecord: 'all records',
  agencies: 'the agencies (organization.agencies)',
  fields: 'These fields.',
  listOfFields: 'A list of these fields.',
  use: {
    identifies: '(tells records apart)',
    refers: '(what it refers to must exist)',
    proves: '(the material must be there, and unchanged)',
    decides: '(decides what is judged)',
  },
  unread: '(not judged)',
  unreadSentence: /(?:; | It is )not judged\.$/u,
  always: 'under every policy',
  lookedAt: (count, besides) =>
    `read by ${besides ? `${count} more` : plural(count, 'rule')} to judge other facts`,
  clausesOf: (clauses) => ` (${clauses})`,
  kinds: {
    word: 'Words of law',
    section: 'Sections',
    field: 'Fields',
    choice: 'Choices',
    level: 'Levels',
    layer: 'Layers',
    rule: 'Rules',
    clause: 'Clauses',
  },
  severalMeant: (asked) => `What “${asked}” may mean`,
  alsoSaid: (asked) => `What “${asked}” may mean besides`,
  more: (count) => `and ${count} more`,
  usual: (policies) => `${policies} (not stated by the document: the usual levels)`,
  treatedAs: (layer) => `treated as ${layer}`,
  lookUpField: (address) => `sekisho explain ${address} explains a field.`,
  searchRules: (word, count) =>
    `sekisho rules ${word} lists the ${plural(count, 'rule')} that judge this section.`,
};

export const fieldTexts: Readonly<Record<Language, FieldText>> = { ja, en };

/** What may be written in a field, in a sentence; choices are told apart from it. */
export function wordFieldValue(value: FieldValue, language: Language): string {
  const texts = fieldTexts[language];
  switch (value.kind) {
    case 'yesNo':
      return texts.yesNo;
    case 'fields':
      return value.several ? texts.listOfFields : texts.fields;
    case 'choice': {
      const sentence = value.several ? texts.someOf : texts.oneOf;
      return value.orNo ? ended(texts.orNo(sentence.replace(/[。.]$/u, '')), language) : sentence;
    }
    default: {
      const one = wordOne(value, language);
      const all = value.several ? texts.several(one) : one;
      return ended(value.orNo ? texts.orNo(all) : all, language);
    }
  }
}

function ended(text: string, language: Language): string {
  return language === 'ja' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function wordOne(
  value: Exclude<FieldValue, { kind: 'yesNo' | 'fields' | 'choice' }>,
  language: Language,
): string {
  const texts = fieldTexts[language];
  if (value.kind === 'date') return value.words.reduce(texts.orWord, value.orSpan ? texts.date : texts.day);
  if (value.kind !== 'reference') return texts[value.kind];
  return texts.id(value.sections.map((section) => wordSection(section, language)).join(texts.comma));
}

function wordSection(section: string, language: Language): string {
  if (section === '*') return fieldTexts[language].anyRecord;
  return subjectNames[section]?.[language] ?? fieldTexts[language].agencies;
}

/** What may be written in Japanese for a choice beside its name: 紙、紙媒体. */
export function japaneseWords({ meaning, words }: ChoiceEntry, language: Language): string[] {
  return words.filter((word) => language === 'en' || word !== meaning?.ja);
}

/** What a field is for that no rule reads; `undefined` of others. */
export function wordUse(
  { judging, reading, use, value }: FieldEntry,
  language: Language,
): string | undefined {
  const texts = fieldTexts[language];
  if (judging.length > 0 || reading.length > 0 || value.kind === 'fields') return undefined;
  return use === undefined ? texts.unread : texts.use[use];
}

/** The clauses that cite a rule, by policy: `isesaki 6(4)ア、minakami 3)保管[1]`. */
export function wordClausesOf({ always, clauses }: FieldRule, language: Language): string {
  const { comma } = fieldTexts[language];
  const byPolicy = new Map<string, string[]>();
  for (const { policy, ref } of clauses) byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), ref]);
  const cited = [...byPolicy].map(([policy, refs]) => `${policy} ${refs.join(', ')}`);
  return [...(always ? [fieldTexts[language].always] : []), ...cited].join(language === 'ja' ? comma : '; ');
}
