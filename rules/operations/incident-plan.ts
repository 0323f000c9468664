import { defineDocumentRule } from '#rule';

/** A plan for incidents is drawn up: 熊谷市 6(6), 伊勢崎市 6(7). */
export const incidentPlan = defineDocumentRule({
  id: 'operations/incident-plan',
  title: { ja: '緊急時対応計画を策定する', en: 'A plan for responding to incidents is drawn up' },
  rationale: {
    ja: 'セキュリティ侵害が起きてから連絡先や手順を考えていては、被害が広がります。誰が何を判断し、どこへ連絡するかを前もって決めておけば、迅速かつ適切に対応できます。',
    en: 'If contacts and steps are only thought of once a breach has happened, the damage spreads. Settled beforehand who decides what and who is told, the response is quick and right.',
  },
  remedy: {
    ja: '緊急時対応計画を策定し、documents に type を incident-plan として載せ、施行日を adopted に書いてください。',
    en: 'Draw up an incident response plan, list it under documents with type: incident-plan, and write the day it comes into force in adopted.',
  },
  type: 'incident-plan',
  what: { ja: '緊急時対応計画', en: 'an incident response plan' },
  names: { inForce: '情報セキュリティ緊急時対応計画', draft: '宿場町情報セキュリティ緊急時対応計画（案）' },
  mutation: { set: { 'documents/incident-plan adopted': false }, at: 'organization' },
});
