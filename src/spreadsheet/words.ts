import type { Localized } from '../base/localized.ts';
import type { SpreadsheetLimit } from './limits.ts';
import type { Damage, OtherKind, SpreadsheetProblem } from './problem.ts';

/** Words why a spreadsheet cannot be read, and what to do. The file stands before it. */
export function wordSpreadsheetProblem(problem: SpreadsheetProblem): Localized {
  switch (problem.code) {
    case 'empty':
      return { ja: '空のファイルです。保存し直してください', en: 'is empty; save it again' };
    case 'password':
      return {
        ja: 'パスワードで保護されています。パスワードを外して保存し直してください',
        en: 'is protected by a password; remove the password and save it again',
      };
    case 'old-format':
      return {
        ja: '古い形式のExcelブック（.xls）です。Excelで開き、「Excelブック（.xlsx）」として保存し直してください',
        en: 'is a workbook of the old format (.xls); open it in Excel and save it as .xlsx',
      };
    case 'other-kind':
      return otherKinds[problem.kind];
    case 'not-a-workbook':
      return {
        ja: `拡張子は .${problem.extension} ですが、中身はExcelブックではなくテキストです。Excelで開いて .xlsx として保存し直すか、CSVなら拡張子を .csv に直してください`,
        en: `is named .${problem.extension} but is text, not a workbook; open it in Excel and save it as .xlsx, or name it .csv if that is what it is`,
      };
    case 'encoding':
      return {
        ja: '表として読める文字コードではありません。UTF-8のCSVか .xlsx として保存し直してください',
        en: 'is in no character encoding that can be read as a table; save it as CSV in UTF-8 or as .xlsx',
      };
    case 'open-quote':
      return {
        ja: `${problem.line}行目の引用符（"）が閉じていません。閉じるか、引用符そのものなら "" と重ねてください`,
        en: `has a quotation mark in line ${problem.line} that is never closed; close it, or write "" for a mark itself`,
      };
    case 'damaged':
      return damage(problem.damage, problem.part);
    case 'limit':
      return limit(problem);
  }
}

const otherKinds: Readonly<Record<OtherKind, Localized>> = {
  xlsb: {
    ja: 'バイナリ形式のExcelブック（.xlsb）です。「Excelブック（.xlsx）」として保存し直してください',
    en: 'is a binary workbook (.xlsb); save it as .xlsx',
  },
  opendocument: {
    ja: 'OpenDocument（.ods など）には対応していません。.xlsx か CSV として保存し直してください',
    en: 'is an OpenDocument file (such as .ods), which is not supported; save it as .xlsx or CSV',
  },
  numbers: {
    ja: 'Numbers の書類には対応していません。Excel（.xlsx）か CSV に書き出してください',
    en: 'is a document of Numbers, which is not supported; export it to Excel (.xlsx) or CSV',
  },
  document: {
    ja: '表計算ではなく Word や PowerPoint などの文書です。表を .xlsx か CSV として保存してください',
    en: 'is a document, such as of Word or PowerPoint, and no spreadsheet; save the table as .xlsx or CSV',
  },
  archive: {
    ja: '圧縮ファイルです。展開して、中の .xlsx か CSV を指定してください',
    en: 'is an archive; unpack it and name the .xlsx or CSV in it',
  },
  html: {
    ja: '中身はWebページ（HTML）です。Excelで開き、「Excelブック（.xlsx）」として保存し直してください',
    en: 'is a web page (HTML); open it in Excel and save it as .xlsx',
  },
  xml: {
    ja: '中身はXMLです。Excelで開き、「Excelブック（.xlsx）」として保存し直してください',
    en: 'is XML; open it in Excel and save it as .xlsx',
  },
  pdf: {
    ja: 'PDFです。元の表を .xlsx か CSV として保存してください',
    en: 'is a PDF; save the table that it was made from as .xlsx or CSV',
  },
  picture: {
    ja: '画像です。元の表を .xlsx か CSV として保存してください',
    en: 'is a picture; save the table that it was made from as .xlsx or CSV',
  },
};

function damage(kind: Damage, part: string | undefined): Localized {
  const { ja, en } = damages[kind];
  return {
    ja: `ブックが壊れています（${part === undefined ? '' : `${part}: `}${ja}）。Excelで開いて .xlsx として保存し直すか、元のファイルを取り直してください`,
    en: `is damaged (${part === undefined ? '' : `${part}: `}${en}); open it in Excel and save it as .xlsx, or get the file again`,
  };
}

const damages: Readonly<Record<Damage, Localized>> = {
  truncated: { ja: '途中で切れています', en: 'it ends too early' },
  'same-name': { ja: '同じ名前の部品が2つあります', en: 'two parts have this name' },
  'unsafe-name': { ja: '外の場所を指す名前の部品があります', en: 'the name of a part leads outside' },
  unpacking: { ja: '展開できません', en: 'it does not unpack to what is stated' },
  xml: { ja: 'XMLとして読めません', en: 'it is no well-formed XML' },
  doctype: {
    ja: '使ってはならない文書型宣言（DOCTYPE）があります',
    en: 'it has a DOCTYPE, which it may not have',
  },
  nesting: { ja: '入れ子が深すぎます', en: 'it is nested too deeply' },
  'missing-part': { ja: '部品がありません', en: 'this part is missing' },
  'other-part': { ja: '別の種類の部品です', en: 'this is another kind of part' },
  'no-sheets': { ja: 'シートがありません', en: 'it has no sheets' },
  'same-sheet-name': { ja: '同じ名前のシートが2つあります', en: 'two sheets have one name' },
  address: { ja: 'シートにない番地のセルがあります', en: 'it has addresses that no sheet has' },
  'same-address': { ja: '同じ番地のセルが2つあります', en: 'two cells have one address' },
  'shared-string': { ja: '文字列の番号が範囲の外です', en: 'it refers to a text that is not there' },
  merges: { ja: '結合セルが重なっています', en: 'its merged cells overlap' },
};

function limit({ limit, most, found, sheet }: Extract<SpreadsheetProblem, { code: 'limit' }>): Localized {
  if (limit === 'unpackingFactor')
    return {
      ja: `展開すると${most}倍を超える大きさになります。不審なファイルでなければ、Excelで開いて保存し直してください`,
      en: `is more than ${most} times as large once unpacked; unless it is suspicious, open it in Excel and save it again`,
    };
  const { ja, en, advice, scale = 1, unit } = counted[limit];
  const number = (count: number) => `${Math.ceil(count / scale).toLocaleString('en-US')}${unit ?? ''}`;
  const ofFound = found === undefined ? undefined : number(found);
  return {
    ja: `${sheet === undefined ? '' : `シート「${sheet}」の`}${ja}が上限（${number(most)}）を超えています${ofFound === undefined ? '' : `（${ofFound}）`}。${advice.ja}`,
    en: `${sheet === undefined ? 'has' : `has in its sheet "${sheet}"`} more ${en} than the ${number(most)} allowed${ofFound === undefined ? '' : ` (${ofFound})`}; ${advice.en}`,
  };
}

const split: Localized = {
  ja: '課ごとなどに分けて保存してください',
  en: 'split it, for instance by division',
};

const clear: Localized = {
  ja: '表のほかに文字が入っていないか確かめ、不要な列や行を削除してください',
  en: 'see whether something stands beside the table, and delete the rows and columns that are not needed',
};

const megabyte = 1024 * 1024;

const counted: Readonly<
  Record<
    Exclude<SpreadsheetLimit, 'unpackingFactor'>,
    Localized & { advice: Localized; scale?: number; unit?: string }
  >
> = {
  fileBytes: { ja: 'ファイルの大きさ', en: 'bytes', advice: split, scale: megabyte, unit: ' MB' },
  unpackedBytes: {
    ja: '展開後の大きさ',
    en: 'bytes, once unpacked,',
    advice: split,
    scale: megabyte,
    unit: ' MB',
  },
  entries: { ja: 'ファイルの中の部品の数', en: 'parts', advice: split },
  sheets: { ja: 'シートの数', en: 'sheets', advice: split },
  rows: { ja: '文字の入った行の数', en: 'rows with content', advice: clear },
  columns: { ja: '文字の入った列の数', en: 'columns with content', advice: clear },
  cells: { ja: '文字の入ったセルの数', en: 'cells with content', advice: split },
  sharedStrings: { ja: '文字列の数', en: 'different texts', advice: split },
  cellCharacters: {
    ja: '1つのセルの文字数',
    en: 'characters in a cell',
    advice: { ja: '文章を短くするか分けてください', en: 'shorten or split the text' },
  },
  merges: { ja: '結合セルの数', en: 'merged cells', advice: clear },
};
