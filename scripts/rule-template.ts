import { defineFactRule, ofType } from '#rule';

/** 〔What it asks for, in a sentence, and the clauses that ask for it: 熊谷市 6(3) (our reading).〕 */
export const newRule = defineFactRule({
  id: 'area/new-rule',
  title: { ja: '〔よい状態を一文で〕', en: '〔The good condition, as a sentence〕' },
  rationale: {
    ja: '〔なぜ必要か。そうでなければ何が起こるか。〕',
    en: '〔Why it matters: what happens where it is not so.〕',
  },
  remedy: { ja: '〔何をし、台帳のどこに何と書くか。〕', en: '〔What to do, and what to write where.〕' },
  appliesTo: 'facilities',
  field: 'entryLog',
  when: ofType('archive'),
  violation: {
    ja: '〔何が欠けているか。記録の名に続けて、句点なしで〕',
    en: '〔what is wrong, going on from the name of the record, without a full stop〕',
  },
  examples: {
    pass: `
facilities:
  - id: town-archive
    name: 本庁舎地下 文書庫
    type: archive
    entryLog: true
`,
    fail: `
facilities:
  - id: branch-archive
    name: 東支所 書庫
    type: archive
    entryLog: false
`,
    unknown: `
facilities:
  - id: annex-archive
    name: 第2庁舎 書庫
    type: archive
`,
  },
  mutation: { set: { 'facilities/archive entryLog': false } },
});
