import { defineDocumentRule } from '#rule';

/**
 * Rules for staff are laid down: 熊谷市 6(4), 伊勢崎市 6(5), 特別区人事・厚生事務組合 6(5). The standards lay down what is to
 * be observed (具体的な遵守事項), so a document of its own is not asked for.
 */
export const rulesEstablished = defineDocumentRule({
  id: 'human/rules-established',
  title: { ja: '職員等が遵守すべき事項を定める', en: 'Rules for staff are laid down' },
  rationale: {
    ja: '何をしてはならず、何をしなければならないかが決まっていなければ、職員等はそれぞれの判断で動くほかありません。遵守すべき事項を定めておけば、教育の土台となり、違反があったときに是正を求める根拠にもなります。',
    en: 'Unless it is settled what must and must not be done, everyone can only follow their own judgement. Rules for staff are what training builds on, and the ground for demanding correction where they are broken.',
  },
  remedy: {
    ja: '職員等が遵守すべき事項を対策基準又は別の文書に定め、documents に type を standards（対策基準）又は staff-rules として載せ、施行日を adopted に書いてください。',
    en: 'Lay down rules for staff in the standards or in a document of their own, list it under documents with type: standards or staff-rules, and write the day it comes into force in adopted.',
  },
  type: ['staff-rules', 'standards'],
  what: {
    ja: '職員等が遵守すべき事項を定めた文書（対策基準を含む）',
    en: 'a document of rules for staff, such as the standards',
  },
  names: { inForce: '職員等の情報セキュリティ遵守事項', draft: '宿場町職員情報セキュリティ遵守事項（案）' },
  // The standards fulfil this rule as well, so the mutation removes both documents.
  mutation: {
    set: { 'documents/staff-rules adopted': false, 'documents/standards adopted': false },
    at: 'organization',
    also: ['evaluation/standards-established fail organization'],
  },
});
