import type { Day } from '../../base/date.ts';
import type { Language, Localized } from '../../base/localized.ts';
import type { Suppression } from '../../result/result.ts';
import { plural } from '../../result/words.ts';

/** What the reports for pipelines say around the findings, in one language. */
export interface PipelineText {
  /** what is done to learn the verdicts, as the name of a suite of tests */
  readonly run: string;
  readonly where: string;
  readonly suppressed: (suppression: Suppression) => string;
  readonly noRecords: string;
  readonly notJudged: string;
  /** of a rule that only clauses ask for which are not in force yet */
  readonly announced: (day: Day) => string;
}

const ja: PipelineText = {
  run: '判定の実行',
  where: '場所',
  suppressed: ({ kind, id, approver, expiresAsWritten, justification }) =>
    kind === 'baseline'
      ? `既知の指摘（基準時点から継続）${justification === '' ? '' : `: ${justification}`}`
      : `例外措置${id === undefined ? '' : ` ${id} `}の適用中: ${[
          justification,
          ...(approver === undefined ? [] : [`承認 ${approver}`]),
          ...(expiresAsWritten === undefined ? [] : [`${expiresAsWritten} まで`]),
        ].join('、')}`,
  noRecords: '対象となる記録が台帳にありません',
  notJudged: '判定できなかった記録があります',
  announced: (day) => `このルールを求める条項は、${day} から効力を生じます`,
};

const en: PipelineText = {
  run: 'The run itself',
  where: 'at',
  suppressed: ({ kind, id, approver, expiresAsWritten, justification }) =>
    kind === 'baseline'
      ? `known since the baseline${justification === '' ? '' : `: ${justification}`}`
      : `under exception${id === undefined ? '' : ` ${id}`}: ${[
          justification,
          ...(approver === undefined ? [] : [`approved by ${approver}`]),
          ...(expiresAsWritten === undefined ? [] : [`until ${expiresAsWritten}`]),
        ].join(', ')}`,
  noRecords: 'the inventory has no record of the kind that it judges',
  notJudged: 'some records could not be judged',
  announced: (day) => `the clauses that ask for it are in force from ${day} on`,
};

/** The texts of the reports for pipelines in every language. */
export const pipelineTexts: Readonly<Record<Language, PipelineText>> = { ja, en };

/** What GitHub leaves out of the annotations of a step. */
export function annotationsLeftOut(shown: number, all: number): Localized {
  return {
    ja: `GitHub が注釈として示すのは1ステップにつきエラー・警告・情報が各10件までです。${all}件のうち重いものから${shown}件が示され、残り${all - shown}件はログだけに残ります`,
    en: `GitHub shows ten errors, ten warnings and ten notices of a step as annotations: ${shown} of ${plural(all, 'finding')}, the heaviest first; the rest, ${all - shown}, in the log alone`,
  };
}
