import type { Localized } from '../../base/localized.ts';
import { plural } from '../../result/words.ts';

/** What is said of to-do workbooks beside their answers. */
export const toDoTexts = {
  written: (files: readonly string[], asked: number, others: number): Localized => ({
    ja: `${files.join('、')} に書き出しました（回答を求める項目 ${asked}件${others === 0 ? '' : `、台帳に直接書くもの ${others}件`}）`,
    en: `written: ${files.join(', ')} (${plural(asked, 'fact')} to answer${others === 0 ? '' : `, ${others} to write into the inventory itself`})`,
  }),
  nothing: {
    ja: '書き足すことはないので、何も書き出していません',
    en: 'there is nothing to add, so nothing was written',
  },
  next: (files: readonly string[]): Localized => ({
    ja: `次に: 回答された表を sekisho import todo ${files[0]} --out <台帳のフォルダー> で取り込む`,
    en: `next: take the answers back with sekisho import todo ${files[0]} --out <folder of the inventory>`,
  }),
  there: (files: readonly string[]): Localized => ({
    ja: `既にあるファイルは、回答が書かれているかもしれないので上書きしません: ${files.join('、')}。--out に別のフォルダーを指定してください`,
    en: `what is there may hold answers and is not overwritten: ${files.join(', ')}; name another folder with --out`,
  }),
  badDue: (given: string): Localized => ({
    ja: `--due の「${given}」は日付ではありません。2027-01-29 か R9.1.29 のように書いてください`,
    en: `--due: "${given}" is no day; write it as 2027-01-29 or R9.1.29`,
  }),
  noInventory: (folder: string): Localized => ({
    ja: `${folder} に台帳のファイルがありません。--out には、回答を書き込む台帳のフォルダーを指定してください`,
    en: `${folder} has no inventory files; --out names the folder of the inventory that the answers go into`,
  }),
  noToDo: {
    ja: 'sekisho export todo が書き出した表ではありません（【回答】と取込用の番号の列がありません）。新しい台帳であれば sekisho import register で取り込みます',
    en: 'is no workbook that sekisho export todo wrote: it lacks the columns of answers and of keys; a register is imported with sekisho import register',
  },
} as const;
