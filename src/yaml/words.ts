import { type Limit, wordLimit } from '../base/limits.ts';
import type { Localized } from '../base/localized.ts';
import { asciiMark } from './full-width.ts';
import type { SyntaxKind, YamlProblem } from './problem.ts';
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
      if (problem.empty)
        return wording(
          `同じキー「${problem.key}」が2回書かれ、ここでは何も書かれていません`,
          `the key "${problem.key}" is written twice, here with nothing after it`,
          `この「${problem.key}:」の行を消してください (もう一方の値で判定しました)`,
          `remove this "${problem.key}:" (the other one was used)`,
        );
      return wording(
        `同じキー「${problem.key}」が2回書かれています`,
        `the key "${problem.key}" is written twice`,
        'どちらか一方を消すか、1つにまとめてください (先に書かれた値で判定しました)',
        'remove one of them, or join the two (the first one was used)',
      );
    case 'more':
      return moreWording(problem);
    case 'limit':
      return limitWording(problem.limit);
    case 'register':
      return {
        message: {
          ja: '表計算ソフトの表（Excel・CSV）で、YAML の台帳ではありません',
          en: 'is a spreadsheet (of Excel, or CSV) and no inventory in YAML',
        },
        remedy: toImportRegister,
      };
    case 'foreign':
      return wording(
        'sekisho のファイルではないようです (知っているキーが1つもありません)。内容は報告に載せません',
        'seems to be no file of sekisho: none of its keys is known; what it says is not reported',
        '指定したファイルが正しいか、キーの綴りが正しいかを確かめてください',
        'check that it is the file you mean, and how its keys are spelt',
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

/** How what a spreadsheet says becomes an inventory. */
export const toImportRegister: Localized = {
  ja: 'sekisho が読むのは YAML の台帳です。sekisho import register <ファイル> --out <フォルダー> で YAML の台帳にし、そのフォルダーを指定してください',
  en: 'sekisho reads inventories in YAML: make one with sekisho import register <files> --out <folder>, and name that folder',
};

/** What is wrong and what to write in one line, for where there is no room for two. */
export function joined({ message, remedy }: Wording): Localized {
  return { ja: `${message.ja}。${remedy.ja}`, en: `${message.en}; ${remedy.en}` };
}

/** Words that there is too much of something in a file. */
export function limitWording(limit: Limit): Wording {
  const { ja, en } = wordLimit(limit);
  return wording(
    ja,
    `has ${en}`,
    `ファイルを分けるか、必要な大きさであれば --limit ${limit.name}=数 で上限を上げてください`,
    `split the file or, if it has to be so large, raise the limit by --limit ${limit.name}=<number>`,
  );
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

function moreWording({ count, isAll }: Extract<YamlProblem, { code: 'more' }>): Wording {
  const remedyJa =
    '示された誤りを直してから、もう一度確かめてください。同じ誤りが続くときは、エディターの置換でまとめて直せます';
  const remedyEn =
    'correct those that are named and check again; an error that recurs is corrected at once by replacing it throughout';
  if (count === 0)
    return wording(
      'ここから後の誤りは調べていません',
      'was not searched for errors from here on',
      remedyJa,
      remedyEn,
    );
  const least = isAll ? { ja: '', en: '' } : { ja: '以上', en: ' or more' };
  return wording(
    `ここから後に、YAML として読めない誤りがほかに${count}件${least.ja}あります`,
    `has ${count}${least.en} other errors of YAML from here on`,
    remedyJa,
    remedyEn,
  );
}

const fullWidthSpace = '\u3000';

function fullWidth(mark: string): Wording {
  if (mark === fullWidthSpace)
    return wording(
      '全角の空白が使われています',
      'has a full-width space',
      '半角の空白に直してください',
      'write an ASCII space',
    );
  const ascii = asciiMark(mark);
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
  'full-width-indentation': wording(
    '全角の空白で字下げされています',
    'is indented with full-width spaces',
    '半角の空白に直し、同じ段のほかの行と幅をそろえてください',
    'indent it with ASCII spaces, as many as the other lines of the same level have',
  ),
  tab: wording(
    '字下げにタブが使われています',
    'is indented with a tab',
    'タブを半角空白に置き換え、同じ段のほかの行と幅をそろえてください',
    'replace the tab with spaces, as many as the other lines of the same level have',
  ),
  colon: wording(
    'キーの後のコロンがありません',
    'lacks a colon after a key',
    '「キー: 値」のように、半角コロンと半角空白で区切ってください。説明のための行であれば、行の先頭に # を付けてください',
    'write "key: value", with a colon and a space; begin the line with # if it is a comment',
  ),
  'space-after-colon': wording(
    'コロンの後に空白がありません',
    'lacks a space after a colon',
    'コロンの後に半角空白を入れてください',
    'put a space after the colon',
  ),
  'space-after-dash': wording(
    '「-」の後に空白がありません',
    'lacks a space after a dash',
    '「-」の後に半角空白を入れてください',
    'put a space after the dash',
  ),
  title: wording(
    '最初の行が YAML ではありません（題名や見出しのようです）',
    'begins with a line that is no YAML, such as a title',
    '行の先頭に # を付けて、説明の行にしてください',
    'begin the line with #, which makes it a comment',
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
};

export function wording(ja: string, en: string, remedyJa: string, remedyEn: string): Wording {
  return { message: { ja, en }, remedy: { ja: remedyJa, en: remedyEn } };
}
