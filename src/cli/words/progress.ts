import type { Localized } from '../../base/localized.ts';

/** The texts of the progress line. */
export const progressTexts = {
  reading: (done: number, all: number): Localized => ({
    ja: `読み込み中 ${done}/${all} ファイル`,
    en: `reading: ${done} of ${all} files`,
  }),
  judging: (done: number, all: number): Localized => ({
    ja: `判定中 ${done}/${all} ルール`,
    en: `judging: ${done} of ${all} rules`,
  }),
};

/** The texts of the table of times. */
export const timingTexts = {
  title: { ja: '所要時間', en: 'Time' },
  phases: {
    load: { ja: '読み込み', en: 'load' },
    judge: { ja: '判定', en: 'judge' },
    report: { ja: '報告', en: 'report' },
  },
  rule: { ja: 'ルール', en: 'rule' },
  time: { ja: '時間', en: 'time' },
  share: { ja: '割合', en: 'share' },
  records: { ja: '記録', en: 'records' },
} as const satisfies Readonly<Record<string, Localized | Readonly<Record<string, Localized>>>>;
