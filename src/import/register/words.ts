import { inventoryShape } from '../../../generated/shapes.ts';
import type { Localized } from '../../base/localized.ts';
import { type Outcome, tellMerge } from '../merge/outcome-words.ts';
import { tellFeedSheet, tellFeeds } from './feed/feed-words.ts';
import type { RecordSection } from './fields.ts';
import type { RegisterResult } from './index.ts';
import type { SheetResult } from './read-registers.ts';
import type { NamedRecord, OpenReference } from './references.ts';
import { wordRenamed } from './renamed-words.ts';
import { registerSource } from './source-words.ts';

/** What became of every sheet, what is to be answered, and what comes next. */
export function tellRegister(result: RegisterResult, outcome: Outcome): Localized[] {
  const { merge, references, made, renamed, applied } = result;
  return [
    ...result.sheets.flatMap((sheet) => tellSheet(sheet, outcome)),
    ...renamed.map(wordRenamed),
    ...tellReferences(references),
    ...(made.length === 0
      ? []
      : [
          {
            ja: `名称から作成した記録: ${listed(made).ja}`,
            en: `records made from names: ${listed(made).en}`,
          },
        ]),
    ...tellMerge(merge, outcome, registerSource),
    ...(applied === undefined ? [] : tellFeeds(applied)),
    ...tellOutcome(result, outcome),
  ];
}

function tellSheet(
  { file, sheet, table, mapped, columns, read: ownRead, feed, gone, fresh }: SheetResult,
  { mode }: Outcome,
): Localized[] {
  const read = ownRead ?? feed?.read;
  const name = { ja: `${file}「${sheet.name}」`, en: `${file} "${sheet.name}"` };
  if (table === undefined || mapped.ignored)
    return [
      {
        ja: `${name.ja}: 取り込みません（台帳の表ではない）`,
        en: `${name.en}: left out; no table of a register`,
      },
    ];
  if (feed !== undefined && read === undefined) return tellFeedSheet(name, feed, columns);
  if (read === undefined) {
    const guess = mapped.guess === undefined ? undefined : sectionName(mapped.guess);
    return [
      guess === undefined
        ? {
            ja: `${name.ja}: 何の台帳か分からないので取り込みません。対応表の section に区分を書いてください。台帳でなければ ignored: true と書いてください`,
            en: `${name.en}: what its rows are is not clear, and none is imported; write the section in the mapping, or ignored: true if it is no register`,
          }
        : {
            ja: `${name.ja}: ${guess.ja} のようです。正しければ対応表の guess を section に書き換えてください`,
            en: `${name.en}: seems to be ${guess.en}; if so, make guess in the mapping section`,
          },
    ];
  }
  const section = sectionName(mapped.section ?? 'assets');
  const rows = read.rows.length;
  const lines: Localized[] =
    feed === undefined
      ? [
          {
            ja: `${name.ja} → ${section.ja}: ${rows}件`,
            en: `${name.en} → ${section.en}: ${count(rows, 'record')}`,
          },
          tellColumns(columns),
          tellCells(read.counts),
        ]
      : tellFeedSheet(name, feed, columns);
  if (table.skipped.length > 0)
    lines.push({
      ja: `  読み飛ばした行: ${table.skipped.map(({ row, why }) => `${row}行目（${skippedWords[why]?.ja}）`).join('、')}`,
      en: `  rows left out: ${table.skipped.map(({ row, why }) => `${row} (${skippedWords[why]?.en})`).join(', ')}`,
    });
  if (table.passedOver !== undefined)
    lines.push({
      ja: `  読み飛ばした列（sekisho の判定）: ${table.passedOver.join('、')}`,
      en: `  columns passed over (what sekisho found): ${table.passedOver.join(', ')}`,
    });
  lines.push(...tellOddities(read, table, columns, feed !== undefined));
  for (const header of gone)
    lines.push({
      ja: `  列「${header}」がありません。見出しを変えたのなら対応表の header を直し、列を無くしたのなら removed: true と書いてください`,
      en: `  the column "${header}" is gone; correct its header in the mapping if it was renamed, or write removed: true if it was removed`,
    });
  for (const header of fresh)
    lines.push(
      mode === 'written'
        ? {
            ja: `  新しい列「${header}」を対応表に加えました`,
            en: `  the new column "${header}" was added to the mapping`,
          }
        : {
            ja: `  新しい列「${header}」が対応表にありません`,
            en: `  the new column "${header}" is not in the mapping yet`,
          },
    );
  return lines;
}

function tellColumns(columns: SheetResult['columns']): Localized {
  const known = columns.filter(({ mapped }) => mapped.field !== undefined && !isKept(mapped.field));
  const guessed = columns.filter(({ mapped }) => mapped.field === undefined && mapped.guess !== undefined);
  const numbers = columns.filter(({ mapped }) => mapped.rowNumber);
  const rest = columns.length - known.length - guessed.length - numbers.length;
  return {
    ja: `  列 ${columns.length}: 対応 ${known.length}、推測 ${guessed.length}、x- に残すもの ${rest}、行番号 ${numbers.length}`,
    en: `  columns ${columns.length}: ${known.length} mapped, ${guessed.length} guessed, ${rest} kept under x-, ${numbers.length} row numbers`,
  };
}

function isKept(field: readonly string[]): boolean {
  return field.every((target) => target.startsWith('x-'));
}

function tellCells(counts: NonNullable<SheetResult['read']>['counts']): Localized {
  const { values, kept, asked, answered, repeated, rowNumbers, nameless, empty } = counts;
  const all = values + kept + asked + answered + repeated + rowNumbers + nameless + empty;
  return {
    ja: `  欄 ${all}: 項目へ ${values}、x- へ ${kept}、問い ${asked}、対象外・未記入 ${answered}、同上・結合 ${repeated}、行番号 ${rowNumbers}、${nameless === 0 ? '' : `名称の無い行 ${nameless}、`}空欄 ${empty}`,
    en: `  cells ${all}: ${values} to fields, ${kept} to x-, ${asked} asked, ${answered} not applicable or blank by answer, ${repeated} repeated, ${rowNumbers} row numbers, ${nameless === 0 ? '' : `${nameless} in rows without a name, `}${empty} empty`,
  };
}

const skippedWords: Readonly<Record<string, Localized>> = {
  title: { ja: '題名', en: 'title' },
  legend: { ja: '注記', en: 'note' },
  total: { ja: '合計', en: 'total' },
  'header-again': { ja: '見出しの繰返し', en: 'header again' },
  'blank-form': { ja: '番号だけの行', en: 'a number alone' },
};

/** More questions of a sheet, or about names, than a person answers at once are left to the mapping. */
const mostQuestions = 12;

function tellOddities(
  read: NonNullable<SheetResult['read']>,
  table: NonNullable<SheetResult['table']>,
  columns: SheetResult['columns'],
  isFeed: boolean,
): Localized[] {
  const hiddenRows = table.rows.filter(({ hidden }) => hidden).map(({ row }) => row);
  const hiddenColumns = columns.filter(({ column }) => column.hidden).map(({ column }) => column.header);
  const waiting = [...read.questions].sort((a, b) => a.column.column.column - b.column.column.column);
  const list = (items: readonly (string | number)[]) => {
    const shown = items.slice(0, 5);
    const more = items.length - shown.length;
    return {
      ja: `${shown.join('、')}${more > 0 ? ` ほか${more}` : ''}`,
      en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    };
  };
  const told = (items: readonly (string | number)[], ja: string, en: string): Localized[] =>
    items.length === 0 ? [] : [{ ja: `  ${ja}: ${list(items).ja}`, en: `  ${en}: ${list(items).en}` }];
  return [
    ...(isFeed
      ? []
      : told(read.nameless, '名称が無いので取り込めない行', 'rows without a name, which are no records')),
    ...told(hiddenRows, '非表示の行も取り込みました', 'hidden rows, imported as well'),
    ...told(hiddenColumns, '非表示の列も取り込みました', 'hidden columns, imported as well'),
    ...told(
      read.struckOut,
      '取消線のある欄（取り込みました。不要なら台帳から消してください）',
      'cells that are crossed out (imported; clear them if they no longer hold)',
    ),
    ...told(
      read.errors,
      isFeed ? '数式がエラーの欄（取り込みません）' : '数式がエラーの欄（x- に残しました）',
      `cells with a formula that failed (${isFeed ? 'not taken' : 'kept under x-'})`,
    ),
    ...waiting
      .slice(0, mostQuestions)
      .map(({ column, word, cells }) => ({
        ja: `  問い: 列「${column.mapped.header}」の「${word}」（${list(cells).ja}）の意味を対応表の answers に書いてください`,
        en: `  question: say in the mapping, under answers, what "${word}" in "${column.mapped.header}" (${list(cells).en}) means`,
      })),
    ...(waiting.length <= mostQuestions
      ? []
      : [
          {
            ja: `  問い: ほか${waiting.length - mostQuestions}件は対応表にあります`,
            en: `  question: ${waiting.length - mostQuestions} more stand in the mapping`,
          },
        ]),
    ...read.incomplete.map((field) => ({
      ja: `  問い: ${field} の列がすべてそろっているかを、対応表の complete に書いてください`,
      en: `  question: say in the mapping, under complete, whether the sheet has all columns for ${field}`,
    })),
  ];
}

/** The first of many records. */
function listed(records: readonly NamedRecord[]): Localized {
  const shown = records.slice(0, mostQuestions).map(({ section, id }) => `${section}/${id}`);
  const more = records.length - shown.length;
  return {
    ja: `${shown.join('、')}${more > 0 ? ` ほか${more}件` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

function tellReferences(references: readonly OpenReference[]): Localized[] {
  const told = references
    .slice(0, mostQuestions)
    .map(({ name, section, guess, cells }) => ({
      ja: `問い: 「${name}」（${cells[0]}${cells.length > 1 ? ` ほか${cells.length - 1}` : ''}）は${guess === undefined ? `${section} にありません。対応表の references に id を書くか、${section} に1件加えてください` : `「${guess.name}」ですか。対応表の references で確かめてください`}`,
      en: `question: "${name}" (${cells[0]}${cells.length > 1 ? ` and ${cells.length - 1} more` : ''}) ${guess === undefined ? `is not in ${section}; write its id under references in the mapping, or add a record` : `may be "${guess.name}"; confirm it under references in the mapping`}`,
    }));
  const more = references.length - told.length;
  if (more > 0)
    told.push({
      ja: `問い: 台帳に無い名称がほか${more}件、対応表の references にあります`,
      en: `question: ${more} more names stand for no record; they are under references in the mapping`,
    });
  return told;
}

function tellOutcome(result: RegisterResult, { written, mode, out }: Outcome): Localized[] {
  const { merge, applied, isRefused } = result;
  const { added, changed: merged, removed } = merge;
  if (mode === 'held')
    return [
      isRefused
        ? {
            ja: '列が確かめられるまで、何も書き込みません',
            en: 'nothing is written until the columns are settled',
          }
        : {
            ja: '食い違いが解けるまで、何も書き込みません',
            en: 'nothing is written until the conflicts are settled',
          },
    ];
  const changed = merged.length + (applied?.updated ?? []).flatMap(({ edits }) => edits).length;
  if (written.length === 0) return [{ ja: '変更はありません', en: 'nothing has changed' }];
  const files = written.join(', ');
  const counts = {
    ja: `追加 ${added.length}件、変更 ${changed}項目、削除 ${removed.length}件`,
    en: `${added.length} added, ${changed} fields changed, ${removed.length} removed`,
  };
  if (mode === 'check')
    return [
      {
        ja: `台帳（Excel等）に追いついていません（${counts.ja}）: ${files}。sekisho import register を実行してください`,
        en: `the inventory is behind its register (${counts.en}): ${files}; run sekisho import register`,
      },
    ];
  if (mode === 'dry-run')
    return [
      { ja: `書き込む内容（${counts.ja}）: ${files}`, en: `would be written (${counts.en}): ${files}` },
    ];
  return [
    { ja: `書き込みました（${counts.ja}）: ${files}`, en: `written (${counts.en}): ${files}` },
    !hasOpen(result)
      ? { ja: `次に: sekisho check ${out} -p <ポリシー>`, en: `next: sekisho check ${out} -p <policy>` }
      : {
          ja: `次に: 対応表の guess と問いを確かめ、もう一度取り込んでから sekisho check ${out} -p <ポリシー>`,
          en: `next: settle guesses and questions in the mapping, import again, then sekisho check ${out} -p <policy>`,
        },
  ];
}

/** Whether anything waits for an answer in the mapping. */
function hasOpen({ sheets, references }: RegisterResult): boolean {
  return (
    references.length > 0 ||
    sheets.some(({ table, mapped, columns, read: ownRead, feed }) => {
      if (table === undefined || mapped.ignored) return false;
      const read = ownRead ?? feed?.read;
      if (read === undefined || read.questions.length + read.incomplete.length > 0) return true;
      return columns.some(({ mapped: { field, guess } }) => field === undefined && guess !== undefined);
    })
  );
}

function sectionName(section: RecordSection): Localized {
  return { ja: inventoryShape.properties?.[section]?.title ?? section, en: section };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
