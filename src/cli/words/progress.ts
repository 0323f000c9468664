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
    find: { ja: 'ファイルを探す', en: 'find' },
    read: { ja: '読み込み', en: 'read' },
    parse: { ja: '構文の解析', en: 'parse' },
    validate: { ja: '語彙の検査', en: 'validate' },
    model: { ja: '参照の解決', en: 'model' },
    rules: { ja: 'ルールの判定', en: 'rules' },
    findings: { ja: '指摘の取りまとめ', en: 'findings' },
    report: { ja: '報告', en: 'report' },
  },
  rule: { ja: 'ルール', en: 'rule' },
  time: { ja: '時間', en: 'time' },
  share: { ja: '割合', en: 'share' },
  records: { ja: '記録', en: 'records' },
} as const satisfies Readonly<Record<string, Localized | Readonly<Record<string, Localized>>>>;
