import type { DateSpan } from '../base/date.ts';
import { type Language, type Localized, setApart } from '../base/localized.ts';
import { systemReason } from '../base/system-error.ts';
import { fullWidthTypoRemedy } from '../yaml/full-width-typos.ts';
import type { Wording } from '../yaml/words.ts';
import { joined, limitWording, wording, wordYamlProblem } from '../yaml/words.ts';
import type { FieldsExample, Named } from './how-to-write.ts';
import type { MeantField } from './misplaced-key.ts';
import type { SchemaProblem } from './problem.ts';
import type { JsonType } from './shape.ts';
import type { SideFileKind, SideFileProblem } from './side-file.ts';

/** Words what a value breaks of its schema; never the validator's own words. */
export function wordSchemaProblem(problem: SchemaProblem): Wording {
  switch (problem.code) {
    case 'unknown-key':
      return unknownKey(problem);
    case 'missing-key':
      return wording(
        `${problem.key} がありません`,
        `has no ${problem.key}`,
        `${problem.key} を書いてください`,
        `add ${problem.key}`,
      );
    case 'type':
      return wrongType(problem);
    case 'undecided':
      return undecided(problem);
    case 'not-listed': {
      const allowed = explained(problem);
      return wording(
        `${field(problem.path)} の値 ${problem.written} は選択肢にありません`,
        `has ${problem.written} in ${field(problem.path)}, which is not one of the choices`,
        problem.suggestion === undefined
          ? `次のいずれかを書いてください: ${allowed.ja}`
          : `${problem.suggestion} ではありませんか (選択肢: ${allowed.ja})`,
        problem.suggestion === undefined
          ? `write one of: ${allowed.en}`
          : `did you mean ${problem.suggestion}? (one of: ${allowed.en})`,
      );
    }
    case 'unknown-field':
      return unknownField(problem);
    case 'date':
      return wrongDate(problem);
    case 'too-many':
      return limitWording(problem.limit);
    case 'value':
      return wording(
        `${field(problem.path)} の値 ${problem.written} は使えません (${problem.keyword} ${problem.limit})`,
        `has ${problem.written} in ${field(problem.path)}, which is out of bounds (${problem.keyword} ${problem.limit})`,
        '値を見直してください',
        'correct the value',
      );
  }
}

function unknownField({
  path,
  written,
  suggestion,
}: Extract<SchemaProblem, { code: 'unknown-field' }>): Wording {
  return wording(
    `${field(path)} に「${excerpt(written)}」と書かれていますが、この1件にそのような項目はありません`,
    `names “${excerpt(written)}” in ${field(path)}, which is no field of such a record`,
    suggestion === undefined
      ? '項目の名（例えば storage.locked）を書いてください。sekisho explain に区分の名を続けると、項目の一覧を見られます'
      : `${suggestion} ではありませんか`,
    suggestion === undefined
      ? 'write the name of a field, as storage.locked; sekisho explain with the name of the section lists them'
      : `did you mean ${suggestion}?`,
  );
}

/** The words to choose from, with what each means where the vocabulary says so. */
function explained({ allowed, choices = {} }: Extract<SchemaProblem, { code: 'not-listed' }>): Localized {
  const each = (language: Language) =>
    allowed.map((word) => {
      const gloss = choices[word]?.[language];
      return gloss === undefined || gloss === word ? word : `${word} (${gloss})`;
    });
  return { ja: each('ja').join(', '), en: each('en').join(', ') };
}

function undecided({
  path,
  written,
  of,
  field: below,
}: Extract<SchemaProblem, { code: 'undecided' }>): Wording {
  const name = field(path);
  const answers =
    below === undefined ? undefined : [true, false].map((answer) => `${name}: { ${below}: ${answer} }`);
  const word = excerpt(written);
  return of === 'yes-no'
    ? wording(
        `${name} に「${word}」と書かれており、している・していないのどちらかが分かりません`,
        `has ${word} in ${name}, which says neither yes nor no`,
        `しなければならないことや予定ではなく今の事実を、${answers?.join(' か ') ?? 'true（○、有、済）か false（×、無、未）で'}${answers === undefined ? '' : ' のように'}書いてください。分からないか、当てはまらなければ、値を書かずに空けてください`,
        `write what is so now, rather than what is asked for or planned: ${answers?.join(' or ') ?? 'true or false'}; leave the value out if it is not known or does not apply`,
      )
    : wording(
        `${name} に「${word}」と書かれており、定めた内容が分かりません`,
        `has ${word} in ${name}, which is not what is asked for`,
        '定めた内容（職名など）を書いてください。定めていなければ false（無）と書き、分からないか、当てはまらなければ、値を書かずに空けてください',
        'write what is laid down (such as a post); false if there is none; leave the value out if it is not known or does not apply',
      );
}

const typeNames: Readonly<Record<JsonType, Localized>> = {
  string: { ja: '文字列', en: 'a text' },
  boolean: { ja: 'true か false', en: 'true or false' },
  integer: { ja: '整数', en: 'a whole number' },
  number: { ja: '数', en: 'a number' },
  object: { ja: 'マッピング (キーと値の組)', en: 'a mapping (keys with values)' },
  array: { ja: 'リスト', en: 'a list' },
};

/** Of more keys than these a message lists none: `sekisho explain` does. */
const mostListed = 12;

function unknownKey({
  path,
  key,
  suggestion,
  allowed,
  meant = [],
  elsewhere = [],
  deeper,
}: Extract<SchemaProblem, { code: 'unknown-key' }>): Wording {
  const choices =
    allowed.length <= mostListed || path.length === 0
      ? { ja: ` (使えるキー: ${allowed.join(', ')})`, en: ` (known keys: ${allowed.join(', ')})` }
      : { ja: '', en: '' };
  const typo = fullWidthTypoRemedy(key);
  if (typo !== undefined) {
    return wording(
      `定められていないキー「${key}」を含んでいます`,
      `has a field “${key}”, which is not known`,
      typo.ja,
      typo.en,
    );
  }
  if (meant.length > 0) return meantElsewhere(key, meant, elsewhere);
  if (suggestion !== undefined) {
    return wording(
      `定められていないキー「${key}」を含んでいます`,
      `has a field “${key}” that is not known`,
      `${suggestion} ではありませんか`,
      `did you mean ${suggestion}?`,
    );
  }
  if (deeper) {
    return wording(
      `定められていないキー「${key}」を含んでいます`,
      `has a field “${key}”, which is not known here`,
      '上のキーの中の項目であれば、半角の空白で字下げしてください',
      'indent it with spaces, if it belongs to the key above',
    );
  }
  return wording(
    `定められていないキー「${key}」を含んでいます`,
    `has a field “${key}”, which is not known`,
    `判定に用いない項目なら x-${key} のように x- で始めてください${choices.ja}`,
    `if it is not to be judged, begin its name with x-: x-${key}${choices.en}`,
  );
}

/** A key by its Japanese name, or of a field of other mappings: the lines to write. */
function meantElsewhere(key: string, meant: readonly MeantField[], elsewhere: readonly string[]): Wording {
  const lines = meant.map(({ line }) => line);
  const [first = ''] = lines;
  const others =
    elsewhere.length === 0
      ? { ja: '', en: '' }
      : {
          ja: `（ほかに ${elsewhere.join('、')} もあります）`,
          en: ` (there ${elsewhere.length === 1 ? 'is' : 'are'} ${elsewhere.join(', ')}, too)`,
        };
  return lines.length === 1
    ? wording(
        `定められていないキー「${key}」を含んでいます`,
        `has a field “${key}”, which is not known here`,
        `${first} と書いてください${others.ja}`,
        `write ${first}${others.en}`,
      )
    : wording(
        `定められていないキー「${key}」を含んでいます`,
        `has a field “${key}”, which is not known here`,
        `次のうち当てはまるものを書いてください: ${lines.join('、')}`,
        `write what it is of: ${lines.join(', ')}`,
      );
}

function wrongType({
  path,
  expected,
  actual,
  written,
  suggestion,
  example,
  under,
}: Extract<SchemaProblem, { code: 'type' }>): Wording {
  const wanted = {
    ja: expected.map((type) => typeNames[type].ja).join('、または'),
    en: expected.map((type) => typeNames[type].en).join(' or '),
  };
  const shown =
    actual === 'object' || actual === 'array'
      ? typeNames[actual]
      : {
          ja: actual === 'null' ? '空' : excerpt(written),
          en: actual === 'null' ? 'nothing' : excerpt(written),
        };
  const listed = expected.includes('array') && actual !== 'object' && actual !== 'null' && actual !== 'array';
  const typo = expected.includes('object') && actual === 'string' ? fullWidthTypoRemedy(written) : undefined;
  const remedy: Localized =
    suggestion !== undefined
      ? { ja: `${suggestion} と書いてください`, en: `write ${suggestion}` }
      : typo !== undefined
        ? typo
        : example !== undefined
          ? likeExample(path, example)
          : actual === 'object' && expected.includes('array')
            ? asItems(written)
            : under !== undefined
              ? keyAbove(under)
              : listed
                ? {
                    ja: `[${excerpt(written)}] のようにリストで書いてください`,
                    en: `write it as a list: [${excerpt(written)}]`,
                  }
                : { ja: `${setApart(wanted.ja).trimStart()}を書いてください`, en: `write ${wanted.en}` };
  return {
    message: {
      ja: `${path.length === 0 ? '' : `${field(path)} に`}${setApart(wanted.ja)}ではなく「${shown.ja}」が書かれています`,
      en: `${path.length === 0 ? `is ${shown.en}` : `has ${shown.en} in ${field(path)}`}, which must be ${wanted.en}`,
    },
    remedy,
  };
}

/** Of a list whose key was forgotten. */
function keyAbove(key: string): Localized {
  return {
    ja: `一覧の上の行に、何の一覧かを ${key}: のようなキーで書いてください`,
    en: `write the key that the list belongs to on a line above it, such as ${key}:`,
  };
}

/** How to write a mapping as the list that belongs there: each begins with a dash, and its lines stand below one another. */
function asItems(written: string): Localized {
  const [first = ''] = written.replace(/^-+/, '').split(/[\r\n]/, 1);
  const key = /^([^\s:{]+):\s*$/.exec(first)?.[1];
  const line = key === undefined || key === 'id' ? excerpt(first) : `id: ${key}`;
  return first.startsWith('{')
    ? {
        ja: `[${excerpt(first)}] のようにリストで書いてください`,
        en: `write it as a list: [${excerpt(first)}]`,
      }
    : {
        ja: `1件ごとに、最初の行を「- ${line}」のように半角の「- 」で始め、続く行の字下げを「- 」の後の文字にそろえてください`,
        en: `begin each item with “- ”, as “- ${line}”, and indent its other lines to stand below what follows the dash`,
      };
}

/** How to write a plain value as fields, with the fields and the words that there are to choose from. */
function likeExample(path: SchemaProblem['path'], { line, fields, choices }: FieldsExample): Localized {
  const whole = typeof path.at(-1) === 'number' ? line : `${field(path)}: ${line}`;
  const listed = (named: readonly Named[], language: Language) =>
    named.map(({ key, ja, en }) => {
      const called = language === 'ja' ? ja : en;
      return called === undefined || called === key ? key : `${key} (${called})`;
    });
  const more = (language: Language, of: (named: string) => string, words: string) =>
    [
      ...(fields.length > 1 && fields.length <= mostListed ? [of(listed(fields, language).join(', '))] : []),
      ...(choices.length > 0 ? [`${words}: ${listed(choices, language).join(', ')}`] : []),
    ].map((one) => (language === 'ja' ? `。${one}` : `; ${one}`));
  return {
    ja: `${whole} のように書いてください${more('ja', (all) => `書ける項目: ${all}`, '選択肢').join('')}`,
    en: `write it like ${whole}${more('en', (all) => `its fields: ${all}`, 'the choices').join('')}`,
  };
}

function wrongDate(problem: Extract<SchemaProblem, { code: 'date' }>): Wording {
  const { path, written, orNo, orSpan, words, suggestion, needsDay } = problem;
  if (needsDay !== undefined) return dayNeeded(field(path), written, needsDay);
  const automatic = words.includes('automatic');
  const others = [
    ...(automatic ? ['自動で行っていれば automatic'] : []),
    ...(orNo ? ['行っていなければ false'] : []),
  ].join('、');
  const more = {
    ja: `${orSpan ? '。日が分からなければ、月（2026-04、令和8年4月）か年度（令和8年度）でもかまいません' : ''}${others === '' ? '' : `。${others} と書いてください`}`,
    en: `${orSpan ? '; if the day is not known, its month (2026-04, 令和8年4月) or fiscal year (令和8年度)' : ''}${automatic ? ', automatic where it is done automatically' : ''}${orNo ? ', or false for no' : ''}`,
  };
  return wording(
    `${field(path)} の ${written} は日付として読めません`,
    `has ${written} in ${field(path)}, which is not a date`,
    suggestion === undefined
      ? `2026-04-01 か 令和8年4月1日 のように、実在する日を書いてください${more.ja}`
      : `${suggestion} と書いてください`,
    suggestion === undefined
      ? `write a day that exists, as 2026-04-01 or 令和8年4月1日${more.en}`
      : `write ${suggestion}`,
  );
}

/** What a field asks for that must be a day, by the first sentence of its description: 承認した日 / the day of approval. */
function dayNeeded(
  name: string,
  written: string,
  { unit, about }: NonNullable<Extract<SchemaProblem, { code: 'date' }>['needsDay']>,
): Wording {
  const only = dateSpanUnits[unit];
  const ja = about?.ja.split(/[。（]/u)[0] ?? '日付';
  const en = about?.en.split(/[;.,]/u)[0] ?? 'The date';
  return wording(
    `${name} の ${written} は${only.ja}までしか書かれていません。ここには日が要ります`,
    `has ${written} in ${name}, which is only ${only.en}, and a day is needed there`,
    `${setApart(ja).trimStart()}を、2026-04-01 か 令和8年4月1日 のように日まで書いてください`,
    `write ${en.replace(/^The /, 'the ')} in full, as 2026-04-01 or 令和8年4月1日`,
  );
}

/** What is written of a date that is not a day, as a noun. */
export const dateSpanUnits: Readonly<Record<DateSpan['unit'], Localized>> = {
  month: { ja: '月', en: 'a month' },
  'fiscal-year': { ja: '年度', en: 'a fiscal year' },
};

/** The name of a field as a reader knows it: the last key, with its position where it is an item; a whole has none. */
function field(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : (last ?? '');
}

function excerpt(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Words what is wrong with a configuration file or a baseline. */
export function wordSideFileProblem(problem: SideFileProblem): Localized {
  return placed(problem, sideFileText(problem));
}

const sideFileNames: Readonly<Record<SideFileKind, Localized>> = {
  configuration: { ja: '設定ファイル', en: 'the configuration' },
  baseline: { ja: 'ベースライン', en: 'the baseline' },
  expected: { ja: '期待する指摘の一覧', en: 'the list of expected findings' },
};

function sideFileText(problem: SideFileProblem): Localized {
  switch (problem.code) {
    case 'unreadable': {
      const { ja, en } = sideFileNames[problem.kind];
      return {
        ja: `${ja}を開けません (${systemReason(problem.reason).ja})`,
        en: `${en} cannot be opened (${systemReason(problem.reason).en})`,
      };
    }
    case 'empty': {
      const { ja, en } = sideFileNames[problem.kind];
      return { ja: `${ja}が空です`, en: `${en} is empty` };
    }
    case 'yaml':
      return joined(wordYamlProblem(problem.problem));
    case 'schema':
      return joined(wordSchemaProblem(problem.problem));
  }
}

export function placed(
  { file, position }: { file: string; position?: { line: number; column: number } },
  text: Localized,
): Localized {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return { ja: `${place}: ${text.ja}`, en: `${place}: ${text.en}` };
}
