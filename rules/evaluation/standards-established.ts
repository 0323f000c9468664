import { defineDocumentRule } from '#rule';

/** The standards of measures are drawn up: 熊谷市 9, 伊勢崎市 9, 特別区人事・厚生事務組合 9. */
export const standardsEstablished = defineDocumentRule({
  id: 'evaluation/standards-established',
  title: { ja: '情報セキュリティ対策基準を策定する', en: 'Security standards are drawn up' },
  rationale: {
    ja: '基本方針は対策の目的と柱を示すもので、何をどこまで行うかは定めていません。対策基準に具体的な遵守事項と判断基準があれば、どの部署でも同じ水準で対策を行えます。',
    en: 'A basic policy gives the aims and the outline, not what to do and how far to go. With concrete duties and criteria in the standards, every section works to the same level.',
  },
  remedy: {
    ja: '情報セキュリティ対策基準を策定し、documents に type を standards として載せ、施行日を adopted に書いてください。',
    en: 'Draw up security standards, list them under documents with type: standards, and write the day they come into force in adopted.',
  },
  type: 'standards',
  what: { ja: '情報セキュリティ対策基準', en: 'a set of security standards' },
  names: { inForce: '関所市情報セキュリティ対策基準', draft: '宿場町情報セキュリティ対策基準（案）' },
  mutation: { set: { 'documents/standards adopted': false }, at: 'organization' },
});
