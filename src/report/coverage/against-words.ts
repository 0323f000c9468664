import type { Language } from '../../base/localized.ts';
import type { ShownAgainst } from '../../result/coverage.ts';
import { coverageTexts } from './words.ts';

/** The texts of the coverage against another policy, in one language. */
export interface AgainstText {
  readonly title: (against: string) => string;
  readonly judgedBy: (policies: readonly string[]) => string;
  readonly status: Readonly<Record<ShownAgainst, string>>;
  readonly columns: Readonly<Record<'ref' | 'title' | 'modality' | 'status' | 'servedBy', string>>;
  /** where nothing serves any clause */
  readonly nothing: (example: string) => string;
}

/** The texts of the coverage against another policy, by language. */
export const againstTexts: Readonly<Record<Language, AgainstText>> = {
  ja: {
    title: (against) => `条項ごとの対応 ─ ${against}`,
    judgedBy: (policies) => `対応を調べるポリシー: ${policies.join('、')}`,
    status: { ...coverageTexts.ja.status, uncovered: '対応条項なし', 'not-needed': '対応不要' },
    columns: { ...coverageTexts.ja.columns, servedBy: '対応する条項' },
    nothing: (example) =>
      `この文書の条項に答える条項は、まだ1つもありません。答える条項に serves: ["${example}"] のように書いてください。`,
  },
  en: {
    title: (against) => `Who answers it, clause by clause: ${against}`,
    judgedBy: (policies) => `answered by: ${policies.join(', ')}`,
    status: { ...coverageTexts.en.status, uncovered: 'uncovered', 'not-needed': 'needs none' },
    columns: { ...coverageTexts.en.columns, servedBy: 'answered by' },
    nothing: (example) =>
      `No clause answers any clause of this document yet. Write serves: ["${example}"] in those that do.`,
  },
};
