import { defineDocumentRule } from '#rule';

/** The response to incidents is prepared, by a plan or by a structure: 地方自治法施行規則16条の3 第1項第6号 (our reading). */
export const incidentResponsePrepared = defineDocumentRule({
  id: 'operations/incident-response-prepared',
  title: {
    ja: 'インシデントに備え、緊急時対応計画又は緊急対応体制を定める',
    en: 'A plan or a structure for responding to incidents is in force',
  },
  rationale: {
    ja: 'インシデントが起きてから、誰が集まり、どこへ連絡するかを考えていては、被害が広がります。計画であれ体制であれ、前もって定めたものがあれば、最初の動きが遅れません。',
    en: 'If who meets and who is told is only thought of once an incident has happened, the damage spreads. With a plan or a structure laid down beforehand, the first steps do not come late.',
  },
  remedy: {
    ja: '緊急時対応計画又は緊急対応体制を定め、documents に type を incident-plan 又は incident-structure として載せ、施行日を adopted に書いてください。',
    en: 'Lay down an incident response plan or structure, list it under documents with type: incident-plan or incident-structure, and write the day it comes into force in adopted.',
  },
  type: ['incident-plan', 'incident-structure'],
  what: { ja: '緊急時対応計画又は緊急対応体制を定めた文書', en: 'an incident response plan or structure' },
  names: { inForce: '情報セキュリティ緊急時対応計画', draft: '宿場町情報セキュリティ緊急時対応計画（案）' },
  mutation: {
    set: { 'documents/incident-plan adopted': false, 'documents/incident-structure adopted': false },
    at: 'organization',
    also: ['operations/incident-plan fail organization', 'operations/incident-structure fail organization'],
  },
});
