import type { Localized } from '../../base/localized.ts';
import { isMapping } from '../../base/mapping.ts';
import type { CellChange, LikeResult, NotWritten, RowOfRecord, WhyUnwritten } from './result.ts';

/** What is said beside the result. */
export interface LikeFiles {
  readonly out: string;
  readonly original: string;
  /** of the inventory */
  readonly folder: string;
}

/** Words what became of a register, line by line; what is listed below a line is set in. */
export function tellLike(result: LikeResult, { out, original, folder }: LikeFiles): Localized[] {
  const { changed, appended, notWritten, gone, withoutColumn, newer } = result;
  return [
    ...changed.map(wordChange),
    ...appended.map((row) => ({ ja: `追加: ${wordRow(row).ja}`, en: `added: ${wordRow(row).en}` })),
    ...notWritten.map(wordNotWritten),
    ...gone.map((row) => ({
      ja: `YAML からなくなった記録の行は、消さずに残しました: ${wordRow(row).ja}`,
      en: `kept, though the record is gone from the YAML: ${wordRow(row).en}`,
    })),
    ...withoutColumn.map(({ section, path, count }) => ({
      ja: `列がないため YAML にだけあります: ${section} の ${path}（${count}件）`,
      en: `only in the YAML, since there is no column: ${path} of ${section} (${count})`,
    })),
    ...(newer === 0
      ? []
      : [
          {
            ja: `取り込みの後に元の表で変えられた値はそのままです（${newer}項目）。sekisho import register ${original} --out ${folder} で YAML に取り込めます`,
            en: `values changed in the register since the import stay (${newer}); sekisho import register ${original} --out ${folder} brings them into the YAML`,
          },
        ]),
    changed.length + appended.length === 0
      ? {
          ja: `書き込む変更はありません。${out} は ${original} と同じ内容です`,
          en: `nothing to write: ${out} is the same as ${original}`,
        }
      : {
          ja: `${out} に書き出しました（変更 ${changed.length}欄、追加 ${appended.length}行、書けなかったもの ${notWritten.length}件）`,
          en: `written: ${out} (cells changed: ${changed.length}, rows added: ${appended.length}, not written: ${notWritten.length})`,
        },
  ];
}

function wordRow({ sheet, row, section, id }: RowOfRecord): Localized {
  return {
    ja: `「${sheet}」${row}行目（${section}/${id}）`,
    en: `row ${row} of “${sheet}” (${section}/${id})`,
  };
}

function wordChange({ sheet, cell, id, from, to, replacesFormula }: CellChange): Localized {
  const [before, after] = [wordText(from), wordText(to)];
  return {
    ja: `「${sheet}」${cell}（${id}）: ${before.ja} → ${after.ja}${replacesFormula ? '（数式を値に置き換えました）' : ''}`,
    en: `“${sheet}” ${cell} (${id}): ${before.en} → ${after.en}${replacesFormula ? ' (in place of a formula)' : ''}`,
  };
}

function wordNotWritten({ sheet, cell, section, id, path, value, why }: NotWritten): Localized {
  const reason = reasons[why];
  const [place, of] = [cell === undefined ? '' : ` ${cell}`, path === undefined ? '' : ` ${path}`];
  const what = path === undefined ? { ja: '', en: '' } : wordValue(value);
  return {
    ja: `書けませんでした: 「${sheet}」${place.trim()}（${section}/${id}）${of}${what.ja}: ${reason.ja}`,
    en: `not written: “${sheet}”${place} (${section}/${id})${of}${what.en}: ${reason.en}`,
  };
}

const reasons: Readonly<Record<WhyUnwritten, Localized>> = {
  'no-form': {
    ja: 'この列に書いても、取り込んだときに同じ値に読める書き方が見つかりません。手で記入してください',
    en: 'nothing that could stand in this column reads back as the value; fill it in by hand',
  },
  merged: {
    ja: '結合されたセルや空欄で上の値を引き継ぐ列のため、ほかの行の値まで変わります。手で分けて記入してください',
    en: 'the cell is merged, or repeats the one above, so that other rows would change too; fill it in by hand',
  },
  'above-table': {
    ja: '表の上に書かれ、表のすべての行に共通です。表の上の欄を直すか、この項目の列を表に設けてください',
    en: 'it stands above the table, for all of its rows; change it there, or give the table a column for it',
  },
  bound: {
    ja: 'ほかのセルと共通の数式（共有数式・配列数式）のため、このセルだけを変えられません',
    en: 'its formula fills other cells, too, so that it cannot be changed alone',
  },
  unreachable: {
    ja: 'ファイルの書かれ方のため、このセルに書き込めません。表計算ソフトで保存し直してから試してください',
    en: 'the file is laid out so that nothing can be put into this cell; save it once in a spreadsheet program',
  },
  'beside-kept': {
    ja: '同じ欄の元の文が YAML の x- に残っています。置き換えてよければ、その x- の行を YAML から消してください',
    en: 'the text of the cell is still kept under x- in the YAML; remove it there if the value replaces it',
  },
  'missing-characters': {
    ja: 'ファイルの文字コードにない文字があります。UTF-8 か xlsx で保存し直してください',
    en: 'the encoding of the file lacks characters of it; save the original as UTF-8 or xlsx',
  },
  formula: {
    ja: 'この形式のファイルでは、表計算ソフトが数式として計算してしまいます。元の表を xlsx で保存し直すか、手で記入してください',
    en: 'a spreadsheet program would compute it in a file of this kind; save the original as xlsx, or fill it in by hand',
  },
  'both-changed': {
    ja: '取り込みの後に、元の表と YAML の両方で違う値に変えられています。どちらかに合わせてください',
    en: 'both the register and the YAML changed it since the import; make them agree',
  },
  'reads-otherwise': {
    ja: '書き込むと、取り込んだときにこの行の別の値が変わります。手で記入してください',
    en: 'its row would be read otherwise once it is written; fill it in by hand',
  },
  'another-record': {
    ja: '書き込むと、取り込んだときに別の記録とみなされます（管理番号の列がない表では、id は所管課と名称から作られます）',
    en: 'an import would take the row for another record (without a column for numbers, ids are made of division and name)',
  },
  'no-row': { ja: '元の表にこの記録の行がありません', en: 'the register has no row of this record' },
  'no-room': {
    ja: '表のすぐ下に、動かすと意味の変わるもの（表の中から続く結合セル、文字で場所を指す数式、コメント、ピボットテーブルなど）があり、行を加えられません。表計算ソフトで表の下に、加える件数より1行多く空の行を挿入してから試してください',
    en: 'what stands below the table would mean something else if it were moved (cells merged with the table, formulas that name places by texts, comments, pivot tables); insert empty rows below the table in a spreadsheet program, one more than records are added, and try again',
  },
  'several-sheets': {
    ja: '同じ種類の表が複数あり、どの表に加えるか決められません。手で加えてください',
    en: 'several sheets hold such records, so nobody can tell which it belongs to; add it by hand',
  },
};

function wordText(text: string): Localized {
  const line = text.replaceAll(/\r?\n/g, '⏎');
  return text === '' ? { ja: '（空欄）', en: '(empty)' } : { ja: line, en: line };
}

function wordValue(value: unknown): Localized {
  if (value === undefined) return { ja: '（YAML で消した値）', en: ' (removed in the YAML)' };
  const text = Array.isArray(value) || isMapping(value) ? JSON.stringify(value) : String(value);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return { ja: `「${short.replaceAll('\n', '⏎')}」`, en: ` “${short.replaceAll('\n', '⏎')}”` };
}
