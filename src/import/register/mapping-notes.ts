import type { Language, Localized } from '../../base/localized.ts';
import type { AddedColumn, AddedQuestion, AddedSheet } from './mapping-file.ts';
import { questionWords } from './question-words.ts';
import type { OpenQuestion, ReadSheet } from './records.ts';
import type { OpenReference } from './references.ts';
import type { MappedTable } from './sheets.ts';

/** The comment that a new mapping begins with. */
export const mappingHeading: Readonly<Record<Language, string>> = {
  ja: [
    '台帳（Excel等）の列と、sekishoの項目の対応表です。sekisho import register が書き足し、書かれたものは変えません。',
    'guess: は推測です。正しければ guess を field に（シートでは section に）書き換えてください。違えば項目を直してください。',
    '項目の一覧は sekisho explain <区分> で分かります。判定に用いない項目は x- で始めます。',
    'answers: の右が空欄のものは問いです。項目の値か、対象外・未記入・そのまま のいずれかを書いてください。',
  ].join('\n'),
  en: [
    'What the columns of a register are. sekisho import register adds to this file, and changes nothing that is written.',
    'guess: is a guess. If it is right, make it field (of a sheet: section); otherwise write the field that it is.',
    'sekisho explain <section> lists the fields. What is kept and not judged begins with x-.',
    'Under answers: what has nothing behind it is a question. Write a value of the field, or not-applicable, blank or keep.',
  ].join('\n'),
};

/** @returns what the mapping lacks of a sheet, with the questions that reading it raised; `undefined` where it lacks nothing */
export function askedOf(
  { added, file, sheet, mapped, read }: MappedTable & { readonly read: ReadSheet | undefined },
  language: Language,
): AddedSheet | undefined {
  const columns = new Map<string, AddedColumn>();
  const keyOf = ({ header, occurrence }: Pick<AddedColumn, 'header' | 'occurrence'>) =>
    `${header}\n${occurrence}`;
  for (const column of added?.columns ?? [])
    columns.set(keyOf(column), { ...column, ...noteOf(column, language) });
  for (const question of read?.questions ?? []) {
    const { mapped: known, occurrence } = question.column;
    if (known.answers.has(question.word)) continue;
    const at = { header: known.header, occurrence };
    const column = columns.get(keyOf(at)) ?? { ...at, questions: [] };
    columns.set(keyOf(at), { ...column, questions: [...column.questions, asked(question, language)] });
  }
  const incomplete = mapped.asksComplete ? [] : (read?.incomplete ?? []);
  const hasNew = columns.size > 0 || incomplete.length > 0;
  if (!hasNew && added === undefined) return undefined;
  return {
    ...(added ?? { file, sheet: sheet.name }),
    columns: [...columns.values()],
    ...(incomplete.length === 0
      ? {}
      : { complete: { fields: incomplete, note: completeNote(incomplete)[language] } }),
  };
}

function noteOf({ field, guess, rowNumber }: AddedColumn, language: Language): Pick<AddedColumn, 'note'> {
  if (guess !== undefined) return { note: confirm[language] };
  return field === undefined && !rowNumber ? { note: notTaken[language] } : {};
}

/** Of a column of a table that updates records. */
const notTaken: Localized = {
  ja: '取り込まない。取り込むなら field に項目を書く',
  en: 'not taken; to take it, write its field under field',
};

const confirm: Localized = {
  ja: '推測。正しければ guess を field に書き換える',
  en: 'a guess; if it is right, make it field',
};

function asked({ word, code, proposed, cells }: OpenQuestion, language: Language): AddedQuestion {
  const [first = '', second, third] = cells;
  const shown = [first, second, third].filter((one) => one !== undefined).join(', ');
  const more =
    cells.length > 3 ? { ja: ` ほか${cells.length - 3}件`, en: ` and ${cells.length - 3} more` } : undefined;
  const words = code === 'nothing' ? nothing : questionWords(code);
  const likely =
    proposed === undefined
      ? ''
      : { ja: `（${JSON.stringify(proposed)} か）`, en: ` (${JSON.stringify(proposed)}?)` }[language];
  return {
    word,
    note: `${shown}${more?.[language] ?? ''}: ${words[language]}${likely}`.replaceAll(/\s+/gu, ' '),
  };
}

const nothing: Localized = {
  ja: 'この1件に当てはまらないなら 対象外（書き足すことの一覧で再び尋ねません）、無いという意味なら ×、書かれていないなら 未記入',
  en: 'not-applicable if it does not apply (no to-do list asks for it again), × if it means no, blank if it was not filled in',
};

function completeNote(lists: readonly string[]): Localized {
  const named = lists.join(', ');
  return {
    ja: `列の無い種類を「含まない」と読んでよければ [${named}] と書く（書くまで ${named} は取り込まない）`,
    en: `write [${named}] if what has no column is not held either; until then ${named} is not imported`,
  };
}

/** What to do about a name that stands for no record. */
export function referenceNote({ guess, cells, section }: OpenReference): Localized {
  const [first = ''] = cells;
  const more =
    cells.length > 1
      ? { ja: ` ほか${cells.length - 1}件`, en: ` and ${cells.length - 1} more` }
      : { ja: '', en: '' };
  return guess === undefined
    ? {
        ja: `${first}${more.ja}: 台帳に無い名称。${section} のどの id か。無ければ ${section} に1件加える`,
        en: `${first}${more.en}: in no register; write the id in ${section}, or add a record there`,
      }
    : {
        ja: `${first}${more.ja}: 「${guess.name}」か。正しければ guess を id に書き換える`,
        en: `${first}${more.en}: “${guess.name}”? If it is right, make it id`,
      };
}
