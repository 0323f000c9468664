import { defineRule, documentInForce, type Localized } from '#rule';

/** A plan for incidents is drawn up: 熊谷市 6(6), 伊勢崎市 6(7). */
export const incidentPlan = defineRule({
  id: 'operations/incident-plan',
  title: {
    ja: '緊急時対応計画を策定する',
    en: 'A plan for responding to incidents is drawn up',
  },
  rationale: {
    ja: 'セキュリティ侵害が起きてから連絡先や手順を考えていては、被害が広がります。誰が何を判断し、どこへ連絡するかを前もって決めておけば、迅速かつ適切に対応できます。',
    en: 'If contacts and steps are only thought of once a breach has happened, the damage spreads. Settled beforehand who decides what and who is told, the response is quick and right.',
  },
  remedy: {
    ja: '緊急時対応計画を策定し、documents に type を incident-plan として載せ、施行日を adopted に書いてください。',
    en: 'Draw up an incident response plan, list it under documents with type: incident-plan, and write the day it comes into force in adopted.',
  },
  appliesTo: 'organization',
  check: (_organization, context) => documentInForce('incident-plan', what, context),
  examples: {
    pass: `
organization:
  name: 関所市
documents:
  - id: incident-plan
    name: 情報セキュリティ緊急時対応計画
    type: incident-plan
    adopted: 令和8年4月1日
`,
    fail: `
organization:
  name: 宿場町
documents:
  - id: incident-plan
    name: 宿場町情報セキュリティ緊急時対応計画（案）
    type: incident-plan
    adopted: false
`,
    unknown: `
organization:
  name: 関所市
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
`,
  },
  mutation: { set: { 'documents/incident-plan adopted': false }, at: 'organization' },
});

const what: Localized = { ja: '緊急時対応計画', en: 'an incident response plan' };
