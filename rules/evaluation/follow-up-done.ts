import { type Applicability, type Audit, defineFactRule, unknown } from '#rule';

/** Findings of audits and self-inspections are followed up: 特別区人事・厚生事務組合 6(9). */
export const followUpDone = defineFactRule({
  id: 'evaluation/follow-up-done',
  title: {
    ja: '監査や自己点検で指摘された事項を改善する',
    en: 'Findings of audits and self-inspections are followed up',
  },
  rationale: {
    ja: '監査や自己点検は、見付かった問題を直して初めて役に立ちます。指摘を放置すると、弱点を知りながら残すことになり、同じ指摘が繰り返されます。',
    en: 'Audits and self-inspections are of use only when what they find is put right. Left alone, a weakness stays although it is known, and the same finding comes back.',
  },
  remedy: {
    ja: '指摘事項を改善し、followUp を true に改めてください。指摘事項は findings に書き、1件もなければ findings に [] と書いてください。',
    en: 'Improve what was found and change followUp to true. List what was found in findings, or write findings: [] if there was nothing.',
  },
  appliesTo: 'audits',
  field: 'followUp',
  when: foundSomething,
  violation: { ja: '指摘事項の改善が行われていません', en: 'has findings that have not been followed up' },
  examples: {
    pass: `
audits:
  - id: audit-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
    findings: [退職者のアカウントが残っている]
    followUp: true
`,
    fail: `
audits:
  - id: inspection-r8
    name: 令和8年度情報セキュリティ自己点検
    type: self-inspection
    date: 令和8年9月18日
    findings: [離席時に画面をロックしていない, 書庫の施錠を確認した記録がない]
    followUp: false
`,
    unknown: `
audits:
  - id: audit-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
    findings: [退職者のアカウントが残っている]
`,
  },
  mutation: { set: { 'audits/外部監査-R8 followUp': false } },
});

/** Where the findings are not listed, a stated follow-up implies that there were some. */
function foundSomething({ findings, followUp }: Audit): Applicability {
  if (findings !== undefined) return findings.length > 0;
  return followUp === undefined ? unknown('findings') : true;
}
