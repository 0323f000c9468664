import { defineFactRule, ofType } from '#rule';

/** Procedures are withheld: 熊谷市 10, 伊勢崎市 10, 特別区人事・厚生事務組合 10. */
export const proceduresUnpublished = defineFactRule({
  id: 'evaluation/procedures-unpublished',
  title: { ja: '情報セキュリティ実施手順を公表しない', en: 'Security procedures are not published' },
  rationale: {
    ja: '実施手順には、設定や運用の細部まで書かれています。公にすると、攻撃しようとする者に手掛かりを与え、行政運営に重大な支障を及ぼすおそれがあります。',
    en: 'Procedures go into the details of settings and operation. Made public, they would give an attacker leads, and administration could be seriously disrupted.',
  },
  remedy: {
    ja: '公開しているサイト等から実施手順を取り下げ、published を false に改めてください。',
    en: 'Take the procedure off the website or wherever it is published, and change published to false.',
  },
  appliesTo: 'documents',
  field: 'published',
  wanted: false,
  when: ofType('procedures'),
  violation: { ja: '実施手順ですが、公表されています', en: 'is a security procedure, yet is published' },
  examples: {
    pass: `
documents:
  - id: core-system-procedure
    name: 基幹系システム情報セキュリティ実施手順
    type: procedures
    published: false
`,
    fail: `
documents:
  - id: office-procedure
    name: 庁内端末・ファイル取扱い実施手順
    type: procedures
    published: true
`,
    unknown: `
documents:
  - id: core-system-procedure
    name: 基幹系システム情報セキュリティ実施手順
    type: procedures
`,
  },
  mutation: { set: { 'documents/procedures-office published': true } },
});
