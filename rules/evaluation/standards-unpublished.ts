import { defineFactRule, ofType } from '#rule';

/** The standards of measures are withheld: 特別区人事・厚生事務組合 9. */
export const standardsUnpublished = defineFactRule({
  id: 'evaluation/standards-unpublished',
  title: { ja: '情報セキュリティ対策基準を公表しない', en: 'Security standards are not published' },
  rationale: {
    ja: '対策基準には、どの対策をどこまで行うかが具体的に書かれています。公にすると、攻撃しようとする者に守りの弱いところを教えることになり、行政運営に重大な支障を及ぼすおそれがあります。',
    en: 'The standards say in detail which measures are taken and how far they go. Made public, they would show an attacker where the defence is weak, and administration could be seriously disrupted.',
  },
  remedy: {
    ja: '公開しているサイト等から対策基準を取り下げ、published を false に改めてください。',
    en: 'Take the standards off the website or wherever they are published, and change published to false.',
  },
  appliesTo: 'documents',
  field: 'published',
  wanted: false,
  when: ofType('standards'),
  violation: {
    ja: '対策基準ですが、公表されています',
    en: 'is a set of security standards, yet is published',
  },
  examples: {
    pass: `
documents:
  - id: standards
    name: 関所組合情報セキュリティ対策基準
    type: standards
    published: false
`,
    fail: `
documents:
  - id: standards
    name: 関所組合情報セキュリティ対策基準
    type: standards
    published: true
`,
    unknown: `
documents:
  - id: standards
    name: 関所組合情報セキュリティ対策基準
    type: standards
`,
  },
  mutation: { set: { 'documents/standards published': true } },
});
