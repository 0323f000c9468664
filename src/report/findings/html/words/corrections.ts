import type { Language } from '../../../../base/localized.ts';
import type { CorrectionAccount } from '../../../../result/result.ts';

type Words = Readonly<Record<NonNullable<CorrectionAccount['state']>, string>>;

const ja = {
  table: '改善措置',
  correction: '改善事項',
  covered: '対象',
  owner: '担当課',
  due: '期限',
  state: '対応状況',
  done: '完了確認日',
  findings: '残る指摘',
  states: { planned: '予定', underway: '対応中', done: '完了', declined: '改善しない' } satisfies Words,
  overdue: '期限を過ぎています',
  audit: (name: string, date: string) => `前回の監査（${name}、${date}）の指摘事項`,
  auditFinding: '指摘事項',
  followedBy: '改善措置',
  notFollowed: '改善措置の記載なし',
  others: 'この監査を挙げる、ほかの改善措置',
  allFindings: 'ルールの指摘のすべて',
};

const en: typeof ja = {
  table: 'Corrections',
  correction: 'What is mended',
  covered: 'For',
  owner: 'Owner',
  due: 'Due',
  state: 'State',
  done: 'Done on',
  findings: 'Findings left',
  states: { planned: 'planned', underway: 'under way', done: 'done', declined: 'declined' },
  overdue: 'overdue',
  audit: (name, date) => `What the last audit found (${name}, ${date})`,
  auditFinding: 'Finding of the audit',
  followedBy: 'Corrections',
  notFollowed: 'no correction is listed',
  others: 'Other corrections that name this audit',
  allFindings: 'all findings of its rules',
};

/** What the report says of corrections. */
export const correctionTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
