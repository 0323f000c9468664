import type { Localized } from '../../base/localized.ts';
import type { ToDoResult } from './index.ts';
import { wordAnswerConflict, wordLoneRemark, wordRefusal } from './words.ts';

/** How far an import of answers went. */
export interface ToDoOutcome {
  /** the files that were written, or would be */
  readonly written: readonly string[];
  readonly mode: 'written' | 'dry-run' | 'check';
  readonly out: string;
}

/** What became of every answer: first what a person has to see to, each with its cell. */
export function tellAnswers(result: ToDoResult, outcome: ToDoOutcome): Localized[] {
  const { taken, same, refused, conflicts, remarks, blank } = result;
  const notApplicable = taken.filter(({ meaning }) => meaning.values === undefined).length;
  return [
    ...refused.map(wordRefusal),
    ...conflicts.map(wordAnswerConflict),
    ...remarks.map(wordLoneRemark),
    {
      ja: `回答 ${taken.length + same.length + refused.length + conflicts.length}件: 取り込む ${taken.length}件${notApplicable === 0 ? '' : `（うち対象外 ${notApplicable}件）`}、台帳にあるもの ${same.length}件、取り込めないもの ${refused.length}件、食い違い ${conflicts.length}件。未回答 ${blank}件${remarks.length === 0 ? '' : `（うち備考だけのもの ${remarks.length}件）`}`,
      en: `${taken.length + same.length + refused.length + conflicts.length} answered: ${taken.length} to take${notApplicable === 0 ? '' : ` (${notApplicable} of them do not apply)`}, ${same.length} in the inventory already, ${refused.length} refused, ${conflicts.length} in conflict; ${blank} not answered${remarks.length === 0 ? '' : ` (${remarks.length} with a remark alone)`}`,
    },
    tellFiles(outcome),
    ...tellNext(result, outcome),
  ];
}

function tellFiles({ written, mode }: ToDoOutcome): Localized {
  if (written.length === 0) return { ja: '変更はありません', en: 'nothing has changed' };
  const files = written.join(', ');
  switch (mode) {
    case 'check':
      return {
        ja: `まだ台帳に取り込まれていない回答があります: ${files}。sekisho import todo を実行してください`,
        en: `there are answers that the inventory does not have yet: ${files}; run sekisho import todo`,
      };
    case 'dry-run':
      return { ja: `書き込むファイル: ${files}`, en: `would be written: ${files}` };
    case 'written':
      return { ja: `書き込みました: ${files}`, en: `written: ${files}` };
  }
}

function tellNext({ refused, conflicts }: ToDoResult, { written, mode, out }: ToDoOutcome): Localized[] {
  if (mode !== 'written') return [];
  if (refused.length + conflicts.length > 0)
    return [
      {
        ja: '次に: 取り込めなかった回答を直し、同じファイルをもう一度取り込んでください。取り込み済みの回答は変わりません',
        en: 'next: correct the answers that were not taken, and import the same files again; those that were taken stay as they are',
      },
    ];
  return written.length === 0 ? [] : [{ ja: `次に: sekisho check ${out}`, en: `next: sekisho check ${out}` }];
}
