import type { Localized } from '../../base/localized.ts';
import type { Merge } from '../merge/merge.ts';
import { wordChanged } from '../merge/merge-words.ts';
import { type Outcome, tellMerge } from '../merge/outcome-words.ts';
import { netboxSource } from './source-words.ts';

/** More changed fields than a person reads are counted. */
const mostChanges = 12;

/** What became of the inventory, and what comes next. */
export function tellNetboxMerge(merge: Merge, outcome: Outcome): Localized[] {
  return [
    ...(outcome.mode === 'written' ? [] : tellChanges(merge)),
    ...tellMerge(withoutCables(merge), outcome, netboxSource),
    ...tellRemovedCables(merge),
    ...tellOutcome(merge, outcome),
  ];
}

/**
 * People are asked to confirm connections that were guessed from cables, or to remove them: that they did is no news, however often
 * it is imported again.
 */
function withoutCables(merge: Merge): Merge {
  return {
    ...merge,
    kept: merge.kept.filter(({ section, path }) => section !== 'connections' || path !== 'confirmed'),
    removedByHand: merge.removedByHand.filter(({ section }) => section !== 'connections'),
  };
}

function tellRemovedCables({ removedByHand }: Merge): Localized[] {
  const cables = removedByHand.filter(({ section }) => section === 'connections').length;
  return cables === 0
    ? []
    : [
        {
          ja: `手で消された通信 ${cables}件は、ケーブルがあっても加えません`,
          en: `connections that were removed by hand and stay away, though their cables are there: ${cables}`,
        },
      ];
}

function tellChanges({ changed }: Merge): Localized[] {
  const more = changed.length - mostChanges;
  return [
    ...changed.slice(0, mostChanges).map((field) => wordChanged(field, netboxSource)),
    ...(more > 0 ? [{ ja: `ほか${more}項目が変わります`, en: `${more} more fields change` }] : []),
  ];
}

function tellOutcome({ added, changed, removed }: Merge, { written, mode, out }: Outcome): Localized[] {
  if (mode === 'held')
    return [
      {
        ja: '食い違いが解けるまで、何も書き込みません',
        en: 'nothing is written until the conflicts are settled',
      },
    ];
  if (written.length === 0) return [{ ja: '変更はありません', en: 'nothing has changed' }];
  const files = written.join(', ');
  const counts = {
    ja: `追加 ${added.length}件、変更 ${changed.length}項目、削除 ${removed.length}件`,
    en: `${added.length} added, ${changed.length} fields changed, ${removed.length} removed`,
  };
  if (mode === 'check')
    return [
      {
        ja: `台帳が NetBox に追いついていません（${counts.ja}）: ${files}。sekisho import netbox を実行してください`,
        en: `the inventory is behind NetBox (${counts.en}): ${files}; run sekisho import netbox`,
      },
    ];
  if (mode === 'dry-run')
    return [
      { ja: `書き込む内容（${counts.ja}）: ${files}`, en: `would be written (${counts.en}): ${files}` },
    ];
  return [
    { ja: `書き込みました（${counts.ja}）: ${files}`, en: `written (${counts.en}): ${files}` },
    { ja: `次に: sekisho check ${out} -p <ポリシー>`, en: `next: sekisho check ${out} -p <policy>` },
  ];
}
