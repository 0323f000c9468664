import type { WordList } from '../../generated/vocabulary.ts';
import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import type { OwnWords } from '../policy/own-words.ts';
import type { Policy, Word } from '../policy/policy.ts';
import type { MissingKeys } from '../result/result.ts';
import { textsOf } from '../schema/field-texts.ts';
import type { Shape } from '../schema/shape.ts';
import type { Path } from '../yaml/tape.ts';

/** What may be written in a field. */
export interface WhatToWrite {
  /** 「保存時に暗号化していれば true、していなければ false」: yes and no are equal choices */
  readonly value: Localized;
  /** the same with what each word means, where the schema says so */
  readonly choices?: Localized;
  /** what the schema says of the field beyond that */
  readonly about?: Localized;
  /** begin a sentence on what to do where the answer is yes, or no: 「していないときは」 */
  readonly when?: { readonly yes?: Localized; readonly no?: Localized };
}

/**
 * Reads from the schema what to write in a field. A field of yes or no is described there by a question (「保存時に
 * 暗号化しているか。」 / “Whether it is encrypted …”), which gives both answers; a day or a text that may be `false` by
 * what it is and when it is `false`.
 *
 * @param policies whose own words may be written as well
 */
export function whatToWrite(
  shape: Shape | undefined,
  policies: readonly Pick<Policy, 'vocabulary'>[] = [],
): WhatToWrite | undefined {
  if (shape === undefined) return undefined;
  const words = shape.enum ?? shape.items?.enum;
  if (words !== undefined) return enumerated({ words, own: ownWordsOf(shape, policies) }, shape);
  const { types } = shape;
  const { about } = textsOf(shape);
  if (about === undefined && types.includes('boolean'))
    return { value: { ja: 'true か false', en: 'true or false' } };
  if (about !== undefined && types.includes('boolean'))
    return types.length === 1 ? yesOrNo(about) : somethingOrNo(about);
  if (shape.format !== 'date') return undefined;
  if (about === undefined) return { value: { ja: '日付', en: 'a date' } };
  const { first, rest } = sentences(about);
  return { value: { ja: first.ja, en: lowerFirst(first.en) }, ...rest };
}

function ownWordsOf(
  { vocabulary, items }: Shape,
  policies: readonly Pick<Policy, 'vocabulary'>[],
): readonly Word[] {
  const list = (vocabulary ?? items?.vocabulary) as WordList | undefined;
  const words = policies.flatMap((policy) => (list === undefined ? [] : (policy.vocabulary[list] ?? [])));
  return [...new Map(words.map((word) => [word.id, word])).values()];
}

/** Words to choose from, built in and of the policies. */
interface Choices {
  readonly words: readonly string[];
  readonly own: readonly Word[];
}

/** Words to choose from, joined to what the schema says that each of them means, so that they are listed once. */
function enumerated({ words, own }: Choices, shape: Shape): WhatToWrite {
  const { enum: single, choices, items } = shape;
  const { about } = textsOf(shape);
  const oneOf = (ja: string, en: string): Localized =>
    single === undefined
      ? {
          ja: `${ja} のうち当てはまるもののリスト（どれにも当たらなければ []）`,
          en: `a list of those that apply of ${en}, or [] for none of them`,
        }
      : { ja: `${ja} のいずれか`, en: `one of ${en}` };
  const all = [...words, ...own.map(({ id }) => id)];
  const value = oneOf(all.join('・'), all.join(', '));
  const glosses = choices ?? items?.choices;
  const rest = about === undefined ? undefined : beyondTheName(about);
  if (glosses === undefined) return { value, ...defined({ about: rest }) };
  const explained = words.map((word) => [word, glosses[word]] as const);
  const ja = [
    ...explained.map(([word, gloss]) => (gloss === undefined ? word : `${word}: ${gloss.ja}`)),
    ...own.map(({ id, name }) => `${id}: ${name.ja}`),
  ];
  const en = [
    ...explained.map(([word, gloss]) => (gloss === undefined ? word : withMeaning(word, gloss.en))),
    ...own.map(({ id, name }) => `${id} (${name.en})`),
  ];
  return { value, choices: oneOf(ja.join('、'), en.join(', ')), ...defined({ about: rest }) };
}

/** What a description says after its first sentence, which names the field. */
function beyondTheName({ ja, en }: Localized): Localized | undefined {
  const [, ...rest] = ja.split(sentenceEnd);
  const [, ...inEnglish] = en.split(/(?<=\.|;) /);
  const sentences = rest.filter((sentence) => sentence !== '').map((sentence) => `${spaced(sentence)}。`);
  return sentences.length === 0 ? undefined : { ja: sentences.join(''), en: upperFirst(inEnglish.join(' ')) };
}

/** “terminal (PC)” and “mobile (mobile device)”: what a word says by itself is not said again. */
function withMeaning(word: string, gloss: string): string {
  const meaning = gloss.replace(/^(?:an?|the) /, '');
  const begun = meaning.slice(0, word.length).toLowerCase().replaceAll('-', ' ');
  const beyond = meaning.slice(word.length);
  const isSaid = begun === word.replaceAll('-', ' ') && /^(?: \(|$)/.test(beyond);
  return isSaid ? `${word}${beyond}` : `${word} (${meaning})`;
}

/** Where a Japanese sentence ends, and not within brackets. */
const sentenceEnd = /。(?![^（]*）)/u;

function yesOrNo(about: Localized): WhatToWrite {
  const { first, rest } = sentences(about);
  const ja = japaneseAnswers(first.ja);
  const so = first.en.replace(/^Whether /, '').replace(/;.*$/, '');
  return {
    value: { ja: `${ja.yes.condition} true、${ja.no.condition} false`, en: `true if ${so}, false if not` },
    ...rest,
    when: { yes: { ja: ja.yes.when, en: 'If so' }, no: { ja: ja.no.when, en: 'If not' } },
  };
}

/** The conditional forms of Japanese predicates: 〜れば and 〜ときは, affirmative and negative. */
const predicates: readonly {
  readonly ending: RegExp;
  readonly yes: string;
  readonly no: string;
  readonly denied: string;
}[] = [
  { ending: /て(い)る$/, yes: 'ていれば', no: 'ていなければ', denied: 'ていないときは' },
  { ending: /できる$/, yes: 'できれば', no: 'できなければ', denied: 'できないときは' },
  { ending: /ある$/, yes: 'あれば', no: 'なければ', denied: 'ないときは' },
  { ending: /する$/, yes: 'すれば', no: 'しなければ', denied: 'しないときは' },
];

interface Answer {
  readonly condition: string;
  readonly when: string;
}

function japaneseAnswers(question: string): { readonly yes: Answer; readonly no: Answer } {
  const statement = question.replace(/か$/, '');
  const known = predicates.find(({ ending }) => ending.test(statement));
  if (known === undefined)
    return {
      yes: { condition: `${statement}であれば`, when: `${statement}であるときは` },
      no: { condition: 'そうでなければ', when: 'そうでないときは' },
    };
  const { ending, yes, no, denied } = known;
  const predicate = shortPredicate(statement);
  return {
    yes: { condition: statement.replace(ending, yes), when: `${predicate}ときは` },
    no: { condition: predicate.replace(ending, no), when: predicate.replace(ending, denied) },
  };
}

/** The predicate without its objects, for a second mention: 「鍵のかかる場所に保管している」 → 「している」. */
function shortPredicate(statement: string): string {
  const predicate = /[^をにがはもと、）]+$/u.exec(statement)?.[0] ?? statement;
  return predicate.replace(/^[\p{Script=Han}\p{Script=Katakana}ー]{2,}(?=して)/u, '');
}

function somethingOrNo(about: Localized): WhatToWrite {
  const [ja = '', jaRest = '', ...jaMore] = about.ja.split(sentenceEnd).filter((sentence) => sentence !== '');
  const [, en = about.en.replace(/\.$/, ''), enRest = '', enMore = ''] =
    /^(.+?)[;,] ((?:true|false)\b[^.]+)\.(?: (.+))?$/su.exec(about.en) ?? [];
  const denial = /([^、。]+)なければ ?false/u.exec(jaRest)?.[1];
  const denied = /false if ([^,;]+)$/u.exec(enRest)?.[1];
  return {
    value: {
      ja: jaRest === '' ? ja : aside(ja, spaced(jaRest)),
      en: `${lowerFirst(en)}${enRest === '' ? '' : `, or ${enRest}`}`,
    },
    ...(jaMore.length === 0
      ? {}
      : { about: { ja: jaMore.map((sentence) => `${spaced(sentence)}。`).join(''), en: enMore } }),
    ...(denial === undefined || denied === undefined
      ? {}
      : { when: { no: { ja: `${denial}ないときは`, en: `If ${denied}` } } }),
  };
}

/** Appends an aside in brackets, or to the brackets that the text ends with. */
function aside(text: string, more: string): string {
  return text.endsWith('）') ? `${text.slice(0, -1)}。${more}）` : `${text}（${more}）`;
}

/** @returns what may be written in the place of a month or a fiscal year: a date with its day */
export function theDayOf({ value }: WhatToWrite): Localized {
  return {
    ja: aside(value.ja, '月や年度までではなく、日まで書く'),
    en: `${value.en}; with its day, not only the month or the fiscal year`,
  };
}

/** Puts a space between Japanese text and the literal values after it. */
function spaced(text: string): string {
  return text.replaceAll(/(?<=[^\s!-~。、（])(?=(?:true|false|automatic)\b)/gu, ' ');
}

/** @returns what a field is called in a list of things to write: its description's first sentence, without asides */
export function titleOfField(about: Localized): Localized {
  const { first } = sentences(about);
  return {
    ja: first.ja.replaceAll(/（[^）]*）/gu, ''),
    en: lowerFirst(first.en.replaceAll(/ \([^)]*\)/g, '').replace(/: .*$/s, '')),
  };
}

/** @returns what may be written below a field: of a mapping, or of a list of such, its keys */
export function keysOf(
  { properties, items }: Shape,
  policies: readonly Pick<Policy, 'vocabulary'>[] = [],
): MissingKeys | undefined {
  const keys = properties ?? items?.properties;
  if (keys === undefined) return undefined;
  const descriptions = Object.entries(keys).map(([key, shape]) => {
    const write = whatToWrite(shape, policies);
    const { about } = textsOf(shape);
    const meaning = write?.choices ?? write?.value ?? (about && titleOfField(about));
    if (meaning === undefined) return { ja: key, en: key };
    // Brackets do not nest: an aside becomes a sentence of its own.
    const ja = meaning.ja.replace(/^([^（]*)（([^（）]*)）$/u, '$1。$2');
    return { ja: `${key}（${ja}）`, en: `${key} (${meaning.en})` };
  });
  return {
    names: Object.keys(keys),
    ofEach: properties === undefined,
    meaning: {
      ja: descriptions.map(({ ja }) => ja).join('、'),
      en: descriptions.map(({ en }) => en).join('; '),
    },
  };
}

/**
 * @returns what the schema says of a field of which it does not say what to write. It explains `layer` by the canonical
 *   layers, which are not all that a body has, or none of its.
 */
export function aboutField(path: Path, shape: Shape | undefined, words: OwnWords): Localized | undefined {
  if (path.at(-1) !== 'layer' || words.layerChoices === undefined) return shape && textsOf(shape).about;
  const { ja, en } = words.layerChoices;
  return { ja: `属する系。${ja}。`, en: `The layer it belongs to: ${en}.` };
}

/** The first sentence of a description, and what follows it. */
function sentences({ ja, en }: Localized): { first: Localized; rest: { about?: Localized } } {
  const cut = (text: string, stop: RegExp) => {
    const at = stop.exec(text);
    return at === null
      ? [text, '']
      : [text.slice(0, at.index), text.slice(at.index + at[0].length).replace(/^ /, '')];
  };
  const [firstJa = '', restJa = ''] = cut(ja, sentenceEnd);
  const [firstEn = '', restEn = ''] = cut(en, /[.;] |\.$/u);
  const more = restJa === '' || /^[^。]*(?:false|true)。$/u.test(restJa);
  return {
    first: { ja: firstJa, en: firstEn },
    rest: more ? {} : { about: { ja: restJa, en: upperFirst(restEn) } },
  };
}

/** Lowers the first letter for use inside a sentence; abbreviations stay as they are. */
export function lowerFirst(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]|\b )/, (letter) => letter.toLowerCase());
}

function upperFirst(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
