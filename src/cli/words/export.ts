import type { Localized } from '../../base/localized.ts';

/** What is said of a workbook that was written. */
export const exportTexts = {
  written: (file: string, sheets: number, records: number): Localized => ({
    ja: `${file} に書き出しました（${sheets}シート、記録 ${records}件）`,
    en: `written: ${file} (${sheets} sheet${sheets === 1 ? '' : 's'}, ${records} record${records === 1 ? '' : 's'})`,
  }),
  next: (file: string): Localized => ({
    ja: `次に: 色の付いた欄を直し、sekisho import register ${file} --out <フォルダー> で取り込む（元の台帳のフォルダーに戻すなら、直す前に一度 --adopt を付けて取り込んでおく）`,
    en: `next: correct the coloured cells, then sekisho import register ${file} --out <folder> (to take them back to the folder of the inventory, import once with --adopt before correcting anything)`,
  }),
  begun: (file: string, sheets: number, policy: Localized): Localized => ({
    ja: `記入用の台帳を ${file} に書き出しました（${sheets}シート、ポリシー: ${policy.ja}）`,
    en: `register to fill in written: ${file} (${sheets} sheets; policy: ${policy.en})`,
  }),
  steps: { ja: '次に:', en: 'next:' },
  filling: (file: string, policy: string): readonly Localized[] => [
    {
      ja: `${file} を Excel などで開き、情報資産を3件書く（★ の列から。見出しを指すと書き方が出る）`,
      en: `open ${file} in Excel or another program and write three assets, the columns with ★ first; the notes of the headers say how`,
    },
    {
      ja: `sekisho import register ${file} --out <フォルダー>  取り込む（書き足したら、もう一度）`,
      en: `sekisho import register ${file} --out <folder>  takes it in (again whenever something was added)`,
    },
    {
      ja: `sekisho check <フォルダー> -p ${policy}  判定する`,
      en: `sekisho check <folder> -p ${policy}  judges it`,
    },
  ],
  invalid: (count: number): Localized => ({
    ja: `台帳の${count}か所の値は、書き方が誤っているため表に載せていません。場所は sekisho check で分かります`,
    en: `${count} place${count === 1 ? '' : 's'} of the inventory ${count === 1 ? 'is' : 'are'} invalid and not in the workbook; sekisho check tells where`,
  }),
};

/** Why no workbook is written. */
export const exportErrors = {
  noWorkbook: (given: string): Localized => ({
    ja: `書き出すファイルの名前は .xlsx で終わらせてください: ${given}`,
    en: `the name of the workbook must end in .xlsx: ${given}`,
  }),
  there: (file: string): Localized => ({
    ja: `${file} は既にあるので上書きしません。別の名前にするか、上書きしてよければ --force を付けてください`,
    en: `${file} is there already and is not overwritten; give another name, or --force`,
  }),
  mappingWithoutLike: {
    ja: '--mapping は、取り込んだ台帳を返す --like と一緒に使います',
    en: '--mapping goes with --like, which gives back a register that was imported',
  },
  likeJudgesNothing: {
    ja: '--like は判定しないので、--policy と --as-of とは一緒に使えません',
    en: '--like judges nothing, so that it goes with neither --policy nor --as-of',
  },
  neverImported: (file: string): Localized => ({
    ja: `${file} がありません。--like は、import register で取り込んだ台帳のフォルダーで使います`,
    en: `there is no ${file}; --like is for the folder of an inventory that import register wrote`,
  }),
  unknownOriginal: (file: string): Localized => ({
    ja: `${file} の表は対応表にありません。先に sekisho import register で取り込んでください`,
    en: `the mapping knows no sheet of ${file}; import it first with sekisho import register`,
  }),
  otherKind: (given: string, kind: string): Localized => ({
    ja: `書き出すファイルの名前は、元のファイルと同じ ${kind} で終わらせてください: ${given}`,
    en: `the name of the file must end in ${kind}, as that of the original does: ${given}`,
  }),
  registerAlone: {
    ja: '--xlsx は空の台帳だけを書き出すので、フォルダー、--extends、--ci とともには使えません',
    en: '--xlsx writes an empty register alone; leave out the folder, --extends and --ci',
  },
  noPolicy: {
    ja: 'どのポリシーの求める列を書くかを、--policy で指定してください（例: --policy minakami）',
    en: 'name the policy whose columns are to be written, as --policy minakami',
  },
  notWritten: {
    ja: '台帳のすべてを読めなかったか、判定が完了しなかったため、何も書き出していません',
    en: 'the inventory could not be read or judged as a whole, so nothing was written',
  },
};
