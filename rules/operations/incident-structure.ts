import { defineDocumentRule } from '#rule';

/** A structure for responding to incidents is in place: 特別区人事・厚生事務組合 6(7). */
export const incidentStructure = defineDocumentRule({
  id: 'operations/incident-structure',
  title: { ja: '緊急対応体制を整備する', en: 'A structure for responding to incidents is in place' },
  rationale: {
    ja: 'セキュリティ侵害への対応では、複数の部署が短い時間で動く必要があります。役割と連絡の経路をあらかじめ定めた体制がなければ、初動が遅れ、被害が広がります。',
    en: 'When security is breached, several sections have to act within a short time. Unless tasks and lines of contact are laid down beforehand, the first steps come late and the damage spreads.',
  },
  remedy: {
    ja: '緊急時の役割と連絡の経路を定めて緊急対応体制を整備し、それを定めた文書を documents に type を incident-structure として載せ、施行日を adopted に書いてください。',
    en: 'Lay down who does what and who is told in an emergency, list the document that says so under documents with type: incident-structure, and write the day it comes into force in adopted.',
  },
  type: 'incident-structure',
  what: { ja: '緊急対応体制を定めた文書', en: 'a document that sets up the incident response structure' },
  names: { inForce: '情報セキュリティ緊急対応体制要綱', draft: '情報セキュリティ緊急対応体制要綱（案）' },
  mutation: { set: { 'documents/incident-structure adopted': false }, at: 'organization' },
});
