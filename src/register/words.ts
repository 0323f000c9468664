import type { Localized } from '../base/localized.ts';
import type { StateProblem } from './read-state.ts';

/** Words why a file is no state of an import, to follow its name, and what to do. */
export function wordStateProblem(problem: StateProblem): Localized {
  const what = stateProblems[problem.code];
  const detail = problem.detail === undefined ? '' : ` (${problem.detail})`;
  return { ja: `${what.ja}${detail}。${mend.ja}`, en: `${what.en}${detail}; ${mend.en}` };
}

const mend: Localized = {
  ja: '版管理から前の内容に戻すか、消して --adopt で取り込み直してください',
  en: 'restore it from version control, or remove it and import with --adopt',
};

const stateProblems: Readonly<Record<StateProblem['code'], Localized>> = {
  unreadable: { ja: '読めません', en: 'cannot be read' },
  'too-large': { ja: '大きすぎます', en: 'is too large' },
  damaged: { ja: '壊れています', en: 'is damaged' },
  'merge-markers': { ja: 'git の競合の印が残っています', en: 'holds the marks of a conflict of git' },
  foreign: { ja: '取り込みの記録ではありません', en: 'is no record of an import' },
  version: { ja: '新しい版の sekisho の記録です', en: 'was written by a newer sekisho' },
  'bad-record': { ja: '1件の記録が正しくありません', en: 'has a record that is not right' },
  'duplicate-record': { ja: '同じ1件が2行にあります', en: 'has one record on two lines' },
};
