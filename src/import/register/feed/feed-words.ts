import { inventoryShape } from '../../../../generated/shapes.ts';
import type { Localized } from '../../../base/localized.ts';
import { reasons, wordValue } from '../../merge/merge-words.ts';
import type { UsedColumn } from '../records.ts';
import type { AppliedFeed, RefusedRow } from './feed-result.ts';
import type { FeedSheet } from './feed-rows.ts';

/** Tells of a sheet whose rows update records what it is and what is taken from it. */
export function tellFeedSheet(
  name: Localized,
  { update, read }: FeedSheet,
  columns: readonly UsedColumn[],
): Localized[] {
  const { section, key } = update;
  const title = titleOf(section);
  const taken = columns.filter(({ mapped: { field } }) => field !== undefined).length;
  const guessed = columns.filter(
    ({ mapped: { field, guess } }) => field === undefined && guess !== undefined,
  ).length;
  const rest = columns.length - taken - guessed;
  const heading = {
    ja: `${name.ja} → ${title}の更新（${key} で照合）`,
    en: `${name.en} → updates ${section}, known by ${key}`,
  };
  const ofColumns = {
    ja: `  列 ${columns.length}: 対応 ${taken}、推測 ${guessed}、取り込まないもの ${rest}`,
    en: `  columns ${columns.length}: ${taken} mapped, ${guessed} guessed, ${rest} not taken`,
  };
  if (read === undefined)
    return [
      heading,
      ofColumns,
      {
        ja: `  ${key} の列が決まっていないので、1行も取り込めません。対応表で、${key} が入っている列に field: ${key} と書いてください`,
        en: `  no column is for ${key} yet, so that no row can be taken; write field: ${key} in the mapping at the column that holds it`,
      },
    ];
  const { rows, nameless, counts } = read;
  return [
    { ja: `${heading.ja}: ${rows.length}行`, en: `${heading.en}: ${rows.length} rows` },
    ofColumns,
    {
      ja: `  欄: 項目へ ${counts.values}、取り込まないもの ${counts.kept}、問い ${counts.asked}、空欄 ${counts.empty}`,
      en: `  cells: ${counts.values} to fields, ${counts.kept} not taken, ${counts.asked} asked, ${counts.empty} empty`,
    },
    ...(nameless.length === 0
      ? []
      : [
          {
            ja: `  ${key} が無いので取り込まない行: ${nameless.join('、')}`,
            en: `  rows without ${key}, which are not taken: ${nameless.join(', ')}`,
          },
        ]),
  ];
}

/** More rows than a person looks through at once. */
const mostRows = 50;

/** Tells which rows were not taken, and how many records no row is for. */
export function tellFeeds({ refused, passedOver, without }: AppliedFeed): Localized[] {
  const more = refused.length - mostRows;
  return [
    ...refused.slice(0, mostRows).map(wordRefused),
    ...(more > 0
      ? [{ ja: `取り込まない行: ほか${more}行`, en: `rows that are not taken: ${more} more` }]
      : []),
    ...(passedOver > 0
      ? [
          {
            ja: `台帳に記録が無いので読み飛ばした行: ${passedOver}`,
            en: `rows that were passed over, since the inventory has no record of them: ${passedOver}`,
          },
        ]
      : []),
    ...without
      .filter(({ records }) => records > 0)
      .map(({ section, records }) => ({
        ja: `表に行の無い${titleOf(section)}: ${records}件（そのままにします）`,
        en: `records of ${section} without a row: ${records} (they stay as they are)`,
      })),
  ];
}

/** Words why a row sets nothing, and what to do. */
function wordRefused(refused: RefusedRow): Localized {
  const { source, update, keys, keyCell } = refused.row;
  const row = {
    ja: `${source.file} ${source.sheet}の${source.row}行目は取り込みません: `,
    en: `row ${source.row} of ${source.file} ${source.sheet} is not taken: `,
  };
  const why = wordReason(refused, { key: `${update.key}「${keys.join('、')}」`, cell: keyCell });
  return { ja: row.ja + why.ja, en: row.en + why.en };
}

function wordReason(
  refused: RefusedRow,
  { key, cell }: { readonly key: string; readonly cell: string },
): Localized {
  const { update, keys } = refused.row;
  const known = { ja: key, en: `${update.key} "${keys.join(', ')}"` };
  switch (refused.why) {
    case 'no-record':
      return {
        ja: `${known.ja}（${cell}）の記録が ${update.section} にありません。台帳に1件加えてください。載せないものなら、対応表の update に ignoreOthers: true と書いてください`,
        en: `no record of ${update.section} has the ${known.en} (${cell}); add one to the inventory, or write ignoreOthers: true under update in the mapping if it does not belong there`,
      };
    case 'several-records':
      return {
        ja: `${known.ja}（${cell}）の記録が ${refused.places.length}件あります（${refused.places.join('、')}）。1件だけになるように直してください`,
        en: `${refused.places.length} records have the ${known.en} (${cell}): ${refused.places.join(', ')}; let only one of them have it`,
      };
    case 'several-rows':
      return {
        ja: `同じ記録（${known.ja}）の行が ${refused.rows.join('、')}行目にあります。どれが正しいか分からないので、1行だけにしてください`,
        en: `rows ${refused.rows.join(', ')} are for the same record (${known.en}), and nothing tells which is right; keep one of them`,
      };
    case 'older': {
      const [given, stands] = [wordValue(refused.given), wordValue(refused.stands)];
      return {
        ja: `${known.ja}の ${refused.path} が、${refused.cell} では ${given.ja} と、台帳（${refused.place}）の ${stands.ja} より前の日付です。新しい表を取り込むか、台帳の日付が誤りなら手で直してください`,
        en: `${refused.path} of ${known.en} is ${given.en} in ${refused.cell}, before the ${stands.en} that stands at ${refused.place}; import a newer table, or correct the date there if it is wrong`,
      };
    }
    case 'future': {
      const { path, today } = refused;
      const given = wordValue(refused.given);
      return {
        ja: `${known.ja}の ${path}（${refused.cell}）の ${given.ja} は、取り込む日（${today}）より後の日付です。機器の時計か表の日付を直し、書き出し直して取り込んでください`,
        en: `${path} of ${known.en} is ${given.en} in ${refused.cell}, which lies after today (${today}); correct the clock of the device or the date in the table, export it again and import that`,
      };
    }
    case 'not-editable':
      return {
        ja: `${refused.place}: ${known.ja}${refused.path === undefined ? '' : `の ${refused.path} `}を書き換えられません。${reasons[refused.reason].ja}`,
        en: `${refused.place}: ${refused.path === undefined ? '' : `${refused.path} of `}${known.en} cannot be changed: ${reasons[refused.reason].en}`,
      };
  }
}

function titleOf(section: keyof typeof inventoryShape.properties | string): string {
  return inventoryShape.properties?.[section]?.title ?? section;
}
