import type { Localized } from '../../base/localized.ts';

/** What is said of to-do workbooks beside their answers. */
export const toDoTexts = {
  noInventory: (folder: string): Localized => ({
    ja: `${folder} に台帳のファイルがありません。--out には、回答を書き込む台帳のフォルダーを指定してください`,
    en: `${folder} has no inventory files; --out names the folder of the inventory that the answers go into`,
  }),
  noToDo: {
    ja: 'sekisho export todo が書き出した表ではありません（【回答】と取込用の番号の列がありません）。新しい台帳であれば sekisho import register で取り込みます',
    en: 'is no workbook that sekisho export todo wrote: it lacks the columns of answers and of keys; a register is imported with sekisho import register',
  },
} as const;
