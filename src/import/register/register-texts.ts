import type { Localized } from '../../base/localized.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { RecordSection } from './fields.ts';
import type { Update } from './mapping.ts';

/** What stands in the way of an import of registers, apart from what is said of all files alike. */
export const registerTexts = {
  updateAndKey: {
    ja: '--update（書き換える区分）と --key（記録と照合する項目）は、両方を指定してください。例: --update systems --key id',
    en: '--update (the section) and --key (the field by which records are known) go together; for example --update systems --key id',
  } satisfies Localized,
  updateAlone: (option: string): Localized => ({
    ja: `--update は既にある記録を書き換えるだけなので、${option} と一緒には指定できません。どちらかを外してください`,
    en: `--update only changes records that are there, so it cannot be given with ${option}; leave out one of them`,
  }),
  noKey: (section: RecordSection, key: string): Localized => ({
    ja: `${section} の記録は「${key}」では照合できません。id、name、addresses、x- で始まる項目のように、記録ごとに異なる値を持つ項目を指定してください`,
    en: `records of ${section} cannot be known by "${key}"; name a field that tells them apart, such as id, name, addresses or one that begins with x-`,
  }),
  notUpdatable: (target: string): Localized => ({
    ja: `${target} は、既にある記録を書き換える表では扱えません（一覧の一部だけを表に合わせると、残りが失われます）。この列から field を消してください`,
    en: `${target} cannot be set by a table that updates records: it is a part of a list, of which the rest would be lost; remove field from this column`,
  }),
  twoUses: (sheet: string): Localized => ({
    ja: `シート「${sheet}」に section と update の両方があります。行を記録として取り込むなら update を、既にある記録を書き換えるなら section を消してください`,
    en: `the sheet "${sheet}" has both section and update; remove update if its rows are records, or section if they only update some`,
  }),
  isRegister: (file: string, sheet: string, mapping: string): Localized => ({
    ja: `${file}「${sheet}」は、${mapping} では行を記録として取り込むシートです。--update を外すか、対応表の section を消してください`,
    en: `the rows of ${file} "${sheet}" are records by ${mapping}; leave out --update, or remove its section there`,
  }),
  otherUpdate: (file: string, sheet: string, { section, key }: Update, mapping: string): Localized => ({
    ja: `${file}「${sheet}」は、${mapping} では --update ${section} --key ${key} です。指定を外すか、対応表の update を直してください`,
    en: `${file} "${sheet}" has update ${section} and key ${key} in ${mapping}; leave the options out, or correct update there`,
  }),
  sameName: (name: string): Localized => ({
    ja: `同じ名前のファイルが2つあります: ${name}。対応表で区別できないので、どちらかの名前を変えてください`,
    en: `two files are called ${name}; the mapping could not tell them apart, so rename one of them`,
  }),
  tooLarge: (bytes: number, limit: number): Localized => ({
    ja: `大きすぎます (${megabytes(bytes)} MB、上限 ${megabytes(limit)} MB)。シートを分けて保存してください`,
    en: `is too large (${megabytes(bytes)} MB of at most ${megabytes(limit)} MB); save its sheets as files of their own`,
  }),
  noSection: (option: string, given: string, sections: readonly string[]): Localized => ({
    ja: `${option} に「${given}」という区分はありません。${sections.join('、')} のいずれかを指定してください`,
    en: `${option}: there is no section "${given}"; give one of ${sections.join(', ')}`,
  }),
  noSheet: (given: string, sheets: readonly string[]): Localized => ({
    ja: `--sheet の「${given}」というシートはありません。あるのは ${sheets.map((name) => `「${name}」`).join('')} です`,
    en: `--sheet: there is no sheet "${given}"; there are ${sheets.map((name) => `"${name}"`).join(', ')}`,
  }),
  noField: ({
    section,
    target,
    suggestion,
  }: {
    readonly section: RecordSection;
    readonly target: string;
    readonly suggestion: string | undefined;
  }): Localized => ({
    ja: `${section} に、欄から取り込める項目「${target}」はありません。${suggestion === undefined ? '' : `${suggestion} ではありませんか。`}項目の一覧は sekisho explain ${section} で分かります。判定に用いないなら x- で始めてください`,
    en: `${section} has no field "${target}" that a cell can fill${suggestion === undefined ? '' : `; did you mean ${suggestion}?`} (sekisho explain ${section} lists them; begin it with x- to keep it and not judge it)`,
  }),
  sameSheet: ({ sheet, first }: { readonly sheet: string; readonly first: Position }): Localized => ({
    ja: `シート「${sheet}」は ${first.line}行目にもあります。どちらかを消してください`,
    en: `the sheet "${sheet}" stands on line ${first.line} as well; remove one of the two`,
  }),
  sameField: ({ target, first }: { readonly target: string; readonly first: Position }): Localized => ({
    ja: `${target} には ${first.line}行目の列も当てられています。値は1つなので、どちらかを x- で始まる項目にしてください`,
    en: `the column on line ${first.line} is for ${target} as well, which has one value; make one of the two a field that begins with x-`,
  }),
  takenId: (id: string, file: string): Localized => ({
    ja: `id「${id}」の記録が既にここにあります。同じものなら ${file} に移して --adopt を付け、別のものならどちらかの id を改めてください`,
    en: `a record of the id "${id}" stands here already; if it is the same, move it to ${file} and import with --adopt, else change one of the ids`,
  }),
  notAList: (section: string): Localized => ({
    ja: `${section} は台帳の行から取り込める区分ではありません。別の区分を書くか、ignored: true としてください`,
    en: `rows cannot be imported as ${section}; write another section, or ignored: true`,
  }),
};

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
