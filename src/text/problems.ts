import { type Localized, setApart } from '../localized.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import type { JsonType } from '../schema/shape.ts';
import type { SyntaxKind, YamlProblem } from '../yaml/problem.ts';
import { slipRemedy } from './slips.ts';

/** What is wrong, and what to write instead. Both are whole sentences without their final stop. */
export interface Wording {
  readonly message: Localized;
  readonly remedy: Localized;
}

/** Words what is wrong with a file as YAML, in terms of what a person sees in an editor. */
export function wordYamlProblem(problem: YamlProblem): Wording {
  switch (problem.code) {
    case 'encoding':
      return encodingWording(problem.likely);
    case 'syntax':
      if (problem.kind === 'other') return otherSyntax(problem.detail);
      if (problem.kind === 'full-width') return fullWidth(problem.detail);
      return syntaxWordings[problem.kind];
    case 'duplicate-key':
      return wording(
        `同じキー「${problem.key}」が2回書かれています`,
        `the key "${problem.key}" is written twice`,
        'どちらか一方を消すか、1つにまとめてください (先に書かれた値で判定しました)',
        'remove one of them, or join the two (the first one was used)',
      );
    case 'key-not-text':
      return wording(
        'キーが文字列ではありません',
        'a key is not a text',
        'キーには項目名を書いてください',
        'write the name of a field as the key',
      );
    case 'unknown-alias':
      return wording(
        `*${problem.name} の指すアンカーがありません`,
        `*${problem.name} points to no anchor`,
        `この場所より前に &${problem.name} を書いてください`,
        `write &${problem.name} before this place`,
      );
    case 'recursive-alias':
      return wording(
        `*${problem.name} が自分自身を指しています`,
        `*${problem.name} points to itself`,
        '参照が循環しないように書き直してください',
        'rewrite it so that nothing refers to itself',
      );
    case 'merge-not-mapping':
      return wording(
        '<< の値がマッピング (キーと値の組) ではありません',
        'the value of << is not a mapping',
        '<< にはマッピングのアンカーを指定してください (<<: *名前)',
        'give << the anchor of a mapping (<<: *name)',
      );
    case 'unknown-tag':
      return wording(
        `タグ ${problem.tag} は使えません`,
        `the tag ${problem.tag} is not supported`,
        'タグを消してください',
        'remove the tag',
      );
  }
}

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
    case 'not-listed': {
      const allowed = problem.allowed.join(', ');
      return wording(
        `${field(problem.path)} の値 ${problem.written} は選択肢にありません`,
        `has ${problem.written} in ${field(problem.path)}, which is not one of the choices`,
        problem.suggestion === undefined
          ? `次のいずれかを書いてください: ${allowed}`
          : `${problem.suggestion} ではありませんか (選択肢: ${allowed})`,
        problem.suggestion === undefined
          ? `write one of: ${allowed}`
          : `did you mean ${problem.suggestion}? (one of: ${allowed})`,
      );
    }
    case 'date':
      return wrongDate(problem);
    case 'value':
      return wording(
        `${field(problem.path)} の値 ${problem.written} は使えません (${problem.keyword} ${problem.limit})`,
        `has ${problem.written} in ${field(problem.path)}, which is out of bounds (${problem.keyword} ${problem.limit})`,
        '値を見直してください',
        'correct the value',
      );
  }
}

/** What is wrong and what to write in one line, for where there is no room for two. */
export function joined({ message, remedy }: Wording): Localized {
  return { ja: `${message.ja}。${remedy.ja}`, en: `${message.en}; ${remedy.en}` };
}

const typeNames: Readonly<Record<JsonType, Localized>> = {
  string: { ja: '文字列', en: 'a text' },
  boolean: { ja: 'true か false', en: 'true or false' },
  integer: { ja: '整数', en: 'a whole number' },
  number: { ja: '数', en: 'a number' },
  object: { ja: 'マッピング (キーと値の組)', en: 'a mapping (keys with values)' },
  array: { ja: 'リスト', en: 'a list' },
};

function unknownKey({
  key,
  suggestion,
  allowed,
  deeper,
}: Extract<SchemaProblem, { code: 'unknown-key' }>): Wording {
  const choices =
    allowed.length <= 12
      ? { ja: ` (使えるキー: ${allowed.join(', ')})`, en: ` (known keys: ${allowed.join(', ')})` }
      : { ja: '', en: '' };
  const slip = slipRemedy(key);
  if (slip !== undefined) {
    return wording(
      `定められていないキー「${key}」を含んでいます`,
      `has a field “${key}”, which is not known`,
      slip.ja,
      slip.en,
    );
  }
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
    `キーを消すか、自由記入なら x- で始まる名前にしてください${choices.ja}`,
    `remove it, or begin its name with x- to keep it as a note${choices.en}`,
  );
}

function wrongType({
  path,
  expected,
  actual,
  written,
  suggestion,
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
  const slip = expected.includes('object') && actual === 'string' ? slipRemedy(written) : undefined;
  const remedy: Localized =
    suggestion !== undefined
      ? { ja: `${suggestion} と書いてください`, en: `write ${suggestion}` }
      : slip !== undefined
        ? slip
        : actual === 'object' && expected.includes('array')
          ? {
              ja: '1件ごとに、先頭に半角の「- 」を付けてください',
              en: 'begin each item with “- ”, to make it a list',
            }
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

function wrongDate({
  path,
  written,
  orNo,
  words,
  suggestion,
}: Extract<SchemaProblem, { code: 'date' }>): Wording {
  const automatic = words.includes('automatic');
  const others = {
    ja: [...(automatic ? ['自動で行っていれば automatic'] : []), ...(orNo ? ['行っていなければ false'] : [])],
    en: `${automatic ? ', automatic where it is done automatically' : ''}${orNo ? ', or false for no' : ''}`,
  };
  return wording(
    `${field(path)} の ${written} は日付として読めません`,
    `has ${written} in ${field(path)}, which is not a date`,
    suggestion === undefined
      ? `2026-04-01 か 令和8年4月1日 のように、実在する日を書いてください${others.ja.length === 0 ? '' : `。${others.ja.join('、')} と書いてください`}`
      : `${suggestion} と書いてください`,
    suggestion === undefined
      ? `write a day that exists, as 2026-04-01 or 令和8年4月1日${others.en}`
      : `write ${suggestion}`,
  );
}

/** The name of a field as a reader knows it: the last key, with its position where it is an item; a whole has none. */
function field(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : (last ?? '');
}

function excerpt(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function encodingWording(likely: 'shift_jis' | 'utf-16' | 'document' | undefined): Wording {
  if (likely === 'document')
    return wording(
      'テキストではなく、Excel・Word などの文書か圧縮ファイルです',
      'is no text but a document of Excel or Word, or an archive',
      '台帳は YAML で書き、UTF-8 のテキストとして保存してください',
      'write the inventory as YAML and save it as text in UTF-8',
    );
  const name = likely === 'shift_jis' ? 'Shift_JIS (CP932)' : likely === 'utf-16' ? 'UTF-16' : undefined;
  return wording(
    name === undefined ? 'UTF-8 ではない文字があります' : `UTF-8 ではなく ${name} で保存されているようです`,
    name === undefined ? 'has bytes that are not UTF-8' : `seems to be saved as ${name}, not as UTF-8`,
    'エディターの「名前を付けて保存」で文字コード UTF-8 を選んで保存し直してください',
    'save the file again with the encoding UTF-8',
  );
}

const fullWidthSpace = '\u3000';

const asciiMarks: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '｛': '{',
  '［': '[',
  '－': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '・': '-',
};

function fullWidth(mark: string): Wording {
  if (mark === fullWidthSpace)
    return wording(
      '全角の空白が使われています',
      'has a full-width space',
      '半角の空白に直してください',
      'write an ASCII space',
    );
  const ascii = asciiMarks[mark] ?? mark;
  return wording(
    `「${mark}」が使われています`,
    `has “${mark}”`,
    `半角の「${ascii}」に直してください`,
    `write the ASCII “${ascii}”`,
  );
}

function otherSyntax(detail: string): Wording {
  return wording(
    `YAML として読めません (${detail})`,
    `is not valid YAML (${detail})`,
    'この行と直前の行の字下げ・コロン・引用符を確かめてください',
    'check indentation, colons and quotes of this line and the one before',
  );
}

const syntaxWordings: Readonly<Record<Exclude<SyntaxKind, 'other' | 'full-width'>, Wording>> = {
  indentation: wording(
    '字下げがそろっていません',
    'is not indented evenly',
    '同じ段の項目は、半角空白で同じ幅だけ字下げしてください',
    'indent the fields of one level by the same number of spaces',
  ),
  tab: wording(
    '字下げにタブが使われています',
    'is indented with a tab',
    'タブを半角空白に置き換えてください',
    'replace the tab with spaces',
  ),
  colon: wording(
    'キーの後のコロンがありません',
    'lacks a colon after a key',
    '「キー: 値」のように、半角コロンと半角空白で区切ってください',
    'write "key: value", with a colon and a space',
  ),
  'full-width-colon': wording(
    'コロンが全角 (：) です',
    'has a full-width colon (：)',
    '半角のコロンと半角空白 (: ) に直してください',
    'write an ASCII colon and a space (: )',
  ),
  'colon-in-value': wording(
    '値の中に「: 」があります',
    'has ": " within a value',
    '値全体を引用符で囲んでください ("システム: 住基")',
    'put the whole value in quotes ("system: residents")',
  ),
  quote: wording(
    '引用符が閉じられていません',
    'has a quote that is not closed',
    '同じ引用符で閉じてください',
    'close it with the same quote',
  ),
  bracket: wording(
    'かっこ [ ] または { } が閉じられていません',
    'has a bracket that is not closed',
    '対応するかっこで閉じてください',
    'close it with its counterpart',
  ),
  comma: wording(
    'ここで始まる項目の前に、コンマがありません',
    'lacks a comma before what begins here',
    '前の項目との間に半角のコンマ（,）を書いてください',
    'write a comma between it and what stands before',
  ),
  'reserved-character': wording(
    '値が @ ` % など YAML で特別な意味を持つ文字で始まっています',
    'has a value that begins with a character reserved by YAML (@ ` %)',
    '値を引用符で囲んでください',
    'put the value in quotes',
  ),
  'control-character': wording(
    '目に見えない制御文字が含まれています',
    'contains an invisible control character',
    'この位置の文字を消して入力し直してください',
    'delete the character here and type it again',
  ),
  depth: wording(
    '入れ子が深すぎます',
    'is nested too deeply',
    '構造を見直してください',
    'simplify the structure',
  ),
};

function wording(ja: string, en: string, remedyJa: string, remedyEn: string): Wording {
  return { message: { ja, en }, remedy: { ja: remedyJa, en: remedyEn } };
}
