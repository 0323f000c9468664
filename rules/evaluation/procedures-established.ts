import { defineDocumentRule } from '#rule';

/** The procedures that carry out the standards are drawn up: 熊谷市 10, 伊勢崎市 10, 特別区人事・厚生事務組合 10. */
export const proceduresEstablished = defineDocumentRule({
  id: 'evaluation/procedures-established',
  title: {
    ja: '情報セキュリティ実施手順を策定する',
    en: 'Procedures for carrying out the standards are drawn up',
  },
  rationale: {
    ja: '対策基準は守るべきことを定めますが、個々の情報システムや業務で何をどの順に行うかまでは示しません。実施手順があれば、担当者が替わっても同じ対策を続けられます。',
    en: 'The standards say what must be observed, not which steps to take in each system and task. With written procedures the measures go on unchanged when people move on.',
  },
  remedy: {
    ja: '対策基準に基づいて情報セキュリティ実施手順を策定し、documents に type を procedures として載せ、施行日を adopted に書いてください。',
    en: 'Draw up procedures based on the standards, list them under documents with type: procedures, and write the day they come into force in adopted.',
  },
  type: 'procedures',
  what: { ja: '情報セキュリティ実施手順', en: 'a security procedure' },
  names: {
    inForce: '基幹系システム情報セキュリティ実施手順',
    draft: '庁内ネットワーク情報セキュリティ実施手順（案）',
  },
  mutation: {
    set: { 'documents/procedures-mynumber adopted': false, 'documents/procedures-office adopted': false },
    at: 'organization',
  },
});
